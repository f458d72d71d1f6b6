"""`platform/` is a source root. With an `__init__.py` it would hide Python's own module and break pandas and uuid."""

import platform
import sysconfig
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def test_platform_is_not_a_package():
    assert not (PROJECT / "platform" / "__init__.py").exists()


def test_pythons_own_platform_module_is_the_one_that_is_imported():
    assert Path(platform.__file__).parent == Path(sysconfig.get_path("stdlib"))
