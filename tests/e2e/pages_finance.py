"""Pages of an area's finance models."""

from tests.e2e.pages_shown import A_FILE, Shown, press

FINANCE = "/areas/kernow/finance/"
REGISTER = f"{FINANCE}register/"
LEAD = "finance-lead"
SHOWN = [
    Shown("finance", "finance:start", LEAD, FINANCE),
    Shown("governance register", "finance:register", LEAD, REGISTER),
    Shown("governance register, for the area lead", "finance:register", "area-lead", REGISTER),
    Shown("source of data", "finance:entry", LEAD, "{entry}"),
    Shown("add a source", "finance:entry-new", LEAD, f"{REGISTER}sources/new/"),
    Shown("add a source, mistakes", "finance:entry-new", LEAD, f"{REGISTER}sources/new/", press("Save")),
    Shown("renew a source", "finance:entry-renew", LEAD, "{entry-renew}"),
    Shown("withdraw a source", "finance:entry-withdraw", LEAD, "{entry-withdraw}"),
    Shown("record an objection", "finance:objection-new", LEAD, f"{REGISTER}objections/new/"),
    Shown("take back an objection", "finance:objection-lift", LEAD, "{objection}"),
    Shown("start a clock", "finance:clock-new", LEAD, f"{REGISTER}clocks/new/"),
    Shown("clock, done", "finance:clock-close", LEAD, "{clock}"),
    Shown("linked data", "finance:data", LEAD, f"{FINANCE}data/"),
    Shown("linked data, for the area lead", "finance:data", "area-lead", f"{FINANCE}data/"),
    Shown("load data", "finance:load", LEAD, f"{FINANCE}data/load/"),
    Shown("load data, mistakes", "finance:load", LEAD, f"{FINANCE}data/load/", press("Load")),
    Shown("data version", "finance:version", LEAD, "{version}"),
    Shown("data version, deleting", "finance:version-delete", LEAD, "{version-delete}"),
    Shown("headings", "finance:columns", LEAD, f"{FINANCE}data/columns/"),
    Shown("headings of a table", "finance:columns-table", LEAD, "{columns}"),
    Shown("contracts", "finance:contracts", LEAD, f"{FINANCE}contracts/"),
    Shown("contract", "finance:contract", LEAD, "{contract}"),
    Shown("add a contract", "finance:contract-new", LEAD, f"{FINANCE}contracts/new/"),
    Shown("change a contract", "finance:contract-change", LEAD, "{contract-change}"),
    Shown("case baseline", "finance:cases", LEAD, f"{FINANCE}cases/"),
    Shown("case", "finance:case", LEAD, "{case}"),
    Shown("record a case", "finance:case-new", LEAD, f"{FINANCE}cases/new/"),
    Shown("change a case", "finance:case-change", LEAD, "{case-change}"),
    Shown("delete a case", "finance:case-delete", LEAD, "{case-delete}"),
    Shown("cases by a workbook", "finance:cases-upload", LEAD, f"{FINANCE}cases/upload/"),
]
NO_PAGES = {
    "finance:register-download": A_FILE,
    "finance:objections-download": A_FILE,
    "finance:contracts-download": A_FILE,
    "finance:versions-download": A_FILE,
    "finance:version-download": A_FILE,
    "finance:rejected-rows": A_FILE,
    "finance:table-template": A_FILE,
    "finance:cases-download": A_FILE,
    "finance:cases-template": A_FILE,
}
