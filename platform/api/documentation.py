"""The page of documentation, from the API's own OpenAPI description: nothing stands there that isn't so."""

import json
from typing import Any

from django.conf import settings

from api import scopes

# What an address could answer, in words; 200 is told by its example.
REFUSALS = (
    ("400", "The token is in the address, where it must not be."),
    ("401", "There is no token, or it no longer works."),
    ("403", "The token was not made for this, or your roles do not allow it."),
    ("404", "There is nothing here, or it is not yours to see: the two look the same."),
    ("422", "Part of the request can’t be understood; errors says which."),
    ("429", "Too many requests. The header Retry-After says how many seconds to wait."),
)
DEEPEST = 6


def page(document: dict[str, Any]) -> dict[str, Any]:
    """Everything that the page shows: addresses with scope, parameters, example and a command to try."""
    operations = [
        _operation(path, method, details, document)
        for path, methods in document["paths"].items()
        for method, details in methods.items()
    ]
    return {
        "operations": operations,
        "contents": [
            ("start", "Start"),
            *((each["id"], each["path"]) for each in operations),
            ("refusals", "Refusals"),
        ],
        "scopes": [(scope.key, scope.words) for scope in scopes.every()],
        "refusals": REFUSALS,
        "limit": settings.RATE_LIMITS["api"]["account"].partition("/")[0],
        "base": settings.SITE_URL.rstrip("/"),
    }


def _operation(path: str, method: str, details: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    scope = details.get("x-scope", "")
    words = details.get("description", "").partition("\n\nScope:")[0]
    schema = details["responses"].get(200, details["responses"].get("200"))["content"]["application/json"]["schema"]
    return {
        "id": details["operationId"].replace("_", "-"),
        "path": path,
        "method": method.upper(),
        "summary": details["summary"],
        "about": "" if words.startswith("Scope:") else words,
        "scope": scope,
        "scope_words": scopes.find(scope).words if scope else "No token is needed.",
        "parameters": [_parameter(each) for each in details.get("parameters", [])],
        "example": json.dumps(example_of(schema, document), indent=2, ensure_ascii=False),
        "command": _command(path, scope, details.get("parameters", [])),
    }


def _parameter(parameter: dict[str, Any]) -> list[str]:
    """Columns: name, where, what it is, must it be sent."""
    schema = parameter["schema"]
    default = schema.get("default")
    says = parameter.get("description", "") or schema.get("title", "")
    limits = f" From {schema['minimum']} to {schema['maximum']}." if "maximum" in schema else ""
    needed = "Yes" if parameter["required"] else f"No: {default}" if default is not None else "No"
    return [parameter["name"], "In the path" if parameter["in"] == "path" else "After ?", says + limits, needed]


def _command(path: str, scope: str, parameters: list[dict[str, Any]]) -> str:
    for parameter in parameters:
        if parameter["in"] == "path":
            value = str(example_of(parameter["schema"], {}))
            path = path.replace("{" + parameter["name"] + "}", value)
    header = ' \\\n  --header "Authorization: Bearer $IPC_TOKEN"' if scope else ""
    return f"curl {settings.SITE_URL.rstrip('/')}{path}{header}"


def example_of(schema: dict[str, Any], document: dict[str, Any], depth: int = 0) -> Any:
    """An example of the schema, from the examples that its fields state, else from their types."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if depth > DEEPEST:
        return None
    if schema.get("examples"):
        return schema["examples"][0]
    if "anyOf" in schema:
        return example_of(schema["anyOf"][0], document, depth + 1)
    if schema.get("type") == "object":
        return {name: example_of(each, document, depth + 1) for name, each in schema.get("properties", {}).items()}
    if schema.get("type") == "array":
        return [example_of(schema["items"], document, depth + 1)]
    return schema.get("default", _PLAIN.get((schema.get("type"), schema.get("format"))))


_PLAIN = {
    ("string", "date"): "2015-07-15",
    ("string", "date-time"): "2026-11-24T09:30:00Z",
    ("string", None): "…",
    ("integer", None): 1,
    ("boolean", None): True,
}
