"""Use cases: one transaction each, called by every door (API, command line, screens) alike.

Every verb takes keyword-only arguments, ``actor`` first, and answers with a
:class:`~honorarios.services.outcomes.Result`: bad data, a missing permission, an absent object, a stale
version or a wrong state are findings in it, never exceptions. A door translates, calls, and shows.

How a verb is built::

    def close(*, actor: Actor, part_id: int, key: str | None = None) -> Result[PartAnswer]:
        def do(work: Work) -> PartAnswer:
            part = work.lock_part(part_id)         # absent, foreign and other-unit answer alike
            ...                                    # refuse(finding, ...) undoes everything
            work.record("part", part.pk, {...})    # audited when the transaction ends
            return PartAnswer(...)
        return perform(
            actor=actor, operation=Operation.PARTS_CLOSE, answer=PartAnswer, do=do,
            key=key, request={"part": part_id},
        )

The rows of an account are locked in one order: account, part, line, and the office's audit chain last.
"""
