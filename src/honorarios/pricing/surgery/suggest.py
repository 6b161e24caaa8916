"""From acts, team and hours to lines: every suggestion says its rule, every choice of the user wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from honorarios.core.findings import Place
from honorarios.core.vocabulary import accommodation_label
from honorarios.pricing.facts import read_facts
from honorarios.pricing.status import Status
from honorarios.pricing.surgery import codes
from honorarios.pricing.surgery.anaesthesia_lines import add_anaesthesia_lines
from honorarios.pricing.surgery.choices import apply_choices
from honorarios.pricing.surgery.scene import Scene, lead_of
from honorarios.pricing.surgery.steps import unbilled_acts
from honorarios.pricing.surgery.suggestion import Suggestion
from honorarios.pricing.surgery.surgical import add_surgical_lines
from honorarios.pricing.surgery.trials import Trials

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from honorarios.catalogue.schema import Category
    from honorarios.core.findings import Finding
    from honorarios.pricing.agreed import Agreed
    from honorarios.pricing.compile import Compiled
    from honorarios.pricing.surgery.model import Surgery


def suggest(surgery: Surgery, compiled: Compiled, contract: str | None = None) -> Suggestion:
    """The lines of a surgery under a contract, ready for price.

    Args:
        surgery: Acts, team and hours; what it states wins over every rule.
        compiled: The catalogue, whose standards say the rules and whose prices rank the acts.
        contract: A contract in place of the surgery's own.
    """
    contract = contract or surgery.first_contract
    trials = Trials(surgery, contract, compiled)
    agreed = _agreed(surgery, trials)
    if agreed is None or agreed.rules is None:
        return Suggestion(None, findings=(_why_not(surgery, trials, contract),))
    scene = Scene(
        surgery=surgery,
        contract=contract,
        agreed=agreed,
        standard=agreed.rules,
        trials=trials,
        acts=dict(enumerate(surgery.acts, 1)),
        team=dict(enumerate(surgery.team, 1)),
    )
    scene.findings.extend(_unknown_bed(scene, compiled.catalogue.manifest.categories))
    unbilled = unbilled_acts(scene)
    add_surgical_lines(scene, unbilled)
    add_anaesthesia_lines(scene, unbilled)
    apply_choices(scene)
    drafts = sorted(scene.drafts, key=lambda draft: (draft.act, draft.member))
    return Suggestion(
        contract=agreed.contract.id,
        lines=tuple(draft.done() for draft in drafts if draft.left_out is None),
        omitted=tuple(draft.done() for draft in drafts if draft.left_out is not None),
        findings=tuple(dict.fromkeys(scene.findings)),
    )


def _agreed(surgery: Surgery, trials: Trials) -> Agreed | None:
    """What was agreed, by the first act that leads to a contract."""
    lead = lead_of(surgery.team)
    found = (trials.agreed(act, lead) for act in surgery.acts)
    return next((agreed for agreed in found if agreed is not None), None)


def _unknown_bed(scene: Scene, categories: Sequence[Category]) -> Iterator[Finding]:
    """The surgery's accommodation, if it leaves an act without a price."""
    lead = lead_of(scene.team.values())
    for act in scene.acts.values():
        if scene.trials.status(act, lead) is Status.NO_ACCOMMODATION_FACTOR:
            beds = scene.agreed.beds(read_facts(scene.trials.of(act, lead)), categories)
            yield codes.NO_ACCOMMODATION_FACTOR.at(
                Place(field="accommodation"),
                word=scene.surgery.accommodation,
                beds=", ".join(map(accommodation_label, beds)) or "nenhuma",
            )
            return


def _why_not(surgery: Surgery, trials: Trials, contract: str | None) -> Finding:
    status = trials.status(surgery.acts[0], lead_of(surgery.team))
    place = Place(field=contract or "")
    return codes.NOT_PRICED.at(place, message=status.message, tip=status.tip)
