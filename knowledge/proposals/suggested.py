"""What other rooms suggest, such as lessons of the time bank, arrives as a proposal with its author."""

from tenants.suggestions import Suggestion

FROM_AN_AREA = "practitioner"  # who writes for an area in another room works there


def take(suggestion: Suggestion) -> None:
    """Keep it as a proposal; the same source again changes nothing."""
    from knowledge.proposals import actions

    actions.propose(
        title=suggestion.title,
        helps=suggestion.words,
        role=FROM_AN_AREA,
        area=suggestion.area,
        source=suggestion.source,
        came_from=suggestion.came_from,
        by=suggestion.by,
    )


def addresses(sources: list[str]) -> dict[str, str]:
    """Source -> where its author sees what came of it, in one query."""
    from knowledge.models import Proposal
    from knowledge.proposals import notices

    found = Proposal.objects.filter(source__in=sources)
    return {proposal.source: notices.address(proposal) for proposal in found}
