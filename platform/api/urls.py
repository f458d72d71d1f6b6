"""The root of the API, `/api/v1/`."""

from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI

from api import description, problems, registry
from api.health import Health, health
from api.operations import reads
from api.tokens import TokenAuth

ABOUT = "Read what the network's pages show, from a program. Every figure says its date and its source."


def build(namespace: str = "api") -> NinjaAPI:
    """The API with every registered part; made once, when the addresses are first needed."""
    root = NinjaAPI(
        title="IPC network",
        version="1",
        description=ABOUT,
        urls_namespace=namespace,
        docs_url=None,  # the library's page loads scripts from another site; ours is /api/docs
        openapi_url=None,
        auth=TokenAuth(),
    )
    problems.handle_in(root)
    root.get("/health", auth=None, url_name="health", response=Health, summary="Whether the API answers")(health)
    for prefix, router in registry.all_routers().items():
        root.add_router(f"/{prefix}", router)
    reads(root.default_router, "/openapi.json", scope="me:read", response=dict[str, Any], summary="This description")(
        openapi
    )
    return root


def openapi(request: HttpRequest) -> dict[str, Any]:
    """The whole API in the OpenAPI format, for programs that write programs."""
    return description.of(api)


api = build()
