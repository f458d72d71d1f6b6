"""Hostile workbooks: the same traps for a team list and for a network folder."""

import random
import struct
import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO

from tests.trust.hostile import Maker

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
# What a table says at first, and a row that is wrong: whatever a change of bytes does, it is never accepted.
HEADS = {"team": ("E-mail address", "Role", "Name"), "network": ("slug", "name")}
SHEETS = {"team": "Team", "network": "areas"}
Parts = dict[str, bytes]


def parts_of(target: str, rows: list[str] | None = None, strings: list[str] | None = None, extra: str = "") -> Parts:
    """The parts of a workbook of one sheet, whose one row is wrong; `rows` are XML that follows it."""
    head = "".join(f'<c r="{chr(65 + at)}1" t="inlineStr"><is><t>{cell}</t></is></c>'
                   for at, cell in enumerate(HEADS[target]))  # fmt: skip
    sheet = (
        f'{DECLARED}<worksheet xmlns="{MAIN}">{extra}<sheetData><row r="1">{head}</row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>wrong here</t></is></c></row>'
        f"{''.join(rows or [])}</sheetData></worksheet>"
    )
    texts = "".join(f"<si><t>{text}</t></si>" for text in strings or [])
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    named = f'<sheet name="{SHEETS[target]}" sheetId="1" r:id="r1"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        SHEET: sheet,
        STRINGS: f'{DECLARED}<sst xmlns="{MAIN}">{texts}</sst>',
    }
    return {name: content.encode() for name, content in files.items()}


def packed(parts: Parts | list[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as one .zip."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, content in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(name, content, compress_type=method)
    return written.getvalue()


def book(target: str, *, add: Parts | None = None, **options: object) -> bytes:
    """A workbook, with these parts in it or in place of its own."""
    return packed({**parts_of(target, **options), **(add or {})})  # type: ignore[arg-type]


def _far_cell(target: str, chance: random.Random) -> bytes:
    row, column = chance.choice([(1_048_576, "XFD"), (1_048_576, "B"), (3, "XFD"), (99_999, "ZZ")])
    return book(target, rows=[f'<row r="{row}"><c r="{column}{row}"><v>1</v></c></row>'])


def _cell_of_no_place(target: str, chance: random.Random) -> bytes:
    place = chance.choice(["A99999999999", "AAAAAAA9", "A-1", "9A9", "A\u0661", "R1C1"])
    return book(target, rows=[f'<row r="3"><c r="{place}"><v>1</v></c></row>'])


def _many_cells_of_one_text(target: str, chance: random.Random) -> bytes:
    cells = "".join(f'<c r="A{row}" t="s"><v>0</v></c>' for row in range(3, 1_900))
    # Within the ratio: the text doesn't pack well.
    text = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=200_000))
    return book(target, rows=[f'<row r="3">{cells}</row>'], strings=[text])


def _states_less(target: str, chance: random.Random) -> bytes:
    """The list of parts says that the sheet is small, and its sum is that of its beginning."""
    whole = parts_of(target, rows=[f"<!--{' ' * 20_000_000}-->"])
    content = bytearray(packed(whole))
    stated = chance.randint(300, 900)
    sum_of_start = zipfile.crc32(whole[SHEET][:stated])
    at = content.rfind(SHEET.encode()) - 46
    struct.pack_into("<L", content, at + 16, sum_of_start)
    struct.pack_into("<L", content, at + 24, stated)
    first = content.find(SHEET.encode()) - 30
    struct.pack_into("<L", content, first + 14, sum_of_start)
    struct.pack_into("<L", content, first + 22, stated)
    return bytes(content)


def _states_more(target: str, chance: random.Random) -> bytes:
    content = bytearray(book(target))
    at = content.rfind(SHEET.encode()) - 46
    struct.pack_into("<L", content, at + 24, chance.randint(10**8, 2**32 - 2))
    return bytes(content)


def _entities(target: str, chance: random.Random) -> bytes:
    bomb = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 9))
    outside = chance.choice(["file:///etc/passwd", "http://127.0.0.1:1/", "php://filter/resource=x"])
    declared = chance.choice([f'<!ENTITY e0 "lol">{bomb}', f'<!ENTITY e0 SYSTEM "{outside}">'])
    which = chance.choice([SHEET, STRINGS, "xl/workbook.xml", "[Content_Types].xml"])
    content = parts_of(target)[which].decode().removeprefix(DECLARED)
    return book(target, add={which: f"{DECLARED}<!DOCTYPE x [{declared}]>{content}".encode()})


def _entities_in_utf16(target: str, chance: random.Random) -> bytes:
    content = parts_of(target)[SHEET].decode().removeprefix(DECLARED)
    hidden = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "{chance.random()}">]>{content}'
    return book(target, add={SHEET: hidden.encode("utf-16")})


def _encrypted(target: str, chance: random.Random) -> bytes:
    content = bytearray(book(target))
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def _way_out(target: str, chance: random.Random) -> bytes:
    name = chance.choice(["../../x.xml", "/etc/x.xml", "..\\..\\x.xml", "C:\\x.xml", "xl/../../x.xml", "./x.xml"])
    return packed([*parts_of(target).items(), (name, b"<x/>")])


def _link(target: str, chance: random.Random) -> bytes:
    info = zipfile.ZipInfo("xl/link.xml")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return packed([*parts_of(target).items(), (info, b"/etc/passwd")])


def _cut(target: str, chance: random.Random) -> bytes:
    content = book(target)
    return content[: chance.randrange(4, len(content) - 1)]


