from django.urls import path

from peer_network.forum import views, views_keeping, views_marks, views_spaces, views_writing

urlpatterns = [
    path("", views.start, name="start"),
    path("search/", views.search, name="search"),
    path("spaces/", views_spaces.spaces, name="spaces"),
    path("spaces/<slug:slug>/", views_spaces.space, name="space"),
    path("spaces/<slug:slug>/new/", views_writing.new_topic, name="topic-new"),
    path("spaces/<slug:slug>/ask/", views_spaces.ask, name="space-ask"),
    path("spaces/<slug:slug>/leave/", views_spaces.leave, name="space-leave"),
    path("spaces/<slug:slug>/follow/", views_marks.of_space, {"verb": "follow"}, name="space-follow"),
    path("spaces/<slug:slug>/mute/", views_marks.of_space, {"verb": "mute"}, name="space-mute"),
    path("topics/<uuid:public_id>/", views.topic, name="topic"),
    path("topics/<uuid:public_id>/reply/", views_writing.reply, name="reply"),
    path("topics/<uuid:public_id>/follow/", views_marks.of_topic, {"verb": "follow"}, name="topic-follow"),
    path("topics/<uuid:public_id>/mute/", views_marks.of_topic, {"verb": "mute"}, name="topic-mute"),
    path("posts/<uuid:public_id>/", views_writing.kept, name="post-kept"),
    path("posts/<uuid:public_id>/edit/", views_writing.edit, name="post-edit"),
    path("posts/<uuid:public_id>/take-back/", views_writing.take_back, name="post-take-back"),
    path("posts/<uuid:public_id>/history/", views_writing.history, name="post-history"),
    path("posts/<uuid:public_id>/thanks/", views_marks.of_post, {"kind": "thanks"}, name="thanks"),
    path("posts/<uuid:public_id>/helpful/", views_marks.of_post, {"kind": "helpful"}, name="helpful"),
    path("members/<uuid:public_id>/", views_marks.member, name="member"),
    path("members/<uuid:public_id>/block/", views_marks.block, name="member-block"),
    path("moderation/spaces/", views_keeping.spaces, name="keep-spaces"),
    path("moderation/spaces/new/", views_keeping.space_new, name="keep-space-new"),
    path("moderation/spaces/<slug:slug>/", views_keeping.space_change, name="keep-space"),
    path("moderation/topics/<uuid:public_id>/pin/", views_keeping.topic, {"verb": "pin"}, name="topic-pin"),
    path("moderation/topics/<uuid:public_id>/close/", views_keeping.topic, {"verb": "close"}, name="topic-close"),
]
