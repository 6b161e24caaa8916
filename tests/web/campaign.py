"""The long campaign on the desk: ``python -m tests.web.campaign``.

Two hundred scripts of mischief in a real browser (two clerks, two tabs, the back button, a double click, an
ended session, a lost connection), and five thousand surgeries typed, shown and saved. Each is made from the
seed and its own number: a run that was interrupted, or that was asked for fewer, is gone on with by saying
the command again (``--anew`` begins again). What was seen so far is kept in ``build/`` and written to
``docs/proof/desk.json``, that of each database under its name, with the machine and the commit.

``--scripts 10 --cases 100`` is a share; ``--script ended_session --number 7`` plays one again.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

from tests import machine, proof
from tests.databases.new import new_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from honorarios.records.models import AccountPart
    from tests.web.hospital import FictitiousHospital

LINES: Final = 3_000
"""Size of the hospital."""
CLERK: Final = "faturista"
NOTED_EACH: Final = 20
"""How many are played between one note of what was seen and the next."""
MOST_FAULTS: Final = 20
"""Faults that are told one by one."""


def main() -> int:
    """Run the campaign, or go on with it; 1 where it found a fault."""
    told = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    told.add_argument("--scripts", type=int, default=200)
    told.add_argument("--cases", type=int, default=5_000)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    told.add_argument("--anew", action="store_true", help="forget what earlier runs saw")
    told.add_argument("--script", help="only this script, by its name")
    told.add_argument("--number", type=int, help="only the script of this number")
    options = told.parse_args()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        with new_database(options.database, Path(folder)) as os.environ["DATABASE_URL"]:
            return _run(options)


class Notes:
    """What was seen so far, kept as it is seen."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.file = machine.ROOT / "build" / f"desk-campaign-{options.database}.json"
        self.database: str = options.database
        about = machine.describe()
        self.seen: dict[str, Any] = {"seed": options.seed, "machine": about}
        if self.file.exists() and not options.anew:
            kept = json.loads(self.file.read_text("utf-8"))
            same = (kept["seed"], kept["machine"]["commit"]) == (options.seed, about["commit"])
            self.seen = kept if same else self.seen

    def of(self, name: str) -> dict[str, Any]:
        """The notes of a part of the campaign."""
        nothing = {"played": 0, "lines": 0, "seconds": 0.0, "faults": 0, "told": [], "counts": {}}
        found: dict[str, Any] = self.seen.setdefault(name, nothing)
        return found

    def keep(self) -> None:
        """Write them down."""
        self.file.parent.mkdir(exist_ok=True)
        self.file.write_text(json.dumps(self.seen, indent=1) + "\n", "utf-8")

    def publish(self) -> None:
        """Write them to the proof."""
        proof.keep("desk", self.database, figures=self.seen)


@dataclass(frozen=True, slots=True)
class Played:
    """What became of one."""

    kind: str
    lines: int


def _run(options: argparse.Namespace) -> int:
    from honorarios.config import migrate

    migrate()
    from django.db import connection

    from honorarios.services.demonstration import build
    from tests.web.hospital import FictitiousHospital

    build(seed=options.seed, lines=LINES)
    hospital = FictitiousHospital(os.environ["DATABASE_URL"])
    if options.number is not None:
        for play in _scripts(hospital, options):
            play(options.number)
        return 0
    notes = Notes(options)
    for name, count, players in (
        ("shown_is_saved", options.cases, _cases),
        ("nothing_lost", options.scripts, _scripts),
    ):
        if notes.of(name)["played"] < count:
            for play in players(hospital, options):
                _go_on(notes, name, count, play)
    connection.close()
    notes.publish()
    return 1 if any(notes.of(name)["faults"] for name in ("shown_is_saved", "nothing_lost")) else 0


