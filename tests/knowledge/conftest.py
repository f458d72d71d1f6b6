import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def front(db: None) -> Any:
    """The front page, as the template database has it."""
    from knowledge.models import FrontPage

    return FrontPage.objects.get()


@pytest.fixture
def editor(client_as: Any) -> Any:
    """A client signed in as a knowledge editor."""
    return client_as("knowledge-editor")


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A media folder of this test's own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    yield settings.MEDIA_ROOT
    gc.collect()
