"""What files refuse, in finished sentences; faults inside a file are in `files.faults`."""

GIGABYTE = 1024**3


class FileTooLarge(Exception):
    """The file is over the limit."""

    def __init__(self, limit_bytes: int) -> None:
        super().__init__(f"The file is larger than {size_in_words(limit_bytes)}. Choose a smaller file.")


class FileGone(Exception):
    """A kept file is not there any more."""

    def __init__(self) -> None:
        super().__init__("This file is not kept any more. Upload it again.")


def size_in_words(count: int) -> str:
    """`2 GB`, `5 MB`, `200 KB`, `12 bytes`."""
    if count >= GIGABYTE and count % GIGABYTE == 0:
        return f"{count // GIGABYTE:,} GB"
    if count >= 1024 * 1024:
        return f"{count // (1024 * 1024):,} MB"
    return f"{count // 1024:,} KB" if count >= 1024 else f"{count:,} bytes"
