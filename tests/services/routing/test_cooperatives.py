"""The three cooperatives of the seed are examples of an open list, and each bills what is its own."""

from __future__ import annotations

import pytest

from honorarios.records.models import Cooperative, CooperativeMembership
from honorarios.services.demonstration.agreements import COOPERATIVES
from honorarios.services.routing.opinions import opinion
from tests.services.routing.stage import Stage, make_stage

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ANAESTHETISTS = "COOPA"


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def registered(stage: Stage) -> dict[str, Cooperative]:
    """The three as the demonstration has them, with the surgeon a member of each."""
    found = {}
    for code, name, more in COOPERATIVES:
        found[code] = Cooperative.objects.create(
            office=stage.office, code=code, name=name, **{**more, "accepts_legal": "yes"}
        )
        CooperativeMembership.objects.create(
            office=stage.office,
            provider=stage.surgeon,
            cooperative=found[code],
            receives_as="legal",
            fact_status="confirmed",
            confirmed_on=stage.today,
            valid_from=stage.today,
        )
    return found


def test_the_three_that_the_seed_names() -> None:
    names = {code: name for code, name, _ in COOPERATIVES}
    assert list(names) == ["COOPMED-RS", "COOPHEMORS", ANAESTHETISTS]
    assert names[ANAESTHETISTS] == "Cooperativa dos Anestesistas de Porto Alegre"


def test_each_is_a_way_of_its_own_beside_any_other_that_is_registered(stage: Stage) -> None:
    registered(stage)
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    ways = {way.key: way for way in told.members[0].ways}
    assert {"cooperative:coop-a", "cooperative:COOPMED-RS"} <= ways.keys()
    # No agreement of it with the payer is on record: it is asked about, and not closed.
    general = ways["cooperative:COOPMED-RS"]
    assert general.standing == "conditional"
    assert "DADO_FALTANTE" in {reason["code"] for reason in general.reasons}


def test_the_anaesthetists_bill_no_surgeon(stage: Stage) -> None:
    registered(stage)
    told = opinion(actor=stage.clerk, case_id=stage.case.pk).require()
    way = next(one for one in told.members[0].ways if one.key == f"cooperative:{ANAESTHETISTS}")
    assert way.standing == "ineligible"
    assert "ESPECIALIDADE_COOP" in {reason["code"] for reason in way.reasons}
