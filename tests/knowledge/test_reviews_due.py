"""Reviews of resources: who is reminded when, who answers, and what that changes."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from config.today import sample_day
from jobs import schedule
from knowledge.coproduction import sample
from knowledge.keeping import due, reminders
from knowledge.keeping.notices import HAS_TO_CHANGE, REVIEW_DUE
from knowledge.models import Method, Resource
from notify.models import Notification
from tests.knowledge.resources import draft

DAY = datetime.date(2015, 9, 1)


@pytest.fixture
def author(person, bristol):
    return person("practitioner", area=bristol)


@pytest.fixture
def page(front, author, kernow):
    return sample.publish(draft(is_sample=True, author=author, owner_area=kernow, review_on=DAY))


def told_on(day):
    """Who is told on a day, by their news."""
    before = set(Notification.objects.values_list("pk", flat=True))
    with sample_day(day):
        reminders.remind()
    return [news.to for news in Notification.objects.exclude(pk__in=before).order_by("to_id")]


def test_author_is_told_a_month_and_a_week_before_on_the_day_and_every_four_weeks_after(page, author):
    told = [number for number in range(-40, 57) if author in told_on(DAY + datetime.timedelta(days=number))]

    # Late reminders: on the first day, after 28 and after 56.
    assert told == [-30, -7, 0, 1, 28, 56]


def test_news_leads_the_author_to_the_answer(page, author):
    told_on(DAY)

    news = Notification.objects.get(kind=REVIEW_DUE)
    assert news.title == "“A first talk” is to be reviewed by 1 September 2015"
    assert news.url == f"/knowledge/due/{page.pk}/"


def test_lead_of_the_area_is_told_where_the_author_has_left(page, author, person, kernow, bristol):
    from tenants.memberships import end

    lead, _ = person("area-lead", area=kernow), person("area-lead", area=bristol)
    end(membership=author.memberships.get(), by=None)

    assert told_on(DAY) == [lead]


def test_lead_is_told_where_the_authors_account_is_closed_or_gone(page, author, person, kernow):
    lead = person("area-lead", area=kernow)
    type(author).objects.filter(pk=author.pk).update(is_active=False)
    assert told_on(DAY) == [lead]

    Resource.objects.filter(pk=page.pk).update(author=None)
    assert told_on(DAY + datetime.timedelta(days=1)) == [lead]


def test_editors_are_told_where_nobody_else_is_left(page, person):
    editor = person("knowledge-editor")
    Resource.objects.filter(pk=page.pk).update(author=None, owner_area=None)

    assert told_on(DAY) == [editor]


def test_lead_is_told_too_once_it_is_eight_weeks_late(page, author, person, kernow):
    lead = person("area-lead", area=kernow)

    assert told_on(DAY + datetime.timedelta(days=55)) == [author]
    assert told_on(DAY + datetime.timedelta(days=56)) == [author, lead]


def test_draft_and_resource_without_a_day_remind_nobody(front, author):
    draft(title="Draft", slug="draft", author=author, review_on=DAY)
    sample.publish(draft(title="No day", slug="no-day", author=author, is_sample=True))

    assert told_on(DAY) == []


def answer(client, page, **said):
    fields = {"next_on-day": "1", "next_on-month": "7", "next_on-year": "2016", "words": "", **said}
    return client.post(f"/knowledge/due/{page.pk}/", fields)


def test_right_as_it_is_gets_a_new_day_without_being_agreed_anew(page, author, client, settings):
    settings.IPC_TODAY = DAY
    client.force_login(author, backend="accounts.backends.ActiveModelBackend")

    assert answer(client, page, answer="right").status_code == 302
    assert Resource.objects.get(pk=page.pk).review_on == datetime.date(2016, 7, 1)
    # A later draft begins from the new day, and the page stays published in the agreed words.
    published = Method.objects.get(pk=page.pk)
    assert published.live
    assert published.get_latest_revision().as_object().review_on == datetime.date(2016, 7, 1)
    assert told_on(DAY) == []


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"answer": "right", "next_on-year": "2014"}, "next_on"),
        ({"answer": "right", "next_on-year": "2025"}, "next_on"),
        ({"answer": "change"}, "words"),
        ({}, "answer"),
    ],
)
def test_answer_without_what_it_needs_is_refused(page, author, client, settings, said, field):
    settings.IPC_TODAY = DAY
    client.force_login(author, backend="accounts.backends.ActiveModelBackend")

    refused = answer(client, page, **said)
    assert refused.status_code == 422
    summary = BeautifulSoup(refused.content, "html.parser").find(class_="nhsuk-error-summary")
    assert [link["href"].startswith(f"#id_{field}") for link in summary.find_all("a")] == [True]


def test_editors_hear_what_has_to_change(page, author, client, person):
    editor = person("knowledge-editor")
    client.force_login(author, backend="accounts.backends.ActiveModelBackend")
    answer(client, page, answer="change", words="The telephone number is old.")

    news = Notification.objects.get(to=editor, kind=HAS_TO_CHANGE)
    assert (news.title, news.body) == ("“A first talk” has to change", "The telephone number is old.")
    assert Resource.objects.get(pk=page.pk).review_on == DAY


def test_only_author_lead_of_its_area_and_editors_answer(page, client_as, kernow, bristol):
    address = f"/knowledge/due/{page.pk}/"

    assert client_as("area-lead", area=kernow).get(address).status_code == 200
    assert client_as("knowledge-editor").get(address).status_code == 200
    for role, area in (("practitioner", kernow), ("area-lead", bristol), ("board-member", None)):
        assert client_as(role, area=area).get(address).status_code == 404


def test_editors_list_says_how_late_and_who_is_asked_without_names(page, author, editor, settings):
    settings.IPC_TODAY = DAY + datetime.timedelta(days=3)

    text = editor.get("/knowledge/due/resources.csv").content.decode()
    assert "A first talk,Method,1 September 2015,3,Its author" in text
    assert author.name not in text


def test_list_asks_as_often_for_many_resources_as_for_one(page, editor, person, kernow, bristol, settings):
    settings.IPC_TODAY = DAY

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert editor.get("/knowledge/due/").status_code == 200
        return len(queries)

    asked()  # what is kept after the first time
    for_one = asked()
    for number, area in enumerate((kernow, bristol, None)):
        author = person("practitioner", area=area) if area else None
        facts = {"author": author, "owner_area": area, "review_on": DAY, "slug": f"more-{number}"}
        sample.publish(draft(is_sample=True, **facts))
    assert asked() == for_one


def test_home_says_what_is_late_to_editors_and_what_is_theirs_to_authors(page, author, editor, client, settings):
    settings.IPC_TODAY = DAY + datetime.timedelta(days=3)
    client.force_login(author, backend="accounts.backends.ActiveModelBackend")

    assert "1 resource is late for review" in editor.get("/home/").content.decode()
    assert "Review “A first talk”" in client.get("/home/").content.decode()


def test_schedule_asks_each_morning(db):
    from knowledge.tasks import remind_of_reviews

    assert remind_of_reviews.name in {entry.task for entry in schedule._entries.values()}


def test_list_asks_for_those_due_alone(page, front):
    sample.publish(draft(title="Later", slug="later", is_sample=True, review_on=DAY + datetime.timedelta(days=31)))

    assert [each.title for each in due.due(DAY)] == ["A first talk"]
