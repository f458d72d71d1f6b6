"""Reading what people said of being refused, in the area's own schema."""

from tenants.rollout.models import Refusal


def refusals(group: str = "") -> list[Refusal]:
    """Those that wait first, the oldest of them on top; then those that were dealt with, the newest first."""
    rows = Refusal.objects.filter(group=group) if group else Refusal.objects.all()
    waiting = [row for row in rows if row.answered_on is None]
    done = [row for row in rows if row.answered_on is not None]
    newest = sorted(done, key=lambda row: (row.answered_on, row.pk), reverse=True)
    return sorted(waiting, key=lambda row: (row.said_on, row.pk)) + newest


def refusal(number: int) -> Refusal | None:
    """One of them by its number."""
    return Refusal.objects.filter(pk=number).first()


def waiting_count() -> int:
    """How many nobody has dealt with."""
    return Refusal.objects.filter(answered_on__isnull=True).count()
