"""One round of the sheet: type a surgery, see its values, save it, and compare with the record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from honorarios.core.vocabulary import Role
from honorarios.records.models import FeeLine
from honorarios.web.present.writing import money, reais
from tests.web.sheets import Preview, ShownLine, typed

if TYPE_CHECKING:
    from random import Random

    from django.test import Client

    from honorarios.records.models import AccountPart


@dataclass(frozen=True, slots=True)
class Round:
    """What became of a surgery."""

    saved: int
    """Lines that were saved; none where the rules refuse the surgery."""
    charged: int
    """Their sum in centavos."""


def play(client: Client, part: AccountPart, random: Random) -> Round:
    """Type, see, save, compare; an assertion fails where the screen and the record differ."""
    fields = typed(part, random)
    address = f"/parciais/{part.pk}/lancar/"
    preview = _see(client, address, fields)
    if preview.questions:
        fields |= {name: random.choice(("confirm", "decline")) for name in preview.questions}
        preview = _see(client, address, fields)
    if preview.identical:
        fields["identical"] = "1"
        preview = _see(client, address, fields)
    last = FeeLine.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    sent = fields | {"_key": str(uuid4()), "seen": preview.seen, "do": "save"}
    answer = client.post(address, sent, headers={"HX-Request": "true"})
    assert answer.status_code < 500, (part.pk, fields)
    lines = list(FeeLine.objects.filter(pk__gt=last).order_by("pk"))
    if preview.stops or not preview.lines:
        assert lines == [], (part.pk, fields, preview.stops)
        return Round(0, 0)
    assert "HX-Redirect" in answer.headers, (part.pk, fields, answer.content.decode())
    assert Counter(map(_as_shown, lines)) == Counter(preview.lines), (part.pk, fields)
    # A difference goes to the patient's own part, and the sheet sums it apart.
    charged = sum(line.charged for line in lines if line.part_id == part.pk)
    assert preview.total.strip() == reais(charged), (part.pk, fields)
    again = client.post(address, sent, headers={"HX-Request": "true"})
    assert again.headers["HX-Redirect"] == answer.headers["HX-Redirect"]
    assert not FeeLine.objects.filter(pk__gt=lines[-1].pk).exists()
    return Round(len(lines), charged)


def _see(client: Client, address: str, fields: dict[str, str]) -> Preview:
    answer = client.post(f"{address}previa/", fields, headers={"HX-Request": "true"})
    assert answer.status_code == 200, (address, fields, answer.status_code)
    return Preview(answer.content.decode())


def _as_shown(line: FeeLine) -> ShownLine:
    return ShownLine(
        role=Role[line.role.upper()].label if line.role else line.description,
        quantity=str(line.quantity),
        unit=money(line.unit_value),
        charged=money(line.charged),
    )
