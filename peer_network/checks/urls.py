from django.urls import path

from peer_network.checks import views

WORDS = "moderation/words"

urlpatterns = [
    path(f"{WORDS}/", views.listed, name="words"),
    path(f"{WORDS}/list.<ending:ending>", views.file, name="words-file"),
    path(f"{WORDS}/new/", views.new, name="words-new"),
    path(f"{WORDS}/try/", views.try_out, name="words-try"),
    path(f"{WORDS}/<uuid:key>/", views.line, name="words-line"),
]
