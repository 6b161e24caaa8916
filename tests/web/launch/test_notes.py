"""What is told beside the fields of the sheet, each thing once."""

from __future__ import annotations

from datetime import datetime

from honorarios.launching import codes
from honorarios.launching.model import Entry
from honorarios.services.sheets import Plan, PlannedLine
from honorarios.web.sheet.form import Form
from honorarios.web.sheet.shown import shown

WHEN = datetime(2026, 11, 22, 9, 30)


def test_what_is_told_of_the_bed_is_said_once_for_the_whole_sheet() -> None:
    """Every line has the finding; the sheet says it beside the hours, and on none of the lines."""
    entry = Entry(code="31003583", start=WHEN)
    finding = codes.NO_CONSENT.at(entry.place("start"), bed="202")
    lines = [
        PlannedLine(
            name=f"1-{member}",
            act="1",
            member=member,
            entry=entry,
            description="",
            rules=(),
            launched=True,
            findings=(finding,),
        )
        for member in ("1", "2", "3")
    ]
    form = Form(when="22/11 930", acts={"1": {"code": "31003583"}})
    preview = shown(form, Plan(tuple(lines)), tried=False)
    assert [note.code for note in preview.told.notes["when"]] == [finding.code]
    assert [entry.notes for act in preview.acts for entry in act.entries] == [(), (), ()]
    assert preview.needs_consent


def test_hours_that_cannot_be_read_are_told_as_they_are_typed_here_and_not_as_in_files() -> None:
    entry = Entry(code="31003583", start=None)
    finding = codes.UNREADABLE.at(
        entry.place("start"), title="Início", value="32/13", tip="Use AAAA-MM-DD HH:MM, sem fuso."
    )
    line = PlannedLine(
        name="1",
        act="1",
        member="1",
        entry=entry,
        description="",
        rules=(),
        launched=True,
        findings=(finding,),
    )
    form = Form(mode="linhas", singles={"1": {"code": "31003583", "when": "32/13"}})
    preview = shown(form, Plan((line,)), tried=False)
    (note,) = preview.told.notes["single.1.when"]
    assert "22/11 930 1115" in note.tip
