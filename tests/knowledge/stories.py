"""Stories and consents for tests."""

import datetime
from typing import Any

from config.today import today
from knowledge.consents import actions
from knowledge.models import Story
from tests.knowledge.making import MARK, body_with, publish
from tests.knowledge.resources import draft

EMAIL = "teller@example.org"


def story(**facts: Any) -> Any:
    """A draft of a story with words that stand nowhere else."""
    return draft(Story, **{"title": f"{MARK} story", "slug": "a-story", "body": body_with(MARK), **facts})


def consent(page: Any, by: Any, **facts: Any) -> Any:
    """A consent to it, for the website and a year, given yesterday."""
    yesterday = today() - datetime.timedelta(days=1)
    usual = {"scopes": ["website"], "how": "signed", "given_by": "self", "given_on": yesterday, "email": EMAIL}
    usual["ends_on"] = today() + datetime.timedelta(days=365)
    return actions.record(story=page, by=by, **{**usual, **facts})


def published(by: Any, **facts: Any) -> tuple[Any, Any]:
    """A published story and its consent."""
    page = story(**facts)
    given = consent(page, by)
    return publish(page, by), given
