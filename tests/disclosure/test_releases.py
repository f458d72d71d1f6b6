"""Publishing: what is kept, what is compared with it, and by which rule."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from audit.models import AuditRow
from disclosure import actions, queries
from disclosure.breakdowns import Breakdown, Dimension
from disclosure.errors import NotComparable, PeopleChanged
from disclosure.models import AreaKey, Release, RuleChoice
from disclosure.raw import people
from disclosure.releasing import ReleaseRefused
from disclosure.rules import S7R5, S10R10, LooserRuleError
from disclosure.selections import Selection
from files import private

BY_GROUP = Breakdown((Dimension("group", ("Children", "Adults")),), ((), ("group",)))
BY_SEX = Breakdown((Dimension("sex", ("Women", "Men")),), (("sex",),))


def rows(children=20, adults=40, start=0):
    """Pseudonyms P0, P1, … with a group and a sex."""
    groups = ["Children"] * children + ["Adults"] * adults
    return {f"P{start + i}": {"group": group, "sex": ("Women", "Men")[i % 2]} for i, group in enumerate(groups)}


def selection(who, words="Everybody with a budget", **criteria):
    return Selection(words, {"budget": True, **criteria}, who)


@pytest.fixture
def private_files(settings, tmp_path):
    from django.core.files.storage import storages

    settings.PRIVATE_ROOT = tmp_path
    storage = storages["private"]
    assert str(tmp_path) in storage.path("x"), "The test would write into the real private storage."
    return tmp_path


@pytest.fixture
def publish(private_files, kernow, person):
    def publish(which, breakdown=BY_GROUP, *, area=kernow, version="1", title="Budgets by group", **more):
        return actions.publish(
            area=area,
            data_set="Linked data set",
            version=version,
            title=title,
            selection=which,
            breakdown=breakdown,
            source="Kernow's linked data set",
            as_at=datetime.date(2015, 6, 30),
            by=by,
            **more,
        )

    by = person("finance-lead", area=kernow)
    publish.by = by
    return publish


def test_what_was_shown_is_kept_with_its_checksum_and_no_true_count(publish, kernow):
    release = publish(selection(rows(children=3, adults=41)))
    # 44 people, 3 children, 41 adults.
    assert release.tables == [
        {"caption": "Everybody", "head": ["Who", "People"], "rows": [["Everybody", 45]]},
        {"caption": "By group", "head": ["group", "People"], "rows": [["Children", "*"], ["Adults", 40]]},
    ]
    release.refresh_from_db()
    assert (release.rule_name, release.area_slug, release.by) == ("S7R5", "kernow", publish.by)
    assert (release.selection, release.criteria) == ("Everybody with a budget", {"budget": True})
    assert len(release.checksum) == 64
    assert release.figures["figures"] == [45, None, 40]
    row = AuditRow.objects.get(action="release.publish", area=kernow)
    assert row.detail == {"data_set": "Linked data set", "version": "1", "rule": "S7R5"}


def test_nobodys_pseudonym_is_in_the_database_nor_readable_in_the_file(publish):
    release = publish(selection(rows()))
    file = private.path_of(release.membership)
    assert release.membership.startswith("area_kernow/disclosure/")
    import gzip

    text = gzip.decompress(file.read_bytes()).decode()
    assert '"P1"' not in text
    assert "P1" not in str(Release.objects.values().get(pk=release.pk))
    assert bytes(AreaKey.objects.get().key).hex() not in text


def test_each_area_has_keys_of_its_own(publish, bristol):
    from disclosure.memberships import PrivateMemberships

    store = PrivateMemberships()
    kernows, bristols = (store.keyed(area, {"P1": ()}) for area in (publish(selection(rows())).area, bristol))
    assert set(kernows).isdisjoint(bristols)


def test_the_same_figures_again_are_the_same_release(publish):
    assert publish(selection(rows())) == publish(selection(rows()))
    assert Release.objects.filter(area_slug="kernow").count() == 1


def test_a_selection_less_three_people_is_refused_and_nothing_is_kept(publish, private_files):
    everybody = rows()
    publish(selection(everybody))
    part = dict(list(everybody.items())[3:])
    with pytest.raises(ReleaseRefused, match="differ from those of “Budgets by group” by 1 to 7"):
        publish(selection(part, words="Without three", site="not Truro"))
    assert Release.objects.filter(area_slug="kernow").count() == 1
    assert len(list(private.all_kept("disclosure"))) == 1


def test_a_corrected_version_and_the_next_quarter_are_no_such_difference(publish):
    everybody = rows()
    first = publish(selection(everybody))
    corrected = publish(selection(dict(list(everybody.items())[3:])), version="2", replaces=first)
    assert corrected.replaces == first
    assert list(first.replaced_by.all()) == [corrected]


def test_a_release_is_replaced_once(publish):
    first = publish(selection(rows()))
    publish(selection(rows(adults=50)), version="2", replaces=first)
    with pytest.raises(IntegrityError), transaction.atomic():
        publish(selection(rows(adults=70)), version="3", replaces=first)


def test_data_that_changed_under_the_same_version_are_refused(publish):
    publish(selection(rows(adults=40)))
    with pytest.raises(PeopleChanged, match="are a new version"):
        publish(selection(rows(adults=80)))


def test_another_breakdown_of_the_same_people_is_checked_with_the_first(publish):
    who = {f"P{i}": {"group": "Children" if i < 6 else "Adults", "sex": "Women"} for i in range(13)}
    cells = Breakdown(BY_GROUP.dimensions, (("group",),))
    publish(selection(who), cells, title="By group")
    # The headline is 13, shown as 15: then the two stars are 6 and 7 or 7 and 6.
    with pytest.raises(ReleaseRefused, match="Children in “By group”"):
        publish(selection(who), Breakdown(BY_GROUP.dimensions, ((),)), title="All")
    assert publish(selection(rows()), BY_SEX, title="By sex", version="2").tables[0]["rows"] == [
        ["Women", 30],
        ["Men", 30],
    ]


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_release_whose_people_cannot_be_read_refuses_the_next(publish, harm):
    path = private.path_of(publish(selection(rows())).membership)
    path.unlink() if harm == "gone" else path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(NotComparable, match="we can't see who was counted"):
        publish(selection(rows(adults=90), words="Others", other=True), title="Others")


def test_counts_without_people_are_the_only_release_of_their_version(kernow, publish):
    def publish_counts(children, version="1", area=None):
        return actions.publish_counts(
            area=area,
            data_set="Returns",
            version=version,
            title="Budgets in the network",
            selection="Everybody",
            criteria={},
            breakdown=BY_GROUP,
            cells={("Children",): people(children), ("Adults",): people(60)},
            source="The areas' returns",
            as_at=datetime.date(2015, 6, 30),
            by=None,
        )

    first = publish_counts(20)
    assert publish_counts(20) == first
    with pytest.raises(NotComparable):
        publish_counts(30)
    with pytest.raises(NotComparable):
        publish_counts(30, area=kernow)
    assert publish_counts(30, version="2") != first


def test_an_areas_rule_holds_for_what_it_publishes_from_then_on(publish, kernow):
    first = publish(selection(rows(children=10, adults=44)))
    actions.choose_rule(area=kernow, rule="S10R10", reason="Small parishes", by=publish.by)
    assert queries.rule_for(area=kernow) == S10R10
    with pytest.raises(ReleaseRefused, match="Two rules for the same people"):
        publish(selection(rows(children=10, adults=44)), BY_SEX)
    second = publish(selection(rows(children=10, adults=44)), version="2")
    # 54 people: 50 in place of 55; ten children are hidden.
    assert (first.figures["figures"], second.figures["figures"]) == ([55, 10, 45], [50, None, 40])
    assert second.rule_name == "S10R10"


def test_the_stricter_of_the_areas_and_the_data_sets_rule_counts(kernow, bristol, person):
    actions.choose_rule(data_set="Linked data set", rule="S10R10", reason="Agreed", by=person("network-manager"))
    assert queries.rule_for(area=kernow, data_set="Linked data set") == S10R10
    assert queries.rule_for(area=kernow, data_set="Other") == S7R5
    actions.choose_rule(area=bristol, rule="S10R10", reason="Careful", by=None)
    assert queries.rule_for(area=kernow) == S7R5
    # What adds up all areas follows the strictest of them.
    assert queries.rule_for() == S10R10
    actions.choose_rule(area=bristol, rule="S7R5", reason="As everybody", by=None)
    assert queries.rule_for() == S7R5
    assert AuditRow.objects.filter(action="release_rule.choose").count() == 3


@pytest.mark.parametrize("rule", ["S5R5", "S7R1", "none", ""])
def test_a_looser_rule_cannot_be_chosen(kernow, rule):
    with pytest.raises(LooserRuleError):
        actions.choose_rule(area=kernow, rule=rule, reason="More detail", by=None)


@pytest.mark.parametrize(("hide_up_to", "round_to"), [(6, 5), (7, 4), (5, 5), (10, 1)])
def test_the_database_refuses_a_looser_rule_too(kernow, hide_up_to, round_to):
    with pytest.raises(IntegrityError, match="rule_choice_is_no_looser"), transaction.atomic():
        RuleChoice.objects.create(area=kernow, hide_up_to=hide_up_to, round_to=round_to, reason="x")
    with pytest.raises(IntegrityError, match="release_by_a_rule"), transaction.atomic():
        Release.objects.create(
            data_set="x", version="1", title="x", selection="x", source="x", as_at=datetime.date(2015, 6, 30),
            tables=[], figures={}, hide_up_to=hide_up_to, round_to=round_to,
        )  # fmt: skip


@pytest.mark.parametrize("table", ["disclosure_release", "disclosure_rulechoice"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET hide_up_to = 99", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_what_was_published_and_chosen_is_never_changed(db, table, statement):
    with (
        pytest.raises(IntegrityError, match="never changed or removed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


def test_the_baseline_that_was_public_already_is_in_the_history(db):
    from tenants.published_figures import keep_baseline

    release = keep_baseline(by=None)
    assert release.is_already_public
    assert release.rule_name == "As published elsewhere"
    assert release.tables[0]["rows"][-1] == ["All areas together", 198]
    # Again: nothing new.
    assert keep_baseline(by=None) == release
    assert Release.objects.filter(area=None).count() == 1


def test_a_baseline_that_was_put_right_takes_the_place_of_the_first(db):
    from tenants.models import BudgetBaseline
    from tenants.published_figures import keep_baseline

    first = keep_baseline(by=None)
    baseline = BudgetBaseline.objects.order_by("pk").first()
    baseline.in_place += 2
    baseline.save()
    second = keep_baseline(by=None)
    assert second.replaces == first
    assert second.tables[0]["rows"][-1] == ["All areas together", 200]
