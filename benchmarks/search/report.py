"""The report of searching, in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

P95_NEEDED: Final = 50
"""Milliseconds."""
FOUND_NEEDED: Final = 0.95
WHAT: Final = {
    "index": "the index alone",
    "service": "the service: with validity, porte, favourites and last used",
    "service_with_value": "the service, and the value of each on an account part",
}


def render(found: Mapping[str, Any]) -> str:
    """The report as Markdown."""
    return "\n".join([*_head(found), *_found(found), *_times(found), ""])


def short_of(found: Mapping[str, Any]) -> list[str]:
    """What does not reach what is needed."""
    return list(_short(found))


def _short(found: Mapping[str, Any]) -> Iterator[str]:
    for kind, told in found["databases"].items():
        for name, times in told["milliseconds"].items():
            if times["p95"] >= P95_NEEDED:
                yield f"{kind}: {WHAT[name]}: p95 {times['p95']} ms of {P95_NEEDED}"
        if told["among_first_three"] < FOUND_NEEDED * told["queries"]:
            yield f"{kind}: {told['among_first_three']} of {told['queries']} queries"


def _head(found: Mapping[str, Any]) -> Iterator[str]:
    machine = found["machine"]
    before, after = found["load"]
    yield "# Searching procedures as somebody types"
    yield ""
    yield f"`python -m benchmarks.search --rounds {found['rounds']}`, commit {machine['commit']}"
    yield f"with {machine['changed_files']} changed files, Python {machine['python']},"
    yield f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB."
    yield f"Load before and after: {before:.2f}, {after:.2f}."
    yield ""


def _found(found: Mapping[str, Any]) -> Iterator[str]:
    told = next(iter(found["databases"].values()))
    among, first, queries = told["among_first_three"], told["first"], told["queries"]
    yield f"{told['items']:,} items and {told['words']:,} words: all of TUSS table 22 and the"
    yield "catalogue of the fictitious hospital. The index was built in"
    yield f"{told['build_ms']:.0f} ms and its file has {told['file_bytes'] / 1e6:.1f} MB."
    yield ""
    yield f"Of {queries} queries as clerks type them, chosen before the index was made, {among}"
    yield f"({among / queries:.1%}) have the right code among the first three, and {first}"
    yield f"({first / queries:.1%}) have it first."
    yield ""


def _times(found: Mapping[str, Any]) -> Iterator[str]:
    yield "Milliseconds of one search, for each key of each query from its third letter on:"
    yield ""
    yield "| what | database | p50 | p95 | p99 | greatest | searches |"
    yield "|:--|:--|--:|--:|--:|--:|--:|"
    for name, words in WHAT.items():
        for kind, told in found["databases"].items():
            one = told["milliseconds"][name]
            cells = (f"{one[part]:.1f}" for part in ("p50", "p95", "p99", "greatest"))
            yield f"| {words} | {kind} | {' | '.join(cells)} | {one['calls']:,} |"
