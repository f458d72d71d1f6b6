"""What milestones register with the roll-out and the platform."""

from config.today import today
from tenants import registering
from tenants.models import Area
from tenants.rollout import parts, rag
from tenants.rollout.milestones import notices, presenters, queries

ACTIONS = (
    ("milestone.add", "Added a milestone"),
    ("milestone.change", "Changed a milestone"),
    ("milestone.take_off", "Took a milestone off the plan"),
    ("milestone.put_back", "Put a milestone back on the plan"),
)
TAGS = (
    (presenters.TAGS[rag.RED], "Red", "red"),
    (presenters.TAGS[rag.AMBER], "Amber", "orange"),
    (presenters.TAGS[rag.GREEN], "Green", "green"),
    (presenters.TAGS[rag.DONE], "Done", "blue"),
    ("rag_off", "Taken off the plan", "grey"),
)


def register_all() -> None:
    """Called once, when the applications load."""
    registering.register(actions=ACTIONS, tags=TAGS, kinds=notices.KINDS)
    parts.register(parts.Part("milestones", "Milestones", 20, words=words_of, route="rollout:milestones", dues=dues_of))


def words_of(area: Area) -> str:
    """Its line on the overview."""
    return presenters.sentence(queries.in_force(), today())


def dues_of(area: Area) -> list[parts.Due]:
    """Every milestone of the plan that is not done, by the date on which it is due."""
    return [
        parts.Due(presenters.name(each), presenters.address(area, each), each.due)
        for each in queries.in_force()
        if each.done_on is None
    ]
