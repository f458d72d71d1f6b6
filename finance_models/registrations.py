"""What the finance models register with the platform: words of the audit, tags, navigation, what is kept."""

from audit import registry as audit_registry
from data_rights import registry as data_registry
from data_rights import retention
from data_rights.retention import Rule
from finance_models import data_part, steps
from finance_models.pages import may_edit, may_read
from ui import navigation, tags

AUDIT_WORDS = (
    ("finance.entry_add", "Added an entry to the information governance register"),
    ("finance.entry_withdraw", "Withdrew an entry of the information governance register"),
    ("finance.objection_record", "Recorded an objection"),
    ("finance.objection_lift", "Recorded that an objection was taken back"),
    ("finance.clock_open", "Opened a clock of the information governance register"),
    ("finance.contract_add", "Added a contract"),
    ("finance.contract_change", "Took a change of a contract a step on"),
    ("finance.case_record", "Recorded cases of the case baseline"),
    ("finance.case_read", "Looked at cases of the case baseline"),
    ("finance.case_delete", "Deleted a case of the case baseline"),
    ("finance.clock_close", "Closed a clock of the information governance register"),
)
TAGS = (
    ("entry_valid", "Valid", "green"),
    ("entry_soon", "Ends soon", "yellow"),
    ("entry_ended", "Ended", "red"),
    ("entry_withdrawn", "Withdrawn", "grey"),
    ("change_intention", "Intention", "blue"),
    ("change_variation", "Variation", "yellow"),
    ("change_signed", "Signed", "green"),
    ("change_dropped", "Dropped", "grey"),
    ("step_ready", "Ready", "green"),
    ("step_waits", "Waits", "grey"),
    ("step_look", "Look at it", "yellow"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    for action, words in AUDIT_WORDS:
        audit_registry.register(action, words)
    for tag in TAGS:
        tags.register(*tag)
    _navigation()
    data_registry.register(data_part.PART)
    retention.register(
        Rule(
            "finance-registers",
            "The registers, runs and assumptions of an area's finance models",
            None,
            "Figures rest on them. They hold no rows about people but cases by pseudonym, which the area deletes.",
            "finance_models/registrations.py",
        )
    )


def _navigation() -> None:
    """The area's entry, and the steps below it."""
    # Imported here: they read models, which can't be imported while the applications are loading.
    from finance_models import registers
    from finance_models.governance import standing as governance

    item = navigation.NavigationItem
    navigation.register_area(item(steps.SECTION, "Finance", "finance:start", order=30, is_visible=may_read))
    navigation.register_under(steps.SECTION, item("start", "Overview", "finance:start", order=0, is_visible=may_read))
    steps.register(steps.Step("register", "Governance register", 10, governance.standing, "finance:register"))
    steps.register(steps.Step("cases", "Case baseline", 80, registers.cases, "finance:cases", may_edit))
    steps.register(steps.Step("contracts", "Contracts", 90, registers.contracts, "finance:contracts"))
