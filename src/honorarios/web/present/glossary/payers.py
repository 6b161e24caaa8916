"""Who pays, by which route, and what they answer."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop as _

from honorarios.web.present.glossary.entry import Entry

ENTRIES: Final = (
    Entry(
        "authorization",
        _("autorização"),
        _("O consentimento do convênio, dado antes do ato, para os itens de uma guia."),
    ),
    Entry(
        "authorization_code",
        _("senha"),
        _("O número que o convênio dá à autorização."),
    ),
    Entry(
        "billing_route",
        _("via de faturamento"),
        _(
            "O caminho por que um ato de um profissional é pago: direto ao credenciado, por "
            "repasse do hospital, pela cooperativa ou como particular."
        ),
    ),
    Entry(
        "billing_unit",
        _("unidade de faturamento"),
        _("Quem emite a cobrança. Cada pessoa trabalha nas unidades que lhe foram dadas."),
    ),
    Entry(
        "direct_credential",
        _("credenciamento direto"),
        _(
            "O profissional tem contrato com o convênio, que paga a ele. O hospital registra o "
            "ato e não cobra o honorário."
        ),
    ),
    Entry(
        "final_glosa",
        _("glosa irrecuperável"),
        _("Recusa do convênio de que não se vai mais recorrer."),
    ),
    Entry(
        "glosa",
        _("glosa"),
        _("Recusa do convênio em pagar um item, no todo ou em parte."),
    ),
    Entry(
        "guia",
        _("guia"),
        _("O formulário do padrão TISS em que o ato é apresentado ao convênio."),
    ),
    Entry(
        "health_insurer",
        _("operadora"),
        _("A empresa registrada na ANS que mantém os planos e paga as contas."),
    ),
    Entry(
        "hospital_repasse",
        _("repasse hospitalar"),
        _("O hospital cobra o honorário com a conta e o passa ao profissional depois."),
    ),
    Entry(
        "medical_cooperative",
        _("cooperativa médica"),
        _("Entidade que cobra pelos médicos que são seus cooperados."),
    ),
    Entry(
        "payer",
        _("convênio"),
        _("Quem paga a parcial: um plano de operadora, o próprio paciente (particular) ou o SUS."),
    ),
    Entry(
        "plan",
        _("plano"),
        _(
            "Produto de uma operadora. É dele que saem a acomodação de direito e, às vezes, as "
            "tabelas."
        ),
    ),
    Entry(
        "principal_provider",
        _("prestador principal"),
        _("A instituição da unidade de faturamento, em nome de quem o hospital cobra."),
    ),
    Entry(
        "repasse",
        _("repasse"),
        _("A parte que o hospital paga ao prestador do que recebeu."),
    ),
    Entry(
        "self_pay",
        _("particular"),
        _("O paciente paga a parcial, pela tabela que a unidade define."),
    ),
    Entry(
        "statement",
        _("demonstrativo"),
        _("A lista do que foi pago, ou do que se vai pagar, a um prestador."),
    ),
    Entry(
        "submission_deadline",
        _("prazo de inclusão"),
        _("O último dia em que um honorário ainda pode ser apresentado por uma via."),
    ),
)
