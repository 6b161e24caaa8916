"""The memória de cálculo as one HTML page: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from honorarios.pricing.trace.sheet import sheet_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from honorarios.pricing.trace.model import Explanation
    from honorarios.pricing.trace.sheet import Row, Section, Sheet

STYLE: Final = """
:root { color-scheme: light dark; --soft: #595959; --rule: #c9c9c9; }
@media (prefers-color-scheme: dark) { :root { --soft: #b4b4b4; --rule: #555; } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--rule); padding: .3rem .75rem .3rem 0; text-align: left;
  vertical-align: top; }
th { font-weight: 600; white-space: pre; width: 15rem; }
td.note { color: var(--soft); }
table.sums td { font-variant-numeric: tabular-nums; text-align: right; color: inherit; }
.outcome { font-size: 1.25rem; font-weight: 600; }
.warning { border-left: .25rem solid #b00020; padding-left: .75rem; }
footer { color: var(--soft); font-size: .85rem; margin-top: 2rem; overflow-wrap: anywhere; }
@media (max-width: 40rem) { th { white-space: normal; width: auto; } }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
"""


def as_html(told: Explanation, then: Sequence[Section] = ()) -> str:
    """The explanation as a page of its own, and what was done with the value; all of it is escaped."""
    sheet = sheet_of(told)
    steps = (*sheet.sections, *then)
    sections = "\n".join(_section(number, one) for number, one in enumerate(steps))
    return f"""<!DOCTYPE html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(f"{sheet.title}: {sheet.act}")}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
{_heading(sheet)}
{sections}
</main>
<footer>{escape(sheet.footer)}</footer>
</body>
</html>
"""


def _heading(sheet: Sheet) -> str:
    parts = [
        f"<h1>{escape(sheet.title)}</h1>",
        f"<p>{escape(sheet.act)}<br>{escape(sheet.hours)}</p>",
    ]
    parts += [f'<p class="warning" role="alert">{escape(text)}</p>' for text in sheet.warnings]
    parts.append(f'<p class="outcome">{escape(sheet.outcome)}</p>')
    parts += [f"<p>{escape(text)}</p>" for text in (sheet.tip, *sheet.others) if text]
    return "\n".join(parts)


def _section(number: int, section: Section) -> str:
    rows = "\n".join(_row(row) for row in section.rows)
    kind = ' class="sums"' if section.sums else ""
    return (
        f'<section aria-labelledby="s{number}">\n<h2 id="s{number}">{escape(section.title)}</h2>\n'
        f'<table aria-labelledby="s{number}"{kind}>\n<tbody>\n{rows}\n</tbody>\n</table>\n</section>'
    )


def _row(row: Row) -> str:
    label = f'<th scope="row">{escape(row.label)}</th>' if row.label else "<td></td>"
    note = f'<td class="note">{escape(row.note)}</td>'
    return f"<tr>{label}<td>{escape(row.value)}</td>{note}</tr>"
