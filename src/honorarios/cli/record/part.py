"""``honorarios part``: an account part from open to billed, and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from honorarios.cli import screen
from honorarios.cli.options import JsonOption
from honorarios.cli.record.asking import carry_out
from honorarios.cli.record.opening import open_office
from honorarios.cli.record.options import (
    DryRunOption,
    KeyOption,
    OfficeOption,
    ReasonOption,
    VersionOption,
    YesOption,
)
from honorarios.cli.record.telling import as_data, counted, label, reais
from honorarios.cli.words import OPTIONS, Command, Group

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.services.parts import PartAnswer, RemittanceAnswer

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=OPTIONS,
    subcommand_metavar="COMANDO",
    help="Parciais: encerra, libera, fatura, e desfaz cada passo.",
)
PartArgument = Annotated[
    int, typer.Argument(metavar="PARCIAL", min=1, help="Número da parcial.", show_default=False)
]
PartsArgument = Annotated[
    list[int] | None,
    typer.Argument(
        metavar="[PARCIAL]…", min=1, help="Só estas parciais. Sem elas, todas.", show_default=False
    ),
]
PayerOption = Annotated[
    str,
    typer.Option("--payer", metavar="CONVÊNIO", help="Código do convênio.", show_default=False),
]
UnitOption = Annotated[
    str,
    typer.Option(
        "--unit", metavar="UNIDADE", help="Código da unidade de faturamento.", show_default=False
    ),
]
RemittanceArgument = Annotated[
    int, typer.Argument(metavar="REMESSA", min=1, help="Identificador da remessa.")
]
NumberOption = Annotated[
    str,
    typer.Option("--number", metavar="NÚMERO", help="Da nota fiscal.", show_default=False),
]

VERBS: Final = {
    "close": ("Encerra", "uma parcial aberta, se todas as conferências de encerramento passam."),
    "reopen": ("Reabre", "uma parcial encerrada. O motivo é obrigatório."),
    "release": ("Libera", "uma parcial encerrada para o faturamento. Ela não muda mais."),
    "unrelease": (
        "Desfaz a liberação de",
        "uma parcial, que volta a encerrada. O motivo é obrigatório.",
    ),
    "cancel": ("Cancela", "uma parcial aberta ou encerrada, para sempre. O motivo é obrigatório."),
}
"""The verbs of one part that change nothing but its state, as the help says them."""
WITH_REASON: Final = frozenset({"reopen", "unrelease", "cancel"})


def _verb(name: str) -> Callable[..., None]:
    """The command of a verb."""
    verb, rest = VERBS[name]

    def run(
        part: PartArgument,
        reason: ReasonOption = "",
        version: VersionOption = None,
        dry_run: DryRunOption = False,
        yes: YesOption = False,
        key: KeyOption = None,
        office: OfficeOption = None,
        as_json: JsonOption = False,
    ) -> None:
        actor = open_office(office, as_json=as_json)
        from honorarios.services import parts

        do = partial(
            getattr(parts, name),
            actor=actor,
            part_id=part,
            reason=reason,
            version=version,
            key=key,
        )
        _carry_out(do, f"{verb} a parcial {part}", part, dry_run=dry_run, yes=yes, as_json=as_json)

    why = ' --reason "Falta o anestesista"' if name in WITH_REASON else ""
    run.__doc__ = f"""{verb} {rest}

    Exemplos:
      honorarios part {name} 301{why}
      honorarios part {name} 301{why} --dry-run
    """
    return run


for _name in VERBS:
    app.command(_name, cls=Command, options_metavar=OPTIONS)(_verb(_name))


@app.command(cls=Command, options_metavar=OPTIONS)
def invoice(
    part: PartArgument,
    number: NumberOption,
    version: VersionOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    key: KeyOption = None,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Registra a nota fiscal emitida para uma parcial; se for particular, ela não muda mais.

    Exemplo:
      honorarios part invoice 301 --number 4711
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services import parts

    do = partial(
        parts.issue_tax_invoice,
        actor=actor,
        part_id=part,
        number=number,
        version=version,
        key=key,
    )
    asked = f"Registra a nota fiscal {number} da parcial {part}"
    _carry_out(do, asked, part, dry_run=dry_run, yes=yes, as_json=as_json)


@app.command(cls=Command, options_metavar=OPTIONS)
def bill(
    payer: PayerOption,
    unit: UnitOption,
    part: PartsArgument = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    key: KeyOption = None,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Fatura parciais liberadas de um convênio e uma unidade, juntas em uma remessa.

    Exemplos:
      honorarios part bill --payer convenio-aurora --unit hospital-serra-azul --dry-run
      honorarios part bill 301 302 --payer convenio-aurora --unit hospital-serra-azul
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.cli.record.naming import payer_id, unit_id
    from honorarios.services import parts

    do = partial(
        parts.bill,
        actor=actor,
        payer_id=payer_id(payer, actor, as_json=as_json),
        billing_unit_id=unit_id(unit, actor, as_json=as_json),
        part_ids=part or None,
        key=key,
    )
    _remit(do, "Fatura", dry_run=dry_run, yes=yes, as_json=as_json)


@app.command(cls=Command, options_metavar=OPTIONS)
def rebill(
    remittance: RemittanceArgument,
    part: PartsArgument = None,
    reason: ReasonOption = "",
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    key: KeyOption = None,
    office: OfficeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Retira parciais de uma remessa, de volta a liberadas, para corrigir e faturar outra vez.

    Exemplos:
      honorarios part rebill 7 --reason "Glosa total" --dry-run
      honorarios part rebill 7 301 302 --reason "Guia trocada"
    """
    actor = open_office(office, as_json=as_json)
    from honorarios.services import parts

    do = partial(
        parts.rebill,
        actor=actor,
        remittance_id=remittance,
        part_ids=part or None,
        reason=reason,
        key=key,
    )
    _remit(do, "Retira da remessa", dry_run=dry_run, yes=yes, as_json=as_json)