def _changed(target: str, chance: random.Random) -> bytes:
    content = bytearray(book(target))
    for _ in range(chance.randint(1, 12)):
        content[chance.randrange(4, len(content))] = chance.randrange(256)
    return bytes(content)


def _changed_inside(target: str, chance: random.Random) -> bytes:
    """The .zip is whole; the XML of one part isn't what it was."""
    parts = parts_of(target)
    which = chance.choice(sorted(parts))
    content = bytearray(parts[which])
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(content))
        # Only the words of its one wrong row could mend it.
        if b"wrong here" not in content[max(at - 10, 0) : at + 10]:
            content[at] = chance.choice(b"<>&\"'/= \x00\xff0A")
    return packed({**parts, which: bytes(content)})


def _many_parts(target: str, chance: random.Random) -> bytes:
    extra = [(f"xl/part{number}.xml", b"<x/>") for number in range(chance.choice([201, 1_001, 5_000]))]
    return packed([*parts_of(target).items(), *extra])


def _twice(target: str, chance: random.Random) -> bytes:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python says that the name is there already
        return packed([*parts_of(target).items(), (SHEET, parts_of(target)[SHEET])])


def _overlapping(target: str, chance: random.Random) -> bytes:
    """Two names for the same bytes: what packs small unpacks without end."""
    content = bytearray(packed([*parts_of(target).items(), ("xl/a.xml", b"<x/>" * 9)]))
    first = content.find(SHEET.encode()) - 30
    at = content.rfind(b"xl/a.xml") - 46
    struct.pack_into("<L", content, at + 42, first)
    return bytes(content)


def _unusual_packing(target: str, chance: random.Random) -> bytes:
    return packed(parts_of(target), chance.choice([zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]))


def _macros(target: str, chance: random.Random) -> bytes:
    name = chance.choice(["xl/vbaProject.bin", "xl/macrosheets/sheet2.xml", "xl/activeX/activeX1.xml"])
    return book(target, add={name: b"<x/>"})


def _macros_by_type(target: str, chance: random.Random) -> bytes:
    types = parts_of(target)["[Content_Types].xml"].replace(
        b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
    )
    return book(target, add={"[Content_Types].xml": types})


def _nested(target: str, chance: random.Random) -> bytes:
    name = chance.choice(["xl/embeddings/inner.xlsx", "inner.zip", "xl/inner.docx"])
    return book(target, add={name: packed({"inner.csv": b"a,b"})})


def _bomb(target: str, chance: random.Random) -> bytes:
    which = chance.choice([SHEET, STRINGS, "xl/styles.xml"])
    return book(target, add={which: b"<x>" + b" " * chance.randint(2_000_000, 30_000_000) + b"</x>"})


def _many_rows(target: str, chance: random.Random) -> bytes:
    last = 2_100 if target == "team" else 20_200
    noise = lambda: chance.randrange(10**9)  # noqa: E731 - so that it packs to no more than the ratio
    rows = [f'<row r="{row}"><c r="A{row}"><v>{noise()}</v></c></row>' for row in range(3, last)]
    return book(target, rows=rows)


def _errors(target: str, chance: random.Random) -> bytes:
    word = chance.choice(["#N/A", "#REF!", "#DIV/0!", "#NAME?"])
    return book(target, rows=[f'<row r="3"><c r="B3" t="e"><v>{word}</v></c></row>'])


def _deep(target: str, chance: random.Random) -> bytes:
    level = chance.randint(1_000, 20_000)
    return book(target, add={SHEET: b"<worksheet>" + b"<a>" * level + b"</a>" * level + b"</worksheet>"})


def _joined(target: str, chance: random.Random, *, before: bytes = b"", after: bytes = b"") -> bytes:
    return before + book(target) + after


TRAPS: dict[str, Callable[[str, random.Random], bytes]] = {
    "bomb": _bomb, "states less than it holds": _states_less, "states more than it holds": _states_more,
    "many parts": _many_parts, "parts over one another": _overlapping, "part twice": _twice,
    "cell far away": _far_cell, "cell of no place": _cell_of_no_place,
    "one text in every cell": _many_cells_of_one_text,
    "too many rows": _many_rows, "errors for values": _errors, "deep": _deep,
    "entities": _entities, "entities in UTF-16": _entities_in_utf16,
    "macros": _macros, "macros by type": _macros_by_type,
    "file within": _nested, "protected part": _encrypted, "way out": _way_out, "link": _link,
    "unusual packing": _unusual_packing, "cut off": _cut, "changed bytes": _changed, "changed inside": _changed_inside,
    "states many rows": lambda target, chance: book(target, extra='<dimension ref="A1:XFD1048576"/>'),
    "picture before it": partial(_joined, before=b"\x89PNG\r\n\x1a\n" + b"0" * 99),
    "web page before it": partial(_joined, before=b"<html><script>alert(1)</script>"),
    "PDF behind it": partial(_joined, after=b"%PDF-1.7 ..."),
    "another .zip behind it": partial(_joined, after=packed({"inner.csv": b"a,b"})),
    "no workbook": lambda target, chance: packed({"readme.xml": b"<x/>"}),
    "empty archive": lambda target, chance: packed({}),
    "wrong row": lambda target, chance: book(target),
}  # fmt: skip


def kinds(target: str) -> dict[str, Maker]:
    """Every trap as a workbook for this target."""
    name = "team.xlsx" if target == "team" else "network.xlsx"
    return {f"xlsx: {kind}": partial(_make, trap, target, name) for kind, trap in TRAPS.items()}


def _make(
    trap: Callable[[str, random.Random], bytes], target: str, name: str, chance: random.Random
) -> tuple[str, bytes]:
    return name, trap(target, chance)
