"""Cases pooled across the region: sums leave an area by two people alone, and the pool equals all cases together."""

import re

import pytest
from django.db import Error, IntegrityError, transaction

from finance_models.calc.case_sums import CaseSums
from finance_models.cases import actions, pooled, releasing
from finance_models.cases.rights import SUMS
from finance_models.models import CaseRelease
from tenants.contexts import in_area
from tenants.models import Area
from tenants.returns import cases as published
from tenants.returns.models import PublishedCases

pytestmark = pytest.mark.django_db

REGION = "/areas/kernow/finance/cases/region/"
POOL, BOARD = "/network/cases/", "/programme/cases/"


def record(area, count, *, before=10_000, after=8_000, group="mental_health", name="c", consent=True):
    """So many cases, in pounds a year of hospital; each has cost a little more than the one before."""
    made = [
        actions.Recorded(
            {
                "pseudonym": f"{name}-{number}",
                "site": "Harbour team",
                "group": group,
                "has_consent": consent,
                "before_hospital": (before + number) * 100,
                "after_hospital": after * 100,
                "before_nhs": 5_000,
            }
        )
        for number in range(count)
    ]
    with in_area(area):
        actions.record(area=area, cases=made, by=None)


def release_of(area):
    with in_area(area):
        made = releasing.propose(area=area, by=None, is_sample=True)
        releasing.release(area=area, number=made.number, by=None)
    return made


def text_of(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.text)).replace("&#39;", "'")


def test_only_costs_known_before_and_after_of_people_who_consent_are_added_up(kernow):
    record(kernow, 10)
    record(kernow, 5, name="no", consent=False)
    with in_area(kernow):
        pool = pooled.of_area()
    # 10,000 to 10,009 pounds before: 100,045 together. NHS care is known before alone, so it doesn't count.
    assert (pool.total.people, pool.total.before, pool.total.after) == (10, 10_004_500, 8_000_000)
    assert list(pool.costs) == [("hospital",)]
    assert pooled.from_document(pooled.to_document(pool)) == pool


def test_nine_cases_stay_in_the_area_and_the_page_says_why(client_as, kernow):
    record(kernow, 9)
    lead = client_as("finance-lead", area=kernow)
    assert "it takes ten cases with consent" in text_of(lead.get(REGION))
    assert "it takes ten cases" in text_of(lead.post(f"{REGION}propose/", follow=True))
    with in_area(kernow):
        assert not CaseRelease.objects.exists()


def test_the_finance_lead_proposes_and_the_area_lead_releases(client_as, kernow):
    record(kernow, 12)
    finance, lead = client_as("finance-lead", area=kernow), client_as("area-lead", area=kernow)
    assert lead.post(f"{REGION}propose/").status_code == 403
    assert finance.post(f"{REGION}propose/").status_code == 302
    assert finance.post(f"{REGION}1/decide/", {"do": "release"}).status_code == 403
    text = text_of(lead.get(REGION))
    for said in ("Waits for a decision", "12 cases: a year cost £10,006 before", "What would leave the area"):
        assert said in text, said
    assert not PublishedCases.objects.exists()
    assert lead.post(f"{REGION}1/decide/", {"do": "release"}).status_code == 302
    row = PublishedCases.objects.get()
    assert (row.area, row.sums["total"][0]["sums"][:3]) == (kernow, [12, 12_006_600, 9_600_000])
    assert "c-1" not in str(row.sums)
    assert "Harbour" not in str(row.sums)
    refused = lead.post(f"{REGION}1/decide/", {"do": "withdraw", "why": ""})
    assert (refused.status_code, "Say why" in refused.text) == (422, True)
    lead.post(f"{REGION}1/decide/", {"do": "withdraw", "why": "A case was wrong"})
    assert published.newest() == []
    assert PublishedCases.objects.count() == 2


def test_whoever_decides_is_told_and_finds_a_card_until_it_is_decided(client_as, kernow, bristol):
    record(kernow, 12)
    finance, lead = client_as("finance-lead", area=kernow), client_as("area-lead", area=kernow)
    other = client_as("area-lead", area=bristol)
    finance.post(f"{REGION}propose/")
    assert "Sums of NHS Kernow's cases wait for your decision" in text_of(lead.get("/notifications/"))
    assert "Sums of cases wait for your decision" in text_of(lead.get("/home/"))
    for nobody in (finance, other):
        assert "Sums of cases wait" not in text_of(nobody.get("/home/"))
        assert "cases wait for your decision" not in text_of(nobody.get("/notifications/"))
    lead.post(f"{REGION}1/decide/", {"do": "decline", "why": "One cost is wrong"})
    assert "Sums of cases wait" not in text_of(lead.get("/home/"))
    assert "One cost is wrong" in text_of(finance.get("/notifications/"))


