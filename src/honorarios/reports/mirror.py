"""Espelho de conta: the account as it stands, on paper and as a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from honorarios.reports.digest import digest
from honorarios.reports.sheets import Amount, Moment, Sheet, workbook
from honorarios.reports.typeset import pdf
from honorarios.reports.words import amount, brl, counted, day, moment, whole

if TYPE_CHECKING:
    from honorarios.reports.model import (
        Mirror,
        MirrorGroup,
        MirrorLine,
        MirrorPart,
        Printing,
        Sums,
    )

TITLE: Final = "Espelho de conta"
COLUMNS: Final = (
    "Parcial",
    "Convênio",
    "Situação da parcial",
    "Nº",
    "Data e hora",
    "Grupo",
    "Código",
    "Procedimento",
    "Função",
    "Prestador",
    "Conselho",
    "Como se chegou ao valor",
    "Quantidade",
    "Valor unitário",
    "Valor total",
    "Valor cobrado",
    "Fora da conta",
    "Observação",
)


def mirror_pdf(mirror: Mirror, printing: Printing) -> bytes:
    """The account on A4: heading, parts, lines by surgery, sums."""
    return pdf("mirror", _data(mirror, printing), at=printing.at)


def mirror_xlsx(mirror: Mirror, printing: Printing) -> bytes:
    """The account as a workbook: its figures on one sheet, its lines on another."""
    return workbook(
        title=f"{TITLE} {_subject(mirror)}",
        at=printing.at,
        sheets=(
            Sheet("Conta", ("", ""), tuple(_summary(mirror, printing)), widths=(34, 60)),
            Sheet("Lançamentos", COLUMNS, tuple(_lines(mirror)), table=True),
        ),
    )


def _subject(mirror: Mirror) -> str:
    return f"{mirror.attendance}/{mirror.account}"


def _data(mirror: Mirror, printing: Printing) -> dict[str, Any]:
    patient = mirror.patient
    return {
        "title": TITLE,
        "subject": f"Atendimento {mirror.attendance}, conta {mirror.account}",
        "aside": f"{mirror.setting} · {mirror.character.lower()} · {mirror.attendance_status.lower()}",
        "office": mirror.office,
        "printed_at": moment(printing.at),
        "printed_by": printing.by,
        "digest": digest(mirror),
        "closing_note": "",
        "hospital": mirror.hospital,
        "attendance": mirror.attendance,
        "admission": moment(mirror.admission),
        "discharge": moment(mirror.discharge) or "em curso",
        "only_of": mirror.only_of,
        "patient": {
            "name": patient.name,
            "record": patient.record,
            "birth": day(patient.birth),
            "sex": patient.sex,
        },
        "figures": _figures(mirror),
        "parts": [_part(part) for part in mirror.parts],
    }


def _figures(mirror: Mirror) -> list[dict[str, Any]]:
    sums, private = mirror.sums, mirror.private
    lines = counted(sums.lines, "lançamento em vigor", "lançamentos em vigor")
    told = [_figure("Total cobrado", sums.charged, lines, strong=True)]
    told.append(_figure("Dentro da conta", sums.inside, "recebe o hospital"))
    told.append(_figure("Fora da conta", sums.outside, "recebe o prestador"))
    if private.lines:
        told.append(_figure("Parte particular", private.charged, "incluída no total"))
    if sums.covered:
        told.append(_figure("No pacote", sums.covered, "não cobrado à parte"))
    return told


def _figure(name: str, centavos: int, note: str, *, strong: bool = False) -> dict[str, Any]:
    return {"name": name, "value": brl(centavos), "note": note, "strong": strong}


def _part(part: MirrorPart) -> dict[str, Any]:
    return {
        "seq": part.seq,
        "payer": part.payer,
        "plan": part.plan,
        "unit": part.unit,
        "period": part.period,
        "status": part.status,
        "papers": part.papers,
        "groups": [_group(group) for group in part.groups],
        "sums": _sums(part.sums),
    }


def _sums(sums: Sums) -> list[dict[str, Any]]:
    rows = [("Dentro da conta", sums.inside, False), ("Fora da conta", sums.outside, False)]
    if sums.covered:
        rows.insert(0, ("No pacote, não cobrado à parte", sums.covered, False))
    rows.append(("Total da parcial", sums.charged, True))
    return [{"name": name, "value": brl(value), "strong": strong} for name, value, strong in rows]


def _group(group: MirrorGroup) -> dict[str, Any]:
    return {
        "title": group.title,
        "count": counted(group.sums.lines, "lançamento", "lançamentos"),
        "charged": amount(group.sums.charged),
        "lines": [_line(line) for line in group.lines],
    }


def _line(line: MirrorLine) -> dict[str, Any]:
    return {
        "number": str(line.number),
        "day": f"{line.day:%d/%m %H:%M}",
        "code": line.code,
        "description": line.description,
        "role": line.role or "Taxa",
        "provider": line.provider,
        "council": line.council,
        "factors": line.factors,
        "quantity": whole(line.quantity),
        "unit_value": amount(line.unit_value),
        "charged": amount(line.charged),
        "outside": line.outside,
        "mark": line.mark,
        "struck": line.struck,
    }


def _summary(mirror: Mirror, printing: Printing) -> list[tuple[object, ...]]:
    sums = mirror.sums
    return [
        ("Cliente do sistema", mirror.office),
        ("Hospital", mirror.hospital),
        ("Atendimento", mirror.attendance),
        ("Conta", mirror.account),
        ("Paciente", mirror.patient.name),
        ("Prontuário", mirror.patient.record),
        ("Nascimento", day(mirror.patient.birth)),
        ("Admissão", Moment(mirror.admission)),
        ("Alta", "em curso" if mirror.discharge is None else Moment(mirror.discharge)),
        *([("Só os lançamentos de", mirror.only_of)] if mirror.only_of else []),
        ("Lançamentos em vigor", sums.lines),
        ("Total cobrado", Amount(sums.charged)),
        ("Dentro da conta", Amount(sums.inside)),
        ("Fora da conta", Amount(sums.outside)),
        ("Parte particular", Amount(mirror.private.charged)),
        ("No pacote, não cobrado à parte", Amount(sums.covered)),
        ("Impresso em", Moment(printing.at)),
        ("Impresso por", printing.by),
        ("Código do conteúdo (SHA-256)", digest(mirror)),
    ]


def _lines(mirror: Mirror) -> list[tuple[object, ...]]:
    return [
        (
            part.seq,
            part.payer,
            part.status,
            line.number,
            Moment(line.day),
            group.title,
            line.code,
            line.description,
            line.role or "Taxa",
            line.provider,
            line.council,
            line.factors,
            line.quantity,
            Amount(line.unit_value),
            Amount(line.total),
            Amount(line.charged),
            "sim" if line.outside else "não",
            line.mark,
        )
        for part in mirror.parts
        for group in part.groups
        for line in group.lines
    ]
