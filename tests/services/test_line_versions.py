"""The history of a line: what each version changed, and whose it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from honorarios.services import fees
from honorarios.services.actor import ActorRole
from tests.services import cast as casting

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


def test_each_version_tells_what_it_changed(cast: Cast) -> None:
    casting.stock(cast)
    line = casting.launch(cast, casting.make_part(cast.world))
    uid = str(line.uid)
    fees.edit(actor=cast.clerk, uid=uid, version=1, changes={"quantity": "2"}).require()
    first, second = fees.versions(actor=cast.clerk, uid=uid).require()
    assert (first.line.quantity, second.line.quantity) == (1, 2)
    assert first.changes == ()
    assert {"quantity", "total", "charged"} <= set(second.changes)
    assert second.line.version == 2


def test_a_physician_sees_no_version_that_was_a_colleagues(cast: Cast) -> None:
    casting.stock(cast)
    line = casting.launch(cast, casting.make_part(cast.world))
    uid, physician = str(line.uid), cast.by_role[ActorRole.PHYSICIAN]
    colleague, own = cast.colleague.code, cast.world.provider.code
    for version, provider in ((1, colleague), (2, own)):
        changes = {"provider": provider}
        fees.edit(actor=cast.clerk, uid=uid, version=version, changes=changes).require()
    told = fees.versions(actor=physician, uid=uid).require()
    assert [one.line.version for one in told] == [1, 3]
    assert {one.line.provider for one in told} == {own}
    assert len(fees.versions(actor=cast.clerk, uid=uid).require()) == 3
