"""A resource on paper, aloud and in sign language, as private as its page."""

import io
import json

import pypdf
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction

from files import pdf
from knowledge.models import Method, Picture
from tests.files import written
from tests.knowledge.editing import photograph
from tests.knowledge.making import body_with, invite, publish
from tests.knowledge.resources import draft
from tests.knowledge.versions import easy_read, polish

# Wagtail leaves the files that it reads to the garbage collector; the fixture `media` calls it.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
needs_pango = pytest.mark.skipif(bool(pdf.why_not()), reason=f"no PDF here: {pdf.why_not()}")
SOUND = b"\xff\xfb\x90\x64" + bytes(range(256)) * 4
NOT_THERE = 404


@pytest.fixture
def person(editor):
    """A knowledge editor."""
    editor.get("/cms/")
    return editor.person


def print_of(client, page, layout="large-print"):
    return client.get(reverse("knowledge:print", args=[page.pk, layout]))


def heard(client, page, **headers):
    return client.get(reverse("knowledge:audio", args=[page.pk]), headers=headers)


def recording(name="talk.mp3"):
    return get_document_model().objects.create(title="Aloud", file=ContentFile(SOUND, name=name))


def main_of(client, page):
    return BeautifulSoup(client.get(page.get_url()).content, "html.parser").find("main")


def sizes(content):
    """The sizes of all letters of a PDF, in points."""
    found = set()
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        page.extract_text(
            visitor_text=lambda text, _, matrix, font, size: (
                found.add(round(size * abs(matrix[3]), 1)) if text.strip() else None
            )
        )
    return found


@needs_pango
@pytest.mark.parametrize(("layout", "smallest"), [("large-print", 18), ("a4", 9)])
def test_print_says_what_the_page_says_in_letters_of_its_size(person, client, media, layout, smallest):
    picture = Picture.objects.create(title="A", description="A garden.", file=photograph())
    block = {"type": "picture", "value": {"picture": picture.pk, "alt_text": "A bed of beans", "caption": "Truro"}}
    page = publish(draft(body=json.dumps([*json.loads(body_with("Ask twice.")), block])), person)

    answer = print_of(client, page, layout)

    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert f"a-first-talk-{layout}.pdf" in answer["Content-Disposition"]
    text = written.pdf_text(answer.content)
    for words in ("A first talk", "How to begin.", "What helps", "Ask twice.", "Truro", "Agreed it, from lived"):
        assert words in text
    assert min(sizes(answer.content)) >= smallest
    assert "A bed of beans" in [tag.get("/Alt") for tag in written.tags(answer.content)]


@needs_pango
def test_print_is_tagged_and_says_its_title_and_language(person, client):
    page = publish(draft(), person)
    translation = publish(polish(page, person), person)

    for each, language in ((page, "en-GB"), (translation, "pl")):
        reader = pypdf.PdfReader(io.BytesIO(print_of(client, each).content))
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"].value is True
        assert (root["/Lang"], reader.metadata.title) == (language, each.title)
        assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


@needs_pango
def test_print_of_a_translation_says_that_what_stands_round_it_is_english(person, client):
    translation = publish(polish(publish(draft(), person), person), person)

    sections = [tag for tag in written.tags(print_of(client, translation).content) if tag["/S"] == "/Sect"]

    assert {tag["/Lang"] for tag in sections} == {"en-GB"}


@needs_pango
def test_print_of_easy_read_has_each_idea(person, client):
    version = publish(easy_read(publish(draft(), person), person, "Talk first.", "Then plan."), person)

    content = print_of(client, version).content

    assert "Talk first. Then plan." in written.pdf_text(content)
    # Drawings stand beside words that say the same, so they are no pictures to be told.
    assert [tag for tag in written.tags(content) if tag["/S"] == "/Figure"] == []


@needs_pango
def test_print_follows_the_page_at_once(person, client):
    page = publish(draft(), person)
    assert "Twice" not in written.pdf_text(print_of(client, page).content)

    Method.objects.filter(pk=page.pk).update(version="Twice as good")

    assert "Twice" in written.pdf_text(print_of(client, page).content)


