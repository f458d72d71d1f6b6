from django.urls import path

from peer_network.sharing import views

urlpatterns = [
    path("files/", views.listed, name="files"),
    path("files/new/", views.new, name="file-new"),
    path("files/mine/", views.mine, name="files-mine"),
    path("files/<uuid:public_id>/", views.one, name="file"),
    path("files/<uuid:public_id>/check/", views.check, name="file-check"),
    path("files/<uuid:public_id>/download/", views.download, name="file-download"),
    path("files/<uuid:public_id>/thanks/", views.thank, name="file-thanks"),
    path("files/<uuid:public_id>/take-back/", views.take_back, name="file-take-back"),
    path("moderation/files/<uuid:public_id>/", views.look, name="file-look"),
]
