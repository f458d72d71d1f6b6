"""What the database holds of conversations and of help with writing, for raw SQL too."""

import pgtrigger

# ruff: noqa: S608 - the triggers' own text, put together of parts of this file alone


def _refuse(words: str, name: str) -> str:
    return f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';"


# The first message asks; every other needs that both agreed, and that neither paused or ended it since.
MESSAGE_IN_OPEN = pgtrigger.Trigger(
    name="in_open",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("held", "record")],
    func=f"""
    SELECT c.state, c.asker_id, c.other_id INTO held
      FROM public.peer_network_conversation c WHERE c.id = NEW.conversation_id FOR SHARE;
    IF NEW.writer_id IS NULL OR NEW.writer_id NOT IN (coalesce(held.asker_id, 0), coalesce(held.other_id, 0)) THEN
      {_refuse("Only the two write in a conversation.", "peers_message_of_the_two")}
    END IF;
    IF held.state <> 'open' AND NOT (held.state = 'asked' AND NEW.writer_id = held.asker_id AND NOT EXISTS (
        SELECT 1 FROM public.peer_network_message m WHERE m.conversation_id = NEW.conversation_id)) THEN
      {_refuse("Both agree before messages are written.", "peers_message_in_open")}
    END IF;
    RETURN NEW;
    """,
)
ENDED_STAYS = pgtrigger.Trigger(
    name="ended_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=f"""
    IF OLD.state IN ('ended', 'declined') AND NEW.state <> OLD.state THEN
      {_refuse("An ended conversation stays so; a new one is asked for.", "peers_conversation_stays_ended")}
    END IF;
    IF OLD.state = 'paused' AND NEW.state = 'open' AND OLD.agreed_again_by_id IS NULL THEN
      {_refuse("Both agree again before a paused conversation goes on.", "peers_conversation_both_again")}
    END IF;
    IF OLD.state = 'asked' AND NEW.state = 'paused' THEN
      {_refuse("What nobody answered is not paused.", "peers_conversation_asked_first")}
    END IF;
    RETURN NEW;
    """,
)
# A withdrawal counts at once, whatever a post says of its time.
HELP_AGREED = pgtrigger.Trigger(
    name="help_agreed",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("helped_by_id", "author_id", "topic_id"),
    condition=pgtrigger.Q(new__helped_by__isnull=False, new__author__isnull=False),
    declare=[("is_first", "boolean")],
    func=f"""
    IF TG_OP = 'UPDATE' AND NEW.helped_by_id = OLD.helped_by_id AND NEW.author_id IS NOT DISTINCT FROM OLD.author_id
        AND NEW.topic_id = OLD.topic_id THEN
      RETURN NEW;
    END IF;
    is_first := NOT EXISTS (
      SELECT 1 FROM public.peer_network_post p WHERE p.topic_id = NEW.topic_id AND p.id IS DISTINCT FROM NEW.id);
    IF NOT EXISTS (
      SELECT 1 FROM public.peer_network_writingconsent c
      WHERE c.member_id = NEW.author_id AND c.supporter_id = NEW.helped_by_id AND c.withdrawn_at IS NULL
        AND c.given_at <= NEW.written_at AND c.until >= (NEW.written_at AT TIME ZONE 'Europe/London')::date
        AND (c.scope = 'topics' OR NOT is_first)
      FOR SHARE) THEN
      {_refuse("Posts are written down for somebody who agreed to it.", "peers_post_help_agreed")}
    END IF;
    RETURN NEW;
    """,
)
