"""Forms of shared files."""

from django import forms

from peer_network.models import SharedFile
from peer_network.sharing.cleaning.kinds import WANTED
from peer_network.support.supporters.forms import BY_SLUG
from tenants import groups


class WordsForm(forms.Form):
    """What a file is called, and what it is for."""

    said = ("title", "purpose")

    title = forms.CharField(
        label="Title",
        max_length=80,
        help_text="For example: Rota for nights",
        error_messages={"required": "Give it a title."},
    )
    purpose = forms.CharField(
        label="What it is for",
        max_length=1_000,
        widget=forms.Textarea(attrs={"data-rows": 4}),
        error_messages={"required": "Say in a sentence what it is for."},
    )


class UploadForm(WordsForm):
    """A file, with its words and its licence."""

    field_order = ("file", "title", "purpose", "kind", "groups", "agrees")

    file = forms.FileField(
        label="The file",
        help_text=f"{WANTED}. Up to 10 MB. Take out names, addresses and phone numbers first.",
        error_messages={"required": "Choose the file.", "empty": "The file is empty. Save it again and choose it."},
    )
    kind = forms.ChoiceField(
        label="What it is",
        choices=SharedFile.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what comes nearest."},
    )
    groups = forms.MultipleChoiceField(
        label="For whom",
        choices=groups.CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick none if it helps everybody.",
    )
    agrees = forms.BooleanField(
        label="I made it, or may share it. Everybody here may use it and change it freely.",
        error_messages={"required": "Tick the box, or choose a file that you may share."},
    )

    def words(self) -> dict:
        """The fields of the row."""
        return {name: self.cleaned_data[name] for name in ("title", "purpose", "kind", "groups")}


class FileFilters(forms.Form):
    """Which files are listed."""

    is_filter = True

    q = forms.CharField(label="Words", required=False, max_length=80)
    kind = forms.ChoiceField(label="What it is", required=False, choices=[("", "Anything"), *SharedFile.Kind.choices])
    group = forms.ChoiceField(label="For whom", required=False, choices=[("", "Everybody"), *BY_SLUG])

    def chosen(self) -> dict[str, str]:
        """What was chosen, by name, the group as its key; nothing where the address holds what is not there."""
        self.is_valid()
        found = {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}
        if "group" in found:
            found["group"] = groups.BY_SLUG[found["group"]].key
        return found
