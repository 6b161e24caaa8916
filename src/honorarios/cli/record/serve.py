"""``honorarios serve``: the server of the screens and of the API."""

from __future__ import annotations

import signal
import sys
from typing import Annotated, Any, Final

import typer

from honorarios.cli import screen
from honorarios.cli.record import codes
from honorarios.cli.record.ending import end
from honorarios.cli.record.opening import open_record, place
from honorarios.core.findings import Place
from honorarios.core.system import reason_of

HOST: Final = "127.0.0.1"
"""This machine only."""
PORT: Final = 8000
THREADS: Final = 8

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
ThreadsOption = Annotated[
    int, typer.Option("--threads", min=1, max=64, metavar="N", help="Pedidos ao mesmo tempo.")
]


def serve(
    host: HostOption = HOST, port: PortOption = PORT, threads: ThreadsOption = THREADS
) -> None:
    """Serve as telas e a API até ser interrompido (Ctrl-C).

    Para atender outras máquinas, ponha à frente um servidor com HTTPS e diga por que nomes ele é
    chamado em HONORARIOS_HOSTS, com HONORARIOS_HTTPS=1 e o endereço dele em HONORARIOS_PROXY.

    Exemplos:
      honorarios serve
      honorarios serve --port 8080
    """
    open_record(as_json=False)
    run(listen(host, port, threads))


def listen(host: str, port: int, threads: int) -> Any:  # noqa: ANN401 - waitress has no types
    """A server that listens, and answers once it runs; an address that can't be had ends the command."""
    from waitress import create_server

    from honorarios.config.wsgi import application
    from honorarios.services import procedures

    # The first start makes the index of procedures, so that nobody waits for it while typing.
    procedures.prepare()
    try:
        return create_server(application, host=host, port=port, threads=threads, **behind_proxy())
    except OSError as problem:
        why = reason_of(problem)
        finding = codes.ADDRESS.at(Place(), host=host, port=port, why=why)
        end([finding], screen.FINDINGS, as_json=False)


def behind_proxy() -> dict[str, Any]:
    """How the server in front tells who calls, and that it was by HTTPS; of nobody else it is believed."""
    from honorarios.config import environment

    address = environment.proxy()
    if not address:
        return {}
    return {
        "trusted_proxy": address,
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }


def run(server: Any) -> None:  # noqa: ANN401 - as above
    """Say where the server is, and answer until somebody ends it."""
    for address, its_port in _listening(server):
        screen.write(f"http://{address}:{its_port}/")
    sys.stdout.flush()
    screen.say(f"Servindo {place()}. Ctrl-C encerra.")
    # Asked to end by the system, it ends as by Ctrl-C: what is being answered is answered.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(screen.OK))
    server.run()


def _listening(server: Any) -> list[tuple[str, int]]:  # noqa: ANN401 - waitress has no types
    """Where it listens: a name may stand for several addresses."""
    several = getattr(server, "effective_listen", None)
    return several or [(server.effective_host, server.effective_port)]
