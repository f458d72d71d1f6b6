"""The projection's pages: worked out as asked, kept with its assumptions, refused in words."""

import pytest

from tenants.models import Projection

pytestmark = pytest.mark.django_db
KERNOW = "/programme/projection/?area=kernow&population=&rate-cohort=5&rate-plans=1&rate-social=&rate-health=0.04"


def test_without_rates_the_page_shows_the_frameworks_for_the_whole_network(client_as):
    text = client_as("board-member").get("/programme/projection/").content.decode()
    assert "237,550" in text  # 5% of 4,751,000
    assert "47,510" in text  # 1%
    assert "1,900" in text  # 0.04%: 1,900.4


def test_kernows_projection_by_changed_rates(client_as):
    text = client_as("board-member").get(KERNOW.replace("rate-cohort=5", "rate-cohort=4")).content.decode()
    assert "21,920" in text  # 4% of 548,000


def test_more_budgets_than_plans_are_refused_in_words(client_as):
    answer = client_as("board-member").get(KERNOW.replace("rate-health=0.04", "rate-health=2"))
    assert answer.status_code == 422
    assert "can’t be more: 2%" in answer.content.decode()


def test_a_projection_is_kept_with_its_assumptions_and_shown_again(client_as, kernow):
    client = client_as("evaluator")
    answer = client.post(KERNOW, {"name": "Kernow as the framework says", "note": "Rates of 2016"})
    kept = Projection.objects.get()
    assert answer.url == f"/programme/projection/{kept.pk}/"
    assert (kept.area, kept.population, kept.rates) == (
        kernow,
        548_000,
        {"cohort": 500, "plans": 100, "social": None, "health": 4},
    )
    text = client.get(answer.url).content.decode()
    assert "27,400" in text
    assert "Rates of 2016" in text
    file = client.get(f"/programme/projection/{kept.pk}.csv").content.decode()
    assert "Have a personalised care and support plan,1%,10,5480" in file


def test_a_projection_without_a_name_is_not_kept(client_as):
    answer = client_as("evaluator").post(KERNOW, {"name": "", "note": ""})
    assert answer.status_code == 422
    assert not Projection.objects.exists()
