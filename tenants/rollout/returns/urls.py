from django.urls import path

from tenants.rollout.returns import uploads, versions, views, writing

app_name = "returns_pages"
urlpatterns = [
    path("", views.listed, name="list"),
    path("returns.<ending:ending>", views.list_file, name="list-file"),
    path("<slug:quarter>/", views.quarter, name="quarter"),
    path("<slug:quarter>/begin/", writing.begin, name="begin"),
    path("<slug:quarter>/sections/<slug:section>/", writing.section, name="section"),
    path("<slug:quarter>/check/", writing.check, name="check"),
    path("<slug:quarter>/sign/", writing.sign, name="sign"),
    path("<slug:quarter>/discard/", writing.discard, name="discard"),
    path("<slug:quarter>/correct/", writing.correct, name="correct"),
    path("<slug:quarter>/template.xlsx", uploads.template, name="template"),
    path("<slug:quarter>/upload/", uploads.upload, name="upload"),
    path("<slug:quarter>/upload/confirm/", uploads.confirm, name="upload-confirm"),
    path("<slug:quarter>/national.<ending:ending>", versions.national_file, name="national"),
    path("<slug:quarter>/versions/", versions.compared, name="versions"),
    path("<slug:quarter>/versions/versions.<ending:ending>", versions.compared_file, name="versions-file"),
    path("<slug:quarter>/versions/<int:version>/", versions.version, name="version"),
    path("<slug:quarter>/versions/<int:version>/figures.<ending:ending>", versions.version_file, name="version-file"),
]
