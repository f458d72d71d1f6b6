"""The rule in the database: a published resource's words are agreed by somebody with lived experience.

Migration 0003 runs this. The functions are pinned to `public`, because the connection may stand in an area's schema.
The two triggers are deferred to the end of the transaction: Wagtail writes a page's row and its resource's row one
after the other, and only then does what is shown stand there as a whole.
"""

# Everything that a reader sees. A picture's description is left out of the words (`everything` false): the
# accessibility check may mend it. jsonb writes its keys in one order, so the same content has the same text.
DIGEST = """
CREATE OR REPLACE FUNCTION public.knowledge_digest(title text, summary text, body jsonb, everything boolean)
RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(
    CASE WHEN everything THEN content
         ELSE regexp_replace(content, '"alt_text": "(\\\\.|[^"\\\\])*"', '"alt_text": ""', 'g') END, 'UTF8')), 'hex')
  FROM (SELECT jsonb_build_object('title', title, 'summary', summary, 'body', coalesce(body, '[]'))::text) AS c(content)
$$;
"""
# In a revision the body is text: JSON within JSON.
REVISION_DIGEST = """
CREATE OR REPLACE FUNCTION public.knowledge_revision_digest(content jsonb, everything boolean)
RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT public.knowledge_digest(
    content->>'title', content->>'summary', coalesce(nullif(content->>'body', ''), '[]')::jsonb, everything)
$$;
"""
# Nobody can say that other words were agreed than those of the revision.
STEP = """
CREATE OR REPLACE FUNCTION public.knowledge_step_of_revision() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.words_digest := '';
  NEW.content_digest := '';
  IF NEW.revision_id IS NOT NULL THEN
    SELECT public.knowledge_revision_digest(content, false), public.knowledge_revision_digest(content, true)
      INTO NEW.words_digest, NEW.content_digest
      FROM public.wagtailcore_revision WHERE id = NEW.revision_id AND object_id = NEW.resource_id::text;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'Revision % is not one of resource %.', NEW.revision_id, NEW.resource_id
        USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF NEW.reviewer_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM public.knowledge_reviewer WHERE id = NEW.reviewer_id AND resource_id = NEW.resource_id)
  THEN
    RAISE EXCEPTION 'Reviewer % was not asked about resource %.', NEW.reviewer_id, NEW.resource_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER knowledge_step_of_revision BEFORE INSERT ON public.knowledge_step
  FOR EACH ROW EXECUTE FUNCTION public.knowledge_step_of_revision();
"""
# The argument is the column that holds the page's number.
AGREED = """
CREATE OR REPLACE FUNCTION public.knowledge_published_is_agreed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  page_id bigint := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
  shown text;
BEGIN
  SELECT public.knowledge_digest(p.title, r.summary, r.body, false) INTO shown
    FROM public.wagtailcore_page p JOIN public.knowledge_resource r ON r.page_ptr_id = p.id
    WHERE p.id = page_id AND p.live;
  IF FOUND AND NOT EXISTS (
    SELECT 1 FROM public.knowledge_step s
    WHERE s.resource_id = page_id AND s.stage = 'lived_experience' AND s.outcome = 'agreed'
      AND s.words_digest = shown)
  THEN
    RAISE EXCEPTION 'Resource % is not published: nobody with lived experience has agreed these words.', page_id
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER knowledge_published_is_agreed
  AFTER INSERT OR UPDATE OF live, title, content_type_id, id ON public.wagtailcore_page
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.knowledge_published_is_agreed('id');
CREATE CONSTRAINT TRIGGER knowledge_published_is_agreed
  AFTER INSERT OR UPDATE OF summary, body, page_ptr_id ON public.knowledge_resource
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.knowledge_published_is_agreed('page_ptr_id');
"""
UNDO = """
DROP TRIGGER IF EXISTS knowledge_published_is_agreed ON public.wagtailcore_page;
DROP TRIGGER IF EXISTS knowledge_published_is_agreed ON public.knowledge_resource;
DROP TRIGGER IF EXISTS knowledge_step_of_revision ON public.knowledge_step;
DROP FUNCTION IF EXISTS public.knowledge_published_is_agreed();
DROP FUNCTION IF EXISTS public.knowledge_step_of_revision();
DROP FUNCTION IF EXISTS public.knowledge_revision_digest(jsonb, boolean);
DROP FUNCTION IF EXISTS public.knowledge_digest(text, text, jsonb, boolean);
"""
EVERYTHING = DIGEST + REVISION_DIGEST + STEP + AGREED
