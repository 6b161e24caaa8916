"""Attendances: their list, admitting a patient in one form, beds over time, discharge and cancelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import (
    AttendanceStatus,
    BillingRoute,
    Character,
    Setting,
    Sex,
    UpgradeReason,
)
from honorarios.services import attendances as services
from honorarios.services import names, patients
from honorarios.services.attendances import NewStay, reading
from honorarios.services.attendances.admitting import Admission, admit
from honorarios.web import typed
from honorarios.web.answers import Fragment, Go, Page
from honorarios.web.present import asking, choices, filters
from honorarios.web.present.parts import kind_of
from honorarios.web.refused import status_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.http import QueryDict

    from honorarios.core.findings import Finding
    from honorarios.services.attendances.reading import AttendanceDetail
    from honorarios.services.outcomes import Result
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

LARGEST_KEY: Final = 2**31 - 1
PAGE: Final = 50
UNPROCESSABLE: Final = 422


def index(call: Call) -> Answer:
    """The attendances within reach."""
    after = call.query.get("depois", "")
    found: list[Finding] = []
    only = reading.AttendanceFilter(
        number=call.query.get("numero", "").strip(),
        status=call.query.get("situacao", ""),
        first_day=asking.day(call.query, "de", found),
        last_day=asking.day(call.query, "ate", found),
    )
    page = call.take(reading.listed(actor=call.actor, only=only, after=typed.key(after), size=PAGE))
    fields = _fields(call.query, found)
    return Page(
        "web/attendances/index.html",
        {
            "page": page,
            "first": bool(after),
            "fields": fields,
            "active": filters.chips(fields, call.query),
        },
    )


def show(call: Call, attendance_id: int) -> Answer:
    """An attendance with its beds, accounts and parts."""
    detail = call.take(reading.detail(actor=call.actor, attendance_id=attendance_id))
    known = call.take(names.choices(actor=call.actor))
    payers = {one.code: one.name for one in known.payers}
    units = {one.code: one.name for one in known.units}
    context = {
        "detail": detail,
        "accounts": [
            {
                "account": account,
                "parts": [
                    {
                        "part": part,
                        "payer": payers.get(part.payer, part.payer),
                        "unit": units.get(part.billing_unit, part.billing_unit),
                        "kind": kind_of(part.status),
                    }
                    for part in account.parts
                ],
            }
            for account in detail.accounts
        ],
        "attendance": detail.attendance,
        "initials": call.take(patients.initials_of(actor=call.actor, attendance_id=attendance_id)),
    }
    return Page("web/attendances/show.html", context)


def patient(call: Call, attendance_id: int) -> Answer:
    """Who the patient is; that it was asked is recorded."""
    why = _("tela da conta")
    told = call.take(patients.of_attendance(actor=call.actor, attendance_id=attendance_id, why=why))
    if call.htmx:
        return Fragment("web/attendances/_patient.html", {"patient": told})
    back = reverse("attendances.show", args=[attendance_id])
    return Page("web/attendances/patient.html", {"patient": told, "back": back})


def open(call: Call) -> Answer:  # noqa: A001 - its name in the table of addresses
    """Admit a patient: who, where, in which bed, who pays."""
    found: tuple[Finding, ...] = ()
    if call.posted:
        new, found = _admission(call.form)
        if new is not None:
            result = admit(actor=call.actor, new=new, key=call.key)
            if result.ok and result.value is not None:
                address = reverse("account.show", args=[result.value.account_id])
                query = f"?parcial={result.value.part_id}"
                return Go(address + query, _("Atendimento, conta e parcial abertos."))
            found = result.findings
    now = timezone.localtime()
    given = call.form if call.posted else {"started_at": f"{now:%d/%m/%Y %H:%M}"}
    known = call.take(names.choices(actor=call.actor))
    context = {
        "given": given,
        "findings": found,
        "hospitals": choices.named(call, "hospitals"),
        "beds": [("", _("Sem leito"), ""), *choices.beds_by_hospital(call)],
        "settings": filters.terms(Setting),
        "characters": filters.terms(Character),
        "sexes": filters.every(filters.terms(Sex), _("Não informado")),
        "payers": filters.every(((str(one.id), one.name) for one in known.payers), _("Escolha")),
        "units": [(str(one.id), one.name) for one in known.units],
        "plans": [("", _("Sem plano"), ""), *choices.plans_by_payer(call)],
        "routes": filters.every(filters.terms(BillingRoute), _("A do contrato em vigor")),
    }
    return Page("web/attendances/open.html", context, UNPROCESSABLE if found else 200)


def occupy(call: Call, attendance_id: int) -> Answer:
    """Put the patient in another bed, with the reason where it is above the plan's."""
    detail = call.take(reading.detail(actor=call.actor, attendance_id=attendance_id))
    form = _form(call.form)
    tried: Result[Any] | None = None
    if call.posted:
        start, bed = form.moment("start", required=True), _key(form, "bed_id")
        end = form.moment("end")
        if not form.findings and start is not None and bed is not None:
            new = NewStay(
                attendance_id=attendance_id,
                bed_id=bed,
                start=start,
                end=end,
                reason=filters.member(UpgradeReason, call.form.get("reason", "")),
            )
            tried = services.occupy(actor=call.actor, new=new, version=call.version, key=call.key)
    context = {
        "beds": filters.every(choices.beds(call, detail.attendance.hospital), _("Escolha")),
        "reasons": filters.every(filters.terms(UpgradeReason), _("Não é superior ao plano")),
        "given": call.form if call.posted else {"start": _now()},
    }
    return _done(call, detail, "occupy", tried, form, _("Leito registrado."), context)


