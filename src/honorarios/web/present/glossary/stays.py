"""The attendance of a patient: the kind of it, and the bed."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop as _

from honorarios.web.present.glossary.entry import Entry

ENTRIES: Final = (
    Entry(
        "accommodation_type",
        _("acomodação"),
        _(
            "O tipo de quarto em que o paciente fica: enfermaria, apartamento, UTI. Na CBHPM e em "
            "muitos contratos ela multiplica o honorário por um fator."
        ),
    ),
    Entry(
        "attendance",
        _("atendimento"),
        _(
            "Uma passagem do paciente pelo serviço: internação, pronto-socorro ou ambulatório. A "
            "conta nasce dele."
        ),
    ),
    Entry(
        "attendance_character",
        _("caráter do atendimento"),
        _("Se o atendimento é eletivo ou de urgência. A hora extra só existe na urgência."),
    ),
    Entry(
        "bed_class",
        _("classe do leito"),
        _("Agrupa os leitos e diz de que acomodação cada um é."),
    ),
    Entry(
        "class_difference",
        _("diferença de classe"),
        _(
            "O que o paciente paga por escolher acomodação acima da do plano. Só se cobra com o "
            "consentimento dele escrito."
        ),
    ),
    Entry(
        "daily_rate",
        _("diária"),
        _("O que se cobra por dia de leito ocupado."),
    ),
    Entry(
        "setting",
        _("tipo de paciente"),
        _("Internado ou ambulatorial. Alguns preços e percentuais dependem disso."),
    ),
    Entry(
        "upgrade_reason",
        _("motivo da mudança de acomodação"),
        _(
            "Por que o paciente ficou em acomodação acima da do plano: escolha dele, falta de "
            "leito ou necessidade médica. Só a escolha dele gera diferença."
        ),
    ),
)
