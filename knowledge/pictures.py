"""Taking out of a picture what it says besides the picture: where it was taken, when, by whom, with which camera."""

from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image, ImageOps, ImageSequence

# The colour profile says how to show the picture, and the rest how an animation runs; none of them is about anybody.
KEPT = ("icc_profile", "duration", "loop", "transparency", "background")
JPEG_QUALITY = 92  # of 100; a second saving at this quality isn't seen


def without_metadata(file: Any) -> ImageFile:
    """The same picture, turned the right way up, with nothing but its pixels; named as before.

    Raises what Pillow raises for a file that is no picture; forms have refused those before.
    """
    file.open()
    file.seek(0)
    with Image.open(file) as picture:
        written = BytesIO()
        if getattr(picture, "n_frames", 1) > 1:
            _write_animation(picture, written)
        else:
            _write_still(picture, written)
    return ImageFile(BytesIO(written.getvalue()), name=file.name)


def _write_still(picture: Image.Image, written: BytesIO) -> None:
    kind = picture.format or "PNG"
    # The camera's note on how it was held goes with the rest, so the picture itself is turned first.
    clean = _bare(ImageOps.exif_transpose(picture))
    options: dict[str, Any] = {"quality": JPEG_QUALITY} if kind == "JPEG" else {}
    if kind == "WEBP":
        options = {"quality": JPEG_QUALITY, "exif": b"", "xmp": b""}
    clean.save(written, format="JPEG" if kind == "MPO" else kind, **_profile(clean), **options)


def _write_animation(picture: Image.Image, written: BytesIO) -> None:
    if picture.format == "MPO":  # a telephone's JPEG with a second, hidden picture: only the first is kept
        _write_still(picture, written)
        return
    frames = [_bare(frame.copy()) for frame in ImageSequence.Iterator(picture)]
    options: dict[str, Any] = {"exif": b"", "xmp": b""} if picture.format == "WEBP" else {}
    durations = [frame.info.get("duration", 100) for frame in frames]
    frames[0].save(
        written,
        format=picture.format,
        save_all=True,
        append_images=frames[1:],
        duration=durations,
        loop=picture.info.get("loop", 0),
        **options,
    )


def _bare(picture: Image.Image) -> Image.Image:
    picture.info = {key: value for key, value in picture.info.items() if key in KEPT}
    picture.getexif().clear()
    return picture


def _profile(picture: Image.Image) -> dict[str, Any]:
    profile = picture.info.get("icc_profile")
    return {"icc_profile": profile} if profile else {}
