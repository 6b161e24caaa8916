"""The rules that make a surgery's lines: a stable code, what they say, and where they come from.

The numbers are those of the CBHPM's general instructions and of its anaesthesia item 3.16.02.99-1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from honorarios.core.phrase import Phrase
from honorarios.core.phrase import gettext_noop as _

ANAESTHESIA: Final = "CBHPM 3.16.02.99-1"
STANDARD: Final = _("padrão de faturamento")
USER: Final = _("escolha do usuário")


@dataclass(frozen=True, slots=True)
class RuleUsed:
    """A rule as it was applied to one line."""

    code: str
    """Stable; programs may rely on it."""
    text: str
    source: str
    chosen: bool = False
    """Whether it is the user's own choice, which no rule overrides."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of rule: its text with ``{names}`` to fill in."""

    code: str
    text: str
    source: str

    def used(self, **values: object) -> RuleUsed:
        """The rule with its text filled in."""
        text = Phrase(self.text, **values) if values else self.text
        return RuleUsed(self.code, text, self.source, chosen=self.source == USER)


ONLY_ACT: Final = Rule("only_act", _("Único ato da equipe: principal."), "CBHPM 4.1")
RANK_BY_PORTE: Final = Rule(
    "rank_by_porte", _("{position}º ato pela ordem dos portes ({unit})."), "CBHPM 4.1"
)
RANK_BY_VALUE: Final = Rule(
    "rank_by_value", _("{position}º ato pela ordem dos valores ({value})."), STANDARD
)
RANK_CHOSEN: Final = Rule("rank_chosen", _("{position}º ato."), USER)
KIND_CHOSEN: Final = Rule("kind_chosen", _("Ato {kind}."), USER)
ROUTE_CHOSEN: Final = Rule("route_chosen", _("Via de acesso: {route}."), USER)
ROUTE_OF_PRINCIPAL: Final = Rule(
    "route_of_principal", _("Via informada no ato principal: {route}."), "CBHPM 4.1 e 4.2"
)
ROUTE_SUGGESTED: Final = Rule(
    "route_suggested", _("Via não informada: sugerida a mesma via."), "CBHPM 4.1"
)
TWO_TEAMS: Final = Rule(
    "two_teams", _("Mais de uma equipe: cada uma tem o seu ato principal."), "CBHPM 4.4"
)
STEP_OF: Final = Rule("step_of", _("Etapa do ato {code}, que já a inclui."), "CBHPM 4.5")
BILATERAL: Final = Rule(
    "bilateral", _("Dos dois lados: o padrão acrescenta o segundo lado."), "CBHPM 4.3"
)
OWN_BILATERAL: Final = Rule(
    "own_bilateral", _("O código já é o do ato bilateral: sem acréscimo."), "CBHPM 4.3"
)
ASSISTANT_REDUCED: Final = Rule(
    "assistant_reduced",
    _("Auxiliar: percentual sobre o honorário do cirurgião já reduzido pela via."),
    "CBHPM 5.1 e 5.2",
)
ASSISTANT_FULL: Final = Rule(
    "assistant_full", _("Auxiliar: percentual sobre o honorário inteiro do ato."), STANDARD
)
SCRUB_PAID: Final = Rule("scrub_paid", _("Instrumentador: o contrato prevê pagamento."), STANDARD)
SCRUB_UNPAID: Final = Rule(
    "scrub_unpaid", _("Instrumentador: o contrato não prevê pagamento."), STANDARD
)
ANAESTHETIC_PORTE: Final = Rule(
    "anaesthetic_porte", _("Porte anestésico {porte}: vale {unit}."), ANAESTHESIA
)
ANAESTHESIA_ALL_TEAMS: Final = Rule(
    "anaesthesia_all_teams", _("Anestesia: uma ordem só para os atos de todas as equipes."),
    f"{ANAESTHESIA}, item 6",
)  # fmt: skip
ANAESTHESIA_SAME: Final = Rule(
    "anaesthesia_same",
    _("Mesma via ou mesma cavidade que a do maior porte."),
    f"{ANAESTHESIA}, item 5",
)
ANAESTHESIA_DIFFERENT: Final = Rule(
    "anaesthesia_different", _("Outra incisão que a do maior porte."), f"{ANAESTHESIA}, item 6"
)
ANAESTHESIA_OTHER_TEAM: Final = Rule(
    "anaesthesia_other_team",
    _("Ato de outra equipe: sugerida outra incisão."),
    f"{ANAESTHESIA}, item 6",
)
ANAESTHESIA_HIGHEST: Final = Rule(
    "anaesthesia_highest", _("O padrão paga só o maior porte anestésico."), STANDARD
)
ANAESTHESIA_LOCAL: Final = Rule(
    "anaesthesia_local", _("Porte anestésico 0: anestesia local, sem anestesista."),
    f"{ANAESTHESIA}, item 3",
)  # fmt: skip
ANAESTHESIA_NONE: Final = Rule(
    "anaesthesia_none", _("Ato sem porte anestésico: sem honorário de anestesista."),
    ANAESTHESIA,
)  # fmt: skip
ANAESTHESIA_CODE: Final = Rule(
    "anaesthesia_code", _("Nenhum ato tem porte anestésico: código próprio, porte anestésico 3."),
    f"{ANAESTHESIA}, item 4",
)  # fmt: skip
ASSISTANT_CALLED: Final = Rule(
    "assistant_called", _("Auxiliar de anestesista: {reasons}."), f"{ANAESTHESIA}, item 8"
)
ASSISTANT_FITS: Final = Rule(
    "assistant_fits", _("Cabe auxiliar de anestesista: {reasons}."), f"{ANAESTHESIA}, item 8"
)
ROLE_ONLY: Final = Rule("role_only", _("IAMSPE: só a função conta."), "IAMSPE")
NOT_BILLED: Final = Rule("not_billed", _("Não cobrar."), USER)
BILLED: Final = Rule("billed", _("Cobrar."), USER)
FIELD_CHOSEN: Final = Rule("field_chosen", _("{title}: {value}."), USER)
