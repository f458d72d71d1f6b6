from django.urls import path

from tenants.views import areas, representatives, team_list, teams

app_name = "areas"
urlpatterns = [
    path("", areas.area_list, name="list"),
    path("areas.<ending:ending>", areas.area_list_download, name="download"),
    path("<slug:area>/", areas.overview, name="overview"),
    path("<slug:area>/representatives/", representatives.representatives, name="representatives"),
    path("<slug:area>/representatives/new/", representatives.record, name="representative-new"),
    path("<slug:area>/representatives/<uuid:representation>/end/", representatives.end, name="representative-end"),
    path("<slug:area>/team/", teams.team, name="team"),
    path("<slug:area>/team/team.<ending:ending>", teams.team_download, name="team-download"),
    path("<slug:area>/team/invite/", teams.invite, name="team-invite"),
    path("<slug:area>/team/list/", team_list.upload, name="team-list"),
    path("<slug:area>/team/list/confirm/", team_list.confirm, name="team-list-confirm"),
    path("<slug:area>/team/list/template.xlsx", team_list.template, name="team-list-template"),
    path("<slug:area>/team/list/current.xlsx", team_list.current, name="team-list-current"),
    path("<slug:area>/team/<int:membership>/end/", teams.end, name="team-end"),
    path("<slug:area>/team/invitations/<int:invitation>/withdraw/", teams.withdraw, name="team-withdraw"),
]