@needs_pango
def test_files_of_a_page_that_is_taken_off_leave_the_cache(person, client):
    from django.core.cache import cache

    from knowledge.formats import layouts, printing

    page = publish(draft(), person)
    print_of(client, page)
    key = printing._key(page.pk, layouts.BY_KEY["large-print"])
    assert cache.get(key)

    Method.objects.get(pk=page.pk).unpublish()

    assert cache.get(key) is None


def test_page_offers_both_prints(person, client):
    page = publish(draft(), person)

    found = [link["href"] for link in main_of(client, page).find_all("a", download=True)]

    wanted = [reverse("knowledge:print", args=[page.pk, layout]) for layout in ("a4", "large-print")]
    assert found == ([] if pdf.why_not() else wanted)


def test_recording_is_played_on_the_page_and_can_be_taken(person, client, media):
    page = publish(draft(audio=recording()), person)

    main = main_of(client, page)

    player = main.find("audio")
    assert player.has_attr("controls") and player["preload"] == "none" and not player.has_attr("autoplay")
    assert player.find("source")["type"] == "audio/mpeg"
    assert main.find("a", href=player.find("source")["src"], download=True)
    answer = client.get(player.find("source")["src"])
    assert (answer.status_code, answer["Content-Type"]) == (200, "audio/mpeg")
    assert b"".join(answer.streaming_content) == SOUND


@pytest.mark.parametrize(
    ("asked", "status", "content"),
    [
        ("bytes=0-3", 206, SOUND[:4]),
        ("bytes=1000-", 206, SOUND[1000:]),
        ("bytes=-5", 206, SOUND[-5:]),
        ("bytes=5000-", 416, b""),
        ("bytes=9-3", 416, b""),
        ("lines=1-2", 200, SOUND),
    ],
)
def test_player_gets_the_part_that_it_asks_for(person, client, media, asked, status, content):
    page = publish(draft(audio=recording()), person)

    answer = heard(client, page, range=asked)

    assert answer.status_code == status
    assert (b"".join(answer.streaming_content) if answer.streaming else answer.content) == content


def test_recording_and_print_are_as_private_as_the_page(person, client, editor, media):
    page = draft(audio=recording())
    token = invite(page, person, "first@example.org")
    of_a_draft = heard(client, page), print_of(client, page)
    for_the_reviewer = client.get(reverse("knowledge:review-audio", args=[token]))
    page = publish(page, person)
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)
    of_a_closed_page = heard(client, page), print_of(client, page)

    assert [answer.status_code for answer in (*of_a_draft, *of_a_closed_page)] == [NOT_THERE] * 4
    assert (for_the_reviewer.status_code, heard(editor, page).status_code) == (200, 200)
    assert client.get(reverse("knowledge:review-audio", args=["unknown"])).status_code == NOT_THERE


def test_recording_has_no_open_address_of_its_own(person, client, editor, media):
    page = publish(draft(audio=recording()), person)

    assert client.get(page.audio.url).status_code == NOT_THERE
    assert editor.get(page.audio.url).status_code == 200


def test_page_says_when_its_words_were_changed_after_they_were_recorded(person, client, media):
    page = publish(draft(audio=recording()), person)
    page.version = "2"
    page.save_revision().publish()
    assert "is its transcript" in main_of(client, page).get_text()

    page.body = body_with("New words.")
    page.save_revision()
    page = publish(page, person, "second@example.org")
    assert "was changed after it was recorded" in main_of(client, page).get_text()

    page.audio = recording("again.mp3")
    page.save_revision().publish()
    assert "is its transcript" in main_of(client, page).get_text()


def test_only_a_recording_can_be_chosen_for_one(person, media):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match="Choose a recording"):
        draft(audio=recording("words.txt")).full_clean()


def test_sign_language_is_a_plain_link_that_says_where_it_goes(person, client):
    page = publish(draft(bsl_link="https://www.youtube.com/watch?v=1"), person)

    main = main_of(client, page)

    link = main.find("a", href="https://www.youtube.com/watch?v=1")
    assert "British Sign Language (a video on youtube.com)" in link.get_text()
    assert link["rel"] == ["noreferrer"]
    assert not main.find_all(["iframe", "video", "embed", "object"])
