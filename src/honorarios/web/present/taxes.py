"""Tax parameters as people see and change them: every number with its name, its source and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from honorarios.core.money import format_decimal
from honorarios.routing.taxes import Confidence, Payer
from honorarios.web.typed import quantity_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from honorarios.routing.taxes import TaxYear

HUNDRED: Final = Decimal(100)
CONFIDENCE: Final[Mapping[Confidence, tuple[str, str]]] = {
    Confidence.READ: ("ok", gettext_noop("lido na fonte")),
    Confidence.SURE: ("ok", gettext_noop("conhecimento firme")),
    Confidence.LIKELY: ("warn", gettext_noop("a conferir com o contador")),
    Confidence.UNVERIFIED: ("bad", gettext_noop("não verificado")),
}
PAYERS: Final[Mapping[Payer, str]] = {
    Payer.OPERATOR: gettext_noop("Convênio paga à pessoa física"),
    Payer.PATIENT: gettext_noop("Paciente paga à pessoa física"),
    Payer.HOSPITAL: gettext_noop("Hospital paga à pessoa física"),
    Payer.EXEMPT_CHARITY: gettext_noop("Hospital filantrópico isento paga à pessoa física"),
    Payer.COOPERATIVE: gettext_noop("Cooperativa paga ao cooperado"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the parameters."""

    path: str
    """Where it stands in the document: ``social_security.rates.0.rate``."""
    label: str
    value: Decimal
    share: bool = False
    """Whether it is a rate, which people write in %."""
    source: str = ""
    confidence: str = ""
    kind: str = "muted"
    note: str = ""
    typed: str = ""
    """What somebody typed in its place."""

    @property
    def id(self) -> str:
        """Its id on the page."""
        return f"n-{self.path}".replace(".", "-").replace("_", "-")

    @property
    def text(self) -> str:
        """As it is typed and read."""
        shown = self.value * HUNDRED if self.share else self.value
        return quantity_text(shown.normalize() if shown % 1 else shown.quantize(Decimal(1)))

    @property
    def amount(self) -> str:
        """As it is read: a rate in %, or reais with their centavos."""
        return f"{self.text} %" if self.share else f"R$ {format_decimal(self.value, 2)}"

    @property
    def unit(self) -> str:
        """What it counts."""
        return "%" if self.share else "R$"


@dataclass(frozen=True, slots=True)
class Section:
    """Numbers under a heading."""

    title: str
    numbers: tuple[Number, ...]
    note: str = ""
    rows: tuple[tuple[Number, ...], ...] = field(default=())
    """A table of numbers: each row a bracket."""


def sections(year: TaxYear) -> tuple[Section, ...]:
    """All numbers of a year's parameters."""
    return (
        Section(_("INSS da pessoa física"), tuple(_social(year))),
        Section(
            _("IRPF do mês"),
            tuple(_reducer(year)),
            _sourced(year.income_tax),
            tuple(_brackets(year)),
        ),
        Section(_("Pessoa jurídica: carga na margem"), tuple(_regimes(year))),
        Section(
            _("Retenções na fonte"),
            tuple(_withheld(year)),
            _("São antecipações: mudam o dia do dinheiro, não o valor."),
        ),
    )


def numbers(year: TaxYear) -> Iterator[Number]:
    """Every number, whatever its section."""
    for section in sections(year):
        yield from section.numbers
        for row in section.rows:
            yield from row


def filled(sections: Iterable[Section], data: Mapping[str, str]) -> tuple[Section, ...]:
    """Sections with what was typed in each number's place."""

    def one(number: Number) -> Number:
        return replace(number, typed=data.get(number.path, number.text))

    return tuple(
        replace(
            section,
            numbers=tuple(map(one, section.numbers)),
            rows=tuple(tuple(map(one, row)) for row in section.rows),
        )
        for section in sections
    )


def put(document: dict[str, Any], number: Number, typed: Decimal) -> None:
    """Write a number into a document at its path."""
    *parents, last = number.path.split(".")
    here: Any = document
    for part in parents:
        here = here[int(part)] if isinstance(here, list) else here[part]
    here[last] = str(typed / HUNDRED if number.share else typed)


def _sure(sourced: Any) -> dict[str, Any]:  # noqa: ANN401 - anything that has a source
    kind, text = CONFIDENCE[sourced.confidence]
    return {"source": sourced.source, "confidence": _(text), "kind": kind}


def _sourced(sourced: Any) -> str:  # noqa: ANN401 - as above
    return f"{sourced.source} ({_(CONFIDENCE[sourced.confidence][1])})"


def _social(year: TaxYear) -> Iterator[Number]:
    held, place = year.social_security, "social_security"
    yield Number(f"{place}.ceiling", _("Teto do mês"), held.ceiling, **_sure(held))
    yield Number(f"{place}.minimum", _("Salário mínimo"), held.minimum, **_sure(held))
    for at, one in enumerate(held.rates):
        source = one.collected_by == "payer"
        note = _("retido na fonte") if source else _("recolhido pelo médico")
        path = f"{place}.rates.{at}.rate"
        yield Number(path, _(PAYERS[one.payer]), one.rate, share=True, note=note, **_sure(one))


def _brackets(year: TaxYear) -> Iterator[tuple[Number, ...]]:
    for at, one in enumerate(year.income_tax.brackets):
        path = f"income_tax.brackets.{at}"
        yield (
            Number(f"{path}.above", _("Acima de"), one.above),
            Number(f"{path}.rate", _("Alíquota"), one.rate, share=True),
            Number(f"{path}.deduction", _("Parcela a deduzir"), one.deduction),
        )


def _reducer(year: TaxYear) -> Iterator[Number]:
    held, path = year.income_tax.reducer, "income_tax.reducer"
    if held is None:
        return
    sure = _sure(held)
    yield Number(f"{path}.full_up_to", _("Redução inteira até"), held.full_up_to, **sure)
    yield Number(f"{path}.most", _("Redução máxima"), held.most, **sure)
    yield Number(f"{path}.ends_at", _("Redução acaba em"), held.ends_at, **sure)
    yield Number(f"{path}.constant", _("Constante da redução"), held.constant, **sure)
    yield Number(f"{path}.slope", _("Redução por real de renda"), held.slope, share=True, **sure)


def _regimes(year: TaxYear) -> Iterator[Number]:
    for at, one in enumerate(year.regimes):
        yield Number(f"regimes.{at}.rate", one.label, one.rate, share=True, **_sure(one))


def _withheld(year: TaxYear) -> Iterator[Number]:
    held, path = year.withholding, "withholding"
    tax, others = held.income_tax, held.contributions
    yield Number(f"{path}.income_tax.rate", _("IRRF"), tax.rate, share=True, **_sure(tax))
    yield Number(
        f"{path}.contributions.rate",
        _("CSLL, PIS e COFINS"),
        others.rate,
        share=True,
        **_sure(others),
    )
    label = _("Não se retém menos de")
    yield Number(f"{path}.contributions.not_under", label, others.not_under, **_sure(others))
