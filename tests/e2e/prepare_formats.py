"""A resource in its other forms, for the pages that show them; their addresses."""

import json
from io import BytesIO
from typing import Any

IDEAS = (
    ("talk", "Talk with the person first.\nAsk what matters to them."),
    ("letter", "Write it down.\nUse the words that they use."),
)
URDU = "<h2>کیا مدد کرتا ہے</h2><p>پوچھیں کہ ان کے لیے کیا اہم ہے۔</p>"


def formats(page: Any, editor: Any) -> dict[str, str]:
    """An Easy Read version, translations into Polish and Urdu, a recording and a film, all published."""
    from django.core.files.base import ContentFile
    from wagtail.documents import get_document_model

    from knowledge.coproduction import sample

    file = ContentFile(b"\xff\xfb\x90\x64" + bytes(400), name="talk-first.mp3")
    page.audio = get_document_model().objects.create(title="Talk first, read aloud", file=file)
    page.bsl_link = "https://www.youtube.com/watch?v=talk-first"
    page.save_revision()
    sample.publish(page)
    easy = sample.publish(_easy_read(page, editor))
    sample.publish(
        _translation(page, editor, "pl", "Najpierw porozmawiaj", "Jak zacząć i o co zapytać.", "<p>Zapytaj.</p>")
    )
    urdu = sample.publish(_translation(page, editor, "ur", "پہلے بات کریں", "کیسے شروع کریں۔", URDU))
    return {"knowledge-easy-read": easy.get_url(), "knowledge-translation": urdu.get_url()}


def _easy_read(page: Any, editor: Any) -> Any:
    from django.core.files.images import ImageFile
    from PIL import Image

    from knowledge.models import Picture
    from knowledge.versions import actions

    written = BytesIO()
    Image.new("RGB", (400, 300), (0, 94, 184)).save(written, "PNG")
    picture = Picture.objects.create(
        title="A table", file=ImageFile(BytesIO(written.getvalue()), name="table.png"), description="A blue table."
    )
    made = actions.start(page=page, version=actions.EASY_READ, by=editor)
    ideas = [
        ("idea", {"sentences": words, "drawing": drawing, "picture": None, "alt_text": ""}) for drawing, words in IDEAS
    ]
    own = {"sentences": "Meet where they feel at home.", "drawing": "", "picture": picture, "alt_text": "A table."}
    hard = {"word": "Personal budget", "means": "Money for your care that you help to plan."}
    made.ideas = [("heading", "Before you plan"), *ideas, ("idea", own), ("hard_word", hard)]
    made.save_revision()
    return made


def _translation(page: Any, editor: Any, language: str, title: str, summary: str, text: str) -> Any:
    from knowledge.versions import actions

    made = actions.start(page=page, version=language, by=editor)
    made.title, made.summary = title, summary
    made.body = json.dumps([{"type": "text", "value": text}])
    made.save_revision()
    return made
