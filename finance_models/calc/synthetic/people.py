"""Synthetic people, as SQL over a range of numbers: the n-th person is the same however many there are."""

# ruff: noqa: S608 - the SQL is put together of this package's own words, and of a sample that was checked

from finance_models.calc.synthetic import needs
from finance_models.calc.synthetic.sample import Sample

# A draw is even from 0 to 1, and the same for the same number, purpose and seed, on any number of processors.
DRAW = """
CREATE OR REPLACE MACRO draw(number, purpose) AS
    (hash(number, purpose, {seed}) >> 11)::DOUBLE / 9007199254740992.0
"""
DEMENTIA = [name for name, _ in needs.REGISTERS].index("dementia")
COLUMNS = (
    "person_id",
    "birth_year",
    "sex",
    "ethnicity",
    "rural",
    "disability",
    "council",
    "groups",
    "ltc_count",
    "frailty",
    "pam_score",
    "pam_level",
    "pam_date",
    "pam_suitable",
    "imd_decile",
    "chc",
    "section_117",
    "registers",
    "eligible_from",
    "eligible_to",
)


def pseudonym(sample: Sample, number: str) -> str:
    """SQL for a pseudonym, which says that it is synthetic: `SYN-kernow-0000001`."""
    return f"'SYN-{sample.area}-' || lpad(({number})::VARCHAR, 7, '0')"


def table(sample: Sample) -> str:
    """SQL for everybody with all that the activity depends on; `COLUMNS` of it are the file."""
    return f"""
    WITH aged AS (
        SELECT number, draw(number, 1) AS chance, {_age()} AS age FROM range({sample.people}) AS everybody(number)
    ), conditioned AS (
        SELECT *, {_conditions()} AS ltc_count,
            age < 18 AND draw(number, 4) < {needs.COMPLEX_CHILD} AS complex_child,
            draw(number, 5) < {needs.LEARNING_DISABILITY} AS learning_disability,
            age >= 18 AND draw(number, 6) < {needs.MENTAL_HEALTH} AS mental_health,
            draw(number, 7) < {sample.oddities.high_costs} AS extraordinary,
            draw(number, 8) < {sample.oddities.several_groups} AS one_more_group
        FROM aged
    ), timed AS (
        SELECT *, {_eligibility(sample)} FROM conditioned
    )
    SELECT {pseudonym(sample, "number + 1")} AS person_id, year('{sample.start}'::DATE) - age AS birth_year,
        CASE WHEN draw(number, 10) < 0.51 THEN 'female' ELSE 'male' END AS sex,
        {needs.case_by_draw("draw(number, 11)", needs.ETHNICITIES)} AS ethnicity,
        (draw(number, 12) < 0.34)::INTEGER AS rural,
        (draw(number, 13) < least(0.95, 0.04 + 0.11 * ltc_count + 0.9 * learning_disability::INTEGER))::INTEGER
            AS disability,
        '{sample.council}' AS council, {_groups()} AS groups, ltc_count, {_frailty()} AS frailty,
        {_activation(sample)}, 1 + floor(draw(number, 18) * 10)::INTEGER AS imd_decile,
        (extraordinary OR draw(number, 19) < 0.0006 * ltc_count)::INTEGER AS chc,
        (mental_health AND draw(number, 20) < 0.08)::INTEGER AS section_117, {_registers()} AS registers,
        eligible_from, eligible_to, number, age, {_need()} AS need,
        (least(coalesce(eligible_to, '{sample.end}'::DATE - 1), '{sample.end}'::DATE - 1)
            - greatest(eligible_from, '{sample.start}'::DATE) + 1)::INTEGER AS days
    FROM timed
    """


def _age() -> str:
    stretches = [((first, years), people) for first, years, people in needs.AGES]
    total, reached, whens = sum(people for _, people in stretches), 0.0, []
    for (first, years), people in stretches:
        share = people / total
        inside = f"floor((chance - {reached:.6f}) / {share:.6f} * {years})"
        reached += share
        whens.append(f"WHEN chance < {reached:.6f} THEN {first} + {inside}")
    return f"(CASE {' '.join(whens)} ELSE 99 END)::INTEGER"


