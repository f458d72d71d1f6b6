"""Sharing a file: cleaned, looked at by its writer, by a moderator, and then by members as a download."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from peer_network.models import QueueItem, SharedFile
from peer_network.sharing import actions, retention, subject
from tests.peer_network.sharing import made

WORDS = {"title": "Rota for nights", "purpose": "Who sleeps here", "kind": "rota", "agrees": "on"}


@pytest.fixture(autouse=True)
def private_root(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


def upload(client, content=None, name="rota.xlsx", **words):
    file = SimpleUploadedFile(name, content if content is not None else made.xlsx())
    return client.post(reverse("peers:file-new"), WORDS | {"file": file} | words)


@pytest.fixture
def shared(member, signed_in):
    """A file that is shown, and who shared it."""
    author = member(standing="trusted")
    values = {"title": "Rota", "purpose": "Nights", "kind": "rota", "groups": []}
    row = actions.upload(member=author, source=BytesIO(made.docx()), name="rota", values=values)
    actions.send(member=author, row=row, title="Rota", purpose="Nights")
    row.refresh_from_db()
    subject.FILE.show(row)
    return row


def test_draft_shows_what_was_taken_out_and_what_stands_in_it_and_nobody_else_sees_it(member, signed_in):
    author = member()
    client = signed_in(author)
    answer = upload(client)
    row = SharedFile.objects.get()
    assert answer["Location"] == reverse("peers:file-check", args=[row.public_id])
    page = client.get(answer["Location"]).content.decode()
    assert "the properties: author" in page
    assert "01632 960123" in page
    assert [each["kind"] for each in row.found] == ["phone"]
    assert "01632" not in str(row.found)
    other = signed_in(member())
    for name in ("peers:file", "peers:file-check", "peers:file-download"):
        assert other.get(reverse(name, args=[row.public_id])).status_code == 404
    assert not QueueItem.objects.exists()


def test_sent_file_waits_for_a_moderator_and_is_shown_after(member, signed_in):
    author, moderator = member(), member("moderator")
    client = signed_in(author)
    upload(client)
    row = SharedFile.objects.get()
    client.post(reverse("peers:file-check", args=[row.public_id]), {"title": "Rota", "purpose": "Nights"})
    row.refresh_from_db()
    item = QueueItem.objects.get()
    assert (row.state, item.kind, item.subject_kind) == ("waiting", "file", "file")
    assert "Call 01632 960123" in dict(subject.words(row))["What stands in it"]
    looked_at = signed_in(moderator).get(reverse("peers:file-look", args=[row.public_id]))
    assert b"".join(looked_at.streaming_content).startswith(b"PK")
    reader = signed_in(member())
    assert reader.get(reverse("peers:file", args=[row.public_id])).status_code == 404
    subject.FILE.show(row)
    assert "Rota" in reader.get(reverse("peers:files")).content.decode()


def test_file_comes_as_a_download_that_no_browser_opens_under_a_name_of_ours(shared, member, signed_in):
    answer = signed_in(member()).get(reverse("peers:file-download", args=[shared.public_id]))
    assert answer["Content-Disposition"] == 'attachment; filename="rota.docx"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert shared.kept.startswith("network/shared/") and "rota" not in shared.kept
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"PK") and made.NAME.split()[1].encode() not in content


def test_moderator_of_the_room_sees_no_draft(member, signed_in):
    upload(signed_in(member()))
    row = SharedFile.objects.get()
    assert signed_in(member("moderator")).get(reverse("peers:file-look", args=[row.public_id])).status_code == 404


def test_refused_file_says_why_keeps_what_was_typed_and_stores_nothing(member, signed_in, settings):
    answer = upload(signed_in(member()), b"MZ" + b"\0" * 50, "rota.docx")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "of a kind that can’t be shared" in page
    assert "Who sleeps here" in page
    assert not SharedFile.objects.exists()
    assert not [path for path in settings.PRIVATE_ROOT.rglob("*") if path.is_file()]


def test_new_member_sends_two_files_a_day(member, signed_in):
    client = signed_in(member(standing="new"))
    for _ in range(2):
        assert upload(client, made.png()).status_code == 302
    answer = upload(client, made.png())
    assert answer.status_code == 422
    assert "You can send 2 files in a day." in answer.content.decode()


def test_list_is_searched_and_narrowed(shared, member, signed_in):
    client, here = signed_in(member()), reverse("peers:files")

    def finds(**chosen):
        return reverse("peers:file", args=[shared.public_id]) in client.get(here, chosen).content.decode()

    assert finds(q="nights") and not finds(q="days")
    assert finds(kind="rota") and not finds(kind="policy")
    assert finds(group="mental-health")


def test_thanks_are_counted_and_nobody_is_named_or_thanks_themselves(shared, member, signed_in):
    reader = member()
    here = reverse("peers:file-thanks", args=[shared.public_id])
    signed_in(reader).post(here)
    signed_in(shared.member).post(here)
    page = signed_in(member()).get(reverse("peers:file", args=[shared.public_id])).content.decode()
    assert "1 person said thank you" in page
    assert reader.display_name not in page
    signed_in(reader).post(here)
    assert shared.thanks.count() == 0


def test_file_of_a_topic_names_it_to_those_who_may_read_it_alone(shared, member, signed_in):
    from peer_network import rights_samples
    from peer_network.sharing import queries

    closed = rights_samples.a_topic(shared.member, rights_samples.a_closed_space())
    SharedFile.objects.update(topic=closed)
    page = signed_in(member()).get(reverse("peers:file", args=[shared.public_id])).content.decode()
    assert "A cup of tea" not in page
    assert list(queries.of_topic(closed)) == [shared]


def test_deleting_ones_file_deletes_it_on_the_disk(shared, signed_in, settings, django_capture_on_commit_callbacks):
    assert (settings.PRIVATE_ROOT / shared.kept).exists()
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(shared.member).post(reverse("peers:file-take-back", args=[shared.public_id]))
    assert not SharedFile.objects.exists()
    assert not (settings.PRIVATE_ROOT / shared.kept).exists()


def test_draft_that_nobody_sent_goes_after_two_days(member, signed_in):
    import datetime

    from django.utils import timezone

    from data_rights import retaining

    upload(signed_in(member()))
    retention.register_all()
    retaining.run()
    assert SharedFile.objects.count() == 1
    SharedFile.objects.update(sent_at=timezone.now() - datetime.timedelta(days=3))
    retaining.run()
    assert not SharedFile.objects.exists()
