"""Sample people of an area's team for each group: posts with names that say that they are made up."""

from tenants.contexts import in_area
from tenants.models import Area
from tenants.rollout.lists import actions
from tenants.rollout.lists.kinds import PEOPLE
from tenants.sample.plans import CHILDREN, CONDITIONS, DISABILITY, MENTAL

AREA = "kernow"
# (group, name, what they do)
WHO = (
    (CHILDREN, "Cora Children (sample)", "Children’s commissioner"),
    (CONDITIONS, "Percy Practice (sample)", "Programme lead"),
    (DISABILITY, "Lena Learning (sample)", "Commissioning lead"),
    (MENTAL, "Mo Mind (sample)", "Mental health lead"),
    ("", "Connie Connector (sample)", "Brings people who have a budget together"),
)


def make() -> None:
    """The demo's own area has some, so that its list has something to change."""
    area = Area.objects.active().filter(slug=AREA).first()
    if area is None:
        return
    with in_area(area):
        if PEOPLE.model.objects.exists():
            return
        for group, name, role in WHO:
            actions.add(PEOPLE, area=area, values={"group": group, "name": name, "role": role}, by=None)
