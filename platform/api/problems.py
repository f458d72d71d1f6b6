"""Every refusal of the API in one shape: `application/problem+json` (RFC 9457)."""

import logging
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import Field, NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from api.errors import Problem

logger = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
SEND_A_TOKEN = "Send a token that works: Authorization: Bearer ipc_… You make one at /me/tokens/."  # noqa: S105
NOTHING_HERE = "There is nothing at this address, or it is not yours to see."
NOT_YOURS = "Your roles do not allow this."


class Fault(Schema):
    """One thing that is wrong with what was sent."""

    where: str = Field(examples=["query.page"])
    why: str = Field(examples=["Input should be greater than or equal to 1"])


class ProblemDetails(Schema):
    """What every refusal looks like."""

    type: str = Field("about:blank", examples=["about:blank"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=[NOTHING_HERE])
    errors: list[Fault] = Field(default_factory=list, description="For 422: what is wrong, and where.")


def answer(
    status: int, detail: str, *, errors: list[dict[str, str]] | None = None, headers: dict[str, str] | None = None
) -> HttpResponse:
    """The refusal, with the challenge that a 401 needs."""
    body: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    body |= {"detail": detail, "errors": errors or []}
    response = JsonResponse(body, status=status, content_type=MEDIA_TYPE, headers=headers)
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="api"'
    return response


def handle_in(root: NinjaAPI) -> None:
    """Have the API answer in this shape, whatever goes wrong."""
    root.exception_handler(Problem)(lambda request, error: answer(error.status, error.detail, headers=error.headers))
    root.exception_handler(AuthenticationError)(lambda request, error: answer(401, SEND_A_TOKEN))
    root.exception_handler(Http404)(lambda request, error: answer(404, NOTHING_HERE))
    root.exception_handler(PermissionDenied)(lambda request, error: answer(403, str(error) or NOT_YOURS))
    root.exception_handler(HttpError)(lambda request, error: answer(error.status_code, str(error)))
    root.exception_handler(ValidationError)(_not_understood)
    root.exception_handler(Exception)(_broken)


def _not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [{"where": ".".join(str(part) for part in each["loc"]), "why": each["msg"]} for each in error.errors]
    return answer(422, "Part of the request can't be understood. Look at errors.", errors=errors)


def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.error("api.failed", exc_info=error)
    return answer(500, "Something went wrong here. Try again in a few minutes.")
