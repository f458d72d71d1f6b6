"""What the roll-out registers: its parts on the overview, words of the audit, tags."""

from tenants import registering
from tenants.rollout import parts, registrations_public
from tenants.rollout.parts import Part
from ui import navigation

AUDIT_WORDS = (
    ("maturity.assess", "Assessed a service component"),
    ("key_action.change", "Changed where a key action stands"),
    ("promise.change", "Changed where a promise stands"),
    ("trajectory.revise", "Made a revision of the trajectory"),
    ("equality.begin", "Began an equality impact assessment"),
    ("equality.write", "Wrote in an equality impact assessment"),
    ("equality.agree", "Agreed an equality impact assessment"),
    ("equality.open_again", "Opened an equality impact assessment again"),
)
TAGS = (
    ("level_1", "1: Not started", "grey"),
    ("level_2", "2: Being set up", "yellow"),
    ("level_3", "3: In use with some people", "blue"),
    ("level_4", "4: The usual way of working", "green"),
    ("not_assessed", "Not assessed", "white"),
    ("not_said", "Not said yet", "white"),
    ("on_course", "On course", "green"),
    ("kept", "Kept", "green"),
    ("missed", "Missed", "red"),
    ("missing", "Missing", "red"),
    ("agreed", "Agreed", "green"),
    ("impact_positive", "Positive", "green"),
    ("impact_neutral", "Neutral", "grey"),
    ("impact_negative", "Negative", "orange"),
    ("impact_not_known", "Not known", "yellow"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    registering.register(actions=AUDIT_WORDS, tags=TAGS)
    _parts()
    registrations_public.register_all()


def _parts() -> None:
    """Each part of the roll-out, in the order of the overview and of the navigation."""
    # Imported here: they read models, which can't be imported while the applications are loading.
    from tenants.rollout.equality import presenters as equality
    from tenants.rollout.milestones import registering as milestones
    from tenants.rollout.progress import lines
    from tenants.rollout.risks import registering as risks
    from tenants.rollout.sites.presenters import words as sites_words
    from tenants.rollout.trajectory import presenters as trajectory

    start = navigation.NavigationItem("start", "Overview", "rollout:plans", order=0, is_visible=parts.may_read)
    navigation.register_under(parts.SECTION, start)
    milestones.register_all()
    risks.register_all()
    parts.register(Part("sites", "Sites", 40, words=sites_words, route="rollout:sites"))
    parts.register(
        Part("trajectory", "Trajectory", 50, trajectory.words, route="rollout:trajectory", dues=trajectory.dues)
    )
    parts.register(
        Part("promises", "Promises", 60, lines.promise_words, route="rollout:promises", dues=lines.promise_dues)
    )
    parts.register(
        Part("maturity", "Components", 70, lines.maturity_words, route="rollout:maturity", dues=lines.maturity_dues)
    )
    parts.register(
        Part("key-actions", "Key actions", 80, lines.action_words, route="rollout:key-actions", dues=lines.action_dues)
    )
    parts.register(Part("equality", "Equality", 90, equality.words, route="rollout:equality", dues=equality.dues))
