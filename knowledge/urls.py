from django.urls import path

from knowledge.views import consents, finding, formats, learning, making, proposals, readers, reviews, versions

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
    path("making/<int:page>/versions/", versions.start, name="start-version"),
    path("making/<int:page>/same/", versions.confirm, name="confirm-version"),
    path("review/<str:token>/recording/", formats.review_audio, name="review-audio"),
    path("print/<int:page>/<slug:layout>.pdf", formats.print_page, name="print"),
    path("recordings/<int:page>/", formats.audio, name="audio"),
    path("stories/", consents.all_stories, name="stories"),
    path("stories/mine/<str:token>/", consents.my_story, name="my-story"),
    path("stories/<int:page>/", consents.consent, name="consent"),
    path("stories/<int:page>/add/", consents.add, name="consent-add"),
    path("stories/<int:page>/<int:consent>/take-back/", consents.take_back, name="consent-take-back"),
    path("stories/<int:page>/<int:consent>/link/", consents.send_link, name="consent-link"),
    path("propose/", proposals.propose, name="propose"),
    path("proposals/", proposals.all_proposals, name="proposals"),
    path("proposals/mine/", proposals.mine, name="my-proposals"),
    path("proposals/<uuid:public_id>/", proposals.proposal, name="proposal"),
    path("proposals/<uuid:public_id>/take-up/", proposals.take_up, name="proposal-take-up"),
    path("proposals/<uuid:public_id>/decline/", proposals.decline, name="proposal-decline"),
    path("learning/<int:page>/<int:resource>/", learning.mark, name="mark"),
    path("feed/", finding.feed, name="feed"),
    path("resources.<ending:ending>", finding.list_file, name="list-file"),
    path("used/<int:page>/", readers.use, name="use"),
    path("used/<int:page>/<slug:area>/remove/", readers.use_remove, name="use-remove"),
    path("helped/<int:page>/", readers.opinion, name="opinion"),
    path("said/", readers.said, name="said"),
    path("said/readers.<ending:ending>", readers.said_file, name="said-file"),
    path("said/<int:page>/", readers.said_of, name="said-of"),
    path("said/uses/<int:use>/take-off/", readers.use_take_off, name="use-take-off"),
]
