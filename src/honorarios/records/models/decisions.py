"""The choice of a route: what was decided, what is claimed by it, and what came of each in the end."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from honorarios.core.vocabulary import Role, Term
from honorarios.records.fields import term_check, term_field
from honorarios.records.models.base import Owned


class PaidBy(Term):
    """The routes of a claim; the code names and labels are those of :mod:`honorarios.routing.routes`."""

    ACCREDITED = 1, "Convênio, credenciado"
    REPASSE = 2, "Repasse hospitalar"
    COOPERATIVE = 3, "Cooperativa"
    PRIVATE = 4, "Particular"
    CLASS_DIFFERENCE = 5, "Diferença de classe"


class ClaimState(Term):
    """Situação of a claim: one act, role and professional by one route."""

    OPEN = 0, "Aberta"
    """Decided, and not launched yet."""
    BILLED = 1, "Lançada"
    REFUSED = 2, "Recusada"
    WITHDRAWN = 3, "Retirada"
    PAID = 4, "Paga"


STANDING = (ClaimState.OPEN.code_name, ClaimState.BILLED.code_name, ClaimState.PAID.code_name)
"""States in which a claim keeps every other route closed (E19)."""


class RouteDecision(Owned):
    """Decisão de via: the opinion on a case as it was when somebody chose; append-only."""

    case = models.ForeignKey(
        "records.SurgeryCase",
        on_delete=models.PROTECT,
        related_name="decisions",
        db_index=False,
        verbose_name="caso",
        help_text="Caso decidido.",
    )
    number = models.PositiveIntegerField(
        "número", help_text="Número da decisão no caso, a partir de 1."
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="decidido por",
        help_text="Quem decidiu.",
    )
    made_at = models.DateTimeField("decidido em", auto_now_add=True, help_text="Quando decidiu.")
    inputs_hash = models.CharField(
        "resumo das entradas",
        max_length=64,
        help_text="SHA-256 de tudo de que a resposta dependeu.",
    )
    catalogue_hash = models.CharField(
        "resumo do catálogo", max_length=80, help_text="Catálogo que deu os preços."
    )
    document = models.JSONField("parecer", default=dict, help_text="O parecer, como foi mostrado.")
    chosen = models.JSONField(
        "escolhas", default=dict, help_text="Via escolhida de cada participação, pelo número dela."
    )
    reason = models.CharField(
        "motivo", max_length=500, blank=True, help_text="Por que não a via sugerida, se for outra."
    )

    class Meta:
        verbose_name = "decisão de via"
        verbose_name_plural = "decisões de via"
        constraints: ClassVar = [
            models.UniqueConstraint(name="routedecision_number", fields=["case", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number}"


class RouteClaim(Owned):
    """Cobrança de um ato, função e profissional por uma via: no two stand at once (E19).

    Shares of a division and the private difference hang on the claim's line; they are no claims.
    """

    decision = models.ForeignKey(
        RouteDecision,
        on_delete=models.PROTECT,
        related_name="claims",
        verbose_name="decisão",
        help_text="Decisão que a abriu.",
    )
    case = models.ForeignKey(
        "records.SurgeryCase",
        on_delete=models.PROTECT,
        related_name="claims",
        verbose_name="caso",
        help_text="Caso do ato.",
    )
    act = models.ForeignKey(
        "records.PlannedAct",
        on_delete=models.PROTECT,
        related_name="claims",
        db_index=False,
        verbose_name="ato",
        help_text="Ato cobrado.",
    )
    role = term_field(Role, "função", "Função do profissional no ato.")
    provider = models.ForeignKey(
        "records.Provider",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="profissional",
        help_text="Quem recebe.",
    )
    route = term_field(PaidBy, "via de faturamento", "Via por que se cobra.")
    cooperative = models.ForeignKey(
        "records.Cooperative",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="cooperativa",
        help_text="Só da via cooperativa.",
    )
    state = term_field(
        ClaimState,
        "situação",
        "Aberta, lançada, recusada, retirada ou paga.",
        default=ClaimState.OPEN,
    )
    fee_line = models.ForeignKey(
        "records.FeeLine",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="route_claims",
        verbose_name="lançamento",
        help_text="Lançamento por que foi cobrada; vazio: ainda não.",
    )
    note = models.CharField(
        "motivo", max_length=500, blank=True, help_text="Por que foi recusada ou retirada."
    )
    changed_at = models.DateTimeField("mudada em", auto_now=True, help_text="Última mudança.")

    class Meta:
        verbose_name = "cobrança por via"
        verbose_name_plural = "cobranças por via"
        constraints: ClassVar = [
            # Both databases hold E19: one standing claim of an act, role and professional.
            models.UniqueConstraint(
                name="routeclaim_once",
                fields=["act", "role", "provider"],
                condition=Q(state__in=STANDING),
            ),
            term_check("routeclaim_role_known", "role", Role),
            term_check("routeclaim_route_known", "route", PaidBy),
            term_check("routeclaim_state_known", "state", ClaimState),
            models.CheckConstraint(
                name="routeclaim_billed_has_its_line",
                condition=~Q(state=ClaimState.BILLED.code_name) | Q(fee_line__isnull=False),
            ),
            models.CheckConstraint(
                name="routeclaim_complement_is_none",
                condition=~Q(route=PaidBy.CLASS_DIFFERENCE.code_name),
            ),
        ]
        indexes: ClassVar = [
            models.Index(name="routeclaim_of_act", fields=["act", "role", "provider"]),
        ]

    def __str__(self) -> str:
        return f"{self.act_id} {self.role} {self.provider_id}: {self.route}"


class RoutePrediction(Owned):
    """Previsão of a claim when it was decided, to be compared with what comes."""

    decision = models.ForeignKey(
        RouteDecision,
        on_delete=models.PROTECT,
        related_name="predictions",
        verbose_name="decisão",
        help_text="Decisão que previu.",
    )
    claim = models.OneToOneField(
        RouteClaim,
        on_delete=models.PROTECT,
        related_name="prediction",
        verbose_name="cobrança",
        help_text="Cobrança prevista.",
    )
    presented = models.BigIntegerField("valor bruto previsto", help_text="Em centavos.")
    expected = models.BigIntegerField(
        "líquido esperado", help_text="Em centavos, a valor do dia da apresentação."
    )
    received = models.BigIntegerField(
        "pagamento previsto", help_text="Em centavos: bruto menos glosa, mais o que o recurso traz."
    )
    days = models.PositiveIntegerField(
        "dias previstos", help_text="Da apresentação ao primeiro pagamento."
    )

    class Meta:
        verbose_name = "previsão"
        verbose_name_plural = "previsões"

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.expected}"


class RoutePayment(Owned):
    """Histórico do escritório: a line presented by a route, what was refused of it, and when it was paid."""

    payer = models.ForeignKey(
        "records.Payer",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="convênio",
        help_text="A quem se apresentou.",
    )
    hospital = models.ForeignKey(
        "records.Hospital",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="hospital",
        help_text="Onde; vazio: não informado.",
    )
    cooperative = models.ForeignKey(
        "records.Cooperative",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="cooperativa",
        help_text="Só da via cooperativa.",
    )
    provider = models.ForeignKey(
        "records.Provider",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="profissional",
        help_text="De quem; vazio: não informado.",
    )
    claim = models.OneToOneField(
        RouteClaim,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="payment",
        verbose_name="cobrança",
        help_text="Cobrança que se apresentou; vazia: veio de planilha.",
    )
    route = term_field(PaidBy, "via de faturamento", "Via por que se apresentou.")
    code = models.CharField("código", max_length=20, help_text="Código do procedimento.")
    presented = models.BigIntegerField("apresentado", help_text="Em centavos.")
    denied = models.BigIntegerField("glosa inicial", default=0, help_text="Em centavos.")
    recovered = models.BigIntegerField(
        "recuperado", default=0, help_text="Da glosa, em centavos, o que o recurso trouxe."
    )
    presented_on = models.DateField("apresentado em", help_text="Dia da apresentação.")
    paid_on = models.DateField(
        "pago em", null=True, blank=True, help_text="Dia do primeiro pagamento; vazio: em aberto."
    )
    waited = models.PositiveIntegerField(
        "dias até o pagamento",
        null=True,
        blank=True,
        help_text="Da apresentação ao pagamento; vazio: em aberto.",
    )
    reference = models.CharField(
        "referência", max_length=80, blank=True, help_text="Guia ou linha da planilha de origem."
    )
    changed_at = models.DateTimeField("gravado em", auto_now=True, help_text="Última gravação.")

    class Meta:
        verbose_name = "pagamento por via"
        verbose_name_plural = "pagamentos por via"
        constraints: ClassVar = [
            term_check("routepayment_route_known", "route", PaidBy),
            models.CheckConstraint(
                name="routepayment_amounts_in_order",
                condition=Q(presented__gt=0, denied__gte=0, recovered__gte=0)
                & Q(denied__lte=F("presented"))
                & Q(recovered__lte=F("denied")),
            ),
            models.CheckConstraint(
                name="routepayment_days_of_its_payment",
                condition=Q(paid_on__isnull=True, waited__isnull=True)
                | Q(paid_on__isnull=False, waited__isnull=False, paid_on__gte=F("presented_on")),
            ),
            models.UniqueConstraint(
                name="routepayment_reference",
                fields=["office", "reference"],
                condition=~Q(reference=""),
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                name="routepayment_seen",
                fields=["office", "route", "payer", "code", "presented", "denied", "recovered"],
            ),
            models.Index(
                name="routepayment_waits",
                fields=["office", "route", "payer", "waited", "presented_on"],
            ),
            models.Index(name="routepayment_changed", fields=["office", "changed_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.route} {self.presented_on}"
