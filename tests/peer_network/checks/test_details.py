import pytest


@pytest.mark.parametrize(
    ("text", "kind", "quoted"),
    [
        ("Ring me on 07700 900123", "phone", "07700 900123"),
        ("oh double seven double oh nine oh oh one two three", "phone", None),
        ("my number's 077OO 9OO123", "phone", "077OO 9OO123"),
        ("07seven00 nine hundred 123", "phone", "07seven00 nine hundred 123"),
        ("email jenny dot smith at gmail dot com", "email", "jenny dot smith at gmail dot com"),
        ("sarah_at_gmail_dot_com", "email", "sarah_at_gmail_dot_com"),
        ("It is at 12 Fore Street, Truro", "address", "12 Fore Street"),
        ("we live at number 12 acacia avenue", "address", "number 12 acacia avenue"),
        ("post it to tr1 2ab", "postcode", "tr1 2ab"),
        ("my nhs no is 943-476-5919", "nhs_number", "943-476-5919"),
        ("NI: QQ 12 34 56 C", "national_insurance", "QQ 12 34 56 C"),
        ("sort code 12-34-56", "bank", "12-34-56"),
        ("the car is WK15 ABC", "car", "WK15 ABC"),
        ("dob 3/4/70", "date_of_birth", "3/4/70"),
        ("I was born on the 3rd of April 1970", "date_of_birth", "the 3rd of April 1970"),
        ("Dr Patel was kind", "full_name", "Dr Patel"),
        ("nurse jenny smith rang", "full_name", "nurse jenny smith"),
        ("a social worker called mark lewis", "full_name", "mark lewis"),
        ("I met Agnieszka Kowalska", "full_name", "Agnieszka Kowalska"),
        ("my insta is jen.s82", "handle", "jen.s82"),
        ("facebook.com/jenny.smith.99", "profile", "facebook.com/jenny.smith.99"),
    ],
)
def test_a_detail_is_caught_in_its_place(found, text, kind, quoted):
    assert found(text) == [(kind, quoted or text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ring Samaritans on 116 123, NHS 111, 999 or Carers UK on 0808 808 7777",
        "Write to info@ageuk.example or look at nhs.uk",
        "We waited 12 weeks, 3 days and 4 hours from 01/02/2015 at 10:30",
        "It is £1,234.56 for 52 weeks, at 10.50 an hour",
        "TR1 is hilly, and the M25 2nd exit is shut",
        "Thanks Sarah. Marie Curie and John Lewis helped; Jack Russell dogs are welcome in March",
        "My MS nurse and my dr told me to rest",
        "The Royal Cornwall Hospital, Milton Keynes and Tower Hamlets",
        "I miss Sarah, and my birthday is on Sunday",
        "There were 2 people on the road and 3 cars in the street",
        "Look at gov.uk, at home, at 5pm",
    ],
)
def test_what_gives_nobody_away_is_left_alone(found, text):
    assert found(text) == []


def test_names_of_staff_are_found_in_small_letters_where_they_are_known(found):
    assert found("i saw river stone today") == []
    assert found("i saw river stone today", names={"river stone"}) == [("full_name", "river stone")]
