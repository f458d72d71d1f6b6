"""What the room says of itself is short, kind and whole: rules, help, messages, the emergency script."""

import re
import tomllib

import pytest

from peer_network import words
from peer_network.joining import names

MOST_WORDS = 15  # in a sentence of Easy Read
LONGEST_MESSAGE = 2_000  # characters
# What a moderator decides that its member is told of; "no_action" is the answer to an appeal.
TOLD = {
    *("show", "hide", "ask_change", "remove", "restore", "no_action", "warn", "unwarn", "pause", "unpause"),
    *("closing", "close", "not_closed", "reopen", "standing", "let_in", "not_let_in"),
}
BLAME = ("your fault that", "you should have", "you must not", "we told you", "calm down", "obviously")


def file_of(name: str) -> dict:
    return tomllib.loads((words.FOLDER / f"{name}.toml").read_text())


@pytest.mark.parametrize("name", ["rules", "help", "complain"])
def test_easy_read_has_short_sentences_and_a_picture_with_each(name):
    drawn = (words.FOLDER.parents[1] / "platform/ui/jinja2/ui/components/pictograms.jinja").read_text()
    pictures = set(re.findall(r'^  "(\w+)": ', drawn, re.MULTILINE))
    for picture, said in words.read(name).easy_read:
        assert picture in pictures
        for sentence in re.split(r"(?<=[.?!])\s+", said):
            assert 1 <= len(sentence.split()) <= MOST_WORDS, sentence


def test_help_names_each_number_in_both_versions_and_says_that_they_are_free():
    help_text = words.read("help")
    full = " ".join(line for part in help_text.parts for line in (part.heading, *part.paragraphs, *part.points))
    easy = " ".join(said for _, said in help_text.easy_read)
    for number in ("999", "NHS 111", "116 123", "85258"):
        assert number in full
        assert number in easy
    assert "free" in help_text.lede
    assert "free" in easy


def test_every_decision_that_a_member_hears_of_has_a_ready_message():
    messages = file_of("messages")["messages"]
    assert {message["act"] for message in messages} == TOLD
    assert len({message["key"] for message in messages}) == len(messages)


def test_messages_are_finished_and_blame_nobody():
    for message in [*file_of("messages")["messages"], *file_of("replies")["replies"]]:
        body = message["body"]
        assert 40 < len(body) <= LONGEST_MESSAGE, message["key"]
        assert not re.search(r"[{}\[\]<>]|\.\.\.|TODO", body), message["key"]
        assert not [phrase for phrase in BLAME if phrase in body.casefold()], message["key"]


def test_nothing_that_a_reporter_or_writer_reads_says_who_reported():
    for message in file_of("messages")["messages"]:
        body = " ".join(message["body"].split())
        assert not re.search(r"reported you|(he|she|they) reported|the reporter", body, re.IGNORECASE), message["key"]


def test_the_script_says_what_not_to_promise_and_what_to_write_down():
    said = " ".join(point for step in file_of("emergency")["steps"] for point in step["points"])
    assert "Don’t promise" in said
    assert "Write down" in said
    assert "999" in said


def test_sample_members_could_have_joined_by_their_names():
    people = tomllib.loads((words.FOLDER.parent / "sample/people.toml").read_text())["members"]
    keys = [names.key_of(names.check(member["display_name"], real_name="", email="")) for member in people]
    assert len(set(keys)) == len(keys)
    assert all(len(member["display_name"]) <= 30 for member in people)
