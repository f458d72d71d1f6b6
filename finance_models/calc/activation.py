"""The patient activation measure where it can be used: not for severe mental illness, dementia, learning disability.

The column `pam_suitable` says for whom it is suitable. Where it says nothing, groups and registers do.
"""

import ibis

UNSUITABLE_GROUPS = ("learning_disability", "mental_health")
UNSUITABLE_REGISTERS = ("dementia",)


def usable_level(people: ibis.Table) -> ibis.Column:
    """The activation level, 1 to 4; null where it wasn't measured, or isn't suitable for the person."""
    return ibis.ifelse(is_suitable(people), people.pam_level, ibis.null(people.pam_level.type()))


def is_suitable(people: ibis.Table) -> ibis.Column:
    """Whether the measure is suitable for a person; never null."""
    named = [holds(people.groups, group) for group in UNSUITABLE_GROUPS]
    named += [holds(people.registers, register) for register in UNSUITABLE_REGISTERS]
    unnamed = ~named[0]
    for each in named[1:]:
        unnamed &= ~each
    return ibis.ifelse(people.pam_suitable.isnull(), unnamed, is_set(people.pam_suitable))


def holds(several: ibis.Column, value: str) -> ibis.Column:
    """Whether a cell with several values, `|` between them, has this one among them; never null."""
    return (ibis.literal("|") + several.fill_null("") + ibis.literal("|")).contains(f"|{value}|")


def is_set(flag: ibis.Column) -> ibis.Column:
    """Whether a flag is 1; never null."""
    return (flag.cast("int32") == 1).fill_null(False)
