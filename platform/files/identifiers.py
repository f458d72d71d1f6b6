"""Does a person-level table say who the people are? Pseudonyms only are taken: a name once stored is hard to unsay.

What looks like an NHS number, a name, a date of birth, a postcode, an e-mail address or a telephone number is a fault
of the file. By headings, and by values: one full postcode or address in any cell is enough, while a column of numbers
counts as NHS numbers when most pass the check digit, since one in eleven passes by chance. It finds what is there by
mistake; it can't find what somebody hides.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from files import known_names
from files.faults import Fault
from files.records import Place

# Which share of a column's filled cells has to look like it.
MOST, MANY, AT_LEAST_CELLS = 0.5, 0.3, 3
AT_LEAST_DATES, BIRTHS_SPAN_YEARS = 10, 25
LATEST_YEAR = 2100  # 9999-12-31 stands for "open"

HEADINGS = (
    (r"\bnhs ?(no|num|number|id)?$|\bnhs (no|num|number)\b|\bchi (no|number)\b", "NHS numbers"),
    (
        r"^names?$|\b(fore|sur|first|last|given|family|full|middle|maiden|patient|person|client|service user|known as)"
        r" ?names?\b|\binitials\b|\bknown as\b",
        "names",
    ),
    (r"\bdob\b|\bd o b\b|\bdate of birth\b|\bbirth ?da(te|y)\b|\bborn on\b", "dates of birth"),
    (r"\bpost ?codes?\b|\bp ?code\b|\baddress(?!ed)( line)?\b|\bstreet\b", "postcodes or addresses"),
    (r"\be ?mails?\b", "e-mail addresses"),
    (r"\btel(ephone)?( no| number)?$|\b(tele|mobile |home )?phone\b|\bmobile( no| number)?$", "telephone numbers"),
)
NHS_NUMBER_ALONE = re.compile(r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}")
NHS_NUMBER_INSIDE = re.compile(r"(?<![0-9])[0-9]{3}[ -][0-9]{3}[ -][0-9]{4}(?![0-9])|(?<![0-9])[0-9]{10}(?![0-9])")
POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])", re.IGNORECASE
)
EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[A-Za-z]{2,}")
PHONE = re.compile(r"(?<![0-9])(?:\+44 ?|0)7[0-9]{3} ?[0-9]{3} ?[0-9]{3}(?![0-9])")
DATE = re.compile(
    r"(?:([12][0-9]{3})[-/][01]?[0-9][-/][0-3]?[0-9]|[0-3]?[0-9][-/.][01]?[0-9][-/.]([12][0-9]{3}))(?:[ T].*)?"
)

MEND = "take the column out, and identify people by a pseudonym alone"


def is_nhs_number(text: str) -> bool:
    """Ten digits whose last one is the check digit (modulus 11, weights 10 to 2; NHS Data Dictionary, NHS NUMBER)."""
    digits = re.sub(r"[ -]", "", text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        return False
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)) % 11
    return rest != 10 and (0 if rest == 11 else rest) == int(digits[9])


@dataclass
class _Seen:
    """What was counted of one column."""

    filled: int = 0
    nhs_numbers: int = 0
    names: int = 0
    first_names: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    years: Counter[int] = field(default_factory=Counter)
    sure: dict[str, int] = field(default_factory=dict)  # what one cell proves: its line


def find(
    headings: Sequence[str],
    records: Iterable[tuple[int, Sequence[str]]],
    place: Place,
    *,
    allowed: Sequence[str] = (),
) -> list[Fault]:
    """A fault for each column that seems to identify people; reads the records once and keeps none of them.

    `records` are (line, cells) as text. Columns in `allowed` are not looked at.
    """
    looked_at = {at: heading for at, heading in enumerate(headings) if heading not in allowed}
    seen = {at: _Seen() for at in looked_at}
    for line, cells in records:
        for at, column in seen.items():
            if at < len(cells) and (cell := cells[at].strip()):
                _look(column, cell, line)
    faults = []
    for at, heading in looked_at.items():
        found = _by_heading(heading) or _by_values(seen[at])
        if found:
            what, line = found
            faults.append(place.fault(line, heading, f"looks like {what}; {MEND}"))
    return faults


def _by_heading(heading: str) -> tuple[str, int] | None:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    words = " ".join(re.findall(r"[a-z0-9]+", spaced.lower()))
    return next(((what, 1) for pattern, what in HEADINGS if re.search(pattern, words)), None)


def _look(column: _Seen, cell: str, line: int) -> None:
    column.filled += 1
    if NHS_NUMBER_ALONE.fullmatch(cell):
        column.nhs_numbers += is_nhs_number(cell)
    else:
        for found in NHS_NUMBER_INSIDE.findall(cell):
            if is_nhs_number(found):
                column.sure.setdefault("NHS numbers", line)
    if cell.isdigit():
        return
    for pattern, what in ((POSTCODE, "postcodes"), (EMAIL, "e-mail addresses"), (PHONE, "telephone numbers")):
        if pattern.search(cell):
            column.sure.setdefault(what, line)
    if date := DATE.fullmatch(cell):
        year = int(date[1] or date[2])
        if year <= LATEST_YEAR:
            column.years[year] += 1
    elif known_names.is_full_name(cell):
        column.names += 1
    elif len(column.words) < 1_000:
        column.words.add(cell)
        if known_names.is_first_name(cell):
            column.first_names.add(cell)


def _by_values(column: _Seen) -> tuple[str, int] | None:
    if column.sure:
        return min(column.sure.items(), key=lambda item: item[1])
    if column.nhs_numbers > MOST * column.filled:
        return "NHS numbers: most pass their check digit", 1
    if column.names >= AT_LEAST_CELLS and column.names > MANY * column.filled:
        return "names", 1
    if len(column.first_names) >= AT_LEAST_CELLS and len(column.first_names) > MOST * len(column.words):
        return "first names", 1
    span = _span(column.years)
    if span > BIRTHS_SPAN_YEARS:
        return f"dates of birth: they span {span} years (the year of birth alone may be given)", 1
    return None


def _span(years: Counter[int]) -> int:
    """Years between the tenth and the ninetieth in a hundred dates; 0 where there are few."""
    if years.total() < AT_LEAST_DATES:
        return 0
    ordered = sorted(years.elements()) if years.total() <= 10_000 else _thinned(years)
    return ordered[len(ordered) * 9 // 10] - ordered[len(ordered) // 10]


def _thinned(years: Counter[int]) -> list[int]:
    step = years.total() / 1_000
    return sorted(year for year, count in years.items() for _ in range(round(count / step)))
