"""Planning a surgery in one form, and changing what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import AccessRoute, Character, Role, Setting, Sex, UpgradeReason
from honorarios.records.models import Answer as Clause
from honorarios.services import cases as services
from honorarios.services import names
from honorarios.services.cases import Ask, CaseFacts, NewAct, NewCase, NewMember
from honorarios.services.cases.detail import detail
from honorarios.services.cases.listing import people
from honorarios.web import typed
from honorarios.web.answers import Go, Page
from honorarios.web.present import cases as present
from honorarios.web.present import choices, filters
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.core.findings import Finding
    from honorarios.services.cases.views import CaseView
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

UNPROCESSABLE: Final = 422
LARGEST_KEY: Final = 2**31 - 1
ACTS: Final = 4
"""Rows of acts that the form of a new surgery offers; more are added on its page."""
TEAM: Final = (
    Role.SURGEON,
    Role.FIRST_ASSISTANT,
    Role.SECOND_ASSISTANT,
    Role.ANAESTHETIST,
    Role.SCRUB_ASSISTANT,
)
"""Rows of the team that it offers."""
DAYS: Final = (
    "indicated_on",
    "admitted_on",
    "discharged_on",
    "repasse_requested_on",
    "consent_signed_on",
    "budget_signed_on",
)
KEYS: Final = (
    "hospital_id",
    "payer_id",
    "plan_id",
    "contracted_accommodation_id",
    "occupied_accommodation_id",
    "responsible_id",
)


def new(call: Call) -> Answer:
    """Plan a surgery: who, where, who pays, what and with whom."""
    findings: tuple[Finding, ...] = ()
    status = 200
    if call.posted:
        form = typed.Fields(call.form, now=call.now)
        facts, acts = _facts(form), list(_acts(call, form))
        patient_id = form.count("patient_id", most=LARGEST_KEY)
        asked = NewCase(
            patient_id=patient_id,
            patient={} if patient_id is not None else _patient(form),
            number=form.text("number"),
            facts=facts,
            acts=tuple(acts),
            members=tuple(_team(call)),
        )
        findings = tuple(form.findings)
        status = UNPROCESSABLE
        if not findings:
            result = services.create(actor=call.actor, new=asked, key=call.key)
            if result.ok and result.value is not None:
                told = [_("Cirurgia registrada."), *(one.message for one in result.findings)]
                return Go(reverse("cases.show", args=[result.value.case_id]), " ".join(told))
            findings, status = result.findings, status_of(result)
    given: Any = call.form if call.posted else _start(call)
    context = {
        "given": given,
        "findings": findings,
        "act_rows": _act_rows(call),
        "team_rows": _team_rows(call),
        "sexes": filters.every(filters.terms(Sex), _("Não informado")),
        **_options(call),
    }
    return Page("web/cases/new.html", context, status)


def edit(call: Call, case_id: int) -> Answer:
    """Change what is said of a surgery."""
    found = call.take(detail(actor=call.actor, case_id=case_id))
    back = reverse("cases.show", args=[case_id])
    findings: tuple[Finding, ...] = ()
    status = 200
    if call.posted:
        form = typed.Fields(call.form, now=call.now)
        facts = _facts(form)
        findings, status = tuple(form.findings), UNPROCESSABLE
        if not findings:
            ask = Ask(call.actor, case_id, call.version or 0, call.key)
            result = services.edit(ask=ask, facts=facts)
            if result.ok:
                told = [_("Cirurgia alterada."), *(one.message for one in result.findings)]
                return Go(back, " ".join(told))
            findings, status = result.findings, status_of(result)
    context = {
        "case": found.case,
        "given": call.form if call.posted else _given(found.case),
        "findings": findings,
        "back": back,
        **_options(call),
    }
    return Page("web/cases/edit.html", context, status)


def _facts(form: typed.Fields) -> CaseFacts:
    """What was typed of a surgery; what can't be read is among the form's findings."""
    keys = {name: form.count(name, most=LARGEST_KEY) for name in KEYS}
    days = {name: form.day(name) for name in DAYS}
    character = filters.member(Character, form.text("character")) or Character.ELECTIVE
    setting = filters.member(Setting, form.text("setting")) or Setting.INPATIENT
    given: dict[str, Any] = {**keys, **days}
    return CaseFacts(
        **given,
        character=character,
        setting=setting,
        planned_at=form.moment("planned_at"),
        upgrade_reason=filters.member(UpgradeReason, form.text("upgrade_reason")),
        needs_opme=bool(form.text("needs_opme")),
        free_choice=bool(form.text("free_choice")),
        fees_requested=_clause(form, "fees_requested"),
        knew_of_network=_clause(form, "knew_of_network"),
        note=form.text("note"),
    )


def _clause(form: typed.Fields, name: str) -> Clause:
    given = form.text(name)
    return Clause(given) if given in Clause.values else Clause.UNKNOWN


def _patient(form: typed.Fields) -> Mapping[str, object]:
    values = {
        "code": form.text("patient_code"),
        "name": form.text("patient_name"),
        "sex": form.text("patient_sex"),
        "birth_date": form.day("patient_birth_date"),
        "cpf": form.text("patient_cpf"),
    }
    return {name: value for name, value in values.items() if value}


def _acts(call: Call, form: typed.Fields) -> Iterator[NewAct]:
    for place in range(ACTS):
        code = call.form.get(f"act_code.{place}", "").strip()
        quantity = form.count(f"act_quantity.{place}", most=99)
        route = filters.member(AccessRoute, call.form.get(f"act_route.{place}", ""))
        if code:
            yield NewAct(
                code=code, quantity=quantity or 1, access_route=route or AccessRoute.SINGLE
            )


def _team(call: Call) -> Iterator[NewMember]:
    for role in TEAM:
        code = call.form.get(f"member.{role.code_name}", "").strip()
        if code:
            yield NewMember(provider_code=code, role=role)


def _act_rows(call: Call) -> list[dict[str, object]]:
    return [
        {
            "code_name": f"act_code.{place}",
            "code_id": f"act-code-{place}",
            "quantity_name": f"act_quantity.{place}",
            "route_name": f"act_route.{place}",
            "code": call.form.get(f"act_code.{place}", ""),
            "quantity": call.form.get(f"act_quantity.{place}", "1"),
            "route": call.form.get(f"act_route.{place}", "single" if not place else "same"),
        }
        for place in range(ACTS)
    ]


def _team_rows(call: Call) -> list[dict[str, str]]:
    return [
        {
            "name": f"member.{role.code_name}",
            "label": _(role.label),
            "value": call.form.get(f"member.{role.code_name}", ""),
        }
        for role in TEAM
    ]


def _start(call: Call) -> dict[str, object]:
    return {"indicated_on": f"{call.today:%d/%m/%Y}", "responsible_id": str(call.actor.user_id)}


def _given(case: CaseView) -> dict[str, object]:
    """What the form of a surgery begins with."""
    given: dict[str, object] = {name: getattr(case, name) for name in (*KEYS, *DAYS)}
    for name in DAYS:
        day = given[name]
        given[name] = "" if day is None else f"{day:%d/%m/%Y}"
    plain = ("character", "setting", "upgrade_reason", "fees_requested", "knew_of_network", "note")
    given |= {name: getattr(case, name) for name in plain}
    at = case.planned_at
    return given | {
        "planned_at": "" if at is None else f"{at:%d/%m/%Y %H:%M}",
        "needs_opme": "1" if case.needs_opme else "",
        "free_choice": "1" if case.free_choice else "",
    }


def _options(call: Call) -> dict[str, object]:
    known = call.take(names.choices(actor=call.actor))
    rooms = choices.named(call, "accommodation-types")
    return {
        "hospitals": filters.every(choices.named(call, "hospitals"), _("Escolha")),
        "payers": filters.every(((str(one.id), one.name) for one in known.payers), _("Escolha")),
        "plans": _plans(call),
        "rooms_contracted": filters.every(rooms, _("A do plano")),
        "rooms_occupied": filters.every(rooms, _("A contratada, ou não se sabe")),
        "reasons": present.reasons(),
        "characters": filters.terms(Character),
        "settings": filters.terms(Setting),
        "access_routes": filters.terms(AccessRoute),
        "clauses": present.clauses(),
        "people": present.people(call.take(people(actor=call.actor))),
    }


def _plans(call: Call) -> list[tuple[str, str, str]]:
    """Plans, each with the number of its payer, for a list that follows the payer chosen."""
    known = call.take(names.choices(actor=call.actor))
    ids = {one.code: str(one.id) for one in known.payers}
    rows = choices.rows(call, "plans")
    plans = [(str(key), str(row["name"]), ids.get(str(row["payer"]), "")) for key, row in rows]
    return [("", _("Sem plano"), ""), *plans]
