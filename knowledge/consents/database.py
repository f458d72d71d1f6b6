"""The rule in the database: a published story stands on a consent that nobody has taken back.

Run by a migration. As the rule about agreement (`knowledge.coproduction.database`), it is looked at when the
transaction ends, because several tables change one after the other. It also holds whoever ends a consent: that
transaction has to take the story down. Days are not looked at here (the demo's day is not the database's): whatever
has run out is ended by the nightly task.
"""

# A version of a story (Easy Read, a translation) stands on the same consent. Covered: an open consent for everybody;
# or one for people who sign in, where the page asks to sign in.
RULE = """
CREATE OR REPLACE FUNCTION public.knowledge_story_has_consent() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  page_id bigint := (CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0])::bigint;
  story bigint;
BEGIN
  SELECT s.resource_ptr_id INTO story
    FROM public.knowledge_resource r
    JOIN public.knowledge_story s ON s.resource_ptr_id IN (r.page_ptr_id, r.version_of_id)
    WHERE r.page_ptr_id = page_id;
  IF FOUND
  AND EXISTS (
    SELECT 1 FROM public.knowledge_resource r JOIN public.wagtailcore_page p ON p.id = r.page_ptr_id
    WHERE p.live AND (r.page_ptr_id = story OR r.version_of_id = story))
  AND NOT EXISTS (
    SELECT 1 FROM public.knowledge_consent c
    WHERE c.story_id = story AND c.withdrawn_at IS NULL AND c.ended_at IS NULL
      AND ('website' = ANY (c.scopes) OR 'network' = ANY (c.scopes) AND EXISTS (
        SELECT 1 FROM public.wagtailcore_pageviewrestriction r
        WHERE r.page_id = c.story_id AND r.restriction_type = 'login')))
  THEN
    RAISE EXCEPTION 'Story % is not published: no consent covers that it is shown.', story
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
"""
# (table, columns of an update, the column that holds the page's number, which events)
WATCHED = (
    ("wagtailcore_page", " OF live, content_type_id, id", "id", "INSERT OR UPDATE"),
    ("knowledge_story", "", "resource_ptr_id", "INSERT OR UPDATE"),
    ("knowledge_consent", "", "story_id", "UPDATE OR DELETE"),
    ("wagtailcore_pageviewrestriction", "", "page_id", "UPDATE OR DELETE"),
)


def _trigger(table: str, columns: str, key: str, events: str) -> str:
    when = " WHEN (NEW.live)" if table == "wagtailcore_page" else ""
    events = events.replace("UPDATE", f"UPDATE{columns}")
    return (
        f"CREATE CONSTRAINT TRIGGER knowledge_story_has_consent AFTER {events} ON public.{table} "
        f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW{when} "
        f"EXECUTE FUNCTION public.knowledge_story_has_consent('{key}');\n"
    )


EVERYTHING = RULE + "".join(_trigger(*watched) for watched in WATCHED)
UNDO = (
    "".join(f"DROP TRIGGER IF EXISTS knowledge_story_has_consent ON public.{table};\n" for table, *_ in WATCHED)
    + "DROP FUNCTION IF EXISTS public.knowledge_story_has_consent();"
)
