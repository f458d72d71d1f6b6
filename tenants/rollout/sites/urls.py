from django.urls import path

from tenants.rollout.sites import views, writing_views

urlpatterns = [
    path("", views.sites, name="sites"),
    path("data/<slug:key>.<ending:ending>", views.download, name="sites-download"),
    path("add/", writing_views.add, name="site-add"),
    path("<int:site>/", views.site, name="site"),
    path("<int:site>/moves.<ending:ending>", views.moves_download, name="site-moves-download"),
    path("<int:site>/move/", writing_views.move, name="site-move"),
    path("<int:site>/take-back/", writing_views.take_back, name="site-take-back"),
    path("<int:site>/correct/", writing_views.correct, name="site-correct"),
    path("<int:site>/mentor/", writing_views.mentor, name="site-mentor"),
    path("<int:site>/mentorings/<int:mentoring>/end/", writing_views.end_mentoring, name="mentoring-end"),
]
