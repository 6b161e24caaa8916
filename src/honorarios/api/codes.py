"""Findings of the HTTP door: requests that no service ever sees."""

from __future__ import annotations

from typing import Final

from honorarios.core.codes import error

UNREADABLE_BODY: Final = error(
    "API-BODY",
    "O corpo do pedido não pôde ser lido.",
    "Envie JSON em UTF-8, sem NaN, sem caracteres nulos e sem muitos níveis.",
)
BODY_TOO_LARGE: Final = error(
    "API-TOO-LARGE", "O corpo do pedido é grande demais.", "Divida o pedido em pedidos menores."
)
UNKNOWN_FIELD: Final = error(
    "API-UNKNOWN-FIELD",
    "O campo “{field}” não existe neste pedido.",
    "Confira o nome do campo na descrição da API (openapi.json).",
)
MISSING_FIELD: Final = error(
    "API-MISSING",
    "Falta o campo “{field}”.",
    "Confira os campos na descrição da API (openapi.json).",
)
BAD_VALUE: Final = error(
    "API-VALUE",
    "O campo “{field}” não foi entendido: {why}.",
    "Confira o formato do campo na descrição da API (openapi.json).",
)
DECIDED_TWICE: Final = error(
    "API-DECISIONS",
    "Há mais de uma decisão para o lançamento “{key}”.",
    "Envie uma só decisão para cada lançamento.",
)
KEY_REQUIRED: Final = error(
    "API-KEY",
    "Falta o cabeçalho Idempotency-Key.",
    "Envie um identificador novo a cada pedido, como um UUID, e o mesmo ao repetir o pedido.",
)
MATCH_REQUIRED: Final = error(
    "API-IF-MATCH",
    "Falta o cabeçalho If-Match.",
    "Leia o registro e envie a sua versão entre aspas, como veio no ETag.",
)
BAD_MATCH: Final = error(
    "API-BAD-IF-MATCH",
    "O cabeçalho If-Match não foi entendido.",
    'Envie uma só versão entre aspas, como veio no ETag: "3".',
)
NO_ADDRESS: Final = error(
    "API-ADDRESS", "Este endereço não existe.", "Confira os endereços em /api/v1/openapi.json."
)
NO_METHOD: Final = error(
    "API-METHOD",
    "Este endereço não aceita {method}; aceita {allowed}.",
    "Confira os verbos de cada endereço em /api/v1/openapi.json.",
)
BAD_REQUEST: Final = error(
    "API-REQUEST", "O pedido não foi aceito.", "Confira o endereço do servidor e os cabeçalhos."
)
FAILED: Final = error(
    "API-FAILED",
    "O programa falhou, e não se sabe se o pedido foi gravado.",
    "Repita com a mesma chave de idempotência; se continuar, avise quem cuida do sistema, com a hora.",
)
