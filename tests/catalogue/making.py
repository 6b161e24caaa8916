"""A small catalogue without any finding, as files to be spoilt one at a time, and as documents."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from honorarios.catalogue.check import check
from honorarios.catalogue.prices import price_rows
from honorarios.catalogue.schema import (
    BillingStandard,
    Catalogue,
    CoefficientSet,
    Contract,
    FeeSchedule,
    Manifest,
)
from honorarios.catalogue.schema.base import PORTES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from honorarios.core.findings import Finding


def portes(first: str, factor: str = "1") -> dict[str, Decimal]:
    """42 rising values: each porte is worth the first one more."""
    step = Decimal(first) * Decimal(factor)
    return {porte: step * number for number, porte in enumerate(PORTES, 1)}


def _portes(first: str, factor: str = "1") -> str:
    return "".join(f"      {porte}: {value}\n" for porte, value in portes(first, factor).items())


FILES: Mapping[str, str] = {
    "catalogue.yaml": """\
name: Catálogo de teste
categories:
  - id: exames
    name: Exames
    codes: [4]
""",
    "schedules/tabela.yaml": """\
id: tabela
name: Tabela de teste
kind: CBHPM
editions:
  - id: "2020"
    valid_from: 2020-01-01
    valid_to: 2021-12-31
    source: Invenção
    prices: tabela-2020.csv
  - id: "2022"
    valid_from: 2022-01-01
    source: Invenção
    inherits: 2020
    prices: tabela-2022.csv
""",
    "schedules/tabela-2020.csv": """\
code,description,basis,fee,porte,operating_cost,film,anaesthetic_porte
10101012,Consulta,PORTE,,2B,,,
31003079,Cirurgia,PORTE,,8A,,,3
40901220,Exame,PORTE,0.5,2B,3.42,0.34,
""",
    "schedules/tabela-2022.csv": """\
code,basis,fee,porte
31003079,PORTE,,8B
40901220,REMOVED,,
""",
    "coefficients/conjunto.yaml": f"""\
id: conjunto
name: Conjunto de teste
values:
  - valid_from: 2020-01-01
    valid_to: 2022-12-31
    source: Comunicado inventado
    ch: 0.41
    uco: 19.36
    film: 21.7
    portes:
{_portes("10")}\
  - valid_from: 2023-01-01
    source: Comunicado inventado
    uco: 20
    film: 22
    portes:
{_portes("10", "1.05")}\
""",
    "standards/padrao.yaml": """\
id: padrao
name: Padrão de teste
rules:
  - valid_from: 2020-01-01
    source: Invenção
    roles:
      first_assistant: 30
      other_assistants: 20
      scrub_assistant: 10
      anaesthetist_assistant: 30
    overtime:
      rules:
        - label: Noites
          days: [mon, tue, wed, thu, fri]
          start: 19:00
          end: 07:00
          percent: 30
""",
    "contracts/contrato.yaml": """\
id: contrato
name: Contrato de teste
payer: convenio
billing_unit: hospital
route: accredited
calendar: cidade
terms:
  - valid_from: 2020-01-01
    valid_to: 2023-12-31
    source: Cláusula 1
    standard: padrao
    procedure_table:
      schedule: tabela
    coefficients: conjunto
    accommodation:
      - type: ward
        factor: 1
      - type: apartment
        factor: 2
        categories: [exames]
    plans:
      - plan: ouro
        accommodation: apartment
    price_rules:
      - name: Exames
        scope:
          categories: [exames]
        adjust:
          fee: -15
""",
    "calendars/cidade.yaml": """\
id: cidade
name: Cidade
state: SP
local:
  - name: Padroeira
    day: 02-02
""",
}


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def spoilt(file: str, old: str, new: str) -> dict[str, str]:
    """The files with one change in one of them."""
    assert old in FILES[file], f"{old!r} is not in {file}"
    return {**FILES, file: FILES[file].replace(old, new, 1)}


def names(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def places(findings: list[Finding]) -> list[str]:
    return [f"{finding.code} {finding.place}" for finding in findings]


def catalogue(**changes: object) -> Catalogue:
    """A catalogue made in a program: a schedule in CH, a set, a standard and a contract."""
    parts: dict[str, object] = {
        "manifest": Manifest(name="Teste"),
        "schedules": {
            "lista": FeeSchedule.model_validate(
                {
                    "id": "lista",
                    "name": "Lista",
                    "kind": "AMB",
                    "editions": [
                        {
                            "id": "1",
                            "valid_from": "2020-01-01",
                            "source": "Invenção",
                            "prices": "lista.csv",
                        }
                    ],
                }
            )
        },
        "prices": {
            ("lista", "1"): price_rows(
                [
                    {"code": "10101012", "basis": "CH", "fee": 100, "group": "HM"},
                    {"code": "40901220", "basis": "CH", "fee": "50.5", "group": "SADT"},
                ]
            )
        },
        "coefficients": {
            "ch": CoefficientSet.model_validate(
                {
                    "id": "ch",
                    "name": "CH",
                    "values": [{"valid_from": "2020-01-01", "source": "Invenção", "ch": "0.41"}],
                }
            )
        },
        "standards": {
            "padrao": BillingStandard.model_validate(
                {
                    "id": "padrao",
                    "name": "Padrão",
                    "rules": [
                        {
                            "valid_from": "2020-01-01",
                            "source": "Invenção",
                            "roles": {
                                "first_assistant": 30,
                                "other_assistants": 20,
                                "scrub_assistant": 10,
                                "anaesthetist_assistant": 30,
                            },
                        }
                    ],
                }
            )
        },
        "contracts": {"contrato": contract()},
        **changes,
    }
    return Catalogue(**cast("Any", parts))


def contract(name: str = "contrato", **terms: object) -> Contract:
    """A contract with one period of terms."""
    return Contract.model_validate(
        {
            "id": name,
            "name": "Contrato",
            "payer": "convenio",
            "billing_unit": "hospital",
            "route": "accredited",
            "terms": [
                {
                    "valid_from": "2020-01-01",
                    "source": "Cláusula 1",
                    "standard": "padrao",
                    "procedure_table": {"schedule": "lista"},
                    "coefficients": "ch",
                    **terms,
                }
            ],
        }
    )


SOURCED = {"source": "Invenção"}


def coefficients(*values: dict[str, object], name: str = "ch") -> dict[str, CoefficientSet]:
    """A catalogue's sets: one, with these periods."""
    data = {"id": name, "name": "Conjunto", "values": [{**SOURCED, **value} for value in values]}
    return {name: CoefficientSet.model_validate(data)}


def priced(*rows: dict[str, object]) -> dict[tuple[str, str], object]:
    """A catalogue's prices: the one edition of the one schedule."""
    return {("lista", "1"): price_rows(rows)}


def messages(made: Catalogue, code: str) -> list[str]:
    return [finding.message for finding in check(made) if finding.code == code]
