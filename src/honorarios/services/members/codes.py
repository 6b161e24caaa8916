"""Findings of members."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

USERNAME: Final = error(
    "PER-USERNAME",
    "Nome de usuário não serve: {why}.",
    "Use até 150 letras, algarismos e @ . + - _, e um nome que ninguém tenha.",
)
OWN_ACCESS: Final = error(
    "PER-OWN-ACCESS",
    "Ninguém altera nem retira o próprio acesso.",
    "Peça a outro administrador do cliente.",
)
ELSEWHERE: Final = error(
    "PER-ELSEWHERE",
    "A pessoa também tem acesso a outro cliente do sistema: a senha dela vale nos dois.",
    "Peça a quem opera o sistema que defina outra senha.",
)
STEP_ELSEWHERE: Final = error(
    "PER-STEP-ELSEWHERE",
    "A pessoa também tem acesso a outro cliente do sistema: a segunda etapa dela vale nos dois.",
    "Peça a quem opera o sistema que a desligue.",
)
NO_SECOND_STEP: Final = error(
    "PER-NO-SECOND-STEP",
    "A pessoa não tem a segunda etapa ligada.",
    "Se ela não consegue entrar, convide-a a escolher outra senha.",
)
INVITATION: Final = error(
    "PER-INVITATION",
    "Este convite não vale mais: venceu ou já foi usado.",
    "Peça outro convite a quem administra o seu acesso.",
)
PHYSICIAN_PROVIDER: Final = error(
    "PER-PROVIDER",
    "O perfil Médico precisa do prestador que a pessoa é; os outros perfis não têm prestador.",
    "Informe o código do prestador, ou mude o perfil.",
)
UNKNOWN: Final = error(
    "PER-REFERENCE",
    "{title}: “{value}” não está cadastrado.",
    "Cadastre antes, ou corrija o código.",
)
