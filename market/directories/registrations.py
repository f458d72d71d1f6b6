"""What directories register with the platform: words of the audit, tags, their job, files, the nightly reading."""

from celery.schedules import crontab

from accounts.permissions import Permission
from jobs import registry as jobs_registry
from jobs import schedule
from market import pages
from tenants import registering
from ui.navigation import NavigationItem, for_whoever_may

NIGHTLY = crontab(minute="20", hour="2")
AUDIT_WORDS = (
    ("directory.add", "Added another directory to the marketplace"),
    ("directory.change", "Changed how another directory is read"),
    ("directory.try", "Tried out another directory’s feed"),
    ("directory.load", "Loaded another directory’s feed"),
    ("directory.edit", "Edited an offer of another directory"),
    ("directory.accept", "Accepted what another directory changed"),
    ("directory.keep", "Kept our words in place of another directory’s"),
    ("directory.hide", "Took what another directory no longer has off the list"),
)
TAGS = (
    ("market_directory_tried", "Tried out", "blue"),
    ("market_directory_loaded", "Loaded", "green"),
    ("market_directory_refused", "Refused", "red"),
    ("market_record_listed", "In the directory", "green"),
    ("market_record_gone", "No longer there", "orange"),
    ("market_record_hidden", "Off the list", "grey"),
    ("market_record_waits", "A change waits", "yellow"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from data_rights import registry as data_registry
    from files import private
    from market.directories import data_part, job, retention
    from market.directories.errors import DirectoryRefused

    registering.register(actions=AUDIT_WORDS, tags=TAGS)
    may_shape = for_whoever_may(Permission.MARKET_SHAPE)
    pages.register(
        NavigationItem("directories", "Other directories", "market:directories", order=90, is_visible=may_shape)
    )
    jobs_registry.register(
        jobs_registry.JobKind(
            slug=job.KIND,
            title="Read another directory",
            run=job.run,
            permission=Permission.MARKET_SHAPE,
            refusals=(DirectoryRefused,),
        )
    )
    private.register(job.PURPOSE, job.is_owned)
    schedule.register("Other directories that are read again", "market.directories.tasks.read_directories", at=NIGHTLY)
    data_registry.register(data_part.PART)
    retention.register_all()
