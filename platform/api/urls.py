"""The root of the API, `/api/v1/`.

It has no page of documentation yet: the one that comes with the library loads scripts from another site, which our
content security policy forbids.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError

from api import registry
from api.tokens import TokenAuth

REFUSED = {"detail": "Send a token to use this address."}


def build(namespace: str = "api") -> NinjaAPI:
    """The API with every registered part; made once, when the addresses are first needed."""
    root = NinjaAPI(
        title="IPC network", version="1", urls_namespace=namespace, docs_url=None, openapi_url=None, auth=TokenAuth()
    )
    root.get("/health", auth=None, url_name="health")(health)
    root.exception_handler(AuthenticationError)(_refuse)
    for prefix, router in registry.all_routers().items():
        root.add_router(f"/{prefix}/", router)
    return root


def health(request: HttpRequest) -> dict[str, str]:
    """The API answers."""
    return {"status": "ok"}


def _refuse(request: HttpRequest, error: Any) -> HttpResponse:
    response = api.create_response(request, REFUSED, status=401)
    response["WWW-Authenticate"] = 'Bearer realm="api"'
    return response


api = build()
