"""Reading in blocks: however a file is cut, the same rows, the same lines, the same faults."""

import random

import pyarrow.parquet as pq
import pytest

from files.faults import Refused
from files.texts import Text
from finance_models.calc import reading
from finance_models.calc.reading import csv_exact, csv_quick, csv_text
from finance_models.calc.tables import ACTIVITY, PEOPLE

HEAD = "person_id,date,setting,service,units,cost"
CELLS = ['"a, b"', '"said ""yes"""', "plain", "'=1+1'", "caf\u00e9", "", " spaced "]
# A quotation mark in the middle of a cell: only the exact way tells it from one that opens.
PIPE = '5" pipe'


def rows(chance, count, cells=CELLS):
    """Rows with a few that can't be read, empty lines, and cells over several lines."""
    for number in range(count):
        units = "x" if chance.random() < 0.02 else f"{number}.5"
        service = chance.choice(cells) or "s"
        yield f"p{number % 7},2013-05-01,acute,{service},{units},"
        if chance.random() < 0.1:
            yield chance.choice(["", "   "])


def load(folder, schema, *contents, **options):
    paths = []
    for number, content in enumerate(contents):
        path = folder / f"{schema.name}-{number}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(path)
    return reading.load(schema, paths, folder / f"stored-{random.random()}", **options)


def stored(loaded):
    """What was stored, by line, without the file's place."""
    parts = [pq.read_table(path, partitioning=None).drop_columns("file") for path in loaded.folder.rglob("*.parquet")]
    found = [tuple(row.values()) for part in parts for row in part.to_pylist()]
    return sorted(found, key=lambda row: row[-1])


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_file_cut_into_blocks_reads_as_one_that_is_not(tmp_path, monkeypatch, seed, line_end):
    content = line_end.join([HEAD, *rows(random.Random(seed), 300)])
    monkeypatch.setattr(csv_exact, "blocks", None)  # not even asked
    whole = load(tmp_path, ACTIVITY, content)
    for size in (150, 977, 4096):
        monkeypatch.setattr(csv_quick, "BLOCK_BYTES", size)
        cut = load(tmp_path, ACTIVITY, content)
        assert (cut.rows, cut.rejected) == (whole.rows, whole.rejected) == (300, whole.rejected)
        assert list(cut.fault_lines()) == list(whole.fault_lines())
        assert stored(cut) == stored(whole)


@pytest.mark.parametrize("seed", range(3))
def test_the_quick_way_and_the_exact_way_read_alike(tmp_path, monkeypatch, seed):
    pipes = [f"p,2013-05-01,acute,{PIPE},1,"] * 2
    content = "\n".join([HEAD, *rows(random.Random(seed), 200), *pipes])
    quick = load(tmp_path, ACTIVITY, content)
    as_other = Text("utf-8", 1, ends_in_line_feeds=False)
    monkeypatch.setattr(csv_text, "look_through", lambda file, name: as_other)
    exact = load(tmp_path, ACTIVITY, content)

    assert stored(quick) == stored(exact)
    assert list(quick.fault_lines()) == list(exact.fault_lines())


def test_a_row_is_named_by_the_line_on_which_it_begins(tmp_path):
    bad = [5, 40, 199]
    lines = [f"p,2013-05-01,acute,s,{'x' if number in bad else 1}," for number in range(200)]
    loaded = load(tmp_path, ACTIVITY, "\n".join([HEAD, *lines]))

    # The header is line 1, so row 0 is line 2.
    assert [fault.line for fault in loaded.files[0].faults] == [7, 42, 201]
    assert {row[-1] for row in stored(loaded)} == set(range(2, 202)) - {7, 42, 201}


