"""The account of an attendance, its billable slices, and the history of their states."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from honorarios.core.vocabulary import BillingRoute, PartStatus
from honorarios.records.fields import ordered_dates, term_check, term_field
from honorarios.records.models.attendances import Attendance
from honorarios.records.models.base import Owned
from honorarios.records.models.offices import BillingUnit
from honorarios.records.models.payers import Payer, Plan


class Account(Owned):
    """Conta: the billing record of an attendance."""

    attendance = models.ForeignKey(
        Attendance,
        on_delete=models.PROTECT,
        related_name="accounts",
        verbose_name="atendimento",
        help_text="Atendimento cobrado.",
    )
    number = models.PositiveIntegerField(
        "número", default=1, help_text="Número da conta dentro do atendimento."
    )
    billing_unit = models.ForeignKey(
        BillingUnit,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="unidade de faturamento",
        help_text="Quem fatura a conta.",
    )

    class Meta:
        verbose_name = "conta"
        verbose_name_plural = "contas"
        constraints: ClassVar = [
            models.UniqueConstraint(name="account_number", fields=["attendance", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.attendance_id}/{self.number}"


class AccountPart(Owned):
    """Parcial: a billable slice of an account, with its own payer, period and state.

    Frozen while ``released``, ``billed`` or ``cancelled``; while a self-pay one has its tax invoice;
    and while its attendance is cancelled. Then only a named transition changes it: a
    :class:`PartTransition` with the part's next version is inserted first, in the same transaction.
    """

    account = models.ForeignKey(
        Account,
        on_delete=models.PROTECT,
        related_name="parts",
        verbose_name="conta",
        help_text="Conta da parcial.",
    )
    seq = models.PositiveIntegerField("sequência", help_text="Número da parcial dentro da conta.")
    payer = models.ForeignKey(
        Payer,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="convênio",
        help_text="Quem paga.",
    )
    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="plano",
        help_text="Plano do paciente.",
    )
    # No index of its own: it leads the one below.
    billing_unit = models.ForeignKey(
        BillingUnit,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name="unidade de faturamento",
        help_text="Quem fatura; não muda depois do primeiro lançamento.",
    )
    contract = models.CharField(
        "condições contratuais",
        max_length=120,
        blank=True,
        default="",
        help_text="Contrato do catálogo; vazio: encontrado por convênio, unidade e via.",
    )
    route = term_field(
        BillingRoute,
        "via de faturamento",
        "Vazia: particular para quem paga por si, senão repasse do hospital.",
        optional=True,
    )
    period_start = models.DateField("início", help_text="Primeiro dia do período, incluído.")
    period_end = models.DateField(
        "fim", null=True, blank=True, help_text="Último dia, incluído; vazio: sem limite."
    )
    status = term_field(
        PartStatus,
        "situação",
        "Aberta, encerrada, liberada, faturada ou cancelada.",
        default=PartStatus.OPEN,
    )
    tax_invoice = models.CharField(
        "nota fiscal",
        max_length=60,
        blank=True,
        default="",
        help_text="Número da nota fiscal emitida; vazio: não emitida. Congela a parcial particular.",
    )
    tax_invoice_at = models.DateTimeField(
        "nota fiscal em", null=True, blank=True, help_text="Quando a nota fiscal foi registrada."
    )
    remittance = models.ForeignKey(
        "records.Remittance",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="remessa",
        help_text="Remessa em que está, só enquanto faturada.",
    )
    version = models.PositiveIntegerField(
        "versão", default=1, help_text="Cresce um a cada alteração."
    )

    class Meta:
        verbose_name = "parcial"
        verbose_name_plural = "parciais"
        constraints: ClassVar = [
            models.UniqueConstraint(name="accountpart_seq", fields=["account", "seq"]),
            term_check("accountpart_status_known", "status", PartStatus),
            term_check("accountpart_route_known", "route", BillingRoute, optional=True),
            ordered_dates("accountpart_period_in_order", "period_start", "period_end"),
            models.CheckConstraint(
                name="accountpart_invoice_has_its_hour",
                condition=Q(tax_invoice="", tax_invoice_at__isnull=True)
                | (~Q(tax_invoice="") & Q(tax_invoice_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="accountpart_billed_in_a_remittance",
                condition=Q(status=PartStatus.BILLED.code_name, remittance__isnull=False)
                | (~Q(status=PartStatus.BILLED.code_name) & Q(remittance__isnull=True)),
            ),
        ]
        indexes: ClassVar = [
            # Lists of a unit's parts by state, and billing: released parts of unit + payer.
            models.Index(
                name="part_by_unit_status",
                fields=["billing_unit", "status", "payer", "period_start"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}/{self.seq}"


class PartTransition(Owned):
    """One named change of a part's state, append-only; its version is the one the part then has.

    A tax invoice is a transition too, with equal states. The first change of a part has version 2.
    """

    part = models.ForeignKey(
        AccountPart,
        on_delete=models.PROTECT,
        related_name="transitions",
        db_index=False,
        verbose_name="parcial",
        help_text="Parcial que mudou.",
    )
    version = models.PositiveIntegerField(
        "versão", help_text="Versão da parcial depois da mudança."
    )
    verb = models.CharField(
        "operação",
        max_length=24,
        help_text="Nome da operação: close, reopen, release, unrelease, bill, rebill, cancel.",
    )
    from_status = term_field(PartStatus, "de", "Situação anterior.")
    to_status = term_field(PartStatus, "para", "Situação nova.")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="autor",
        help_text="Quem mudou.",
    )
    at = models.DateTimeField("em", auto_now_add=True, help_text="Quando mudou.")
    reason = models.CharField("motivo", max_length=500, blank=True, help_text="Por que mudou.")

    class Meta:
        verbose_name = "mudança de situação"
        verbose_name_plural = "mudanças de situação"
        constraints: ClassVar = [
            models.UniqueConstraint(name="parttransition_version", fields=["part", "version"]),
            term_check("parttransition_from_known", "from_status", PartStatus),
            term_check("parttransition_to_known", "to_status", PartStatus),
        ]

    def __str__(self) -> str:
        return f"{self.from_status} → {self.to_status}"
