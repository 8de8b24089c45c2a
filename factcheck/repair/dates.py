"""Mends of dates: both of a weekday clash, a day that the month has, the year that an age or a span of years wants.

In: a broken claim and one of its figures. Out: Edits. The one idea: the date is written as the text writes it, each of
its day, month and year in its own form; the judge reads it back.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import isleap, month_name
from collections.abc import Iterator

from factcheck.cases import in_days
from factcheck.interval import Interval
from factcheck.model import When
from factcheck.relations import DATE, WEEKDAY
from factcheck.repair.broken import Broken, Edit
from factcheck.repair.computed import REASON
from factcheck.repair.digits import slip
from factcheck.wording import DAYS

MONTHS = tuple(month_name)[1:]
_MONTH = re.compile(rf"\b(?:{'|'.join(each[:3] for each in MONTHS)})[a-z]*", re.IGNORECASE)
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})(st|nd|rd|th)?(?![\d/.-])")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
CENTURY = 36525  # days by which a date may be moved at most
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\Z")


def weekday(broken: Broken, place: int) -> Iterator[Edit]:
    """The day of the week on which a date fell, in full or short as the text has it."""
    if broken.fill(place) != WEEKDAY or (date := _date(broken)) is None:
        return
    surface, name = broken.quantity(place).surface, DAYS[date.weekday()]
    if len(surface.rstrip(".")) <= 5:  # Mo, Mon, Tues, Thurs.
        name = name[: 2 if len(surface) == 2 else 3] + ("." if surface.endswith(".") else "")
    yield Edit(place, name, "the day on which that date fell")


def nearest(broken: Broken, place: int) -> Iterator[Edit]:
    """The nearest date that fell on the day of the week."""
    found = _clash(broken, place)
    if found is not None:
        date, day = found
        moved = date + dt.timedelta(days=(day - date.weekday() + 3) % 7 - 3)
        yield from _moved(broken, place, date, moved, f"the nearest {DAYS[day]}")


def turned(broken: Broken, place: int) -> Iterator[Edit]:
    """Day and month swapped, the day's digits swapped, or last year's or next year's date, where that fits the weekday."""
    found = _clash(broken, place)
    if found is None:
        return
    date, day = found
    if date.day <= 12 and date.day != date.month:
        yield from _moved(broken, place, date, date.replace(month=date.day, day=date.month), "day and month swapped")
    for shift, reason in ((-1, "earlier"), (1, "later")):
        if (date.month, date.day) != (2, 29):
            yield from _moved(
                broken, place, date, date.replace(year=date.year + shift), f"a year {reason}, a {DAYS[day]}"
            )


def last(broken: Broken, place: int) -> Iterator[Edit]:
    """For a date that there is not: the month's last day; for 29 February, a leap year."""
    when, words = broken.quantity(place).when, dict(broken.claim.words)
    days = words["last"].low if _absent(broken) else None
    if days is None or when is None or when.month is None or when.day is None:
        return
    surface = broken.quantity(place).surface
    name = MONTHS[when.month - 1] if when.month != 2 or when.year is None else f"February {when.year}"
    text = written(surface, when.day, when.month, when.year, int(days), when.month, when.year)
    if text:
        yield Edit(place, text, f"{name} has {days} days", words=_words(words, day=int(days)))


def swapped(broken: Broken, place: int) -> Iterator[Edit]:
    """For a date that there is not: the digits of its day swapped."""
    when = broken.quantity(place).when
    if _absent(broken) and when is not None and when.day and when.day >= 10:
        day, words = int(str(when.day)[::-1]), dict(broken.claim.words)
        text = written(
            broken.quantity(place).surface, when.day, when.month or 0, when.year, day, when.month or 0, when.year
        )
        if day and text:
            yield Edit(place, text, "two digits swapped", words=_words(words, day=day))


def leap(broken: Broken, place: int) -> Iterator[Edit]:
    """For a 29 February that there was not: the nearest year that had one."""
    when = broken.quantity(place).when
    if _absent(broken) and when is not None and when.year and (when.month, when.day) == (2, 29):
        for shift in (1, -1, 2):
            if isleap(when.year + shift):
                text = written(broken.quantity(place).surface, 29, 2, when.year, 29, 2, when.year + shift)
                yield Edit(place, text, "a leap year", words=_words(dict(broken.claim.words), last=29))
                return


def _absent(broken: Broken) -> bool:
    """Whether the claim is of a day that its month has not."""
    return broken.relation.name == "date" and any(role == "day" for role, _ in broken.claim.words)


def _words(words: dict[str, Interval], **changed: int) -> tuple[tuple[str, Interval], ...]:
    return tuple((words | {name: Interval.point(value) for name, value in changed.items()}).items())


