"""Sample notifications: there from the start, made once, and not tidied away in the first night."""

import pytest

from accounts.models import User
from data_rights import retaining
from notify.models import Notification
from tenants.demo_notices import make_demo_notices
from tenants.memberships import grant

pytestmark = pytest.mark.django_db


def test_sample_notifications_outlive_the_nights_retention_and_are_made_once(kernow):
    lead = User.objects.create_user("area-lead@demo.example", name="Lead")
    grant(user=lead, role="area-lead", area=kernow, by=None)
    make_demo_notices()
    mine = Notification.objects.filter(to=lead, title__startswith="Sample: ")
    assert (mine.count(), mine.filter(read_at__isnull=True).count()) == (3, 2)
    retaining.run()
    make_demo_notices()
    assert mine.count() == 3
