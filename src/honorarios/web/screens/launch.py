"""The fee tab: a whole surgery, or single entries, typed, seen with their value, and launched at once."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from django.urls import reverse
from django.utils.translation import gettext as _

from honorarios.core.vocabulary import PartStatus
from honorarios.launching import codes
from honorarios.launching.checks import FROZEN, NOWHERE
from honorarios.services import attendances, drafts, sheets, teams
from honorarios.services import codes as service_codes
from honorarios.services.operations import Operation
from honorarios.services.parts.places import place as where
from honorarios.web import refused, typed
from honorarios.web.answers import Data, Fragment, Go, Page
from honorarios.web.present.writing import reais
from honorarios.web.sheet import memoria as told
from honorarios.web.sheet.form import (
    MODES,
    SINGLES,
    SURGERY,
    Form,
    kept_fields,
    read_form,
    sheet_of,
    span_of,
)
from honorarios.web.sheet.rows import options, rows_of
from honorarios.web.sheet.shown import Preview, shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from honorarios.core.findings import Finding
    from honorarios.launching.sheet import Sheet
    from honorarios.services.fees import Launched
    from honorarios.services.outcomes import Result
    from honorarios.services.sheets import Place, Plan, StayShown
    from honorarios.web.answers import Answer
    from honorarios.web.call import Call

DRAFT: Final = "launch"
TERMS: Final = {
    "routes": "access_route",
    "kinds": "procedure_kind",
    "techniques": "technique",
    "sides": "laterality",
    "roles": "role",
    "splits": "split_form",
}


def show(call: Call, part_id: int) -> Answer:
    """The sheet of a part: empty, or as it was left; posted, it is launched whole."""
    place = call.take(sheets.place(actor=call.actor, part_id=part_id))
    if call.posted:
        return _save(call, place)
    kept = drafts.get(actor=call.actor, kind=DRAFT, place=_spot(part_id)).value
    mode = call.query.get("modo", "")
    fields = {} if kept is None or "novo" in call.query else kept.content
    form = read_form(fields)
    if form.is_empty:
        form = Form(mode=mode if mode in MODES else SURGERY, key=str(uuid4()))
    resumed = None if kept is None or form.is_empty else kept.updated_at
    return _page(call, place, form, resumed=resumed)


def preview(call: Call, part_id: int) -> Answer:
    """What launching would write, as far as the sheet is typed."""
    place = call.take(sheets.place(actor=call.actor, part_id=part_id))
    form = read_form(call.form)
    tried = bool(call.form.get("tried"))
    return Fragment("web/launch/_preview.html", _shown(call, place, form, tried=tried))


def memoria(call: Call, part_id: int) -> Answer:
    """The memória de cálculo of a line that is not on record yet."""
    place = call.take(sheets.place(actor=call.actor, part_id=part_id))
    name, _dash, number = call.form.get("explain", "").partition("/")
    explained = call.take(
        sheets.explain(
            actor=call.actor,
            part_id=part_id,
            sheet=_sheet(call, place, read_form(call.form)),
            name=name,
            number=int(number) if number.isdecimal() and len(number) < 4 else 0,
        )
    )
    return Fragment("web/launch/_memoria.html", told.context(explained))


def draft(call: Call, part_id: int) -> Answer:
    """Keep what is typed so far, or drop it."""
    call.take(where(actor=call.actor, part_id=part_id))
    spot = _spot(part_id)
    if call.form.get("do") == "drop":
        call.take(drafts.drop(actor=call.actor, kind=DRAFT, place=spot))
        return Go(_address(part_id, read_form(call.form).mode), _("Rascunho descartado."))
    fields = kept_fields(call.form)
    if read_form(fields).is_empty:
        call.take(drafts.drop(actor=call.actor, kind=DRAFT, place=spot))
        return Data({"kept": False})
    call.take(drafts.keep(actor=call.actor, kind=DRAFT, place=spot, content=fields))
    return Data({"kept": True})


def consent(call: Call, part_id: int) -> Answer:
    """Record the patient's consent to pay for the bed of each act that waits for it, and show what it brings."""
    place = call.take(sheets.place(actor=call.actor, part_id=part_id))
    form = read_form(call.form)
    plan = call.take(
        sheets.plan(actor=call.actor, part_id=part_id, sheet=_sheet(call, place, form))
    )
    for stay in _waiting(place, plan):
        call.take(
            attendances.consent(
                actor=call.actor,
                attendance_id=place.attendance_id,
                stay_id=stay.stay_id,
                note=call.form.get("consent_note", ""),
            )
        )
    again = call.take(sheets.place(actor=call.actor, part_id=part_id))
    if not call.htmx:
        return _page(call, again, form)
    return Fragment("web/launch/_preview.html", _shown(call, again, form))


def team(call: Call, part_id: int) -> Answer:
    """Keep the team that is typed as a favourite, by its number."""
    place = call.take(sheets.place(actor=call.actor, part_id=part_id))
    form = read_form(call.form)
    plan = call.take(
        sheets.plan(actor=call.actor, part_id=part_id, sheet=_sheet(call, place, form))
    )
    members = [
        teams.TeamMember(role.code_name, form.members[name].get("provider", ""))
        for name, role in plan.team.items()
        if role is not None and form.members.get(name, {}).get("provider")
    ]
    number = call.form.get("team_number", "")
    result = teams.save(
        actor=call.actor,
        number=int(number) if number in set("123456789") else 0,
        name=call.form.get("team_name", "").strip() or _("Equipe %(number)s") % {"number": number},
        members=members,
    )
    context = {"teams": _teams(call), "place": place, "findings": result.findings}
    return Fragment("web/launch/_teams.html", context, status=refused.status_of(result))


