"""Proposing a resource, and answering a proposal."""

import json
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.text import slugify

import audit
from knowledge.proposals import notices
from knowledge.proposals.errors import ProposalRefused

ANSWERED = "This proposal has been answered already."


@transaction.atomic
def propose(
    *,
    title: str,
    helps: str,
    role: str,
    kind: str = "",
    groups: list[str] | None = None,
    name: str = "",
    area: Any = None,
    source: str = "",
    came_from: str = "",
    by: Any,
) -> Any:
    """Keep a proposal and tell the editors. `name` is given only by those who agree to be named on the page.

    The same `source` again gives the proposal that there is.
    """
    from knowledge.models import Proposal

    facts = {"title": title.strip()[:120], "helps": helps.strip(), "kind": kind, "groups": groups or [], "role": role}
    facts |= {"name": name.strip()[:100], "area": area, "came_from": came_from, "by": by}
    if source:
        proposal, is_new = Proposal.objects.get_or_create(source=source, defaults=facts)
        if not is_new:
            return proposal
    else:
        proposal = Proposal.objects.create(**facts)
    audit.record(action="proposal.make", by=by, by_words="" if by else came_from or "Nobody named", object=proposal)
    notices.made(proposal)
    return proposal


@transaction.atomic
def take_up(*, proposal: Any, kind: str, by: Any) -> Any:
    """Begin a draft of this kind with the proposal's words; returns the draft. Whoever proposed it is told.

    They are its author, and the page credits them by role. Raises ProposalRefused for one that was answered.
    """
    from knowledge.models import KINDS, CoProducer, KnowledgeIndex, Step

    proposal = _open(proposal)
    page_type: Any = {each._meta.model_name: each for each in KINDS}[kind]
    page = page_type(
        title=proposal.title,
        slug=_free_slug(proposal.title),
        summary=proposal.helps[:400],
        body=json.dumps([{"type": "text", "value": _paragraphs(proposal.helps)}]),
        groups=proposal.groups,
        area_of_origin=proposal.area,
        owner_area=proposal.area,
        author=proposal.by,
        owner=by,
        live=False,
        co_producers=[
            CoProducer(
                role=proposal.role, did="Proposed it", name=proposal.name, consents_to_be_named=bool(proposal.name)
            )
        ],
    )
    page = KnowledgeIndex.objects.get().add_child(instance=page)
    revision = page.save_revision(user=by)
    step = {"stage": Step.Stage.PROPOSAL, "outcome": Step.Outcome.DONE, "role": proposal.role}
    Step.objects.create(resource_id=page.pk, revision=revision, by=proposal.by, **step)
    _answer(proposal, by, state=proposal.State.TAKEN_UP, resource_id=page.pk)
    audit.record(action="proposal.take_up", by=by, object=proposal, detail={"page": page.pk})
    notices.answered(proposal, by=by)
    return page


@transaction.atomic
def decline(*, proposal: Any, reason: str, by: Any) -> None:
    """Say why it isn't taken up; whoever proposed it reads that. Raises ProposalRefused without a reason."""
    if not reason.strip():
        raise ProposalRefused("Say why. Whoever proposed it reads your answer.")
    proposal = _open(proposal)
    _answer(proposal, by, state=proposal.State.DECLINED, reason=reason.strip())
    audit.record(action="proposal.decline", by=by, object=proposal)
    notices.answered(proposal, by=by)


def _open(proposal: Any) -> Any:
    from knowledge.models import Proposal

    found = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if found.state != Proposal.State.NEW:
        raise ProposalRefused(ANSWERED)
    return found


def _answer(proposal: Any, by: Any, **facts: Any) -> None:
    for name, value in {**facts, "answered_by": by, "answered_at": timezone.now()}.items():
        setattr(proposal, name, value)
    proposal.save()


def _free_slug(title: str) -> str:
    """An address below the knowledge base that no page and no view has."""
    from knowledge.models import KnowledgeIndex
    from knowledge.models.index_pages import RESERVED

    wanted = slugify(title)[:60] or "proposal"
    taken = set(KnowledgeIndex.objects.get().get_children().values_list("slug", flat=True)) | RESERVED
    number, slug = 2, wanted
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def _paragraphs(words: str) -> str:
    return "".join(f"<p>{escape(line.strip())}</p>" for line in words.splitlines() if line.strip())
