"""Groups and events: proposed by members who stay unknown, shown by moderators, changed, cancelled, in calendars."""

import pytest
from django.urls import reverse
from icalendar import Calendar

from accounts.access import Access
from peer_network.models import EventComer, GroupEvent
from peer_network.support import listings
from peer_network.support.errors import SupportRefused
from peer_network.support.gatherings import actions, calendar, queries
from tests.peer_network.support.conftest import EVENT, at, told


def change(event, **words):
    kept = {name: getattr(event, name) for name in actions.EVENT_FIELDS} | words
    return actions.propose_event(member=event.proposed_by, group=event.group, row=event, values=kept)


def test_group_and_event_are_shown_after_a_moderator(member, kernow, group, client):
    keeper = member()
    row = actions.propose_event(
        member=keeper, group=group(keeper), values=EVENT | {"starts_at": at(10), "ends_at": at(10, 12)}
    )
    here = reverse("peers:events")
    assert row.title not in client.get(here).content.decode()
    actions.show_event(row)
    assert row.title in client.get(here).content.decode()


def test_nobody_learns_who_keeps_a_group(member, event, signed_in, client):
    keeper, reader = member(), member()
    row = event(keeper)
    for asks in (client, signed_in(reader)):
        for name, public_id in (("peers:group", row.group.public_id), ("peers:event", row.public_id)):
            page = asks.get(reverse(name, args=[public_id])).content.decode()
            assert keeper.display_name not in page
            assert str(keeper.public_id) not in page


def test_event_that_is_not_public_is_for_members_alone(member, event, signed_in, client):
    row = event(member(), is_public=False)
    here = reverse("peers:event", args=[row.public_id])
    assert client.get(here).status_code == 404
    assert row.title not in client.get(reverse("peers:events")).content.decode()
    assert b"July tea" not in client.get(reverse("peers:events-file")).content
    assert signed_in(member()).get(here).status_code == 200


def test_lists_are_narrowed_by_area_group_and_days(member, kernow, bristol, group, event, settings):
    import datetime

    settings.IPC_TODAY = datetime.date(2035, 7, 9)
    keeper = member()
    truro = event(keeper)
    online = event(
        keeper, of=group(keeper, place="online", town="", area=None, groups=["mental_health"]), is_online=True
    )
    later = event(keeper, of=truro.group, title="Later", starts_at=at(25), ends_at=at(25, 12))

    def found(**chosen):
        return set(queries.narrowed_events(queries.shown_events(is_member=True), chosen))

    assert found(area=kernow.slug) == {truro, online, later}
    assert found(area=bristol.slug) == {online}
    assert found(group="mental_health") == {truro, online, later}
    assert found(group="multiple_ltc") == {truro, later}
    assert found(when="7") == {truro, online}


def test_new_time_counts_at_once_and_those_who_come_are_told(member, event):
    row, comer = event(member()), member()
    actions.come(member=comer, row=row)
    change(row, starts_at=at(11), ends_at=at(11, 12))
    row.refresh_from_db()
    assert (row.state, row.version, row.told_version) == ("shown", 1, 1)
    assert told(comer) == ["An event changed: July tea"]


def test_new_words_wait_for_a_moderator_and_those_who_come_are_told_when_shown(member, event):
    row, comer = event(member()), member()
    actions.come(member=comer, row=row)
    row = change(row, words="Coffee.")
    assert row.state == "waiting"
    assert told(comer) == []
    actions.show_event(row)
    assert len(told(comer)) == 1
    actions.show_event(row)
    assert len(told(comer)) == 1


def test_cancelled_event_says_so_is_told_once_and_takes_nobody_more(member, event, client):
    row, comer = event(member()), member()
    actions.come(member=comer, row=row)
    for _ in range(2):
        actions.cancel(member=row.proposed_by, row=row)
    assert len(told(comer)) == 1
    row.refresh_from_db()
    with pytest.raises(SupportRefused, match="cancelled or over"):
        actions.come(member=member(), row=row)
    assert "This event does not happen." in client.get(reverse("peers:event", args=[row.public_id])).content.decode()


def test_group_that_is_taken_back_cancels_what_it_planned(member, event):
    row, comer = event(member()), member()
    actions.come(member=comer, row=row)
    actions.take_back_group(member=row.proposed_by, row=row.group)
    row.refresh_from_db()
    assert row.cancelled_at is not None
    assert told(comer) == ["An event is cancelled: July tea"]


def test_nobody_sees_who_comes_or_how_many(member, event, signed_in):
    row, comer = event(member()), member()
    actions.come(member=comer, row=row)
    page = signed_in(row.proposed_by).get(reverse("peers:event", args=[row.public_id])).content.decode()
    assert comer.display_name not in page
    assert "1 " not in page.split("<main")[1].split("Your event")[1].split("</main>")[0]


def test_calendar_of_public_events_moves_an_event_and_names_nobody(member, event, client):
    row = event(member())
    change(row, starts_at=at(11), ends_at=at(11, 12))
    answer = client.get(reverse("peers:events-file"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    [entry] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (entry["SUMMARY"], entry["SEQUENCE"]) == ("July tea", 1)
    assert entry["DTSTART"].dt == at(11)
    assert str(row.public_id) in entry["UID"]
    assert row.proposed_by.display_name.encode() not in answer.content


def test_own_calendar_has_the_events_one_comes_to(member, event):
    row, comer = event(member()), member()
    assert calendar.events_of(Access(comer.user)) == []
    actions.come(member=comer, row=row)
    assert [each.title for each in calendar.events_of(Access(comer.user))] == ["July tea"]
    actions.cancel(member=row.proposed_by, row=row)
    assert [each.title for each in calendar.events_of(Access(comer.user))] == ["Cancelled: July tea"]
    actions.stay_away(member=comer, row=row)
    assert not EventComer.objects.exists()


def test_member_changes_only_their_own(member, event, signed_in):
    row, other = event(member()), signed_in(member())
    for name in ("peers:event-change", "peers:event-cancel"):
        assert other.get(reverse(name, args=[row.public_id])).status_code == 404
    assert other.get(reverse("peers:group-change", args=[row.group.public_id])).status_code == 404


def test_group_of_a_place_needs_town_and_area_and_keeps_what_was_typed(member, signed_in):
    from peer_network.models import LocalGroup

    client, here = signed_in(member()), reverse("peers:group-new")
    words = {"title": "Tea", "kind": "group", "about": "We drink tea.", "place": "library", "town": "", "area": ""}
    answer = client.post(here, words)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Say in which town or village it meets." in page
    assert "We drink tea." in page
    assert client.post(here, words | {"town": "Truro", "area": "kernow"}).status_code == 302
    assert LocalGroup.objects.get().state == "waiting"


def test_event_form_reads_day_and_times(member, group, signed_in, settings):
    import datetime

    settings.IPC_TODAY = datetime.date(2035, 7, 1)
    keeper = member()
    row = group(keeper)
    words = {"title": "Tea", "words": "Tea.", "place": "The library", "starts": "10:30", "ends": "12:00"}
    words |= {"day-day": "10", "day-month": "7", "day-year": "2035"}
    answer = signed_in(keeper).post(reverse("peers:event-new", args=[row.public_id]), words)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    made = GroupEvent.objects.get()
    assert (made.starts_at, made.is_public, made.state) == (at(10).replace(minute=30), False, "waiting")


def test_listing_that_its_writer_took_back_is_not_shown_by_a_late_moderator(member, group):
    row = group(member())
    listings.take_back(row)
    assert listings.show(row).state == "taken_back"
