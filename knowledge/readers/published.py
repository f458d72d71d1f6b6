"""Finding a resource as a reader may see it."""

from typing import Any

from django.shortcuts import get_object_or_404


def resource_or_404(key: int) -> Any:
    """A published resource that is open to everybody; raises Http404 for any other, as if it weren't there."""
    from knowledge.models import Resource

    return get_object_or_404(Resource.objects.live().public(), pk=key)
