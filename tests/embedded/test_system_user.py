"""The way through closed folders that PostgreSQL's own system user gets, when we are root."""

import os
import subprocess

import pytest

from embedded.processes import as_user
from embedded.system_user import let_pass, postgres_user

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another user for PostgreSQL")


def can_read(user, path):
    command = ["cat", str(path)]
    return subprocess.run(command, capture_output=True, cwd="/", **as_user(user)).returncode == 0


def can_list(user, path):
    return subprocess.run(["ls", str(path)], capture_output=True, cwd="/", **as_user(user)).returncode == 0


@pytest.fixture
def closed(tmp_path):
    """A folder that only root may enter, with a file in it that anybody could read if they got there."""
    folder = tmp_path / "closed" / "inner"
    folder.mkdir(parents=True)
    (folder / "file").write_text("x")
    (tmp_path / "closed").chmod(0o700)
    return folder


def test_user_can_pass_and_still_not_list(closed):
    user = postgres_user()
    assert not can_read(user, closed / "file")

    let_pass(user, closed / "file")

    assert can_read(user, closed / "file")
    assert not can_list(user, closed.parent)


def test_nobody_else_gets_the_way(closed):
    let_pass(postgres_user(), closed / "file")

    assert closed.parent.stat().st_mode & 0o007 == 0


def test_asking_twice_changes_nothing_more(closed):
    user = postgres_user()
    let_pass(user, closed / "file")
    before = os.getxattr(closed.parent, "system.posix_acl_access")

    let_pass(user, closed / "file")

    assert os.getxattr(closed.parent, "system.posix_acl_access") == before
