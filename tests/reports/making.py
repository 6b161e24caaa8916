"""Fictitious reports for tests and measurements: accounts, statements and closings of any length."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from honorarios.reports.model import (
    BlockedPart,
    Closing,
    ClosingRow,
    Mirror,
    MirrorGroup,
    MirrorLine,
    MirrorPart,
    Obstacle,
    Person,
    Printing,
    Statement,
    StatementLine,
    Sums,
    Tally,
)

PRINTING = Printing(at=datetime(2026, 11, 22, 10, 30), by="Ana Fictícia", trail_head="f" * 64)
TEAM = (
    ("Cirurgião", "Dra. Íris Fictícia", "CRM-SP 11111", 100),
    ("1º auxiliar", "Dr. Ésio Fictício", "CRM-SP 22222", 60),
    ("2º auxiliar", "Dra. Zélia Fictícia", "CRM-SP 33333", 40),
    ("Anestesista", "Dr. Laerte Fictício", "CRM-SP 44444", 80),
)
ACTS = (
    ("31003079", "Apendicectomia por videolaparoscopia"),
    ("31009166", "Hernioplastia umbilical"),
    ("30725127", "Osteossíntese do fêmur com haste intramedular bloqueada, sem redução cruenta"),
)
START = datetime(2026, 11, 2, 8)


def line(number: int, start: datetime = START, **changes: object) -> MirrorLine:
    """A line of a surgery."""
    role, provider, council, percent = TEAM[number % len(TEAM)]
    code, description = ACTS[number // len(TEAM) % len(ACTS)]
    unit = 1000_00 * percent // 100
    made = MirrorLine(
        number=number + 1,
        day=start,
        code=code,
        description=description,
        role=role,
        provider=provider,
        council=council,
        factors="10C · acomod. ×2 · extra +30%"
        + ("" if percent == 100 else f" · função {percent}%"),
        quantity=1,
        unit_value=unit,
        total=unit,
        charged=unit,
        outside=number % 4 == 3,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def sums_of(lines: tuple[MirrorLine, ...]) -> Sums:
    """What lines in force add up to."""
    return sum(
        (
            Sums(
                lines=1,
                total=one.total,
                charged=one.charged,
                outside=one.charged if one.outside else 0,
            )
            for one in lines
            if not one.struck
        ),
        Sums(),
    )


def group(first: int, count: int) -> MirrorGroup:
    """A surgery."""
    start = START + timedelta(days=first // 24)
    lines = tuple(line(number, start) for number in range(first, first + count))
    title = f"Cirurgia de {start:%d/%m/%Y}, {start:%H:%M} às 10:30"
    return MirrorGroup(title=title, lines=lines, sums=sums_of(lines))


def part(seq: int, lines: int, *, private: bool = False) -> MirrorPart:
    """A part with surgeries of twelve lines."""
    groups = tuple(group(first, min(12, lines - first)) for first in range(0, lines, 12))
    return MirrorPart(
        seq=seq,
        payer="Particular" if private else "Convênio Aurora",
        plan="" if private else "Pleno",
        unit="Hospital Serra Azul",
        period="01/11/2026 a 30/11/2026",
        status="Faturada",
        private=private,
        papers="" if private else "remessa 12",
        groups=groups,
        sums=sum((one.sums for one in groups), Sums()),
    )


def mirror(lines: int = 24, **changes: object) -> Mirror:
    """An account with an insurer's part of so many lines, and a private one of two."""
    made = Mirror(
        office="Hospital de demonstração (fictício)",
        hospital="Hospital Serra Azul",
        attendance="A0001234",
        account=1,
        setting="Interno",
        character="Urgência/emergência",
        admission=datetime(2026, 11, 1, 8),
        discharge=datetime(2026, 11, 5, 14, 20),
        attendance_status="Alta",
        patient=Person(
            name="Zelândia Fictícia", record="100", birth=date(1980, 1, 31), sex="Feminino"
        ),
        parts=(part(1, lines - 2), part(2, 2, private=True)),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def statement(lines: int = 30) -> Statement:
    """A physician's statement."""
    told = tuple(
        StatementLine(
            day=START + timedelta(hours=number),
            attendance=f"A{number:07}",
            patient="Z. F.",
            payer="Convênio Aurora" if number % 3 else "Plano Bem-Te-Vi",
            unit="Hospital Serra Azul",
            code=ACTS[number % 3][0],
            description=ACTS[number % 3][1],
            role=TEAM[0][0],
            factors="10C · acomod. ×2",
            quantity=1,
            unit_value=1000_00 + number,
            total=1000_00 + number,
            charged=1000_00 + number,
            outside=number % 5 == 0,
            share="70%" if number % 7 == 0 else "",
            situation="Faturado" if number % 2 else "Parcial aberta depois da alta",
        )
        for number in range(lines)
    )
    total = sum(one.charged for one in told)
    outside = sum(one.charged for one in told if one.outside)

    def tally(name: str, chosen: list[StatementLine]) -> Tally:
        return Tally(
            name=name,
            lines=len(chosen),
            charged=sum(one.charged for one in chosen),
            outside=sum(one.charged for one in chosen if one.outside),
        )

    return Statement(
        office="Hospital de demonstração (fictício)",
        provider="Dra. Íris Fictícia",
        council="CRM-SP 11111",
        specialty="cirurgia-geral",
        first_day=date(2026, 11, 1),
        last_day=date(2026, 11, 30),
        lines=told,
        by_payer=tuple(
            tally(name, [one for one in told if one.payer == name])
            for name in dict.fromkeys(one.payer for one in told)
        ),
        by_situation=tuple(
            tally(name, [one for one in told if one.situation == name])
            for name in dict.fromkeys(one.situation for one in told)
        ),
        sums=Sums(lines=lines, total=total, charged=total, outside=outside),
    )


def closing() -> Closing:
    """A closing report with one of everything."""

    def row(name: str, factor: int) -> ClosingRow:
        return ClosingRow(
            name=name,
            lines=10 * factor,
            charged=1000_00 * factor,
            outside=100_00 * factor,
            billed=400_00 * factor,
            ready=300_00 * factor,
            under_way=200_00 * factor,
            blocked=100_00 * factor,
        )

    return Closing(
        office="Hospital de demonstração (fictício)",
        first_day=date(2026, 11, 1),
        last_day=date(2026, 11, 30),
        about="todos os convênios e unidades",
        by_payer=(row("Convênio Aurora", 2), row("Plano Bem-Te-Vi", 1)),
        by_unit=(row("Hospital Serra Azul", 3),),
        by_provider=(row("Dra. Íris Fictícia", 2), row("Dr. Ésio Fictício", 1)),
        by_situation=(
            Tally(name="Faturado", lines=12, charged=1200_00),
            Tally(name="Liberado, aguarda faturamento", lines=9, charged=900_00),
            Tally(name="Parcial aberta depois da alta", lines=3, charged=300_00),
        ),
        obstacles=(
            Obstacle(
                code="LAN-V04",
                reason="Centro de custo obrigatório.",
                parts=2,
                lines=3,
                charged=300_00,
            ),
        ),
        blocked=(
            BlockedPart(
                attendance="A0001234",
                account=1,
                seq=1,
                payer="Convênio Aurora",
                unit="Hospital Serra Azul",
                status="Aberta",
                charged=300_00,
                reasons=("Centro de custo obrigatório: preencha o do lançamento 3.",),
            ),
        ),
        examined=12,
        left=0,
        sums=Sums(lines=30, total=3000_00, charged=3000_00, outside=300_00),
    )
