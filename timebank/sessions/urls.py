from django.urls import path

from timebank.sessions import views, views_after, views_before, views_hours, views_people

ONE = "sessions/<uuid:public_id>"

urlpatterns = [
    path("sessions/", views.listed, name="sessions"),
    path("sessions/list.<ending:ending>", views.file, name="sessions-file"),
    path("sessions/new/", views_before.new, name="session-new"),
    path("sessions/record/", views_before.record, name="session-record"),
    path("sessions/watch/", views.watch, name="sessions-watch"),
    path("sessions/watch/list.<ending:ending>", views.watch_file, name="sessions-watch-file"),
    path("confirming/", views.confirming, name="confirming"),
    path("confirming/list.<ending:ending>", views.confirming_file, name="confirming-file"),
    path(f"{ONE}/", views.one, name="session"),
    path(f"{ONE}/calendar.ics", views.calendar_file, name="session-calendar"),
    path(f"{ONE}/dates/", views_before.propose, name="session-dates"),
    path(f"{ONE}/dates/<int:number>/", views_before.answer_date, name="session-date-answer"),
    path(f"{ONE}/change/", views_before.change, name="session-change"),
    path(f"{ONE}/hours/", views_hours.propose, name="session-hours"),
    path(f"{ONE}/hours/<int:number>/", views_hours.answer, name="session-hours-answer"),
    path(f"{ONE}/cancel/", views_before.cancel, name="session-cancel"),
    path(f"{ONE}/minutes/", views_after.minutes, name="session-minutes"),
    path(f"{ONE}/on-behalf/<slug:account>/", views_after.on_behalf, name="session-on-behalf"),
    path(f"{ONE}/dispute/", views_after.dispute, name="session-dispute"),
    path(f"{ONE}/dispute/take-back/", views_after.dispute_back, name="session-dispute-back"),
    path(f"{ONE}/settle/", views_after.settle, name="session-settle"),
    path(f"{ONE}/feedback/", views_after.give_feedback, name="session-feedback"),
    path(f"{ONE}/lesson/", views_after.lesson, name="session-lesson"),
    path(f"{ONE}/mentors/", views_people.named, name="session-mentors"),
    path(f"{ONE}/mentors/<int:number>/remove/", views_people.take_off, name="session-mentor-off"),
    path(f"{ONE}/mentors/<int:number>/payment/", views_people.payment, name="session-payment"),
    path(f"{ONE}/took-part/", views_people.took_part, name="session-took-part"),
    path("giving/sessions/<uuid:public_id>/", views_people.giving_session, name="giving-session"),
    path("giving/sessions/<uuid:public_id>/took-part/", views_people.giving_took_part, name="giving-took-part"),
]
