"""A private folder of the test's own."""

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def own_private_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "PRIVATE_ROOT", tmp_path / "private")
