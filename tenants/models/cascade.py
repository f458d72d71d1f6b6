"""The rules of the cascade, in the database's own words, so that raw SQL keeps them too.

Whoever mentors joined in an earlier implementation cohort than whoever is mentored, and is live for as long as it
mentors. The mentored site is in the register when it begins. A mentoring that ended on the day it began never took
place: that is how one that was recorded by mistake is taken out, and no rule looks at it.

Every trigger first waits for its turn. Otherwise two changes at once, each allowed by itself, could break a rule
together: one site starts to mentor while the other's move takes it below live.
"""

import pgtrigger

# ruff: noqa: S608 - the triggers' own text, put together of parts of this file alone

LIVE = 4

# A move that is neither taken back nor takes another back.
COUNTS = """
    v.takes_back_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM public.tenants_sitemove b WHERE b.takes_back_id = v.id)
"""
LAST_MOVE = f"""
    SELECT v.* INTO last_move FROM public.tenants_sitemove v
      WHERE v.site_id = {{site}} AND {COUNTS} ORDER BY v."on" DESC, v.id DESC LIMIT 1;
"""
TURN = "PERFORM pg_advisory_xact_lock(hashtext('tenants_cascade'));"
TOOK_PLACE = "(m.ended_on IS NULL OR m.ended_on > m.started_on)"
LAST = [("last_move", "public.tenants_sitemove%ROWTYPE")]


def _refuse(words: str, name: str) -> str:
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';"


def _breaks_off_live(mentoring: str) -> str:
    """True where the mentor was not live on the day that it began, or on a later day before it ended."""
    return f"""(
      coalesce((SELECT v.to_stage FROM public.tenants_sitemove v
        WHERE v.site_id = {mentoring}.mentor_id AND {COUNTS} AND v."on" <= {mentoring}.started_on
        ORDER BY v."on" DESC, v.id DESC LIMIT 1), 0) < {LIVE}
      OR EXISTS (SELECT 1 FROM public.tenants_sitemove v
        WHERE v.site_id = {mentoring}.mentor_id AND {COUNTS} AND v.to_stage < {LIVE}
        AND v."on" > {mentoring}.started_on
        AND ({mentoring}.ended_on IS NULL OR v."on" < {mentoring}.ended_on)))"""


def _precedes_the_mentee(mentoring: str) -> str:
    """True where the mentored site was not in the register on the day that it began."""
    return f"""NOT EXISTS (SELECT 1 FROM public.tenants_sitemove v
        WHERE v.site_id = {mentoring}.mentee_id AND {COUNTS} AND v."on" <= {mentoring}.started_on)"""


NOT_LIVE = _refuse("A site mentors others once it is live, and for as long as it is.", "mentoring_live_site")
STILL_MENTORS = _refuse(
    "This site mentors others, which a site does while it is live. End the mentoring first.", "mentoring_live_site"
)
NOT_YET_THERE = _refuse(
    "The mentored site has to be in the register on the day that the mentoring begins.", "mentoring_of_a_known_site"
)
TURNS_THE_CASCADE = _refuse(
    "With this implementation cohort a mentoring would go from a later site to an earlier one.",
    "mentoring_earlier_cohort",
)

MENTORING = pgtrigger.Trigger(
    name="cascade",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("mentor_cohort", "integer"), ("mentee_cohort", "integer")],
    func=f"""
    {TURN}
    IF NEW.ended_on = NEW.started_on THEN
      RETURN NEW;
    END IF;
    SELECT c.number INTO mentor_cohort
      FROM public.tenants_site s JOIN public.tenants_implementationcohort c ON c.id = s.cohort_id
      WHERE s.id = NEW.mentor_id;
    SELECT c.number INTO mentee_cohort
      FROM public.tenants_site s JOIN public.tenants_implementationcohort c ON c.id = s.cohort_id
      WHERE s.id = NEW.mentee_id;
    IF mentor_cohort >= mentee_cohort THEN
      {_refuse("A site mentors sites of later implementation cohorts only.", "mentoring_earlier_cohort")}
    END IF;
    IF {_breaks_off_live("NEW")} THEN
      {NOT_LIVE}
    END IF;
    IF {_precedes_the_mentee("NEW")} THEN
      {NOT_YET_THERE}
    END IF;
    RETURN NEW;
""",
)

