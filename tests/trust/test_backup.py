"""Backup, drop, restore: the whole and one area alone, the other areas untouched; a broken archive changes nothing."""

import datetime
import hashlib
import io
import itertools
import json
import shutil
import tarfile
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from audit.models import AuditRow
from config import audit_keeper
from config.backup import archive, erased, saving, swapping
from config.backup.manifest import Manifest
from config.backup.restoring import restore
from data_rights.models import DataRequest
from embedded.errors import Refused
from tenants import area_lifecycle
from tenants.contexts import has_schema, in_area
from tenants.models import Area
from tenants.rollout.models import Resource
from tests import backups


@pytest.fixture(autouse=True)
def own_files(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "PRIVATE_ROOT", tmp_path / "private")
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path / "media")
    backups.write_files("before")


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def add_resource(slug, what):
    with in_area(Area.objects.get(slug=slug)):
        Resource.objects.create(what=what)


# -- Whole and one area ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_what_was_dropped_is_back_whole_with_files_rules_and_numbers(committed_db, tmp_path):
    before, files, audit = backups.dump(), backups.files(), AuditRow.objects.count()
    saving.save(tmp_path / "all.tar")
    sql("DROP SCHEMA public, area_template, area_kernow, area_bristol, area_swindon CASCADE")
    sql("CREATE SCHEMA public")
    shutil.rmtree(settings.MEDIA_ROOT)
    shutil.rmtree(settings.PRIVATE_ROOT / "area_kernow")
    (settings.PRIVATE_ROOT / "area_bristol" / "uploads" / "who.csv").write_text("after")

    report = restore(tmp_path / "all.tar", replace=True)

    assert report.stored
    assert backups.dump() == before
    assert backups.files() == files
    assert AuditRow.objects.count() == audit + 1
    assert AuditRow.objects.latest("pk").action == "backup.restore"
    with pytest.raises(Exception, match="never changed"):
        sql("TRUNCATE audit_auditrow")


@pytest.mark.slow
def test_a_kept_audit_is_kept_after_a_restore_too(committed_db, tmp_path, monkeypatch):
    if not audit_keeper.protect():
        pytest.skip("only the embedded server has an administrator that the tests know")
    assert audit_keeper.faults() == []
    before, rows = backups.dump(), AuditRow.objects.count()
    saving.save(tmp_path / "all.tar")
    add_resource("kernow", "Made after the backup")
    with monkeypatch.context() as patch:
        patch.setattr(audit_keeper, "admin_address", lambda: "")
        with pytest.raises(Refused, match="schema public belongs to the audit's keeper"):
            restore(tmp_path / "all.tar", replace=True)

    restore(tmp_path / "all.tar", replace=True)

    assert backups.dump() == before
    assert AuditRow.objects.count() == rows + 1
    assert audit_keeper.faults() == []


@pytest.mark.slow
def test_one_area_is_put_back_and_the_others_are_as_they_were(committed_db, tmp_path):
    kernow, files = backups.dump("area_kernow"), backups.files()
    saving.save(tmp_path / "all.tar")
    add_resource("kernow", "Made after the backup")
    add_resource("bristol", "Made after the backup")
    backups.write_files("after")
    others = [name for (name,) in _rows("SELECT nspname FROM pg_namespace WHERE nspname ~ '^(area_|public)'")]
    others.remove("area_kernow")
    untouched, changed_files = backups.dump(*others), backups.files()

    report = restore(tmp_path / "all.tar", area="kernow")

    assert backups.dump("area_kernow") == kernow
    assert backups.dump(*others) == untouched
    theirs = "private/area_kernow/uploads/who.csv"
    assert backups.files() == changed_files | {theirs: files[theirs]}
    # What stood there is kept, so that a slip can be mended.
    (kept,) = (settings.PRIVATE_ROOT / ".before-restore").iterdir()
    assert str(kept) in report.notes[0]
    restore(kept, area="kernow")
    with in_area(Area.objects.get(slug="kernow")):
        assert Resource.objects.filter(what="Made after the backup").exists()


@pytest.mark.slow
def test_a_deleted_area_comes_back_suspended(committed_db, tmp_path):
    kernow, files = backups.dump("area_kernow"), backups.files()
    saving.save(tmp_path / "all.tar")
    area_lifecycle.suspend_area("kernow")
    area_lifecycle.delete_area("kernow", confirm="kernow", why_without_export="There is a backup")
    assert not has_schema("area_kernow")

    restore(tmp_path / "all.tar", area="kernow")

    assert backups.dump("area_kernow") == kernow
    assert backups.files() == files
    assert Area.objects.get(slug="kernow").status == "suspended"
    area_lifecycle.resume_area("kernow")


