"""What the tests of the rules do to a part and its lines, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F

from honorarios.core.vocabulary import SplitForm
from honorarios.records.models import Attendance, Payer
from honorarios.services import fees, parts
from tests.launching import making
from tests.services.doing import try_launch

if TYPE_CHECKING:
    from honorarios.launching.model import Entry
    from honorarios.records.models import AccountPart
    from honorarios.services.fees import LineView
    from honorarios.services.outcomes import Result
    from tests.services.hospital import House


def edit(house: House, line: LineView, **changes: object) -> Result[Any]:
    """An edit of a line in the version that was seen."""
    return fees.edit(actor=house.clerk, uid=str(line.uid), version=line.version, changes=changes)


def reverse(house: House, line: LineView) -> Result[Any]:
    """The reversal of a line."""
    return fees.reverse(actor=house.clerk, uid=str(line.uid), reason="Lançado por engano.")


def ways_in(house: House, line: LineView) -> dict[str, Result[Any]]:
    """An insertion, an edit and a reversal, each tried on the part of a line."""
    return {
        "insert": try_launch(house, making.entry(start=making.SATURDAY)),
        "edit": edit(house, line, quantity=2),
        "reverse": reverse(house, line),
    }


def by_value(**changes: Any) -> Entry:  # noqa: ANN401 - any field of the entry
    """An exam whose fee goes to the physician and whose cost to the institution."""
    given = {
        "code": making.EXAM,
        "provider": "hospital",
        "split_form": SplitForm.VALUE,
        "split_provider": "medico",
    }
    return making.entry(**(given | changes))


def change_attendance(house: House, **facts: object) -> None:
    """The attendance, otherwise."""
    Attendance.objects.filter(pk=house.attendance.pk).update(**facts, version=F("version") + 1)


def bring(house: House, status: str, part: AccountPart | None = None) -> None:
    """An open part, in another state by its verbs."""
    act: dict[str, Any] = {"actor": house.clerk, "part_id": (part or house.part).pk}
    if status == "cancelled":
        parts.cancel(**act, reason="Teste.").require()
        return
    parts.close(**act).require()
    if status in {"released", "billed"}:
        parts.release(**act).require()
    if status == "billed":
        parts.bill(
            actor=house.clerk, payer_id=house.payer.pk, billing_unit_id=house.unit.pk
        ).require()


def issue_invoice(house: House, *, private: bool) -> None:
    """A nota fiscal for the part, of an insurer or of private expenses."""
    if private:
        Payer.objects.filter(pk=house.payer.pk).update(group="self_pay")
    parts.close(actor=house.clerk, part_id=house.part.pk).require()
    parts.issue_tax_invoice(actor=house.clerk, part_id=house.part.pk, number="NF 1").require()
