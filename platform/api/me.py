"""Who the token speaks for."""

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from accounts import policy
from api.operations import reads

router = Router(tags=["You"])


class Role(Schema):
    """One role of the token's owner."""

    role: str = Field(examples=["area-lead"])
    name: str = Field(examples=["Area lead"])
    area: str | None = Field(description="The area's slug; null for a role held elsewhere.", examples=["kernow"])


class Me(Schema):
    """The token's owner, by a number that says nothing of the person, and the token itself."""

    id: str = Field(examples=["7d1f9d8e-54a7-4dbe-8f55-0ac8a6c2e3a1"])
    roles: list[Role]
    token: str = Field(description="The token's name.", examples=["Monthly figures"])
    scopes: list[str] = Field(examples=[["me:read", "board:read"]])
    expires_at: datetime.datetime


@reads(router, "", scope="me:read", response=Me, summary="Who this token speaks for")
def me(request: HttpRequest) -> dict[str, Any]:
    """The owner's roles as they are now, and what this token is for. No name and no e-mail address."""
    token = request.auth
    return {
        "id": str(request.user.public_id),
        "roles": [
            {"role": row.role, "name": policy.ROLES[row.role].name, "area": row.area.slug if row.area else None}
            for row in request.access.memberships
            if row.role in policy.ROLES
        ],
        "token": token.name,
        "scopes": token.scopes,
        "expires_at": token.expires_at,
    }
