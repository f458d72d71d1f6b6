"""What a resource's page says of its other forms: Easy Read, languages, paper, a recording, sign language."""

import datetime
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse

from files import pdf
from files.errors import size_in_words
from knowledge.consents import rules as consents
from knowledge.consents.choices import PRINT
from knowledge.coproduction import digests
from knowledge.formats import layouts, recorded_words
from knowledge.versions import languages


@dataclass(frozen=True)
class InLanguage:
    """A language in which there is a page, and where: `whole_address` is for search engines."""

    language: languages.Language
    href: str
    whole_address: str


@dataclass(frozen=True)
class Recording:
    """A recording of the page: its address, what a browser and a person call its kind, and its day."""

    href: str
    content_type: str
    about: str
    made: datetime.datetime
    is_older: bool


@dataclass(frozen=True)
class SignLanguage:
    """A video in British Sign Language, and on whose site it is."""

    href: str
    site: str


@dataclass(frozen=True)
class Formats:
    """All other forms of one page. `full_href` leads from a version to its resource."""

    full_href: str
    easy_read_href: str
    is_easy_read: bool
    in_languages: list[InLanguage]
    prints: list[tuple[str, str]]
    no_prints: str
    recording: Recording | None
    sign_language: SignLanguage | None
    is_behind: bool
    changed_on: datetime.datetime | None


def formats(request: HttpRequest | None, page: Any, main: Any) -> Formats:
    """The other forms of a page, which is `main` (a resource) or a version of it. One query, and one for a version."""
    versions = _published(main, page)
    easy = [each for each in versions if each.content_type.model == "easyread"]
    is_version = page.pk != main.pk
    return Formats(
        full_href=(main.get_url() or "") if is_version else "",
        easy_read_href=(easy[0].get_url() or "") if easy and easy[0].pk != page.pk else "",
        is_easy_read=page.kind == "easyread",
        in_languages=_languages(versions, page, main),
        prints=_prints(page, main),
        no_prints=pdf.why_not() and "Printing as PDF is not possible here: a part of this server is missing (Pango).",
        recording=_recording(request, page),
        sign_language=_sign_language(page),
        is_behind=is_version and is_behind(page, main),
        changed_on=main.last_published_at,
    )


def is_behind(version: Any, main: Any) -> bool:
    """Whether the resource's published words are others than those that a published version says again."""
    return bool(version.same_as) and version.same_as != digests.of_page(main.pk).words


def _published(main: Any, page: Any) -> list[Any]:
    from knowledge.models import Resource

    if not main.pk:
        return []
    found = Resource.with_versions.filter(version_of_id=main.pk).live().select_related("content_type", "locale")
    return list(found.defer("body").order_by("title", "pk"))


def _languages(versions: list[Any], page: Any, main: Any) -> list[InLanguage]:
    """The other languages; from a translation, English first."""
    found = [
        _in_language(languages.of_code(each.locale.language_code), each)
        for each in versions
        if each.content_type.model == "translation" and each.pk != page.pk
    ]
    found.sort(key=lambda each: each.language.own_name)
    if page.kind == "translation":
        found.insert(0, _in_language(languages.BY_CODE[languages.ENGLISH], main))
    return found


def _in_language(language: languages.Language, page: Any) -> InLanguage:
    return InLanguage(language, page.get_url() or "", page.get_full_url() or "")


def _prints(page: Any, main: Any) -> list[tuple[str, str]]:
    if not page.pk or not page.live or pdf.why_not() or not consents.covers(main, PRINT):
        return []
    return [(each.name, reverse("knowledge:print", args=[page.pk, each.key])) for each in layouts.LAYOUTS]


def _recording(request: HttpRequest | None, page: Any) -> Recording | None:
    if not page.audio_id:
        return None
    file, token = page.audio, getattr(request, "review_token", "")
    size = f", {size_in_words(file.file_size)}" if file.file_size else ""
    return Recording(
        href=reverse("knowledge:review-audio", args=[token]) if token else reverse("knowledge:audio", args=[page.pk]),
        content_type=file.content_type,
        about=f"{file.file_extension.upper()}{size}",
        made=file.created_at,
        is_older=recorded_words.are_older(page),
    )


def _sign_language(page: Any) -> SignLanguage | None:
    site = urlsplit(page.bsl_link).hostname if page.bsl_link else ""
    return SignLanguage(page.bsl_link, site.removeprefix("www.")) if site else None
