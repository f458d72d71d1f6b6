"""Who may use the addresses of asking; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from market import rights_samples as samples
from market.asking import rights_samples as own
from market.rights_samples import BUYERS, COMMISSIONERS, FORM, POST, PROVIDERS


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


def _offer_of_another(world: Any) -> dict[str, Any]:
    return {"public_id": samples.an_offer(own.elsewhere(world)).public_id}


OWN = {"sample": own.own_enquiry, "foreign": own.anothers_enquiry}
AT_OWN = {"sample": own.enquiry_at_own, "foreign": own.anothers_enquiry}

ROWS = [
    Row("market:enquire", BUYERS, FORM, sample=_offer_of_another, foreign=samples.unknown, also=(422,)),
    Row("market:enquiries", BUYERS),
    Row("market:enquiry-name", BUYERS, FORM, also=(422,)),
    Row("market:enquiry", BUYERS, FORM, also=(422,), **OWN),
    Row("market:enquiry-share", BUYERS, FORM, also=(422,), **OWN),
    Row("market:enquiry-share-stop", BUYERS, POST, **OWN),
    Row("market:enquiry-close", BUYERS, FORM, **OWN),
    Row("market:enquiry-report", BUYERS, FORM, sample=own.own_message, foreign=own.anothers_message, also=(422,)),
    Row("market:feedback-give", BUYERS, FORM, also=(422,), **OWN),
    Row("market:feedback", BUYERS),
    Row("market:feedback-take-back", BUYERS, POST, sample=own.own_feedback, foreign=own.anothers_feedback),
    Row("market:provider-enquiries", PROVIDERS),
    Row("market:provider-enquiries-file", PROVIDERS, sample=_csv),
    Row("market:provider-enquiry", PROVIDERS, FORM, also=(422,), **AT_OWN),
    Row("market:provider-enquiry-close", PROVIDERS, FORM, **AT_OWN),
    Row(
        "market:provider-enquiry-report",
        PROVIDERS,
        FORM,
        sample=own.message_at_own,
        foreign=own.anothers_message,
        also=(422,),
    ),
    Row("market:provider-feedback", PROVIDERS),
    Row(
        "market:provider-feedback-answer",
        PROVIDERS,
        FORM,
        sample=own.feedback_on_own,
        foreign=own.anothers_feedback,
        also=(422,),
    ),
    Row("market:to-read", COMMISSIONERS),
    Row(
        "market:feedback-read",
        COMMISSIONERS,
        FORM,
        sample=own.feedback_to_read,
        foreign=own.feedback_elsewhere,
        also=(422,),
    ),
    Row(
        "market:report",
        COMMISSIONERS,
        FORM,
        sample=own.report_to_decide,
        foreign=own.report_elsewhere,
        also=(422,),
    ),
]
