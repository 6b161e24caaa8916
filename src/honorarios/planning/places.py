"""Holidays of the towns that are known beforehand: a start, for whoever keeps a place's own list.

A place is named as the register of hospitals names it: two letters of a state, or the IBGE code of a
municipality, whose first two digits are the state's. A town's holidays are municipal law (Lei 9.093/1995):
what is not listed here has those of the country and of its state.
"""

from __future__ import annotations

from typing import Final

from honorarios.planning.days import Feast, Place

STATES: Final = {
    "11": "RO",
    "12": "AC",
    "13": "AM",
    "14": "RR",
    "15": "PA",
    "16": "AP",
    "17": "TO",
    "21": "MA",
    "22": "PI",
    "23": "CE",
    "24": "RN",
    "25": "PB",
    "26": "PE",
    "27": "AL",
    "28": "SE",
    "29": "BA",
    "31": "MG",
    "32": "ES",
    "33": "RJ",
    "35": "SP",
    "41": "PR",
    "42": "SC",
    "43": "RS",
    "50": "MS",
    "51": "MT",
    "52": "GO",
    "53": "DF",
}
"""IBGE's two digits of each state."""

NATIONAL: Final = Place()
"""Where nobody said which place it is: the country's holidays only."""

TOWNS: Final = {
    "4314902": Place(state="RS", local=("02-02",), feasts=(Feast.CORPUS_CHRISTI,)),
    "3550308": Place(state="SP", local=("01-25",), feasts=(Feast.CORPUS_CHRISTI,)),
    "3304557": Place(state="RJ", local=("01-20",), feasts=(Feast.CORPUS_CHRISTI,)),
}
"""Porto Alegre, São Paulo and Rio de Janeiro, by IBGE code."""

MUNICIPALITY_DIGITS: Final = 7


def place_of(name: str) -> Place | None:
    """The place of a state's letters or a municipality's code; None where the name is neither.

    >>> place_of("RS")
    Place(state='RS', local=(), feasts=(), moved=(), optional_days=False)
    >>> place_of("4314902").local
    ('02-02',)
    >>> place_of("Atlântida") is None
    True
    """
    written = name.strip().upper()
    if written in STATES.values():
        return Place(state=written)
    if len(written) != MUNICIPALITY_DIGITS or not written.isdigit() or written[:2] not in STATES:
        return None
    return TOWNS.get(written) or Place(state=STATES[written[:2]])
