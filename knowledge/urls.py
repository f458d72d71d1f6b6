from django.urls import path

from knowledge.views import learning, making, reviews

app_name = "knowledge"
# Each first part stands in `models.index_pages.RESERVED`, so that no page of Wagtail's hides behind it.
urlpatterns = [
    path("review/<str:token>/", reviews.review, name="review"),
    path("review/<str:token>/page/", reviews.page_to_review, name="review-page"),
    path("making/", making.all_drafts, name="drafts"),
    path("making/<int:page>/", making.making, name="making"),
    path("making/<int:page>/ask/", making.ask, name="ask"),
    path("making/<int:page>/reviewers/<int:reviewer>/take-back/", making.take_back, name="take-back"),
    path("making/<int:page>/findings/<slug:finding>/", making.explain, name="explain"),
    path("making/<int:page>/check/", making.pass_check, name="pass-check"),
    path("learning/<int:page>/<int:resource>/", learning.mark, name="mark"),
]
