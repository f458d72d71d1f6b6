"""Run by test_no_pango.py as a process of its own, where the system's Pango can't be loaded: prints what came of it."""

import json

import django

django.setup()

from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.template import engines  # noqa: E402
from django.test import RequestFactory  # noqa: E402

from files import offers, pdf, writing  # noqa: E402
from files.tables import Table  # noqa: E402
from ui import branding  # noqa: E402

branding.register(lambda: branding.DEFAULT)
request = RequestFactory().get("/areas/areas.pdf")
request.user = AnonymousUser()
table = Table("areas", "Areas", ("Area",), (["Kernow"],))

# As the page does it; reverse() needs no database.
offered = offers.offers("areas:download")
drawn = engines["jinja2"].from_string('{{ ui.downloads(offered, "the areas") }}').render({"offered": offered})
answers = {ending: writing.answer(request, table, ending=ending, name="areas") for ending in writing.KINDS}
try:
    pdf.from_html('<html lang="en"><title>x</title></html>')
    made = "a file"
except pdf.PdfNotMade as error:
    made = str(error)

print(
    json.dumps(
        {
            "downloads": drawn,
            "statuses": {ending: answer.status_code for ending, answer in answers.items()},
            "page": answers["pdf"].content.decode(),
            "made": made,
        }
    )
)
