"""Every field of every table is declared personal or not, and whatever is personal belongs to a part."""

import pytest

from data_rights import declared, registry
from data_rights.errors import NotDeclared


def test_every_field_of_every_model_is_declared_once():
    faults = []
    for model in declared.models_with_rows():
        try:
            said = list(declared.of(model).fields)
        except NotDeclared as missing:
            faults.append(str(missing))
            continue
        there = [field.name for field in model._meta.local_concrete_fields]
        label = model._meta.label
        faults += [f"{label}.{name}: not declared" for name in there if name not in said]
        faults += [f"{label}.{name}: declared, and no such field" for name in said if name not in there]
        faults += [f"{label}.{name}: declared twice" for name in set(said) if said.count(name) > 1]
    assert faults == []


def test_no_declaration_is_left_of_a_model_that_is_gone():
    there = {model._meta.label for model in declared.models_with_rows()}
    assert set(declared.all_declarations()) - there == set()


def test_every_model_with_personal_fields_belongs_to_one_part():
    of_parts = [label for part in registry.parts() for label in part.models]
    personal = {model._meta.label for model in declared.models_with_rows() if declared.of(model).is_personal}
    assert personal - set(of_parts) == set()
    assert set(of_parts) - personal == set()
    assert len(of_parts) == len(set(of_parts))


def test_a_field_that_refers_to_a_person_is_personal_or_a_bare_number_that_stays():
    """Who gave a role, who answered: these stay, and lead to a tombstone; nothing else may refer to a person."""
    numbers = {
        "accounts.Invitation.invited_by",
        "tenants.Membership.granted_by",
        "tenants.Membership.ended_by",
        "accounts.Representation.recorded_by",
        "accounts.Representation.ended_by",
        "data_rights.DataRequest.answered_by",
        "tenants.MembershipEvent.granted_by",
        "tenants.MembershipEvent.ended_by",
        "wagtailcore.Comment.resolved_by",
        "knowledge.Resource.author",
        "knowledge.Reviewer.invited_by",
        "knowledge.Consent.recorded_by",
        "knowledge.Proposal.answered_by",
        "wagtailcore.Page.owner",
        "wagtailcore.Page.locked_by",
        "wagtailimages.Image.uploaded_by_user",
    }
    found = {
        f"{model._meta.label}.{field.name}"
        for model in declared.models_with_rows()
        for field in model._meta.local_concrete_fields
        if field.is_relation
        and field.related_model._meta.label == "accounts.User"
        and field.name in declared.of(model).other
    }
    assert found - numbers == set()


def test_a_model_of_one_part_is_refused_to_another():
    taken = next(part for part in registry.parts() if part.key == "account")
    other = registry.Part("another", "Another", ("accounts.User",), export=taken.export, erase=taken.erase)
    with pytest.raises(ValueError, match="belongs to the part 'account'"):
        registry.register(other)
