"""The choice of a surgery's routes: the opinion, supposing otherwise, deciding, launching, what came of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.pricing.trace.sheet import sheet_of
from honorarios.services.cases.refunds import tables
from honorarios.services.routing import appeals, claims, deciding, launching, opinions, printing
from honorarios.services.routing.outcomes import Payment, record_payment
from honorarios.services.routing.outcomes import outcomes as compared
from honorarios.services.routing.own_cost import own_cost
from honorarios.web import typed
from honorarios.web.answers import File, Fragment, Go, Page
from honorarios.web.present import choice as present
from honorarios.web.present import writing
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from honorarios.core.findings import Finding
    from honorarios.services.outcomes import Result
    from honorarios.services.routing.claims import ClaimDetail
    from honorarios.services.routing.shown import ChoiceView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call
    from honorarios.web.present.choice import MemberRow

CHOSEN: Final = re.compile(r"^via-(\d{1,12})$")
MOST_SUPPOSED: Final = 60


def show(call: Call, case_id: int) -> Answer:
    """The opinion; with inputs supposed otherwise, the ranking as it would be."""
    return _show(call, case_id)


def decide(call: Call, case_id: int) -> Answer:
    """Write the decision: its claims, and what is to be done."""
    chosen = {
        int(found.group(1)): str(value)
        for name, value in call.form.items()
        if (found := CHOSEN.match(name)) and value
    }
    told = deciding.decide(
        actor=call.actor,
        case_id=case_id,
        chosen=chosen,
        reason=call.form.get("reason", ""),
        seen_hash=call.form.get("inputs", ""),
        version=call.version or 0,
        key=call.key,
    )
    if told.ok and told.value is not None:
        text = _("Decisão %(number)s gravada: as cobranças e as pendências estão abertas.")
        return _done(case_id, text % {"number": told.value.number}, told)
    return _show(call, case_id, told, chosen=chosen)


def launch(call: Call, case_id: int) -> Answer:
    """Launch the claims that wait, each on its route's part."""
    told = launching.launch(
        actor=call.actor, case_id=case_id, version=call.version or 0, key=call.key
    )
    if told.ok and told.value is not None:
        return _done(case_id, _("Cobranças lançadas."), told)
    return _show(call, case_id, told)


def trace(call: Call, case_id: int, act_id: int, participation_id: int, way: str) -> Answer:
    """How a gross value came to be: the engine's memória of it."""
    told = call.take(
        opinions.trace(
            actor=call.actor,
            case_id=case_id,
            act_id=act_id,
            participation_id=participation_id,
            key=way,
        )
    )
    sheet = sheet_of(told.explanation)
    context = {
        "told": told,
        "sheet": sheet,
        "sections": [(section.title, section) for section in sheet.sections],
        "back": reverse("choice.show", args=[case_id]),
    }
    return Page("web/choice/trace.html", context)


def printed(call: Call, case_id: int) -> Answer:
    """The opinion on one page."""
    made = call.take(printing.opinion_sheet(actor=call.actor, case_id=case_id))
    return File(made.content, made.name, made.media)


def refuse(call: Call, claim_id: int) -> Answer:
    """Record that who pays refused a claim."""
    told = claims.refuse_claim(
        actor=call.actor,
        claim_id=claim_id,
        reason=call.form.get("reason", ""),
        version=call.version or 0,
        key=call.key,
    )
    return _claim_done(call, claim_id, told, _("Recusa gravada; as outras vias estão abertas."))


def withdraw(call: Call, claim_id: int) -> Answer:
    """Take a claim back."""
    told = claims.withdraw(
        actor=call.actor,
        claim_id=claim_id,
        reason=call.form.get("reason", ""),
        version=call.version or 0,
        key=call.key,
    )
    return _claim_done(call, claim_id, told, _("Cobrança retirada; as outras vias estão abertas."))


def pay(call: Call, claim_id: int) -> Answer:
    """Record what came of a claim."""
    read = typed.Fields(call.form, now=call.now)
    presented = read.day("presented_on")
    payment = Payment(
        presented_on=presented or call.today,
        paid_on=read.day("paid_on"),
        denied=read.money("denied") or 0,
        recovered=read.money("recovered") or 0,
    )
    if read.findings:
        return _claim_page(call, claim_id, tuple(read.findings), 422)
    told = record_payment(
        actor=call.actor,
        claim_id=claim_id,
        payment=payment,
        version=call.version or 0,
        key=call.key,
    )
    return _claim_done(call, claim_id, told, _("Pagamento gravado no histórico."))


