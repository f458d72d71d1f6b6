"""The rule of `coproduction.database` for other versions of a resource too, in the database.

- What is agreed of an Easy Read version are its ideas, which stand in a table of their own.
- No version is published whose resource isn't.
- A resource that is taken off the site takes its versions with it, in the same statement.

Migration 0006 runs this. The functions are pinned to `public`, because the connection may stand in an area's schema.
"""

from knowledge.coproduction import database

REVISION_DIGEST = """
CREATE OR REPLACE FUNCTION public.knowledge_revision_digest(content jsonb, everything boolean)
RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT public.knowledge_digest(content->>'title', content->>'summary',
    coalesce(nullif(content->>'ideas', ''), nullif(content->>'body', ''), '[]')::jsonb, everything)
$$;
"""
# The digest of what a page shows now; null for one that isn't a resource.
SHOWN_DIGEST = """
CREATE OR REPLACE FUNCTION public.knowledge_shown_digest(page_id bigint, everything boolean)
RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT public.knowledge_digest(p.title, r.summary, coalesce(e.ideas, r.body), everything)
    FROM public.wagtailcore_page p JOIN public.knowledge_resource r ON r.page_ptr_id = p.id
    LEFT JOIN public.knowledge_easyread e ON e.resource_ptr_id = p.id WHERE p.id = page_id
$$;
"""
AGREED = """
CREATE OR REPLACE FUNCTION public.knowledge_published_is_agreed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  page_id bigint := (coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> TG_ARGV[0])::bigint;
  main bigint;
BEGIN
  SELECT r.version_of_id INTO main
    FROM public.wagtailcore_page p JOIN public.knowledge_resource r ON r.page_ptr_id = p.id
    WHERE p.id = page_id AND p.live;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM public.knowledge_step s
    WHERE s.resource_id = page_id AND s.stage = 'lived_experience' AND s.outcome = 'agreed'
      AND s.words_digest = public.knowledge_shown_digest(page_id, false))
  THEN
    RAISE EXCEPTION 'Resource % is not published: nobody with lived experience has agreed these words.', page_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF main IS NOT NULL AND NOT (SELECT live FROM public.wagtailcore_page WHERE id = main) THEN
    RAISE EXCEPTION 'Version % is not published: its resource % is not.', page_id, main
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS knowledge_published_is_agreed ON public.knowledge_resource;
CREATE CONSTRAINT TRIGGER knowledge_published_is_agreed
  AFTER INSERT OR UPDATE OF summary, body, page_ptr_id, version_of_id ON public.knowledge_resource
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.knowledge_published_is_agreed('page_ptr_id');
CREATE CONSTRAINT TRIGGER knowledge_published_is_agreed
  AFTER INSERT OR UPDATE OF ideas, resource_ptr_id OR DELETE ON public.knowledge_easyread
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.knowledge_published_is_agreed('resource_ptr_id');
"""
# Not deferred: whoever reads in the same transaction finds them gone.
GOES_ALONG = """
CREATE OR REPLACE FUNCTION public.knowledge_versions_go_along() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  UPDATE public.wagtailcore_page p SET live = false, has_unpublished_changes = true
    FROM public.knowledge_resource r
    WHERE r.version_of_id = NEW.id AND p.id = r.page_ptr_id AND p.live;
  RETURN NULL;
END $$;
CREATE TRIGGER knowledge_versions_go_along
  AFTER UPDATE OF live ON public.wagtailcore_page FOR EACH ROW WHEN (OLD.live AND NOT NEW.live)
  EXECUTE FUNCTION public.knowledge_versions_go_along();
"""
EVERYTHING = REVISION_DIGEST + SHOWN_DIGEST + AGREED + GOES_ALONG
TRIGGERS_OFF = """
DROP TRIGGER IF EXISTS knowledge_versions_go_along ON public.wagtailcore_page;
DROP TRIGGER IF EXISTS knowledge_published_is_agreed ON public.knowledge_easyread;
"""
UNDO = (
    TRIGGERS_OFF
    + database.UNDO
    + "DROP FUNCTION IF EXISTS public.knowledge_versions_go_along();"
    + "DROP FUNCTION IF EXISTS public.knowledge_shown_digest(bigint, boolean);"
    + database.EVERYTHING
)
