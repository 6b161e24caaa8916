"""Random tampering with the audit trail, by somebody who owns the database but not the trail's key."""

from __future__ import annotations

import random
from dataclasses import fields
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from honorarios.records import triggers
from honorarios.records.models import AuditDetail, AuditEvent, User
from honorarios.services.audit import chain, proof, trail

if TYPE_CHECKING:
    from collections.abc import Callable

    from honorarios.services.actor import Actor
    from honorarios.services.audit.proof import Head, Proof

    Way = Callable[[random.Random, int, Head], int]
    """Tampers at random with an office's trail; the first event that it touches."""

WRONG_KEY = b"the key of somebody else"


def fill(actor: Actor, at: Any, events: int) -> None:  # noqa: ANN401 - a moment
    """Write a trail of some events."""
    trail.append(
        actor,
        at,
        [
            trail.Event("parts.close", "part", str(number), {"from": "open", "to": "closed"})
            for number in range(events)
        ],
    )


def take_the_triggers_away() -> None:
    """What the owner of the database can do; undone with the transaction that it is in."""
    triggers.remove(connection)


def tampered(actor: Actor, seed: int, way: Way | None = None) -> tuple[str, int, Proof]:
    """Tamper once with an office's trail, verify it against the head exported before, and undo it.

    Returns what was done, the first event that it touches, and what verifying found.
    """
    chance = random.Random(seed)
    head = proof.head(actor.office_id)
    exported = str(head)
    way = way or chance.choice(WAYS)
    with transaction.atomic():
        first = way(chance, actor.office_id, head)
        found = proof.verify(actor.office_id, expected=proof.read_head(exported))
        transaction.set_rollback(True)
    return way.__name__, first, found


def _event(chance: random.Random, office_id: int, last: int) -> AuditEvent:
    return AuditEvent.objects.get(office_id=office_id, seq=chance.randint(1, last))


def _set(event: AuditEvent, **columns: Any) -> int:  # noqa: ANN401 - any column
    AuditEvent.objects.filter(pk=event.pk).update(**columns)
    return event.seq


def change_action(chance: random.Random, office_id: int, head: Head) -> int:
    return _set(_event(chance, office_id, head.seq), action="parts.reopen")


def change_subject(chance: random.Random, office_id: int, head: Head) -> int:
    event = _event(chance, office_id, head.seq)
    return _set(event, subject_id=f"{event.subject_id}0")


def change_subject_type(chance: random.Random, office_id: int, head: Head) -> int:
    return _set(_event(chance, office_id, head.seq), subject_type="line")


def change_moment(chance: random.Random, office_id: int, head: Head) -> int:
    event = _event(chance, office_id, head.seq)
    return _set(event, at=event.at + timedelta(microseconds=chance.choice([-1, 1])))


def change_actor(chance: random.Random, office_id: int, head: Head) -> int:
    event = _event(chance, office_id, head.seq)
    others = User.objects.exclude(pk__in=[event.actor_id or 0]).order_by("pk")
    return _set(event, actor_id=chance.choice([None, *others.values_list("pk", flat=True)]))


def flip_a_digit(chance: random.Random, office_id: int, head: Head) -> int:
    event, column = (
        _event(chance, office_id, head.seq),
        chance.choice(["commitment", "previous", "hash"]),
    )
    kept, place = getattr(event, column), chance.randrange(64)
    digit = chance.choice([one for one in "0123456789abcdef" if one != kept[place]])
    return _set(event, **{column: kept[:place] + digit + kept[place + 1 :]})


def change_detail(chance: random.Random, office_id: int, head: Head) -> int:
    event = _event(chance, office_id, head.seq)
    detail = AuditDetail.objects.get(event=event)
    AuditDetail.objects.filter(pk=detail.pk).update(
        content=detail.content.replace("open", "billed")
    )
    return event.seq


def delete_detail(chance: random.Random, office_id: int, head: Head) -> int:
    event = _event(chance, office_id, head.seq)
    AuditDetail.objects.filter(event=event).delete()
    return event.seq


