"""Once a consent is taken back the story is nowhere, for nobody, from the next request on."""

import json
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from knowledge.consents import files, links
from knowledge.coproduction.errors import NotAgreed
from knowledge.models import LearningPage, LearningStep, Method, Picture, Story, TopicIndex
from knowledge.versions import actions as versions
from tests.knowledge import everywhere
from tests.knowledge.everywhere import ASKED
from tests.knowledge.making import MARK, publish
from tests.knowledge.resources import draft, index
from tests.knowledge.stories import consent, published

# Wagtail leaves the temporary files of the sizes that it makes to the collector.
pytestmark = pytest.mark.filterwarnings("ignore:(?i)unclosed file:ResourceWarning")


@pytest.fixture
def person(client_as, front):
    client = client_as("knowledge-editor")
    client.get("/cms/")
    return client.person


@pytest.fixture
def told(person, media):
    """A published story in a topic, with a picture, a document and a recording that only it uses."""
    document = get_document_model()
    letter = document.objects.create(title="Letter", file=ContentFile(b"%PDF-1.4 letter", name="letter.pdf"))
    recording = document.objects.create(title="Recording", file=ContentFile(b"sound", name="voice.mp3"))
    topic = index().add_child(instance=TopicIndex(title="Words", slug="words", intro="In short."))
    text = f'<p>{MARK} {ASKED} <a linktype="document" id="{letter.pk}">A letter</a></p>'
    body = [{"type": "text", "value": text}, _picture_block(a_picture("garden"))]
    facts = {"under": topic, "body": json.dumps(body), "audio": recording, "summary": f"Of {MARK}."}
    page, given = published(person, **facts)
    learning = {"title": "Learning", "slug": "learn", "intro": "In short."}
    index().add_child(instance=LearningPage(**learning, learning_steps=[LearningStep(resource=page)]))
    return page, given


def a_picture(name):
    written = BytesIO()
    Image.new("RGB", (80, 40), (0, 94, 184)).save(written, "PNG")
    file = ImageFile(BytesIO(written.getvalue()), name=f"{name}.png")
    return Picture.objects.create(title=name, file=file, description="A garden.")


def _picture_block(picture):
    return {"type": "picture", "value": {"picture": picture.pk, "alt_text": "A garden.", "caption": ""}}


def pages(page):
    return list(dict.fromkeys([*everywhere.always(page), *everywhere.addresses(page)]))


def shown_at(client, page):
    """The addresses at which the story's words can be read."""
    return [path for path in pages(page) if MARK.lower() in _text(client.get(path)).lower()]


def _text(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace")


def take_down(client, given):
    """The person's own request, and what is to happen when its transaction ends."""
    return client.post(reverse("knowledge:my-story", args=[links.token(given)]), {"why": ""})


def test_story_is_gone_from_every_address_within_the_request_that_takes_it_down(
    told, client, client_as, kernow, django_capture_on_commit_callbacks
):
    page, given = told
    member = client_as("budget-holder", area=kernow)
    before = shown_at(client, page)
    # A walk that finds nothing while the story is there would find nothing afterwards either.
    own, topic = page.get_url(), page.get_parent().get_url()
    assert {own, topic, "/knowledge/", f"/search/?q={ASKED}", "/knowledge/learn/"} <= {*before, *extra(client)}

    with django_capture_on_commit_callbacks(execute=True):
        take_down(client, given)

    for reader in (client, member, client_as("practitioner", area=kernow), client_as("board-member")):
        assert shown_at(reader, page) == []
        assert extra(reader) == []
        assert reader.get(own).status_code == 410
    assert "no longer here" in _text(client.get(own))
    assert "no-store" in client.get(own)["Cache-Control"]


def extra(client):
    """Learning pages have no address in the walk of one resource."""
    return [path for path in ("/knowledge/learn/",) if MARK in _text(client.get(path))]


def test_files_that_only_the_story_uses_are_gone_and_shared_ones_stay(
    told, person, client, django_capture_on_commit_callbacks
):
    page, given = told
    shared = a_picture("bench")
    other = publish(draft(Method, slug="other", body=json.dumps([_picture_block(shared)])), person)
    page.body = json.dumps([*page.body.raw_data, _picture_block(shared)])
    page.save_revision()
    client.get(page.get_url())
    client.get(other.get_url())
    only = [rendition.url for rendition in Picture.objects.get(title="garden").renditions.all()]
    both = [rendition.url for rendition in shared.renditions.all()]
    letter = get_document_model().objects.get(title="Letter")
    documents = [letter.url, reverse("knowledge:audio", args=[page.pk])]
    assert len(only) == len(both) == 3
    assert len(documents) == 2
    assert {client.get(address).status_code for address in [*only, *both, *documents]} == {200}

    with django_capture_on_commit_callbacks(execute=True):
        take_down(client, given)

    assert {client.get(address).status_code for address in [*only, *documents]} <= {302, 404}
    assert {client.get(address).status_code for address in both} == {200}
    assert (
        Story.objects.get(pk=page.pk)
        .body[1]
        .value["picture"]
        .file.storage.exists(Picture.objects.get(title="garden").file.name)
    )


def test_documents_and_pictures_of_older_versions_count_too(told):
    page, _ = told
    page.body = "[]"
    page.audio = None
    page.save_revision()

    pictures, documents = files.used_by(page)

    assert len(pictures) == 1
    assert len(documents) == 2


def test_index_of_the_search_holds_no_word_of_it(told, client):
    page, given = told
    assert list(get_search_backend().search(MARK, Page))

    take_down(client, given)

    assert list(get_search_backend().search(MARK, Page)) == []


def test_workflow_and_dates_of_new_versions_are_taken_away_with_it(told, client, person):
    page, given = told
    page.summary = "New words."
    page.save_revision()
    page.get_workflow().start(page, person)
    page.get_latest_revision().__class__.objects.filter(object_id=str(page.pk)).update(
        approved_go_live_at="2035-01-01T00:00Z"
    )

    take_down(client, given)

    story = Story.objects.get(pk=page.pk)
    assert not story.workflow_in_progress
    assert not story.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_version_of_a_story_is_down_with_it_and_stays_down(told, client, person):
    page, given = told
    version = publish(versions.start(page=page, version="cy", by=person), person)
    address = f"{page.get_url()}cy/"
    assert client.get(address).status_code == 200

    take_down(client, given)

    assert client.get(address).status_code == 410
    with pytest.raises(NotAgreed, match="No consent"):
        version.get_latest_revision().publish()


def test_story_is_printed_only_with_consent_to_that(told, client, person):
    page, _ = told
    address = reverse("knowledge:print", args=[page.pk, "a4"])
    assert client.get(address).status_code == 404

    consent(page, person, scopes=["print"])

    assert client.get(address).status_code in {200, 503}
    take_down(client, told[1])
    assert client.get(address).status_code == 404


def test_walk_finds_every_route_of_the_knowledge_base_that_a_page_could_be_read_at(told):
    page, _ = told
    walked = list(everywhere.addresses(page))

    assert {f"/knowledge/making/{page.pk}/", f"/knowledge/print/{page.pk}/a-story.pdf"} <= set(walked)
    assert not [path for path in walked if "<" in path]
    assert len(walked) == 2 * len(list(everywhere.patterns("knowledge/")))
