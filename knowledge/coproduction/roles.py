"""In which role people take part in making a resource. What they lived through counts, not their job's title."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TakesPart:
    """A role in co-production: `key` in data, `name` as a page credits it, and whether it is one of experience."""

    key: str
    name: str
    has_lived_experience: bool


ROLES = (
    TakesPart("budget_holder", "Person with a personal budget", True),
    TakesPart("person", "Person who lives with a condition or disability", True),
    TakesPart("carer", "Family member or carer", True),
    TakesPart("peer_supporter", "Peer supporter", True),
    TakesPart("practitioner", "Practitioner", False),
    TakesPart("commissioner", "Commissioner", False),
    TakesPart("charity", "Charity or community group", False),
    TakesPart("provider", "Provider of support", False),
    TakesPart("evaluator", "Evaluator", False),
    TakesPart("editor", "Knowledge editor", False),
)
BY_KEY = {role.key: role for role in ROLES}
CHOICES = [(role.key, role.name) for role in ROLES]
LIVED_EXPERIENCE = [role.key for role in ROLES if role.has_lived_experience]
LIVED_EXPERIENCE_CHOICES = [(role.key, role.name) for role in ROLES if role.has_lived_experience]
