"""Verbs of lines: launching, editing, reversing, special items, dividing again."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from honorarios.core.vocabulary import AccessRoute, ProcedureKind, Role, SplitForm
from honorarios.launching.model import Entry as Entered
from honorarios.launching.model import PackageDecision
from honorarios.records.models import SplitRule, SplitShare
from honorarios.services import fees, special, splits
from tests.services import hospital
from tests.services.model import proving
from tests.services.model.acting import REASON, Acting
from tests.services.model.book import Entry, Part, RefusedError
from tests.services.model.drawing import draw_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from honorarios.services.fees import LineView
    from honorarios.services.outcomes import Result
    from tests.services.model.book import Act, Portion

SEVERAL: Final = 3
"""Entries of one launch, at most."""


class Lines(Acting):
    """What is done to lines."""

    def launch(self) -> None:
        """Some acts are launched together."""
        part = self.some_part()
        acts = [self.act() for _ in range(self.random.randint(1, SEVERAL))]
        self._enter(
            f"launch {part.seq} {acts}",
            part,
            acts,
            lambda: fees.launch(
                actor=self.house.clerk, part_id=part.key, entries=[entered(act) for act in acts]
            ),
        )

    def special(self) -> None:
        """A special item is entered, or one that is there is reversed and entered again."""
        old = self.pick([entry for entry in self.book.entries if entry.special])
        act = self.act()
        if old is not None and self.random.random() < 0.5:
            self._reenter(old, act)
            return
        part = self.some_part()
        self._enter(
            f"special {part.seq} {act}",
            part,
            [act],
            lambda: special.launch(
                actor=self.house.clerk, part_id=part.key, entries=[entered(act)]
            ),
            special=True,
        )

    def _reenter(self, old: Entry, act: Act) -> None:
        part, before = self.book.parts[old.part], list(self.book.entries)
        held = self.book.is_held_elsewhere(old)
        self.book.entries.remove(old)
        done = self._enter(
            f"reenter {old.act.code} by {act}",
            part,
            [act],
            lambda: special.reenter(
                actor=self.house.clerk, uid=old.uid, entry=entered(act), reason=REASON
            ),
            special=True,
            held=held,
        )
        if not done:
            self.book.entries = before

    def _enter(
        self,
        told: str,
        part: Part,
        acts: Sequence[Act],
        do: Callable[[], Result[Any]],
        *,
        special: bool = False,
        held: bool = False,
    ) -> bool:
        """Launch acts on a part and in the model; whether they were written."""
        expected = None if held else self.book.launched(acts, part)
        answer = self.do(told, do, ok=expected is not None)
        if not expected or answer.value is None:
            return False
        value = getattr(answer.value, "launched", answer.value)
        for portions, one in zip(expected, value.entries, strict=True):
            heads, private = heads_of(one.lines), self.private(one.lines)
            if len(heads) != len(portions):
                self.disagree(f"{len(portions)} portions, answered {one.lines}")
            self.book.entries += [
                Entry(
                    act=portion.act,
                    part=part.key,
                    treatment=portion.treatment,
                    form=portion.form,
                    lines=self.book.written(portion, part.key, private),
                    uid=str(head.uid),
                    special=special,
                )
                for portion, head in zip(portions, heads, strict=True)
            ]
        return True

    def edit(self) -> None:
        """One field of an act is changed, now and then in a version that nobody has."""
        entry = self.pick(self.book.entries)
        if entry is None:
            return
        changes, act = self._change(entry.act)
        part = self.book.parts[entry.part]
        stale = self.random.random() < 0.1
        version = proving.version_of(entry.uid) + stale
        portion = self._edited(entry, act, part)
        answer = self.do(
            f"edit {entry.act.code} {changes}",
            lambda: fees.edit(
                actor=self.house.clerk, uid=entry.uid, version=version, changes=changes
            ),
            ok=portion is not None and not stale,
        )
        if portion is None or stale or answer.value is None:
            return
        views = [*answer.value.lines, *answer.value.added]
        private = [line for line in entry.lines if line.part != entry.part]
        target = private[0].part if private else self.private(views)
        fee = [line for line in entry.lines if line.provider is None]
        entry.act = act
        entry.lines = self.book.written(portion, part.key, target) + fee
        entry.uid = next(
            str(view.uid) for view in views if view.part_id == part.key and view.status == "active"
        )

    def _edited(self, entry: Entry, act: Act, part: Part) -> Portion | None:
        """What an edit makes of an act; None where it is refused."""
        if entry.special or self.book.is_held_elsewhere(entry):
            return None
        try:
            self.book.check_place(part)
            undivided = entry.form == "none"
            portion = self.book.portion(act, part, entry.treatment, undivided=undivided)
        except RefusedError:
            return None
        return portion if portion.form == entry.form else None

    def _change(self, act: Act) -> tuple[dict[str, object], Act]:
        """A random change of an act: as it is asked for, and the act after it."""
        drawn = self.act()
        match self.random.choice(["quantity", "role", "code", "start", "outside_requested"]):
            case "quantity":
                return {"quantity": drawn.quantity}, replace(act, quantity=drawn.quantity)
            case "role" if act.receiver is None:
                return {"role": drawn.role}, replace(act, role=drawn.role)
            case "code":
                return {"code": drawn.code}, replace(act, code=drawn.code)
            case "outside_requested":
                changes: dict[str, object] = {"outside_requested": drawn.outside}
                return changes, replace(act, outside=drawn.outside)
            case _:
                return {"start": drawn.start}, replace(act, start=drawn.start)

    def reverse(self) -> None:
        """An act is reversed, and can't be again."""
        entry = self.pick(self.book.entries)
        if entry is None:
            return
        free = self.book.parts[entry.part].takes_lines and not self.book.is_held_elsewhere(entry)
        ok = free and not self.book.cancelled
        self.do(
            f"reverse {entry.act.code}",
            lambda: fees.reverse(actor=self.house.clerk, uid=entry.uid, reason=REASON),
            ok=ok,
        )
        if ok:
            self.book.entries.remove(entry)
            self.do(
                "reverse-again",
                lambda: fees.reverse(actor=self.house.clerk, uid=entry.uid, reason=REASON),
                ok=False,
            )

    def divide(self, provider: str) -> None:
        """A rule of division, instead of the one that there was; or none."""
        mine = self.house.providers[provider]
        SplitShare.objects.filter(rule__provider=mine).delete()
        SplitRule.objects.filter(provider=mine).delete()
        self.book.rules.pop(provider, None)
        shares = draw_rule(self.random, provider)
        if shares:
            hospital.divide(self.house, provider, *shares)
            self.book.rules[provider] = [(who, Decimal(percent)) for who, percent in shares]
        self.done.append(f"divide {provider} {shares}")

    def reprocess(self) -> None:
        """A rule of division changes, and what it divides otherwise is divided again."""
        if self.book.world.package == "allowance":
            return
        self.divide(self.random.choice(["medico", "indireto"]))
        only = splits.SplitFilter(part_ids=tuple(self.book.parts))
        again = {id(entry): self._redivided(entry) for entry in self.book.entries}
        answer = self.do(
            "reprocess",
            lambda: splits.reprocess(actor=self.house.clerk, only=only, reason=REASON),
            ok=True,
        )
        redone = {str(one.uid) for one in answer.require().redivided}
        expected = {entry.uid for entry in self.book.entries if again[id(entry)] is not None}
        if redone != expected:
            self.disagree(f"redivided {redone}, expected {expected}")
        for entry in self.book.entries:
            portion = again[id(entry)]
            if portion is not None:
                entry.uid = proving.launched_again(self.house, entry)
                private = proving.private_part_of(entry.uid)
                entry.form = portion.form
                entry.lines = self.book.written(portion, entry.part, private)

    def _redivided(self, entry: Entry) -> Portion | None:
        """What reprocessing makes of an act; None where it leaves it as it is."""
        part = self.book.parts[entry.part]
        if entry.form == "value" or not part.takes_lines or self.book.cancelled:
            return None
        try:
            portion = self.book.portion(entry.act, part, entry.treatment)
        except RefusedError:
            return None
        if self.book.is_held_elsewhere(entry) or self._same_shares(entry, portion):
            return None
        return replace(portion, fee=self.book.brings_fee(entry.act, part))

    def _same_shares(self, entry: Entry, portion: Portion) -> bool:
        """Whether the rules divide an act as it is divided."""
        before = sorted(
            (line.provider, line.total)
            for line in entry.lines
            if line.part == entry.part and line.provider is not None
        )
        same = before == sorted((provider, total) for provider, total, _ in portion.shares)
        return same and entry.form == portion.form


def entered(act: Act) -> Entered:
    """An act as it is entered."""
    return Entered(
        code=act.code,
        start=act.start,
        provider=act.provider,
        role=Role[act.role.upper()],
        quantity=act.quantity,
        access_route=AccessRoute.SAME if act.secondary else None,
        procedure_kind=ProcedureKind.SECONDARY if act.secondary else ProcedureKind.PRINCIPAL,
        outside_requested=act.outside,
        split_form=SplitForm.NONE if act.receiver is None else SplitForm.VALUE,
        split_provider=act.receiver,
        package_decision=None if act.decision is None else PackageDecision(act.decision),
    )


def heads_of(lines: Sequence[LineView]) -> list[LineView]:
    """The line that stands for each portion of an act: the first of its shares."""
    found: dict[object, LineView] = {}
    for line in lines:
        if line.difference_of is None and line.automatic_of is None:
            found.setdefault(line.split_group or line.uid, line)
    return list(found.values())