SITE = pgtrigger.Trigger(
    name="cascade",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    declare=LAST,
    func=f"""
    {TURN}
    IF NEW.cohort_id <> OLD.cohort_id AND EXISTS (
      SELECT 1 FROM public.tenants_mentoring m
        JOIN public.tenants_site other
          ON other.id = CASE WHEN m.mentor_id = NEW.id THEN m.mentee_id ELSE m.mentor_id END
        JOIN public.tenants_implementationcohort theirs ON theirs.id = other.cohort_id
        JOIN public.tenants_implementationcohort ours ON ours.id = NEW.cohort_id
        WHERE {TOOK_PLACE} AND (
          (m.mentor_id = NEW.id AND ours.number >= theirs.number)
          OR (m.mentee_id = NEW.id AND theirs.number >= ours.number)))
    THEN
      {TURNS_THE_CASCADE}
    END IF;
    IF NEW.stage <> OLD.stage OR NEW.stage_since <> OLD.stage_since THEN
      {LAST_MOVE.format(site="NEW.id")}
      IF NEW.stage <> coalesce(last_move.to_stage, 1)
        OR NEW.stage_since <> coalesce(last_move."on", NEW.stage_since) THEN
        {_refuse("The stage of a site follows from its moves: move the site.", "site_stage_from_moves")}
      END IF;
    END IF;
    RETURN NEW;
""",
)

MOVE_IN_ORDER = pgtrigger.Trigger(
    name="in_order",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=LAST,
    func=f"""
    {TURN}
    {LAST_MOVE.format(site="NEW.site_id")}
    IF NEW.takes_back_id IS NOT NULL THEN
      IF NEW.takes_back_id IS DISTINCT FROM last_move.id THEN
        {_refuse("Only the last move of a site can be taken back.", "site_move_takes_back_last")}
      END IF;
      NEW.from_stage := last_move.to_stage;
      NEW.to_stage := last_move.from_stage;
    ELSIF NEW.from_stage IS DISTINCT FROM last_move.to_stage THEN
      {_refuse("The site is at another stage by now. Look at it again, then move it.", "site_move_from_its_stage")}
    ELSIF NEW."on" < last_move."on" THEN
      {_refuse("A move has the day of the move before it, or a later day.", "site_moves_in_order")}
    END IF;
    RETURN NEW;
""",
)

MOVE_SETS_STAGE = pgtrigger.Trigger(
    name="sets_stage",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    declare=LAST,
    func=f"""
    {LAST_MOVE.format(site="NEW.site_id")}
    IF last_move.id IS NOT NULL THEN
      UPDATE public.tenants_site SET stage = last_move.to_stage, stage_since = last_move."on"
        WHERE id = NEW.site_id;
    ELSE
      UPDATE public.tenants_site SET stage = 1 WHERE id = NEW.site_id;
    END IF;
    IF EXISTS (SELECT 1 FROM public.tenants_mentoring m
      WHERE m.mentor_id = NEW.site_id AND {TOOK_PLACE} AND {_breaks_off_live("m")})
    THEN
      {STILL_MENTORS}
    END IF;
    IF EXISTS (SELECT 1 FROM public.tenants_mentoring m
      WHERE m.mentee_id = NEW.site_id AND {TOOK_PLACE} AND {_precedes_the_mentee("m")})
    THEN
      {NOT_YET_THERE}
    END IF;
    RETURN NULL;
""",
)

COHORT = pgtrigger.Trigger(
    name="number_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Q(old__number__df=pgtrigger.F("new__number")),
    func=f"""
    {TURN}
    IF EXISTS (SELECT 1 FROM public.tenants_site s WHERE s.cohort_id = OLD.id) THEN
      {_refuse("Sites have joined this implementation cohort, so its number stays.", "cohort_number_stays")}
    END IF;
    RETURN NEW;
""",
)
