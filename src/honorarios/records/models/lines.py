"""Fee lines: the money of an account, and every version that an edit left behind."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from honorarios.core.vocabulary import (
    AccessRoute,
    Laterality,
    LineKind,
    LineStatus,
    ProcedureKind,
    Role,
    SplitForm,
    Technique,
    Treatment,
)
from honorarios.records.fields import (
    ExactField,
    WallTimeField,
    ordered_dates,
    term_check,
    term_field,
)
from honorarios.records.models.accounts import AccountPart
from honorarios.records.models.base import Owned
from honorarios.records.models.offices import BillingUnit
from honorarios.records.models.people import Provider
from honorarios.records.models.places import CostCentre

LARGEST_QUANTITY = 999
"""``spec: launching 3.1``: quantity is 1 to 999, negative only on a reversal."""
CHARGED = (Treatment.NORMAL.code_name, Treatment.ON_TOP.code_name)
"""Treatments that charge the whole total; the others charge nothing (``spec: launching 3.4``)."""


class LineFacts(Owned):
    """What a fee line says, in each of its versions.

    A column that is not asked for by a list has no index: each costs every import its time.
    """

    version = models.PositiveIntegerField("versão", default=1, help_text="Cresce um a cada edição.")
    status = term_field(
        LineStatus, "situação", "Ativo, estornado ou estorno.", default=LineStatus.ACTIVE
    )
    kind = term_field(
        LineKind,
        "natureza",
        "Honorário de alguém ou taxa automática.",
        default=LineKind.PROFESSIONAL_FEE,
    )
    code = models.CharField("código", max_length=20, help_text="Código TUSS ou SIGTAP.")
    description = models.CharField(
        "descrição", max_length=300, blank=True, help_text="Nome do procedimento na tabela."
    )
    start = WallTimeField("início", help_text="Início do ato, hora do local.")
    end = WallTimeField("fim", null=True, blank=True, help_text="Fim do ato; vazio: não informado.")
    provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="prestador",
        help_text="Quem fez; a taxa automática não tem.",
    )
    role = term_field(
        Role, "função do médico", "Função na equipe; a taxa automática não tem.", optional=True
    )
    access_route = term_field(
        AccessRoute, "via de acesso", "Única, mesma via ou diferentes vias.", optional=True
    )
    procedure_kind = term_field(
        ProcedureKind,
        "tipo do procedimento",
        "Principal ou secundário.",
        default=ProcedureKind.PRINCIPAL,
    )
    rank = models.PositiveSmallIntegerField(
        "ordem", null=True, blank=True, help_text="Lugar do ato na cirurgia, a partir de 1."
    )
    technique = term_field(Technique, "técnica", "Convencional, vídeo ou robótica.", optional=True)
    laterality = term_field(
        Laterality, "lateralidade", "Esquerda, direita ou bilateral.", optional=True
    )
    quantity = models.SmallIntegerField(
        "quantidade", default=1, help_text="1 a 999; negativa só no estorno."
    )
    cost_centre = models.ForeignKey(
        CostCentre,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="centro de custo",
        help_text="Centro de custo do lançamento.",
    )
    unit_value = models.BigIntegerField(
        "valor unitário", help_text="Em centavos, positivo também no estorno."
    )
    total = models.BigIntegerField("valor total", help_text="Em centavos; negativo no estorno.")
    charged = models.BigIntegerField(
        "valor cobrado",
        help_text="Em centavos: o total, ou zero quando o pacote cobre ou não se cobra.",
    )
    treatment = term_field(
        Treatment, "tratamento no pacote", "O que o pacote fez do item.", default=Treatment.NORMAL
    )
    outside_requested = models.BooleanField(
        "fora da conta pedido", default=False, help_text="Se quem lançou marcou fora da conta."
    )
    outside_stored = models.BooleanField(
        "fora da conta", default=False, help_text="O que as regras decidiram (HONORARIOFORA)."
    )
    split_form = term_field(
        SplitForm, "divisão de cobrança", "Forma da divisão.", default=SplitForm.NONE
    )
    split_provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name="prestador da divisão",
        help_text="Com quem o valor se divide.",
    )
    split_group = models.UUIDField(
        "grupo da divisão", null=True, blank=True, help_text="Une as linhas de uma divisão."
    )
    split_percent = ExactField(
        "percentual da divisão",
        places=6,
        null=True,
        blank=True,
        help_text="Parte desta linha, em %.",
    )
    special = models.BooleanField(
        "item especial", default=False, help_text="Lançado pela página Especial: não se edita."
    )
    kept = models.JSONField(
        "memória de cálculo",
        default=dict,
        help_text="Colunas que o motor de cálculo devolveu.",
    )
    catalogue = models.ForeignKey(
        "records.CatalogueVersion",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="versão do catálogo",
        help_text="Catálogo que deu o preço.",
    )
    price_row = models.IntegerField(
        "linha da tabela",
        null=True,
        blank=True,
        help_text="Número da linha de preço naquele catálogo.",
    )
    created_at = models.DateTimeField(
        "gravado em", auto_now_add=True, help_text="Quando esta versão foi gravada."
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="gravado por",
        help_text="Quem gravou esta versão.",
    )

    class Meta:
        abstract = True


class FeeLine(LineFacts):
    """Lançamento de honorário, in its current version.

    An edit updates the row with the next version; the database itself copies the version that was
    replaced into :class:`FeeLineVersion`. A reversal (``status`` reversal, ``reverses`` set) mirrors its
    original: the quantity, the total and the charged value are negated, the unit value is the same;
    the original becomes ``reversed``. No row is ever deleted.
    """

    uid = models.UUIDField(
        "identificador", default=uuid.uuid4, unique=True, help_text="Nome do lançamento em APIs."
    )
    # The unique (part, number) is this key's index.
    part = models.ForeignKey(
        AccountPart,
        on_delete=models.PROTECT,
        related_name="lines",
        db_index=False,
        verbose_name="parcial",
        help_text="Parcial do lançamento.",
    )
    number = models.PositiveIntegerField(
        "número", help_text="Número dentro da parcial, a partir de 1."
    )
    # Repeated from the part so that a unit's lists need no join; the database keeps them equal.
    billing_unit = models.ForeignKey(
        BillingUnit,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="unidade de faturamento",
        help_text="A da parcial, repetida para as listas.",
    )
    difference_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="differences",
        db_index=False,
        verbose_name="diferença de",
        help_text="Lançamento do convênio de que este é a diferença particular.",
    )
    automatic_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="automatic_fees",
        db_index=False,
        verbose_name="taxa automática de",
        help_text="Honorário que gerou esta taxa.",
    )
    reverses = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reversed_by",
        verbose_name="estorno de",
        help_text="Lançamento que este estorna.",
    )
    reason = models.CharField(
        "motivo do estorno",
        max_length=500,
        blank=True,
        default="",
        help_text="Por que este estorna o outro; vazio em quem não é estorno.",
    )
    import_batch = models.ForeignKey(
        "records.ImportBatch",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="lines",
        db_index=False,
        verbose_name="importação",
        help_text="Importação que trouxe o lançamento.",
    )
    import_row = models.PositiveIntegerField(
        "linha do arquivo", null=True, blank=True, help_text="Linha do arquivo importado."
    )

    class Meta:
        verbose_name = "lançamento de honorário"
        verbose_name_plural = "lançamentos de honorários"
        constraints: ClassVar = [
            models.UniqueConstraint(name="feeline_number", fields=["part", "number"]),
            term_check("feeline_status_known", "status", LineStatus),
            term_check("feeline_kind_known", "kind", LineKind),
            term_check("feeline_role_known", "role", Role, optional=True),
            term_check("feeline_route_known", "access_route", AccessRoute, optional=True),
            term_check("feeline_procedure_kind_known", "procedure_kind", ProcedureKind),
            term_check("feeline_technique_known", "technique", Technique, optional=True),
            term_check("feeline_laterality_known", "laterality", Laterality, optional=True),
            term_check("feeline_treatment_known", "treatment", Treatment),
            term_check("feeline_split_form_known", "split_form", SplitForm),
            ordered_dates("feeline_hours_in_order", "start", "end"),
            models.CheckConstraint(
                name="feeline_reversal_names_its_original",
                condition=Q(status=LineStatus.REVERSAL.code_name, reverses__isnull=False)
                | (~Q(status=LineStatus.REVERSAL.code_name) & Q(reverses__isnull=True)),
            ),
            models.CheckConstraint(
                name="feeline_reason_is_a_reversals",
                condition=Q(status=LineStatus.REVERSAL.code_name) | Q(reason=""),
            ),
            models.CheckConstraint(
                name="feeline_quantity_in_range",
                condition=Q(
                    status=LineStatus.REVERSAL.code_name,
                    quantity__gte=-LARGEST_QUANTITY,
                    quantity__lte=-1,
                )
                | (
                    ~Q(status=LineStatus.REVERSAL.code_name)
                    & Q(quantity__gte=1, quantity__lte=LARGEST_QUANTITY)
                ),
            ),
            models.CheckConstraint(
                name="feeline_amounts_have_their_sign",
                condition=Q(status=LineStatus.REVERSAL.code_name, unit_value__gt=0, total__lt=0)
                | (~Q(status=LineStatus.REVERSAL.code_name) & Q(unit_value__gt=0, total__gt=0)),
            ),
            models.CheckConstraint(
                name="feeline_charged_by_treatment",
                condition=Q(treatment__in=CHARGED, charged=F("total"))
                | (~Q(treatment__in=CHARGED) & Q(charged=0)),
            ),
            models.CheckConstraint(
                name="feeline_fee_is_somebodys",
                condition=Q(kind=LineKind.FACILITY_FEE.code_name)
                | (Q(provider__isnull=False) & ~Q(role="")),
            ),
            models.CheckConstraint(
                name="feeline_split_has_its_group",
                condition=Q(split_form=SplitForm.NONE.code_name, split_group__isnull=True)
                | (
                    ~Q(split_form=SplitForm.NONE.code_name)
                    & Q(split_group__isnull=False, split_provider__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="feeline_split_percent_in_range",
                condition=Q(split_percent__isnull=True)
                | Q(split_percent__gt=0, split_percent__lte=100),
            ),
        ]
        indexes: ClassVar = [
            # Beyond what orders a list it holds all that the dashboard adds up, so that sums of a
            # million lines are read from it alone.
            models.Index(
                name="feeline_by_office",
                fields=[
                    "office",
                    "start",
                    "status",
                    "part",
                    "provider",
                    "billing_unit",
                    "charged",
                    "outside_stored",
                ],
            ),
            models.Index(name="feeline_by_provider", fields=["provider", "start"]),
            models.Index(name="feeline_by_unit_status", fields=["billing_unit", "status", "start"]),
            models.Index(
                name="feeline_by_split",
                fields=["split_group"],
                condition=Q(split_group__isnull=False),
            ),
            models.Index(
                name="feeline_by_difference",
                fields=["difference_of"],
                condition=Q(difference_of__isnull=False),
            ),
            models.Index(
                name="feeline_by_automatic",
                fields=["automatic_of"],
                condition=Q(automatic_of__isnull=False),
            ),
            models.Index(
                name="feeline_by_import",
                fields=["import_batch"],
                condition=Q(import_batch__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.part_id}/{self.number})"


class FeeLineVersion(LineFacts):
    """A version of a fee line that an edit or a reversal replaced; append-only.

    Written by the database's own trigger, column by column of :class:`LineFacts`, never by a program.
    """

    line = models.ForeignKey(
        FeeLine,
        on_delete=models.PROTECT,
        related_name="versions",
        db_index=False,
        verbose_name="lançamento",
        help_text="Lançamento de que esta é uma versão anterior.",
    )
    replaced_at = models.DateTimeField(
        "substituída em", help_text="Quando a versão seguinte tomou o lugar."
    )

    class Meta:
        verbose_name = "versão anterior"
        verbose_name_plural = "versões anteriores"
        constraints: ClassVar = [
            models.UniqueConstraint(name="feelineversion_version", fields=["line", "version"]),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} v{self.version}"
