"""Terms by which a route pays: fees, days, until when papers are taken, and what papers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from honorarios.records.fields import ExactField, ordered_dates
from honorarios.records.models.agreements import Agreement
from honorarios.records.models.base import Owned, valid_from_field, valid_to_field
from honorarios.records.models.facts import Answer, answer_field, known_choice
from honorarios.records.models.people import Credential

CENTAVOS = 100


class FeeOn(models.TextChoices):
    """What an intermediary's percentage is taken of."""

    PAID = "paid", "Do que for pago"
    GROSS = "gross", "Do valor apresentado"


class CutOffShape(models.TextChoices):
    """The shapes (a) to (g) of a rule for handing papers in (``spec: routes 3``)."""

    AFTER_EVENT = "after_event", "Tantos dias depois de"
    MONTH_DAY = "month_day", "Dia fixo do mês"
    BEFORE_EVENT = "before_event", "Tantos dias antes de"
    CALENDAR = "calendar", "Calendário de entregas"


class CutOffEvent(models.TextChoices):
    """What a term is counted from; the code names are those of :mod:`honorarios.planning.cutoffs`."""

    SURGERY = "surgery", "Cirurgia"
    DISCHARGE = "discharge", "Alta"
    AUTHORISATION = "authorisation", "Autorização"
    ACCOUNT_CLOSING = "account_closing", "Fechamento da conta"
    SENHA_EXPIRY = "senha_expiry", "Fim da senha"
    STATEMENT = "statement", "Demonstrativo"


class CutOffRoll(models.TextChoices):
    """What becomes of a last day that is no working day."""

    NONE = "none", "Fica no mesmo dia"
    NEXT = "next", "Passa para o próximo dia útil"
    PREVIOUS = "previous", "Volta para o dia útil anterior"


class CutOff(models.Model):
    """Until when papers may be handed in; an empty shape: nobody knows."""

    cut_off_shape = models.CharField(
        "regra do prazo",
        max_length=12,
        choices=CutOffShape.choices,
        blank=True,
        default="",
        help_text="Como se conta o último dia de entrega; vazia: não se sabe.",
    )
    cut_off_event = models.CharField(
        "contado de",
        max_length=16,
        choices=CutOffEvent.choices,
        blank=True,
        default="",
        help_text="De que dia se conta o prazo.",
    )
    cut_off_days = models.PositiveSmallIntegerField(
        "dias do prazo", null=True, blank=True, help_text="Quantos dias, depois ou antes."
    )
    cut_off_working = models.BooleanField(
        "em dias úteis", default=False, help_text="Conta só dias úteis da praça do hospital."
    )
    cut_off_day = models.PositiveSmallIntegerField(
        "dia do mês", null=True, blank=True, help_text="Dia fixo, de 1 a 31 (competência)."
    )
    cut_off_months = models.PositiveSmallIntegerField(
        "meses depois", null=True, blank=True, help_text="Meses depois do mês do evento."
    )
    cut_off_roll = models.CharField(
        "se não for dia útil",
        max_length=8,
        choices=CutOffRoll.choices,
        default=CutOffRoll.NONE,
        help_text="O que se faz do último dia quando não é útil.",
    )
    cut_off_dates = models.TextField(
        "datas de entrega",
        blank=True,
        default="",
        help_text="Datas do calendário, AAAA-MM-DD, separadas por espaço.",
    )

    class Meta:
        abstract = True


