"""DuckDB: one SQL statement from Parquet to Parquet, exact by BIGINT and HUGEINT.

Components are BIGINT with 8 decimals, the product of the factors BIGINT with 16; their product is a
HUGEINT with 24, divided once with half a centavo added. DuckDB raises when any of them overflows.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

import duckdb

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.peers.arrow_tables import ArrowTables

CODECS: Final = {"lz4": "lz4_raw", "zstd": "zstd", "snappy": "snappy", "none": "uncompressed"}
ROLES: Final = """
('surgeon','first_assistant','second_assistant','third_assistant','fourth_assistant','scrub_assistant',
'anaesthetist','anaesthetist_assistant','consultant','perfusionist','delivery_paediatrician',
'diagnostics_assistant','clinician','intensivist')"""

LOOK_UP: Final = f"""
WITH checked AS (
  SELECT *, start::DATE - DATE '1970-01-01' AS day,
    CASE
      WHEN code IS NULL THEN 'missing_code'
      WHEN start IS NULL THEN 'missing_start'
      WHEN role IS NULL THEN 'missing_role'
      WHEN role NOT IN {ROLES} THEN 'invalid_role'
      WHEN access_route NOT IN ('single', 'same', 'different') THEN 'invalid_access_route'
      WHEN procedure_kind NOT IN ('principal', 'secondary') THEN 'invalid_procedure_kind'
      WHEN quantity IS NULL OR quantity = 0 OR abs(quantity) > 999 THEN 'invalid_quantity'
      WHEN contract IS NULL THEN 'missing_contract'
    END AS refused
  FROM read_parquet($lines)
),
placed AS (
  SELECT l.*, s.* EXCLUDE (plan_number, first, next_first, last), c.code_number,
    coalesce(own.plan_number, any_plan.plan_number) AS plan_key, s.plan_number AS in_force, s.last AS last_day
  FROM checked l
  LEFT JOIN plans own ON own.contract = l.contract AND own.plan = l.plan
  LEFT JOIN contracts any_plan ON any_plan.contract = l.contract
  LEFT JOIN segments s ON s.plan_number = coalesce(own.plan_number, any_plan.plan_number)
    AND l.day >= s.first AND l.day < s.next_first
  LEFT JOIN codes c ON c.code = l.code
),
tried AS (
  SELECT p.*,
    v1.pair IS NOT NULL OR v2.pair IS NOT NULL OR v3.pair IS NOT NULL OR v4.pair IS NOT NULL AS listed,
    CASE
      WHEN p.day <= v1.last THEN 1 WHEN p.day <= v2.last THEN 2
      WHEN p.day <= v3.last THEN 3 WHEN p.day <= v4.last THEN 4
    END AS found_level,
    CASE found_level WHEN 1 THEN v1.row WHEN 2 THEN v2.row WHEN 3 THEN v3.row WHEN 4 THEN v4.row END AS found_row
  FROM placed p
  LEFT JOIN versions v1 ON v1.pair = p.level_1 * 10000 + p.code_number AND p.day >= v1.first AND p.day < v1.next_first
  LEFT JOIN versions v2 ON v2.pair = p.level_2 * 10000 + p.code_number AND p.day >= v2.first AND p.day < v2.next_first
  LEFT JOIN versions v3 ON v3.pair = p.level_3 * 10000 + p.code_number AND p.day >= v3.first AND p.day < v3.next_first
  LEFT JOIN versions v4 ON v4.pair = p.level_4 * 10000 + p.code_number AND p.day >= v4.first AND p.day < v4.next_first
),
valued AS (
  SELECT t.*, r.* EXCLUDE (row),
    CASE r.basis WHEN 'BRL' THEN 10000 WHEN 'CH' THEN t.ch4 ELSE v.porte4 END AS fee_value4,
    CASE r.basis WHEN 'BRL' THEN 1.0000 WHEN 'CH' THEN t.ch_value ELSE v.porte_value END AS fee_value,
    CASE WHEN r.cost4 = 0 THEN 0 WHEN r.basis = 'BRL' THEN 10000 WHEN r.basis = 'CH' THEN t.ch4 ELSE t.uco4 END AS cost_value4,
    CASE WHEN r.cost4 = 0 THEN 0 WHEN r.basis = 'BRL' THEN 1.0000 WHEN r.basis = 'CH' THEN t.ch_value ELSE t.uco_value END AS cost_value,
    CASE WHEN r.film4 = 0 THEN 0 ELSE t.film_value4 END AS meter_value4,
    CASE WHEN r.film4 = 0 THEN 0 ELSE t.film_value END AS meter_value,
    CASE WHEN t.accommodation IS NULL THEN 10000 ELSE a.factor4 END AS factor4,
    CASE WHEN t.accommodation IS NULL THEN 1.0000 ELSE a.accommodation_factor END AS accommodation_factor,
    h.role4, h.route4, h.role_percent, h.route_percent,
    coalesce(o.overtime4, 0) AS overtime4, coalesce(o.overtime_percent, 0) AS overtime_percent
  FROM tried t
  LEFT JOIN rows r ON r.row = t.found_row
  LEFT JOIN portes v ON v.coefficients = t.coefficients AND v.unit = r.unit
  LEFT JOIN annex a ON a.annex = t.annex AND a.accommodation = t.accommodation
  LEFT JOIN shares h ON h.standard = t.standard AND h.role = t.role
    AND h.access_route = coalesce(t.access_route, '') AND h.procedure_kind = coalesce(t.procedure_kind, '')
  LEFT JOIN holidays d ON t.character = 'urgent' AND d.calendar = t.calendar AND d.day = t.day
  LEFT JOIN overtime o ON t.character = 'urgent' AND o.standard = t.standard
    AND o.day_class = CASE WHEN d.day IS NULL THEN isodow(t.start) - 1 ELSE 7 END
    AND o.slot = hour(t.start) * 2 + minute(t.start) // 30
),
amounts AS (
  SELECT *,
    fee4 * fee_value4 AS fee8, cost4 * cost_value4 + film4 * meter_value4 AS rest8,
    factor4 * (10000 + overtime4) * role4 * route4 AS factors16
  FROM valued
),
rounded AS (
  SELECT *,
    ((CASE WHEN row_touched OR all_touched THEN (fee8 + rest8)::HUGEINT * factors16
      ELSE fee8::HUGEINT * factors16 + rest8::HUGEINT * 10000000000000000 END
      + 5000000000000000000000::HUGEINT) // 10000000000000000000000::HUGEINT)::BIGINT AS centavos
  FROM amounts
),
judged AS (
  SELECT *,
    CASE
      WHEN refused IS NOT NULL THEN refused
      WHEN plan_key IS NULL THEN 'unknown_contract'
      WHEN in_force IS NULL OR day > last_day THEN 'contract_not_in_force'
      WHEN code_number IS NULL THEN 'unknown_code'
      WHEN found_row IS NULL THEN CASE WHEN listed THEN 'price_not_in_force' ELSE 'no_price' END
      WHEN fee8 IS NULL OR rest8 IS NULL THEN 'no_coefficient'
      WHEN factor4 IS NULL THEN 'no_accommodation_factor'
      WHEN role4 IS NULL THEN 'no_role_percent'
      WHEN centavos = 0 THEN 'zero_price'
      ELSE 'priced'
    END AS status,
    refused IS NULL AND in_force IS NOT NULL AND day <= last_day AS has_contract,
    has_contract AND found_row IS NOT NULL AS has_row,
    has_row AND fee8 IS NOT NULL AND rest8 IS NOT NULL AS has_components,
    has_components AND factor4 IS NOT NULL AND role4 IS NOT NULL AS has_factors
  FROM rounded
)
"""

RESULT: Final = """
SELECT line_id, contract, plan, code, start, role, access_route, procedure_kind, accommodation, character, quantity,
  status,
  CASE WHEN has_contract THEN contract END AS contract_used,
  CASE WHEN has_contract THEN terms_from END AS terms_from,
  NULL::VARCHAR AS price_rule,
  CASE WHEN has_row THEN found_level END::TINYINT AS level,
  CASE WHEN has_row THEN schedule END AS schedule,
  CASE WHEN has_row THEN found_row END::INTEGER AS price_row,
  CASE WHEN has_row THEN valid_from END AS valid_from,
  CASE WHEN has_row THEN valid_to END AS valid_to,
  CASE WHEN has_row THEN basis END AS basis,
  CASE WHEN has_components THEN fee_unit END AS fee_unit,
  CASE WHEN has_components THEN fee_quantity * fee_value END AS fee,
  CASE WHEN has_components THEN cost_quantity * cost_value END AS operating_cost,
  CASE WHEN has_components THEN film_quantity * meter_value END AS film,
  CASE WHEN has_factors THEN 1.00000000 END AS fee_adjustment,
  CASE WHEN has_factors THEN 1.00000000 END AS operating_cost_adjustment,
  CASE WHEN has_factors THEN 1.00000000 END AS film_adjustment,
  CASE WHEN has_factors THEN accommodation_factor END AS accommodation_factor,
  CASE WHEN has_factors THEN overtime_percent END AS overtime_percent,
  CASE WHEN has_factors THEN 0.000000 END AS paediatric_percent,
  CASE WHEN has_factors THEN 1.000000 END AS technique_factor,
  CASE WHEN has_factors THEN 0.000000 END AS bilateral_percent,
  CASE WHEN has_factors THEN role_percent END AS role_percent,
  CASE WHEN has_factors THEN route_percent END AS route_percent,
  CASE WHEN status = 'priced' THEN centavos END AS unit_centavos,
  CASE WHEN status = 'priced' THEN centavos * quantity END AS total_centavos,
  $catalogue_hash AS catalogue_hash
FROM judged
"""


class DuckDB:
    """The core tables in a database in memory."""

    def __init__(self, tables: ArrowTables, catalogue_hash: str = "", threads: int = 2) -> None:
        self._catalogue_hash = catalogue_hash
        self._database = duckdb.connect(config={"threads": threads})
        for field in fields(tables):
            self._database.register("incoming", getattr(tables, field.name))
            self._database.execute(f"CREATE TABLE {field.name} AS SELECT * FROM incoming")
            self._database.unregister("incoming")
        self._database.execute(
            "CREATE TABLE contracts AS SELECT contract, plan_number FROM plans WHERE plan IS NULL"
        )
        self._database.execute("SET preserve_insertion_order = false")

    def price_file(self, lines: Path, out: Path, codec: str) -> None:
        """Price a Parquet file into another."""
        options = f"FORMAT parquet, CODEC '{CODECS[codec]}', ROW_GROUP_SIZE 1000000"
        self._database.execute(
            f"COPY ({LOOK_UP} {RESULT}) TO '{out}' ({options})",
            {"lines": str(lines), "catalogue_hash": self._catalogue_hash},
        )
