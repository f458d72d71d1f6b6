"""The four groups of people that the programme begins with (prospectus, section 3)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """A target group: `key` in data and addresses of exports, `slug` in addresses of pages, names on screen."""

    key: str
    name: str
    short_name: str
    plain_name: str

    @property
    def slug(self) -> str:
        """The key with hyphens, for the address of a page."""
        return self.key.replace("_", "-")


GROUPS = (
    Group(
        "children_complex_needs",
        "Children and young people with complex needs",
        "Children and young people",
        "a child or young person with complex needs",
    ),
    Group(
        "multiple_ltc",
        "People with multiple long-term conditions",
        "Long-term conditions",
        "a person with more than one long-term condition",
    ),
    Group(
        "learning_disability",
        "People with a learning disability and high support needs",
        "Learning disability",
        "a person with a learning disability who needs a lot of support",
    ),
    Group(
        "mental_health",
        "People with significant mental health needs",
        "Mental health",
        "a person with significant mental health needs",
    ),
)
BY_KEY = {group.key: group for group in GROUPS}
BY_SLUG = {group.slug: group for group in GROUPS}
CHOICES = [(group.key, group.name) for group in GROUPS]