def outcomes(call: Call) -> Answer:
    """What was foretold beside what came, by payer and route."""
    return Page("web/choice/outcomes.html", {"rows": call.take(compared(actor=call.actor))})


def claim(call: Call, claim_id: int) -> Answer:
    """A claim: what became of it, and what may be recorded."""
    return _claim_page(call, claim_id)


def _show(
    call: Call,
    case_id: int,
    told: Result[Any] | None = None,
    chosen: Mapping[int, str] | None = None,
) -> Answer:
    given = {name: str(value) for name, value in list(call.query.items())[:MOST_SUPPOSED] if value}
    lines = present.suppose_lines(given)
    found = opinions.opinion(actor=call.actor, case_id=case_id, suppose=lines)
    problems = [] if told is None else [*told.findings]
    if not found.ok and lines:
        # What can't be supposed is told, beside the ranking as it is.
        problems += found.findings
        found = opinions.opinion(actor=call.actor, case_id=case_id)
    view = call.take(found)
    problems += (one for one in found.findings if one not in problems)
    context = _context(call, view, given, tuple(problems), chosen or {})
    if call.htmx and told is None:
        return Fragment("web/choice/_ways.html", context)
    return Page("web/choice/show.html", context, 200 if told is None else status_of(told))


def _context(
    call: Call,
    view: ChoiceView,
    given: Mapping[str, str],
    problems: tuple[Finding, ...],
    chosen: Mapping[int, str],
) -> dict[str, Any]:
    rows = present.members(call, view)
    decidable = any(row.decidable for row in rows)
    waiting = [one for row in rows for _code, one, _kind in row.claims if one.state == "open"]
    return {
        "view": view,
        "rows": rows,
        "chosen": chosen,
        "findings": problems,
        "supposable": present.supposable(view, given) if decidable else (),
        "decidable": decidable,
        "rate": given.get("*.rate", ""),
        "waiting": len(waiting),
        "has_claims": any(row.claims for row in rows),
        "reason": call.form.get("reason", "") if call.posted else "",
        **_refused(call, view, rows),
        **_own_cost(call, view),
    }


def _refused(call: Call, view: ChoiceView, rows: Sequence[MemberRow]) -> dict[str, Any]:
    """What to appeal against, where anything was billed."""
    if not any(row.claims for row in rows):
        return {}
    cost = typed.Fields(call.query, now=call.now).money("recurso") or 0
    made = bool(call.query.get("feito"))
    told = appeals.appeals(actor=call.actor, case_id=view.case_id, cost=cost, made=made)
    asked = {"appeal_cost": call.query.get("recurso", ""), "appeal_made": made}
    return {"appeals": told.value, **asked}


def _own_cost(call: Call, view: ChoiceView) -> dict[str, Any]:
    """What a surgery of free choice costs the patient, by the table that is asked for."""
    if not view.free_choice:
        return {}
    found: dict[str, Any] = {
        "refund_tables": call.take(tables(actor=call.actor, case_id=view.case_id))
    }
    contract = call.query.get("tabela", "")
    if contract:
        told = own_cost(actor=call.actor, case_id=view.case_id, contract=contract)
        found |= {"own": told.value, "own_findings": told.findings}
    return found


def _done(case_id: int, text: str, told: Result[Any]) -> Answer:
    """Back to the choice, with what was done and what it warns of."""
    warnings = (finding.message for finding in told.findings)
    return Go(reverse("choice.show", args=[case_id]), " ".join([text, *warnings]))


def _claim_done(call: Call, claim_id: int, told: Result[Any], text: str) -> Answer:
    if told.ok and told.value is not None:
        found = call.take(claims.detail(actor=call.actor, claim_id=claim_id))
        return Go(reverse("choice.show", args=[found.case_id]), text)
    return _claim_page(call, claim_id, told.findings, status_of(told))


def _claim_page(
    call: Call, claim_id: int, findings: tuple[Finding, ...] = (), status: int = 200
) -> Answer:
    found = call.take(claims.detail(actor=call.actor, claim_id=claim_id))
    context = {"claim": found, "findings": findings, "given": _given(call, found)}
    return Page("web/choice/claim.html", context, status)


def _given(call: Call, found: ClaimDetail) -> dict[str, str]:
    """What the form of a payment holds: what was typed, or else what is on record, which it replaces."""
    told = {
        "presented_on": writing.day(found.presented_on or call.today),
        "paid_on": "" if found.paid_on is None else writing.day(found.paid_on),
        "denied": writing.money(found.denied) if found.denied else "",
        "recovered": writing.money(found.recovered) if found.recovered else "",
    }
    return told | {name: str(call.form[name]) for name in told if name in call.form}
