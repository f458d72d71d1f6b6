"""Person-level tables that say who the people are."""

import random
from collections.abc import Callable

from tests.trust.hostile import Maker

FIRST = ("Ann", "John", "Mary", "David", "Susan", "Peter", "Margaret", "James", "Sarah", "Paul")
LAST = ("Lee", "Smith", "Jones", "Brown", "Taylor", "Evans", "Roberts", "Walker", "Wright", "Hughes")
Cell = Callable[[random.Random], str]


def nhs_number(chance: random.Random) -> str:
    """Ten digits with a right check digit."""
    while True:
        digits = [chance.randrange(10) for _ in range(9)]
        rest = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
        if rest != 10:
            return "".join(map(str, [*digits, 0 if rest == 11 else rest]))


def _spaced(chance: random.Random) -> str:
    number = nhs_number(chance)
    return f"{number[:3]} {number[3:6]} {number[6:]}"


def _full_name(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def _birth(chance: random.Random) -> str:
    return f"{chance.randint(1925, 2010)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _postcode(chance: random.Random) -> str:
    return f"TR{chance.randint(1, 27)} {chance.randint(1, 9)}{chance.choice('ABDE')}{chance.choice('FGHJ')}"


def _email(chance: random.Random) -> str:
    return f"{chance.choice(FIRST).lower()}.{chance.choice(LAST).lower()}@example.org"


def _column(heading: str, cell: Cell) -> Maker:
    """A table with this column among harmless ones."""

    def make(chance: random.Random) -> tuple[str, bytes]:
        lines = [f"person_id,{heading},birth_year,pam_date"]
        lines += [
            f"p{chance.randrange(10**6)},{cell(chance)},{chance.randint(1925, 2010)},2015-0{chance.randint(1, 6)}-01"
            for _ in range(chance.randint(12, 60))
        ]
        return "people.csv", "\n".join(lines).encode()

    return make


KINDS: dict[str, Maker] = {
    "people: NHS numbers": _column("ref", nhs_number),
    "people: NHS numbers with spaces": _column("ref", _spaced),
    "people: NHS number in a note": _column("note", lambda chance: f"seen by {_spaced(chance)} on Monday"),
    "people: a column called NHS number": _column("NHS_Number", lambda chance: ""),
    "people: names": _column("carer", _full_name),
    "people: first names": _column("who", lambda chance: chance.choice(FIRST)),
    "people: a column of names": _column("Surname", lambda chance: "x"),
    "people: dates of birth": _column("d", _birth),
    "people: a column called DOB": _column("DOB", lambda chance: ""),
    "people: postcodes": _column("place", _postcode),
    "people: e-mail addresses": _column("contact", _email),
    "people: telephone numbers": _column("contact", lambda chance: f"07700 9{chance.randrange(10**5):05}"),
}
