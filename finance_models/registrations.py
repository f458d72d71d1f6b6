"""What the finance models register with the platform: words of the audit, tags, navigation, what is kept."""

import datetime
from functools import partial

from celery.schedules import crontab

from accounts.permissions import Permission
from audit import registry as audit_registry
from data_rights import registry as data_registry
from data_rights import retention
from data_rights.retention import Rule
from embedded import demo_data
from finance_models import data_part, steps
from finance_models.pages import may_edit, may_read
from jobs import registry as jobs_registry
from jobs import schedule
from tenants.programme import more
from ui import navigation, tags

CLEAR_AT = crontab(minute="50", hour="3")
LOAD_TIMEOUT = datetime.timedelta(hours=2)

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
    ("finance.case_release_propose", "Proposed to release sums of cases to the region"),
    ("finance.case_release_decide", "Released, declined or withdrew sums of cases for the region"),
    ("finance.data_load", "Loaded linked data"),
    ("finance.data_accept", "Took a data version into use"),
    ("finance.data_delete", "Deleted the files of a data version"),
    ("finance.rows_read", "Downloaded rejected or repeated rows of a data version"),
    ("finance.columns_map", "Said what the headings of a source's files mean"),
    ("finance.prices_load", "Loaded prices"),
    ("finance.assumptions_save", "Kept a set of assumptions"),
    ("finance.cohort_save", "Kept a finance cohort"),
    ("finance.cohort_table", "Made a data version ready for counting finance cohorts"),
    ("finance.run", "Calculated a finance model"),
    ("finance.release_propose", "Proposed a finance release to the region"),
    ("finance.release", "Released finance sums to the region"),
    ("finance.release_decline", "Declined a finance release to the region"),
    ("finance.release_withdraw", "Withdrew a finance release from the region"),
    ("finance.terms_set", "Set the network's terms of finance releases"),
    ("finance.clock_close", "Closed a clock of the information governance register"),
)
TAGS = (
    ("entry_valid", "Valid", "green"),
    ("entry_soon", "Ends soon", "yellow"),
    ("entry_ended", "Ended", "red"),
    ("entry_withdrawn", "Withdrawn", "grey"),
    ("version_loaded", "Waiting to be accepted", "yellow"),
    ("version_in_use", "In use", "green"),
    ("version_superseded", "Superseded", "grey"),
    ("version_deleted", "Deleted", "white"),
    ("change_intention", "Intention", "blue"),
    ("change_variation", "Variation", "yellow"),
    ("change_signed", "Signed", "green"),
    ("change_dropped", "Dropped", "grey"),
    ("release_prepared", "Prepared", "white"),
    ("release_proposed", "Waits for a decision", "yellow"),
    ("release_released", "Released", "green"),
    ("release_declined", "Declined", "red"),
    ("release_withdrawn", "Withdrawn", "orange"),
    ("release_superseded", "Superseded", "grey"),
    ("cases_proposed", "Waits for a decision", "yellow"),
    ("cases_released", "Released", "green"),
    ("cases_declined", "Declined", "red"),
    ("cases_withdrawn", "Withdrawn", "grey"),
    ("cases_superseded", "Superseded", "grey"),
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
    _jobs()
    _notices()
    demo_data.register("Sample data of the areas' finance models", make_sample_data, order=50)
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


def make_sample_data() -> None:
    """The demo's data; models and the query engine are loaded when it is asked for."""
    from finance_models.sample import activity

    activity.make()


def _navigation() -> None:
    """The area's entry, and the steps below it."""
    # Imported here: they read models, which can't be imported while the applications are loading.
    from finance_models import registers
    from finance_models.cases import release_views as case_releases
    from finance_models.cohorts import presenters as cohorts
    from finance_models.complexity import presenters as complexity
    from finance_models.governance import standing as governance
    from finance_models.loading import presenters as loading
    from finance_models.prices import presenters as prices
    from finance_models.quality import presenters as quality
    from finance_models.release import presenters as releases
    from finance_models.runs import presenters as costing
    from finance_models.runs import rates

    item = navigation.NavigationItem
    may_read_region = navigation.for_whoever_may(Permission.FINANCE_REGION_READ)
    navigation.register(item("region", "Regional finance", "region:start", order=25, is_visible=may_read_region))
    words = "What people cost in each area that has released its sums, by band and by setting; rounded."
    more.register(more.Card("Finance across the region", "board_finance:start", words))
    words = "What single cases cost before and after their plan, all areas together; rounded."
    more.register(more.Card("Cases before and after their plan", "case_board:start", words))
    navigation.register_area(item(steps.SECTION, "Finance", "finance:start", order=30, is_visible=may_read))
    navigation.register_under(steps.SECTION, item("start", "Overview", "finance:start", order=0, is_visible=may_read))
    steps.register(steps.Step("register", "Governance register", 10, governance.standing, "finance:register"))
    steps.register(steps.Step("data", "Linked data", 20, loading.standing, "finance:data"))
    steps.register(steps.Step("quality", "Quality", 25, quality.standing, "finance:quality"))
    steps.register(steps.Step("prices", "Prices", 30, prices.standing, "finance:prices"))
    steps.register(steps.Step("assumptions", "Assumptions", 40, registers.assumptions, "finance:assumptions-list"))
    steps.register(steps.Step("cost", "Cost", 50, costing.standing, "finance:cost"))
    steps.register(steps.Step("cohorts", "Cohorts", 55, cohorts.standing, "finance:cohorts"))
    steps.register(steps.Step("rates", "Rates", 60, rates.standing, "finance:rates"))
    steps.register(steps.Step("complexity", "Complexity", 65, complexity.standing, "finance:complexity"))
    steps.register(steps.Step("share", "Gain and loss share", 70, registers.share, "finance:share"))
    steps.register(steps.Step("releases", "Release to the region", 75, releases.standing, "finance:releases"))
    steps.register(steps.Step("cases", "Case baseline", 80, registers.cases, "finance:cases", may_edit))
    steps.register(
        steps.Step("cases-region", "Cases for the region", 82, case_releases.standing, "finance:cases-region")
    )
    steps.register(steps.Step("contracts", "Contracts", 90, registers.contracts, "finance:contracts"))


def _notices() -> None:
    """What an area's people hear of its releases, and what waits for them on their first page."""
    from finance_models.release import home_cards, notices
    from notify import registry as notify_registry
    from ui import home

    home.register(home_cards.cards)

    for kind in notices.KINDS:
        notify_registry.register(kind)


def _jobs() -> None:
    """Loads, and what is cleared away after them each night."""
    from files.faults import Refused
    from finance_models.cohorts import job as cohort_table
    from finance_models.governance.queries import NoValidEntry
    from finance_models.loading import retention as superseded
    from finance_models.loading import uploads
    from finance_models.loading.checksums import DataChanged
    from finance_models.loading.errors import LoadRefused
    from finance_models.loading.job import run
    from finance_models.prices import job as prices
    from finance_models.runs import job as runs
    from finance_models.runs.errors import RunRefused

    uploads.register()
    superseded.register_rule()
    schedule.register("Clear half-loaded data away", "finance_models.tasks.forget_orphans", at=CLEAR_AT)
    kind = partial(jobs_registry.JobKind, permission=Permission.FINANCE_EDIT, timeout=LOAD_TIMEOUT)
    refusals = (LoadRefused, NoValidEntry)
    jobs_registry.register(kind(uploads.LOAD, "Load linked data", run, refusals=refusals))
    jobs_registry.register(kind(uploads.PRICES, "Load prices", prices.run, refusals=refusals))
    refusals_of_runs = (RunRefused, DataChanged, Refused)
    jobs_registry.register(kind(runs.JOB, "Calculate", runs.run, refusals=refusals_of_runs))
    jobs_registry.register(
        kind(cohort_table.JOB, "Make ready to count cohorts", cohort_table.run, refusals=refusals_of_runs)
    )
