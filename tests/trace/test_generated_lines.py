"""Thousands of generated lines: every explanation is true and gives the engine's value again."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from honorarios.catalogue.schema import OvertimeInterval
from honorarios.pricing.status import STATUS_NAMES, Stage, Status
from honorarios.pricing.trace import as_html, as_json, as_text, explain, from_json
from honorarios.pricing.trace.model import Outcome, Reason
from tests.trace.drawn import told_lines


def test_no_explanation_contradicts_its_line() -> None:
    contradicted = [
        (str(finding), told.result)
        for told in told_lines()
        for finding in told.explanation.findings
    ]
    assert contradicted == []


def test_every_explanation_gives_the_value_again() -> None:
    different = [
        (told.result, told.explanation.evaluate())
        for told in told_lines()
        if told.explanation.evaluate() != told.value
    ]
    assert different == []


def test_the_json_alone_gives_the_value_again() -> None:
    for told in told_lines()[::5]:
        read = from_json(as_json(told.explanation))
        assert read == told.explanation
        assert read.evaluate() == told.value


def test_lines_reversals_and_every_reason_were_among_them() -> None:
    told = told_lines()
    statuses = Counter(one.result["status"] for one in told)
    assert statuses["priced"] > 1_000
    late = {status.code_name for status in Status if status.stage >= Stage.CONTRACT}
    # Two that need a catalogue of their own: amounts beyond every bound.
    assert late - set(statuses) <= {"amount_too_large"}
    assert set(statuses) <= set(STATUS_NAMES)
    assert any(one.value is not None and one.value[1] < 0 for one in told)
    factors = [factor for one in told for factor in one.explanation.factors]
    assert {factor.reason for factor in factors} == set(Reason)
    levels = [level for one in told for level in one.explanation.levels]
    assert {level.outcome for level in levels} == set(Outcome)
    points = {one.explanation.method.rounding_point for one in told if one.explanation.method}
    assert points == {"UNIT", "LINE", "STEP", "COMPONENT"}


def test_the_level_told_is_the_one_that_the_engine_kept() -> None:
    for told in told_lines():
        found = [one.level for one in told.explanation.levels if one.outcome is Outcome.FOUND]
        assert found == ([told.result["level"]] if told.result["level"] else [])
        if told.result["status"] in ("no_price", "unknown_code"):
            tried = {level.outcome for level in told.explanation.levels}
            assert not tried & {Outcome.FOUND, Outcome.OTHER_LINES, Outcome.NOT_IN_FORCE}
        if told.result["status"] == "price_not_in_force":
            tried = {level.outcome for level in told.explanation.levels}
            assert tried & {Outcome.OTHER_LINES, Outcome.NOT_IN_FORCE}


def test_the_hours_told_lead_to_the_surcharge_that_the_engine_kept() -> None:
    seen = Counter[str]()
    for told in told_lines():
        for factor in told.explanation.factors:
            if factor.interval is None or factor.seconds_of_act is None:
                continue
            seen[factor.interval] += 1
            percents = [Decimal(0)]
            for window in factor.windows:
                if factor.interval == OvertimeInterval.START:
                    inside = window.open_at_start
                elif factor.interval == OvertimeInterval.ANY:
                    inside = window.seconds_inside > 0
                else:
                    inside = 2 * window.seconds_inside > factor.seconds_of_act
                if inside:
                    percents.append(window.percent)
            kept = told.result["overtime_percent"]
            if factor.interval == OvertimeInterval.MAJORITY and kept:
                # Several windows may have the majority only together.
                assert factor.seconds_inside is not None
                assert 2 * factor.seconds_inside > factor.seconds_of_act
                assert max(percents) <= kept
            else:
                assert max(percents) == kept, (told.result, factor)
    assert set(seen) == set(OvertimeInterval)


def test_a_row_of_a_file_is_explained_as_the_line_itself() -> None:
    for told in told_lines()[::11]:
        as_file = {
            column: None if value is None else str(value) for column, value in told.result.items()
        }
        as_file.update(told.explanation.line)
        assert explain(as_file, told.compiled) == told.explanation


def test_every_explanation_can_be_shown() -> None:
    for told in told_lines()[::7]:
        text = as_text(told.explanation)
        assert "None" not in text
        assert "{" not in text
        assert as_html(told.explanation).endswith("</html>\n")
