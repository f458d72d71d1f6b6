"""Who mentors whom across the network, ready for a page."""

from collections.abc import Iterable

from files.offers import Offers
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants import groups
from tenants.models import ImplementationCohort
from tenants.presenters.sites import SOURCE, tag_of
from tenants.programme.cascade.cohorts import is_sample
from tenants.site_register import Register, Standing
from ui.charts import Tree, TreeNode


def later_sites(register: Register) -> list[Standing]:
    """Sites that could have a mentor: those of every intake but the first."""
    return [each for each in register.standings if each.site.cohort.number > 1]


def without_mentor(register: Register) -> list[Standing]:
    """Sites of later intakes that nobody mentors."""
    return [each for each in later_sites(register) if each.site.pk not in register.mentors_of]


def sentence(register: Register) -> str:
    """What a chair can read out."""
    later = later_sites(register)
    if not later:
        return "No site of a later intake has joined yet, so nobody needs a mentor."
    mentored = len(later) - len(without_mentor(register))
    mentors = len(register.mentees_of)
    have = "has" if mentored == 1 else "have"
    return (
        f"{mentored} of {len(later)} sites of later intakes {have} a mentor; "
        f"{mentors} {'site mentors' if mentors == 1 else 'sites mentor'} others."
    )


def tree(register: Register, downloads: Offers) -> Tree:
    """From the sites that nobody mentors down. A site with several mentors has its own mentees below the first."""
    shown_below: dict[int, Standing | None] = {}

    def node(standing: Standing, above: Standing | None) -> TreeNode:
        site = standing.site
        is_again = site.pk in shown_below
        first = shown_below.setdefault(site.pk, above)
        words = f"{site.area}, {_group_words(standing)}, intake {site.cohort.number}"
        if is_again and first is not None and site.pk in register.mentees_of:
            words += f"; whom it mentors stands below {first.site}"
        below = () if is_again else tuple(node(each, standing) for each in register.mentees_of.get(site.pk, []))
        return TreeNode(site.name, detail=words, status=tag_of(standing.stage), children=below)

    roots = [
        each
        for each in register.standings
        if each.site.pk in register.mentees_of and each.site.pk not in register.mentors_of
    ]
    return Tree(
        id="mentorings",
        title="The mentoring tree",
        description="From the sites that mentor and have no mentor down; below each stand those that it mentors.",
        roots=tuple(node(each, None) for each in roots),
        node_heading="Site",
        parent_heading="Mentored by",
        depth_heading="Step of the cascade",
        as_at=register.day,
        source=SOURCE,
        downloads=downloads,
    )


def figures(register: Register, cohorts: Iterable[ImplementationCohort]) -> Table:
    """Columns: cohort, sites, with a mentor, share, without, sites that mentor others."""
    rows = []
    for cohort in cohorts:
        found = [each for each in register.standings if each.site.cohort_id == cohort.pk]
        mentored = sum(each.site.pk in register.mentors_of for each in found)
        mentor = sum(each.site.pk in register.mentees_of for each in found)
        if cohort.number == 1:
            rows.append([cohort.number, len(found), "Needs none", "", "", mentor])
            continue
        share = f"{100 * mentored / len(found):.0f}%" if found else "No site yet"
        rows.append([cohort.number, len(found), mentored, share, len(found) - mentored, mentor])
    return Table(
        key="cascade",
        caption="The cascade in figures",
        head=(
            "Implementation cohort",
            numeric("Sites"),
            numeric("With a mentor"),
            numeric("Share"),
            numeric("Without"),
            numeric("Mentoring others"),
        ),
        rows=tuple(rows),
        as_at=register.day,
        source=SOURCE,
        people=NO_PEOPLE,
        note="The first intake has nobody before it to be mentored by.",
        sample=is_sample(register),
    )


def mentorless_table(register: Register) -> Table:
    """Columns: site, area, group, intake, stage; sites of later intakes alone, since the first needs none."""
    return Table(
        key="without-mentor",
        caption="Sites without a mentor",
        head=("Site", "Area", "Group", numeric("Intake"), "Stage"),
        rows=tuple(
            [each.site.name, each.site.area.name, _group_words(each), each.site.cohort.number, each.stage.label]
            for each in without_mentor(register)
        ),
        as_at=register.day,
        source=SOURCE,
        people=NO_PEOPLE,
        sample=is_sample(register),
    )


def mentorings_table(register: Register) -> Table:
    """Columns: mentor, its area and cohort, mentored site, its area and cohort, since; one row for each mentoring."""
    rows = []
    for row in register.mentorings:
        mentor, mentee = register.by_site[row.mentor_id].site, register.by_site[row.mentee_id].site
        rows.append(
            [
                mentor.name,
                mentor.area.name,
                mentor.cohort.number,
                mentee.name,
                mentee.area.name,
                mentee.cohort.number,
                row.started_on,
            ]
        )
    return Table(
        key="mentorings",
        caption="Who mentors whom",
        head=(
            "Mentor",
            "Area of the mentor",
            numeric("Cohort of the mentor"),
            "Mentored site",
            "Its area",
            numeric("Its cohort"),
            "Since",
        ),
        rows=tuple(rows),
        as_at=register.day,
        source=SOURCE,
        people=NO_PEOPLE,
        sample=is_sample(register),
    )


def _group_words(standing: Standing) -> str:
    return groups.BY_KEY[standing.site.group].short_name
