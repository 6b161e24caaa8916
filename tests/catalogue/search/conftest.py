from __future__ import annotations

import pytest

from honorarios.catalogue import tuss
from honorarios.catalogue.search import Index, Item, build


@pytest.fixture(scope="session")
def table_22() -> Index:
    """The index of all of table 22."""
    return build(Item(one.code, one.name) for one in tuss.procedures())
