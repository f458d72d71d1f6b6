"""Declaring an address of the API: none without a scope, and all with the same refusals."""

from collections.abc import Callable
from typing import Any

from ninja import Router

from api.problems import ProblemDetails
from api.tokens import TokenAuth

REFUSALS = dict.fromkeys((400, 401, 403, 429), ProblemDetails)


def reads(
    router: Router, path: str, *, scope: str, response: Any, summary: str, missing: bool = False, **more: Any
) -> Callable[[Any], Any]:
    """Answer GET at `path` of the router, for tokens with this scope.

    `missing` says that it may answer 404. The function's docstring is the description in the documentation.
    """
    answers = {200: response, **REFUSALS, 422: ProblemDetails, **({404: ProblemDetails} if missing else {})}
    return router.get(
        path,
        auth=TokenAuth(scope),
        response=answers,
        summary=summary,
        openapi_extra={"x-scope": scope},
        **more,
    )
