"""What a table says about counts of people."""

from dataclasses import dataclass

from disclosure import S7R5, Rule


@dataclass(frozen=True)
class People:
    """One of the things that a table can say about counts of people. `is_none`: it has none."""

    words: str
    is_none: bool = False


NO_PEOPLE = People("No counts of people, so nothing is hidden.", is_none=True)
ALREADY_PUBLIC = People("Counts of people are shown as they had been published before; none is hidden here.")
OWN_TEAM = People("True counts of people, for the area's own team: none is hidden. Don't pass this on.")


def hidden_by(rule: Rule = S7R5) -> People:
    """Counts of people that went through `disclosure.publish` or `publish_table` by this rule."""
    return People(rule.note)
