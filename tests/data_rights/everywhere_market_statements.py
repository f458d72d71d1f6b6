"""A person's part in market position statements, with their name in every text."""

from typing import Any

from market.models import Interest, Intervention, StatementVersion
from market.statements import drafting


def make(user: Any, other: Any, area: Any, provider: Any) -> None:
    """A statement that the person wrote and `other` published, in whose tables they are named too."""
    facts = {"need": "payroll", "kind": "grant", "what": f"{user.name} asks", "owner": user.name, "written_by": user}
    Intervention.objects.create(area=area, **facts)
    draft = drafting.begin(area=area, by=user)
    for part in StatementVersion.PARTS:
        drafting.write(version=draft, part=part, text=f"Ask {user.name}", by=user)
    statement = drafting.publish(version=draft, by=other).statement
    Interest.objects.create(statement=statement, provider=provider, said_by=user, note=f"Ring {user.name}")
