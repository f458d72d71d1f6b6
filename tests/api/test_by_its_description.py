"""schemathesis calls every address with what the API's description allows, and with what it doesn't.

The whole application answers, in this process; a short run here, the long one by `script/soak api`.
"""

import os
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection

from api import description, urls
from tests.api.conftest import make_token
from tests.conftest import make_person

CASES = 500 if os.environ.get("IPC_SOAK") else 6
SETTINGS = hypothesis.settings(
    max_examples=CASES,
    derandomize=not os.environ.get("IPC_SOAK"),
    database=None,
    deadline=None,
    suppress_health_check=list(hypothesis.HealthCheck),
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
)


@pytest.fixture
def kept_connection() -> Iterator[None]:
    """The application closes its connection after a request; here it is the test's own, with what was not committed."""
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)


@pytest.fixture
def described(kept_connection: None, db: None, settings: Any, kernow: Any) -> tuple[Any, dict[str, str]]:
    """The API as it describes itself, and the header of a token with every scope."""
    plenty = {"account": "1000000/m", "address": "1000000/m"}
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "api": plenty, "api-refused": plenty}
    settings.ALLOWED_HOSTS = ["*"]
    schema = schemathesis.openapi.from_dict(description.of(urls.api))
    schema.app = get_wsgi_application()
    _, secret = make_token(make_person("area-lead", area=kernow))
    return schema, {"Authorization": f"Bearer {secret}"}


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_address_keeps_what_the_description_promises(described: Any, mode: GenerationMode) -> None:
    schema, headers = described
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @SETTINGS
        @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            nonlocal asked
            asked += 1
            # Parameters that nobody knows are passed over, and the token replaces a header that was left out: both
            # count as "accepted" there. That wrong values are refused by name is tried in test_root.
            case.call_and_validate(headers=headers, excluded_checks=[negative_data_rejection])

        try:
            ask()
        except hypothesis.errors.Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE, operation.label  # nothing can be sent that it doesn't allow
    assert asked >= 9
