"""What passes before a picture or document is taken into the knowledge base: size, kind, and the virus scanner."""

from typing import Any

from django import forms
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from files import guard, scanner, sounds, workbooks, zips
from files.faults import Refused
from files.limits import MEGABYTE, Limits

LIMITS = Limits(packed_bytes=20 * MEGABYTE)
PACKED = {".docx", ".odt", ".ods", ".pptx", ".xlsx", ".zip"}
PLAIN = {".csv", ".txt"}
ENDINGS = sorted({*PACKED, *PLAIN, *sounds.CONTENT_TYPES, ".pdf"})


class GuardedImageForm(BaseImageForm):
    """Wagtail looks at size and kind of a picture itself; the scanner is asked here."""

    def clean_file(self) -> Any:
        """Refuses a new file in which a scanner finds something."""
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            _refusals(lambda: scanner.scan(guard.binary(file), guard.name_of(file)))
            file.seek(0)
        return file


class GuardedDocumentForm(BaseDocumentForm):
    """A document is looked at as every upload is, and what is packed in it too."""

    def clean_file(self) -> Any:
        """Refuses a new file that is too large, of another kind than its name says, or a trap."""
        file = self.cleaned_data["file"]
        if file and "file" in self.changed_data:
            _refusals(lambda: check_document(file))
            file.seek(0)
        return file


def check_document(file: Any) -> None:
    """Raises Refused for a document that should not be taken."""
    name = guard.name_of(file)
    ending = guard.check(file, endings=ENDINGS, limits=LIMITS, name=name)
    if ending in PACKED:
        with zips.opened(guard.binary(file), name, LIMITS) as archive:
            workbooks.look_for_macros({part.filename.casefold() for part in archive.infolist()}, name)


def _refusals(check: Any) -> None:
    try:
        check()
    except Refused as refusal:
        raise forms.ValidationError(refusal.faults) from refusal
