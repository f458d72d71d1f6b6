"""A trigger for tables whose rows are added and then never changed."""

import pgtrigger
from django.db import models


class AppendOnly(pgtrigger.Trigger):
    """Refuses UPDATE, DELETE and TRUNCATE on a table, for raw SQL as well, with IntegrityError.

    It runs `public.refuse_change()` (made by audit's first migration) directly: a trigger whose body pgtrigger
    writes can be switched off from Python with `pgtrigger.ignore`, and this one may not be. It works on statements,
    so that even a change that would touch no row is refused.
    """

    when = pgtrigger.Before
    level = pgtrigger.Statement
    operation = pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate

    def get_func(self, model: type[models.Model]) -> str:
        """The body that pgtrigger asks for; nothing runs it."""
        return "RETURN NULL;"

    def render_execute(self, model: type[models.Model]) -> str:
        """What the database runs."""
        return "public.refuse_change()"


CREATE_FUNCTION = """
    CREATE OR REPLACE FUNCTION public.refuse_change() RETURNS TRIGGER AS $$
    BEGIN
        RAISE EXCEPTION 'Rows of % are never changed or removed (% refused).', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation';
    END;
    $$ LANGUAGE plpgsql;
"""
DROP_FUNCTION = "DROP FUNCTION IF EXISTS public.refuse_change();"
