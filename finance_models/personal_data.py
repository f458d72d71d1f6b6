"""Which fields of an area's finance models are about a person who uses the platform; see `data_rights.declared`.

People in the data are known by pseudonym alone: nothing ties one to an account, so `pseudonym` is a number here.
"""

MODELS = {
    "finance_models.AssumptionSet": {
        "personal": "by at name number",
        "mentions": "text reason",
        "other": "id is_sample",
    },
    "finance_models.Case": {
        "personal": "by at",
        "mentions": "site",
        "other": "id pseudonym group has_consent before_nhs before_social_care before_medication before_equipment "
        "before_hospital before_appointments after_nhs after_social_care after_medication after_equipment "
        "after_hospital after_appointments recorded_on is_sample",
    },
    "finance_models.CaseLine": {"mentions": "what", "other": "id case pence"},
    "finance_models.CaseRelease": {
        "personal": "number proposed_by proposed_on decided_by decided_on",
        "mentions": "why",
        "other": "id state sums code_version is_sample",
    },
    "finance_models.CohortDefinition": {
        "personal": "by at name number",
        "mentions": "sentence reason",
        "other": "id criteria is_sample",
    },
    "finance_models.ColumnMapping": {"personal": "by at table", "mentions": "source", "other": "id headings"},
    "finance_models.Contract": {
        "personal": "by at",
        "mentions": "provider services",
        "other": "id kind yearly_pence ends_on notice_months has_clauses in_budgets_from is_sample",
    },
    "finance_models.ContractChange": {
        "personal": "by at stage",
        "mentions": "reason",
        "other": "id contract terms before intended_on varied_on ended_on",
    },
    "finance_models.DataVersion": {
        "personal": "by at number loaded_on",
        "mentions": "warnings files",
        "other": "id entry state folder checksum first_date last_date rows quality made_from accepted_on superseded_on "
        "deleted_on is_sample",
    },
    "finance_models.GovernanceClock": {
        "personal": "by kind opened_at",
        "mentions": "words outcome",
        "other": "id due_at closed_at is_sample",
    },
    "finance_models.GovernanceEntry": {
        "personal": "by at",
        "mentions": "source controller processor legal_basis agreement assessment withdrawn_why",
        "other": "id tables agreement_ends assessment_ends replaces withdrawn_on is_sample",
    },
    "finance_models.Objection": {"personal": "by at", "other": "id pseudonym received_on lifted_on is_sample"},
    "finance_models.PriceTable": {
        "personal": "by at kind number",
        "mentions": "source",
        "other": "id rows checksum is_illustrative loaded_on",
    },
    "finance_models.RegionalRelease": {
        "personal": "number proposed_by proposed_on decided_by decided_on withdrawn_by withdrawn_on",
        "mentions": "note decided_why withdrawn_why",
        "other": "id run terms state is_sample at",
    },
    "finance_models.Run": {
        "personal": "by at kind made_on",
        "other": "id version checksum unit_costs providers assumptions cohort code_version inputs result",
    },
}
