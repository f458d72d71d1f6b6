"""Common first names in England, to notice a column of names. Far from all: it notices columns, not persons."""

import re

TITLES = {"mr", "mrs", "miss", "ms", "mx", "dr", "sir", "dame", "rev", "prof"}
_COMMON = """
    aaron abdul abigail adam adrian aisha alan albert alex alexander alice alison amanda amelia amy andrea
    andrew angela ann anna anne annie anthony arthur ava barbara barry ben benjamin bernard beth betty beverley
    brenda brian bruce carl carol caroline catherine charles charlie charlotte cheryl chloe chris christine
    christopher claire clare clive colin connor craig daisy daniel danielle darren david dawn dean deborah debra
    denise dennis derek diana diane donald donna doreen dorothy douglas duncan dylan edith edward eileen elaine
    elizabeth ella ellen ellie emily emma eric ethan ethel evelyn fatima fiona florence frances francis frank
    fred frederick freya gareth gary gavin gemma geoffrey george georgia gerald gillian gladys glenn gordon
    grace graham grahame gwen hannah harold harriet harry hazel heather helen henry hilary holly howard hugh ian
    irene isabella isla jack jacob jacqueline jade james jamie jane janet janice jason jay jayden jean jeffrey
    jennifer jenny jeremy jessica jill joan joanna joanne joe john jonathan jordan joseph josh joshua joyce
    judith julia julian julie june karen karl kate katherine kathleen katie keith kelly kenneth kerry kevin
    kieran kim kirsty kyle laura lauren lee leo leonard leslie lewis liam lily linda lisa liz logan lorraine
    louis louise lucas lucy luke lynn lynne malcolm marc marcus margaret maria marie marion marjorie mark martin
    mary matthew maureen max megan melanie melissa mia michael michelle mike mildred millie mohammad mohammed
    moira molly monica muhammad nancy naomi natalie natasha nathan neil nicholas nicola nigel noah norma norman
    oliver olivia oscar owen pamela patricia patrick paul paula pauline peter philip phyllis poppy rachel ralph
    raymond rebecca reginald rhys richard rita robert robin roger ronald rose rosemary ross roy ruby russell
    ruth ryan sally sam samantha samuel sandra sara sarah scott sean shane sharon sheila shirley simon sophia
    sophie stacey stanley stella stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tara
    teresa terence thelma theo theresa thomas tim timothy tina toby tom tony tracey tracy trevor valerie vera
    veronica victor victoria vincent violet walter wayne wendy wilfred william winifred yvonne zachary zoe
"""
FIRST_NAMES = frozenset(_COMMON.split())
WORD = r"[A-Z][A-Za-z'’-]*\.?"
FULL_NAME = re.compile(rf"{WORD}(?:,? {WORD}){{1,3}}")


def is_first_name(text: str) -> bool:
    """`Ann`, `ANN`: a common first name alone."""
    return text.casefold() in FIRST_NAMES and text[:1].isupper()


def is_full_name(text: str) -> bool:
    """`Ann Lee`, `Mrs A. Lee`, `LEE, Ann`: two to four capitalised words, with a title or a common first name."""
    if not FULL_NAME.fullmatch(text):
        return False
    words = [word.strip(".,").casefold() for word in text.split()]
    return words[0] in TITLES or any(word in FIRST_NAMES for word in words)
