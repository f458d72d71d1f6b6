"""Files whose columns have other headings: copied with ours in their place, before they are read.

A CSV file keeps all but its first line, byte for byte; a Parquet file keeps its rows. A workbook has to be saved with
our headings, or as CSV.
"""

import csv
import io
import shutil
from pathlib import Path
from typing import Any

from files.faults import refused

MOST_HEADER_BYTES = 1024 * 1024
MARK = b"\xef\xbb\xbf"


def copy_with(source: Path, target: Path, mapping: dict[str, str]) -> None:
    """Copy a file, each heading of `mapping` (theirs: ours; small and capital letters are one) in our words.

    Raises `files.faults.Refused` for a workbook that has one of these headings, and for a header that can't be read.
    """
    ours = {theirs.strip().casefold(): our for theirs, our in mapping.items()}
    ending = target.suffix.lower()
    if ending == ".csv":
        _copy_csv(source, target, ours)
    elif ending == ".parquet":
        _copy_parquet(source, target, ours)
    else:
        shutil.copyfile(source, target)


def _copy_csv(source: Path, target: Path, ours: dict[str, str]) -> None:
    with source.open("rb") as read:
        line = read.readline(MOST_HEADER_BYTES)
        encoding = "utf-8" if line.startswith(MARK) or _is_utf8(line) else "cp1252"
        try:
            (cells,) = csv.reader([line.removeprefix(MARK).decode(encoding).strip("\r\n")], strict=True)
        except (csv.Error, UnicodeDecodeError, ValueError) as error:
            raise refused(target.name, "has a first line that can't be read; write one heading a column") from error
        with target.open("xb") as written:
            written.write(_as_line([ours.get(cell.strip().casefold(), cell) for cell in cells], line, encoding))
            shutil.copyfileobj(read, written, 1024 * 1024)


def _as_line(cells: list[str], before: bytes, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    end = b"\r\n" if before.endswith(b"\r\n") else b"\n" if before.endswith(b"\n") else b""
    mark = MARK if before.startswith(MARK) else b""
    return mark + text.getvalue().encode(encoding) + end


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _copy_parquet(source: Path, target: Path, ours: dict[str, str]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(source)
        names = [ours.get(name.strip().casefold(), name) for name in file.schema_arrow.names]
        schema = pa.schema([field.with_name(name) for field, name in zip(file.schema_arrow, names, strict=True)])
        with pq.ParquetWriter(target, schema) as writer:
            for batch in file.iter_batches():
                columns: list[Any] = batch.columns
                writer.write_batch(pa.RecordBatch.from_arrays(columns, schema=schema))
    except (pa.ArrowException, OSError) as error:
        raise refused(target.name, "can't be read as Parquet; save it again") from error
