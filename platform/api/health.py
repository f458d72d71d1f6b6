"""The one public address of the API."""

from django.http import HttpRequest
from ninja import Field, Schema


class Health(Schema):
    """The API answers."""

    status: str = Field(examples=["ok"])


def health(request: HttpRequest) -> dict[str, str]:
    """For monitoring; needs no token."""
    return {"status": "ok"}
