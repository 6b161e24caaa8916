"""A surgery from indication to payment: the case, what is planned in it, and who takes part."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from honorarios.core.vocabulary import (
    AccessRoute,
    Character,
    Laterality,
    Role,
    Setting,
    UpgradeReason,
)
from honorarios.records.fields import WallTimeField, term_check, term_field
from honorarios.records.models.attendances import Attendance
from honorarios.records.models.base import Owned
from honorarios.records.models.facts import Answer, ReceivesAs, answer_field, known_choice
from honorarios.records.models.offices import Hospital
from honorarios.records.models.payers import Payer, Plan
from honorarios.records.models.people import Patient, Provider
from honorarios.records.models.places import AccommodationType

LONGEST_CODE = 20


class CaseStatus(models.TextChoices):
    """How far a surgery came; :data:`honorarios.planning.case.STEPS` says what may follow what."""

    INDICATED = "indicated", "Indicada"
    REQUESTED = "requested", "Pedida"
    AUTHORISED = "authorised", "Autorizada"
    PARTLY_AUTHORISED = "partly_authorised", "Autorizada em parte"
    DENIED = "denied", "Negada"
    SCHEDULED = "scheduled", "Agendada"
    PERFORMED = "performed", "Realizada"
    BILLED = "billed", "Cobrada"
    PAID = "paid", "Paga"
    CANCELLED = "cancelled", "Cancelada"


class SurgeryCase(Owned):
    """Cirurgia planejada: what is asked of the payer, of the hospital and of the patient hangs on it."""

    number = models.CharField(
        "número", max_length=40, help_text="Número da cirurgia, único no cliente."
    )
    hospital = models.ForeignKey(
        Hospital,
        on_delete=models.PROTECT,
        related_name="cases",
        verbose_name="hospital",
        help_text="Onde será operado.",
    )
    patient = models.ForeignKey(
        Patient,
        on_delete=models.PROTECT,
        related_name="cases",
        verbose_name="paciente",
        help_text="Quem será operado.",
    )
    payer = models.ForeignKey(
        Payer,
        on_delete=models.PROTECT,
        related_name="cases",
        verbose_name="convênio",
        help_text="A quem se pede a autorização.",
    )
    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="plano",
        help_text="Produto do convênio; vazio: não informado.",
    )
    status = models.CharField(
        "situação",
        max_length=17,
        choices=CaseStatus.choices,
        default=CaseStatus.INDICATED,
        help_text="Até onde a cirurgia chegou, da indicação ao pagamento.",
    )
    character = term_field(
        Character, "caráter", "Eletivo ou de urgência.", default=Character.ELECTIVE
    )
    setting = term_field(
        Setting, "tipo de paciente", "Interno ou externo.", default=Setting.INPATIENT
    )
    indicated_on = models.DateField("indicada em", help_text="Dia em que o médico a indicou.")
    planned_at = WallTimeField(
        "planejada para", null=True, blank=True, help_text="Hora do local; vazia: sem data."
    )
    admitted_on = models.DateField(
        "internação", null=True, blank=True, help_text="Dia em que o paciente se interna."
    )
    performed_at = WallTimeField(
        "realizada em", null=True, blank=True, help_text="Hora do local; vazia: ainda não foi."
    )
    discharged_on = models.DateField("alta", null=True, blank=True, help_text="Dia da alta.")
    contracted_accommodation = models.ForeignKey(
        AccommodationType,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="acomodação contratada",
        help_text="A que o plano dá direito; vazia: não informada.",
    )
    occupied_accommodation = models.ForeignKey(
        AccommodationType,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="acomodação ocupada",
        help_text="A que o paciente ocupa ou vai ocupar; vazia: a contratada.",
    )
    upgrade_reason = term_field(
        UpgradeReason,
        "motivo da mudança",
        "Por que a acomodação é superior à contratada.",
        optional=True,
    )
    attendance = models.ForeignKey(
        Attendance,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name="atendimento",
        help_text="Atendimento em que foi realizada.",
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="responsável",
        help_text="Quem acompanha a cirurgia no faturamento.",
    )
    needs_opme = models.BooleanField(
        "usa OPME", default=False, help_text="Se há órteses, próteses ou materiais a cotar."
    )
    free_choice = models.BooleanField(
        "livre escolha",
        default=False,
        help_text="Se o paciente paga a equipe e pede o reembolso ao convênio.",
    )
    fees_requested = answer_field(
        "honorários pedidos pelo hospital", "Se o hospital os pediu junto com a autorização."
    )
    repasse_requested_on = models.DateField(
        "repasse pedido em",
        null=True,
        blank=True,
        help_text="Dia em que o cirurgião pediu o repasse ao hospital.",
    )
    consent_signed_on = models.DateField(
        "termo assinado em",
        null=True,
        blank=True,
        help_text="Dia em que o paciente assinou o termo da diferença de classe.",
    )
    budget_signed_on = models.DateField(
        "orçamento assinado em",
        null=True,
        blank=True,
        help_text="Dia em que o paciente assinou o orçamento particular.",
    )
    knew_of_network = answer_field(
        "sabia da rede", "Se o paciente sabia que há opção na rede do convênio."
    )
    note = models.CharField("observação", max_length=500, blank=True, help_text="Texto livre.")
    version = models.PositiveIntegerField(
        "versão", default=1, help_text="Cresce um a cada alteração."
    )

    class Meta:
        verbose_name = "cirurgia"
        verbose_name_plural = "cirurgias"
        constraints: ClassVar = [
            models.UniqueConstraint(name="surgerycase_number", fields=["office", "number"]),
            known_choice("surgerycase_status_known", "status", CaseStatus),
            known_choice("surgerycase_fees_known", "fees_requested", Answer),
            known_choice("surgerycase_network_known", "knew_of_network", Answer),
            term_check("surgerycase_character_known", "character", Character),
            term_check("surgerycase_setting_known", "setting", Setting),
            term_check("surgerycase_upgrade_known", "upgrade_reason", UpgradeReason, optional=True),
            models.CheckConstraint(
                name="surgerycase_stay_in_order",
                condition=Q(discharged_on__isnull=True)
                | Q(admitted_on__isnull=True)
                | Q(discharged_on__gte=models.F("admitted_on")),
            ),
            models.CheckConstraint(
                name="surgerycase_performed_has_hour",
                condition=Q(performed_at__isnull=False)
                | ~Q(status__in=[CaseStatus.PERFORMED, CaseStatus.BILLED, CaseStatus.PAID]),
            ),
        ]
        indexes: ClassVar = [
            models.Index(name="surgerycase_by_day", fields=["office", "planned_at"]),
            models.Index(name="surgerycase_by_status", fields=["office", "status", "planned_at"]),
        ]

    def __str__(self) -> str:
        return self.number


class PlannedAct(Owned):
    """Ato planejado: a procedure that the payer is asked for, as the table named it then."""

    case = models.ForeignKey(
        SurgeryCase,
        on_delete=models.PROTECT,
        related_name="acts",
        db_index=False,
        verbose_name="cirurgia",
        help_text="Cirurgia em que se faz.",
    )
    sequence = models.PositiveSmallIntegerField("ordem", help_text="1 é o principal.")
    code = models.CharField(
        "procedimento", max_length=LONGEST_CODE, help_text="Código da tabela, só os algarismos."
    )
    description = models.CharField(
        "descrição", max_length=300, blank=True, help_text="Nome do procedimento na tabela."
    )
    quantity = models.PositiveSmallIntegerField("quantidade", default=1, help_text="Quantas vezes.")
    access_route = term_field(
        AccessRoute, "via de acesso", "Única, a mesma ou diferente.", default=AccessRoute.SINGLE
    )
    laterality = term_field(
        Laterality, "lateralidade", "Esquerda, direita ou bilateral.", optional=True
    )

    class Meta:
        verbose_name = "ato planejado"
        verbose_name_plural = "atos planejados"
        constraints: ClassVar = [
            models.UniqueConstraint(name="plannedact_sequence", fields=["case", "sequence"]),
            models.CheckConstraint(name="plannedact_quantity", condition=Q(quantity__gte=1)),
            term_check("plannedact_route_known", "access_route", AccessRoute),
            term_check("plannedact_laterality_known", "laterality", Laterality, optional=True),
        ]

    def __str__(self) -> str:
        return self.code


class Participation(Owned):
    """Participação: a professional in a role of the surgery, and as what they are paid."""

    case = models.ForeignKey(
        SurgeryCase,
        on_delete=models.PROTECT,
        related_name="participations",
        db_index=False,
        verbose_name="cirurgia",
        help_text="Cirurgia em que atua.",
    )
    provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        related_name="participations",
        verbose_name="profissional",
        help_text="Quem atua.",
    )
    role = term_field(Role, "função", "Função na equipe.")
    receives_as = models.CharField(
        "recebe como",
        max_length=7,
        choices=ReceivesAs.choices,
        default=ReceivesAs.NATURAL,
        help_text="Pessoa física ou jurídica.",
    )
    acts = models.ManyToManyField(
        PlannedAct,
        blank=True,
        related_name="+",
        verbose_name="atos",
        help_text="Em quais atos atua; nenhum escolhido: em todos.",
    )

    class Meta:
        verbose_name = "participação"
        verbose_name_plural = "participações"
        constraints: ClassVar = [
            models.UniqueConstraint(name="participation_role", fields=["case", "provider", "role"]),
            term_check("participation_role_known", "role", Role),
            known_choice("participation_receives_known", "receives_as", ReceivesAs),
        ]

    def __str__(self) -> str:
        return f"{self.provider_id} {self.role}"
