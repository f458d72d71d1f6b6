"""Private files: for the server's own user, below one folder an area, named by us, and swept when nobody owns them."""

import io
import os
import stat
import time
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from files import private
from files.errors import FileGone, FileTooLarge


class Area:
    schema_name = "area_kernow"


@pytest.fixture(autouse=True)
def root(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path / "private"
    return settings.PRIVATE_ROOT


def keep(content=b"a,b", area=Area, name="../../Ann Lee.csv", limit=100):
    return private.keep(SimpleUploadedFile(name, content), area=area, purpose="tests", limit_bytes=limit)


def mode(path):
    return stat.S_IMODE(Path(path).stat().st_mode)


def test_folders_and_files_are_for_the_owner_only_whatever_the_umask_is(root):
    before = os.umask(0)
    try:
        kept = keep()
    finally:
        os.umask(before)
    assert [mode(root), mode(root / "area_kernow"), mode(root / "area_kernow/tests"), mode(root / kept)] == [
        0o700, 0o700, 0o700, 0o600,
    ]  # fmt: skip


def test_the_name_is_ours_and_says_nothing_of_the_senders():
    kept = keep()
    assert kept.startswith("area_kernow/tests/")
    assert kept.endswith(".csv")
    assert "Ann" not in kept
    assert keep(name="x.php").rpartition("/")[2].isalnum()
    assert keep(area=None).startswith("network/tests/")


def test_a_file_over_the_limit_leaves_nothing(root):
    with pytest.raises(FileTooLarge):
        keep(b"x" * 101)
    assert not [path for path in root.rglob("*") if path.is_file()]


def test_every_kind_of_source_is_kept_as_it_is(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"zip")
    for source, content in ((tmp_path / "a.zip", b"zip"), (io.BytesIO(b"raw"), b"raw")):
        kept = private.keep(source, area=None, purpose="tests", limit_bytes=10)
        assert private.path_of(kept).read_bytes() == content


@pytest.mark.parametrize("way", ["../secret-key", "/etc/passwd", "area_kernow/../../x", "link/x"])
def test_no_name_leads_out_of_the_folder(root, tmp_path, way):
    root.mkdir()
    (root / "link").symlink_to(tmp_path)
    for act in (private.path_of, private.forget, lambda name: private.serve(name, name="x")):
        with pytest.raises(ValueError, match="lies in private storage"):
            act(way)


def test_files_that_no_row_owns_are_swept_after_a_day(monkeypatch, root):
    owned, orphan, fresh, of_others = keep(), keep(), keep(), "network/unknown/x.csv"
    monkeypatch.setattr(private, "_owners", {"tests": lambda kept: kept == owned})
    (root / "network/unknown").mkdir(parents=True)
    (root / of_others).write_bytes(b"x")
    yesterday = time.time() - private.ORPHAN_SECONDS - 60
    for kept in (owned, orphan, of_others):
        os.utime(root / kept, (yesterday, yesterday))
    assert private.sweep() == 1
    assert [(root / kept).exists() for kept in (owned, orphan, fresh, of_others)] == [True, False, True, True]


@pytest.mark.django_db  # closing an answer looks at this process's connection, which an earlier test may have left open
def test_a_file_is_served_as_a_download_that_nothing_opens_by_itself():
    kept = keep(b"<script>alert(1)</script>")
    answer = private.serve(kept, name='pl"an\r\nSet-Cookie: x.html')
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    answer.close()
    assert answer["Content-Disposition"] == 'attachment; filename="pl_an__Set-Cookie_ x.html"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert (answer["Content-Security-Policy"], answer["Cache-Control"]) == ("default-src 'none'; sandbox", "no-store")


def test_a_file_that_is_gone_is_told_in_words():
    kept = keep()
    private.forget(kept)
    private.forget(kept)
    with pytest.raises(FileGone, match="not kept any more"):
        private.serve(kept, name="x")
