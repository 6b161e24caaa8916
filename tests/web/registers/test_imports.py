"""Importing on screen: sent, mapped, rehearsed, imported, mended, answered and undone."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from honorarios.services import registers
from honorarios.services.actor import ActorRole
from honorarios.services.imports import jobs, sessions
from honorarios.services.imports.answers import Progress
from honorarios.services.registers import REGISTERS
from tests.web.desk import ACTS, open_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.test import Client

    from honorarios.services.actor import Actor
    from honorarios.services.imports.answers import OnProgress
    from tests.web.hospital import FictitiousHospital

    ClientAs = Callable[[str], Client]

SECONDS = 60
ROWS = "Prestador cód;Nome completo;Natureza\ni1;Dr. Um (fictício);Pessoa\ni2;Dra. Dois (fictícia);Bicho\n"
COLUMNS = {
    "column.code": "Prestador cód",
    "column.name": "Nome completo",
    "column.kind": "Natureza",
}


def sent(client: Client, kind: str, text: str) -> str:
    """The address of a file that was sent."""
    file = SimpleUploadedFile("arquivo.csv", text.encode())
    answer = client.post("/importacoes/nova/", {"kind": kind, "arquivo": file})
    assert answer.status_code == 303
    return str(answer.headers["Location"])


def settled(hospital: FictitiousHospital, user: str, address: str) -> jobs.Job:
    """The job of a session, when it has ended."""
    token = address.rstrip("/").rpartition("/")[2]
    actor = hospital.actor(user)
    job = jobs.of_session(actor, sessions.get(actor=actor, token=token).require())
    assert job is not None
    ended = job.later(SECONDS)
    assert not ended.running
    return ended


def test_a_file_is_mapped_rehearsed_imported_and_mended(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("administracao")
    address = sent(client, "providers", ROWS)
    before = client.get(address)
    assert {one.name: one.header for one in before.context["columns"]}["kind"] == "Natureza"
    assert client.get("/importacoes/").content.decode().count("arquivo.csv") == 1

    rehearsed = client.post(address, {**COLUMNS, "rehearse": "1"})
    assert rehearsed.headers["Location"] == f"{address}ensaio/"
    settled(hospital, "administracao", address)
    trial = client.get(f"{address}ensaio/")
    answer = trial.context["answer"]
    assert (answer.imported, answer.refused) == (1, 1)
    assert "Bicho" in trial.content.decode()
    actor = hospital.actor("administracao")
    provider = REGISTERS["providers"]
    found = registers.listed(actor=actor, register=provider, only={"code": "i1"}).require()
    assert not found.rows

    client.post(f"{address}iniciar/")
    settled(hospital, "administracao", address)
    done = client.get(f"{address}curso/")
    batch = done.headers["Location"]
    assert re.fullmatch(r"/importacoes/\d+/", batch)
    assert client.get(address).status_code == 404  # the file is gone with its session

    refused = client.get(f"{batch}recusadas/")
    assert "Bicho" in refused.content.decode("utf-8-sig")
    row = f"{batch}linhas/3/"
    shown = client.get(row)
    assert [one["value"] for one in shown.context["cells"]] == [
        "i2",
        "Dra. Dois (fictícia)",
        "Bicho",
    ]
    again = client.post(row, {"cell": ["i2", "Dra. Dois (fictícia)", "Coisa"]})
    assert again.status_code == 422
    assert "Coisa" in again.content.decode()
    mended = client.post(row, {"cell": ["i2", "Dra. Dois (fictícia)", "Empresa"]})
    assert mended.status_code == 303
    found = registers.listed(actor=actor, register=provider, only={"code": "i2"}).require()
    assert [one.values["kind"] for one in found.rows] == ["company"]
    assert client.get(row).status_code == 404  # it was imported: nothing is left to mend


def test_the_same_file_again_changes_nothing(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("administracao")
    text = "Código;Nome\ncc1;Centro um\n"
    places = []
    for _turn in range(2):
        address = sent(client, "cost-centres", text)
        client.post(f"{address}iniciar/")
        settled(hospital, "administracao", address)
        places.append(client.get(f"{address}curso/").headers["Location"])
    assert places[0] == places[1]


def test_an_import_stops_and_goes_on(client_as: ClientAs, hospital: FictitiousHospital) -> None:
    client = client_as("administracao")
    rows = "".join(f"par{number};Centro {number}\n" for number in range(4_500))
    address = sent(client, "cost-centres", f"Código;Nome\n{rows}")
    token = address.rstrip("/").rpartition("/")[2]
    actor = hospital.actor("administracao")
    session = sessions.get(actor=actor, token=token).require()
    job = jobs.start(actor, session, dry_run=False)
    while job.running and not job.progress.done:
        job = job.later(0.01)
    client.post(f"{address}parar/")
    assert job.later(SECONDS).stopped
    shown = client.get(f"{address}curso/")
    assert shown.status_code == 200
    client.post(f"{address}iniciar/")
    settled(hospital, "administracao", address)
    batch = client.get(f"{address}curso/").headers["Location"]
    answer = client.get(batch).context["answer"]
    assert (answer.imported, answer.state) == (4_500, "done")


def test_a_file_that_is_none_says_so_where_it_is(client_as: ClientAs) -> None:
    client = client_as("administracao")
    address = sent(client, "providers", "só isto")
    shown = client.get(address).content.decode()
    assert "arquivo.csv" in shown
    assert client.post(f"{address}descartar/").status_code == 303
    assert client.get(address).status_code == 404


def test_a_session_is_its_owners(client_as: ClientAs) -> None:
    address = sent(client_as("administracao"), "payers", "Código;Nome\nx;Y\n")
    assert client_as("faturista").get(address).status_code == 404


def test_who_may_not_import_is_offered_nothing(client_as: ClientAs) -> None:
    client = client_as("auditoria")
    assert client.get("/importacoes/").status_code == 200
    assert client.get("/importacoes/nova/").status_code == 403
    assert "/importacoes/nova/" not in client.get("/importacoes/").content.decode()


def test_fees_are_refused_to_whoever_launches_none(client_as: ClientAs) -> None:
    file = SimpleUploadedFile("a.csv", b"x")
    answer = client_as("administracao").post(
        "/importacoes/nova/", {"kind": "fees", "arquivo": file}
    )
    assert answer.status_code == 403


def test_fees_wait_for_an_answer_and_are_taken_back(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    client = client_as("faturista")
    part = open_parts(hospital)[0]
    attendance = part.account.attendance
    day = f"{part.period_start:%d/%m/%Y}"
    head = "Atendimento;Hospital;Conta;Parcial;Código;Data;Hora;Prestador;Função"
    row = (
        f"{attendance.number};{attendance.hospital.code};{part.account.number};{part.seq};"
        f"{ACTS[0]};{day};23:00;m01;cirurgião"
    )
    places = []
    for more in ("", "\n"):
        address = sent(client, "fees", f"{head}\n{row}\n{more}")
        client.post(f"{address}iniciar/")
        job = settled(hospital, "faturista", address)
        assert job.result is not None
        done = client.get(f"{address}curso/")
        assert done.status_code == 303, done.context["findings"]
        places.append(done.headers["Location"])
    first, second = (client.get(place).context["answer"] for place in places)
    assert (first.imported, first.lines) == (1, 1), first.reasons
    assert second.pending == 1, second.reasons
    client.post(f"{places[1]}responder/", {"decision": "confirm", "row": "2"})
    assert client.get(places[1]).context["answer"].imported == 1
    without = client.post(f"{places[1]}desfazer/", {"reason": ""})
    assert without.status_code == 422
    undone = client.post(f"{places[1]}desfazer/", {"reason": "Arquivo repetido."})
    assert undone.status_code == 303
    assert client.get(places[1]).context["answer"].state == "undone"


def prepared(client: Client, hospital: FictitiousHospital) -> tuple[Actor, sessions.Session]:
    """A file that is ready to be tried."""
    actor = hospital.actor("administracao")
    token = sent(client, "providers", "Código;Nome;Tipo\nz1;Dra. Z (fictícia);pessoa\n")
    token = token.rstrip("/").rpartition("/")[2]
    return actor, sessions.get(actor=actor, token=token).require()


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[IO[Any]]]:
    """Jobs that are begun do nothing, and are at work until their locks are closed."""
    held: list[IO[Any]] = []
    monkeypatch.setattr(jobs, "_work", lambda _actor, _job, lock: held.append(lock))
    yield held
    for lock in held:
        lock.close()


def test_a_job_stops_where_its_owners_rights_have_changed(
    client_as: ClientAs,
    hospital: FictitiousHospital,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    actor, session = prepared(client_as("administracao"), hospital)
    changed = replace(actor, role=ActorRole.CLERK)
    whole = jobs._work
    monkeypatch.setattr(jobs, "_work", lambda _actor, job, lock: whole(changed, job, lock))
    job = jobs.start(actor, session, dry_run=False).later(SECONDS)
    assert job.result is not None
    assert [one.code for one in job.result.findings] == ["REG-IMPORT-RIGHTS"]
    assert not job.running


@pytest.mark.usefixtures("idle")
def test_a_rehearsal_gives_way_to_a_changed_mapping_and_to_the_import(
    client_as: ClientAs, hospital: FictitiousHospital
) -> None:
    actor, session = prepared(client_as("administracao"), hospital)
    first = jobs.start(actor, session, dry_run=True)
    assert jobs.start(actor, session, dry_run=True) == first
    second = jobs.start(actor, replace(session, sheet="outra"), dry_run=True)
    third = jobs.start(actor, session, dry_run=False)
    assert [job.number for job in (first, second, third)] == [1, 2, 3]
    assert jobs.start(actor, session, dry_run=True) == third
    asked = [job.folder.asked_to_stop(job.number) for job in (first, second, third)]
    assert asked == [True, True, False]


def test_one_person_has_only_so_many_jobs_under_way(
    client_as: ClientAs, hospital: FictitiousHospital, idle: list[IO[Any]]
) -> None:
    actor, session = prepared(client_as("administracao"), hospital)
    begun = [
        jobs.start(actor, replace(session, token=f"t{number}"), dry_run=True)
        for number in range(jobs.MOST_OF_ONE)
    ]
    assert all(job.running for job in begun)
    refused = jobs.start(actor, session, dry_run=True)
    assert refused.result is not None
    assert [one.code for one in refused.result.findings] == ["REG-IMPORT-MANY"]
    for lock in idle:
        lock.close()
    assert jobs.start(actor, session, dry_run=True).running


def test_a_file_given_up_stops_its_job(
    client_as: ClientAs, hospital: FictitiousHospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_as("administracao")
    actor, session = prepared(client, hospital)
    begun, dropped, ended = threading.Event(), threading.Event(), threading.Event()
    told: list[BaseException] = []

    def imported(*, on_progress: OnProgress, **_: object) -> None:
        begun.set()
        assert dropped.wait(SECONDS)
        try:
            on_progress(Progress(done=1, total=2))
        except jobs.Stopped as stop:
            told.append(stop)
            raise
        finally:
            ended.set()

    monkeypatch.setattr(jobs, "run", imported)
    jobs.start(actor, session, dry_run=False)
    assert begun.wait(SECONDS)
    client.post(f"/importacoes/arquivo/{session.token}/descartar/")
    dropped.set()
    assert ended.wait(SECONDS)
    assert told
    assert jobs.of_session(actor, session) is None
    assert not sessions.jobs_path_of(actor, session).exists()
