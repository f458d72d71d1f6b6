from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from PIL import Image

from knowledge.models import Picture
from knowledge.pictures import without_metadata
from tests.knowledge.editing import GPS_INFO, photograph, upload

# Wagtail leaves the picture files that it reads to the garbage collector; the fixture `media` calls it.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")


def stored(picture):
    with picture.file.open() as file:
        return file.read()


def test_camera_notes_are_taken_out_of_an_upload(editor, media):
    assert b"Camera of Bea Budget" in photograph().read()

    assert upload(editor).status_code == 302

    kept = stored(Picture.objects.get())
    assert b"Camera of Bea Budget" not in kept
    assert b"taken at home" not in kept
    with Image.open(BytesIO(kept)) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.getexif().get_ifd(GPS_INFO) == {}


def test_upload_is_turned_the_right_way_up(editor, media):
    upload(editor)  # 40 by 20, with a note to turn it

    picture = Picture.objects.get()
    assert (picture.width, picture.height) == (20, 40)


def test_size_and_hash_are_those_of_the_stored_file(editor, media):
    import hashlib

    upload(editor)

    picture = Picture.objects.get()
    assert picture.file_size == len(stored(picture))
    assert picture.file_hash == hashlib.sha1(stored(picture)).hexdigest()


def test_new_file_for_a_picture_is_cleaned_too(editor, media):
    upload(editor)
    picture = Picture.objects.get()

    picture.file = photograph("second.jpg")
    picture.save()

    assert b"Camera of Bea Budget" not in stored(Picture.objects.get())


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "JPEG"])
def test_notes_are_taken_out_of_every_kind(kind):
    from PIL.PngImagePlugin import PngInfo

    notes = Image.Exif()
    notes[0x010F] = "Camera of Bea Budget"
    options = {"exif": notes.tobytes()} if kind != "GIF" else {"comment": b"Camera of Bea Budget"}
    if kind == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", "Camera of Bea Budget")
    if kind == "WEBP":
        options["xmp"] = b"<x>Camera of Bea Budget</x>"
    written = BytesIO()
    Image.new("RGB", (8, 8), "red").save(written, kind, **options)
    assert b"Camera of Bea Budget" in written.getvalue()

    clean = without_metadata(ContentFile(written.getvalue(), name=f"a.{kind.lower()}"))

    assert b"Bea Budget" not in clean.read()
    clean.seek(0)
    with Image.open(clean) as picture:
        assert (picture.format, picture.size) == (kind, (8, 8))
        assert picture.convert("RGB").getpixel((4, 4))[0] > 240


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_animation_keeps_its_frames_and_pace(kind):
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    written = BytesIO()
    frames[0].save(written, kind, save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0)

    clean = without_metadata(ContentFile(written.getvalue(), name=f"a.{kind.lower()}"))

    with Image.open(clean) as picture:
        assert picture.n_frames == 3
        picture.seek(2)
        picture.load()
        assert picture.convert("RGB").getpixel((4, 4))[2] > 240


def test_transparent_background_stays():
    written = BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(written, "PNG")

    clean = without_metadata(ContentFile(written.getvalue(), name="a.png"))

    with Image.open(clean) as picture:
        assert picture.convert("RGBA").getpixel((4, 4))[3] == 0


def test_picture_without_description_is_refused(editor, media):
    answer = upload(editor, description="")

    assert answer.status_code == 200
    assert "This field is required." in answer.content.decode()
    assert not Picture.objects.exists()


def test_description_of_a_picture_in_a_page_is_required(db, media):
    from django.core.exceptions import ValidationError

    from knowledge.blocks import PictureBlock

    block = PictureBlock()
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python({"picture": None, "alt_text": "", "caption": ""}))

    assert "alt_text" in refused.value.block_errors


@pytest.mark.parametrize("name", ["page.svg", "page.html", "page.bmp"])
def test_other_kinds_of_file_are_refused(editor, media, name):
    answer = upload(editor, file=ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'/>", name=name))

    assert answer.status_code == 200
    assert not Picture.objects.exists()


def test_picture_in_a_page_is_drawn_with_its_description_and_sizes(editor, media, front, client):
    upload(editor)
    picture = Picture.objects.get()
    value = {"picture": picture, "alt_text": "A bed of beans", "caption": "Truro, 2015"}
    front.body = [("picture", value)]
    front.save_revision().publish()

    page = BeautifulSoup(client.get("/").content, "html.parser")

    drawn = page.find("main").find("img")
    assert drawn["alt"] == "A bed of beans"
    assert page.find("figcaption").get_text(strip=True) == "Truro, 2015"
    answer = client.get(drawn["src"])
    assert answer.status_code == 200
    assert drawn["src"].startswith("/media/images/")
    content = b"".join(answer.streaming_content)
    assert b"Bea Budget" not in content
    assert drawn["srcset"].count("/media/images/") == 3


def test_uploaded_original_and_documents_are_not_served_from_the_media_folder(editor, media, client):
    upload(editor)
    name = Picture.objects.get().file.name
    assert name.startswith("original_images/")
    (media / "images").mkdir(exist_ok=True)

    for address in (
        f"/media/{name}",
        f"/media/images/../{name}",
        f"/media/images/%2e%2e/{name}",
        f"/media/images//../{name}",
    ):
        assert client.get(address).status_code == 404, address


def test_document_of_a_private_collection_is_not_public(editor, media, client):
    from wagtail.documents import get_document_model
    from wagtail.models import Collection, CollectionViewRestriction

    private = Collection.get_first_root_node().add_child(name="For editors")
    CollectionViewRestriction.objects.create(collection=private, restriction_type=CollectionViewRestriction.LOGIN)
    Document = get_document_model()
    file = ContentFile(b"minutes", name="minutes.txt")
    hidden = Document.objects.create(title="Minutes", file=file, collection=private)
    shown = Document.objects.create(title="Minutes", file=ContentFile(b"minutes", name="open.txt"))

    assert client.get(hidden.url).status_code == 302
    assert client.get(hidden.url)["Location"].startswith("/account/login/")
    assert client.get(f"/media/{hidden.file.name}").status_code == 404
    answer = client.get(shown.url)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == b"minutes"
    assert editor.get(hidden.url).status_code == 200


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.exe"])
def test_document_that_could_carry_a_script_is_refused(editor, media, name):
    from django.urls import reverse
    from wagtail.documents import get_document_model

    file = ContentFile(b"<script>alert(1)</script>", name=name)
    answer = editor.post(reverse("wagtaildocs:add"), {"title": "A", "file": file, "collection": "1", "tags": ""})

    assert answer.status_code == 200
    assert not get_document_model().objects.exists()


def test_picture_with_too_many_points_is_refused_before_it_is_opened(editor, media, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40 * 20 - 1

    answer = upload(editor)

    assert answer.status_code == 200
    assert not Picture.objects.exists()
