"""What everybody has: the first page, the own preferences and sessions, help, and the page of the design."""

from __future__ import annotations

from typing import Final

from honorarios.web.row import PERSON, PUBLIC, SIGNED_IN, Row, form

ROWS: Final = (
    Row("", "me.home", GET=SIGNED_IN),
    Row("favicon.ico", "me.icon", GET=PUBLIC),
    Row("sessao/", "me.session", GET=PUBLIC),
    Row("sessao/retomada/", "me.resumed", GET=PERSON),
    form("minha-conta/preferencias/", "me.preferences", SIGNED_IN),
    form("minha-conta/sessoes/", "me.sessions", PERSON),
    form("escritorio/", "offices.choose", PERSON),
    Row("ajuda/glossario/", "guide.glossary", GET=SIGNED_IN),
    Row("ajuda/dicas/", "guide.dismiss", POST=SIGNED_IN),
    Row("ajuda/dicas/voltar/", "guide.hints", POST=SIGNED_IN),
    Row("ajuda/passeio/", "guide.tour", GET=SIGNED_IN),
    Row("desenho/", "design.show", GET=SIGNED_IN),
)
