"""What an assistant costs, worked out week by week: slow and plain, to compare the real one with."""

from fractions import Fraction


def year(hours, rate, weeks, *, under_21, pension_percent, insurance, payroll, contingency_percent, allowance):
    """Pence of a year by kind. Each week that is worked is paid, and earns 5.6/46.4 of a paid week of holiday."""
    paid = {"wages": Fraction(0), "holiday": Fraction(0), "insurance_due": Fraction(0), "pension": Fraction(0)}
    left = Fraction(weeks)
    while left > 0:
        part = min(left, Fraction(1))
        week_of_work(paid, part, Fraction(hours) * rate, under_21=under_21, pension_percent=Fraction(pension_percent))
        left -= part
    rounded = {name: half_up(amount) for name, amount in paid.items()}
    off = rounded["insurance_due"] if rounded["insurance_due"] < allowance else allowance
    employed = rounded["wages"] + rounded["holiday"] + rounded["insurance_due"] - off + rounded["pension"]
    more = half_up(Fraction(employed) * Fraction(contingency_percent) / 100)
    return employed + insurance + payroll + more, {**rounded, "off": off, "contingency": more}


def week_of_work(paid, part, pay, *, under_21, pension_percent):
    """One week, or the last part of one, with the holiday that it earns."""
    earned = part * Fraction(56, 464)
    paid["wages"] += part * pay
    paid["holiday"] += earned * pay
    for length in (part, earned):
        floor = 81_500 if under_21 else 15_600
        if pay > floor:
            paid["insurance_due"] += length * (pay - floor) * Fraction("0.138")
        if not under_21 and pay > 19_200:
            top = pay if pay < 81_500 else 81_500
            paid["pension"] += length * (top - 11_200) * pension_percent / 100


def half_up(amount):
    """To the nearest whole, halves upwards."""
    whole = amount.numerator // amount.denominator
    return whole + 1 if amount - whole >= Fraction(1, 2) else whole