def test_line_breaks_in_cells_are_counted_and_the_cell_refused_wherever_a_block_is_cut(tmp_path, monkeypatch):
    rows_of_one_line = ["p,2013-05-01,acute,s,1,"] * 50
    broken = 'p,2013-05-01,acute,"s\nover\r\nlines",1,'
    lines = [HEAD, *rows_of_one_line, broken, "p,2013-05-01,acute,s,x,", *rows_of_one_line]
    for size in (*range(100, 160, 3), 8 * 1024 * 1024):
        monkeypatch.setattr(csv_quick, "BLOCK_BYTES", size)
        loaded = load(tmp_path, ACTIVITY, "\n".join(lines))

        assert [(fault.line, fault.column) for fault in loaded.files[0].faults] == [(52, "service"), (55, "units")], (
            size
        )
        assert (loaded.rows, loaded.accepted) == (102, 100)


def test_spaces_around_a_cell_are_no_part_of_it_and_an_empty_one_is_missing(tmp_path):
    loaded = load(tmp_path, ACTIVITY, f"{HEAD}\n p1 ,2013-05-01 ,acute, s , 1.25,\n")

    row = stored(loaded)[0]
    names = [column.stored for column in ACTIVITY.columns]
    found = dict(zip(names, row, strict=False))
    assert (found["person_id"], found["service"], found["units_milli"], found["cost_pence"]) == ("p1", "s", 1250, None)
    assert found["provider"] is None


def test_the_partition_of_a_person_is_the_same_in_every_load(tmp_path):
    content = "\n".join([HEAD, *[f"p{number % 40},2013-05-01,acute,s,1," for number in range(400)]])
    loaded = load(tmp_path, ACTIVITY, content, content, partitions=4)

    where = {}
    for path in loaded.folder.rglob("*.parquet"):
        for person in set(pq.read_table(path, partitioning=None)["person_id"].to_pylist()):
            where.setdefault(person, set()).add(path.parent.name)
    assert len(where) == 40
    assert all(len(buckets) == 1 for buckets in where.values())
    assert len(set.union(*where.values())) == 4
    assert len(stored(loaded)) == 800


def test_people_who_stand_twice_are_found_across_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_quick, "BLOCK_BYTES", 128)
    head = "person_id,birth_year,ltc_count,eligible_from,eligible_to"
    people = [f"p{number},1950,1,2013-04-01," for number in range(100)] + ["p3,1960,2,2013-04-01,"]
    loaded = load(tmp_path, PEOPLE, "\n".join([head, *people]))

    assert [fault.line for fault in loaded.files[0].faults] == [5, 102]
    assert (loaded.rows, loaded.accepted) == (101, 99)
    assert len(stored(loaded)) == 99


@pytest.mark.parametrize("seed", range(3))
def test_accepted_and_rejected_are_all_rows(tmp_path, seed):
    chance = random.Random(seed)
    good = [f"p{number % 9},2013-05-01,acute,s,1," for number in range(400)]
    kinds = ["p,,acute,s,1,", "p,2013-05-01,acute", ",2013-05-01,acute,s,1,,", "p,2013-05-01,no,s,1,x"]
    bad = chance.choices(kinds, k=15)
    lines = good + bad
    chance.shuffle(lines)
    loaded = load(tmp_path, ACTIVITY, "\n".join([HEAD, *lines]))

    assert (loaded.rows, loaded.accepted, loaded.rejected) == (415, 400, 15)
    assert len(stored(loaded)) == 400


def test_a_refused_file_among_others_refuses_the_table_with_the_faults_of_all(tmp_path):
    with pytest.raises(Refused) as refusal:
        load(tmp_path, ACTIVITY, f"{HEAD}\n", f"{HEAD},colour\n", "date\n")

    assert [fault.rpartition("/")[2].partition(":")[0] for fault in refusal.value.faults] == [
        "activity-1.csv", *["activity-2.csv"] * 4,
    ]  # fmt: skip


def test_more_faults_than_are_listed_are_counted(tmp_path, monkeypatch):
    from finance_models.calc.reading import loading

    monkeypatch.setattr(loading, "LISTED_FAULTS", 3)
    lines = ["p,2013-05-01,acute,s,1,"] * 200 + ["p,2013-05-01,acute,s,x,"] * 5
    loaded = load(tmp_path, ACTIVITY, "\n".join([HEAD, *lines]))

    assert loaded.rejected == 5
    assert list(loaded.fault_lines())[-1].endswith("2 more faults of rows are not listed")
