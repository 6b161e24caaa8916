"""Every number of the dashboard, the closing and a physician's page opens lines that add up to it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from typing import TYPE_CHECKING

from django.db.models import Max, Min
from django.http import QueryDict

from honorarios.records.models import BillingUnit, FeeLine
from honorarios.records.selectors import Scope
from honorarios.services import dashboard, fees, printing
from honorarios.services.dashboard import Amounts, DashboardFilter
from honorarios.services.dashboard.cell import Asked
from honorarios.services.dashboard.cells import cells, grouped
from honorarios.services.dashboard.show import LONGEST
from honorarios.services.fees import LineFilter
from honorarios.services.printing import Form, Period, productions, statements
from honorarios.services.situations import CHOICES, IN_FORCE, Situation
from honorarios.web.present import money_stages
from honorarios.web.present.lists import line_filter
from honorarios.web.present.money_stages import Cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest
    from django.test import Client

    from honorarios.services.actor import Actor
    from honorarios.services.dashboard import Dashboard
    from honorarios.services.fees import LineView
    from honorarios.services.printing import ProductionLine
    from honorarios.web.present.money_stages import Number
    from tests.web.hospital import FictitiousHospital

LINK = re.compile(r'href="(/lancamentos/\?[^"]+)"[^>]*>(?:<span[^>]*>[^<]*</span>)?[^<]*')


def whole_period(hospital: FictitiousHospital) -> DashboardFilter:
    """From the first act on record to the last."""
    told = FeeLine.objects.filter(office=hospital.office).aggregate(
        first=Min("start"), last=Max("start")
    )
    return DashboardFilter(first_day=told["first"].date(), last_day=told["last"].date())


def shown(
    hospital: FictitiousHospital, actor: Actor, *, payer: str = "", billing_unit: str = ""
) -> Dashboard:
    asked = replace(whole_period(hospital), payer=payer, billing_unit=billing_unit)
    return dashboard.show(actor=actor, asked=asked).require()


def numbers_of(told: Dashboard) -> list[Number]:
    """Everything that the page shows as a number of lines."""
    cuts = (
        Cut("payer", told.by_payer),
        Cut("billing_unit", told.by_unit),
        Cut("provider", told.by_provider),
        Cut("day", told.by_day),
    )
    rows = [
        number for cut in cuts for row in money_stages.table(told, cut) for number in row.numbers
    ]
    return [*money_stages.tiles(told), *money_stages.reasons(told), *rows]


def asked_by(href: str) -> LineFilter:
    """What the list of lines makes of an address."""
    only, findings = line_filter(QueryDict(href.partition("?")[2]))
    assert not findings
    return only


def added_up(actor: Actor, href: str) -> Amounts:
    told = fees.sums(actor=actor, only=asked_by(href)).require()
    return Amounts(told.lines, told.charged, told.outside)


def test_every_number_opens_the_lines_that_add_up_to_it(hospital: FictitiousHospital) -> None:
    actor = hospital.actor("faturista")
    for payer in ("", "convenio-aurora"):
        told = shown(hospital, actor, payer=payer)
        numbers = [number for number in numbers_of(told) if number.lines]
        assert len(numbers) > 20
        for number in numbers:
            found = added_up(actor, number.href)
            assert (found.lines, found.charged) == (number.lines, number.centavos), number


def test_the_lines_of_a_number_are_all_pages_of_its_list(hospital: FictitiousHospital) -> None:
    actor = hospital.actor("faturista")
    for number in money_stages.tiles(shown(hospital, actor)):
        lines: list[LineView] = []
        after: str | None = None
        while True:
            page = fees.list_lines(
                actor=actor, only=asked_by(number.href), after=after, size=97
            ).require()
            lines += page.lines
            after = page.after
            if after is None:
                break
        assert sum(line.charged for line in lines) == number.centavos
        assert len(lines) == number.lines


def test_each_cut_adds_up_to_the_whole(hospital: FictitiousHospital) -> None:
    told = shown(hospital, hospital.actor("faturista"))
    for cut in (told.by_payer, told.by_unit, told.by_provider, told.by_day):
        for situation in Situation:
            found = sum((row.of([situation]) for row in cut), Amounts())
            assert found == told.whole.of([situation])
    lines = FeeLine.objects.filter(office=hospital.office, status="active")
    assert told.whole.whole.lines == lines.count()


def test_a_line_in_force_is_in_exactly_one_situation(hospital: FictitiousHospital) -> None:
    actor = hospital.actor("faturista")
    every = fees.sums(actor=actor, only=LineFilter(situation=IN_FORCE)).require()
    each = [
        fees.sums(actor=actor, only=LineFilter(situation=one.value)).require() for one in Situation
    ]
    assert sum(one.lines for one in each) == every.lines
    assert sum(one.charged for one in each) == every.charged
    assert {name for name, _ in CHOICES} >= {one.value for one in Situation}
    assert not fees.sums(actor=actor, only=LineFilter(situation="nonsense")).require().lines


def test_both_ways_to_group_agree(hospital: FictitiousHospital) -> None:
    whole, scope = whole_period(hospital), Scope(hospital.office.pk)
    # A day on which periods are over and others are not.
    for today in (whole.first_day + timedelta(days=20), date(2100, 1, 1)):
        asked = Asked(first_day=whole.first_day, last_day=whole.last_day)
        one, other = (
            sorted(
                (
                    c.situation,
                    c.payer_id,
                    c.unit_id,
                    c.provider_id,
                    c.day,
                    c.lines,
                    c.charged,
                    c.outside,
                )
                for c in way(scope, asked, today)
            )
            for way in (grouped, cells)
        )
        assert one == other
        assert one


def test_an_act_outside_its_parts_period_is_counted_too(hospital: FictitiousHospital) -> None:
    whole, scope = whole_period(hospital), Scope(hospital.office.pk)
    line = FeeLine.objects.filter(office=hospital.office, status="active", part__status="open")[0]
    part = line.part
    part.period_start = part.period_end = line.start.date() + timedelta(days=1)
    part.version += 1
    part.save(update_fields=["period_start", "period_end", "version"])
    asked = Asked(first_day=line.start.date(), last_day=line.start.date())
    told = [list(way(scope, asked, whole.last_day)) for way in (grouped, cells)]
    one, other = (sum(cell.charged for cell in some) for some in told)
    assert one == other > 0


def test_who_bills_for_one_unit_sees_that_unit(hospital: FictitiousHospital) -> None:
    unit = BillingUnit.objects.filter(office=hospital.office).order_by("pk")[0]
    narrow = replace(hospital.actor("faturista"), unit_ids=frozenset({unit.pk}))
    told = shown(hospital, narrow)
    assert [row.code for row in told.by_unit] == [unit.code]
    found = fees.sums(actor=narrow, only=LineFilter(situation=IN_FORCE)).require()
    assert told.whole.whole.charged == found.charged
    other = shown(hospital, hospital.actor("faturista"), billing_unit=unit.code)
    assert other.whole.whole == told.whole.whole
    assert not shown(hospital, narrow, billing_unit="no-such").whole.whole.lines


def test_the_list_of_a_number_shows_it(
    hospital: FictitiousHospital, client_as: Callable[[str], Client]
) -> None:
    client, asked = client_as("faturista"), whole_period(hospital)
    page = client.get(f"/painel/?de={asked.first_day}&ate={asked.last_day}").content.decode()
    links = dict.fromkeys(unescape(found) for found in LINK.findall(page))
    assert len(links) > 20
    whole = next(iter(links))
    told = fees.sums(actor=hospital.actor("faturista"), only=asked_by(whole)).require()
    shown_amount = f"{told.charged // 100:,}".replace(",", ".") + f",{told.charged % 100:02}"
    assert shown_amount in page
    answer = client.get(whole, headers={"HX-Request": "true"})
    assert answer.status_code == 200


def test_the_charts_have_the_same_links(
    hospital: FictitiousHospital, client_as: Callable[[str], Client]
) -> None:
    asked = whole_period(hospital)
    client, query = client_as("financeiro"), f"?de={asked.first_day}&ate={asked.last_day}"
    page = unescape(client.get(f"/painel/{query}").content.decode())
    drawn = client.get(f"/painel/graficos/{query}").content.decode()
    links = [unescape(found) for found in re.findall(r'href="(/lancamentos/[^"]+)"', drawn)]
    assert links
    assert all(link in page for link in links)


def test_a_physicians_page_is_the_sum_of_their_own_lines(
    hospital: FictitiousHospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(productions, "PAGE", 7)
    actor, asked = hospital.actor("medica"), whole_period(hospital)
    period = Period(asked.first_day, asked.last_day)
    told = printing.production(actor=actor, period=period).require()
    own = FeeLine.objects.filter(
        office=hospital.office, provider_id=actor.provider_id or 0, status="active"
    )
    assert sum(one.charged for one in told.standing) == sum(own.values_list("charged", flat=True))
    newest_first = own.order_by("-start", "-pk").values_list("uid", flat=True)
    assert [line.uid for line in _every_page(actor, period)] == list(newest_first)
    for standing in told.standing:
        there = list(_every_page(actor, period, standing.situation))
        assert len(there) == standing.lines
        assert sum(line.line.charged for line in there) == standing.charged
        found = fees.sums(
            actor=actor,
            only=LineFilter(
                situation=standing.situation.value,
                first_day=period.first_day,
                last_day=period.last_day,
            ),
        ).require()
        assert found.charged == standing.charged


def _every_page(
    actor: Actor, period: Period, where: Situation | None = None
) -> Iterator[ProductionLine]:
    after: str | None = ""
    while after is not None:
        told = printing.production(actor=actor, period=period, where=where, after=after).require()
        yield from told.lines
        after = told.after


def test_a_statement_says_what_the_page_says(hospital: FictitiousHospital) -> None:
    actor, asked = hospital.actor("medica"), whole_period(hospital)
    period = Period(asked.first_day, asked.last_day)
    page = printing.production(actor=actor, period=period).require()
    told = printing.statement(actor=actor, provider="", period=period).require()
    assert told.sums.lines == len(told.lines) == sum(one.lines for one in page.standing)
    assert told.sums.charged == sum(one.charged for one in page.standing)
    assert [tally.name for tally in told.by_situation] == [
        one.situation.label for one in page.standing
    ]
    assert sum(tally.charged for tally in told.by_payer) == told.sums.charged


def test_a_statement_of_too_many_lines_is_refused_not_cut(
    hospital: FictitiousHospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor, asked = hospital.actor("medica"), whole_period(hospital)
    period = Period(asked.first_day, asked.last_day)
    own = len(printing.statement(actor=actor, provider="", period=period).require().lines)
    monkeypatch.setattr(statements, "MOST_LINES", own)
    assert printing.statement(actor=actor, provider="", period=period).ok
    monkeypatch.setattr(statements, "MOST_LINES", own - 1)
    told = printing.statement(actor=actor, provider="", period=period)
    assert [finding.code for finding in told.findings] == ["DSK-STATEMENT-MANY"]


def test_what_no_paper_holds_is_asked_for_as_a_spreadsheet(
    hospital: FictitiousHospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor, asked = hospital.actor("medica"), whole_period(hospital)
    period = Period(asked.first_day, asked.last_day)
    monkeypatch.setattr(statements, "MOST_ON_PAPER", 1)
    printed = {
        form: printing.print_statement(actor=actor, provider="", period=period, form=form)
        for form in Form
    }
    assert [one.code for one in printed[Form.PDF].findings] == ["DSK-STATEMENT-PAPER"]
    assert printed[Form.XLSX].ok


def test_the_list_of_statements_tells_the_period_that_it_adds_up(
    hospital: FictitiousHospital, client_as: Callable[[str], Client]
) -> None:
    last = whole_period(hospital).last_day
    asked = {"de": (last - timedelta(days=3_000)).isoformat(), "ate": last.isoformat()}
    page = client_as("financeiro").get("/demonstrativos/", asked)
    first = page.context["period"].first_day
    assert (last - first).days == LONGEST - 1
    assert f"de={first.isoformat()}&" in page.context["query"]


def test_a_chart_of_more_than_a_year_tells_its_days_apart(hospital: FictitiousHospital) -> None:
    last = whole_period(hospital).last_day
    asked = DashboardFilter(first_day=last - timedelta(days=LONGEST - 1), last_day=last)
    told = dashboard.show(actor=hospital.actor("financeiro"), asked=asked).require()
    names = [bar.name for bar in money_stages.bars(told, Cut("day", told.by_day), told.by_day)]
    assert len(set(names)) == LONGEST
