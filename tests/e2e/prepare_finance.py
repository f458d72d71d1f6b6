"""Kernow's finance models, made up for the browser: each list with something in it."""

import datetime

DAY = datetime.date(2015, 7, 1)


def finance() -> dict[str, str]:
    """A source, an objection, a breach; the addresses of their pages."""
    from tenants.contexts import in_area
    from tenants.models import Area

    area = Area.objects.get(slug="kernow")
    with in_area(area):
        pages = {**_register(area), **_lists(area), **_data(area), **_runs(area)}
    return {**pages, **_releases(area)}


def _releases(area) -> dict[str, str]:
    """Kernow and Bristol have released; in Kernow one more waits for a decision, and one is prepared."""
    import tempfile
    from pathlib import Path

    from django.urls import reverse

    from accounts.models import User
    from finance_models.assumptions import queries
    from finance_models.cohorts import kept
    from finance_models.region import making
    from tenants.contexts import in_area
    from tenants.models import Area
    from tests.finance_models import releasing

    lead, other = (User.objects.get(email=f"{who}@demo.example") for who in ("finance-lead", "area-lead"))
    bristol = Area.objects.get(slug="bristol")
    releasing.set_terms()
    with tempfile.TemporaryDirectory() as folder:
        for each, letter, counts in ((area, "k", releasing.KERNOW), (bristol, "b", releasing.BRISTOL)):
            releasing.load(each, Path(folder), letter, counts)
    released = [releasing.release(each, proposer=lead, by=other) for each in (bristol, area)][-1]
    waits, prepared = releasing.propose(area, by=lead), releasing.prepare(area)
    making.make()
    numbers = {"release-withdraw": released, "release-decline": waits}
    pages = {name: reverse(f"finance:{name}", args=["kernow", each.number]) for name, each in numbers.items()}
    for name, each in (("release-proposed", waits), ("release-prepared", prepared)):
        pages[name] = reverse("finance:release", args=["kernow", each.number])
    with in_area(area):
        base = queries.latest()[0]
        # What cohorts are counted from; it belongs to the version that is in use from here on.
        kept.make(area=area, assumptions=base, by=None)
    return {**pages, "assumptions-reference": reverse("finance:assumptions-reference", args=["kernow", base.pk])}


def _runs(area) -> dict[str, str]:
    """A costing and rates of the worked example, and a complexity-adjusted model of more people, by one scenario."""
    import tempfile
    from pathlib import Path

    from django.urls import reverse

    from finance_models.cohorts.rights import cohort_in
    from finance_models.runs import making
    from tests.finance_models.given import loaded
    from tests.finance_models.test_complexity_page import two_kinds
    from tests.finance_models.test_runs import SHARE, TERMS, terms_in

    terms = terms_in(area, TERMS + SHARE)
    with tempfile.TemporaryDirectory() as folder:
        # The worked example has too few people for the complexity-adjusted model.
        loaded(area, Path(folder), given=two_kinds(Path(folder)), accept=True, is_sample=True)
        making.make(area=area, kind="complexity", assumptions=terms, by=None)
    with tempfile.TemporaryDirectory() as folder:
        loaded(area, Path(folder), accept=True, is_sample=True)
    made = [making.make(area=area, kind=kind, assumptions=terms, by=None) for kind in ("cost", "capitate")]
    pages = {
        name: reverse(f"finance:{name}", args=["kernow", terms.pk]) for name in ("assumptions", "assumptions-change")
    }
    cohort = cohort_in(area)
    making.make(area=area, kind="cohort", assumptions=terms, cohort=cohort, by=None)
    pages |= {name: reverse(f"finance:{name}", args=["kernow", cohort.pk]) for name in ("cohort", "cohort-change")}
    asked = f"?target=10000000&actual=9300000&assumptions={terms.pk}"
    share = reverse("finance:share", args=["kernow"])
    costs = "&".join(f"actual_{year}={9_300_000 + 100_000 * year}" for year in range(1, 6))
    moved = "&inflation=2&growth=1&rebase=50&handed_back=20"
    pages |= {"share": share + asked, "share-years": f"{share}years/{asked}&{costs}{moved}"}
    return {**pages, "run": reverse("finance:run", args=["kernow", made[-1].pk])}


def _data(area) -> dict[str, str]:
    """A version with a rejected row."""
    import tempfile
    from pathlib import Path

    from django.urls import reverse

    from tests.finance_models.given import HEAD, files, loaded

    lines = "".join(f"p{n % 7},2013-06-01,acute,stay,1,10\n" for n in range(40))
    with tempfile.TemporaryDirectory() as folder:
        given = files(Path(folder), activity=f"{HEAD}{lines}p0,2013-13-01,acute,stay,1,5\n")
        version = loaded(area, Path(folder), given=given, is_sample=True)
    pages = {
        name: reverse(f"finance:{name}", args=["kernow", version.number]) for name in ("version", "version-delete")
    }
    return {**pages, "columns": reverse("finance:columns-table", args=["kernow", version.entry_id, "activity"])}


def _lists(area) -> dict[str, str]:
    """A case, and a contract with a change on its way."""
    from django.urls import reverse

    from finance_models.cases.rights import case_in, release_in, released
    from finance_models.contracts.rights import change_in

    case, contract = case_in(area), change_in(area).contract
    release_in(area)
    released(area)
    numbers = {
        "case": case,
        "case-change": case,
        "case-delete": case,
        "contract": contract,
        "contract-change": contract,
    }
    return {name: reverse(f"finance:{name}", args=["kernow", row.pk]) for name, row in numbers.items()}


def _register(area) -> dict[str, str]:
    from django.urls import reverse
    from django.utils import timezone

    from finance_models.governance import actions
    from finance_models.governance.rights import entry_in

    entry = entry_in(area)
    made = {"area": area, "by": None, "is_sample": True}
    objection = actions.record_objection(pseudonym="sample-7", received_on=DAY, **made)
    clock = actions.open_clock(kind="breach", words="A list was sent astray", opened_at=timezone.now(), **made)
    address = {name: reverse(f"finance:{name}", args=["kernow", entry.pk]) for name in ("entry", "entry-renew")}
    return {
        **address,
        "entry-withdraw": reverse("finance:entry-withdraw", args=["kernow", entry.pk]),
        "objection": reverse("finance:objection-lift", args=["kernow", objection.pk]),
        "clock": reverse("finance:clock-close", args=["kernow", clock.pk]),
    }
