"""What `ipc finance capitate` says of files that are not as they should be: refused as a whole, or rows rejected."""

import io

import pytest
import xlsxwriter

from tests.finance_models import data_sets
from tests.finance_models.data_sets import ACTIVITY_HEAD, ASSUMPTIONS, MANY, MANY_LINES, PEOPLE_HEAD

UNIT_COSTS_OF_BOTH = "reference,visit,,2013/14,10\nreference,visit,,2013/14,10"


def nhs_number(nine):
    """Nine digits with the check digit, or none where there is none."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    return None if rest == 10 else f"{nine}{rest % 11}"


NHS_NUMBERS = [number for each in range(60) if (number := nhs_number(f"{400_000_000 + each * 7_919}"))][:40]


# Rows that are rejected: one line of standard error each, and the rest is used.


BAD_LINES = [
    (",2013-05-01,acute,stay,,1,", "person_id", "is empty"),
    ("m1,,acute,stay,,1,", "date", "is empty"),
    ("m1,2013-02-31,acute,stay,,1,", "date", "'2013-02-31' is not a date"),
    ("m1,01/04/2013,acute,stay,,1,", "date", "write it as year-month-day"),
    ("m1,20130401,acute,stay,,1,", "date", "is not a date"),
    ("m1,2013-05-01,hospital,stay,,1,", "setting", "'hospital' is not known"),
    ("m1,2013-05-01,acute,,,1,", "service", "is empty"),
    ("m1,2013-05-01,acute,stay,,,", "units", "is empty"),
    ("m1,2013-05-01,acute,stay,,-1,", "units", "-1 is below 0"),
    ("m1,2013-05-01,acute,stay,,1.2345,", "units", "more than 3 decimal places"),
    ("m1,2013-05-01,acute,stay,,1e3,", "units", "'1e3' is not a number"),
    ('m1,2013-05-01,acute,stay,,"1,000",', "units", "'1,000' is not a number"),
    ("m1,2013-05-01,acute,stay,,NaN,", "units", "is not a number"),
    ("m1,2013-05-01,acute,stay,,inf,", "units", "is not a number"),
    ("m1,2013-05-01,acute,stay,,1_000,", "units", "is not a number"),
    ("m1,2013-05-01,acute,stay,,٣,", "units", "is not a number"),
    ("m1,2013-05-01,acute,stay,,999999999999,", "units", "is above 100,000,000"),
    ("m1,2013-05-01,acute,stay,,1,£5", "cost", "'£5' is not a number"),
    ("m1,2013-05-01,acute,stay,,1,5,6", "cost", "the row has 8 cells where the header has 7"),
    ("m1,2013-05-01,acute", "service", "the row has 3 cells where the header has 7"),
]
BAD_PEOPLE = [
    (",1950,1,2013-04-01,", "person_id"), ("q,,1,2013-04-01,", "birth_year"),
    ("q,1950.5,1,2013-04-01,", "birth_year"), ("q,50,1,2013-04-01,", "birth_year"),
    ("q,1950,,2013-04-01,", "ltc_count"), ("q,1950,-1,2013-04-01,", "ltc_count"),
    ("q,1950,many,2013-04-01,", "ltc_count"), ("q,1950,1,,", "eligible_from"),
    ("q,1950,1,2013-04-31,", "eligible_from"), ("q,1950,1,2013-04-01,open", "eligible_to"),
    ("q,1950,1,2013-04-01,2013-03-31", "eligible_to"),
]  # fmt: skip


def said_of(err, file, first_line, count):
    """The lines of faults for consecutive rows of a file, one each."""
    assert [line.split(": ")[0] for line in err] == [f"{file}:{first_line + at}" for at in range(count)]
    return [line.partition(": ")[2] for line in err]


def test_a_line_that_cannot_be_read_is_rejected_with_its_place(run):
    good = "\n".join([MANY_LINES] * 10)
    activity = "\n".join([good, *(row for row, _, _ in BAD_LINES)])
    code, made, err = run("capitate", people=data_sets.MANY_PEOPLE, activity=activity)

    assert code == 0
    for said, (row, column, why) in zip(
        said_of(err, "activity.csv", 10 * MANY + 2, len(BAD_LINES)), BAD_LINES, strict=True
    ):
        assert said.startswith(f"{column}: "), row
        assert why in said, row
    assert (made["lines"]["accepted"], made["lines"]["rejected"]) == (10 * MANY, len(BAD_LINES))
    assert made["total_cost"] == "6000.00"


def test_a_person_who_cannot_be_read_is_rejected_and_their_lines_are_unlinked(run):
    good = "\n".join(f"g{number},1950,1,2013-04-01," for number in range(300))
    rows = [row.replace("q,", f"q{at},", 1) for at, (row, _) in enumerate(BAD_PEOPLE)]
    code, made, err = run("capitate", people="\n".join([good, *rows]), activity="q3,2013-05-01,acute,stay,,1,5")

    assert code == 0
    columns = [said.partition(": ")[0] for said in said_of(err, "people.csv", 302, len(rows))]
    assert columns == [column for _, column in BAD_PEOPLE]
    assert made["lines"]["unlinked"] == 1
    assert made["bands"][0]["people"] == 300


def test_optional_columns_have_domains_too(run):
    head = "person_id,birth_year,ltc_count,eligible_from,eligible_to,groups,frailty,pam_level,imd_decile,chc,pam_date"
    good = "\n".join(
        f"g{number},1950,1,2013-04-01,,multiple_ltc|mental_health,0.5,4,10,1,2013-05-01" for number in range(120)
    )
    bad = [
        "b0,1950,1,2013-04-01,,multiple,,,,,", "b1,1950,1,2013-04-01,,,1.01,,,,", "b2,1950,1,2013-04-01,,,,5,,,",
        "b3,1950,1,2013-04-01,,,,,11,,", "b4,1950,1,2013-04-01,,,,,,yes,", "b5,1950,1,2013-04-01,,,,,,,1 May",
    ]  # fmt: skip
    content = "\n".join([head, good, *bad]).encode()
    code, made, err = run("capitate", people=content)

    assert code == 0
    columns = ["groups", "frailty", "pam_level", "imd_decile", "chc", "pam_date"]
    assert [line.split(": ")[:2] for line in err] == [
        [f"people.csv:{122 + at}", column] for at, column in enumerate(columns)
    ]
    assert made["bands"][0]["people"] == 120


def test_a_second_row_of_a_person_rejects_both(capitate):
    code, made, err = capitate(people="m7,1930,4,2013-04-01,", activity="")

    assert code == 0
    assert [line.split(": ")[0:2] for line in err] == [
        ["people.csv:9", "person_id"], [f"people.csv:{MANY + 2}", "person_id"],
    ]  # fmt: skip
    assert "stands also in line 9" in err[1]
    assert made["bands"][0]["people"] == MANY - 1
    assert made["lines"]["unlinked"] == 1


def test_a_second_row_rejects_both_even_if_it_cannot_be_read_itself(capitate):
    _, made, err = capitate(people="m7,none,4,2013-04-01,")

    assert len(err) == 2
    assert made["bands"][0]["people"] == MANY - 1


def test_lines_are_counted_as_an_editor_counts_them(capitate):
    activity = 'm1,2013-05-01,acute,"a stay\nof\nthree lines",,1,5\n\nm1,2013-05-01,acute,stay,,x,5\n'
    _, made, err = capitate(activity=activity)

    # The first of the added rows takes three lines and can't be read (a line break in a cell), an empty one follows.
    assert [line.split(": ")[:2] for line in err] == [
        [f"activity.csv:{MANY + 2}", "service"], [f"activity.csv:{MANY + 6}", "units"],
    ]  # fmt: skip
    assert made["lines"]["rejected"] == 2


def test_one_in_twenty_may_be_rejected_and_no_more(run):
    lines = "\n".join(["m1,2013-05-01,acute,stay,,1,1"] * 19)
    bad = "m1,2013-05-01,acute,stay,,x,1"
    code, made, _ = run("capitate", people=data_sets.MANY_PEOPLE, activity=f"{lines}\n{bad}")
    assert (code, made["lines"]["rejected"]) == (0, 1)

    code, made, err = run("capitate", people=data_sets.MANY_PEOPLE, activity=f"{lines}\n{bad}\n{bad}")
    assert (code, made) == (1, "")
    assert "activity.csv: 2 of 21 rows were rejected, over 5%" in "\n".join(err)
    assert any(line.startswith("activity.csv:21: units: ") for line in err)


# Files that are refused as a whole: nothing is printed, and the exit code is 1.


def refused(answer):
    code, made, err = answer
    assert (code, made) == (1, "")
    return err


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (f"{ACTIVITY_HEAD},colour\n".encode(), "colour: this column is not known"),
        (ACTIVITY_HEAD.replace(",units", "").encode(), "units: this column is missing"),
        (f"{ACTIVITY_HEAD},units\n".encode(), "units: this column stands twice"),
        (ACTIVITY_HEAD.replace(",", ";").encode(), "no commas"),
        (f"{ACTIVITY_HEAD}\nm1,2013-05-01,\x00acute,stay,,1,\n".encode(), "NUL"),
        (f"{ACTIVITY_HEAD}\nm1\n".encode("utf-16"), "UTF-16"),
        (f"{ACTIVITY_HEAD}\nm1,2013-05-01,acute,st\x81\x8day,,1,\n".encode("latin-1"), "can't be read"),
        (f'{ACTIVITY_HEAD}\nm1,2013-05-01,acute,"stay,,1,\n'.encode(), "can't be read as CSV"),
        (f'{ACTIVITY_HEAD}\nm1,2013-05-01,acute,"st"ay,,1,"\n'.encode(), "can't be read as CSV"),
        (b"PK\x03\x04 and so on", "a .zip file"),
        (b"%PDF-1.4", "a PDF"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(capitate, content, why):
    err = refused(capitate(activity=content))

    assert len(err) == 1
    assert err[0].startswith("activity.csv")
    assert why in err[0]


def test_all_faults_of_all_files_are_said_at_once(run, tmp_path):
    err = refused(
        run(
            "capitate", "--activity", str(tmp_path / "none.csv"),
            people=b"person_id,birth_year\n", unit_costs=UNIT_COSTS_OF_BOTH, providers="x,0\n",
            assumptions=ASSUMPTIONS.replace("truncation", "truncated"), activity=f"{MANY_LINES}\nm1,,acute,stay,,1,",
        )
    )  # fmt: skip

    said = "\n".join(err)
    for part in (
        "none.csv: can't be opened", f"activity.csv:{MANY + 2}: date: is empty",
        "people.csv:1: ltc_count: this column is missing",
        "unit_costs.csv:3: year: reference, visit, 2013/14 stands already in line 2",
        "providers.csv:2: mff: 0 is below",
        "[capitation] truncation: this is missing", "[capitation] truncated: this is not known",
    ):  # fmt: skip
        assert part in said


def test_pseudonyms_that_are_nhs_numbers_are_refused(run):
    people = "\n".join(f"{number},1950,1,2013-04-01," for number in NHS_NUMBERS)
    err = refused(run("capitate", people=people))

    assert [line.partition(": ")[2] for line in err] == [
        "person_id: looks like NHS numbers: most pass their check digit; take the column out, and identify people by a "
        "pseudonym alone"
    ]
    # In each table about people, and in any of its columns; spaces don't hide them.
    lines = "\n".join(f"m{at},2013-05-01,acute,{n[:3]} {n[3:6]} {n[6:]},,1," for at, n in enumerate(NHS_NUMBERS))
    assert "service: looks like NHS numbers" in refused(run("capitate", activity=lines))[0]


def test_numbers_of_ten_digits_that_are_no_nhs_numbers_are_pseudonyms(run):
    people = "\n".join(f"{4_000_000_000 + number},1950,1,2013-04-01," for number in range(40))
    assert run("capitate", people=people)[0] == 0


def test_a_column_of_e_mail_addresses_is_refused(run):
    people = "\n".join(f"a{number}@example.org,1950,1,2013-04-01," for number in range(40))
    assert "person_id: looks like e-mail addresses" in refused(run("capitate", people=people))[0]


@pytest.mark.parametrize("name", ["activity.txt", "activity.xls", "activity"])
def test_a_file_of_another_kind_is_refused(run, tmp_path, name):
    other = tmp_path / name
    other.write_text(ACTIVITY_HEAD)
    assert f"{name}: is none of .csv, .xlsx, .parquet" in refused(run("capitate", "--activity", str(other)))[0]


# What is read all the same.


def test_a_byte_order_mark_other_line_ends_and_capitals_are_read(run):
    people = f"\ufeff{PEOPLE_HEAD.upper()}\r\np0, 1950 ,1,2013-04-01,\r\n".encode()
    _, made, err = run("capitate", people=people, activity=f"{ACTIVITY_HEAD}\rp0,2013-05-01,acute,stay,,1,5".encode())

    assert err == []
    assert made["total_cost"] == "5.00"


def test_windows_1252_is_read_with_a_warning(run):
    activity = f"{ACTIVITY_HEAD}\nm1,2013-05-01,acute,caf\xe9,,1,5\n".encode("cp1252")
    _, made, err = run("capitate", people=data_sets.MANY_PEOPLE, activity=activity)

    assert (err, made["total_cost"]) == ([], "5.00")
    assert "was read as Windows-1252" in made["warnings"][0]


def test_every_cell_may_be_quoted_and_quotation_marks_may_be_doubled(run):
    row = '"m1","2013-05-01","acute","a ""long"" stay, really","","1","5"'
    _, made, err = run("capitate", people=data_sets.MANY_PEOPLE, activity=f'{row}\nm1,2013-05-01,acute,5" pipe,,1,5')

    assert (err, made["total_cost"]) == ([], "10.00")


def workbook(rows, sheet="activity"):
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return written.getvalue()


def test_a_workbook_gives_the_same_as_its_csv(run, tmp_path):
    import datetime

    day = datetime.datetime(2013, 5, 1)
    rows = [ACTIVITY_HEAD.split(",")] + [["m1", day, "acute", "stay", "", 1.5, 10.25]] * 30
    (tmp_path / "more.xlsx").write_bytes(workbook([*rows, [], ["m1", day, "acute", "stay", "", "x", 1]]))
    _, made, err = run("capitate", "--activity", str(tmp_path / "more.xlsx"), people=data_sets.MANY_PEOPLE)

    assert made["total_cost"] == "307.50"
    assert made["lines"] | {"accepted": 30, "rejected": 1} == made["lines"]
    assert [line.split(": ")[:2] for line in err] == [["more.xlsx:33", "units"]]


def test_parquet_gives_the_same_as_its_csv(run, tmp_path):
    import datetime

    import pyarrow as pa
    import pyarrow.parquet as pq

    count = 30
    table = pa.table(
        {
            "person_id": pa.array(["m1"] * count).dictionary_encode(), "date": [datetime.date(2013, 5, 1)] * count,
            "setting": ["acute"] * count, "service": ["stay"] * count, "units": [1.5] * (count - 1) + [-1.0],
            "cost": pa.array([10.25] * (count - 1) + [None]), "emergency": [True] * count,
        }
    )  # fmt: skip
    pq.write_table(table, tmp_path / "more.parquet")
    _, made, err = run("capitate", "--activity", str(tmp_path / "more.parquet"), people=data_sets.MANY_PEOPLE)

    assert made["total_cost"] == "297.25"
    assert [line.split(": ")[:2] for line in err] == [["more.parquet:31", "units"]]


def test_what_only_says_that_it_is_parquet_or_a_workbook_is_refused(run, tmp_path):
    for name in ("more.parquet", "more.xlsx"):
        (tmp_path / name).write_bytes(b"PAR1 no it is not")
        assert len(refused(run("capitate", "--activity", str(tmp_path / name)))) == 1


def test_lines_of_activity_alike_are_all_counted(run):
    _, made, _ = run("capitate", people=data_sets.MANY_PEOPLE, activity="\n".join([MANY_LINES, MANY_LINES]))
    assert made["total_cost"] == "1200.00"


def test_a_row_that_never_ends_is_refused_before_it_fills_the_memory(capitate):
    # A quotation mark that hides line breaks: the exact way reads it, and would hold all of it.
    long = f"{data_sets.ACTIVITY_HEAD}\n" + '"a\n",' * 300_000
    code, _, lines = capitate(activity=long.encode())
    assert code == 1
    assert lines == ["activity.csv: has a row of more than 1,000,000 letters; check quotation marks"]
    line = f'{data_sets.ACTIVITY_HEAD}\n"x\n' + "a" * 1_000_001
    code, _, lines = capitate(activity=line.encode())
    assert code == 1
    assert "has a line of more than 1,000,000 letters" in lines[0]


def test_rows_of_the_wrong_width_are_all_counted_though_only_some_are_kept_in_words(capitate):
    lines = f"{data_sets.ACTIVITY_HEAD}\n{data_sets.MANY_LINES}\n" + ",\n" * 12_000
    code, _, said = capitate(activity=lines.encode())
    assert code == 1
    assert f"12,000 of {12_000 + data_sets.MANY:,} rows were rejected" in said[0]
