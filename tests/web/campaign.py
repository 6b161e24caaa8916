"""The long campaign on the desk: ``python -m tests.web.campaign``.

Two hundred scripts of mischief in a real browser (two clerks, two tabs, the back button, a double click, an
ended session, a lost connection), and five thousand surgeries typed, shown and saved. It runs on a SQLite
file or, with ``--database postgresql``, on a PostgreSQL of its own, and writes what it saw to
``docs/proof/desk.json``, that of each database under its name.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.databases.new import new_database

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.web.hospital import FictitiousHospital

PROOF = Path(__file__).parents[2] / "docs" / "proof" / "desk.json"
LINES = 3_000
"""Size of the hospital."""
CLERK = "faturista"


def main() -> int:
    """Run the campaign; 1 where it found a fault."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--scripts", type=int, default=200)
    told.add_argument("--cases", type=int, default=5_000)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    options = told.parse_args()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HONORARIOS_HOME"] = folder
        with new_database(options.database, Path(folder)) as os.environ["DATABASE_URL"]:
            return _run(options)


def _run(options: argparse.Namespace) -> int:
    from honorarios.config import migrate

    migrate()
    from django.db import connection

    from honorarios.services.demonstration import build
    from tests.web.hospital import FictitiousHospital

    build(seed=options.seed, lines=LINES)
    hospital = FictitiousHospital(os.environ["DATABASE_URL"])
    cases = _cases(hospital, options.cases, Random(options.seed))
    scripts = _scripts(hospital, options.scripts, Random(options.seed))
    connection.close()
    proof = json.loads(PROOF.read_text("utf-8")) if PROOF.exists() else {}
    proof["command"] = (
        f"python -m tests.web.campaign --scripts {options.scripts} --cases {options.cases} "
        f"--seed {options.seed}"
    )
    proof[options.database] = {"shown_is_saved": cases, "nothing_lost": scripts}
    PROOF.write_text(json.dumps(proof, indent=1) + "\n", "utf-8")
    return 1 if cases["faults"] or scripts["faults"] else 0


def _cases(hospital: FictitiousHospital, count: int, random: Random) -> dict[str, Any]:
    """Surgeries through Django's test client: what the sheet shows is what is saved."""
    from django.test import Client

    from tests.web.conftest import BACKEND
    from tests.web.desk import all_open_parts
    from tests.web.launch.rounds import play

    client = Client(SERVER_NAME="localhost")
    client.force_login(hospital.user(CLERK), backend=BACKEND)
    parts = all_open_parts(hospital)
    saved = refused = lines = faults = 0
    for number in range(count):
        try:
            done = play(client, random.choice(parts), random)
        except AssertionError:
            faults += 1
            traceback.print_exc()
            continue
        lines += done.saved
        saved += bool(done.saved)
        refused += not done.saved
        _tell("surgeries", number + 1, count)
    return {
        "cases": count,
        "saved": saved,
        "refused": refused,
        "lines": lines,
        "faults": faults,
    }


def _scripts(hospital: FictitiousHospital, count: int, random: Random) -> dict[str, Any]:
    """Scripts of mischief, each in windows of its own."""
    from playwright.sync_api import sync_playwright

    from tests.web import chromium
    from tests.web.browser.mischief import SCRIPTS
    from tests.web.desk import keep_team
    from tests.web.server import served

    executable = chromium.find()
    if executable is None:
        raise SystemExit(chromium.MISSING)
    keep_team(hospital.actor(CLERK))
    names = [list(SCRIPTS)[number % len(SCRIPTS)] for number in range(count)]
    played, lines, faults = Counter[str](), 0, 0
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=list(chromium.ARGUMENTS)
        )
        for number, name in enumerate(names):
            try:
                lines += _play(name, hospital, browser, address, random)
            except Exception:  # noqa: BLE001 - whatever went wrong is the campaign's answer
                faults += 1
                traceback.print_exc()
            played[name] += 1
            _tell("scripts", number + 1, count)
        browser.close()
    return {"scripts": dict(sorted(played.items())), "lines": lines, "faults": faults}


def _play(
    name: str, hospital: FictitiousHospital, browser: Browser, address: str, random: Random
) -> int:
    from django.conf import settings
    from django.test import Client

    from tests.web.browser.mischief import Stage, play
    from tests.web.conftest import BACKEND
    from tests.web.desk import open_parts

    def come_in(page_or_context: Any) -> None:  # noqa: ANN401 - a page or its window
        client = Client()
        client.force_login(hospital.user(CLERK), backend=BACKEND)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        context = getattr(page_or_context, "context", page_or_context)
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])

    def window() -> Any:  # noqa: ANN401 - a window of the browser
        context = browser.new_context(base_url=address, locale="pt-BR", reduced_motion="reduce")
        come_in(context)
        opened.append(context)
        return context

    opened: list[Any] = []
    first = window()
    stage = Stage(
        hospital=hospital,
        part=random.choice(open_parts(hospital)),
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


def _tell(what: str, done: int, of: int) -> None:
    if done % max(1, of // 20) == 0:
        print(f"{what}: {done} of {of}", file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
