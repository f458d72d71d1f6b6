import pytest

from peer_network.checks.calc import starting
from peer_network.checks.calc.findings import Kind
from peer_network.checks.calc.looking import LONGEST, TextTooLong, look
from peer_network.checks.calc.phrases import Book, Phrase
from peer_network.checks.calc.plain import plain
from peer_network.checks.calc.words import words

POST = "We went to the coffee morning on Friday and I learned a lot about rotas."


def test_findings_stand_in_their_order_and_quote_the_text_as_it_was_written():
    text = "\u200bＲing 07700\u200b 900123 or write to me@example.org — I want to d\u0456e"
    findings = look(text, phrases=starting.book())
    assert [each.kind.value for each in findings] == ["phone", "email", "crisis_explicit"]
    assert all(text[each.start : each.end] == each.quoted for each in findings)


def test_links_are_known_in_all_spellings(found):
    assert found("www dot example dot org and hxxps://bad.example.com/a") == [
        ("link", "www dot example dot org"),
        ("link", "hxxps://bad.example.com/a"),
    ]
    assert found("See https://www.nhs.uk/conditions and bbc.co.uk.") == []


def test_more_links_than_allowed_are_held(found):
    text = "one.example.com two.example.com six.example.com"
    assert found(text, link_limit=3) == []
    assert found(text, link_limit=2) == [("too_many_links", "six.example.com")]


def test_a_blocked_site_is_found_below_its_name_too(found):
    text = "https://shop.example.com/x and notexample.com"
    assert found(text, blocked_hosts=["example.com"]) == [("blocked_link", "https://shop.example.com/x")]


def test_nearly_the_same_words_are_a_repeat(found):
    assert found(POST, earlier=[POST.replace("Friday", "friday!!")]) == [("duplicate", POST)]
    assert found(f"A title\n\n{POST}", earlier=[POST])[0][0] == "duplicate"
    assert found(POST, earlier=["Has anybody tried the new payroll firm?"]) == []
    assert found("Thank you!", earlier=["Thank you!"]) == []


def test_unkind_words_leave_the_choice_to_the_writer():
    (found,) = look("You are an idiot", phrases=starting.book())
    assert found.kind == Kind.UNKIND
    assert not found.holds


def test_a_text_over_the_limit_is_refused_before_it_is_looked_at():
    with pytest.raises(TextTooLong, match="20,000"):
        look("a" * (LONGEST + 1), phrases=starting.book())


@pytest.mark.parametrize("unit", ["i want to die ", "can not i am ", "a b c d ", "zzqx ", "k*ll "])
def test_the_effort_grows_no_faster_than_the_text(unit):
    def effort(length):
        book = Book([each for each in starting.phrases() if not each.is_hint][:200], starting.groups())
        book.met(words(plain((unit * length)[:length]), book.spelling))
        return book.steps + book.spelling.steps + 1

    assert effort(16_000) <= 4.5 * effort(4_000) + 200


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "a@" * 10_000, "0 " * 10_000, "Sarah " * 3_000, "a." * 10_000, "k*" * 9_000]
)
def test_texts_made_to_be_slow_are_looked_at(text):
    look(text, phrases=starting.book())  # the suite's own limit of time would stop it


def test_a_pattern_by_which_all_words_are_met_is_followed_once_for_each_word():
    book = Book([Phrase("a* …12 a* …12 a* …12 a* …12 b", Kind.UNKIND)])
    read = words(plain("apple " * 3_000), book.spelling)
    book.met(read)
    assert book.steps <= len(read) * 13 * 5
