"""Everything of a provider with its pictures, as one file."""

import zipfile
from io import BytesIO

from market.models import OfferPicture, Provider

ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


def with_pictures(provider: Provider, name: str, workbook: bytes) -> bytes:
    """A .zip of the workbook and the pictures that editions of its offers show, a picture's words in its own line.

    Pictures are small (at most 1,200 points wide) and few, so that it is made in memory.
    """
    written = BytesIO()
    words = []
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{name}.xlsx", workbook)
        for number, picture in enumerate(_pictures(provider), start=1):
            file = f"pictures/{number:03}.{ENDINGS[picture.content_type]}"
            packed.writestr(file, bytes(picture.content))
            words.append(f"{file}: {picture.alternative}")
        if words:
            packed.writestr("pictures/what-they-show.txt", "\n".join(words) + "\n")
    return written.getvalue()


def _pictures(provider: Provider) -> list[OfferPicture]:
    return list(OfferPicture.objects.filter(offer__provider=provider).order_by("pk"))
