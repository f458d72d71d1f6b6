"""What a team list would do: whom it invites, and who is in the team or invited already."""

from dataclasses import dataclass
from typing import Any

from accounts import policy
from accounts.models import Invitation, User
from files import reading
from files.faults import Fault, Refused
from files.reading import Row
from tenants.models import Area, Membership
from tenants.team_list.shape import LIMITS, MOST_PEOPLE, SHAPE


@dataclass(frozen=True)
class Person:
    """A row of the list: an address, a role's slug, and a name or nothing."""

    email: str
    role: str
    name: str = ""

    @property
    def role_name(self) -> str:
        """The role in words."""
        return policy.role(self.role).name


@dataclass(frozen=True)
class Preview:
    """What an upload would do; nothing has been done."""

    to_invite: tuple[Person, ...]
    in_team: tuple[Person, ...]
    invited: tuple[Person, ...]
    warnings: tuple[str, ...] = ()


class TeamListRefused(Refused):
    """The list has faults, one line each; nobody was invited."""

    def sentence(self, count: int) -> str:
        """What happened, in one sentence."""
        return f"The list has {count} fault{'s' if count != 1 else ''}. Nobody was invited."


def check(upload: Any, *, area: Area, name: str) -> Preview:
    """Read an uploaded list (.xlsx or .csv) against the team as it is. Raises TeamListRefused with every fault."""
    table = reading.read_table(upload, SHAPE, limits=LIMITS, name=name)
    faults = [*table.faults, *_closed_accounts(table.rows)]
    if not table.rows and not faults:
        faults.append(Fault(name, 0, "", "has no rows under its headings; write a row for each person"))
    if len(table.rows) > MOST_PEOPLE:
        faults.append(Fault(name, 0, "", f"has more than {MOST_PEOPLE} people; invite them in several lists"))
    if faults:
        raise TeamListRefused(faults)
    people = [Person(row["email"], row["role"], row["name"] or "") for row in table.rows]
    return sort_out(people, area=area, warnings=table.warnings)


def sort_out(people: list[Person], *, area: Area, warnings: list[str] | None = None) -> Preview:
    """Which of these people are new to the area's team. Two queries, however many they are."""
    emails = {person.email for person in people}
    live = Membership.objects.live().filter(area=area, user__email__in=emails)
    in_team = set(live.values_list("user__email", "role"))
    open_ones = Invitation.objects.open().filter(area=area, email__in=emails)
    invited = set(open_ones.values_list("email", "role"))
    new = [person for person in people if (person.email, person.role) not in in_team | invited]
    return Preview(
        to_invite=tuple(new),
        in_team=tuple(person for person in people if (person.email, person.role) in in_team),
        invited=tuple(person for person in people if (person.email, person.role) in invited - in_team),
        warnings=tuple(warnings or ()),
    )


def _closed_accounts(rows: list[Row]) -> list[Fault]:
    emails = {row["email"] for row in rows}
    closed = set(User.objects.filter(is_active=False, email__in=emails).values_list("email", flat=True))
    why = "has an account that is closed; ask the network's manager to open it first, or take the row out"
    return [row.fault("E-mail address", why) for row in rows if row["email"] in closed]
