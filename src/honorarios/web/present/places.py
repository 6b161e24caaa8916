"""Where the desk shows each register: its Portuguese address, its picture, what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_noop

from honorarios.services.registers import REGISTERS
from honorarios.web.present.meanings import in_words, said

if TYPE_CHECKING:
    from honorarios.services.registers import Register


def capital(text: str) -> str:
    """A text with its first letter capital, the others as they are."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Place:
    """A register on the desk."""

    name: str
    """As the services call it."""
    slug: str
    """In addresses."""
    icon: str
    lead: str
    """What it is for, in a sentence."""
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The fields of a long form under headings; those of none stand first."""
    page: str = ""
    """The view that shows one of them, where it has a page of its own."""
    confirming: str = ""
    """The view by which one of them is confirmed, where it is a fact that somebody confirms."""

    @property
    def register(self) -> Register:
        """Its description."""
        return REGISTERS[self.name]

    @property
    def titles(self) -> str:
        """Many of them, as a heading."""
        return capital(said(self.register.titles, in_words(self.name)))

    @property
    def title(self) -> str:
        """One of them, as a heading."""
        return capital(said(self.register.title, in_words(self.register.model.__name__)))

    @property
    def listing(self) -> str:
        """The address of its list."""
        return self.url("listing")

    def confirm(self, row_id: int) -> str:
        """The address where a row is confirmed; empty where there is nothing to confirm."""
        return reverse(self.confirming, args=[row_id]) if self.confirming else ""

    def url(self, view: str, row_id: int | None = None) -> str:
        """The address of one of its screens: ``listing``, ``show``, ``edit``."""
        if view == "show" and self.page:
            return reverse(self.page, args=[row_id])
        if self.register.identifies_patients:
            return reverse(f"patients.{view}", args=[] if row_id is None else [row_id])
        return reverse(f"registers.{view}", args=[self.slug, *([] if row_id is None else [row_id])])


_KNOWN: Final = (
    gettext_noop("Como se sabe"),
    ("fact_status", "confirmed_by", "confirmed_on", "expires_on", "evidence", "asks"),
)
_CUT_OFF: Final = (
    gettext_noop("Até quando se entrega"),
    (
        *("cut_off_shape", "cut_off_event", "cut_off_days", "cut_off_working", "cut_off_day"),
        *("cut_off_months", "cut_off_roll", "cut_off_dates"),
    ),
)
_DEMANDED: Final = (
    gettext_noop("O que a via exige"),
    (
        *("documents", "papers", "appeal_days", "same_route_for_all"),
        *("accepts_natural", "accepts_legal"),
    ),
)
GROUPS: Final[tuple[tuple[str, tuple[Place, ...]], ...]] = (
    (
        gettext_noop("Quem age"),
        (
            Place(
                "providers",
                "prestadores",
                "stethoscope",
                gettext_noop("Médicos, empresas e a própria instituição."),
            ),
            Place(
                "credentials",
                "credenciamentos",
                "badge-check",
                gettext_noop("Como cada prestador está com cada convênio, ao longo do tempo."),
                groups=(_KNOWN,),
                confirming="agreements.confirm_credential",
            ),
            Place(
                "patients",
                "pacientes",
                "user-round",
                gettext_noop("Prontuários; cada leitura fica registrada."),
            ),
        ),
    ),
    (
        gettext_noop("Quem paga"),
        (
            Place(
                "payers",
                "convenios",
                "landmark",
                gettext_noop("Convênios, particular, SUS e servidor estadual."),
            ),
            Place(
                "plans",
                "planos",
                "id-card",
                gettext_noop("Os planos de cada convênio e a acomodação contratada."),
            ),
        ),
    ),
    (
        gettext_noop("Por onde se recebe"),
        (
            Place(
                "agreements",
                "acordos",
                "handshake",
                gettext_noop("O que cada hospital e cooperativa combinou com cada convênio."),
                groups=(
                    (
                        gettext_noop("Só uma parte"),
                        ("plan", "billing_unit", "codes", "specialty", "contract"),
                    ),
                    _KNOWN,
                ),
                page="agreements.show",
            ),
            Place(
                "route-terms",
                "condicoes-das-vias",
                "percent",
                gettext_noop("Taxas, prazos e documentos de cada via de faturamento."),
                groups=(_CUT_OFF, _DEMANDED),
            ),
            Place(
                "cooperatives",
                "cooperativas",
                "users-round",
                gettext_noop("As cooperativas que cobram honorários, e o que elas atendem."),
            ),
            Place(
                "memberships",
                "filiacoes",
                "id-card",
                gettext_noop("Quem é associado de qual cooperativa, e desde quando."),
                groups=(_KNOWN,),
                confirming="agreements.confirm_membership",
            ),
            Place(
                "hospital-contacts",
                "contatos",
                "phone",
                gettext_noop("Comercial, corpo clínico e faturamento: a quem perguntar."),
            ),
            Place(
                "tax-profiles",
                "perfis-tributarios",
                "scale",
                gettext_noop("Como cada prestador recebe, e o que o imposto leva na margem."),
            ),
        ),
    ),
    (
        gettext_noop("Onde"),
        (
            Place("hospitals", "hospitais", "hospital", gettext_noop("As casas do cliente.")),
            Place(
                "billing-units",
                "unidades",
                "receipt-text",
                gettext_noop("Unidades de faturamento e o prestador principal de cada uma."),
            ),
            Place(
                "accommodation-types",
                "acomodacoes",
                "bed-double",
                gettext_noop("Enfermaria, apartamento, UTI: os tipos e a sua ordem."),
            ),
            Place(
                "bed-classes",
                "classes-de-leito",
                "layers",
                gettext_noop("O que liga leitos a uma acomodação."),
            ),
            Place("beds", "leitos", "bed", gettext_noop("Os leitos de cada hospital.")),
            Place(
                "cost-centres",
                "centros-de-custo",
                "wallet",
                gettext_noop("Para onde vai cada lançamento na contabilidade."),
            ),
            Place(
                "workstations",
                "estacoes",
                "monitor",
                gettext_noop("Estações de trabalho dos atendimentos externos."),
            ),
        ),
    ),
    (
        gettext_noop("Regras"),
        (
            Place(
                "split-rules",
                "divisoes",
                "split",
                gettext_noop("Divisão de cobrança por percentual, com os recebedores."),
            ),
            Place(
                "inside-outside-rules",
                "dentro-ou-fora",
                "log-out",
                gettext_noop("O que fica dentro ou fora da conta, e desde quando."),
            ),
            Place(
                "holiday-places",
                "pracas",
                "calendar-off",
                gettext_noop(
                    "Feriados de cada cidade, com que se contam os dias úteis dos prazos."
                ),
            ),
            Place(
                "deadline-pressure",
                "pressao-dos-prazos",
                "hourglass",
                gettext_noop("Risco de nada receber quando falta um documento perto do prazo."),
            ),
            Place(
                "package-books",
                "livros-de-pacotes",
                "book-open",
                gettext_noop("Os pacotes combinados com cada convênio."),
            ),
            Place(
                "package-templates",
                "gabaritos",
                "package",
                gettext_noop("Os itens e quantidades de cada pacote."),
            ),
        ),
    ),
)
PLACES: Final = {place.slug: place for _title, places in GROUPS for place in places}
BY_NAME: Final = {place.name: place for place in PLACES.values()}
BY_MODEL: Final = {place.register.model: place for place in PLACES.values()}
