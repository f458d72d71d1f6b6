"""Pictures, recordings and documents of a story that is taken down: their addresses stop working at once."""

import json
import re
import secrets
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex

from knowledge.models.pictures import Picture

STREAMS = ("body", "ideas")
DOCUMENT_LINK = re.compile(r'linktype="document"[^>]*\bid="(\d+)"|\bid="(\d+)"[^>]*linktype="document"')


def close(pages: list[Any]) -> int:
    """Give every file that only these pages use (a story and its versions) a new, secret name; returns how many.

    The address of a picture's sizes and of a document is made from the file's name, so the old ones lead nowhere.
    The sizes themselves are deleted. Nothing breaks for editors, who see the files under their new names.
    """
    found = [used_by(page) for page in pages]
    pictures = set().union(*(pictures for pictures, _ in found))
    documents = set().union(*(documents for _, documents in found))
    closed = 0
    for picture in Picture.objects.filter(pk__in=pictures):
        if _only_here(picture, pages):
            picture.renditions.all().delete()
            _rename(picture)
            closed += 1
    for document in get_document_model().objects.filter(pk__in=documents):
        if _only_here(document, pages):
            _rename(document)
            closed += 1
    return closed


def used_by(page: Any) -> tuple[set[int], set[int]]:
    """The pictures and documents of a page, now and in any of its revisions, by their numbers."""
    pictures: set[int] = set()
    documents: set[int] = {page.audio_id} if page.audio_id else set()
    streams = [getattr(page, name, None) for name in STREAMS]
    bodies = [json.dumps(stream.get_prep_value()) for stream in streams if stream is not None]
    for content in page.revisions.values_list("content", flat=True):
        bodies.extend(content.get(name) or "[]" for name in STREAMS)
        documents |= {content["audio"]} if content.get("audio") else set()
    for body in bodies:
        _look_into(json.loads(body), pictures, documents)
    return pictures, documents


def _look_into(value: Any, pictures: set[int], documents: set[int]) -> None:
    if isinstance(value, dict):
        if isinstance(value.get("picture"), int):
            pictures.add(value["picture"])
        for each in value.values():
            _look_into(each, pictures, documents)
    elif isinstance(value, list):
        for each in value:
            _look_into(each, pictures, documents)
    elif isinstance(value, str):
        documents |= {int(one or other) for one, other in DOCUMENT_LINK.findall(value)}


def _only_here(file: Any, pages: list[Any]) -> bool:
    """Whether no other page uses it. Wagtail's index of references says so; pages of one kind have one number each."""
    others = ReferenceIndex.get_references_to(file).exclude(object_id__in=[str(page.pk) for page in pages])
    return not others.exists()


def _rename(row: Any) -> None:
    """The same file under a name that nobody can guess; the old one goes when the transaction has ended."""
    field, old = row.file, row.file.name
    storage = field.storage
    if not old or not storage.exists(old):
        return
    path = PurePosixPath(old)
    with storage.open(old) as content:
        new = storage.save(str(path.with_name(f"{secrets.token_urlsafe(16)}{path.suffix}")), content)
    type(row).objects.filter(pk=row.pk).update(file=new)
    transaction.on_commit(lambda: storage.delete(old))
