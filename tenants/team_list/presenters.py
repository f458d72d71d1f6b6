"""A team list ready for a page, and for a template."""

from files.faults import Fault
from tenants.queries import TeamMember
from tenants.team_list.checking import Person, Preview
from tenants.team_list.shape import SHAPE

FAULTS_SHOWN = 100


def rows(people: tuple[Person, ...]) -> list[list[str]]:
    """Cells: address, role in words, name."""
    return [[person.email, person.role_name, person.name] for person in people]


def current(team: list[TeamMember]) -> list[list[str]]:
    """The team as it is, in the columns of the list."""
    return [[member.membership.user.email, member.role, member.membership.user.name] for member in team]


def in_words(preview: Preview) -> str:
    """`5 people will be invited, 2 are already in the team, 1 is already invited.`"""
    new, team, invited = len(preview.to_invite), len(preview.in_team), len(preview.invited)
    parts = [f"{_people(new)} will be invited"]
    if team:
        parts.append(f"{team} {_are(team)} already in the team")
    if invited:
        parts.append(f"{invited} {_are(invited)} already invited")
    return ", ".join(parts) + "."


def fault_rows(found: tuple[Fault, ...]) -> list[list[str]]:
    """Cells: place, column, what is wrong; the first hundred."""
    return [
        [fault.cell or (f"line {fault.line}" if fault.line else "the file"), fault.column, _sentence(fault.why)]
        for fault in sorted(found)[:FAULTS_SHOWN]
    ]


def columns() -> list[tuple[str, str]]:
    """Each column with what to write."""
    return [
        (column.shown, column.help + (f" One of: {', '.join(column.choices)}." if column.choices else ""))
        for column in SHAPE.columns
    ]


def _sentence(why: str) -> str:
    return why[:1].upper() + why[1:] + ("" if why.endswith(".") else ".")


def _people(count: int) -> str:
    return "Nobody" if count == 0 else "1 person" if count == 1 else f"{count} people"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
