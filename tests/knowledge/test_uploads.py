"""Pictures and documents pass the virus scanner and the guard before they are taken."""

import io
import random
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model

from files import scanner
from knowledge.models import Picture
from tests.knowledge.editing import upload
from tests.trust.hostile import networks

# Wagtail leaves the picture files that it reads to the garbage collector; the fixture `media` calls it.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")


@pytest.fixture
def finds_a_virus():
    scanner.register("test", lambda file: "Test-Virus" if file.read() else None)
    yield
    scanner.unregister("test")


def send(editor, name, content):
    fields = {"title": "A", "file": ContentFile(content, name=name), "collection": "1", "tags": ""}
    return editor.post(reverse("wagtaildocs:add"), fields)


def office(*names):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return written.getvalue()


def test_a_picture_with_a_virus_is_refused(editor, media, finds_a_virus):
    answer = upload(editor)
    assert "has a virus in it (Test-Virus)" in answer.content.decode()
    assert not Picture.objects.exists()


def test_a_document_with_a_virus_is_refused(editor, media, finds_a_virus):
    assert "has a virus in it (Test-Virus)" in send(editor, "a.pdf", b"%PDF-1.7 x").content.decode()
    assert not get_document_model().objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"<html>", "is not a .pdf file inside"),
        ("a.txt", b"MZ\x90\x00\x03", "is a program inside"),
        ("a.mp3", b"<html><script>alert(1)</script>", "is not a .mp3 recording inside"),
        ("a.docx", office("word/document.xml", "word/vbaProject.bin"), "has macros"),
        ("a.zip", networks.KINDS["zip: bomb"](random.Random(1))[1], "unpacks to over a hundred times"),
    ],
)
def test_a_document_of_another_kind_or_a_trap_is_refused(editor, media, name, content, why):
    assert why in send(editor, name, content).content.decode()
    assert not get_document_model().objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7 x"),
        ("a.docx", office("word/document.xml")),
        ("a.txt", b"words"),
        ("a.mp3", b"\xff\xfb\x90\x64 x"),
    ],
)
def test_a_harmless_document_is_taken(editor, media, name, content):
    assert send(editor, name, content).status_code == 302
    assert get_document_model().objects.get().file.read() == content
