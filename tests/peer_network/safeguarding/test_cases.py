"""A case is opened, worked on and closed; its record can't be changed, and says nothing to whoever reads the tables."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from audit.models import AuditRow
from notify.models import Notification
from peer_network.models import Case, CaseEntry, CaseStep
from peer_network.safeguarding import actions, sealing, work
from peer_network.safeguarding.errors import CaseClosed, CaseRefused
from tests.peer_network.safeguarding.conftest import WORRY

pytestmark = pytest.mark.django_db
LATER = datetime.date(2035, 1, 1)


def test_a_moderator_refers_and_every_lead_hears_of_it_at_once(lead, refer, member):
    about = member()
    case = refer(about, is_urgent=True)

    assert (case.urgency, case.origin, case.state) == (Case.Urgency.DANGER, "moderator", "open")
    assert sealing.facts_of(case)["words"] == WORRY
    assert sealing.facts_of(case)["about"] == str(about.public_id)
    told = Notification.objects.get(to=lead, kind="peers-safeguarding")
    assert told.title == f"A new case: {case.reference}"
    assert told.mail is not None
    assert WORRY not in told.title + told.body


def test_referring_the_same_thing_again_adds_to_the_case_and_makes_it_as_urgent(refer, member):
    about = member()
    first = refer(about)
    again = refer(about, is_urgent=True, words="Now she doesn’t answer.")

    assert again == first
    assert Case.objects.get().urgency == Case.Urgency.DANGER
    assert [row.kind for row in first.entries.all()] == ["opened", "referred"]
    assert actions.was_referred("post", about.public_id)


def test_after_a_case_is_closed_the_same_thing_opens_a_new_one(lead, refer, member):
    about = member()
    first = refer(about)
    work.set_state(case=first, state="closed", outcome="advice", words="Spoke to her.", by=lead)
    assert refer(about) != first


def test_a_member_tells_and_stands_in_no_audit_row(member):
    teller = member()
    case = actions.tell(member=teller, words="A neighbour is being hurt.")

    row = AuditRow.objects.get(action="safeguarding.open")
    assert (row.by, row.by_words) == (None, "A member of the peer network")
    assert sealing.facts_of(case)["told_by"] == str(teller.public_id)
    assert case.opened_by is None


def test_a_referral_without_words_is_refused(refer, member):
    with pytest.raises(CaseRefused, match="Say what worries you"):
        refer(member(), words="  ")


def test_references_are_drawn_and_not_counted(refer, member):
    drawn = {refer(member()).reference for _ in range(5)}
    assert len(drawn) == 5
    assert all(len(each) == len("SG-7K3M9Q2X") for each in drawn)


def test_the_audit_names_a_case_by_its_reference_alone(lead, case):
    work.note(case=case, words="Rang the council about Mrs Finch.", by=lead)
    work.add_step(case=case, what="Ring again", who="Mrs Finch", due_on=LATER, by=lead)
    rows = AuditRow.objects.filter(action__startswith="safeguarding.")

    assert {row.object_words for row in rows} == {f"Case {case.reference}"}
    told = " ".join(f"{row.object_words} {row.detail}" for row in rows)
    assert "Finch" not in told
    assert "Blackbird" not in told


def test_whoever_reads_the_tables_finds_neither_words_nor_members(lead, refer, member):
    about = member()
    case = refer(about)
    work.note(case=case, words="Rang the council.", by=lead)
    work.add_step(case=case, what="Ring again", who="Mrs Finch", due_on=LATER, by=lead)
    found = ""
    with connection.cursor() as cursor:
        for table in ("case", "caseentry", "casestep", "identitylookup"):
            cursor.execute(f"SELECT row_to_json(t)::text FROM peer_network_{table} t")  # noqa: S608
            found += "".join(row[0] for row in cursor.fetchall())

    assert case.reference in found
    for hidden in ("brother", "council", "Finch", str(about.public_id), about.display_name):
        assert hidden not in found


def test_without_the_key_a_case_says_that_it_cannot_be_read(case, settings):
    settings.SECRET_KEY = "another-key-altogether"
    assert sealing.facts_of(case) == {"words": sealing.NOT_READABLE}


def test_a_new_key_is_put_in_place_of_the_old_one_and_entries_stay_readable(lead, case, settings):
    entry = work.note(case=case, words="Rang the council.", by=lead)
    old = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a-new-key", [old]
    assert sealing.seal_all_again() == 1
    assert sealing.seal_all_again() == 0

    settings.SECRET_KEY_FALLBACKS = []
    found = Case.objects.get()
    assert sealing.facts_of(found)["words"] == WORRY
    assert sealing.unseal(found, entry.sealed)["words"] == "Rang the council."
    subject = sealing.facts_of(found)["subject"]
    assert actions.was_referred(*subject)


def test_each_case_has_a_key_of_its_own(refer, member):
    one, other = refer(member()), refer(member())
    with_other_key = Case(sealed_key=other.sealed_key)
    assert sealing.unseal(with_other_key, one.sealed) == {"words": sealing.NOT_READABLE}


@pytest.mark.parametrize("change", ["UPDATE {} SET by_id = NULL", "DELETE FROM {}", "TRUNCATE {}"])
@pytest.mark.parametrize("table", ["peer_network_caseentry", "peer_network_identitylookup"])
def test_the_record_refuses_change_also_by_raw_sql(lead, case, table, change):
    from peer_network.safeguarding import identities

    identities.look_up(case=case, by=lead, reason="I am about to call 999.")
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(change.format(table))


def test_a_case_goes_when_its_time_is_over_and_not_before(lead, case):
    work.note(case=case, words="Rang the council.", by=lead)
    work.set_state(case=case, state="closed", outcome="advice", words="Spoke to her.", by=lead)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.all().delete()

    Case.objects.update(closed_at=timezone.now() - datetime.timedelta(days=8 * 366))
    Case.objects.all().delete()
    assert CaseEntry.objects.count() == 0


def test_a_case_with_something_to_do_is_not_closed(lead, case):
    step = work.add_step(case=case, what="Ring the council", who="", due_on=LATER, by=lead)
    with pytest.raises(CaseRefused, match="still to be done"):
        work.set_state(case=case, state="closed", outcome="advice", words="Over.", by=lead)
    work.finish_step(step=step, words="They come tomorrow.", by=lead)
    closed = work.set_state(case=case, state="closed", outcome="council", words="Over.", by=lead)
    assert closed.closed_at is not None
    with pytest.raises(CaseClosed):
        work.add_step(case=closed, what="More", who="", due_on=LATER, by=lead)


def test_a_case_is_closed_with_an_outcome_or_not_at_all(lead, case):
    with pytest.raises(CaseRefused, match="how it ended"):
        work.set_state(case=case, state="closed", words="Over.", by=lead)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.update(state="closed")


def test_a_step_that_is_done_stays_done_by_whom_it_was_done(lead, case, person):
    step = work.add_step(case=case, what="Ring", who="", due_on=LATER, by=lead)
    work.finish_step(step=step, by=lead)
    work.finish_step(step=step, by=person("safeguarding-lead"))
    assert CaseStep.objects.get().done_by == lead


def test_nothing_is_written_down_that_is_still_to_come(lead, case):
    with pytest.raises(CaseRefused, match="still to come"):
        work.note(case=case, words="Will ring", by=lead, happened_at=timezone.now() + datetime.timedelta(hours=1))
