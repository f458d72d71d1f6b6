"""What the page of an item shows, and what it asks of the part for safeguarding."""

from typing import Any

from django.db import transaction

from peer_network.models import Act, ItemStep, QueueItem, Report
from peer_network.moderation import claims, clocks, matters, offers, presenters, queries, welfare


def context(item: QueueItem, me: Any) -> dict[str, Any]:
    """Everything that the page needs; the number of queries doesn't grow with reports or decisions."""
    matter = matters.of_item(item)
    is_mine = item.claimed_by_id == me.pk and item.closed_at is None
    is_folded = welfare.is_distressing(item) and not welfare.has_opened(item, me)
    offered = offers.for_item(item, matter) if is_mine else offers.Offered(())
    reports = Report.objects.filter(item=item).order_by("made_at", "pk")
    return {
        "item": item,
        "heading": f"{item.get_kind_display()}: {matter.noun}",
        "matter": matter,
        "clock": clocks.words(item),
        "urgency": presenters.urgency(item),
        "is_mine": is_mine,
        "is_taken": item.claimed_by_id is not None and not is_mine and not claims.has_lapsed(item),
        "for_another": "" if item.closed_at else claims.why_not(item, me),
        "is_folded": is_folded,
        "found": item.found,
        "reports": presenters.reports(reports),
        "member": item.about,
        "member_facts": presenters.member_facts(item.about) if item.about else [],
        "before": _before(item),
        "decides": _buttons(offered.decides),
        "besides": _buttons(offered.besides),
        "is_appeal": item.kind == QueueItem.Kind.APPEAL,
        "steps": presenters.steps(item.steps.select_related("by")),
    }


def refer(*, item: QueueItem, words: str, by: Any) -> None:
    """Hand the item to the safeguarding leads, and note that it was."""
    from peer_network.safeguarding import actions

    with transaction.atomic():
        actions.refer(item=item, by=by, words=words)
        ItemStep.objects.create(item=item, kind=ItemStep.Kind.REFERRED, by=by)


def _before(item: QueueItem) -> Any:
    if item.about is None:
        return None
    found = queries.acts_about(item.about.public_id)
    return presenters.acts_table(found, "before", "What was decided about this member before") if found else None


def _buttons(kinds: tuple[Act.Kind, ...]) -> list[dict[str, Any]]:
    return [{"kind": kind.value, "label": presenters.ACTS[kind][0], "does": presenters.ACTS[kind][1]} for kind in kinds]
