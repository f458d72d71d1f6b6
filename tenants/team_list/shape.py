"""What a team list holds."""

from accounts import policy
from files.emails import email
from files.limits import SMALL_TABLE
from files.shapes import Column, Shape, Unreadable, short, words

# An area's team has some tens of people.
LIMITS = SMALL_TABLE
MOST_PEOPLE = 300
ROLES = {role.name: role.slug for role in policy.AREA_ROLES}


def role(cell: str) -> str:
    """A role's slug, by its name or slug in any case."""
    found = {name.casefold(): slug for name, slug in ROLES.items()} | {slug: slug for slug in ROLES.values()}
    try:
        return found[cell.casefold()]
    except KeyError:
        raise Unreadable(f"{short(cell)} is no role of an area; write one of {', '.join(ROLES)}") from None


SHAPE = Shape(
    "team.xlsx",
    (
        Column(
            "email",
            email,
            heading="E-mail address",
            also=("e-mail", "email address"),
            help="They get a link that works for 14 days.",
            example="ann.lee@nhs.net",
        ),
        Column(
            "role",
            role,
            heading="Role",
            help="What they will do in the area.",
            example="Practitioner",
            choices=tuple(ROLES),
        ),
        Column(
            "name",
            words(100),
            required=False,
            heading="Name",
            help="Greets them in the e-mail. They write their name themselves when they accept.",
            example="Ann Lee",
        ),
    ),
    key=("email", "role"),
    sheet="Team",
)
