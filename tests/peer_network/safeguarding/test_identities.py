"""Who a member is: opened for a case, with a reason, written down, and kept when the member goes."""

import pytest

from audit.models import AuditRow
from data_rights import erasing
from peer_network.joining import leaving
from peer_network.models import IdentityLookup, Member
from peer_network.safeguarding import actions, data_part, identities, sealing
from peer_network.safeguarding.errors import NobodyToOpen, ReasonMissing

pytestmark = pytest.mark.django_db
REASON = "They mean to end their life tonight. I am about to call 999."


def test_an_identity_is_opened_with_a_reason_and_written_down(lead, refer, member, kernow):
    about = member(area=kernow)
    case = refer(about)
    found = identities.look_up(case=case, by=lead, reason=REASON)

    assert (found.name, found.email) == (about.user.name, about.user.email)
    assert found.roles == ("Budget holder, NHS Kernow",)
    row = AuditRow.objects.get(action="safeguarding.identity")
    assert (row.by, row.object_words, row.detail) == (lead, f"Case {case.reference}", {})
    kept = IdentityLookup.objects.get()
    assert sealing.unseal(case, kept.sealed) == {"words": REASON, "about": str(about.public_id)}


@pytest.mark.parametrize("reason", ["", "   ", "needed"])
def test_without_a_reason_nothing_is_opened(lead, case, reason):
    with pytest.raises(ReasonMissing):
        identities.look_up(case=case, by=lead, reason=reason)
    assert not IdentityLookup.objects.exists()


def test_a_case_about_nobody_here_has_no_identity_to_open(lead):
    case = actions.open_case(origin="lead", words="A child", about_words="A boy of ten", urgency=2, by=lead)
    with pytest.raises(NobodyToOpen):
        identities.look_up(case=case, by=lead, reason=REASON)


def test_who_a_member_was_stays_in_the_case_when_they_leave(lead, refer, member):
    about = member()
    case = refer(about)
    leaving.leave(member=about)
    case.refresh_from_db()

    found = identities.look_up(case=case, by=lead, reason=REASON)
    assert (found.name, found.email) == (about.user.name, about.user.email)
    assert "have left" in found.note


def test_who_a_member_was_stays_in_the_case_when_their_account_is_erased(lead, refer, member, person):
    about = member()
    case, email = refer(about), about.user.email
    erased = erasing.erase(user=about.user, by=person("network-manager"), why="asked")
    case.refresh_from_db()

    assert not Member.objects.filter(pk=about.pk).exists()
    assert identities.look_up(case=case, by=lead, reason=REASON).email == email
    assert not any("afeguard" in words for words in erased.done)


def test_a_copy_and_an_erasure_say_the_same_whether_there_is_a_case_or_not(refer, member):
    about, another = member(), member()
    refer(about)
    said = [list(data_part.export(each.user)) for each in (about, another)]
    kept = [data_part.keeps(each.user) for each in (about, another)]

    assert said[0] == said[1]
    assert kept[0] == kept[1]


def test_a_moderator_who_referred_gets_a_count_and_no_words(person, member):
    from peer_network.moderation.opening import put_before_moderators

    about, moderator = member(), person("moderator")
    item = put_before_moderators(kind="report", subject_kind="post", subject_id=about.public_id, about=about)
    actions.refer(item=item, by=moderator, words="She is locked in.")
    (section,) = data_part.export(moderator)
    assert section.rows == [["safeguarding cases", "1"], ["entries of safeguarding cases", "1"]]
