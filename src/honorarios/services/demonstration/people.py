"""Invented people. Names are drawn from lists; every CPF begins with 000 and fails its own check digits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

FEMALE: Final = (
    "Íris",
    "Zélia",
    "Aurora",
    "Jandira",
    "Marilda",
    "Noêmia",
    "Odete",
    "Quitéria",
    "Rosalva",
    "Sabina",
    "Tarsila",
    "Ubaldina",
    "Violeta",
    "Ximena",
    "Yolanda",
)
MALE: Final = (
    "Abelardo",
    "Baltazar",
    "Cícero",
    "Damião",
    "Eustáquio",
    "Firmino",
    "Getúlio",
    "Hermes",
    "Inácio",
    "Jacinto",
    "Laerte",
    "Manoel",
    "Norberto",
    "Olavo",
    "Praxedes",
)
FAMILY: Final = (
    "Aroeira",
    "Baobá",
    "Cambará",
    "Dracena",
    "Embaúba",
    "Figueirinha",
    "Guapuruvu",
    "Ingazeiro",
    "Jequitibá",
    "Manacá",
    "Oiticica",
    "Paineira",
    "Quaresmeira",
    "Sapucaia",
    "Umbuzeiro",
)
FICTITIOUS: Final = "(fictício)"
"""Ends the name of every person, so that nobody takes one for real."""

OLDEST_DAYS: Final = 88 * 365


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who doesn't exist."""

    name: str
    sex: str
    """``f`` or ``m``."""
    birth_date: date
    cpf: str


def person(random: Random, number: int, born_before: date) -> Person:
    """Another person; ``number`` makes the CPF nobody else's."""
    sex = random.choice("fm")
    first = random.choice(FEMALE if sex == "f" else MALE)
    name = f"{first} {random.choice(FAMILY)} {random.choice(FAMILY)} {FICTITIOUS}"
    born = born_before - timedelta(days=random.randrange(OLDEST_DAYS))
    return Person(name, sex, born, fake_cpf(number))


def fake_cpf(number: int) -> str:
    """Eleven digits that are no CPF: they begin with 000 and their check digits are wrong.

    >>> fake_cpf(7)
    '00000000799'
    """
    digits = f"{number:09d}"
    return f"{digits}99" if check_digits(digits) != "99" else f"{digits}98"


def check_digits(digits: str) -> str:
    """The two check digits that a CPF of these nine digits would have (modulus 11).

    >>> check_digits("529982247")
    '25'
    """
    found = ""
    for _ in range(2):
        body = digits + found
        weighted = sum(
            int(digit) * weight
            for digit, weight in zip(body, range(len(body) + 1, 1, -1), strict=True)
        )
        found += str(weighted * 10 % 11 % 10)
    return found
