"""Encounters, and the beds a patient lay in."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from honorarios.core.vocabulary import AttendanceStatus, Character, Setting, UpgradeReason
from honorarios.records.fields import WallTimeField, ordered_dates, term_check, term_field
from honorarios.records.models.base import Owned
from honorarios.records.models.offices import Hospital
from honorarios.records.models.people import Patient
from honorarios.records.models.places import Bed, Workstation


class Attendance(Owned):
    """Atendimento: one encounter of a patient with a hospital.

    While its status is ``cancelled`` nothing of it can change (``spec: launching 3.2``).
    """

    hospital = models.ForeignKey(
        Hospital,
        on_delete=models.PROTECT,
        related_name="attendances",
        verbose_name="hospital",
        help_text="Onde o paciente é atendido.",
    )
    patient = models.ForeignKey(
        Patient,
        on_delete=models.PROTECT,
        related_name="attendances",
        verbose_name="paciente",
        help_text="Quem é atendido.",
    )
    number = models.CharField(
        "número", max_length=40, help_text="Número do atendimento, único no hospital."
    )
    status = term_field(
        AttendanceStatus,
        "situação",
        "Aberto, alta ou cancelado; cancelado congela todas as parciais.",
        default=AttendanceStatus.OPEN,
    )
    setting = term_field(Setting, "tipo de paciente", "Interno ou externo.")
    character = term_field(
        Character, "caráter", "Eletivo ou de urgência.", default=Character.ELECTIVE
    )
    is_emergency = models.BooleanField(
        "emergência",
        default=False,
        help_text="Atendimento de urgência ou emergência: condição da hora extra.",
    )
    started_at = WallTimeField("início", help_text="Chegada do paciente, hora do local.")
    ended_at = WallTimeField(
        "fim", null=True, blank=True, help_text="Alta, hora do local; vazio: ainda em curso."
    )
    workstation = models.ForeignKey(
        Workstation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="estação de trabalho",
        help_text="Onde os lançamentos do paciente externo são feitos.",
    )
    version = models.PositiveIntegerField(
        "versão", default=1, help_text="Cresce um a cada alteração."
    )

    class Meta:
        verbose_name = "atendimento"
        verbose_name_plural = "atendimentos"
        constraints: ClassVar = [
            models.UniqueConstraint(name="attendance_number", fields=["hospital", "number"]),
            term_check("attendance_status_known", "status", AttendanceStatus),
            term_check("attendance_setting_known", "setting", Setting),
            term_check("attendance_character_known", "character", Character),
            ordered_dates("attendance_hours_in_order", "started_at", "ended_at"),
        ]
        indexes: ClassVar = [
            models.Index(name="attendance_by_start", fields=["office", "started_at"]),
        ]

    def __str__(self) -> str:
        return self.number


class Stay(Owned):
    """A patient's time in one bed; the reason says why it was changed for a better one."""

    attendance = models.ForeignKey(
        Attendance,
        on_delete=models.PROTECT,
        related_name="stays",
        verbose_name="atendimento",
        help_text="Atendimento do paciente.",
    )
    bed = models.ForeignKey(
        Bed,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="leito",
        help_text="Leito ocupado.",
    )
    start = WallTimeField("início", help_text="Entrada no leito, hora do local.")
    end = WallTimeField(
        "fim", null=True, blank=True, help_text="Saída do leito, hora do local; vazia: ainda nele."
    )
    reason = term_field(
        UpgradeReason,
        "motivo da mudança",
        "Por que o paciente está numa acomodação superior à contratada.",
        optional=True,
    )
    consent_at = models.DateTimeField(
        "consentimento em",
        null=True,
        blank=True,
        help_text="Quando o paciente consentiu em pagar a diferença.",
    )
    consent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="consentimento registrado por",
        help_text="Quem registrou o consentimento.",
    )
    consent_note = models.CharField(
        "nota do consentimento",
        max_length=500,
        blank=True,
        help_text="Documento ou nota do consentimento.",
    )

    class Meta:
        verbose_name = "estada"
        verbose_name_plural = "estadas"
        constraints: ClassVar = [
            models.UniqueConstraint(name="stay_start", fields=["attendance", "start"]),
            term_check("stay_reason_known", "reason", UpgradeReason, optional=True),
            ordered_dates("stay_hours_in_order", "start", "end"),
            models.CheckConstraint(
                name="stay_consent_is_signed",
                condition=models.Q(consent_at__isnull=True) | models.Q(consent_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bed_id} {self.start:%Y-%m-%d %H:%M}"