def swap_details(chance: random.Random, office_id: int, head: Head) -> int:
    one, other = sorted(chance.sample(range(1, head.seq + 1), 2))
    first = AuditDetail.objects.get(event__office_id=office_id, event__seq=one)
    second = AuditDetail.objects.get(event__office_id=office_id, event__seq=other)
    AuditDetail.objects.filter(pk=first.pk).update(content=second.content)
    AuditDetail.objects.filter(pk=second.pk).update(content=first.content)
    return one


def delete_event(chance: random.Random, office_id: int, head: Head) -> int:
    event = _event(chance, office_id, head.seq)
    _delete(office_id, event.seq, event.seq)
    return event.seq


def delete_and_close_the_gap(chance: random.Random, office_id: int, head: Head) -> int:
    event = _event(chance, office_id, head.seq)
    _delete(office_id, event.seq, event.seq)
    for later in AuditEvent.objects.filter(office_id=office_id, seq__gt=event.seq).order_by("seq"):
        _set(later, seq=later.seq - 1)
    return event.seq


def cut_the_tail(chance: random.Random, office_id: int, head: Head) -> int:
    first = chance.randint(1, head.seq)
    _delete(office_id, first, head.seq)
    return first


def swap_events(chance: random.Random, office_id: int, head: Head) -> int:
    one, other = sorted(chance.sample(range(1, head.seq + 1), 2))
    first = AuditEvent.objects.get(office_id=office_id, seq=one)
    second = AuditEvent.objects.get(office_id=office_id, seq=other)
    _set(first, seq=0)
    _set(second, seq=one)
    _set(first, seq=other)
    return one


def insert_with_another_key(chance: random.Random, office_id: int, head: Head) -> int:
    """An event of one's own at some place, with everything after it chained anew."""
    place = chance.randint(1, head.seq)
    later = AuditEvent.objects.filter(office_id=office_id, seq__gte=place).order_by("-seq")
    for event in later:
        _set(event, seq=event.seq + 1)
    copied = AuditEvent.objects.get(office_id=office_id, seq=place + 1)
    AuditEvent.objects.create(
        **{
            field: getattr(copied, field)
            for field in ("office_id", "at", "actor_id", "subject_type", "subject_id", "commitment")
        },
        seq=place,
        action="fees.reverse",
        previous="",
        hash="",
    )
    _chain_anew(office_id, place)
    return place


def rewrite_with_another_key(chance: random.Random, office_id: int, head: Head) -> int:
    """An event changed, and the chain made whole again from there on, without the trail's key."""
    event = _event(chance, office_id, head.seq)
    _set(event, action="parts.cancel")
    _chain_anew(office_id, event.seq)
    return event.seq


def repeat_the_last(chance: random.Random, office_id: int, head: Head) -> int:  # noqa: ARG001 - there is one last
    last = AuditEvent.objects.get(office_id=office_id, seq=head.seq)
    last.pk, last.seq, last.previous = None, head.seq + 1, last.hash
    last.save(force_insert=True)
    return head.seq + 1


WAYS: tuple[Way, ...] = (
    change_action,
    change_subject,
    change_subject_type,
    change_moment,
    change_actor,
    flip_a_digit,
    change_detail,
    delete_detail,
    swap_details,
    delete_event,
    delete_and_close_the_gap,
    cut_the_tail,
    swap_events,
    insert_with_another_key,
    rewrite_with_another_key,
    repeat_the_last,
)
"""Every way of tampering that the tests know; a moved office is tried apart."""


def _delete(office_id: int, first: int, last: int) -> None:
    events = AuditEvent.objects.filter(office_id=office_id, seq__range=(first, last))
    AuditDetail.objects.filter(event__in=events).delete()
    events.delete()


def _chain_anew(office_id: int, first: int) -> None:
    before = AuditEvent.objects.filter(office_id=office_id, seq=first - 1).first()
    previous = before.hash if before else chain.FIRST
    for event in AuditEvent.objects.filter(office_id=office_id, seq__gte=first).order_by("seq"):
        event.previous = previous
        columns = {field.name: getattr(event, field.name) for field in fields(chain.Sealed)}
        previous = chain.Sealed(**columns).hash(WRONG_KEY)
        _set(event, previous=event.previous, hash=previous)