def _conditions() -> str:
    rows = sorted(needs.CONDITIONS, reverse=True)
    whens = [
        f"WHEN age >= {first} THEN {needs.case_by_draw('draw(number, 3)', list(enumerate(shares)))}"
        for first, shares in rows
    ]
    return f"(CASE {' '.join(whens)} END)::INTEGER"


def _eligibility(sample: Sample) -> str:
    """Most people are eligible throughout; joiners come and leavers go inside the window, a few do both."""
    share, start, days = sample.oddities.joiners_leavers, f"'{sample.start}'::DATE", sample.days
    joins = f"draw(number, 21) < {share / 2}"
    leaves = f"draw(number, 22) < {share / 2} * (CASE WHEN age >= 75 THEN 2.5 WHEN age >= 65 THEN 1.5 ELSE 0.8 END)"
    joined = f"{start} + (1 + floor(draw(number, 23) * {days} * 0.6))::INTEGER"
    left = f"{start} + ({days} * 0.6 + floor(draw(number, 24) * {days} * 0.39))::INTEGER"
    return f"""
        CASE WHEN {joins} THEN {joined} ELSE {start} - (365 + floor(draw(number, 25) * 3650))::INTEGER END
            AS eligible_from,
        CASE WHEN {leaves} THEN {left} END AS eligible_to
    """


def _groups() -> str:
    flags = (
        ("children_complex_needs", "complex_child"),
        ("multiple_ltc", f"ltc_count >= {needs.MANY_CONDITIONS}"),
        ("learning_disability", "learning_disability OR (one_more_group AND ltc_count > 0)"),
        ("mental_health", "mental_health OR (one_more_group AND age >= 18)"),
    )
    names = ", ".join(f"CASE WHEN {flag} THEN '{name}' END" for name, flag in flags)
    return f"concat_ws('|', {names})"


def _frailty() -> str:
    return """CASE WHEN age >= 65
        THEN round(least(1, 0.03 + 0.045 * ltc_count + 0.1 * draw(number, 14) * draw(number, 15)), 3) END"""


def _activation(sample: Sample) -> str:
    """The measure is taken of a quarter of people with a condition; not of those for whom it is unsuitable."""
    suitable = f"NOT (learning_disability OR mental_health OR {_is_on(DEMENTIA)})"
    measured = f"{suitable} AND ltc_count > 0 AND draw(number, 16) < 0.25"
    score = "round(30 + 62 * (draw(number, 17) + draw(number, 26)) / 2 - 2 * least(ltc_count, 4), 1)"
    levels = " ".join(f"WHEN {score} > {above} THEN {level}" for level, above in reversed(needs.ACTIVATION_LEVELS))
    return f"""
        CASE WHEN {measured} THEN {score} END AS pam_score,
        CASE WHEN {measured} THEN CASE {levels} ELSE 1 END END AS pam_level,
        CASE WHEN {measured} THEN '{sample.start}'::DATE - floor(draw(number, 27) * 300)::INTEGER END AS pam_date,
        ({suitable})::INTEGER AS pam_suitable
    """


def _registers() -> str:
    names = ", ".join(f"CASE WHEN {_is_on(at)} THEN '{name}' END" for at, (name, _) in enumerate(needs.REGISTERS))
    return f"concat_ws('|', {names})"


def _is_on(register: int) -> str:
    """SQL for being on the register with this number in `needs.REGISTERS`."""
    age = "age >= 65 AND " if register == DEMENTIA else ""
    return f"({age}draw(number, {30 + register}) < {needs.REGISTERS[register][1]} * ltc_count)"


def _need() -> str:
    return """CASE WHEN extraordinary THEN 'extraordinary' WHEN complex_child THEN 'complex_child'
        WHEN learning_disability THEN 'learning_disability' WHEN mental_health THEN 'mental_health' ELSE 'none' END"""
