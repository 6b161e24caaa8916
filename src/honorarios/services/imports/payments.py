"""Past payments from a file: what an office presented by each route, what was refused of it, and when it came.

They feed the estimates of glosa and delay. Of one that is on record only what came later may be news: its
payment while it has none, and then what an appeal brought back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from honorarios.core.vocabulary import fold
from honorarios.records.models import Cooperative, Hospital, Payer, Provider, RoutePayment
from honorarios.routing.routes import Route
from honorarios.services import codes as service_codes
from honorarios.services import days, locks
from honorarios.services.imports import codes
from honorarios.services.imports.kinds import Kind
from honorarios.services.imports.named import keys_by_name
from honorarios.services.imports.opening import Opener, lacks_nothing
from honorarios.services.operations import Operation
from honorarios.services.routing import codes as routing
from honorarios.tabular import CODE, DATE, Column, decimal_type, term_type

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from honorarios.services.imports.opening import Wish
    from honorarios.services.work import Work

LONGEST_REFERENCE: Final = 80
CENTAVOS: Final = 100
ROUTES: Final[Mapping[str, Route]] = {
    spelling: route
    for route, others in {
        Route.ACCREDITED: ("credenciado", "convênio", "direto"),
        Route.REPASSE: ("repasse", "hospital"),
        Route.COOPERATIVE: ("coop",),
        Route.PRIVATE: ("privado", "paciente"),
    }.items()
    for spelling in (route.code_name, *map(fold, (route.label, *others)))
}
"""How files call the routes by which something is presented."""
MONEY: Final = decimal_type(2, 100_000_000)
AMOUNTS: Final = ("presented", "denied", "recovered")
LATER: Final = ("paid_on", "denied", "recovered")
"""What is known of a payment only after it was presented."""

COLUMNS: Final = (
    Column(
        "reference",
        title="Guia",
        required=True,
        aliases=("número da guia", "nº da guia", "nº guia", "referência", "documento"),
    ),
    Column("item", title="Item da guia", aliases=("item", "sequência", "seq")),
    Column(
        "payer",
        title="Convênio",
        required=True,
        aliases=("código do convênio", "cod convênio", "operadora", "fonte pagadora"),
    ),
    Column(
        "route",
        term_type(ROUTES),
        title="Via de faturamento",
        required=True,
        aliases=("via", "faturado por", "recebido por"),
    ),
    Column("hospital", title="Hospital", aliases=("código do hospital", "estabelecimento")),
    Column("cooperative", title="Cooperativa", aliases=("código da cooperativa", "coop")),
    Column(
        "provider",
        title="Prestador",
        aliases=("código do prestador", "cod prestador", "médico", "profissional"),
    ),
    Column(
        "code",
        CODE,
        title="Procedimento",
        required=True,
        aliases=("código", "código tuss", "tuss", "código do procedimento", "cod procedimento"),
    ),
    Column(
        "presented",
        MONEY,
        title="Valor apresentado",
        required=True,
        aliases=("apresentado", "valor cobrado", "valor faturado", "cobrado", "faturado"),
    ),
    Column("denied", MONEY, title="Glosa", aliases=("glosa inicial", "valor glosado", "glosado")),
    Column(
        "recovered",
        MONEY,
        title="Glosa recuperada",
        aliases=("recuperado", "valor recuperado", "recuperado em recurso"),
    ),
    Column(
        "presented_on",
        DATE,
        title="Apresentado em",
        required=True,
        aliases=("data de apresentação", "data da apresentação", "data de envio", "enviado em"),
    ),
    Column(
        "paid_on",
        DATE,
        title="Pago em",
        aliases=("data de pagamento", "data do pagamento", "recebido em", "data do crédito"),
    ),
)


class PaymentOpener(Opener):
    """Takes past payments in."""

    columns: ClassVar = COLUMNS

    def open(self, work: Work, wishes: Sequence[Wish]) -> None:
        """Keep what is new, and what is learnt of what waited for its money."""
        # Two files with the same rows, at the same moment, keep each of them once.
        locks.office(work.actor.office_id)
        known = _Known(work, wishes)
        for wish in wishes:
            known.add(wish, self.titles)
        added, changed = known.save()
        if added or changed:
            work.record("payments", added + changed, {"added": added, "changed": changed})


class _Known:
    """What rows refer to, the payments that there are, and those that will be."""

    def __init__(self, work: Work, wishes: Sequence[Wish]) -> None:
        self._office, self._now = work.actor.office_id, work.now
        self._today = days.today(self._office, work.now)
        self._named = {
            name: (title, keys_by_name(work.scope, model))
            for name, title, model in (
                ("payer", "O convênio", Payer),
                ("hospital", "O hospital", Hospital),
                ("cooperative", "A cooperativa", Cooperative),
                ("provider", "O prestador", Provider),
            )
        }
        for wish in wishes:
            self._understand(wish)
        references = {_reference(wish.values) for wish in wishes}
        there = RoutePayment.objects.filter(office_id=self._office, reference__in=references)
        self._there = {row.reference: row for row in there}
        self._new: list[RoutePayment] = []
        self._changed: dict[int, RoutePayment] = {}

    def add(self, wish: Wish, titles: Mapping[str, str]) -> None:
        """Keep a row, or refuse it."""
        reference = _reference(wish.values)
        if len(reference) > LONGEST_REFERENCE:
            words = {"title": titles["reference"], "longest": LONGEST_REFERENCE}
            wish.refuse(service_codes.TOO_LONG, "reference", **words)
        if wish.faults:
            return
        there = self._there.get(reference)
        if there is not None:
            said = {name: value for name, value in _said(there).items() if name not in _news(there)}
            wish.differ(f"O pagamento da guia {wish.values['reference']}", said, titles)
        if wish.faults:
            return
        row = there or self._made(wish.values, reference)
        later = {name: wish.values.get(name, getattr(row, name)) for name in LATER}
        self._check(wish, row, later)
        if wish.faults or (
            there is not None and later == {name: _said(row)[name] for name in LATER}
        ):
            return
        for name, value in later.items():
            setattr(row, name, value)
        row.waited = None if row.paid_on is None else (row.paid_on - row.presented_on).days
        self._keep(row)

    def save(self) -> tuple[int, int]:
        """Write them; how many were added and how many changed."""
        RoutePayment.objects.bulk_create(self._new)
        for row in self._changed.values():
            row.changed_at = self._now
        RoutePayment.objects.bulk_update(self._changed.values(), [*LATER, "waited", "changed_at"])
        return len(self._new), len(self._changed)

    def _keep(self, row: RoutePayment) -> None:
        if row.pk is not None:
            self._changed[row.pk] = row
        elif row.reference not in self._there:
            self._there[row.reference] = row
            self._new.append(row)

    def _made(self, values: Mapping[str, Any], reference: str) -> RoutePayment:
        return RoutePayment(
            office_id=self._office,
            reference=reference,
            payer_id=values["payer"],
            hospital_id=values.get("hospital"),
            cooperative_id=values.get("cooperative"),
            provider_id=values.get("provider"),
            route=values["route"].code_name,
            code=values["code"],
            presented=values["presented"],
            presented_on=values["presented_on"],
        )

    def _understand(self, wish: Wish) -> None:
        """Turn names into keys and reais into centavos; what refers to nothing is refused."""
        values = wish.values
        for name, (title, keys) in self._named.items():
            if name not in values:
                continue
            key = keys.get(fold(values[name]))
            if key is None:
                wish.refuse(codes.UNKNOWN, name, title=title, value=values[name])
            values[name] = key
        for name in AMOUNTS:
            if name in values:
                values[name] = int(values[name] * CENTAVOS)
        through, route = "cooperative" in values, values["route"]
        if through is not (route is Route.COOPERATIVE):
            wish.refuse(codes.WRONG_COOPERATIVE, "cooperative", route=route.label)

    def _check(self, wish: Wish, row: RoutePayment, later: Mapping[str, Any]) -> None:
        """Refuse amounts and days that contradict each other."""
        if not row.presented:
            wish.refuse(routing.AMOUNTS, "presented", what="nada foi apresentado")
        if later["denied"] > row.presented:
            wish.refuse(routing.AMOUNTS, "denied", what="a glosa passa do apresentado")
        if later["recovered"] > later["denied"]:
            wish.refuse(routing.AMOUNTS, "recovered", what="o recuperado passa da glosa")
        paid_on: date | None = later["paid_on"]
        for name, day in (("presented_on", row.presented_on), ("paid_on", paid_on)):
            if day is not None and day > self._today:
                wish.refuse(routing.FUTURE, name, day=f"{day:%d/%m/%Y}")
        if paid_on is not None and paid_on < row.presented_on:
            told = {"paid": paid_on, "presented": row.presented_on}
            words = {name: f"{day:%d/%m/%Y}" for name, day in told.items()}
            wish.refuse(routing.DAYS, "paid_on", **words)


def _reference(values: Mapping[str, Any]) -> str:
    """What tells a payment from every other: its guia, with the item, the procedure and who did it."""
    parts = (values.get(name) for name in ("reference", "item", "code", "provider"))
    return "/".join(str(part) for part in parts if part is not None)


def _said(row: RoutePayment) -> dict[str, Any]:
    """What a payment on record says, by the columns of a file."""
    return {
        "payer": row.payer_id,
        "hospital": row.hospital_id,
        "cooperative": row.cooperative_id,
        "route": next(route for route in Route if route.code_name == row.route),
        "presented": row.presented,
        "presented_on": row.presented_on,
        "paid_on": row.paid_on,
        "denied": row.denied,
        "recovered": row.recovered,
    }


def _news(row: RoutePayment) -> frozenset[str]:
    """What a file may still say anew of a payment on record."""
    if row.paid_on is None:
        return frozenset(LATER)
    return frozenset() if row.recovered else frozenset({"recovered"})


KIND: Final = Kind(
    name="payments",
    title="pagamentos já recebidos",
    operation=Operation.ROUTES_DECIDE,
    columns=COLUMNS,
    lacking=lacks_nothing,
    taker=PaymentOpener,
    # What a payer tells of payments names patients, in columns that nobody asks for.
    names_patients=True,
)
