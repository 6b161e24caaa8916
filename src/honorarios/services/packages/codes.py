"""Findings of packages on accounts."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

ALREADY_OPEN: Final = error(
    "EST-PACKAGE-OPEN", "A conta já tem um pacote aberto.", "Encerre-o antes de abrir outro."
)
NONE_OPEN: Final = error("EST-PACKAGE-NONE", "A conta não tem pacote aberto.", "Nada a encerrar.")
OVERLAP: Final = error(
    "EST-PACKAGE-OVERLAP",
    "A conta já tinha outro pacote a essa hora.",
    "Abra o pacote depois do encerramento do anterior.",
)
OTHER_PAYER: Final = error(
    "EST-PACKAGE-PAYER",
    "O gabarito não vale nesse dia, ou é de um convênio que a conta não tem.",
    "Use um gabarito do caderno em vigor de um convênio das parciais da conta.",
)
