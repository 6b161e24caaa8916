"""Version 1 of the API, put together."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from ninja import NinjaAPI

from honorarios import __version__
from honorarios.api import errors
from honorarios.api.auth import TokenKey
from honorarios.api.openapi import document
from honorarios.api.parser import StrictParser
from honorarios.api.routes import (
    agreements,
    attendances,
    audit,
    cases,
    catalogues,
    deadlines,
    fees,
    imports,
    members,
    packages,
    parameters,
    parts,
    registers,
    remittances,
    routes,
    special,
    splits,
    tokens,
)

DESCRIPTION = """\
Toda resposta é `{"value": …, "findings": […]}`: o que se fez ou leu, e os achados, com código estável,
lugar, mensagem e conselho. Dinheiro é em centavos, inteiro. A hora clínica é a do local, sem fuso; a do
sistema é UTC. Quem pede vem com a sua chave: `Authorization: Bearer hon_…`.

Toda operação que grava dinheiro exige o cabeçalho `Idempotency-Key`: repetido com a mesma chave, o
pedido tem a resposta do primeiro, com `Idempotent-Replayed: true`. Quem altera o que leu envia
`If-Match` com a versão que viu; outra, a esta altura, é recusada com 412.
"""

api = NinjaAPI(
    title="Honorários",
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api-v1",
    openapi_url=None,
    docs_url=None,
    auth=TokenKey(),
    parser=StrictParser(),
    openapi_extra={"info": {"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}},
)
errors.install(api)
NOUNS = (
    fees,
    special,
    parts,
    remittances,
    splits,
    imports,
    attendances,
    cases,
    routes,
    deadlines,
    packages,
    registers,
    agreements,
    parameters,
    catalogues,
    members,
    tokens,
    audit,
)
for _noun in NOUNS:
    api.add_router("", _noun.door)


@api.get("/openapi.json", include_in_schema=False)
def openapi(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - ninja's signature
    """The OpenAPI 3.1 document; like everything here, for whoever has a key."""
    return JsonResponse(document(api), json_dumps_params={"ensure_ascii": False})
