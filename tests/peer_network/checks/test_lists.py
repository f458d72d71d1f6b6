import pytest
from django.db import IntegrityError, connection, transaction

from audit.models import AuditRow
from peer_network.checks import actions, editing, lists
from peer_network.checks.errors import LineRefused, WouldHoldOrdinaryPosts
from peer_network.models import PhraseEdition

pytestmark = pytest.mark.django_db
WORDS = {"list": "unkind", "pattern": "grumble pot", "why": "Missed last week"}


def kinds(text, member):
    return [each.kind.value for each in actions.look_at(text, member)]


def test_a_line_that_a_moderator_adds_counts_from_the_next_post_on(member, moderator):
    ann = member()
    assert kinds("You old grumble pot", ann) == []
    editing.write(key=None, **WORDS, by=moderator)
    assert kinds("You old grumble pot", ann) == ["unkind"]
    row = AuditRow.objects.latest("pk")
    assert (row.action, row.by, row.detail) == ("peers_words.change", moderator, {"list": "unkind", "in_use": True})


def test_a_line_that_is_switched_off_counts_no_longer(member, moderator):
    ann = member()
    old = next(line for line in lists.lines() if line.pattern.startswith("(shut up|"))
    assert kinds("Oh shut up", ann) == ["unkind"]
    facts = {"list": old.list, "pattern": old.pattern, "unless": old.unless}
    editing.write(key=old.key, **facts, is_active=False, why="Too strict", by=moderator)
    assert kinds("Oh shut up", ann) == []
    assert len(lists.lines()) == len(lists._starting())


def test_every_state_of_a_line_is_kept_for_good(moderator):
    first = editing.write(key=None, **WORDS, by=moderator)
    editing.write(key=first.key, **{**WORDS, "pattern": "moan pot"}, by=moderator)
    assert [row.pattern for row in PhraseEdition.objects.filter(key=first.key)] == ["moan pot", "grumble pot"]
    assert lists.line(first.key).pattern == "moan pot"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE peer_network_phraseedition SET why = 'else'")


def test_a_line_that_cannot_be_read_is_refused_with_the_reason(moderator):
    with pytest.raises(LineRefused, match="not closed"):
        editing.write(key=None, **{**WORDS, "pattern": "(grumble"}, by=moderator)
    with pytest.raises(LineRefused, match="example.com"):
        editing.write(key=None, list="blocked_sites", pattern="https://example.com/", why="Sells", by=moderator)
    assert not PhraseEdition.objects.exists()


def test_a_line_that_would_hold_ordinary_posts_is_asked_about(moderator):
    wide = {"list": "crisis_oblique", "pattern": "budget", "why": "To try"}
    with pytest.raises(WouldHoldOrdinaryPosts, match="They cut the budget again this year"):
        editing.write(key=None, **wide, by=moderator)
    assert editing.write(key=None, **wide, anyway=True, by=moderator).is_active


def test_a_hint_has_points_and_a_saying_has_two_words(moderator):
    hint = {"list": "crisis_hints", "pattern": "grumble pot", "name": "low", "why": "Missed"}
    for points in (0, 4):
        with pytest.raises(LineRefused, match="one to three points"):
            editing.write(key=None, **hint, points=points, by=moderator)
    with pytest.raises(LineRefused, match="Only a hint has points"):
        editing.write(key=None, **WORDS, points=2, by=moderator)
    kept = editing.write(key=None, **hint, points=3, by=moderator)
    assert lists.phrase_of(lists.line(kept.key)).points == 3
    saying = {"list": "crisis_sayings", "why": "An idiom"}
    with pytest.raises(LineRefused, match="at least two words"):
        editing.write(key=None, **saying, pattern="kill|grumble", by=moderator)
    assert editing.write(key=None, **saying, pattern="kill for tea", by=moderator).is_active


def test_a_hint_from_before_hints_had_points_has_two(moderator):
    old = PhraseEdition.objects.create(list="crisis_hints", pattern="grumble pot", why="Old", by=moderator)
    assert lists.phrase_of(lists.line(old.key)).points == 2


def test_a_group_that_other_lines_use_is_not_taken_away(moderator):
    group = next(line for line in lists.lines() if line.name == "pills")
    facts = {"list": "groups", "name": "pills", "pattern": group.pattern}
    with pytest.raises(LineRefused, match="lines use this group"):
        editing.write(key=group.key, **facts, is_active=False, why="Old", by=moderator)


def test_a_site_that_moderators_block_is_found(member, moderator):
    ann = member()
    assert kinds("see shop.example.com", ann) == []
    editing.write(key=None, list="blocked_sites", pattern="Example.com", why="Sells miracle cures", by=moderator)
    assert kinds("see shop.example.com", ann) == ["blocked_link"]


def test_names_of_staff_alone_are_read(member, person):
    ann = member()
    for role, name in (("network-manager", "River Stone"), ("carer", "Sunny Field")):
        somebody = person(role)
        somebody.name = name
        somebody.save()
    assert kinds("i saw river stone and sunny field today", ann) == ["full_name"]


def test_a_new_member_may_add_fewer_links(member):
    text = "one.example.com and two.example.com"
    assert kinds(text, member(standing="new")) == ["too_many_links"]
    assert kinds(text, member()) == []


def test_a_look_costs_three_queries(member, moderator, django_assert_num_queries):
    ann = member()
    editing.write(key=None, **WORDS, by=moderator)
    actions.look_at("Hello", ann)
    with django_assert_num_queries(3):
        actions.look_at("Hello everybody, I am new here", ann)
