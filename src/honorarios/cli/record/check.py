"""``honorarios check``: every promise of the record proven again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.ending import answered, no_traceback
from honorarios.cli.record.opening import offices
from honorarios.cli.record.options import OfficeOption
from honorarios.cli.record.telling import as_data

if TYPE_CHECKING:
    from honorarios.records.models import Office
    from honorarios.services.check import Proof


def check(office: OfficeOption = None, as_json: JsonOption = False) -> None:
    """Prova de novo cada invariante dos registros e nomeia o primeiro que não vale.

    Confere as travas do banco de dados, a trilha de auditoria, os catálogos, os valores, as divisões, os
    estornos, as situações e as remessas, de cada cliente. O código de saída é 1 se algum invariante não
    vale.

    Exemplos:
      honorarios check
      honorarios check --office hospital-serra --json
    """
    found = offices(office, as_json=as_json)
    proofs = [(one, prove(one, as_json=as_json)) for one in found]
    if as_json:
        screen.write_json({"offices": [_as_dict(one, proof) for one, proof in proofs]}, "check")
    else:
        for one, proof in proofs:
            _show(one, proof)
    if not all(proof.whole for _, proof in proofs):
        raise typer.Exit(screen.FINDINGS)


def prove(office: Office, *, as_json: bool) -> Proof:
    """Prove an office's invariants, telling each as it is known."""
    from honorarios.services import actor
    from honorarios.services.check import INVARIANTS
    from honorarios.services.check import prove as prove_invariants

    titles = {invariant.name: invariant.title for invariant in INVARIANTS}
    screen.say(f"Conferindo {office.name}")

    def tell(name: str, holds: bool) -> None:
        screen.say(f"  {'vale    ' if holds else 'NÃO VALE'}  {titles[name]}")

    with no_traceback(as_json=as_json):
        operator = actor.system(office_id=office.pk)
        return answered(prove_invariants(actor=operator, on_proven=tell), as_json=as_json)


def _as_dict(office: Office, proof: Proof) -> dict[str, Any]:
    first = proof.broken[0].name if proof.broken else None
    return {"office": office.slug, "whole": proof.whole, "first_broken": first, **as_data(proof)}


def _show(office: Office, proof: Proof) -> None:
    if proof.whole:
        screen.write(f"{office.slug}: os {len(proof.proven)} invariantes valem.")
        return
    screen.write(f"{office.slug}: não vale o invariante {proof.broken[0].name}.")
    for broken in proof.broken:
        screen.write(f"  {broken.name}: {broken.title}")
        for breach in broken.breaches:
            screen.write(f"    {breach}")
