from django.urls import path

from peer_network.safeguarding import views, views_doing

urlpatterns = [
    path("safeguarding/", views.listed, name="safeguarding"),
    path("safeguarding/list.<ending:ending>", views.file, name="safeguarding-file"),
    path("safeguarding/new/", views_doing.new, name="safeguarding-new"),
    path("safeguarding/tell/", views_doing.tell, name="safeguarding-tell"),
    path("safeguarding/emergency/", views.emergency, name="safeguarding-emergency"),
    path("safeguarding/identities/", views.lookups, name="safeguarding-lookups"),
    path("safeguarding/identities/list.<ending:ending>", views.lookups_file, name="safeguarding-lookups-file"),
    path("safeguarding/steps/<uuid:public_id>/done/", views_doing.step_done, name="safeguarding-step-done"),
    path("safeguarding/<uuid:public_id>/", views.case, name="safeguarding-case"),
    path("safeguarding/<uuid:public_id>/case.<ending:ending>", views.case_file, name="safeguarding-case-file"),
    path("safeguarding/<uuid:public_id>/take/", views_doing.take, name="safeguarding-take"),
    path("safeguarding/<uuid:public_id>/note/", views_doing.note, name="safeguarding-note"),
    path("safeguarding/<uuid:public_id>/emergency/<slug:step>/", views_doing.follow, name="safeguarding-follow"),
    path("safeguarding/<uuid:public_id>/step/", views_doing.step_new, name="safeguarding-step-new"),
    path("safeguarding/<uuid:public_id>/urgency/", views_doing.urgency, name="safeguarding-urgency"),
    path("safeguarding/<uuid:public_id>/state/", views_doing.state, name="safeguarding-state"),
    path("safeguarding/<uuid:public_id>/identity/", views_doing.identity, name="safeguarding-identity"),
]
