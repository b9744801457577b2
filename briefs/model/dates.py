"""How every product writes a date: 23 November 2026, in no locale but ours."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spoken(day: date) -> str:
    """Day, month's name and year: `23 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
