"""Nothing is published before somebody with lived experience has agreed it, whoever tries and by whichever way."""

import pytest

from tests.knowledge import attempts
from tests.knowledge.attempts import agreement, code, database, editor, making_them, versions
from tests.knowledge.making import publish
from tests.knowledge.resources import draft, index

MODULES = (agreement, code, database, editor, versions)


@pytest.fixture
def scene(client_as, front, settings):
    """A draft and a published page, both with newest words that nobody has agreed."""
    client = client_as("knowledge-editor")
    client.get("/cms/")
    page = attempts.unagreed(publish(draft(title="Agreed", slug="agreed"), client.person))
    new = attempts.unagreed(draft(title="A draft", slug="a-draft"))
    # In the row as well: Wagtail keeps a draft's words there until it is published for the first time.
    new.save()
    return attempts.Scene(new, page, client, index(), settings)


def test_none_of_more_than_fifty_attempts_publishes_words_that_nobody_agreed(scene):
    assert len(attempts.ALL) > 50

    assert making_them.all_that_published(scene) == []


@pytest.mark.slow
def test_attempts_do_publish_where_nothing_holds_them_up(scene, monkeypatch):
    making_them.without_protection(monkeypatch)

    published = making_them.all_that_published(scene)

    assert len(published) >= 50, sorted(set(attempts.ALL) - set(published))


def test_agreed_words_are_published(scene, client):
    page = client.get("/knowledge/agreed/")

    assert page.status_code == 200
    assert "Talk first about what matters" in page.content.decode()
