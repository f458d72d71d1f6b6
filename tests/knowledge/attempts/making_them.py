"""Making every attempt in turn, each from the same beginning, with or without what holds them up."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import Client
from wagtail.models import Page, PagePermissionTester

from knowledge import page_permissions
from knowledge.coproduction import database, guard, rules
from knowledge.versions import database as version_rules
from tests.knowledge import attempts
from tests.knowledge.attempts import Scene
from tests.knowledge.making import MARK

REFUSALS = (PermissionDenied, IntegrityError, ProgrammingError, ValueError)
WORDS = (
    "SELECT string_agg(p.title || r.summary || r.body::text || coalesce(e.ideas::text, ''), '') "
    "FROM wagtailcore_page p JOIN knowledge_resource r ON r.page_ptr_id = p.id "
    "LEFT JOIN knowledge_easyread e ON e.resource_ptr_id = p.id WHERE p.live"
)


class Undone(Exception):
    """Takes everything that an attempt did back."""


def all_that_published(scene: Scene) -> list[str]:
    """The names of the attempts after which words that nobody agreed are published or shown."""
    found = []
    for name, attempt in sorted(attempts.ALL.items()):
        try:
            with transaction.atomic():
                _make(attempt, _again(scene))
                if _is_published():
                    found.append(name)
                raise Undone
        except Undone:
            scene.settings.WAGTAIL_WORKFLOW_ENABLED = True
    return found


def without_protection(monkeypatch: Any) -> None:
    """Take away the rules, what editors may not do, and the database's triggers."""
    monkeypatch.setattr(rules, "_refuse", lambda found: None)
    monkeypatch.setattr(rules, "missing_before_decision", lambda revision: [])
    monkeypatch.setattr(rules, "missing_of_steps", lambda page_id, content: [])
    monkeypatch.setattr(rules, "require_agreement", lambda revision: None)
    monkeypatch.setattr(rules, "is_done", lambda stage, revision: True)
    monkeypatch.setattr(page_permissions, "ResourcePermissionTester", PagePermissionTester)
    monkeypatch.setattr(
        guard.PublishedWhenAgreed, "save", lambda self, *args, **options: Page.save(self, *args, **options)
    )
    with connection.cursor() as cursor:
        cursor.execute(version_rules.TRIGGERS_OFF + database.UNDO.split("DROP FUNCTION")[0])


def _again(scene: Scene) -> Scene:
    """The scene as the database has it: attempts leave their marks on objects."""
    draft, page, index = (type(each).objects.get(pk=each.pk) for each in (scene.draft, scene.page, scene.index))
    page.body = page.get_latest_revision().as_object().body
    scene.editor.person = type(scene.person).objects.get(pk=scene.person.pk)
    return Scene(draft, page, scene.editor, index, scene.settings)


def _make(attempt: Any, scene: Scene) -> None:
    """To its end, as if the transaction were committed."""
    try:
        with transaction.atomic():
            attempt(scene)
            connection.check_constraints()
    except REFUSALS:
        pass


def _is_published() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WORDS)
        words = cursor.fetchone()[0] or ""
    shown = [Client().get(f"/knowledge/{path}").content.decode() for path in ("", "agreed/", "a-draft/")]
    return MARK in words or any(MARK in page for page in shown)
