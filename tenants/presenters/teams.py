"""An area's team, ready for a page or a file."""

from django.conf import settings

from accounts import policy
from config.today import today
from files.tables import Table
from tenants.models import Area, Membership
from tenants.queries import TeamMember


def table(area: Area, members: list[TeamMember]) -> Table:
    """Columns: name, role."""
    return Table(
        key="team",
        caption=f"Team of {area.name}",
        head=("Name", "Role"),
        rows=tuple([member.name, member.role] for member in members),
        as_at=today(),
        source=f"{area.name}'s own list",
        sample=settings.IPC_DEMO,
    )


def role_name(membership: Membership) -> str:
    """The role in words."""
    role = policy.ROLES.get(membership.role)
    return role.name if role else membership.role


def is_only_lead(membership: Membership) -> bool:
    """True when the area would be left without an area lead."""
    leads = Membership.objects.live().filter(area=membership.area_id, role="area-lead")
    return not leads.exclude(pk=membership.pk).exists()
