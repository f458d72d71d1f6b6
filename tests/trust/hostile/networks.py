"""Hostile .zip files, as network folders."""

import random
import struct
import zipfile
from collections.abc import Callable

from tests.trust.hostile import Maker
from tests.trust.hostile.workbooks import packed

HEAD = "slug,name,short_name,ods_code,ons_code,local_authorities,approx_population_2014\n"
PLANS = "area,children_complex_needs,multiple_ltc,learning_disability,mental_health\n"


def areas(chance: random.Random) -> str:
    """A harmless areas.csv of new areas."""
    names = [f"evil-{chance.randrange(10**6)}" for _ in range(chance.randint(1, 5))]
    return HEAD + "".join(f"{name},{name.title()},{name},,,,1000\n" for name in names)


def with_file(name: str, content: str | bytes) -> Maker:
    """A good areas.csv and a bad file beside it."""
    return lambda chance: ("network.zip", packed([("areas.csv", areas(chance).encode()), (name, _bytes(content))]))


def with_areas(line: str) -> Maker:
    """An areas.csv with a bad row."""
    return lambda chance: ("network.zip", packed([("areas.csv", (areas(chance) + line).encode())]))


def zipped(make: Callable[[random.Random], bytes]) -> Maker:
    """These bytes as the .zip."""
    return lambda chance: ("network.zip", make(chance))


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _bomb(chance: random.Random) -> bytes:
    return packed([("areas.csv", areas(chance).encode()), ("partners.csv", b"a" * chance.randint(10**6, 3 * 10**7))])


def _cut(chance: random.Random) -> bytes:
    content = packed([("areas.csv", areas(chance).encode())])
    return content[: chance.randrange(4, len(content) - 1)]


def _changed(chance: random.Random) -> bytes:
    files = [("areas.csv", areas(chance).encode() + b"WRONG,Wrong,Wrong,,,,many\n"), ("plan.csv", b"a")]
    content = bytearray(packed(files, zipfile.ZIP_STORED))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(4, len(content))
        content[at] = chance.randrange(256)
    return bytes(content)


def _encrypted(chance: random.Random) -> bytes:
    content = bytearray(packed([("areas.csv", areas(chance).encode())]))
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _way_out(chance: random.Random) -> bytes:
    name = chance.choice(
        ["../areas.csv", "/etc/cron.d/areas.csv", "..\\..\\areas.csv", "C:\\areas.csv", "x/../../a.csv"]
    )
    return packed([("areas.csv", areas(chance).encode()), (name, b"slug\n")])


def _link(chance: random.Random) -> bytes:
    info = zipfile.ZipInfo("partners.csv")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return packed([("areas.csv", areas(chance).encode()), (info, b"/etc/passwd")])


def _many(chance: random.Random) -> bytes:
    count = chance.choice([201, 2_000, 20_000])
    return packed([("areas.csv", areas(chance).encode()), *((f"f{number}.csv", b"") for number in range(count))])


def _states_many(chance: random.Random) -> bytes:
    content = bytearray(packed([("areas.csv", areas(chance).encode())]))
    struct.pack_into("<HH", content, len(content) - 14, 65_535, 65_535)
    return bytes(content)


def _nested(chance: random.Random) -> bytes:
    inner = packed([("areas.csv", areas(chance).encode())])
    for _ in range(chance.randint(0, 5)):
        inner = packed([("inner.zip", inner)])
    return packed([("areas.csv", areas(chance).encode()), ("inner.zip", inner)])


def _two_folders(chance: random.Random) -> bytes:
    return packed([("a/areas.csv", areas(chance).encode()), ("b/phase_plan.csv", PLANS.encode())])


def _too_large(chance: random.Random) -> bytes:
    return packed([("areas.csv", areas(chance).encode()), ("x.bin", chance.randbytes(11_000_000))], zipfile.ZIP_STORED)


def _joined(before: bytes = b"", after: bytes = b"") -> Maker:
    return zipped(lambda chance: before + packed([("areas.csv", areas(chance).encode())]) + after)


KINDS: dict[str, Maker] = {
    "zip: bomb": zipped(_bomb), "zip: cut off": zipped(_cut), "zip: changed bytes": zipped(_changed),
    "zip: protected": zipped(_encrypted), "zip: way out": zipped(_way_out), "zip: link": zipped(_link),
    "zip: many files": zipped(_many), "zip: states many files": zipped(_states_many), "zip: within": zipped(_nested),
    "zip: two folders": zipped(_two_folders), "zip: too large": zipped(_too_large),
    "zip: picture before it": _joined(before=b"GIF89a" + b"0" * 50), "zip: page behind it": _joined(after=b"<html>"),
    "zip: no areas": zipped(lambda chance: packed([("phase_plan.csv", PLANS.encode())])),
    "zip: empty": zipped(lambda chance: packed([])),
    "zip: noise": zipped(lambda chance: b"PK\x03\x04" + chance.randbytes(chance.randint(0, 5_000))),
    "zip: no .zip": zipped(lambda chance: areas(chance).encode()),
    "folder: unknown file": with_file("phaseplan.csv", PLANS),
    "folder: no area of ours": with_file("phase_plan.csv", PLANS + "nowhere,1,1,1,1\n"),
    "folder: no phase": with_file("phase_plan.csv", PLANS + "kernow,1,5,=1+1,4\n"),
    "folder: UTF-16": with_file("phase_plan.csv", PLANS.encode("utf-16")),
    "folder: NUL": with_file("phase_plan.csv", PLANS + "ker\x00now,1,1,1,1\n"),
    "folder: program": with_file("phase_plan.csv", b"MZ\x90\x00" + b"\x01" * 900),
    "folder: page": with_file("phase_plan.csv", "<html><script>alert(1)</script>"),
    "folder: unclosed quotation mark": with_file("resources.csv", 'area,group,resource\na,,"A map\n' + "x\n" * 999),
    "folder: long field": with_file("resources.csv", "area,group,resource\nkernow,," + "ab, " * 1_250_000),
    "folder: long name": with_file("resources.csv", f"area,group,resource\nkernow,,{'x' * 301}\n"),
    "folder: no date": with_file(
        "milestones.csv", "key,activity,deliverable,due,precision,stage\na,b,c,2015-02-30,day,d\n"
    ),
    "areas: reserved word": with_areas("network,Network,N,,,,1\n"),
    "areas: schema in the slug": with_areas("a;drop schema public cascade,Evil,E,,,,1\n"),
    "areas: same twice": with_areas("evil,Evil,E,,,,1\nevil,Evil,E,,,,1\n"),
    "areas: a number too large": with_areas("evil,Evil,E,,,,99999999999999999999\n"),
    "areas: uneven": with_areas("evil,Evil\n"),
    "areas: header of a page": with_areas('evil,"Evil\r\nSet-Cookie: x",E,,,,1\n'),
}  # fmt: skip
