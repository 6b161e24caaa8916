"""``honorarios serve``: the server of the screens and of the API."""

from __future__ import annotations

import signal
import socket
import sys
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn

import typer

from honorarios.cli import screen
from honorarios.cli.record import codes
from honorarios.cli.record.ending import end
from honorarios.cli.record.opening import open_record, place
from honorarios.core.findings import Place
from honorarios.core.system import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable

HOST: Final = "127.0.0.1"
"""This machine only."""
PORT: Final = 8000
THREADS: Final = 8
THREADS_OF_SEVERAL: Final = 4
"""Of each process where there are several: a caller waits for a processor, not for a thread."""
BACKLOG: Final = 1024

HostOption = Annotated[
    str,
    typer.Option(
        "--host",
        metavar="ENDEREÇO",
        help="Endereço em que ouve; o padrão só atende esta máquina.",
    ),
]
PortOption = Annotated[
    int, typer.Option("--port", min=0, max=65535, metavar="PORTA", help="Porta; 0 acha uma livre.")
]
ProcessesOption = Annotated[
    int | None,
    typer.Option(
        "--processes",
        min=1,
        max=64,
        metavar="N",
        help="Processos que atendem; o padrão é 1 com SQLite e um por processador com PostgreSQL.",
        show_default=False,
    ),
]
ThreadsOption = Annotated[
    int | None,
    typer.Option(
        "--threads",
        min=1,
        max=64,
        metavar="N",
        help=f"Pedidos ao mesmo tempo em cada processo; o padrão é {THREADS}, ou {THREADS_OF_SEVERAL} onde há vários.",
        show_default=False,
    ),
]


def serve(
    host: HostOption = HOST,
    port: PortOption = PORT,
    processes: ProcessesOption = None,
    threads: ThreadsOption = None,
) -> None:
    """Serve as telas e a API até ser interrompido (Ctrl-C).

    Para atender outras máquinas, ponha à frente um servidor com HTTPS e diga por que nomes ele é
    chamado em HONORARIOS_HOSTS, com HONORARIOS_HTTPS=1 e o endereço dele em HONORARIOS_PROXY.

    Exemplos:
      honorarios serve
      honorarios serve --port 8080
      honorarios serve --processes 4
    """
    open_record(as_json=False)
    answer(host, port, processes, threads)


def answer(host: str, port: int, processes: int | None = None, threads: int | None = None) -> None:
    """Answer at an address, by as many processes as were asked for or are usual here."""
    several = processes or usual_processes()
    if several > 1:
        serve_by_several(host, port, several, threads or THREADS_OF_SEVERAL)
    else:
        run(listen(host, port, threads or THREADS))


def usual_processes() -> int:
    """How many processes answer where nobody says: SQLite has one writer, and an office of its own size."""
    from django.db import connection

    from honorarios.config import processes

    return 1 if connection.vendor == "sqlite" or sys.platform == "win32" else processes.sensible()


def serve_by_several(host: str, port: int, processes: int, threads: int) -> None:
    """Say where the server is, and become it; an address that can't be had ends the command."""
    from django.db import connections

    from honorarios.config.processes import become
    from honorarios.web.assets import gather

    if sys.platform == "win32":
        end([codes.PROCESSES.at(Place())], screen.FINDINGS, as_json=False)
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.create_server(address, family=family, backlog=BACKLOG)
    except OSError as problem:
        _no_address(host, port, problem)
    # Once for all of them, before they begin.
    gather()
    _prepare()
    connections.close_all()
    _told([listening.getsockname()[:2]], f" em {processes} processos")
    become(listening, processes, threads)


def listen(host: str, port: int, threads: int) -> Any:  # noqa: ANN401 - waitress has no types
    """A server that listens, and answers once it runs; an address that can't be had ends the command."""
    from waitress import create_server

    from honorarios.config.wsgi import application

    _prepare()
    try:
        return create_server(
            application,
            host=host,
            port=port,
            threads=threads,
            # Whom to believe is for the application to say, by `config.proxy`.
            clear_untrusted_proxy_headers=False,
        )
    except OSError as problem:
        _no_address(host, port, problem)


def run(server: Any) -> None:  # noqa: ANN401 - as above
    """Say where the server is, and answer until somebody ends it."""
    _told(_listening(server))
    # Asked to end by the system, it ends as by Ctrl-C: what is being answered is answered.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(screen.OK))
    server.run()


def _prepare() -> None:
    """The first start makes the index of procedures, so that nobody waits for it while typing."""
    from honorarios.services import procedures

    procedures.prepare()


def _told(addresses: Iterable[tuple[str, int]], how: str = "") -> None:
    for address, its_port in addresses:
        screen.write(f"http://{address}:{its_port}/")
    sys.stdout.flush()
    screen.say(f"Servindo {place()}{how}. Ctrl-C encerra.")


def _no_address(host: str, port: int, problem: OSError) -> NoReturn:
    finding = codes.ADDRESS.at(Place(), host=host, port=port, why=reason_of(problem))
    end([finding], screen.FINDINGS, as_json=False)


def _listening(server: Any) -> list[tuple[str, int]]:  # noqa: ANN401 - waitress has no types
    """Where it listens: a name may stand for several addresses."""
    several = getattr(server, "effective_listen", None)
    return several or [(server.effective_host, server.effective_port)]