def discharge(call: Call, attendance_id: int) -> Answer:
    """Record when the patient left."""
    detail = call.take(reading.detail(actor=call.actor, attendance_id=attendance_id))
    form = _form(call.form)
    tried: Result[Any] | None = None
    if call.posted:
        end = form.moment("ended_at", required=True)
        if end is not None:
            tried = services.discharge(
                actor=call.actor,
                attendance_id=attendance_id,
                ended_at=end,
                version=call.version,
                key=call.key,
            )
    context = {"given": call.form if call.posted else {"ended_at": _now()}}
    return _done(call, detail, "discharge", tried, form, _("Alta registrada."), context)


def cancel(call: Call, attendance_id: int) -> Answer:
    """Cancel the attendance for good."""
    detail = call.take(reading.detail(actor=call.actor, attendance_id=attendance_id))
    tried: Result[Any] | None = None
    if call.posted:
        tried = services.cancel(
            actor=call.actor,
            attendance_id=attendance_id,
            reason=call.form.get("reason", ""),
            version=call.version,
            key=call.key,
        )
    form, done = _form(call.form), _("Atendimento cancelado.")
    return _done(call, detail, "cancel", tried, form, done, {"given": call.form})


def consent(call: Call, attendance_id: int, stay_id: int) -> Answer:
    """Record that the patient agreed to pay for the accommodation of a stay."""
    detail = call.take(reading.detail(actor=call.actor, attendance_id=attendance_id))
    tried: Result[Any] | None = None
    if call.posted:
        tried = services.consent(
            actor=call.actor,
            attendance_id=attendance_id,
            stay_id=stay_id,
            note=call.form.get("note", ""),
            key=call.key,
        )
    stay = next((one for one in detail.stays if one.stay_id == stay_id), None)
    form, done = _form(call.form), _("Consentimento registrado.")
    context = {"given": call.form, "stay": stay, "stay_id": stay_id}
    return _done(call, detail, "consent", tried, form, done, context)


def open_account(call: Call, attendance_id: int) -> Answer:
    """Open another account of the attendance."""
    detail = call.take(reading.detail(actor=call.actor, attendance_id=attendance_id))
    form = _form(call.form)
    tried: Result[Any] | None = None
    if call.posted:
        unit = _key(form, "billing_unit_id")
        if unit is not None:
            tried = services.open_account(
                actor=call.actor,
                attendance_id=attendance_id,
                billing_unit_id=unit,
                key=call.key,
            )
    known = call.take(names.choices(actor=call.actor))
    context = {"given": call.form, "units": [(str(one.id), one.name) for one in known.units]}
    return _done(call, detail, "open_account", tried, form, _("Conta aberta."), context)