def year(broken: Broken, place: int) -> Iterator[Edit]:
    """The year, or the day, that an age or a length of time wants for one of its two dates."""
    quantity = broken.quantity(place)
    if broken.fill(place) != DATE or broken.relation.name in ("weekday", "date") or quantity.when is None:
        return
    expected, now = broken.expected(place), broken.case.face[broken.keys[place]]
    if expected is None or expected.middle is None or now.middle is None:
        return
    shift, when = expected.middle - now.middle, quantity.when
    if in_days(broken.case.keys, broken.relation):
        if when.date is not None and abs(shift) < CENTURY:
            yield from _moved(broken, place, when.date, when.date + dt.timedelta(days=round(shift)), REASON)
        return
    stated = str(when.year)
    for years in (round(shift), shift.__floor__(), shift.__ceil__()):
        other = str((when.year or 0) + years)
        if years and quantity.surface.count(stated) == 1 and len(other) == len(stated):
            yield Edit(place, quantity.surface.replace(stated, other), slip(stated, other) or REASON)


def century(broken: Broken, place: int) -> Iterator[Edit]:
    """For a life that runs backwards: the century, or the last two digits of the year, that let it run forwards."""
    roles, quantity = broken.claim.roles, broken.quantity(place)
    if broken.relation.name == "date" and roles[place][0] in ("start", "end") and quantity.when and quantity.when.year:
        year, shift = quantity.when.year, -100 if roles[place][0] == "start" else 100
        for other, reason in (
            (year // 100 * 100 + int(f"{year % 100:02d}"[::-1]), "two digits swapped"),
            (year + shift, f"a century {'earlier' if shift < 0 else 'later'}"),
        ):
            yield Edit(place, quantity.surface.replace(str(year), str(other)), reason)


def again(broken: Broken, place: int) -> Iterator[Edit]:
    """The date that is stated the other time, where one is stated twice."""
    if broken.relation.name == "restatement" and broken.fill(place) == DATE:
        here, there = (broken.quantity(each).when for each in (place, 1 - place))
        if here is not None and there is not None and here.date and there.date:
            yield from _moved(broken, place, here.date, there.date, REASON)


def _date(broken: Broken) -> dt.date | None:
    found = broken.claim.figures("date")
    return found[0].quantity.when.date if found and found[0].quantity.when else None


def _clash(broken: Broken, place: int) -> tuple[dt.date, int] | None:
    """The date and the weekday that clash, where the figure is the date."""
    days, date = broken.claim.figures("weekday"), _date(broken)
    if broken.relation.name != "weekday" or broken.fill(place) != DATE or not days or date is None:
        return None
    when: When | None = days[0].quantity.when
    if when is None or when.weekday is None or not dt.MINYEAR < date.year < dt.MAXYEAR:
        return None
    return date, when.weekday


def _moved(broken: Broken, place: int, old: dt.date, new: dt.date, reason: str) -> Iterator[Edit]:
    text = written(broken.quantity(place).surface, old.day, old.month, old.year, new.day, new.month, new.year)
    if text:
        yield Edit(place, text, reason)


def written(
    surface: str, day: int, month: int, year: int | None, to_day: int, to_month: int, to_year: int | None
) -> str:
    """A date as another is written, or an empty string where its form is not known.

    >>> written("Sept 12th, 2017", 12, 9, 2017, 3, 10, 2017)
    'Oct 3rd, 2017'
    >>> written("2017-09-12", 12, 9, 2017, 11, 9, 2017)
    '2017-09-11'
    """
    if _ISO.match(surface):
        return f"{to_year:04d}-{to_month:02d}-{to_day:02d}"
    if numeric := _NUMERIC.match(surface):
        return _numeric(numeric, day, to_day, to_month, to_year)
    if year != to_year:
        surface, count = _YEAR.subn(f"{to_year:04d}", surface)
        if count != 1:
            return ""
    if day != to_day:
        found = [match for match in _DAY.finditer(surface) if int(match.group(1)) == day]
        if len(found) != 1:
            return ""
        (match,) = found
        ordinal = _ordinal(to_day) if match.group(2) else ""
        surface = f"{surface[: match.start()]}{to_day}{ordinal}{surface[match.end() :]}"
    if month != to_month:
        found = list(_MONTH.finditer(surface))
        if len(found) != 1:
            return ""
        (match,) = found
        name = MONTHS[to_month - 1]
        short = len(match.group()) < len(MONTHS[month - 1])
        surface = surface[: match.start()] + (name[:3] if short else name) + surface[match.end() :]
    return surface


def _numeric(match: re.Match[str], day: int, to_day: int, to_month: int, to_year: int | None) -> str:
    """12/09/2017 in its own order: which of the two is the day is told by the date that was read."""
    first, mark, second, year = match.groups()
    pair = (to_day, to_month) if int(first) == day else (to_month, to_day)
    width = 2 if "0" in (first[0], second[0]) else 1
    shown = f"{to_year}"[-len(year) :]
    return f"{pair[0]:0{width}d}{mark}{pair[1]:0{width}d}{mark}{shown}"


def _ordinal(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
