"""Recordings that people upload: which kind one is, found by its first bytes and not by its name.

Three kinds that every browser plays, and that can hold no script.
"""

from pathlib import PurePath

from files.faults import refused

MP3, M4A, OGG = ".mp3", ".m4a", ".ogg"
CONTENT_TYPES = {MP3: "audio/mpeg", M4A: "audio/mp4", OGG: "audio/ogg"}
ENDINGS_WORDS = ".mp3, .m4a or .ogg"
# What an MPEG-4 file says of itself first: sound alone, or sound and film, of which a recorder's sound is one.
M4A_BRANDS = {b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"dash"}
OGG_SOUNDS = (b"\x01vorbis", b"OpusHead", b"Speex   ", b"\x7fFLAC")
OGG_PAGE_HEAD = 27  # bytes, before the table of segments


def is_named_as_one(name: str) -> bool:
    """Whether a file's name ends as a recording's."""
    return PurePath(name).suffix.lower() in CONTENT_TYPES


def compare(ending: str, head: bytes, name: str) -> None:
    """Raises Refused where a file's first bytes (some hundreds) are not of the kind that its ending says."""
    found = kind_of(head)
    if found != ending:
        why = f"is a recording of another kind ({found}) inside; give its name that ending" if found else ""
        raise refused(name, why or f"is not a {ending} recording inside; save it again as {ending}")


def kind_of(head: bytes) -> str:
    """`.mp3`, `.m4a` or `.ogg` by the first bytes of a file; empty for anything else."""
    if head[4:8] == b"ftyp" and head[8:12] in M4A_BRANDS:
        return M4A
    if head.startswith(b"OggS") and any(_first_packet(head).startswith(mark) for mark in OGG_SOUNDS):
        return OGG
    if (head.startswith(b"ID3") and len(head) > 10 and head[3] in (2, 3, 4)) or _is_mpeg_frame(head[:4]):
        return MP3
    return ""


def _first_packet(head: bytes) -> bytes:
    """What the first page of an Ogg file begins with; its 27th byte says how many segments it lists before."""
    return head[OGG_PAGE_HEAD + head[OGG_PAGE_HEAD - 1] :] if len(head) > OGG_PAGE_HEAD else b""


def _is_mpeg_frame(start: bytes) -> bool:
    """Whether four bytes are the head of a frame of MPEG audio, layer III; source: ISO/IEC 11172-3, 2.4.1.3."""
    if len(start) < 4 or start[0] != 0xFF or start[1] & 0xE0 != 0xE0:
        return False
    version, layer = start[1] >> 3 & 0b11, start[1] >> 1 & 0b11
    bit_rate, sampling = start[2] >> 4, start[2] >> 2 & 0b11
    return version != 0b01 and layer == 0b01 and bit_rate not in (0, 0b1111) and sampling != 0b11
