"""The Python door: the verbs of ``import honorarios``, for scripts and notebooks.

A catalogue may be given as the path of its folder, as a :class:`~honorarios.catalogue.schema.Catalogue`
or compiled; it is read and compiled once, however often it is used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, TypeVar, cast, overload

import narwhals as nw
import pyarrow as pa
from narwhals.typing import IntoDataFrame

from honorarios.catalogue.check import check_folder
from honorarios.catalogue.schema import Catalogue
from honorarios.core.findings import Finding, has_errors
from honorarios.core.recent import Recent
from honorarios.demo import catalogue_path
from honorarios.pricing.compile import Compiled, compile_catalogue
from honorarios.pricing.engine import price_batch, price_table
from honorarios.pricing.line import LinePricer
from honorarios.pricing.surgery import (
    Comparison,
    Quote,
    Surgery,
    quote,
    read_surgery,
    read_surgery_file,
)
from honorarios.pricing.surgery import compare as compare_contracts
from honorarios.pricing.trace import Explanation
from honorarios.pricing.trace import explain as explain_result

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

Line: TypeAlias = Mapping[str, object]
AnyPath: TypeAlias = "str | PathLike[str]"
AnyCatalogue: TypeAlias = "AnyPath | Catalogue | Compiled"
AnySurgery: TypeAlias = "AnyPath | Mapping[str, object] | Surgery"
Frame = TypeVar("Frame", bound=IntoDataFrame)
CATALOGUES_REMEMBERED: Final = 8


class DataError(ValueError):
    """Data that cannot be used; ``findings`` say what is wrong, where, and how to mend it."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Gather the findings; the text has one line of each."""
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, findings)))


def read_catalogue(path: AnyPath) -> Catalogue:
    """Read and check a catalogue's folder.

    Raises:
        DataError: if anything in the folder has an error.
    """
    folder = Path(path)
    files = [(file, file.stat()) for file in sorted(folder.rglob("*")) if file.is_file()]
    stamps = tuple((file, state.st_size, state.st_mtime_ns) for file, state in files)
    return _read(_Folder(folder, stamps))


def demo_catalogue() -> Catalogue:
    """The demonstration catalogue: invented agreements over real facts."""
    return read_catalogue(catalogue_path())


class _Folder(NamedTuple):
    """A folder as it is now: one that was edited is another, and is read again."""

    path: Path
    files: tuple[tuple[Path, int, int], ...]
    """Each file with its size and the time of its last change."""


@lru_cache(maxsize=CATALOGUES_REMEMBERED)
def _read(folder: _Folder) -> Catalogue:
    catalogue, findings = check_folder(folder.path)
    if catalogue is None:
        raise DataError([finding for finding in findings if has_errors([finding])])
    return catalogue


_compile: Callable[[Catalogue], Compiled] = Recent(compile_catalogue, CATALOGUES_REMEMBERED)


def compiled(catalogue: AnyCatalogue) -> Compiled:
    """The catalogue ready to price, whatever it is given as; compiled once.

    Raises:
        DataError: if it is the path of a folder that has errors.
    """
    if isinstance(catalogue, Compiled):
        return catalogue
    return _compile(catalogue if isinstance(catalogue, Catalogue) else read_catalogue(catalogue))


@overload
def price(lines: Line, catalogue: AnyCatalogue) -> dict[str, object]: ...
@overload
def price(lines: Sequence[Line], catalogue: AnyCatalogue) -> list[dict[str, object]]: ...
@overload
def price(lines: Frame, catalogue: AnyCatalogue) -> Frame: ...
def price(lines: object, catalogue: AnyCatalogue) -> object:
    """Price lines: one as a dict, several as a list, or a table of any kind.

    Args:
        lines: A dict, a list of dicts, an Arrow table or batch, or a DataFrame (pandas, Polars and
            whatever else narwhals knows).
        catalogue: What was agreed.

    Returns:
        The same kind of thing: every line with the engine's columns. Amounts are whole centavos,
        factors exact decimals; a line without a price has a ``status`` that says why.

    Raises:
        DataError: if the catalogue has errors.
        TypeError: if ``lines`` is none of these.
    """
    ready = compiled(catalogue)
    if isinstance(lines, Mapping):
        return LinePricer(ready).price([lines])[0]
    if isinstance(lines, Sequence) and not isinstance(lines, str):
        return LinePricer(ready).price(list(lines))
    if isinstance(lines, pa.RecordBatch):
        return price_batch(lines, ready).batch
    if isinstance(lines, pa.Table):
        return price_table(lines, ready)
    return _price_frame(cast("IntoDataFrame", lines), ready)


def _price_frame(lines: Frame, ready: Compiled) -> Frame:
    """Price a DataFrame; narwhals raises TypeError for what it does not know as one."""
    frame = nw.from_native(lines, eager_only=True)
    priced = price_table(frame.to_arrow(), ready)
    told: Frame = nw.from_arrow(priced, backend=frame.implementation).to_native()
    return told


def explain(line: Line, catalogue: AnyCatalogue) -> Explanation:
    """The memória de cálculo of a line, priced already or not yet.

    Raises:
        DataError: if the catalogue has errors.
    """
    ready = compiled(catalogue)
    return explain_result(line if "status" in line else price(line, ready), ready)


def surgery(told: AnySurgery, catalogue: AnyCatalogue, contract: str | None = None) -> Quote:
    """The lines of a surgery, suggested by the contract's rules and priced.

    Args:
        told: Acts, team and hours: a dict, a YAML or JSON file, or a surgery already read.
        catalogue: What was agreed.
        contract: A contract in place of the surgery's own.

    Raises:
        DataError: if the surgery or the catalogue has errors.
    """
    return quote(_surgery(told), compiled(catalogue), contract)


def compare(told: AnySurgery, catalogue: AnyCatalogue, contracts: Sequence[str] = ()) -> Comparison:
    """The same surgery under several contracts, side by side; by default the surgery's own list.

    Raises:
        DataError: if the surgery or the catalogue has errors.
    """
    read = _surgery(told)
    return compare_contracts(read, contracts or read.contracts, compiled(catalogue))


def _surgery(told: AnySurgery) -> Surgery:
    if isinstance(told, Surgery):
        return told
    if isinstance(told, Mapping):
        read, findings = read_surgery(told)
    else:
        read, findings = read_surgery_file(Path(told))
    if read is None:
        raise DataError(findings)
    return read
