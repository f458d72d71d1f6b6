"""What is past its time is deleted, by rules that say why; one that fails doesn't stop the others."""

import datetime

import pytest
from django.utils import timezone

from accounts.models import Invitation
from audit.models import AuditRow
from data_rights import exports, retaining, retention
from data_rights.models import DataExport, RetentionRun


@pytest.fixture
def invited(db):
    now = timezone.now()
    for days in (89, 91):
        Invitation.objects.create(
            email=f"{days}@example.org",
            role="moderator",
            token_digest=str(days),
            expires_at=now - datetime.timedelta(days=days),
        )


def test_only_what_is_past_its_time_goes_and_a_dry_run_deletes_nothing(invited):
    due = {each.rule.key: each.count for each in retaining.due()}
    assert due["invitations"] == 1
    assert due["audit"] is None
    assert Invitation.objects.count() == 2

    retaining.run()
    assert [each.email for each in Invitation.objects.all()] == ["89@example.org"]
    assert RetentionRun.objects.get(rule="invitations").deleted == 1
    assert AuditRow.objects.get(action="retention.run").detail == {"rule": "invitations", "deleted": 1}


def test_a_copy_goes_with_its_file(person, tmp_path):
    from files import private

    file = tmp_path / "copy.zip"
    file.write_bytes(b"x")
    made = exports.store(person=person(), file=file)
    DataExport.objects.update(expires_at=timezone.now() - datetime.timedelta(minutes=1))
    retaining.run()
    assert not DataExport.objects.exists()
    assert not private.path_of(made.path).exists()


def test_a_rule_that_fails_is_noted_and_the_others_go_on(invited):
    def fails(before):
        raise RuntimeError("no")

    rule = retention.Rule("aaa-fails", "Aaa", 1, "A test.", "here", past=lambda before: Invitation.objects.none())
    broken = retention.Rule("aaa-broken", "Aaa broken", 1, "A test.", "here", past=rule.past, delete=fails)
    retention.register(broken)
    try:
        retaining.run()
    finally:
        retention.unregister("aaa-broken")
    assert RetentionRun.objects.get(rule="aaa-broken").fault
    assert Invitation.objects.count() == 1


def test_every_rule_says_why_and_from_where():
    assert all(rule.what and rule.why and rule.source for rule in retention.rules())


def test_the_page_lists_the_rules(client_as, invited):
    retaining.run()
    page = client_as("network-manager").get("/network/retention/")
    assert "Invitations that ran out or were withdrawn" in page.text
    assert "1 on " in page.text


def test_a_draft_a_token_and_a_representation_go_when_their_time_is_over(person, kernow):
    from accounts.models import Representation
    from api.models import Token
    from drafts.models import Draft

    now, who = timezone.now(), person("carer", area=kernow)
    day = datetime.timedelta(days=1)
    for age in (-1, 1):  # not yet over, and over
        kept_at = now - (2 + age) * day
        Draft.objects.create(user=who, path=f"/{age}/", fields=[], kept_at=kept_at, expires_at=now - age * day)
        over = now - (90 + age) * day
        Token.objects.create(
            owner=who,
            name=f"{age}",
            digest=f"{age}".rjust(64, "0"),
            scopes=["areas:read"],
            created_at=over - 30 * day,
            expires_at=over,
        )
        ends = (now - (6 * 365 + age + 1) * day).date()
        Representation.objects.create(
            representative=who,
            person=person("budget-holder", area=kernow),
            area=kernow,
            kind="nominee",
            scope=["account.read"],
            evidence="own-word",
            evidence_seen_on=ends - 100 * day,
            starts=ends - 90 * day,
            ends=ends,
            recorded_by=person("area-lead", area=kernow),
        )
    due = {each.rule.key: each.count for each in retaining.due()}
    assert (due["drafts"], due["tokens"], due["representations"]) == (1, 1, 1)
