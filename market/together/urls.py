from django.urls import path

from market.together import views, views_provider

urlpatterns = [
    path("together/", views.listed, name="clubs"),
    path("together/look/<uuid:public_id>/", views.look, name="club-look"),
    path("together/<uuid:public_id>/", views.club, name="club"),
    path("together/<uuid:public_id>/join/", views.join, name="club-join"),
    path("together/<uuid:public_id>/leave/", views.leave, name="club-leave"),
    path("together/prices/<uuid:public_id>/yes/", views.accept, name="club-yes"),
    path("together/prices/<uuid:public_id>/no/", views.no_longer, name="club-no"),
    path("provider/together/", views_provider.listed, name="provider-clubs"),
    path("provider/together/list.<ending:ending>", views_provider.file, name="provider-clubs-file"),
    path("provider/together/<uuid:public_id>/", views_provider.club, name="provider-club"),
    path("provider/together/prices/<uuid:public_id>/take-back/", views_provider.take_back, name="club-price-take-back"),
]
