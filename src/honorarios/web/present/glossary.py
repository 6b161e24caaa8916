"""What each term of the formula means, in words of our own, for the help beside fields and the glossary.

Terms and code names are those of the project's glossary; the English text stands in the catalogue of
translations like every other text of the screens.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from honorarios.core.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as people say it, and what it means."""

    code_name: str
    said: str
    means: str

    @property
    def term(self) -> str:
        """The term in the language of the page."""
        return gettext(self.said)

    @property
    def heading(self) -> str:
        """The term as it heads its explanation."""
        return self.term[:1].upper() + self.term[1:]

    @property
    def text(self) -> str:
        """The explanation in the language of the page."""
        return gettext(self.means)


_ALL: Final = (
    Entry(
        "accommodation_type",
        _("acomodação"),
        _(
            "O tipo de quarto em que o paciente fica: enfermaria, apartamento, UTI. Na CBHPM e em "
            "muitos contratos ela multiplica o honorário por um fator."
        ),
    ),
    Entry(
        "accommodation_factor",
        _("fator de acomodação"),
        _(
            "O número que multiplica o honorário conforme a acomodação: 1 para a enfermaria e, em "
            "geral, 2 para o apartamento. O contrato pode dizer outro."
        ),
    ),
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
        "access_route",
        _("via de acesso"),
        _(
            "Por onde o segundo ato da mesma cirurgia foi feito. Pela mesma via ele vale menos "
            "que por via diferente; o percentual é o do padrão de faturamento."
        ),
    ),
    Entry(
        "access_route_factor",
        _("fator da via de acesso"),
        _(
            "O percentual do ato secundário: em geral 50 % pela mesma via e 70 % por via "
            "diferente. O ato principal vale sempre 100 %."
        ),
    ),
    Entry(
        "agreement",
        _("acordo comercial"),
        _(
            "O que o hospital ou a cooperativa combinou com o convênio sobre honorários: alcance, "
            "tabelas, prazos e vigência. Sem acordo vigente, aquela via de faturamento não "
            "existe."
        ),
    ),
    Entry(
        "anaesthetic_porte",
        _("porte anestésico"),
        _(
            "Classe que a tabela dá à anestesia do ato, de AN0 a AN8. Dele sai o honorário do "
            "anestesista, e por ele se escolhem as taxas automáticas de sala."
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
        "bed_class",
        _("classe do leito"),
        _("Agrupa os leitos e diz de que acomodação cada um é."),
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
        "billing_standard",
        _("padrão de faturamento"),
        _(
            "As regras de conta de um convênio: percentuais das vias e dos auxiliares, faixas, "
            "hora extra, arredondamento e códigos."
        ),
    ),
    Entry(
        "billing_unit",
        _("unidade de faturamento"),
        _("Quem emite a cobrança. Cada pessoa trabalha nas unidades que lhe foram dadas."),
    ),
    Entry(
        "calculation_trace",
        _("memória de cálculo"),
        _(
            "Tudo o que formou um valor, em ordem: cada tabela com a sua vigência, cada fator e "
            "cada arredondamento. Fica guardada com o lançamento e não muda."
        ),
    ),
    Entry(
        "cbhpm",
        _("CBHPM"),
        _(
            "Classificação da Associação Médica Brasileira: dá a cada ato um porte, um custo "
            "operacional em UCO e, em alguns, filme. O valor em reais vem das vigências "
            "combinadas."
        ),
    ),
    Entry(
        "ch",
        _("CH"),
        _(
            "Coeficiente de honorários, a moeda das tabelas antigas: o ato vale tantos CH, e o "
            "contrato diz quanto vale um CH em reais."
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
        "class_difference",
        _("diferença de classe"),
        _(
            "O que o paciente paga por escolher acomodação acima da do plano. Só se cobra com o "
            "consentimento dele escrito."
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
        "compatibility",
        _("compatibilidade"),
        _(
            "Conferência do ato com o sexo e a idade do paciente, com o caráter e com o tipo do "
            "atendimento."
        ),
    ),
    Entry(
        "contract_terms",
        _("condições contratuais"),
        _(
            "O acordo datado entre o convênio e a unidade: que tabelas valem, em que ordem, com "
            "que padrão e com que anexos."
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
        "daily_rate",
        _("diária"),
        _("O que se cobra por dia de leito ocupado."),
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
        "factor",
        _("fator"),
        _(
            "Número que multiplica um valor no caminho da conta. A memória de cálculo mostra cada "
            "um e de onde veio."
        ),
    ),
    Entry(
        "film",
        _("filme"),
        _("A área de filme do exame, em metros quadrados, vezes o valor do metro na vigência."),
    ),
    Entry(
        "final_glosa",
        _("glosa irrecuperável"),
        _("Recusa do convênio de que não se vai mais recorrer."),
    ),
    Entry(
        "financial_terms",
        _("condições financeiras"),
        _(
            "Quanto valem, em cada vigência, o CH, cada porte, a UCO e o filme. Mudar um valor "
            "faz nova vigência; a antiga fica."
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
        "laterality",
        _("lateralidade"),
        _(
            "De que lado do corpo foi o ato. Nos dois lados, alguns atos contam duas vezes, "
            "conforme o padrão."
        ),
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
        "medical_cooperative",
        _("cooperativa médica"),
        _("Entidade que cobra pelos médicos que são seus cooperados."),
    ),
    Entry(
        "operating_cost",
        _("custo operacional"),
        _(
            "A parte do valor que paga o equipamento e o material, medida em UCO. Soma-se ao "
            "porte e não depende da acomodação."
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
        "overtime",
        _("hora extra"),
        _(
            "Acréscimo da urgência feita à noite, no fim de semana ou em feriado: em geral 30 %. "
            "O horário e o percentual são do padrão."
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
        "porte",
        _("porte"),
        _(
            "Classe que a CBHPM dá ao ato, de 1A a 14C. Cada porte tem um valor em reais na "
            "vigência; quanto mais complexo o ato, maior o porte."
        ),
    ),
    Entry(
        "price_table",
        _("tabela de preços"),
        _(
            "Lista de atos com o que cada um vale, em portes, em CH ou em reais. O contrato diz "
            "quais valem e em que ordem se procura."
        ),
    ),
    Entry(
        "principal_procedure",
        _("ato principal"),
        _("O ato de maior valor da cirurgia, cobrado por inteiro. Os outros são secundários."),
    ),
    Entry(
        "principal_provider",
        _("prestador principal"),
        _("A instituição da unidade de faturamento, em nome de quem o hospital cobra."),
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
        "procedure_table",
        _("tabela de procedimentos"),
        _("A tabela geral em que se procura o ato quando nenhuma tabela especial o tem."),
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
        "quantity",
        _("quantidade"),
        _("Quantas vezes o ato foi feito. Alguns padrões pagam menos a partir da segunda vez."),
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
        "repasse",
        _("repasse"),
        _("A parte que o hospital paga ao prestador do que recebeu."),
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
        "role",
        _("função do médico"),
        _(
            "O que cada um fez na cirurgia: cirurgião, auxiliar, anestesista, instrumentador. É o "
            "grau de participação do padrão TISS, e dele sai o percentual."
        ),
    ),
    Entry(
        "role_factor",
        _("percentual da função"),
        _(
            "Quanto a função recebe do honorário do ato: 100 % o cirurgião, menos os auxiliares. "
            "O anestesista tem porte próprio."
        ),
    ),
    Entry(
        "rounding",
        _("arredondamento"),
        _(
            "Onde a conta passa a centavos inteiros e como decide o meio centavo. O padrão de "
            "cada convênio diz o lugar e o modo."
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
        "self_pay",
        _("particular"),
        _("O paciente paga a parcial, pela tabela que a unidade define."),
    ),
    Entry(
        "setting",
        _("tipo de paciente"),
        _("Internado ou ambulatorial. Alguns preços e percentuais dependem disso."),
    ),
    Entry(
        "special_item",
        _("item especial"),
        _(
            "Lançamento com valor informado à mão, com motivo, quando nenhuma tabela serve. Só "
            "muda por estorno e novo lançamento."
        ),
    ),
    Entry(
        "special_table",
        _("tabela especial"),
        _("Tabela negociada com o convênio. Vale sobre a geral para os atos que tem."),
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
    Entry(
        "surcharge",
        _("acréscimo"),
        _("Percentual que se soma ao honorário por uma condição do ato, como a hora extra."),
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
        "tiering",
        _("escalonamento"),
        _("Percentual que diminui a cada ato seguinte da mesma cirurgia."),
    ),
    Entry(
        "tuss",
        _("TUSS"),
        _(
            "A lista de códigos da ANS para os atos. O código diz o que foi feito; quanto vale "
            "quem diz é a tabela do contrato."
        ),
    ),
    Entry(
        "uco",
        _("UCO"),
        _(
            "Unidade de custo operacional da CBHPM. O ato tem uma quantidade de UCO, e a vigência "
            "diz quanto vale cada uma em reais."
        ),
    ),
    Entry(
        "upgrade_reason",
        _("motivo da mudança de acomodação"),
        _(
            "Por que o paciente ficou em acomodação acima da do plano: escolha dele, falta de "
            "leito ou necessidade médica. Só a escolha dele gera diferença."
        ),
    ),
    Entry(
        "validity",
        _("vigência"),
        _(
            "De que dia até que dia um valor ou uma regra vale. O que conta é o dia do ato, não o "
            "do lançamento."
        ),
    ),
)

ENTRIES: Final = {entry.code_name: entry for entry in _ALL}
"""Each entry by its code name."""


def by_initial() -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The entries in the order of the page's language, under their initials."""
    ordered = sorted(ENTRIES.values(), key=lambda entry: fold(entry.term))
    groups = groupby(ordered, key=lambda entry: fold(entry.term)[0].upper())
    return tuple((initial, tuple(entries)) for initial, entries in groups)
