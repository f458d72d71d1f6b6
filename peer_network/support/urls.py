from django.urls import path

from peer_network.support import views_guide
from peer_network.support.conversations import views as conversations
from peer_network.support.gatherings import views as gatherings
from peer_network.support.gatherings import views_own as own_gatherings
from peer_network.support.supporters import views as supporters
from peer_network.support.writing import views as writing

urlpatterns = [
    path("find-support/", views_guide.find_support, name="find-support"),
    path("supporters/", supporters.directory, name="supporters"),
    path("supporters/me/", supporters.own, name="profile"),
    path("supporters/me/listed/", supporters.switch, name="profile-switch"),
    path("supporters/<uuid:public_id>/", supporters.one, name="supporter"),
    path("groups/", gatherings.groups, name="groups"),
    path("groups/new/", own_gatherings.group_new, name="group-new"),
    path("groups/mine/", own_gatherings.mine, name="gatherings-mine"),
    path("groups/<uuid:public_id>/", gatherings.group, name="group"),
    path("groups/<uuid:public_id>/change/", own_gatherings.group_change, name="group-change"),
    path("groups/<uuid:public_id>/take-back/", own_gatherings.group_take_back, name="group-take-back"),
    path("groups/<uuid:public_id>/ask/", conversations.ask_group, name="group-ask"),
    path("groups/<uuid:public_id>/events/new/", own_gatherings.event_new, name="event-new"),
    path("events/", gatherings.events, name="events"),
    path("events.ics", gatherings.events_file, name="events-file"),
    path("events/<uuid:public_id>/", gatherings.event, name="event"),
    path("events/<uuid:public_id>/change/", own_gatherings.event_change, name="event-change"),
    path("events/<uuid:public_id>/cancel/", own_gatherings.event_cancel, name="event-cancel"),
    path("events/<uuid:public_id>/come/", own_gatherings.coming, {"comes": True}, name="event-come"),
    path("events/<uuid:public_id>/stay-away/", own_gatherings.coming, {"comes": False}, name="event-stay-away"),
    path("conversations/", conversations.listed, name="conversations"),
    path("conversations/with/<uuid:public_id>/", conversations.ask, name="conversation-ask"),
    path("conversations/<uuid:public_id>/", conversations.one, name="conversation"),
    path("conversations/<uuid:public_id>/agree/", conversations.act, {"verb": "agree"}, name="conversation-agree"),
    path(
        "conversations/<uuid:public_id>/decline/", conversations.act, {"verb": "decline"}, name="conversation-decline"
    ),
    path("conversations/<uuid:public_id>/pause/", conversations.act, {"verb": "pause"}, name="conversation-pause"),
    path("conversations/<uuid:public_id>/go-on/", conversations.act, {"verb": "go-on"}, name="conversation-go-on"),
    path("conversations/<uuid:public_id>/end/", conversations.end, name="conversation-end"),
    path("messages/<uuid:public_id>/report/", conversations.report, name="message-report"),
    path("writing/", writing.start, name="writing"),
    path("writing/with/<uuid:public_id>/", writing.agree, name="writing-agree"),
    path("writing/<uuid:public_id>/end/", writing.end, name="writing-end"),
    path("writing/<uuid:public_id>/write/", writing.write, name="writing-write"),
    path("writing/posts/<uuid:public_id>/", writing.post, name="writing-post"),
    path("writing/posts/<uuid:public_id>/take-back/", writing.take_back, name="writing-take-back"),
]
