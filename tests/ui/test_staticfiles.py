from pathlib import Path

from django.contrib.staticfiles import finders

from ui import staticfiles


def test_design_system_asks_no_other_site_for_fonts():
    css = Path(finders.find(staticfiles.CLEANED[0])).read_text(encoding="utf-8")

    assert "https://" not in css
    assert "assets.nhs.uk" not in css
    assert len(css) > 190_000  # all but the fonts is there: 206,007 letters as shipped


def test_clean_files_come_first_when_files_are_collected():
    first = next(iter(finders.get_finders()))

    assert isinstance(first, staticfiles.SelfContainedFinder)
    assert [path for path, _ in first.list([])] == list(staticfiles.CLEANED)


def test_files_name_no_source_maps_that_are_missing():
    for path in staticfiles.CLEANED:
        assert "sourceMappingURL" not in Path(finders.find(path)).read_text(encoding="utf-8")


def test_our_own_files_name_no_other_site():
    folder = Path(staticfiles.__file__).parent / "static"

    for path in folder.rglob("*.*"):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http" not in text, path
