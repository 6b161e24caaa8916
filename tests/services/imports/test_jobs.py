"""A job as other processes of the server see it: at work, ended, or killed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from honorarios.core.findings import Place
from honorarios.services.imports import codes, jobs
from honorarios.services.imports.answers import Progress
from honorarios.services.imports.job_folder import JobFolder, JobState
from honorarios.services.imports.sessions import Session
from honorarios.services.outcomes import Result

if TYPE_CHECKING:
    from pathlib import Path

SESSION = Session(
    token="a1",  # noqa: S106 - names its addresses
    kind="fees",
    file_name="a.csv",
    size=3,
    suffix=".csv",
)
OTHER_PROCESS = """
import sys, time
from pathlib import Path
from honorarios import config
config.setup()
from honorarios.services.imports.job_folder import JobFolder, JobState
from honorarios.services.imports.sessions import Session
session = Session(token="a1", kind="fees", file_name="a.csv", size=3, suffix=".csv")
number, lock = JobFolder(Path(sys.argv[1])).begin(
    JobState(session=session, dry_run=False, started=time.time())
)
print(number, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> JobFolder:
    return JobFolder(tmp_path / "1-2-a1.jobs")


def test_what_is_told_is_read_as_it_was_told(folder: JobFolder) -> None:
    state = JobState(session=SESSION, dry_run=True, started=0)
    number, lock = folder.begin(state)
    with lock:
        finding = codes.TOO_MANY_JOBS.at(Place(field="file"), most=3)
        told = JobState(
            session=SESSION,
            dry_run=True,
            started=0,
            progress=Progress(done=5, total=9, refused=1),
            result=Result(findings=(finding,)),
            ended=True,
        )
        folder.write(number, told)
        assert folder.read(number) == told
        assert folder.at_work(number)
    assert not folder.at_work(number)


def test_a_job_of_another_process_is_seen_at_work_until_it_is_killed(folder: JobFolder) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OTHER_PROCESS, str(folder.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        number = int(other.stdout.readline())
        job = jobs._seen(folder, number)
        assert job is not None
        assert (job.running, job.failed) == (True, False)
        other.kill()
    job = jobs._seen(folder, number)
    assert job is not None
    assert (job.running, job.failed) == (False, True)
