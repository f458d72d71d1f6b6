"""A checked workbook between its page and its confirmation: signed into the page's own form, so nothing is stored."""

from django.core import signing

from accounts.models import User
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.workbook import Filled
from tenants.rollout import return_drafts
from tenants.rollout.models import ReturnDraft

SALT = "tenants.rollout.returns"
HOLDS_SECONDS = 60 * 60


class HeldTooLong(Exception):
    """What was sent back is over an hour old, somebody else's, or about a return that was changed since."""

    def __init__(self) -> None:
        super().__init__("The return was changed since, or the workbook was checked over an hour ago. Upload it again.")


def held(filled: Filled, *, draft: ReturnDraft, area: Area, quarter: Quarter, by: User) -> str:
    """The workbook's content for the page's form, for this person, this area and the return as it is now."""
    facts = {"for": _for_whom(draft, area, quarter, by), "typed": filled.typed, "notes": filled.notes}
    return signing.dumps(facts, salt=SALT, compress=True)


def released(text: str, *, area: Area, quarter: Quarter, by: User) -> Filled:
    """What `held` gave out. Raises HeldTooLong, also where the return was saved or signed in the meantime."""
    try:
        found = signing.loads(text, salt=SALT, max_age=HOLDS_SECONDS)
    except signing.BadSignature as error:
        raise HeldTooLong from error
    draft = return_drafts.find(quarter)
    if draft is None or found["for"] != _for_whom(draft, area, quarter, by):
        raise HeldTooLong
    return Filled(found["typed"], found["notes"])


def _for_whom(draft: ReturnDraft, area: Area, quarter: Quarter, by: User) -> list[str]:
    return [area.slug, quarter.key, str(by.pk), str(draft.pk), draft.saved_at.isoformat()]
