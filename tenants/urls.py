from django.urls import path

from tenants.views import areas, teams

app_name = "areas"
urlpatterns = [
    path("", areas.area_list, name="list"),
    path("areas.csv", areas.area_list_download, name="download"),
    path("<slug:area>/", areas.overview, name="overview"),
    path("<slug:area>/team/", teams.team, name="team"),
    path("<slug:area>/team/team.csv", teams.team_download, name="team-download"),
    path("<slug:area>/team/invite/", teams.invite, name="team-invite"),
    path("<slug:area>/team/<int:membership>/end/", teams.end, name="team-end"),
    path("<slug:area>/team/invitations/<int:invitation>/withdraw/", teams.withdraw, name="team-withdraw"),
]