def _done(
    call: Call,
    detail: AttendanceDetail,
    name: str,
    tried: Result[Any] | None,
    form: typed.Fields,
    message: str,
    context: Mapping[str, object],
) -> Answer:
    """Back to the attendance if it was done; else its form, with what is wrong."""
    back = reverse("attendances.show", args=[detail.attendance.attendance_id])
    if tried is not None and tried.ok:
        return Go(back, message)
    found = (*form.findings, *(() if tried is None else tried.findings)) if call.posted else ()
    status = 200
    if call.posted:
        status = UNPROCESSABLE if tried is None else status_of(tried)
    whole = {
        "attendance": detail.attendance,
        "findings": found,
        "back": back,
        "form_of": f"web/attendances/_{name}.html",
        **_ASKED[name],
        **context,
    }
    if call.htmx:
        return Fragment("web/attendances/_dialog.html", whole, status)
    return Page("web/attendances/form.html", whole, status)


_ASKED: Final[dict[str, dict[str, object]]] = {
    "occupy": {"view": "attendances.occupy"},
    "discharge": {"view": "attendances.discharge"},
    "cancel": {"view": "attendances.cancel", "danger": True},
    "consent": {"view": "attendances.consent"},
    "open_account": {"view": "attendances.open_account"},
}


def _admission(given: QueryDict) -> tuple[Admission | None, tuple[Finding, ...]]:
    form = _form(given)
    patient_id = form.count("patient_id", most=LARGEST_KEY)
    new_patient = {
        "code": form.text("patient_code"),
        "name": form.text("patient_name"),
        "sex": given.get("patient_sex", ""),
        "birth_date": form.day("patient_birth_date"),
        "cpf": form.text("patient_cpf"),
    }
    hospital, unit = _key(form, "hospital_id"), _key(form, "billing_unit_id")
    payer, start = _key(form, "payer_id"), form.moment("started_at", required=True)
    setting = filters.member(Setting, given.get("setting", "")) or Setting.INPATIENT
    number = form.text("number", required=True)
    period = form.day("period_start")
    plan = form.count("plan_id", most=LARGEST_KEY)
    bed = form.count("bed_id", most=LARGEST_KEY)
    if form.findings or hospital is None or unit is None or payer is None or start is None:
        return None, tuple(form.findings)
    return (
        Admission(
            patient_id=patient_id,
            patient={name: value for name, value in new_patient.items() if value},
            hospital_id=hospital,
            number=number,
            setting=setting,
            character=filters.member(Character, given.get("character", "")) or Character.ELECTIVE,
            is_emergency="is_emergency" in given,
            started_at=start,
            bed_id=bed if setting is Setting.INPATIENT else None,
            billing_unit_id=unit,
            payer_id=payer,
            plan_id=plan,
            period_start=period or start.date(),
            contract=form.text("contract"),
            route=filters.member(BillingRoute, given.get("route", "")),
        ),
        (),
    )


def _key(form: typed.Fields, name: str) -> int | None:
    return form.count(name, most=LARGEST_KEY, required=True)


def _form(given: QueryDict) -> typed.Fields:
    return typed.Fields(given, now=timezone.localtime().replace(tzinfo=None))


def _now() -> str:
    return typed.moment_text(timezone.localtime().replace(tzinfo=None))


def _fields(query: QueryDict, found: Sequence[Finding]) -> list[filters.Field]:
    return [
        filters.Field(name="numero", label=_("Número"), value=query.get("numero", "")),
        filters.Field(
            name="situacao",
            label=_("Situação"),
            value=query.get("situacao", ""),
            type="select",
            options=filters.every(filters.terms(AttendanceStatus)),
        ),
        *asking.days(query, found),
    ]
