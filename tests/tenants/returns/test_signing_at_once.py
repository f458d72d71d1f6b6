"""Two people press "Sign" at the same moment, with real commits."""

import threading

from django.db import connection

from tenants.contexts import in_area
from tenants.models import Area
from tenants.returns.models import SignedReturn
from tenants.rollout import return_drafts
from tests.conftest import make_person
from tests.tenants.returns.conftest import FIRST, WINTER, write


def test_signed_twice_at_once_it_is_signed_once(committed_db):
    kernow = Area.objects.get(slug="kernow")
    ailsa = make_person("area-lead", area=kernow)
    write(kernow, WINTER, FIRST, ailsa)
    gate, answers = threading.Barrier(2, timeout=30), []

    def press() -> None:
        try:
            gate.wait()
            with in_area(kernow):
                answers.append(return_drafts.sign(area=kernow, quarter=WINTER, by=ailsa, name="Ailsa Lead").version)
        except Exception as error:
            answers.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, answers)) == ["1", "NoDraft"]
    assert SignedReturn.objects.count() == 1
