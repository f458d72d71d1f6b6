from django.urls import path

from peer_network.heard import board_views, views

urlpatterns = [
    path("heard/", views.listed, name="themes"),
    path("heard/list.<ending:ending>", views.file, name="themes-file"),
    path("heard/topics/<uuid:public_id>/", views.propose, name="theme-propose"),
    path("heard/board/", board_views.listed, name="board-themes"),
    path("heard/board/rule/", board_views.rule, name="theme-rule"),
    path("heard/board/data/<slug:key>.<ending:ending>", board_views.file, name="board-themes-file"),
    path("heard/board/<uuid:public_id>/", board_views.theme, name="board-theme"),
    path("heard/board/<uuid:public_id>/answer/", board_views.answer, name="theme-answer"),
    path("heard/board/<uuid:public_id>/update/", board_views.update, name="theme-update"),
    path("heard/<uuid:public_id>/", views.theme, name="theme"),
    path("heard/<uuid:public_id>/change/", views.change, name="theme-change"),
    path("heard/<uuid:public_id>/take-back/", views.take_back, name="theme-take-back"),
    path("heard/<uuid:public_id>/support/", views.support, name="theme-support"),
]
