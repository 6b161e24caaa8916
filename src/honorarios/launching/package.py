"""The package (gabarito) of an account, when a line is saved (seed, section 02.2; ``spec: launching 3.4``).

It never asks by itself: what has to be asked is a :class:`~honorarios.launching.model.Question`, and
the answer comes with the entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from honorarios.core.vocabulary import Treatment
from honorarios.launching.model import PackageDecision, Question
from honorarios.launching.parameters import PackageAction, PackageMeaning, WithoutPackage

if TYPE_CHECKING:
    from honorarios.launching.model import OpenPackage
    from honorarios.launching.parameters import GeneralParameters

MEANINGS: Final = {
    PackageMeaning.ON_TOP: Treatment.ON_TOP,
    PackageMeaning.COVERED: Treatment.COVERED,
}
OTHER: Final = {
    Treatment.ON_TOP: Treatment.COVERED,
    Treatment.COVERED: Treatment.ON_TOP,
}
NOT_CHARGED: Final = frozenset({Treatment.COVERED, Treatment.NOT_CHARGED})
"""Treatments whose price is kept and nothing is charged."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some units of an entry that the package treats alike."""

    quantity: int
    treatment: Treatment


@dataclass(frozen=True, slots=True)
class Treated:
    """An entry's units by treatment, and what has to be asked first."""

    portions: tuple[Portion, ...]
    """With a question, as if it were confirmed."""
    question: Question | None = None

    @property
    def covered(self) -> int:
        """Units that the package covers."""
        return sum(
            portion.quantity for portion in self.portions if portion.treatment is Treatment.COVERED
        )


def treat(
    quantity: int,
    allowance: int,
    package: OpenPackage | None,
    decision: PackageDecision | None,
    parameters: GeneralParameters,
) -> Treated:
    """What the package does to the units of an entry; ``allowance`` is what it still allows of the code."""
    if package is None:
        uncharged = parameters.no_open_package is WithoutPackage.NOT_CHARGED
        return _all(quantity, Treatment.NOT_CHARGED if uncharged else Treatment.NORMAL)
    if not parameters.check_package:
        return _all(quantity, Treatment.NORMAL)
    covered = min(quantity, max(allowance, 0)) if parameters.package_by_allowance else 0
    if covered == quantity:
        return _all(quantity, Treatment.COVERED)
    treatment, question = _asked(package, decision, parameters)
    rest = Portion(quantity - covered, treatment)
    if not covered:
        return Treated((rest,), question)
    return Treated((Portion(covered, Treatment.COVERED), rest), question)


def _all(quantity: int, treatment: Treatment) -> Treated:
    return Treated((Portion(quantity, treatment),))


def _asked(
    package: OpenPackage, decision: PackageDecision | None, parameters: GeneralParameters
) -> tuple[Treatment, Question | None]:
    """The treatment that the parameters or the person decide, or the question for the person."""
    if parameters.package_action is PackageAction.AUTOMATIC:
        return MEANINGS[parameters.package_automatic_means], None
    confirmed = MEANINGS[parameters.package_confirmation_means]
    if decision is PackageDecision.CONFIRM:
        return confirmed, None
    if decision is PackageDecision.DECLINE:
        return OTHER[confirmed], None
    message = (
        f"A conta tem o gabarito “{package.name}” em aberto. Incluir o honorário no pacote?"
        f" Sim: {confirmed.label.lower()}. Não: {OTHER[confirmed].label.lower()}."
    )
    return confirmed, Question(message, confirmed, OTHER[confirmed])


def charged(total: int, treatment: Treatment) -> int:
    """What is charged of a line's total, in centavos."""
    return 0 if treatment in NOT_CHARGED else total