class RouteTerms(CutOff, Owned):
    """Condições of one agreement, of one credential, or, naming neither, of the private fee."""

    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
        verbose_name="acordo",
        help_text="Acordo destas condições.",
    )
    credential = models.ForeignKey(
        Credential,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
        verbose_name="credenciamento",
        help_text="Credenciamento destas condições; vazios os dois: o particular.",
    )
    fee_share = ExactField(
        "taxa do intermediário", places=6, default=0, help_text="Em %, de 0 a 100."
    )
    fee_on = models.CharField(
        "taxa sobre",
        max_length=5,
        choices=FeeOn.choices,
        default=FeeOn.PAID,
        help_text="Sobre o que for pago ou sobre o valor apresentado.",
    )
    fixed_fee = ExactField(
        "taxa fixa", places=2, default=0, help_text="Em R$, por cirurgia; mensalidades ficam fora."
    )
    service_share = ExactField(
        "serviço",
        places=6,
        default=0,
        help_text="Cartão, parcelamento ou assessoria, em % do líquido da taxa.",
    )
    loss_share = ExactField(
        "risco de não receber",
        places=6,
        default=0,
        help_text="Chance de nada ser pago, em %: prazo perdido, calote.",
    )
    payment_days = models.PositiveSmallIntegerField(
        "prazo de pagamento",
        null=True,
        blank=True,
        help_text="Dias da apresentação ao pagamento; vazio: não se sabe.",
    )
    appeal_days = models.PositiveSmallIntegerField(
        "prazo do recurso",
        null=True,
        blank=True,
        help_text="Dias do demonstrativo ao último dia do recurso; a resposta tem o mesmo prazo.",
    )
    documents = models.CharField(
        "documentos",
        max_length=600,
        blank=True,
        default="",
        help_text="O que se entrega, separado por ponto e vírgula.",
    )
    papers = models.PositiveSmallIntegerField(
        "papelada", default=0, help_text="Quantos papéis a via pede; desempata as vias."
    )
    same_route_for_all = models.BooleanField(
        "mesma via para a equipe", default=False, help_text="Exige toda a equipe pela mesma via."
    )
    accepts_natural = answer_field("paga pessoa física", "Se esta via paga a pessoa física.")
    accepts_legal = answer_field("paga pessoa jurídica", "Se esta via paga a pessoa jurídica.")
    valid_from = valid_from_field()
    valid_to = valid_to_field()

    class Meta:
        verbose_name = "condições da via"
        verbose_name_plural = "condições das vias"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="routeterms_of_one",
                condition=Q(agreement__isnull=True) | Q(credential__isnull=True),
            ),
            models.UniqueConstraint(
                name="routeterms_agreement", fields=["agreement", "valid_from"]
            ),
            models.UniqueConstraint(
                name="routeterms_credential", fields=["credential", "valid_from"]
            ),
            models.UniqueConstraint(
                name="routeterms_private",
                fields=["office", "valid_from"],
                condition=Q(agreement__isnull=True, credential__isnull=True),
            ),
            *(
                models.CheckConstraint(
                    name=f"routeterms_{name}_in_range",
                    condition=Q(**{f"{name}__gte": 0, f"{name}__lte": 100}),
                )
                for name in ("fee_share", "service_share", "loss_share")
            ),
            models.CheckConstraint(
                name="routeterms_fixed_not_negative", condition=Q(fixed_fee__gte=0)
            ),
            known_choice("routeterms_fee_on_known", "fee_on", FeeOn),
            known_choice("routeterms_roll_known", "cut_off_roll", CutOffRoll),
            known_choice("routeterms_natural_known", "accepts_natural", Answer),
            known_choice("routeterms_legal_known", "accepts_legal", Answer),
            models.CheckConstraint(
                name="routeterms_cut_off_whole",
                condition=Q(cut_off_shape="", cut_off_event="")
                | Q(
                    cut_off_shape__in=[CutOffShape.AFTER_EVENT, CutOffShape.BEFORE_EVENT],
                    cut_off_event__in=CutOffEvent.values,
                    cut_off_days__isnull=False,
                )
                | Q(
                    cut_off_shape=CutOffShape.MONTH_DAY,
                    cut_off_event__in=CutOffEvent.values,
                    cut_off_day__gte=1,
                    cut_off_day__lte=31,
                    cut_off_months__isnull=False,
                )
                | (
                    Q(cut_off_shape=CutOffShape.CALENDAR, cut_off_event__in=CutOffEvent.values)
                    & ~Q(cut_off_dates="")
                ),
            ),
            ordered_dates("routeterms_dates_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} / {self.credential_id}: {self.valid_from}"

    @property
    def fixed_centavos(self) -> int:
        """The fixed fee in centavos."""
        return int(self.fixed_fee * CENTAVOS)

    @property
    def papers_asked(self) -> tuple[str, ...]:
        """The documents one by one."""
        return tuple(one.strip() for one in self.documents.split(";") if one.strip())
