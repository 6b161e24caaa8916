"""Tax parameters by year, as they come with the product or as the office keeps them; no tax advice."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from honorarios.core.findings import Place
from honorarios.planning.days import YEARS
from honorarios.records import selectors
from honorarios.records.models import TaxParameters
from honorarios.routing.taxes import TaxYear
from honorarios.routing.taxes.parameters import Payer, tax_years
from honorarios.services import locks
from honorarios.services.agreements import codes
from honorarios.services.operations import Operation
from honorarios.services.outcomes import refuse
from honorarios.services.routing.taxed import USUAL_REGIME
from honorarios.services.texts import within
from honorarios.services.work import consult, perform

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from honorarios.services.actor import Actor
    from honorarios.services.outcomes import Result
    from honorarios.services.work import Work

LONGEST_SOURCE: Final = 400
MOST_CHARACTERS: Final = 100_000
MOST_REAIS: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class TaxParametersView:
    """The parameters of a year."""

    year: int
    taxes: TaxYear
    own: bool
    """Whether the office keeps its own; otherwise they are those that come with the product."""
    source: str
    """Where the office's own came from; empty for the product's."""
    recorded_at: datetime | None
    content_hash: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a write of parameters left."""

    year: int
    content_hash: str
    changed: bool


def parameters(*, actor: Actor) -> Result[tuple[TaxParametersView, ...]]:
    """The parameters in force of every year that there are any of, the newest first."""
    return consult(
        actor=actor,
        operation=Operation.PARAMETERS_READ,
        do=lambda work: tuple(sorted(_views(work), key=lambda one: -one.year)),
    )


def change_parameters(
    *,
    actor: Actor,
    document: Mapping[str, Any],
    source: str,
    key: str | None = None,
    dry_run: bool = False,
) -> Result[Kept]:
    """Keep parameters of a year as the office's own; those before stay on record.

    Args:
        actor: Who keeps them.
        document: A :class:`~honorarios.routing.taxes.TaxYear` ready for JSON; REG-TAX-DOCUMENT where it
            is none. Its ``valid_from`` says the year.
        source: Who confirmed them, by what norm and when; REG-TAX-SOURCE where it is empty.
        key: Idempotency key.
        dry_run: Answer and write nothing.
    """

    def do(work: Work) -> Kept:
        told = within(source, "source", title="Origem", longest=LONGEST_SOURCE)
        if not told:
            refuse(codes.TAX_SOURCE.at(Place(field="source")))
        text = _canonical(_read(document))
        year, digest = TaxYear.model_validate_json(text).valid_from.year, _digest(text)
        locks.office(work.actor.office_id)
        held = selectors.owned(TaxParameters, work.scope).filter(year=year).order_by("-pk").first()
        if held is not None and held.content_hash == digest:
            return Kept(year, digest, changed=False)
        made = TaxParameters.objects.create(
            office_id=work.actor.office_id,
            year=year,
            document=text,
            content_hash=digest,
            source=told,
            author_id=work.actor.user_id or None,
        )
        work.record("tax-parameters", made.pk, {"year": year, "hash": digest})
        return Kept(year, digest, changed=True)

    return perform(
        actor=actor,
        operation=Operation.PARAMETERS_WRITE,
        answer=Kept,
        do=do,
        key=key,
        request=["taxes", dict(document), source],
        dry_run=dry_run,
    )


def _views(work: Work) -> list[TaxParametersView]:
    found: dict[int, TaxParametersView] = {}
    for year in tax_years():
        number, text = year.valid_from.year, _canonical(year)
        found[number] = TaxParametersView(
            number, year, own=False, source="", recorded_at=None, content_hash=_digest(text)
        )
    for row in selectors.owned(TaxParameters, work.scope).order_by("pk"):
        taxes = TaxYear.model_validate_json(row.document)
        found[row.year] = TaxParametersView(
            row.year,
            taxes,
            own=True,
            source=row.source,
            recorded_at=row.recorded_at,
            content_hash=row.content_hash,
        )
    return list(found.values())


def _read(document: Mapping[str, Any]) -> TaxYear:
    try:
        text = json.dumps(dict(document))
        if len(text) > MOST_CHARACTERS:
            refuse(codes.TAX_DOCUMENT.at(Place(field="document"), why="é grande demais."))
        year = TaxYear.model_validate_json(text)
    except (ValidationError, TypeError, ValueError) as problem:
        refuse(codes.TAX_DOCUMENT.at(Place(field="document"), why=_why(problem)))
    faults = [codes.TAX_DOCUMENT.at(Place(field="document"), why=why) for why in _faults(year)]
    if faults:
        refuse(*faults)
    return year


def _faults(year: TaxYear) -> Iterator[str]:
    """What is missing for a tax to be reckoned, or is none."""
    if year.valid_from.year not in YEARS:
        yield f"o ano vai de {YEARS[0]} a {YEARS[-1]}."
    if not any(bracket.above == 0 for bracket in year.income_tax.brackets):
        yield "falta a faixa do imposto de renda que começa em zero."
    known = {rate.payer for rate in year.social_security.rates}
    for payer in Payer:
        if payer not in known:
            yield f"falta a alíquota do INSS de quem recebe de {payer.value}."
    if USUAL_REGIME not in {regime.code for regime in year.regimes}:
        yield f"falta o regime {USUAL_REGIME}."
    for place, value in _numbers(year.model_dump(), ""):
        share = place.endswith(".rate")
        if not 0 <= value <= (1 if share else MOST_REAIS):
            limit = "1" if share else f"{MOST_REAIS}"
            yield f"em {place}, o valor vai de 0 a {limit}."


def _numbers(value: object, place: str) -> Iterator[tuple[str, Decimal]]:
    """Every number of a document, by its place."""
    if isinstance(value, Decimal):
        yield place, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _numbers(inner, f"{place}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _numbers(inner, f"{place}.{index}")


def _why(problem: Exception) -> str:
    """The first thing that is wrong, by its place in the document."""
    if not isinstance(problem, ValidationError):
        return "não é um documento JSON."
    first = problem.errors()[0]
    place = ".".join(map(str, first["loc"])) or "documento"
    return f"em {place}, falta algo ou o valor não serve."


def _canonical(year: TaxYear) -> str:
    return json.dumps(year.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)


def _digest(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
