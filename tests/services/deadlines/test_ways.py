"""By which ways papers go, member by member, and when they were handed in."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from honorarios.records.models import (
    CaseDocument,
    Cooperative,
    Credential,
    PlannedAct,
    Provider,
    RouteTerms,
)
from honorarios.routing.routes import Route
from tests.services.deadlines import planned
from tests.services.deadlines.planned import told

if TYPE_CHECKING:
    from tests.services.cast import Cast

pytestmark = pytest.mark.database


def accredit(cast: Cast, provider: Provider, **more: object) -> None:
    """A direct credential with the payer, its papers due ten days after the surgery."""
    world = cast.world
    credential = Credential.objects.create(
        office=world.office,
        provider=provider,
        payer=world.payer,
        mode="direct",
        valid_from=date(2020, 1, 1),
        **more,
    )
    RouteTerms.objects.create(
        office=world.office,
        credential=credential,
        cut_off_shape="after_event",
        cut_off_event="surgery",
        cut_off_days=10,
        valid_from=date(2020, 1, 1),
    )


def test_who_is_undecided_keeps_the_deadlines_of_every_way_that_seems_open(cast: Cast) -> None:
    planned.agree_repasse(cast)
    case = planned.plan(cast.world)
    planned.add_surgeon(case, cast.colleague)
    accredit(cast, cast.colleague)
    planned.claim(case, cast)
    assert {"presentation", "hospital_inclusion"} <= told(cast, case).keys()
    planned.claim(case, cast, provider=cast.colleague)
    assert "presentation" not in told(cast, case)


def test_each_members_own_act_and_specialty_count(cast: Cast) -> None:
    agreement = planned.agree_repasse(cast)
    case = planned.plan(cast.world)
    first = case.acts.get()
    second = PlannedAct.objects.create(
        office=case.office, case=case, sequence=2, code="30715016", description="Outro"
    )
    planned.add_surgeon(case, cast.colleague)
    for member, act in zip(case.participations.order_by("pk"), (first, second), strict=True):
        member.acts.set([act])
    # Neither the first act nor the first member has this agreement; the second of each does.
    agreement.codes, agreement.specialty = second.code, "ortopedia"
    agreement.save()
    assert "hospital_inclusion" not in told(cast, case)
    Provider.objects.filter(pk=cast.colleague.pk).update(specialty="ortopedia")
    assert "hospital_inclusion" in told(cast, case)
    accredit(cast, cast.colleague, codes=first.code)
    assert "presentation" not in told(cast, case)


def test_papers_of_a_team_are_delivered_once_all_are(cast: Cast) -> None:
    planned.agree_repasse(cast)
    case = planned.plan(cast.world, performed_at=datetime(2026, 11, 4, 8), status="performed")
    planned.add_surgeon(case, cast.colleague)
    first = planned.claim(case, cast)
    planned.present(first, date(2026, 11, 10))
    assert told(cast, case)["hospital_inclusion"].done_on is None
    second = planned.claim(case, cast, provider=cast.colleague)
    planned.present(second, date(2026, 11, 10))
    assert told(cast, case)["hospital_inclusion"].done_on == date(2026, 11, 10)


def test_a_guia_that_was_sent_is_for_the_payer_or_for_the_only_one_who_takes_it(
    cast: Cast,
) -> None:
    world = cast.world
    planned.agree_repasse(cast)
    case = planned.plan(world, performed_at=datetime(2026, 11, 4, 8), status="performed")
    planned.add_surgeon(case, cast.colleague)
    cooperative = Cooperative.objects.create(office=world.office, code="COOP", name="Coop")
    billed = planned.claim(case, cast, Route.COOPERATIVE, cooperative)
    CaseDocument.objects.create(
        office=case.office, case=case, kind="fee_guia", state="sent", on=date(2026, 11, 9)
    )
    # The colleague's repasse takes no guia.
    found = told(cast, case)
    assert found["cooperative_delivery"].done_on == date(2026, 11, 9)
    assert found["hospital_inclusion"].done_on is None
    accredit(cast, cast.colleague)
    found = told(cast, case)
    assert found["presentation"].done_on == date(2026, 11, 9)
    assert found["cooperative_delivery"].done_on is None
    planned.present(billed, date(2026, 11, 11))
    assert told(cast, case)["cooperative_delivery"].done_on == date(2026, 11, 11)
