"""Letters of a surgery as plain data: to the payer, for the patient to sign, for the patient to know.

Nothing is sent by the system: a letter is read, printed or copied by a person. None of it is legal advice.
"""

from honorarios.planning.documents.consent import Fence, class_consent, fence
from honorarios.planning.documents.letter import Letter, LetterKind, Told
from honorarios.planning.documents.payer import answer_due
from honorarios.planning.documents.refund import refund
from honorarios.planning.documents.status import patient_status

__all__ = [
    "Fence",
    "Letter",
    "LetterKind",
    "Told",
    "answer_due",
    "class_consent",
    "fence",
    "patient_status",
    "refund",
]
