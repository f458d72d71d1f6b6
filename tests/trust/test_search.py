"""A search shows each result only to those who may see it."""

from collections import Counter

import pytest

from accounts.access import Access
from find import queries, registry
from find.words import Words
from knowledge.coproduction import sample
from market import rights_samples as market_samples
from market.statements import rights as statement_samples
from peer_network import rights_samples
from peer_network.models import Topic
from tenants.contexts import in_area
from tests.knowledge.resources import draft
from tests.timebank import given
from tests.trust.rights_world import DISABLED, EVERYBODY, SIGNED_OUT, make_world

# Results of one kind lead to the same page or two, so that these show the rest.
MOST_OF_A_KIND = 3
# Together these find something in every source.
SEARCHED = ("nhs", "people health", "kernow", "council", "secretpartner", "privacy", "plan", "secrettea", "company")


@pytest.fixture
def world(kernow, bristol):
    from knowledge.front_page import make_front_page

    make_front_page()
    for area in (kernow, bristol):
        mark_workspace(area)
    _put_a_site_into_the_register(kernow)
    given.offer(title="How we write a plan")
    given.request(title="Help with a plan")
    sample.publish(draft(title="A plan of one's own", is_sample=True))
    world = make_world(kernow, bristol)
    market_samples.an_offer()
    statement_samples.a_statement(kernow)
    _put_topics_into_the_peer_network(world)
    return world


def _put_topics_into_the_peer_network(world):
    """Two that members find, one of them in a space into which nobody was let; the budget holder alone is no member."""
    author = rights_samples.somebody_else(world)
    for space in (rights_samples.a_space(), rights_samples.a_closed_space()):
        topic = rights_samples.a_topic(author, space)
        Topic.objects.filter(pk=topic.pk).update(title=f"Secrettea of {space.slug}")
    for role in ("carer", "peer-supporter", "moderator"):
        rights_samples.member_of(world.people[role])


def _put_a_site_into_the_register(area):
    import datetime

    from tenants import sites
    from tenants.models import ImplementationCohort

    cohort = ImplementationCohort.objects.get(number=1)
    joined = datetime.date(2015, 1, 7)
    sites.add(area=area, group="mental_health", cohort=cohort, name="Council site", on=joined, by=None)


def mark_workspace(area):
    """A partner, a resource and a plan with words that stand nowhere else: `secretpartner kernow`."""
    from tenants.models import Organisation
    from tenants.rollout.models import (
        ComponentMaturity,
        EqualityAssessment,
        GroupPlan,
        KeyAction,
        Partner,
        PromiseStanding,
        Resource,
    )

    organisation = Organisation.objects.create(
        slug=f"partner-{area.slug}", name=f"Secretpartner of {area.slug}", kind="voluntary"
    )
    with in_area(area):
        Partner.objects.create(organisation=organisation)
        Resource.objects.create(what=f"Secretresource of {area.slug}")
        GroupPlan.objects.filter(group="mental_health").update(next_step=f"Secretstep of {area.slug}")
        ComponentMaturity.objects.create(
            component="1A", level=2, evidence=f"Secretevidence of {area.slug}", assessed_on="2015-07-01"
        )
        KeyAction.objects.create(number=1, state="under_way", note=f"Secretnote of {area.slug}")
        PromiseStanding.objects.create(
            key="phb_chc", status="at_risk", where_it_stands=f"Secretstanding of {area.slug}", said_on="2015-07-01"
        )
        EqualityAssessment.objects.create(
            subject="plan", group="mental_health", evidence=f"Secretfinding of {area.slug}"
        )


def found_by(world, who, words):
    access = None if who == SIGNED_OUT else Access(world.people[who])
    return queries.search(Words.typed(words), access).found


def test_every_result_opens_for_whoever_found_it(world):
    opened: set[tuple[str, str]] = set()
    of_a_kind: Counter[tuple[str, str]] = Counter()
    kinds = set()
    for who in EVERYBODY:
        for words in SEARCHED:
            for found in found_by(world, who, words):
                kind = found.facets["kind"][0].key
                kinds.add(kind)
                is_known = (who, found.url) in opened or (SIGNED_OUT, found.url) in opened
                if is_known or of_a_kind[who, kind] == MOST_OF_A_KIND:
                    continue
                of_a_kind[who, kind] += 1
                opened.add((who, found.url))
                status = world.clients[who].get(found.url).status_code
                assert status == 200, f"{who} found {found.title!r}, and {found.url} answers {status}"
    assert kinds == {source.key for source in registry.sources()}, "a source was not tried: add words for it"


OF_A_WORKSPACE = [
    "secretpartner",
    "secretresource",
    "secretstep",
    "secretevidence",
    "secretnote",
    "secretstanding",
    "secretfinding",
]


@pytest.mark.parametrize("words", OF_A_WORKSPACE)
def test_an_areas_roll_out_is_found_by_its_own_people_alone(world, words):
    for who in EVERYBODY:
        found = [each for each in found_by(world, who, words) if each.facets["kind"][0].key == "workspaces"]
        areas = {each.facets["area"][0].key for each in found}
        own = {"practitioner", "area-lead", "finance-lead", "commissioner"}
        expected = {"kernow"} if who in own else {"bristol"} if who == "area lead of another area" else set()
        assert areas == expected, who


def test_topics_are_found_by_members_in_the_spaces_that_they_may_read(world):
    open_one = {"Secrettea of rights-table"}
    expected = {
        "carer": open_one,
        "peer-supporter": open_one,
        "moderator": open_one | {"Secrettea of rights-table-by-request"},
    }
    for who in EVERYBODY:
        assert {found.title for found in found_by(world, who, "secrettea")} == expected.get(who, set()), who


def test_nobody_without_a_live_account_finds_more_than_the_public(world):
    public = [found.url for found in found_by(world, SIGNED_OUT, "kernow")]
    assert [found.url for found in found_by(world, DISABLED, "kernow")] == public


def test_a_role_that_ended_finds_nothing_of_the_area(world):
    assert all(found.facets["kind"][0].key != "workspaces" for found in found_by(world, "former area lead", "secret"))


def test_a_search_leaves_the_connection_where_it_was(world):
    from django.db import connection

    found_by(world, "area-lead", "secretpartner")
    assert connection.schema_name == "public"
