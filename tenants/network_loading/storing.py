"""Writing a network folder that was read without a fault: what is missing is added, what nobody edited is renewed."""

import datetime
from collections import Counter
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.text import slugify

from config.today import today
from tenants import area_schemas, groups, network_risks
from tenants.contexts import has_schema, in_area
from tenants.models import (
    Area,
    BudgetBaseline,
    EligiblePool,
    ImplementationCohort,
    LoadedFile,
    NationalMilestone,
    Network,
    NetworkPartner,
    NetworkRisk,
    Organisation,
    Promise,
    SitesReported,
    Workstream,
)
from tenants.network_loading.faults import Fault
from tenants.network_loading.reading import Folder, Row
from tenants.programme.workstreams.queries import is_edited as workstream_is_edited
from tenants.rollout.lists import kinds as lists
from tenants.rollout.lists.queries import was_removed
from tenants.rollout.models import GroupPlan
from tenants.rollout.plans import store_loaded_phase

# The month in the name of phb_baseline_nov2014.csv, for a folder that gives no date in sources.csv.
BASELINE_AS_AT = datetime.date(2014, 11, 30)


class Storing:
    """One load in progress: the folder, what was counted, and the conflicts with what areas have edited."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.added: Counter[str] = Counter()
        self.renewed: Counter[str] = Counter()
        self.unchanged: Counter[str] = Counter()
        self.conflicts: list[Fault] = []
        self._sources = {row["file"]: row for row in folder.of("sources.csv")}

    def source(self, file: str) -> str:
        """The file's source as sources.csv gives it, or a sentence that says when it was loaded."""
        row = self._sources.get(file)
        return row["source"] if row else f"{file} of the network folder"

    def as_at(self, file: str, otherwise: datetime.date) -> datetime.date:
        """The date that sources.csv gives the file's figures."""
        row = self._sources.get(file)
        return (row["as_at"] if row else None) or otherwise

    def put(self, model: type[models.Model], key: dict[str, Any], values: dict[str, Any]) -> Any:
        """Add the row, or renew what differs; counts which it was. Returns the row."""
        name = str(model._meta.verbose_name_plural)
        row = model._default_manager.filter(**key).first()
        if row is None:
            self.added[name] += 1
            return model._default_manager.create(**key, **values)
        changed = [field for field, value in values.items() if getattr(row, field) != value]
        if changed:
            for field in changed:
                setattr(row, field, values[field])
            row.save(update_fields=changed)
            self.renewed[name] += 1
        else:
            self.unchanged[name] += 1
        return row

    def sources(self) -> None:
        """Where each file's figures come from, for tables whose rows don't say it."""
        for file in self.folder.rows:
            if file == "sources.csv" or not self.folder.of(file):
                continue
            row = self._sources.get(file)
            fields = {"as_at": row["as_at"] if row else None, "licence": (row["licence"] or "") if row else ""}
            self.put(LoadedFile, {"file": file}, {**fields, "source": self.source(file)})

    def network(self) -> None:
        """The network's own row, once it has a name."""
        rows = self.folder.of("network.csv")
        now = timezone.now()
        if rows:
            row = rows[0]
            self.put(
                Network,
                {"pk": 1},
                {
                    "name": row["name"],
                    "short_name": row["short_name"],
                    "stated_population": row["stated_population"],
                    "source": row["source"] or "",
                },
            )
        elif not Network.objects.exists():
            self.put(Network, {"pk": 1}, {"name": "Integrated Personal Commissioning network", "short_name": "IPC"})
        Network.objects.update(loaded_at=now)

    def area(self, row: Row, position: int) -> Area:
        """The area's row and, where it is new, its schema."""
        values = {
            "name": row["name"],
            "short_name": row["short_name"],
            "ods_code": row["ods_code"] or "",
            "ons_code": row["ons_code"] or "",
            "local_authorities": row["local_authorities"] or [],
            "approx_population_2014": row["approx_population_2014"],
            "position": position,
        }
        area = self.put(Area, {"slug": row["slug"]}, values)
        if area.status == Area.Status.ARCHIVED:
            why = "was deleted here, and a folder does not bring it back; take the row out, or ask an operator"
            self.conflicts.append(row.fault("slug", why))
        elif not has_schema(area.schema_name):
            area_schemas.create(area.schema_name)
        return area

    def programme(self) -> None:
        """Milestones, implementation cohorts, promises and sites reported."""
        for row in self.folder.of("milestones.csv"):
            fields = {name: row[name] for name in ("activity", "deliverable", "due", "precision", "stage")}
            self.put(NationalMilestone, {"key": row["key"]}, fields)
        for row in self.folder.of("implementation_cohorts.csv"):
            self.put(
                ImplementationCohort, {"number": row["number"]}, {"starts": row["starts"], "note": row["note"] or ""}
            )
        for position, row in enumerate(self.folder.of("targets.csv"), 1):
            number, share = row["target"] or (None, None)
            fields = {"target_number": number, "target_share": share, "by": row["by"], "statement": row["statement"]}
            self.put(Promise, {"key": row["key"]}, {**fields, "position": position})
        for row in self.folder.of("sites_reported.csv"):
            fields = {"sites": row["sites"], "source": self.source(row.file)}
            fields["as_at"] = self.as_at(row.file, BASELINE_AS_AT)
            self.put(SitesReported, {"group": row["group"]}, fields)

    def risks(self) -> None:
        """Risks of the network itself."""
        name = str(NetworkRisk._meta.verbose_name_plural)
        for position, row in enumerate(self.folder.of("risks.csv"), 1):
            words = {column: row[column] or "" for column in network_risks.WORDS}
            as_at = self.as_at(row.file, today())
            try:
                done = network_risks.store_loaded(
                    key=row["key"], words=words, position=position, source=self.source(row.file), as_at=as_at
                )
            except network_risks.ChangedByTheBoard as refusal:
                self.conflicts.append(row.fault("title", str(refusal)))
            else:
                {"added": self.added, "renewed": self.renewed, "unchanged": self.unchanged}[done][name] += 1

    def workstreams(self) -> None:
        """The network's workstreams; one that its manager has changed since is left alone."""
        for position, row in enumerate(self.folder.of("workstreams.csv"), 1):
            known = Workstream.objects.filter(key=row["key"]).first()
            if known is not None and workstream_is_edited(known):
                self.unchanged[str(Workstream._meta.verbose_name_plural)] += 1
                continue
            values = {name: row[name] or "" for name in ("name", "purpose", "owner", "status")}
            values |= {"starts": row["starts"], "source": self.source(row.file), "position": position}
            self.put(Workstream, {"key": row["key"]}, values)

    def public_figures(self, areas: dict[str, Area]) -> None:
        """The baseline of budgets and the pools of people who may be eligible."""
        for row in self.folder.of("phb_baseline_nov2014.csv"):
            fields = {
                "in_place": row["phb_in_place"],
                "in_pipeline": row["in_pipeline"],
                "pipeline_note": row["pipeline_note"] or "",
                "as_at": self.as_at(row.file, BASELINE_AS_AT),
                "source": self.source(row.file),
            }
            self.put(BudgetBaseline, {"area": areas[row["area"]]}, fields)
        for row in self.folder.of("eligible_pools.csv"):
            fields = {"people": row["people"], "qualifier": row["qualifier"] or "", "source": self.source(row.file)}
            key = {"area": areas[row["area"]], "group": row["group"], "what": row["what"]}
            self.put(EligiblePool, key, fields)

    def organisations(self) -> dict[str, Organisation]:
        """Each partner's organisation by its name in small letters."""
        found: dict[str, Organisation] = {item.name.casefold(): item for item in Organisation.objects.all()}
        slugs = {item.slug for item in found.values()}
        for row in self.folder.of("partners.csv"):
            name = row["partner"].casefold()
            if name not in found:
                slug = _free_slug(row["partner"], slugs)
                slugs.add(slug)
                found[name] = Organisation.objects.create(slug=slug, name=row["partner"], kind=row["kind"])
                self.added["organisations"] += 1
            elif found[name].kind != row["kind"]:
                self.put(Organisation, {"slug": found[name].slug}, {"kind": row["kind"]})
        return found

    def network_partners(self, organisations: dict[str, Organisation]) -> None:
        """Partners of the network as a whole."""
        for row in self.folder.of("partners.csv"):
            if row["area"] == "network":
                self.put(NetworkPartner, {"organisation": organisations[row["partner"].casefold()]}, {})

    def inside(self, area: Area, organisations: dict[str, Organisation]) -> None:
        """What stands in the area's own schema: plans, partners, resources; plans are published."""
        with in_area(area):
            for row in self._rows_of(area, "phase_plan.csv"):
                for group in groups.GROUPS:
                    self._plan(area, row, group.key)
            for group in groups.GROUPS:
                if not GroupPlan.objects.filter(group=group.key).exists():
                    as_at = self.as_at("phase_plan.csv", today())
                    store_loaded_phase(area=area, group=group.key, phase=None, source="", as_at=as_at)
            for row in self._rows_of(area, "partners.csv"):
                key = {"group": row["group"] or "", "organisation": organisations[row["partner"].casefold()]}
                self._list(lists.PARTNERS, key)
            for row in self._rows_of(area, "resources.csv"):
                self._list(lists.RESOURCES, {"group": row["group"] or "", "what": row["resource"]})

    def _list(self, kind: lists.Kind, key: dict[str, Any]) -> None:
        """Add what is missing of a list, unless the area took it off: a folder does not undo that."""
        if not kind.model.objects.filter(**key).exists() and was_removed(kind, **key):
            self.unchanged[str(kind.model._meta.verbose_name_plural)] += 1
        else:
            self.put(kind.model, key, {})

    def _rows_of(self, area: Area, file: str) -> list[Row]:
        return [row for row in self.folder.of(file) if row["area"] == area.slug]

    def _plan(self, area: Area, row: Row, group: str) -> None:
        plan = GroupPlan.objects.filter(group=group).first()
        name = str(GroupPlan._meta.verbose_name_plural)
        if plan is not None and plan.phase == row[group]:
            self.unchanged[name] += 1
            return
        if plan is not None and plan.is_edited:
            edited = timezone.localtime(plan.edited_at)
            why = (
                f"{area.name} changed this plan on {edited.day} {edited:%B %Y} ({plan.phase_words} now), and a folder "
                "does not undo that; ask the area, or write what it has now"
            )
            self.conflicts.append(row.fault(group, why))
            return
        # The first row stands from the date of its source, so that a past quarter can be shown "as at".
        as_at = today() if plan else self.as_at(row.file, today())
        store_loaded_phase(area=area, group=group, phase=row[group], source=self.source(row.file), as_at=as_at)
        (self.renewed if plan else self.added)[name] += 1


def _free_slug(name: str, taken: set[str]) -> str:
    stem = slugify(name)[:70] or "organisation"
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug
