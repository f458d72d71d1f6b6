"""For the rights table: an object that is in the other area alone, under a number that the area itself doesn't have."""

from collections.abc import Callable
from typing import Any

from tenants.contexts import in_area

OF_THE_OTHER_AREA = 900_001


def number_in_other_area(label: str, **facts: Any) -> Callable[[Any], dict[str, Any]]:
    """Arguments of an address with such a number: a row of `finance_models.<label>` with these facts."""

    def arguments(world: Any) -> dict[str, Any]:
        from django.apps import apps

        model = apps.get_model("finance_models", label)
        with in_area(world.other_area):
            model._default_manager.get_or_create(pk=OF_THE_OTHER_AREA, defaults=facts)
        return {"number": OF_THE_OTHER_AREA}

    return arguments
