"""One dated row of what an area publishes; plans have their own action (`tenants.returns.actions`)."""

from typing import Any, TypeVar

from config.today import today
from tenants.models import Area
from tenants.returns.models.base import Published

Row = TypeVar("Row", bound=Published)


def publish(model: type[Row], *, area: Area, reason: str, is_sample: bool = False, **facts: Any) -> Row:
    """A new row as of today, inside the caller's transaction. Earlier rows stay as they were."""
    return model._default_manager.create(
        area=area, reason=reason, source=f"{area.name}'s own word", as_at=today(), is_sample=is_sample, **facts
    )
