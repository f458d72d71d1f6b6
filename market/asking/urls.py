from django.urls import path

from market.asking import views_buyer, views_checks, views_provider

urlpatterns = [
    path("offers/<uuid:public_id>/ask/", views_buyer.enquire, name="enquire"),
    path("enquiries/", views_buyer.listed, name="enquiries"),
    path("enquiries/name/", views_buyer.name, name="enquiry-name"),
    path("enquiries/feedback/", views_buyer.feedback, name="feedback"),
    path("enquiries/feedback/<uuid:public_id>/take-back/", views_buyer.feedback_take_back, name="feedback-take-back"),
    path("enquiries/messages/<uuid:public_id>/report/", views_buyer.report, name="enquiry-report"),
    path("enquiries/<uuid:public_id>/", views_buyer.talk, name="enquiry"),
    path("enquiries/<uuid:public_id>/share/", views_buyer.share, name="enquiry-share"),
    path("enquiries/<uuid:public_id>/share/stop/", views_buyer.stop_sharing, name="enquiry-share-stop"),
    path("enquiries/<uuid:public_id>/close/", views_buyer.close, name="enquiry-close"),
    path("enquiries/<uuid:public_id>/feedback/", views_buyer.feedback_give, name="feedback-give"),
    path("provider/enquiries/", views_provider.listed, name="provider-enquiries"),
    path("provider/enquiries/list.<ending:ending>", views_provider.file, name="provider-enquiries-file"),
    path("provider/enquiries/<uuid:public_id>/", views_provider.talk, name="provider-enquiry"),
    path("provider/enquiries/<uuid:public_id>/close/", views_provider.close, name="provider-enquiry-close"),
    path("provider/enquiries/messages/<uuid:public_id>/report/", views_provider.report, name="provider-enquiry-report"),
    path("provider/feedback/", views_provider.feedback, name="provider-feedback"),
    path("provider/feedback/<uuid:public_id>/answer/", views_provider.feedback_answer, name="provider-feedback-answer"),
    path("checks/words/", views_checks.waiting, name="to-read"),
    path("checks/feedback/<uuid:public_id>/", views_checks.read, name="feedback-read"),
    path("checks/reports/<uuid:public_id>/", views_checks.report, name="report"),
]