def _save(call: Call, place: Place) -> Answer:
    form = read_form(call.form)
    if call.form.get("do") == "preview":
        return _page(call, place, form)
    result = sheets.launch(
        actor=call.actor,
        part_id=place.part_id,
        sheet=_sheet(call, place, form),
        seen=form.seen,
        identical=form.identical,
        key=call.key,
    )
    if result.value is not None and result.value.written:
        drafts.drop(actor=call.actor, kind=DRAFT, place=_spot(place.part_id))
        return _launched(place, result.value)
    own = [finding for finding in result.findings if not finding.place.field]
    # What only asks is no refusal, and yet nothing was written.
    status = HTTPStatus.UNPROCESSABLE_ENTITY if result.ok else refused.status_of(result)
    if not call.htmx:
        return _page(call, place, form, tried=True, refused_by=own, status=status)
    context = _shown(call, place, form, tried=True, refused_by=own)
    return Fragment("web/launch/_preview.html", context, status=status)


def _launched(place: Place, launched: Launched) -> Answer:
    lines = [line for entry in launched.entries for line in entry.lines]
    numbers = [str(line.number) for line in lines if line.part_id == place.part_id]
    address = reverse("account.show", args=[place.account_id])
    count = len(lines)
    said = (
        _("%(count)d lançamentos gravados: %(total)s cobrados.")
        if count > 1
        else _("%(count)d lançamento gravado: %(total)s cobrados.")
    )
    # Whoever saved before the values came sees here what they came to.
    total = reais(sum(line.charged for line in lines))
    return Go(
        f"{address}?novas={','.join(numbers)}#parcial-{place.part_id}",
        said % {"count": count, "total": total},
    )


def _page(
    call: Call,
    place: Place,
    form: Form,
    *,
    tried: bool = False,
    refused_by: Iterable[Finding] = (),
    status: int = 200,
    resumed: object = None,
) -> Page:
    context = _shown(call, place, form, tried=tried, refused_by=refused_by)
    found: Preview = context["preview"]
    frozen = _frozen(place)
    context |= {
        "rows": rows_of(form, found.told),
        "teams": _teams(call),
        "resumed": resumed,
        "tried": tried,
        "saves": call.may(Operation.FEES_LAUNCH) and frozen is None,
        "frozen": frozen,
        "singles": form.mode == SINGLES,
        "whole": True,
    }
    return Page("web/launch/show.html", context, status=status)


def _frozen(place: Place) -> Finding | None:
    """Why nothing is launched on the part, whatever is typed."""
    status = next(one for one in PartStatus if one.code_name == place.status)
    return codes.FROZEN_PART.at(NOWHERE, status=status.label) if status in FROZEN else None


def _shown(
    call: Call,
    place: Place,
    form: Form,
    *,
    tried: bool = False,
    refused_by: Iterable[Finding] = (),
) -> dict[str, Any]:
    """What the page and its fragment have in common."""
    refusals = list(refused_by)
    result = sheets.plan(actor=call.actor, part_id=place.part_id, sheet=_sheet(call, place, form))
    plan = call.take(result) if result.value is None else result.value
    stay = _stay(call, place, form, plan)
    return {
        "place": place,
        "form": form,
        "preview": shown(form, plan, tried=tried, refused=refusals),
        "span": span_of(form, near=_near(call, place), today=call.today),
        "near": _near(call, place),
        "stay": stay,
        "gone": any(one.code == service_codes.KEY_REUSED.name for one in refusals),
        **{name: options(field) for name, field in TERMS.items()},
        "consents": call.may(Operation.ATTENDANCES_WRITE),
    }


def _sheet(call: Call, place: Place, form: Form) -> Sheet:
    return sheet_of(form, near=_near(call, place), today=call.today)


def _near(call: Call, place: Place) -> date:
    """The day that an act is taken to be on: the one that the form was opened with."""
    given = typed.day(call.form.get("near", ""), today=place.day)
    return given if isinstance(given, date) else place.day


def _waiting(place: Place, plan: Plan) -> list[StayShown]:
    """The stays, each once, of acts whose difference waits for the patient's consent."""
    waiting = codes.NO_CONSENT.name
    starts = [
        planned.entry.start
        for planned in plan.lines
        if any(finding.code == waiting for finding in planned.findings)
    ]
    stays = (_held(place, start) for start in starts)
    return list({stay.stay_id: stay for stay in stays if stay and not stay.consented}.values())


def _stay(call: Call, place: Place, form: Form, plan: Plan) -> StayShown | None:
    """The bed at the start of the act; of single entries, the one that a consent is waited for."""
    if form.mode == SINGLES:
        return next(iter(_waiting(place, plan)), None)
    return _held(place, span_of(form, near=_near(call, place), today=call.today).start)


def _held(place: Place, start: datetime | None) -> StayShown | None:
    """The stay at a moment."""
    if start is None:
        return None
    held = [
        stay
        for stay in place.stays
        if stay.start <= start and (stay.end is None or start < stay.end)
    ]
    return held[-1] if held else None


def _teams(call: Call) -> tuple[teams.TeamView, ...]:
    if not call.may(Operation.TEAMS_OWN):
        return ()
    found: Result[tuple[teams.TeamView, ...]] = teams.listed(actor=call.actor)
    return call.take(found)


def _spot(part_id: int) -> str:
    return f"parcial:{part_id}"


def _address(part_id: int, mode: str) -> str:
    address = reverse("launch.show", args=[part_id])
    return f"{address}?modo={mode}" if mode != SURGERY else address
