"""The fixed lists of the marketplace: what is sold, for what, how it is counted and paid, and when it is there.

Keys are in data, filters' addresses and exports, and never change. Words are what people read: short and everyday,
because budget holders read the same lists as providers and commissioners.
"""

from django.db import models


class Need(models.TextChoices):
    """What somebody may need; an offer is listed under one to three of these, and gaps are counted by them."""

    PERSONAL_ASSISTANT = "personal_assistant", "A personal assistant"
    ASSISTANT_TRAINING = "assistant_training", "Training for personal assistants"
    CARE_AT_HOME = "care_at_home", "Care at home"
    NURSING_TASKS = "nursing_tasks", "Nursing and health tasks"
    THERAPY = "therapy", "Therapy"
    FEELINGS = "feelings", "Help with feelings and mental health"
    SHORT_BREAK = "short_break", "Short breaks"
    ACTIVITIES = "activities", "Things to do in the day"
    COMMUNITY_GROUP = "community_group", "Community groups"
    COMMUNITY_CONNECTOR = "community_connector", "Somebody who connects you with your community"
    WORK_AND_LEARNING = "work_and_learning", "Work and learning"
    HOME_OF_YOUR_OWN = "home_of_your_own", "Support to live in your own home"
    GETTING_AROUND = "getting_around", "Getting around"
    EQUIPMENT = "equipment", "Equipment and technology"
    BROKER = "broker", "A broker to help you plan and buy"
    ADVOCATE = "advocate", "An advocate to speak up with you"
    DIRECT_PAYMENT_SUPPORT = "direct_payment_support", "Help with direct payments"
    PAYROLL = "payroll", "Payroll"


class Outcome(models.TextChoices):
    """What the support is to make possible, as people say it in their plans."""

    FEEL_WELL = "feel_well", "Feel well and manage my health"
    SAFE_AT_HOME = "safe_at_home", "Live safely at home"
    SEE_PEOPLE = "see_people", "See people and belong"
    ENJOY = "enjoy", "Do things I enjoy"
    WORK_OR_LEARN = "work_or_learn", "Work or learn"
    IN_CONTROL = "in_control", "Be in control of my support"
    CARER_REST = "carer_rest", "Give my family or carer a rest"


class Unit(models.TextChoices):
    """What a price is for."""

    HOUR = "hour", "an hour"
    SESSION = "session", "a session"
    DAY = "day", "a day"
    NIGHT = "night", "a night"
    WEEK = "week", "a week"
    MONTH = "month", "a month"
    ITEM = "item", "each"
    FREE = "free", "free"


class Mechanism(models.TextChoices):
    """How a personal budget can be paid (notional, of which by a provider; third party; direct payment)."""

    NOTIONAL = "notional", "Notional budget"
    INDIVIDUAL_SERVICE_FUND = "individual_service_fund", "Individual service fund"
    THIRD_PARTY = "third_party", "Third-party budget"
    DIRECT_PAYMENT = "direct_payment", "Direct payment"
    OWN_MONEY = "own_money", "Your own money"


class Availability(models.TextChoices):
    """How often it can be had."""

    REGULAR = "regular", "Regular (every week or so)"
    PERIODIC = "periodic", "Now and then"
    CRISIS = "crisis", "At short notice, in a crisis"


class Time(models.TextChoices):
    """When it can be had."""

    DAYTIME = "daytime", "Weekdays, in the day"
    EVENING = "evening", "Evenings"
    NIGHT = "night", "Nights"
    WEEKEND = "weekend", "Weekends"


class Access(models.TextChoices):
    """What makes it easier to use."""

    STEP_FREE = "step_free", "No steps"
    ACCESSIBLE_TOILET = "accessible_toilet", "Accessible toilet"
    CHANGING_PLACE = "changing_place", "Changing Places toilet"
    HEARING_LOOP = "hearing_loop", "Hearing loop"
    SIGN_LANGUAGE = "sign_language", "British Sign Language"
    EASY_READ = "easy_read", "Easy Read papers"
    COMMUNICATION_AIDS = "communication_aids", "Staff who know communication aids"
    QUIET = "quiet", "A quiet space"
    PARKING = "parking", "Parking for Blue Badge holders"
    TELEPHONE = "telephone", "You can do it all by telephone"


class Language(models.TextChoices):
    """Languages spoken, by their ISO 639 codes; British Sign Language is `bfi`."""

    ENGLISH = "en", "English"
    SIGN_LANGUAGE = "bfi", "British Sign Language"
    ARABIC = "ar", "Arabic"
    BENGALI = "bn", "Bengali"
    CHINESE = "zh", "Chinese"
    CORNISH = "kw", "Cornish"
    POLISH = "pl", "Polish"
    PORTUGUESE = "pt", "Portuguese"
    PUNJABI = "pa", "Punjabi"
    ROMANIAN = "ro", "Romanian"
    SOMALI = "so", "Somali"
    SPANISH = "es", "Spanish"
    URDU = "ur", "Urdu"
    WELSH = "cy", "Welsh"


class PlaceKind(models.TextChoices):
    """In what kind of place somebody lives, as they say it themselves."""

    TOWN = "town", "A town or city"
    VILLAGE = "village", "A village or the countryside"