def _go_on(notes: Notes, name: str, count: int, play: Callable[[int], Played]) -> None:
    """Play what was not played yet, one after the other, and note what is seen."""
    seen = notes.of(name)
    counts = Counter[str](seen["counts"])
    for number in range(seen["played"], count):
        began = time.perf_counter()
        try:
            done = play(number)
        except Exception:  # noqa: BLE001 - whatever went wrong is the campaign's answer
            seen["faults"] += 1
            done = Played("faults", 0)
            if len(seen["told"]) < MOST_FAULTS:
                seen["told"].append({"number": number, "problem": traceback.format_exc(limit=-3)})
        counts[done.kind] += 1
        seen["seconds"] = round(seen["seconds"] + time.perf_counter() - began, 1)
        seen |= {
            "played": number + 1,
            "lines": seen["lines"] + done.lines,
            "counts": dict(sorted(counts.items())),
        }
        if (number + 1) % NOTED_EACH == 0 or number + 1 == count:
            notes.keep()
            _tell(name, seen, count)


def _cases(
    hospital: FictitiousHospital, options: argparse.Namespace
) -> Iterator[Callable[[int], Played]]:
    """Surgeries through Django's test client: what the sheet shows is what is saved."""
    from django.test import Client

    from tests.web.conftest import BACKEND
    from tests.web.desk import all_open_parts
    from tests.web.launch.rounds import play

    client = Client(SERVER_NAME="localhost")
    client.force_login(hospital.user(CLERK), backend=BACKEND)
    parts = all_open_parts(hospital)

    def one(number: int) -> Played:
        random = Random(f"{options.seed} case {number}")
        saved = play(client, random.choice(parts), random).saved
        return Played("saved" if saved else "refused", saved)

    yield one


def _scripts(
    hospital: FictitiousHospital, options: argparse.Namespace
) -> Iterator[Callable[[int], Played]]:
    """Scripts of mischief, each in windows of its own."""
    from playwright.sync_api import sync_playwright

    from tests.web import chromium
    from tests.web.browser.mischief import SCRIPTS
    from tests.web.desk import keep_team, open_parts
    from tests.web.server import served

    executable = chromium.find()
    if executable is None:
        raise SystemExit(chromium.MISSING)
    keep_team(hospital.actor(CLERK))
    parts, names = open_parts(hospital), list(SCRIPTS)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=list(chromium.ARGUMENTS)
        )

        def one(number: int) -> Played:
            random = Random(f"{options.seed} script {number}")
            name = options.script or names[number % len(names)]
            part = parts[number % len(parts)]
            return Played(name, _play(name, hospital, part, browser, address, random))

        yield one
        browser.close()


def _play(
    name: str,
    hospital: FictitiousHospital,
    part: AccountPart,
    browser: Browser,
    address: str,
    random: Random,
) -> int:
    from django.test import Client

    from tests.web.browser.mischief import Stage, play
    from tests.web.conftest import BACKEND, entered

    def come_in(page_or_context: Any) -> None:  # noqa: ANN401 - a page or its window
        client = Client()
        client.force_login(hospital.user(CLERK), backend=BACKEND)
        entered(getattr(page_or_context, "context", page_or_context), client, address)

    def window() -> Any:  # noqa: ANN401 - a window of the browser
        context = browser.new_context(base_url=address, locale="pt-BR", reduced_motion="reduce")
        come_in(context)
        opened.append(context)
        return context

    opened: list[Any] = []
    first = window()
    stage = Stage(
        hospital=hospital,
        part=part,
        random=random,
        tab=first.new_page,
        colleague=lambda: window().new_page(),
        come_back=come_in,
    )
    try:
        return play(name, stage)
    finally:
        for context in opened:
            context.close()


def _tell(what: str, seen: dict[str, Any], of: int) -> None:
    each = seen["seconds"] / seen["played"]
    left = (of - seen["played"]) * each / 60
    print(  # noqa: T201 - the campaign's progress
        f"{what}: {seen['played']} of {of}, {seen['faults']} faults, {each:.2f} s each, {left:.0f} min left",
        file=sys.stderr,
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
