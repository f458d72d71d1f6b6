"""Pictures of offers: cleaned of all but their points, made small, and given words."""

from io import BytesIO
from typing import BinaryIO

from django.db import transaction
from PIL import Image

from accounts.models import User
from files import pictures, scanner
from files.errors import size_in_words
from files.faults import refused
from files.limits import MEGABYTE
from market.models import Listing, Offer, OfferEdition, OfferPicture
from market.offers import writing

MOST_BYTES = 10 * MEGABYTE
WIDEST, HIGHEST = 1_200, 900  # points: more than any page shows
JPEG_QUALITY = 82  # of 100
CONTENT_TYPES = {".png": "image/png", ".jpg": "image/jpeg"}


@transaction.atomic
def add(*, offer: Offer, source: BinaryIO, name: str, alternative: str, by: User | None) -> OfferEdition:
    """Give the draft a picture. Raises `files.faults.Refused`, and what `writing.write` raises."""
    content, ending, size = _small(source, name)
    made = OfferPicture.objects.create(
        offer=offer,
        content=content,
        content_type=CONTENT_TYPES[ending],
        width=size[0],
        height=size[1],
        alternative=alternative.strip(),
    )
    return writing.write(offer=offer, content={"picture": made}, by=by)


@transaction.atomic
def say_otherwise(*, offer: Offer, picture: OfferPicture, alternative: str, by: User | None) -> OfferEdition:
    """Give the draft's picture other words; what was sent for a check keeps its own."""
    if picture.alternative == alternative.strip():
        return writing.write(offer=offer, content={}, by=by)
    whole = OfferPicture.objects.get(pk=picture.pk)  # lists leave its points out
    facts = {name: getattr(whole, name) for name in ("offer", "content", "content_type", "width", "height")}
    made = OfferPicture.objects.create(alternative=alternative.strip(), **facts)
    return writing.write(offer=offer, content={"picture": made}, by=by)


def is_public(picture: OfferPicture) -> bool:
    """Whether everybody may see it: it belongs to an edition that is shown now."""
    return Listing.objects.filter(offer__shown__picture=picture).exists()


def _small(source: BinaryIO, name: str) -> tuple[bytes, str, tuple[int, int]]:
    content = source.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise refused(name, f"is larger than {size_in_words(MOST_BYTES)}; make it smaller")
    scanner.scan(BytesIO(content), name)
    clean, ending = pictures.cleaned(content, name)
    if ending not in CONTENT_TYPES:
        raise refused(name, "is no PNG or JPEG picture; save it as one of these")
    with Image.open(BytesIO(clean)) as picture:
        picture.thumbnail((WIDEST, HIGHEST))
        if ending == ".png" and picture.mode in ("1", "L", "RGB"):
            ending = ".jpg"  # nothing of it is see-through, and a photograph is a tenth of the size
        if ending == ".jpg" and picture.mode not in ("L", "RGB"):
            picture = picture.convert("RGB")
        written = BytesIO()
        if ending == ".jpg":
            picture.save(written, format="JPEG", quality=JPEG_QUALITY)
        else:
            picture.save(written, format="PNG", optimize=True)
        return written.getvalue(), ending, picture.size
