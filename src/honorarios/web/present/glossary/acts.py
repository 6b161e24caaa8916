"""The act, and those who took part in it."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop as _

from honorarios.web.present.glossary.entry import Entry

ENTRIES: Final = (
    Entry(
        "access_route",
        _("via de acesso"),
        _(
            "Por onde o segundo ato da mesma cirurgia foi feito. Pela mesma via ele vale menos "
            "que por via diferente; o percentual é o do padrão de faturamento."
        ),
    ),
    Entry(
        "assistant",
        _("auxiliar"),
        _(
            "Cirurgião que ajuda o principal, do 1º ao 4º. Recebe um percentual do honorário do "
            "cirurgião: em geral 30 % o primeiro e 20 % os demais."
        ),
    ),
    Entry(
        "compatibility",
        _("compatibilidade"),
        _(
            "Conferência do ato com o sexo e a idade do paciente, com o caráter e com o tipo do "
            "atendimento."
        ),
    ),
    Entry(
        "laterality",
        _("lateralidade"),
        _(
            "De que lado do corpo foi o ato. Nos dois lados, alguns atos contam duas vezes, "
            "conforme o padrão."
        ),
    ),
    Entry(
        "principal_procedure",
        _("ato principal"),
        _("O ato de maior valor da cirurgia, cobrado por inteiro. Os outros são secundários."),
    ),
    Entry(
        "procedure_kind",
        _("principal ou secundário"),
        _(
            "O lugar do ato na cirurgia. O sistema sugere pelo valor e diz a regra; a escolha de "
            "quem lança prevalece."
        ),
    ),
    Entry(
        "professional_fee",
        _("honorário"),
        _("O que se paga a um profissional pelo ato que fez."),
    ),
    Entry(
        "provider",
        _("prestador"),
        _("O profissional ou a empresa que faz o ato e recebe por ele."),
    ),
    Entry(
        "role",
        _("função do médico"),
        _(
            "O que cada um fez na cirurgia: cirurgião, auxiliar, anestesista, instrumentador. É o "
            "grau de participação do padrão TISS, e dele sai o percentual."
        ),
    ),
    Entry(
        "scrub_assistant",
        _("instrumentador"),
        _("Quem entrega os instrumentos na cirurgia. Nem todo convênio o paga."),
    ),
    Entry(
        "secondary_procedure",
        _("ato secundário"),
        _(
            "Ato feito na mesma cirurgia além do principal. Vale um percentual, conforme a via de "
            "acesso."
        ),
    ),
    Entry(
        "technique",
        _("técnica"),
        _(
            "Como o ato foi feito: convencional, por vídeo ou robótica. Alguns contratos pagam "
            "mais por vídeo."
        ),
    ),
    Entry(
        "tuss",
        _("TUSS"),
        _(
            "A lista de códigos da ANS para os atos. O código diz o que foi feito; quanto vale "
            "quem diz é a tabela do contrato."
        ),
    ),
)