def test_what_would_leave_the_area_is_a_file_too(client_as, kernow):
    record(kernow, 12)
    finance = client_as("finance-lead", area=kernow)
    page = finance.get(REGION)
    address = f"{REGION}data/groups.csv"
    assert address in page.text
    assert 'All cases,12,"£10,006","£8,000","−£2,006"' in finance.get(address).content.decode()
    assert finance.get(f"{REGION}data/none.csv").status_code == 404


def test_nobody_decides_on_what_they_proposed_themselves_also_not_by_the_back_door(kernow, person):
    record(kernow, 10)
    both = person("finance-lead", "area-lead", area=kernow)
    with in_area(kernow):
        made = releasing.propose(area=kernow, by=both)
        with pytest.raises(releasing.CasesNotReleased, match="another person has to look"):
            releasing.release(area=kernow, number=made.number, by=both)
        with pytest.raises(IntegrityError), transaction.atomic():
            CaseRelease.objects.update(state="released", decided_by=both)
        with pytest.raises(Error), transaction.atomic():
            CaseRelease.objects.update(sums={})
        with pytest.raises(Error), transaction.atomic():
            CaseRelease.objects.all().delete()


def test_the_database_refuses_a_small_cell_and_rows_of_people_are_no_sums(kernow):
    small = {**SUMS, "groups": [{"names": ["mental_health"], "sums": [9, 1, 1, 1, 1, 1]}]}
    with pytest.raises(IntegrityError), transaction.atomic():
        published.publish(area=kernow, number=1, sums=small, code_version="x", is_sample=False)
    for wrong in (
        {**SUMS, "cases": []},
        {**SUMS, "groups": [{"names": ["c-1"], "sums": SUMS["total"][0]["sums"], "pseudonym": "c-1"}]},
        {**SUMS, "groups": [{"names": ["mental_health"], "sums": ["c-1", 1, 1, 1, 1, 1]}]},
        {**SUMS, "groups": [{"names": ["mental_health"], "sums": [12, 1]}]},
    ):
        with pytest.raises(published.NotSums):
            published.publish(area=kernow, number=1, sums=wrong, code_version="x", is_sample=False)


def test_the_pool_equals_all_cases_together_and_the_finance_group_sees_it(client_as, kernow, bristol):
    record(kernow, 12)
    record(kernow, 10, group="learning_disability", name="ld", before=40_000, after=41_000)
    record(bristol, 11, before=20_000, after=15_000)
    for area in (kernow, bristol):
        release_of(area)
    everybody = {("k", n): ((10_000 + n) * 100, 800_000) for n in range(12)}
    everybody |= {("l", n): ((40_000 + n) * 100, 4_100_000) for n in range(10)}
    everybody |= {("b", n): ((20_000 + n) * 100, 1_500_000) for n in range(11)}
    sums, areas = CaseSums.of(everybody), Area.objects.in_use().count()
    for role in ("network-manager", "evaluator"):
        text = text_of(client_as(role).get(POOL))
        for said in (
            "33 cases: a year cost £22,", f"2 of {areas} areas are in the pool", f"{sums.people}",
            f"£{round(sums.mean_before / 100):,}", "People with significant mental health needs", "Hospital",
        ):  # fmt: skip
            assert said in text, said
    file = client_as("evaluator").get(f"{POOL}groups.csv").content.decode("utf-8-sig")
    # 120,066 pounds of twelve in Kernow and 220,055 of eleven in Bristol, by 23.
    assert "£14,788" in file
    for role in ("board-member", "moderator"):
        assert client_as(role).get(POOL).status_code == 403
    assert client_as("finance-lead", area=kernow).get(POOL).status_code == 403


def test_the_board_sees_rounded_figures_of_all_areas_together(client_as, kernow):
    assert "No area has released its cases yet" in text_of(client_as("board-member").get(BOARD))
    record(kernow, 12)
    release_of(kernow)
    text = text_of(client_as("board-member").get(BOARD))
    # 12 becomes 10; 10,005.50 and 8,000 pounds to the nearest hundred.
    for said in ("10", "£10,000", "£8,000", "rounded", "NHS Kernow"):
        assert said in text, said
    assert "12 cases" not in text
    assert "£10,006" not in text
    assert "10" in client_as("board-member").get(f"{BOARD}table.csv").content.decode("utf-8-sig")


def test_cases_of_one_area_are_not_those_of_another(client_as, kernow, bristol):
    record(kernow, 12)
    assert client_as("area-lead", area=bristol).get(REGION).status_code == 404
    assert "it takes ten cases" in text_of(
        client_as("finance-lead", area=bristol).get("/areas/bristol/finance/cases/region/")
    )
