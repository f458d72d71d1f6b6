"""Two files for the demo, made by code: a rota and a job advert. They go through the same cleaning as all others."""

from io import BytesIO
from typing import Any

import xlsxwriter
from django.db import transaction

from config.today import sample_day
from peer_network.models import SharedFile
from peer_network.sample import reading
from peer_network.sample.reading import day, looked_at
from peer_network.sharing import actions
from peer_network.support import listings

SHARED = 40  # days ago
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ADVERT = (
    "Personal assistant wanted",
    "I am looking for somebody who likes mornings, and doesn’t mind a cat on the kitchen table.",
    "What you would do: help me to get up, make breakfast with me, and come along to the library once a week.",
    "What I would like: patience, and that you ask before you help. You don’t need experience. I pay for training.",
    "Hours: five mornings, 8 to 11. Pay: write your rate here. Holiday and sick pay as the law says.",
    "How to ask: write here how people can reach you. Leave it out when you share this file.",
)


def make() -> None:
    """Add them where there are none."""
    if SharedFile.objects.filter(is_sample=True).exists():
        return
    members = reading.members()
    _share(
        members["old-oak"],
        rota(),
        title="A rota for a week with two assistants",
        purpose="Put in who comes when. It adds up the hours for each day and the week.",
        kind="rota",
    )
    _share(
        members["heron"],
        advert(),
        title="A job advert in plain words",
        purpose="What I wrote when I looked for my first assistant. Change everything that isn’t you.",
        kind="advert",
    )


def _share(member: Any, content: bytes, **words: Any) -> None:
    with sample_day(day(SHARED)), transaction.atomic():
        values = {"groups": [], **words}
        row = actions.upload(member=member, source=BytesIO(content), name="sample", values=values)
        actions.send(member=member, row=row, title=row.title, purpose=row.purpose)
        row.refresh_from_db()
        listings.show(row)
        looked_at(actions.SUBJECT, row.public_id)


def rota() -> bytes:
    """A week with the hours of each day, added up."""
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    bold, sheet = book.add_format({"bold": True}), book.add_worksheet("Rota")
    sheet.set_column(0, 3, 18)
    for column, head in enumerate(("Day", "Morning hours", "Evening hours", "Hours together")):
        sheet.write_string(0, column, head, bold)
    for row, name in enumerate(WEEK, start=1):
        sheet.write_string(row, 0, name)
        sheet.write_number(row, 1, 3)
        sheet.write_number(row, 2, 2)
        sheet.write_formula(row, 3, f"=SUM(B{row + 1}:C{row + 1})", value=5)
    sheet.write_string(8, 0, "The week", bold)
    sheet.write_formula(8, 3, "=SUM(D2:D8)", bold, value=35)
    book.close()
    return written.getvalue()


def advert() -> bytes:
    """A Word document of a few paragraphs."""
    from xml.sax.saxutils import escape

    from peer_network.sharing.cleaning.packages import Package

    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    of_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    said = "".join(f"<w:p><w:r><w:t>{escape(each)}</w:t></w:r></w:p>" for each in ADVERT)
    made = Package()
    made.add(
        "[Content_Types].xml",
        f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'.encode(),
    )
    made.add(
        "_rels/.rels",
        f'<Relationships xmlns="{links}"><Relationship Id="rId1" Type="{of_office}" Target="word/document.xml"/>'
        "</Relationships>".encode(),
    )
    made.add("word/document.xml", f'<w:document xmlns:w="{words}"><w:body>{said}</w:body></w:document>'.encode())
    return made.whole()
