from django.urls import path

from peer_network.moderation import (
    views_deciding,
    views_members,
    views_messages,
    views_on_call,
    views_queue,
    views_reporting,
    views_rota,
    views_transparency,
)

ITEM = "moderation/items/<uuid:public_id>"
ROTA = "moderation/rota/<slug:kind>"

urlpatterns = [
    path("report/", views_reporting.report_elsewhere, name="report-elsewhere"),
    path("report/sent/", views_reporting.sent, name="report-sent"),
    path("report/<slug:kind>/<uuid:public_id>/", views_reporting.report, name="report"),
    path("decisions/<uuid:public_id>/", views_members.decision, name="decision"),
    path("appeals/<uuid:public_id>/", views_members.appeal, name="appeal"),
    path("transparency/", views_transparency.page, name="transparency"),
    path("transparency/figures.<ending:ending>", views_transparency.file, name="transparency-file"),
    path("moderation/", views_queue.listed, name="queue"),
    path("moderation/queue.<ending:ending>", views_queue.file, name="queue-file"),
    path(f"{ITEM}/", views_queue.item, name="item"),
    path(f"{ITEM}/claim/", views_queue.claim, name="item-claim"),
    path(f"{ITEM}/release/", views_queue.release, name="item-release"),
    path(f"{ITEM}/open/", views_queue.open_words, name="item-open"),
    path(f"{ITEM}/take-over/", views_queue.take_over, name="item-take-over"),
    path(f"{ITEM}/refer/", views_queue.refer, name="item-refer"),
    path(f"{ITEM}/appeal/", views_deciding.decide_appeal, name="item-appeal"),
    path(f"{ITEM}/decide/<slug:act>/", views_deciding.decide, name="item-decide"),
    path("moderation/members/<uuid:public_id>/look/", views_deciding.look_at_member, name="member-look"),
    path("moderation/decisions/", views_deciding.decided, name="decided"),
    path("moderation/decisions/list.<ending:ending>", views_deciding.decided_file, name="decided-file"),
    path("moderation/decisions/<uuid:public_id>/", views_deciding.act, name="act"),
    path("moderation/decisions/<uuid:public_id>/look-again/", views_deciding.look_again, name="act-look-again"),
    path("moderation/alarms/", views_deciding.alarms, name="alarms"),
    path("moderation/alarms/list.<ending:ending>", views_deciding.alarms_file, name="alarms-file"),
    path("moderation/rota/", views_rota.week, name="rota"),
    path("moderation/rota/week.<ending:ending>", views_rota.file, name="rota-file"),
    path(f"{ROTA}/new/", views_rota.new, name="rota-new"),
    path(f"{ROTA}/<uuid:public_id>/", views_rota.change, name="rota-change"),
    path(f"{ROTA}/<uuid:public_id>/remove/", views_rota.remove, name="rota-remove"),
    path("moderation/messages/", views_messages.listed, name="messages"),
    path("moderation/messages/list.<ending:ending>", views_messages.file, name="messages-file"),
    path("moderation/messages/new/", views_messages.new, name="message-new"),
    path("moderation/messages/change/<slug:key>/", views_messages.change, name="message"),
    path("on-call/<uuid:public_id>/", views_on_call.item, name="on-call-item"),
    path("on-call/<uuid:public_id>/claim/", views_on_call.claim, name="on-call-claim"),
]
