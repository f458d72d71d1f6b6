"""Recordings are known by their first bytes: a name alone makes none."""

import io

import pytest

from files import guard, sounds
from files.faults import Refused
from files.limits import Limits

MP3_FRAME = b"\xff\xfb\x90\x64" + b"\0" * 40
MP3_WITH_NOTES = b"ID3\x04\0\0\0\0\0\x0a" + b"\0" * 40
M4A = b"\0\0\0\x20ftypM4A \0\0\0\0" + b"\0" * 40
OGG = b"OggS\0\x02" + b"\0" * 20 + b"\x01\x13" + b"OpusHead\x01\x02" + b"\0" * 20
FILM = b"\0\0\0\x20ftypqt  \0\0\0\0" + b"\0" * 40
OGG_FILM = b"OggS\0\x02" + b"\0" * 20 + b"\x01\x2a" + b"\x80theora" + b"\0" * 20


def check(name, content):
    return guard.check(io.BytesIO(content), endings=sorted(sounds.CONTENT_TYPES), limits=Limits(), name=name)


@pytest.mark.parametrize(
    ("name", "content"), [("a.mp3", MP3_FRAME), ("a.MP3", MP3_WITH_NOTES), ("a.m4a", M4A), ("a.ogg", OGG)]
)
def test_recording_is_taken(name, content):
    assert check(name, content) == name[-4:].lower()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.mp3", b"<html><script>alert(1)</script>", "is not a .mp3 recording inside"),
        ("a.mp3", b"MZ\x90\0", "is not a .mp3 recording inside"),
        ("a.mp3", b"\xff\xff\xff\xff", "is not a .mp3 recording inside"),
        ("a.mp3", b"\xff\xd8\xff\xe0", "is not a .mp3 recording inside"),
        ("a.mp3", M4A, "another kind (.m4a) inside"),
        ("a.m4a", FILM, "is not a .m4a recording inside"),
        ("a.ogg", OGG_FILM, "is not a .ogg recording inside"),
        ("a.ogg", b"OggS", "is not a .ogg recording inside"),
        ("a.wav", b"RIFF", "is not a .m4a or .mp3 or .ogg file"),
    ],
)
def test_anything_else_is_refused(name, content, why):
    with pytest.raises(Refused) as refusal:
        check(name, content)
    assert why in refusal.value.faults[0]