@pytest.mark.slow
def test_a_restore_that_cannot_be_whole_changes_nothing(committed_db, tmp_path):
    saving.save(tmp_path / "all.tar")
    backups.write_files("after")
    add_resource("kernow", "Made after the backup")
    before, files = backups.dump(), backups.files()
    with pytest.raises(Refused, match="is not empty"):
        restore(tmp_path / "all.tar")
    other = connection.copy()
    other.ensure_connection()
    try:
        with pytest.raises(Refused, match="1 other connection uses the database"):
            restore(tmp_path / "all.tar", replace=True)
    finally:
        other.close()
    _edit_manifest(tmp_path / "all.tar", lambda facts: facts["rows"]["public"].update(tenants_area=999))
    with pytest.raises(Refused, match="not 999 rows as in the backup: public.tenants_area"):
        restore(tmp_path / "all.tar", replace=True)
    assert backups.dump() == before
    assert backups.files() == files
    assert not (settings.PRIVATE_ROOT / ".restoring").exists()


def test_a_backup_overwrites_nothing_and_is_for_its_owner_only(committed_db, tmp_path):
    path = tmp_path / "all.tar"
    manifest = saving.save(path, area="kernow")
    assert path.stat().st_mode & 0o777 == 0o600
    assert [area["slug"] for area in manifest.areas] == ["kernow"]
    assert sorted(tmp_path.glob(".*")) == []
    with pytest.raises(Refused, match="is there already"):
        saving.save(path, area="kernow")
    with pytest.raises(Refused, match="There is no workspace of 'nowhere'"):
        saving.save(tmp_path / "other.tar", area="nowhere")
    assert not (tmp_path / "other.tar").exists()
    with pytest.raises(Refused, match="backup of one area"):
        restore(path, replace=True)


def test_a_backup_of_newer_code_or_of_another_network_is_refused(committed_db, tmp_path):
    newer, other = tmp_path / "newer.tar", tmp_path / "other.tar"
    saving.save(newer, area="kernow")
    shutil.copy(newer, other)
    _edit_manifest(newer, lambda facts: facts["migrations"]["area_kernow"].append(["rollout", "9999_from_tomorrow"]))
    with pytest.raises(Refused, match="newer version.*rollout.9999_from_tomorrow"):
        restore(newer, area="kernow")
    _edit_manifest(other, lambda facts: facts["areas"][0].update(id=4711))
    with pytest.raises(Refused, match="another network's"):
        restore(other, area="kernow")


def test_a_restore_names_those_who_were_erased_since(db, person):
    lately, before = person("practitioner", area=Area.objects.get(slug="kernow")), person("board-member")
    for who, day in ((lately, 25), (before, 23)):
        ended = datetime.datetime(2026, 11, day, tzinfo=datetime.UTC)
        DataRequest.objects.create(
            kind="erasure", person=who, state="done", due_at=ended, carry_out_at=ended, ended_at=ended
        )
    assert erased.since("2026-11-24T01:00:00+00:00") == [lately.pk]
    assert f"numbers {lately.pk}." in erased.note([lately.pk])[0]


# -- Damaged archives --------------------------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path):
    """An archive with a database (of nonsense) and two files, which is whole for the reader."""
    path = tmp_path / "small.tar"
    (tmp_path / "part").write_bytes(bytes(range(256)) * 40)
    with archive.writing(path) as writer:
        for name in ("database.dump", "files/media/images/a.jpg", "files/private/area_kernow/a.csv"):
            writer.add(name, tmp_path / "part")
        writer.finish(Manifest("whole", "2026-11-24T01:00:00+00:00", "18.4", "0.1.0", [], {}, {"public": {}}))
    return path


def read(path):
    with archive.reading(path) as reader:
        return [part.name for part in reader.manifest.parts]


def test_a_flipped_bit_is_found_wherever_it_is(small):
    whole = small.read_bytes()
    assert read(small) == ["database.dump", "files/media/images/a.jpg", "files/private/area_kernow/a.csv"]
    with tarfile.open(small) as tar:
        edges = [(each.offset + 3, each.offset_data, each.offset_data + each.size - 1) for each in tar]
    for place in itertools.chain(*edges):
        broken = bytearray(whole)
        broken[place] ^= 1
        small.write_bytes(broken)
        with pytest.raises(Refused):
            read(small)


