"""Questions of the wizard, one form a page. What is asked for is saved as it is, and can be left for later.

Only what is wrong is refused here; what is missing is said before the offer is sent (`whole.missing`).
"""

from typing import Any

from django import forms

from market import area_names, words
from market.models import OfferEdition
from market.models.editions import MOST_NEEDS
from market.offers.fields import PenceField, number, several
from market.offers.fields import words as text
from tenants import groups

OLDEST = 130
# Labels read after a price ("an hour", "each"); here they are choices by themselves.
OF_THEIR_OWN = {words.Unit.FREE: "It is free", words.Unit.ITEM: "For each one"}
UNITS = [(key, OF_THEIR_OWN.get(words.Unit(key), f"For {label}")) for key, label in words.Unit.choices]


class StepForm(forms.Form):
    """One question. `fields` of it are fields of `OfferEdition.CONTENT`."""

    is_draft = True

    @classmethod
    def of(cls, edition: OfferEdition, data: Any = None, files: Any = None) -> "StepForm":
        """The form with what is written so far."""
        return cls(data, files, initial={name: getattr(edition, name, None) for name in cls.base_fields})

    def content(self) -> dict[str, Any]:
        """What to store."""
        return {name: self.cleaned_data[name] for name in self.fields}


class NameForm(StepForm):
    title = text("What do you call it?", 80, help_text="A few words that people understand. For example: Day trips")


class SummaryForm(StepForm):
    summary = text(
        "What is it, and for whom?",
        400,
        rows=4,
        help_text="Two short sentences. For example: Somebody comes to you for an evening. For adults who live alone.",
    )


class NeedForm(StepForm):
    needs = several(
        "What kind of support is it?",
        words.Need.choices,
        help_text=f"Tick up to {MOST_NEEDS}. People find your offer under these.",
    )

    def clean_needs(self) -> list[str]:
        """Up to three: a list of everything helps nobody to find it."""
        found: list[str] = self.cleaned_data["needs"]
        if len(found) > MOST_NEEDS:
            raise forms.ValidationError(f"You ticked {len(found)}. Tick up to {MOST_NEEDS} that come nearest.")
        return found


class WhoForm(StepForm):
    groups = several("Who is it for?", groups.CHOICES, help_text="Tick none if it is for everybody.")
    minimum_age = number("Youngest age", OLDEST, suffix="years", help_text="Leave it out if any age is fine.")
    maximum_age = number("Oldest age", OLDEST, suffix="years", help_text="Leave it out if any age is fine.")

    def clean(self) -> dict[str, Any]:
        """The oldest isn't below the youngest."""
        found = super().clean() or {}
        youngest, oldest = found.get("minimum_age"), found.get("maximum_age")
        if youngest is not None and oldest is not None and oldest < youngest:
            self.add_error("maximum_age", "The oldest age is below the youngest. Change one of them.")
        return found


class OutcomeForm(StepForm):
    outcomes = several("What does it help people to do?", words.Outcome.choices, help_text="Tick what fits.")


class AreaForm(StepForm):
    areas = several("In which areas?", (), help_text="Tick each area where people can have it.")
    goes_rural = forms.BooleanField(label="We go to villages and the countryside too", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["areas"].choices = area_names.choices()  # type: ignore[attr-defined]


class PlaceForm(StepForm):
    comes_to_you = forms.BooleanField(label="We come to people’s homes", required=False)
    is_remote = forms.BooleanField(label="It works by telephone or video", required=False)
    place = text(
        "Where people come to you", 200, help_text="The building and the street. Leave it out if there is none."
    )
    town = text("Town or village", 60)
    postcode = text("Postcode", 8)


class PriceForm(StepForm):
    unit = forms.ChoiceField(
        label="What is the price for?",
        choices=UNITS,
        required=False,
        widget=forms.RadioSelect(attrs={"data-legend": "m"}),
    )
    price_pence = PenceField(label="The price", required=False, help_text="Leave it out if people have to ask you.")
    price_note = text("More about the price", 300, rows=2, help_text="For example: travel costs 45p a mile.")

    def clean(self) -> dict[str, Any]:
        """A free offer has the price 0; any other price is more than nothing."""
        found = super().clean() or {}
        price, unit = found.get("price_pence"), found.get("unit")
        if unit == words.Unit.FREE:
            if price:
                self.add_error("price_pence", "You said that it is free. Take the price out, or say what it is for.")
            found["price_pence"] = 0
        elif price == 0:
            self.add_error("price_pence", "If it costs nothing, choose “Free”.")
        return found


class PayForm(StepForm):
    mechanisms = several("How can people pay?", words.Mechanism.choices, help_text="Tick all that you take.")


class WhenForm(StepForm):
    availability = several("How often can people have it?", words.Availability.choices, help_text="Tick what fits.")
    times = several("When?", words.Time.choices, help_text="Tick what fits.")
    times_note = text("More about when", 300, rows=2, help_text="For example: not in August.")


class CapacityForm(StepForm):
    places_free = number(
        "How many places are free now?", 10_000, suffix="places", help_text="You can change this any day."
    )
    waiting_weeks = number("How long do people wait?", 520, suffix="weeks", help_text="0 if they can start at once.")


class AccessForm(StepForm):
    accessibility = several("What makes it easier to use?", words.Access.choices, help_text="Tick what you have.")
    accessibility_note = text("More about getting in and around", 500, rows=2)


class LanguageForm(StepForm):
    languages = several("Which languages do you speak?", words.Language.choices, help_text="Tick each one.")


class AskForm(StepForm):
    how_to_ask = text(
        "How can people ask by telephone or on paper?",
        300,
        rows=2,
        help_text="Some people don’t use the internet. For example: Ring 01632 960 101, or write to our address.",
    )


class MoreForm(StepForm):
    details = text("Is there more to say?", 3_000, rows=8, help_text="How it works, who comes, what people bring.")


class PictureForm(StepForm):
    picture_file = forms.FileField(
        label="A picture",
        required=False,
        help_text="PNG or JPEG, up to 10 MB. Ask people who can be seen in it first. We take out where it was taken.",
    )
    alternative = text(
        "What does it show?",
        200,
        help_text="For people who can’t see it. For example: Two people in a kitchen, laughing.",
    )
    take_away = forms.BooleanField(label="Take the picture away", required=False)

    @classmethod
    def of(cls, edition: OfferEdition, data: Any = None, files: Any = None) -> "PictureForm":
        """The form with the words of the picture there is."""
        picture = edition.picture
        form = cls(data, files, initial={"alternative": picture.alternative if picture else ""})
        form.there_is_one = picture is not None
        if picture is None:
            del form.fields["take_away"]
        return form

    def clean(self) -> dict[str, Any]:
        """A picture has words."""
        found = super().clean() or {}
        has_picture = found.get("picture_file") or (self.there_is_one and not found.get("take_away"))
        if has_picture and not found.get("alternative", "").strip():
            self.add_error("alternative", "Say in a sentence what the picture shows.")
        return found
