"""Making a resource by the real steps: a reviewer's link, the check, the editor's decision."""

import json
import re
from typing import Any

from django.core import mail

from knowledge.coproduction import reviewers, steps
from knowledge.coproduction.errors import StepRefused
from knowledge.models import Reviewer
from tests.knowledge.resources import TEXT

MARK = "Quaggaword"  # stands in words that nobody has agreed


def body_with(words: str) -> str:
    """A short text with these words in it."""
    return json.dumps([*TEXT, {"type": "text", "value": f"<p>{words}</p>"}])


def submit(page: Any, by: Any) -> Any:
    """Send the page into the workflow."""
    return page.get_workflow().start(page, by)


def invite(page: Any, by: Any, email: str = "reviewer@example.org", role: str = "carer") -> str:
    """Ask somebody; returns the token of their link."""
    return re.search(r"/review/([^/]+)/", reviewers.invite(page=page, email=email, role=role, by=by)).group(1)


def answer(page: Any, token: str, agrees: bool = True, words: str = "", **facts: Any) -> Any:
    """What the reviewer with this link says of the page as it is."""
    facts = {"revision_id": page.get_latest_revision().pk, "role": "carer", **facts}
    return reviewers.decide(reviewer=reviewers.find_open(token), agrees=agrees, words=words, **facts)


def agree(page: Any, by: Any, email: str = "reviewer@example.org") -> Reviewer:
    """Somebody with lived experience agrees the page as it is."""
    return answer(page, invite(page, by, email)).reviewer


def pass_check(page: Any, by: Any) -> Any:
    """A person passes the accessibility check."""
    return steps.check_passed(page=page, by=by)


def decide(page: Any, by: Any, action: str = "approve") -> None:
    """An editor decides at the workflow's last task."""
    state = page.current_workflow_task_state
    if state is None:
        raise StepRefused("The page waits for nobody.")
    state.task.specific.on_action(state, by, action)


def publish(page: Any, by: Any, email: str = "reviewer@example.org") -> Any:
    """Every step, from the workflow's beginning to its end; returns the published page."""
    submit(page, by)
    agree(page, by, email)
    pass_check(page, by)
    decide(page, by)
    return type(page).objects.get(pk=page.pk)


def last_link() -> str:
    """The path of the link in the e-mail that was sent last."""
    return re.search(r"https?://[^/]+(/knowledge/review/\S+)", mail.outbox[-1].body).group(1)
