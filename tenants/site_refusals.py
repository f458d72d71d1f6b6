"""What the register of sites doesn't take, in words for a form."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction

# The rules whose sentences the triggers say themselves, and the field that each is about.
RULES = {
    "mentoring_earlier_cohort": "cohort",
    "mentoring_live_site": "to",
    "mentoring_of_a_known_site": "on",
    "site_move_from_its_stage": None,
    "site_moves_in_order": "on",
    "site_move_takes_back_last": None,
}


class SiteRefused(ValueError):
    """The register doesn't take this. The text is for people, `field` says which field of a form it is about."""

    def __init__(self, words: str, field: str | None = None) -> None:
        super().__init__(words)
        self.field = field


@contextmanager
def refusals(field: str | None = None) -> Iterator[None]:
    """Turn what the database refuses into a sentence for the form."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        told: Any = getattr(error.__cause__, "diag", None)
        name = (told and told.constraint_name) or ""
        if name == "site_name_once_in_area":
            raise SiteRefused("The area has a site of this name already.", "name") from error
        if name not in RULES:
            raise
        raise SiteRefused(told.message_primary, RULES[name] if field is None else field) from error
