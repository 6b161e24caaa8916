"""The terms: documents of the catalogue, their versions, and the forms that write them."""

from __future__ import annotations

from typing import Final

from honorarios.services.operations import Operation as Op
from honorarios.web.row import Row, form

ROWS: Final = (
    Row("condicoes/", "terms.index", GET=Op.CATALOGUES_READ),
    Row("condicoes/versoes/", "terms.versions", GET=Op.CATALOGUES_READ),
    Row("condicoes/versoes/comparar/", "terms.compare", GET=Op.CATALOGUES_READ),
    Row("condicoes/versoes/<int:number>/baixar/", "terms.download", GET=Op.CATALOGUES_READ),
    form("condicoes/enviar/", "terms.upload", Op.CATALOGUES_WRITE),
    Row("condicoes/precos/<str:document>/", "terms.prices", GET=Op.CATALOGUES_READ),
    Row("condicoes/<slug:kind>/", "terms.listing", GET=Op.CATALOGUES_READ),
    form("condicoes/<slug:kind>/novo/", "drafting.new", Op.CATALOGUES_WRITE),
    Row("condicoes/<slug:kind>/experimentar/", "drafting.effects", POST=Op.CATALOGUES_WRITE),
    Row("condicoes/<slug:kind>/<str:document>/", "terms.show", GET=Op.CATALOGUES_READ),
    form("condicoes/<slug:kind>/<str:document>/alterar/", "drafting.edit", Op.CATALOGUES_WRITE),
    Row("condicoes/<slug:kind>/<str:document>/tirar/", "drafting.remove", POST=Op.CATALOGUES_WRITE),
)
