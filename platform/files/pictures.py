"""Pictures: drawn anew from their points, so that nothing else of the file is left."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from files.faults import refused

MOST_POINTS = 40_000_000  # 40 megapixels, more than a telephone takes
JPEG_QUALITY = 90  # of 100
FORMATS = {"PNG": ".png", "JPEG": ".jpg", "MPO": ".jpg", "GIF": ".gif"}
PLAIN = {".png": ("1", "L", "LA", "P", "RGB", "RGBA"), ".jpg": ("L", "RGB"), ".gif": ("P", "L")}


def cleaned(content: bytes, name: str) -> tuple[bytes, str]:
    """The picture turned the right way up, with nothing but its points, and its ending. Raises Refused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(content), formats=["PNG", "JPEG", "GIF"]) as picture:
                if picture.width * picture.height > MOST_POINTS:
                    raise refused(name, "is larger than 40 million points; make it smaller")
                ending = FORMATS[picture.format or ""]
                return _drawn(picture, ending), ending
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise refused(name, "is no sound PNG or JPEG picture inside; save it again as PNG or JPEG") from error


def _drawn(picture: Image.Image, ending: str) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    if upright.mode not in PLAIN[ending]:
        upright = upright.convert("RGB" if ending == ".jpg" else "RGBA" if ending == ".png" else "P")
    shown = Image.new(upright.mode, upright.size)
    if upright.mode == "P" and upright.palette:
        shown.putpalette(upright.palette)
    shown.paste(upright)
    written = BytesIO()
    if ending == ".jpg":
        shown.save(written, format="JPEG", quality=JPEG_QUALITY)
    else:
        see_through = {"transparency": upright.info["transparency"]} if "transparency" in upright.info else {}
        shown.save(written, format=ending[1:].upper(), **see_through)
    return written.getvalue()
