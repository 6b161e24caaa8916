"""Fee lines: their versions, their reversals, and what ties them to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db.models import Count, F, Max, Min, Q

from honorarios.core.vocabulary import LineStatus
from honorarios.records.models import FeeLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

ACTIVE: Final = LineStatus.ACTIVE.code_name
REVERSED: Final = LineStatus.REVERSED.code_name
REVERSAL: Final = LineStatus.REVERSAL.code_name


def missing_versions(office_id: int) -> Iterator[str]:
    """Lines whose earlier versions are not all there."""
    counted = _lines(office_id).annotate(
        kept_versions=Count("versions"),
        first=Min("versions__version"),
        last=Max("versions__version"),
    )
    wrong = counted.exclude(version=F("kept_versions") + 1)
    gaps = counted.filter(version__gt=1).exclude(first=1, last=F("version") - 1)
    for line in (wrong | gaps).order_by("pk").iterator():
        yield f"{_named(line)}: está na versão {line.version} e guarda {line.kept_versions}"


def wrong_reversals(office_id: int) -> Iterator[str]:
    """Reversals that mirror nothing, and reversed lines without a reversal."""
    reversals = _lines(office_id).filter(status=REVERSAL)
    mirrored = Q(
        reverses__status=REVERSED,
        reverses__part=F("part"),
        reverses__code=F("code"),
        reverses__start=F("start"),
        reverses__role=F("role"),
        quantity=-F("reverses__quantity"),
        unit_value=F("reverses__unit_value"),
        total=-F("reverses__total"),
        charged=-F("reverses__charged"),
    )
    for line in reversals.exclude(mirrored).order_by("pk").iterator():
        yield f"{_named(line)}: não espelha o lançamento que estorna"
    alone = _lines(office_id).filter(status=REVERSED, reversed_by__isnull=True)
    for line in alone.order_by("pk").iterator():
        yield f"{_named(line)}: estornado sem estorno"
    twofold = _lines(office_id).exclude(status=REVERSED).filter(reversed_by__isnull=False)
    for line in twofold.order_by("pk").iterator():
        yield f"{_named(line)}: tem estorno e não consta como estornado"


def missing_numbers(office_id: int) -> Iterator[str]:
    """Parts whose lines are not numbered from 1 without a gap: a line may be gone."""
    parts = (
        FeeLine.objects.filter(office_id=office_id)
        .order_by("part_id")
        .values("part_id")
        .annotate(count=Count("pk"), first=Min("number"), last=Max("number"))
    )
    for part in parts.exclude(first=1, last=F("count")).iterator():
        yield f"parcial {part['part_id']}: {part['count']} lançamentos, o último é o {part['last']}"


def loose_lines(office_id: int) -> Iterator[str]:
    """Dependent lines whose owner was reversed and they were not, or the other way round."""
    for link, noun in (("difference_of", "diferença"), ("automatic_of", "taxa automática")):
        tied = _lines(office_id).filter(**{f"{link}__isnull": False}).exclude(status=REVERSAL)
        apart = tied.filter(**{f"{link}__status": REVERSED}).exclude(status=REVERSED)
        for line in apart.order_by("pk").iterator():
            yield f"{_named(line)}: {noun} ativa de um lançamento estornado"
    shares = (
        FeeLine.objects.filter(office_id=office_id, split_group__isnull=False)
        .exclude(status=REVERSAL)
        .order_by("split_group")
        .values("split_group")
        .annotate(standing=Count("pk", filter=Q(status=ACTIVE)), count=Count("pk"))
    )
    torn = shares.filter(standing__gt=0).exclude(standing=F("count"))
    for group in torn.iterator():
        yield f"divisão {group['split_group']}: só uma parte dela foi estornada"


def _lines(office_id: int) -> QuerySet[FeeLine]:
    return FeeLine.objects.filter(office_id=office_id).defer("kept")


def _named(line: FeeLine) -> str:
    return f"parcial {line.part_id}, lançamento {line.number}"
