"""What is being checked: the catalogue, where it was read, and what TUSS knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from honorarios.catalogue.layout import document_file

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    import pyarrow as pa

    from honorarios.catalogue.folder import Sources
    from honorarios.catalogue.layout import Kind
    from honorarios.catalogue.schema import Catalogue, Contract, Edition, FeeSchedule, Terms
    from honorarios.core.findings import Place


@dataclass(frozen=True)
class Subject:
    """A catalogue under examination."""

    catalogue: Catalogue
    sources: Sources
    tuss: Container[str] | None = None

    def place(self, kind: Kind, name: str, *path: str | int) -> Place:
        """The place of a part of a document."""
        return self.sources.place(document_file(kind, name), *path)

    def editions(self) -> Iterator[tuple[FeeSchedule, Edition, pa.Table]]:
        """Every edition whose prices could be read, with them."""
        for schedule in self.catalogue.schedules.values():
            for edition in schedule.editions:
                table = self.catalogue.prices.get((schedule.id, edition.id))
                if table is not None:
                    yield schedule, edition, table

    def terms(self) -> Iterator[tuple[Contract, int, Terms]]:
        """Every contract's terms, with their place in the contract."""
        for contract in self.catalogue.contracts.values():
            for index, terms in enumerate(contract.terms):
                yield contract, index, terms
