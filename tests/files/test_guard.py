"""What comes from outside is looked at before it is opened, and measured before it is read."""

import io
import random
import tracemalloc
import zipfile
from functools import partial

import pytest

from files import guard, workbooks, zips
from files.faults import Refused
from files.limits import SMALL_TABLE, Limits
from tests.trust.hostile import makers
from tests.trust.hostile.workbooks import TRAPS, book, packed, parts_of


def why(act):
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.faults[0]


def opened(content, limits=SMALL_TABLE):
    with workbooks.opened(io.BytesIO(content), "t.xlsx", limits) as (path, _):
        return path.read_bytes()


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ({"packed_bytes": 500}, "is larger than 500 bytes"),
        ({"unpacked_bytes": 500}, "unpacks to more than 500 bytes"),
        ({"parts": 3}, "has 6 files in it; at most 3 are read"),
        ({"ratio": 1}, "unpacks to over 1 times its size"),
        ({"rows": 1}, "says it has 2 rows; at most 1"),
        ({"columns": 2}, "has something in column C, and at most 2 columns are read"),
        ({"cells": 2}, "far from the start"),
        ({"text_letters": 10}, "has more than 10 letters in its cells"),
    ],
)
def test_each_limit_of_a_workbook_refuses_by_itself(limit, words):
    content = book("team")
    assert opened(content, Limits())
    assert words in why(lambda: opened(content, Limits(**limit)))


@pytest.mark.parametrize(
    "trap", sorted(set(TRAPS) - {"wrong row", "errors for values", "changed bytes", "changed inside"})
)
def test_every_trap_is_refused_with_little_memory(trap):
    content = TRAPS[trap]("team", random.Random(1))
    tracemalloc.start()
    fault = why(lambda: (guard.check(io.BytesIO(content), endings=(".xlsx",), limits=SMALL_TABLE, name="t.xlsx"),
                         opened(content)))  # fmt: skip
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert fault.startswith("t.xlsx: ")
    assert peak < 20 * 1024 * 1024


def test_a_dimension_that_lies_small_does_not_hide_the_rows():
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(3, 2_100))
    content = book("team", rows=[rows], extra='<dimension ref="A1:C2"/>')
    assert "says it has 2,001 rows" in why(lambda: opened(content, Limits(rows=2_000)))


def test_what_is_read_is_a_copy_with_nothing_but_xml():
    content = packed({**parts_of("team"), "xl/media/image1.png": b"\x89PNG", "xl/printerSettings1.bin": b"x"})
    with zipfile.ZipFile(io.BytesIO(opened(content))) as copy:
        assert sorted(copy.namelist()) == sorted(parts_of("team"))


def test_a_part_that_states_less_than_it_holds_is_read_no_further():
    content = TRAPS["states less than it holds"]("team", random.Random(2))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = next(part for part in archive.infolist() if part.filename.endswith("sheet1.xml"))
        assert sum(map(len, zips.chunks(archive, sheet))) == sheet.file_size < 1_000


@pytest.mark.parametrize("kind", ["csv: UTF-16", "name: program as CSV", "name: with macros", "name: none"])
def test_the_sender_is_told_what_to_do_instead(kind):
    from files import reading
    from tenants.team_list.shape import SHAPE

    name, content = makers()["team"][kind](random.Random(3))

    def act():
        guard.check(io.BytesIO(content), endings=(".csv", ".xlsx"), limits=SMALL_TABLE, name=name)
        raise Refused(reading.read_table(io.BytesIO(content), SHAPE, limits=SMALL_TABLE, name=name).faults)

    assert "; " in why(act)


def test_the_name_that_a_sender_gives_is_used_for_words_only():
    class Upload:
        name = "..\\..\\etc/pass\x00wd\u202e.csv"

    assert guard.name_of(Upload()) == "passwd.csv"


def test_a_plain_word_at_the_start_of_a_csv_is_not_taken_for_a_program():
    guard.check(io.BytesIO(b"MZ number,BM\n1,2\n"), endings=(".csv",), limits=SMALL_TABLE, name="t.csv")


def test_only_what_is_read_piece_by_piece_may_be_larger_than_what_is_opened_whole():
    few = Limits(packed_bytes=100)
    endings = (".csv", ".parquet", ".xlsx")

    def check(name, size, streamed_bytes):
        start = {"csv": b"a,b\n", "parquet": b"PAR1", "xlsx": b"PK\x03\x04"}[name.rpartition(".")[2]]
        file = io.BytesIO(start + b" " * (size - len(start)))
        file.name = name
        return guard.check(file, endings=endings, limits=few, streamed_bytes=streamed_bytes)

    assert check("a.csv", 200, 200) == ".csv"
    assert check("a.parquet", 200, 200) == ".parquet"
    for name, size, streamed in (("a.csv", 201, 200), ("a.xlsx", 101, 200), ("a.csv", 101, 0)):
        assert "is larger than" in why(partial(check, name, size, streamed))
