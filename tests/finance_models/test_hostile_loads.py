"""Hostile and broken files as linked data: each refused in words by the guard or by the load, and nothing is stored."""

import io
import random

import pytest

from files.faults import Refused
from finance_models.governance.rights import entry_in
from finance_models.loading import folders, storing, uploads
from finance_models.loading.given import Given
from finance_models.models import DataVersion
from tenants.contexts import in_area
from tests.finance_models.given import ACTIVITY, write
from tests.trust.hostile import SEED, makers

pytestmark = pytest.mark.django_db

KINDS = [
    (target, kind) for target in ("people", "team") for kind in makers()[target]
]  # tables that identify people; workbooks and texts that break their reader


@pytest.mark.parametrize("number", range(0, len(KINDS), 12))
def test_hostile_files_are_refused_in_words_and_leave_nothing(number, kernow, tmp_path):
    entry = entry_in(kernow)
    for target, kind in KINDS[number : number + 12]:
        name, content = makers()[target][kind](random.Random(f"{SEED}-{kind}"))
        file = io.BytesIO(content)
        file.name = name
        with pytest.raises(Refused) as refusal, in_area(kernow):
            uploads.check(file)
            path = tmp_path / f"{len(name)}-{number}-{kind[:20].replace('/', ' ')}"
            path.write_bytes(content)
            given = [Given("people", path, name), write(tmp_path, "activity", ACTIVITY)]
            storing.load(area=kernow, entry=entry, given=given, by=None)
        assert refusal.value.faults, kind
        assert all(str(tmp_path) not in fault for fault in refusal.value.faults), kind
    with in_area(kernow):
        assert not DataVersion.objects.exists()
    assert not folders.root(kernow).exists() or list(folders.root(kernow).iterdir()) == []
