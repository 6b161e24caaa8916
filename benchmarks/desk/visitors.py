"""People who look at pages, each on a connection of their own."""

from __future__ import annotations

import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.desk.figures import spread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SEED = 16


def visit(
    address: str,
    cookies: Sequence[str],
    pages: Mapping[str, Sequence[str]],
    requests: int,
    pause: float,
) -> dict[str, dict[str, Any]]:
    """How long each kind of page takes to whoever asks for it; one that isn't a 200 stops it all.

    Args:
        address: Host and port of the server.
        cookies: The session of each visitor.
        pages: Addresses by kind of page.
        requests: Pages that each visitor asks for.
        pause: Seconds that they look at a page, on average; 0: they ask again at once.
    """
    first = [("first", addresses[0], 0.0) for addresses in pages.values()]
    with ThreadPoolExecutor(len(cookies)) as crowd:
        # The first pages of a process load what every other then has at hand: they are nobody's wait. All
        # ask for them, so that each of several processes answers some.
        list(crowd.map(lambda cookie: _look(address, cookie, first * 2), cookies))
        walks = [
            crowd.submit(
                _look, address, cookie, _walk(Random(f"{SEED}-{number}"), pages, requests, pause)
            )
            for number, cookie in enumerate(cookies)
        ]
        times: defaultdict[str, list[float]] = defaultdict(list)
        for walk in walks:
            for kind, seconds in walk.result():
                times[kind].append(seconds)
    return {kind: spread(seconds) for kind, seconds in sorted(times.items())}


def _walk(
    random: Random, pages: Mapping[str, Sequence[str]], requests: int, pause: float
) -> list[tuple[str, str, float]]:
    """What somebody asks for: the kind of page, its address, and how long they wait before."""
    kinds = list(pages)
    chosen = [random.choice(kinds) for _ in range(requests)]
    return [(kind, random.choice(pages[kind]), random.uniform(0, 2 * pause)) for kind in chosen]


def _look(
    address: str, cookie: str, walk: Sequence[tuple[str, str, float]]
) -> list[tuple[str, float]]:
    connection = HTTPConnection(address, timeout=60)
    told = []
    for kind, path, pause in walk:
        time.sleep(pause)
        began = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": f"sessionid={cookie}"})
        answer = connection.getresponse()
        answer.read()
        told.append((kind, time.perf_counter() - began))
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}")
    connection.close()
    return told
