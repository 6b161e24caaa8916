"""The documents themselves: what they say, that it can be read, and that no text of theirs is ever a formula."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from honorarios.reports import charts
from honorarios.reports.bars import Bar, Piece, Stage
from honorarios.reports.closing import closing_pdf, closing_xlsx
from honorarios.reports.digest import digest
from honorarios.reports.mirror import mirror_pdf, mirror_xlsx
from honorarios.reports.statement import statement_pdf, statement_xlsx
from tests.reports.making import PRINTING, closing, line, mirror, statement

HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\uff1d1+1",
    "http://exemplo.invalid",
    "007",
)
STAGES = (Stage("billed", "Faturado"), Stage("blocked", "Parado"))


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {
        name: [[*row] for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def test_a_document_is_a_tagged_pdf_in_portuguese_with_text_to_be_selected() -> None:
    for made in (
        mirror_pdf(mirror(), PRINTING),
        statement_pdf(statement(), PRINTING),
        closing_pdf(closing(), PRINTING),
    ):
        assert made.startswith(b"%PDF-1.7")
        assert b"/StructTreeRoot" in made
        assert b"/Lang(pt-BR)" in made
        assert b"/ToUnicode" in made
        assert b"pdfuaid" in made


def test_the_same_content_at_the_same_hour_is_the_same_bytes() -> None:
    assert mirror_pdf(mirror(), PRINTING) == mirror_pdf(mirror(), PRINTING)
    assert mirror_xlsx(mirror(), PRINTING) == mirror_xlsx(mirror(), PRINTING)


def test_an_account_without_lines_has_a_mirror() -> None:
    empty = replace(mirror(), parts=(), discharge=None)
    assert mirror_pdf(empty, PRINTING).startswith(b"%PDF")
    assert statement_pdf(statement(0), PRINTING).startswith(b"%PDF")


def test_words_of_the_typesetters_language_are_only_words() -> None:
    one = line(0, description='#read("/etc/passwd") *a* _b_ $x$ `c` <d> \\', provider="#panic()")
    told = mirror()
    part = told.parts[0]
    group = replace(part.groups[0], lines=(one,))
    made = mirror_pdf(replace(told, parts=(replace(part, groups=(group,)),)), PRINTING)
    assert made.startswith(b"%PDF")


def test_the_hash_is_of_the_content_alone() -> None:
    told = mirror()
    changed = replace(told, attendance="A0001235")
    assert digest(told) == digest(mirror())
    assert digest(told) != digest(changed)
    assert len(digest(told)) == 64


def test_the_sheet_of_a_mirror_has_every_line_and_adds_up() -> None:
    told = mirror(40)
    made = sheets(mirror_xlsx(told, PRINTING))
    heading, *rows = made["Lançamentos"]
    charged = heading.index("Valor cobrado")
    assert len(rows) == 40
    assert sum(round(float(str(row[charged])) * 100) for row in rows) == told.sums.charged
    summary = {str(name): value for name, value in made["Conta"]}
    assert round(float(str(summary["Total cobrado"])) * 100) == told.sums.charged
    assert summary["Código do conteúdo (SHA-256)"] == digest(told)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_ever_a_formula_or_a_link(text: str) -> None:
    told = mirror()
    part = told.parts[0]
    group = replace(part.groups[0], lines=(line(0, description=text, provider=text),), title=text)
    hostile = replace(
        told,
        office=text,
        patient=replace(told.patient, name=text),
        parts=(replace(part, groups=(group,), payer=text),),
    )
    report = closing()
    for content in (
        mirror_xlsx(hostile, PRINTING),
        statement_xlsx(
            replace(statement(1), lines=(replace(statement(1).lines[0], description=text),)),
            PRINTING,
        ),
        closing_xlsx(
            replace(
                report,
                by_payer=(replace(report.by_payer[0], name=text),),
                blocked=(replace(report.blocked[0], reasons=(text,)),),
            ),
            PRINTING,
        ),
    ):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            pages = [
                archive.read(name).decode()
                for name in archive.namelist()
                if name.startswith("xl/worksheets/")
            ]
        assert not any("<f>" in page or "<hyperlink" in page for page in pages)
        if text.isprintable():
            cells = [cell for rows in sheets(content).values() for row in rows for cell in row]
            assert text in cells


def test_a_chart_leaves_its_colours_to_the_page_and_its_links_are_ours() -> None:
    told = [
        Bar('Convênio <b>"x"</b> & Cia.', (Piece("billed", 12_345, "/lancamentos/?a=1&b=2"),)),
        Bar("Outro", (Piece("billed", 100, "/um/"), Piece("blocked", 0, "/dois/"))),
    ]
    for drawn in (charts.bars(told, STAGES), charts.columns(told, STAGES)):
        assert 'href="/lancamentos/?a=1&amp;b=2"' in drawn
        assert "https://" not in drawn.replace("http://www.w3.org", "")
        assert drawn.count("<a ") == 2, "an amount of nothing is no bar"
        assert 'class="chart__billed"' in drawn
        assert "style=" not in drawn
        assert "<script" not in drawn
        assert "<b>" not in drawn
        assert "R$\xa0123,45" in drawn
        assert "#00000" not in drawn
