"""The account: what is entered on it, how it is shared, and how it comes to be billed."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop as _

from honorarios.web.present.glossary.entry import Entry

ENTRIES: Final = (
    Entry(
        "account",
        _("conta"),
        _(
            "O registro do que se cobra de um atendimento. Divide-se em parciais, e cada parcial "
            "vai para um convênio."
        ),
    ),
    Entry(
        "account_mirror",
        _("espelho de conta"),
        _(
            "A conta impressa, com os lançamentos reunidos por grupo de gastos: é o que se "
            "confere antes de enviar."
        ),
    ),
    Entry(
        "account_part",
        _("parcial"),
        _(
            "Fatia da conta que se fatura de uma vez: tem convênio, período e situação próprios. "
            "É dentro dela que os honorários são lançados."
        ),
    ),
    Entry(
        "charge_split",
        _("divisão de cobrança"),
        _(
            "Repartição de um honorário já no lançamento, por percentual ou por valor: entre "
            "convênios, ou entre o convênio e o paciente. As partes somam sempre o todo."
        ),
    ),
    Entry(
        "close",
        _("encerrar"),
        _(
            "Dar por completa a entrada de uma parcial. O sistema confere tudo antes e diz o que "
            "impede."
        ),
    ),
    Entry(
        "cost_centre",
        _("centro de custo"),
        _(
            "A seção do hospital que responde pelo gasto. Pode vir do leito, do prestador ou ser "
            "pedido no lançamento."
        ),
    ),
    Entry(
        "expense_group",
        _("grupo de gastos"),
        _("O capítulo da conta em que o lançamento aparece no espelho: honorários, taxas, exames."),
    ),
    Entry(
        "facility_fee",
        _("taxa"),
        _(
            "O que se cobra pelo uso de sala ou equipamento. Algumas nascem sozinhas com o ato, "
            "conforme o porte anestésico."
        ),
    ),
    Entry(
        "finding",
        _("achado"),
        _(
            "Algo que o sistema encontrou e quer mostrar: o que é, onde está, por que importa e "
            "como se resolve. Erro impede; aviso pergunta; informação só conta."
        ),
    ),
    Entry(
        "inside_account",
        _("dentro da conta"),
        _("Honorário que o hospital cobra com a conta, e por isso soma no total dela."),
    ),
    Entry(
        "inside_outside_rule",
        _("regra dentro e fora da conta"),
        _(
            "O cadastro que diz, por convênio, prestador e ato, se o honorário entra na conta do "
            "hospital. Vale sobre a marca do ato."
        ),
    ),
    Entry(
        "launch_kit",
        _("kit"),
        _("Grupo de lançamentos que entram juntos por um só código."),
    ),
    Entry(
        "line",
        _("lançamento"),
        _(
            "Um honorário de um profissional numa parcial. Não se apaga: corrige-se por nova "
            "versão ou por estorno, e a história fica."
        ),
    ),
    Entry(
        "outside_account",
        _("fora da conta"),
        _(
            "Honorário registrado no atendimento que o hospital não cobra: o profissional recebe "
            "por outra via. Não soma no total da conta."
        ),
    ),
    Entry(
        "package",
        _("pacote"),
        _(
            "Preço fechado por um procedimento com tudo o que ele leva. Honorário incluso no "
            "pacote não se cobra à parte."
        ),
    ),
    Entry(
        "package_template",
        _("gabarito"),
        _(
            "A lista do que um pacote inclui, com as quantidades permitidas. O que passa dela é "
            "cobrado à parte."
        ),
    ),
    Entry(
        "release",
        _("liberar"),
        _("Aprovar para faturar uma parcial encerrada, depois de conferida."),
    ),
    Entry(
        "remittance",
        _("remessa"),
        _("Conjunto de parciais enviadas juntas a um convênio."),
    ),
    Entry(
        "reprocess",
        _("reprocessamento"),
        _(
            "Calcular de novo os lançamentos de uma parcial com as regras de agora. Mostra antes "
            "o que vai mudar."
        ),
    ),
    Entry(
        "reversal",
        _("estorno"),
        _(
            "Anula um lançamento sem apagá-lo: a linha fica riscada e congelada, com o motivo e "
            "quem o deu."
        ),
    ),
    Entry(
        "special_item",
        _("item especial"),
        _(
            "Lançamento com valor informado à mão, com motivo, quando nenhuma tabela serve. Só "
            "muda por estorno e novo lançamento."
        ),
    ),
)