def test_a_backup_that_is_cut_short_is_refused_wherever_it_ends(small):
    whole = small.read_bytes()
    with tarfile.open(small) as tar:
        end = max(each.offset_data + each.size for each in tar)
    for length in (0, 1, 600, 5_000, 11_264, 20_000, end - 1):
        small.write_bytes(whole[:length])
        with pytest.raises(Refused):
            read(small)


@pytest.mark.parametrize(
    "name",
    ["../evil", "/etc/passwd", "files/private/../../evil", "files/private/.restoring/x", "files/private/a\\b", "x", ""],
)
def test_a_name_that_leads_elsewhere_is_refused(small, name):
    _add(small, tarfile.TarInfo(name), b"evil")
    with pytest.raises(Refused, match="no place in a backup"):
        read(small)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_what_is_no_ordinary_file_is_refused(small, kind):
    member = tarfile.TarInfo("files/private/area_kernow/link")
    member.type, member.linkname = kind, "/etc/passwd"
    _add(small, member, b"")
    with pytest.raises(Refused, match="no place in a backup"):
        read(small)


def test_a_part_that_is_missing_or_extra_or_twice_is_refused(small, tmp_path):
    copy = tmp_path / "copy.tar"
    shutil.copy(small, copy)
    _rewrite(small, lambda name, content: None if name.endswith("a.csv") else content)
    with pytest.raises(Refused, match="a.csv is missing"):
        read(small)
    _add(copy, tarfile.TarInfo("files/media/images/b.jpg"), b"b")
    with pytest.raises(Refused, match="b.jpg is not in its manifest"):
        read(copy)
    _add(copy, tarfile.TarInfo("files/media/images/a.jpg"), b"b")
    with pytest.raises(Refused, match="twice"):
        read(copy)


def test_another_format_is_refused(small):
    _edit_manifest(small, lambda facts: facts.update(format=2))
    with pytest.raises(Refused, match="has format 2"):
        read(small)


# -- Broken off --------------------------------------------------------------------------------------------------------


def test_files_follow_the_transaction_when_a_restore_is_broken_off(committed_db):
    before = backups.files()
    for ending, kept in (("ROLLBACK", False), ("COMMIT", True)):
        new = swapping.waiting("files/private/") / "area_kernow" / "uploads"
        new.mkdir(parents=True)
        (new / "who.csv").write_text("restored")
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT pg_current_xact_id()::text")
            swapping.note(swapping.plan({"files/private/": ["area_kernow"]}, keep=False), cursor.fetchone()[0])
            with pytest.raises(Refused, match="still open"):
                swapping.finish()
            cursor.execute(ending)
        other.close()
        assert swapping.unfinished()
        assert swapping.finish() is kept
        assert swapping.unfinished() is None
        assert (backups.files() == before) is not kept
    assert (settings.PRIVATE_ROOT / "area_kernow" / "uploads" / "who.csv").read_text() == "restored"
    assert swapping.finish() is None


# -- By hand -----------------------------------------------------------------------------------------------------------


def _rows(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def _add(path: Path, member: tarfile.TarInfo, content: bytes) -> None:
    member.size = len(content)
    with tarfile.open(path, "a") as tar:
        tar.addfile(member, io.BytesIO(content))


def _rewrite(path: Path, change) -> None:
    """The same archive with other contents; None leaves a part out."""
    with tarfile.open(path) as tar:
        parts = [(each.name, tar.extractfile(each).read()) for each in tar]
    with tarfile.open(path, "w") as tar:
        for name, content in parts:
            content = change(name, content)
            if content is not None:
                member = tarfile.TarInfo(name)
                member.size = len(content)
                tar.addfile(member, io.BytesIO(content))


def _edit_manifest(path: Path, edit) -> None:
    """An archive whose manifest says something else, with its checksum made right again."""
    made: dict[str, bytes] = {}

    def change(name: str, content: bytes) -> bytes:
        if name == "manifest.json":
            facts = json.loads(content)
            edit(facts)
            content = made["manifest"] = json.dumps(facts).encode()
        return hashlib.sha256(made["manifest"]).hexdigest().encode() if name == "manifest.sha256" else content

    _rewrite(path, change)
