"""A header is drawn once for all who see the same one, and each request's token is its own."""

from typing import Any

from ui import headers

DRAWN = []


def macro(params: dict[str, Any]) -> str:
    DRAWN.append(params)
    return f'<p>{params["name"]}</p><input value="{headers.TOKEN}">'


def test_it_is_drawn_once_and_holds_the_token_of_each_request() -> None:
    first = headers.header(macro, {"name": "Jo"}, "abc")
    second = headers.header(macro, {"name": "Jo"}, "xyz")
    assert (first, second) == ('<p>Jo</p><input value="abc">', '<p>Jo</p><input value="xyz">')
    assert DRAWN == [{"name": "Jo"}]


def test_another_entry_is_drawn_for_itself() -> None:
    assert headers.header(macro, {"name": "Mo"}, "abc") == '<p>Mo</p><input value="abc">'


def test_two_people_on_one_page_sign_out_with_their_own_tokens(client_as: Any) -> None:
    pages = [client_as("carer").get("/me/").content.decode() for _ in range(2)]
    tokens = [page.split('account-form"')[1].split('value="')[1].split('"')[0] for page in pages]
    assert len(set(tokens)) == 2
    assert headers.TOKEN not in "".join(pages) and all(len(token) == 64 for token in tokens)


def test_a_visitor_who_only_reads_gets_no_cookie(client: Any, db: None) -> None:
    assert not client.get("/areas/").cookies