def _carry_out(
    do: Callable[..., Any], asked: str, part: int, *, dry_run: bool, yes: bool, as_json: bool
) -> None:
    """Do a verb of one part, or show it."""
    told: PartAnswer = carry_out(
        lambda only_show: do(dry_run=only_show),
        lambda _: f"{asked}, de {_worth(part)}?",
        dry_run=dry_run,
        yes=yes,
        as_json=as_json,
    )
    if as_json:
        screen.write_json({"dry_run": dry_run, **as_data(told)}, "part")
        return
    from honorarios.core.vocabulary import PartStatus

    invoiced = f", nota fiscal {told.tax_invoice}" if told.tax_invoice else ""
    status = label(PartStatus, told.status)
    screen.write(f"Parcial {told.part_id}: {status}{invoiced} (versão {told.version})")


def _worth(part: int) -> str:
    from honorarios.services.parts.totals import charged

    return reais(charged([part])[part])


def _remit(do: Callable[..., Any], verb: str, *, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Bill or rebill, or show it."""

    def question(told: RemittanceAnswer) -> str:
        return f"{verb} {_summed(told)}?"

    told: RemittanceAnswer = carry_out(
        lambda only_show: do(dry_run=only_show),
        question,
        dry_run=dry_run,
        yes=yes,
        as_json=as_json,
    )
    if as_json:
        screen.write_json({"dry_run": dry_run, **as_data(told)}, "remittance")
        return
    screen.write(f"Remessa {told.number} (identificador {told.remittance_id}): {_summed(told)}")
    for part in told.parts:
        screen.write(f"  parcial {part.part_id}  {reais(part.total)}")


def _summed(told: RemittanceAnswer) -> str:
    parts = counted(len(told.parts), "parcial", "parciais")
    return f"{parts}, {reais(sum(part.total for part in told.parts))}"
