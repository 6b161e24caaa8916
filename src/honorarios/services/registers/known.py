"""Every register of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from honorarios.core.findings import Place
from honorarios.records import models, selectors
from honorarios.services.operations import Operation
from honorarios.services.registers import codes
from honorarios.services.registers.agreed import AGREED
from honorarios.services.registers.confirmations import CONFIRMABLE, believed
from honorarios.services.registers.counted import COUNTED
from honorarios.services.registers.dated import dates_in_order
from honorarios.services.registers.field import field_of
from honorarios.services.registers.register import Children, Register, columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.core.findings import Finding

CODE: Final = ("code",)
WHOLE: Final = 100


def _shares_within_the_whole(values: Mapping[str, Any]) -> Iterator[Finding]:
    shares = values["shares"]
    if not shares:
        yield codes.REQUIRED.at(Place(field="shares"), title="Partes")
    total = sum(share["percent"] for share in shares)
    if total > WHOLE:
        yield codes.SHARES.at(Place(field="shares"), sum=f"{total.normalize():f}".replace(".", ","))
    yield from _once("shares", shares, "provider", "Recebedor")


def _items_once(values: Mapping[str, Any]) -> Iterator[Finding]:
    yield from _once("items", values["items"], "code", "Código")


def _once(held: str, children: list[Mapping[str, Any]], name: str, title: str) -> Iterator[Finding]:
    """Tell a child that names what one before it named."""
    seen: set[object] = set()
    for number, child in enumerate(children):
        if child[name] in seen:
            place = Place(field=f"{held}.{number}.{name}")
            yield codes.SHARE_TWICE.at(place, title=title, value=child[name])
        seen.add(child[name])


_ALL: Final = (
    Register(
        name="hospitals",
        model=models.Hospital,
        fields=columns(models.Hospital, "code", "name", "place", "charity_until"),
        key=CODE,
    ),
    Register(
        name="billing-units",
        model=models.BillingUnit,
        fields=columns(models.BillingUnit, "code", "name", "hospital", "principal_provider"),
        key=CODE,
    ),
    Register(
        name="providers",
        model=models.Provider,
        fields=columns(
            models.Provider, "code", "name", "kind", "council", "specialty", "provider_class"
        ),
        key=CODE,
    ),
    Register(
        name="credentials",
        model=models.Credential,
        fields=columns(
            models.Credential,
            *("provider", "payer", "mode", "scope", "codes", "forbids_complement", "exclusive"),
            *CONFIRMABLE,
            *("valid_from", "valid_to"),
        ),
        key=("provider", "payer", "valid_from"),
        checks=(dates_in_order, believed),
    ),
    Register(
        name="payers",
        model=models.Payer,
        fields=columns(models.Payer, "code", "name", "group"),
        key=CODE,
    ),
    Register(
        name="plans",
        model=models.Plan,
        fields=columns(models.Plan, "payer", "code", "name", "accommodation_type"),
        key=("payer", "code"),
    ),
    Register(
        name="accommodation-types",
        model=models.AccommodationType,
        fields=columns(models.AccommodationType, "code", "name", "rank"),
        key=CODE,
    ),
    Register(
        name="bed-classes",
        model=models.BedClass,
        fields=columns(models.BedClass, "code", "name", "accommodation_type"),
        key=CODE,
    ),
    Register(
        name="cost-centres",
        model=models.CostCentre,
        fields=columns(models.CostCentre, "code", "name"),
        key=CODE,
    ),
    Register(
        name="beds",
        model=models.Bed,
        fields=columns(models.Bed, "hospital", "code", "bed_class", "cost_centre"),
        key=("hospital", "code"),
    ),
    Register(
        name="workstations",
        model=models.Workstation,
        fields=columns(models.Workstation, "hospital", "code", "name", "cost_centre"),
        key=("hospital", "code"),
    ),
    Register(
        name="patients",
        model=models.Patient,
        fields=columns(models.Patient, "code", "name", "sex", "birth_date", "cpf"),
        key=CODE,
        read=Operation.PATIENTS_READ,
        write=Operation.PATIENTS_WRITE,
        within=selectors.patients,
        identifies_patients=True,
    ),
    Register(
        name="package-books",
        model=models.PackageBook,
        fields=columns(models.PackageBook, "payer", "name", "valid_from", "valid_to"),
        key=("payer", "valid_from"),
        checks=(dates_in_order,),
    ),
    Register(
        name="package-templates",
        model=models.PackageTemplate,
        fields=columns(models.PackageTemplate, "book", "code", "name"),
        key=("book", "code"),
        children=Children(
            name="items",
            title="itens",
            model=models.PackageItem,
            parent="template",
            fields=columns(models.PackageItem, "code", "quantity"),
            order="code",
        ),
        checks=(_items_once,),
    ),
    Register(
        name="split-rules",
        model=models.SplitRule,
        fields=columns(models.SplitRule, "provider", "contract", "codes", "valid_from", "valid_to"),
        key=("provider", "contract", "codes", "valid_from"),
        children=Children(
            name="shares",
            title="partes",
            model=models.SplitShare,
            parent="rule",
            fields=columns(models.SplitShare, "provider", "percent"),
            order="position",
            numbered=True,
        ),
        checks=(dates_in_order, _shares_within_the_whole),
    ),
    Register(
        name="inside-outside-rules",
        model=models.InsideOutsideRule,
        fields=columns(
            models.InsideOutsideRule,
            *("payer", "plan", "provider", "provider_class", "role", "setting", "codes", "side"),
            *("valid_from", "valid_to"),
            plan=field_of(models.InsideOutsideRule, "plan", within="payer"),
        ),
        key=(
            *("payer", "plan", "provider", "provider_class", "role", "setting", "codes"),
            "valid_from",
        ),
        checks=(dates_in_order,),
    ),
    *AGREED,
    *COUNTED,
)
REGISTERS: Final[Mapping[str, Register]] = {register.name: register for register in _ALL}
"""The registers by their names, each after those that it refers to but for a unit's own provider."""
