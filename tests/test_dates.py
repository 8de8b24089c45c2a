"""Dates and times: one value, many spellings; and nothing where digits and names are something else."""

from __future__ import annotations

import datetime as dt

import hostile
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from work import grows_linearly

from factcheck.figures import read
from factcheck.figures.dates import dates
from factcheck.figures.days import WEEKDAYS
from factcheck.model import Figure, When
from factcheck.units import Kind


def told(text: str) -> list[tuple[str, str]]:
    """What is read of a text: each figure's surface, and its date as ISO 8601 has it."""
    return [(figure.quantity.surface, str(when(figure))) for figure in dates(text)]


def when(figure: Figure) -> When:
    assert figure.quantity.when is not None
    return figure.quantity.when


def only(text: str) -> When:
    (figure,) = dates(text)
    return when(figure)


# --- days ------------------------------------------------------------------------------------------------------------

SPELLINGS = {
    "2017-09-12": "12 September 2017|12 September, 2017|12th September 2017|the 12th of September 2017|September 12, 2017|"
    "September 12th, 2017|September 12 2017|Sept. 12, 2017|Sep 12, 2017|12 Sept 2017|12 Sept. 2017|SEPTEMBER 12, 2017|"
    "12-Sep-2017|2017-09-12|2017/09/12|12.09.2017|12.9.2017|12\u00a0September\u00a02017",
    "2014-10-31": "31/10/2014|10/31/2014|31/10/14|31.10.2014|31-10-2014|October 31, 2014|Oct. 31, 2014|31 October 2014",
    "--05-08": "8 May|8th of May|May 8|May 8th|the 8th May|on May 8.|on 8 May.|MAY 8",
    "--06-01": "1 June|June 1|June 1st|1st June|Jun 1",
    "2003-03": "March 2003|March, 2003|March of 2003|Mar. 2003|Mar 2003|MARCH 2003",
    "2004-12": "Dec. '04|Dec '04|December 2004",
    "--07": "in July|since July|(July)|last July|mid-July",
}  # fmt: skip


@pytest.mark.parametrize(
    ("iso", "text"), [(iso, text) for iso, listed in SPELLINGS.items() for text in listed.split("|")]
)
def test_one_date_has_many_spellings(iso: str, text: str) -> None:
    assert str(only(text)) == iso
    assert str(only(f"It began ({text}), they said.")) == iso


def test_a_date_of_digits_alone_has_two_readings_where_both_fit() -> None:
    both = only("9/10/2014")
    assert str(both) == "2014-10-09" and str(both.other) == "2014-09-10"
    assert only("10/10/2014").other is None and only("31/10/2014").other is None and only("9.10.2014").other is None


def test_a_day_and_a_month_in_digits_are_a_date_beside_a_weekday() -> None:
    assert told("It opens 4/23 (Fri).") == [("4/23", "--04-23"), ("Fri", "--")]
    assert told("It took 4/23 of it.") == []


@pytest.mark.parametrize("text", ["November 31, 2014", "31 June", "30 February 2004", "29 February 2003", "2003-02-29"])
def test_a_day_that_the_calendar_lacks_is_read_and_does_not_exist(text: str) -> None:
    assert not only(text).exists


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12-15 March 2010", [("12", "2010-03-12"), ("15 March 2010", "2010-03-15")]),
        ("12 to 15 March 2010", [("12", "2010-03-12"), ("15 March 2010", "2010-03-15")]),
        ("on 5 and 6 June", [("5", "--06-05"), ("6 June", "--06-06")]),
        ("the 5th and 6th of June", [("5th", "--06-05"), ("6th of June", "--06-06")]),
        ("November 1–3, 2004", [("November 1", "2004-11-01"), ("3, 2004", "2004-11-03")]),
        ("on Aug. 2-4.", [("Aug. 2", "--08-02"), ("4", "--08-04")]),
        ("March 3 and 4.", [("March 3", "--03-03"), ("4", "--03-04")]),
        ("4 June to 8 July 2004", [("4 June", "2004-06-04"), ("8 July 2004", "2004-07-08")]),
        ("28 December to 3 January 2005", [("28 December", "2004-12-28"), ("3 January 2005", "2005-01-03")]),
        ("between 4 June and 8 July 2004", [("4 June", "2004-06-04"), ("8 July 2004", "2004-07-08")]),
        ("July to September 2004", [("July", "2004-07"), ("September 2004", "2004-09")]),
        ("August 2, 1754 – June 14, 1825", [("August 2, 1754", "1754-08-02"), ("June 14, 1825", "1825-06-14")]),
        ("from 1999 to 2003", [("1999", "1999"), ("2003", "2003")]),
        ("Between 5 and 9 March", [("5", "--03-05"), ("9 March", "--03-09")]),
        ("the 1990 and 1992 elections", [("1990", "1990"), ("1992", "1992")]),
        ("(1914-1918)", [("1914", "1914"), ("1918", "1918")]),
        ("in 1914–18", [("1914", "1914"), ("18", "1918")]),
        ("1920–1996", [("1920", "1920"), ("1996", "1996")]),
    ],
)
def test_a_stretch_of_time_is_its_two_ends(text: str, parts: list[tuple[str, str]]) -> None:
    assert told(text) == parts


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("On May 3 and 4 people died.", ["May 3"]),
        ("On May 3 to 5 per cent fell.", ["May 3"]),
        ("They won 3 and 5 March followed.", ["5 March"]),
        ("In May 5 people left.", ["May 5"]),
        ("On 6 June and 8 July 2004.", ["6 June", "8 July 2004"]),
    ],
)
def test_a_number_beside_a_date_is_left_alone(text: str, surfaces: list[str]) -> None:
    assert [surface for surface, _ in told(text)] == surfaces


# --- years and longer ------------------------------------------------------------------------------------------------

YEARS = (
    "in 2003|since 1999|by 1950|the 1997 report|the 2017 edition|The 2004 World Cup|the 2001 census|a 2004 film|in the year 1066|"
    "born 1950|(1950)|mid-2004|late-2004|pre-2004|post-1945|Christmas 1986|spring 2004|circa 1450|c. 1450|ca. 1450|during 1916|"
    "2003 saw a fall|the end of 1969|early 1970|It was 1988.|from 1787|In 1815 the war ended|"
    "the Act of 1707|the war of 1745|a Norline 2018 report|World Cup 2018 day five"
).split("|")


@pytest.mark.parametrize("text", YEARS)
def test_four_digits_where_a_year_stands_are_a_year(text: str) -> None:
    (figure,) = dates(text)
    assert len(figure.quantity.surface) == 4 and when(figure).year == int(figure.quantity.surface)
    assert [each.quantity.unit.kind for each in read(text)] == [Kind.DATE]


NUMBERS = (
    "2,003 votes|1200 people|2000 people|2000 seats|1,500 m|1500 metres|2000 jobs|1066 men|1500-metre|a 2000-page book|$2000|£1999|2000%|"
    "about 2000 - 2500 calories|2000.5|12003|2003km|1800 hectares|20031|1999 kg|€2004|1,999|room 2004|No. 1914|page 1999|Flight 1950|"
    "a total of 1998 left|Of 1500 guests|a wall of 1500 bricks|sold 1950 of them|up 1950 per cent|Area 2000 sq ft|nearly 2000 came|Model 2004-12"
).split("|")


@pytest.mark.parametrize("text", NUMBERS)
def test_four_digits_that_count_measure_or_name_are_no_year(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "year", "months"),
    [
        ("the 1990s", "1990s", 1990, 120),
        ("the '90s", "90s", 1990, 120),
        ("the mid-1980s", "1980s", 1980, 120),
        ("the late ’60s", "60s", 1960, 120),
        ("the 1800s", "1800s", 1800, 1200),
        ("the 2010s", "2010s", 2010, 120),
        ("the 19th century", "19th century", 1801, 1200),
        ("20th-century art", "20th-century", 1901, 1200),
        ("the twentieth century", "twentieth century", 1901, 1200),
        ("the 5th century BC", "5th century BC", -499, 1200),
        ("2012-13", "2012-13", 2012, 24),
        ("the 2012–13 season", "2012–13", 2012, 24),
        ("2004/05", "2004/05", 2004, 24),
        ("2003-4", "2003-4", 2003, 24),
        ("1999-00", "1999-00", 1999, 24),
        ("FY2014", "FY2014", 2014, 24),
        ("FY 2005-06", "FY 2005-06", 2005, 24),
        ("fiscal year 2004", "fiscal year 2004", 2004, 24),
        ("the third quarter of 2003", "third quarter of 2003", 2003, 3),
        ("Q3 2020", "Q3 2020", 2020, 3),
        ("the second half of 2004", "second half of 2004", 2004, 6),
        ("third-quarter profit", "third-quarter", None, 3),
        ("44 BC", "44 BC", -43, 0),
        ("44 B.C.", "44 B.C.", -43, 0),
        ("AD 79", "AD 79", 79, 0),
        ("A.D. 79", "A.D. 79", 79, 0),
        ("79 CE", "79 CE", 79, 0),
        ("the summer of '69", "69", 1969, 0),
        ("the class of ’04", "04", 2004, 0),
    ],
)
def test_longer_and_older_times_say_how_long_they_are(text: str, surface: str, year: int | None, months: int) -> None:
    (figure,) = dates(text)
    assert (figure.quantity.surface, when(figure).year, when(figure).months) == (surface, year, months)


def test_a_quarter_begins_in_its_month() -> None:
    assert [only(f"Q{k} 2020").month for k in (1, 2, 3, 4)] == [1, 4, 7, 10]
    assert only("the second half of 2004").month == 7


# --- weekdays and times ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WEEKDAYS)
def test_a_weekday_is_read_beside_its_date(name: str) -> None:
    weekday, date = dates(f"{name.capitalize()}, 7 October 2014")
    assert when(weekday).weekday == WEEKDAYS[name] == weekday.quantity.number.mantissa
    assert weekday.quantity.unit.kind is Kind.WEEKDAY and str(when(date)) == "2014-10-07"


def test_only_a_full_weekday_stands_alone() -> None:
    assert [surface for surface, _ in told("They met on Monday and left on Friday's train.")] == ["Monday", "Friday"]
    for text in (
        "We sat in the Sun.",
        "Mon frère",
        "The Sun said 5.",
        "They wed. Mo and Sue.",
        "Sat on it",
        "We 3 kings",
    ):
        assert told(text) == []


def test_a_short_weekday_may_follow_its_date() -> None:
    for text in ("7 October 2014 (Tue)", "Oct. 7, Tue.", "2014-10-07 (Tu)", "7/10/2014, Tue"):
        assert [when(figure).weekday for figure in dates(text)] == [None, 1]
    for text in ("Tue 7 October 2014", "Tue., Oct. 7", "Tue , 7 Oct 2014", "Tue 2014-10-07"):
        assert [when(figure).weekday for figure in dates(text)] == [1, None]


TIMES = {
    "14:15": "2.15pm|2:15pm|2.15 pm|2.15 p.m.|2:15 PM|14:15|1415 GMT|14.15 GMT|2.15pm BST",
    "09:00": "9am|9 am|9 a.m.|09:00|9.00am|9 o'clock|9 o’clock|0900 GMT|9 a.m. EST|9 A.M.",
    "10:00": "ten o'clock|10 o'clock|10am",
    "10:30": "half past ten|half past 10|10.30am",
    "05:45": "quarter to six|quarter to 6|5.45am",
    "06:20": "twenty past six|twenty minutes past six",
    "12:00": "noon|12 noon|midday|12pm|12:00|12 p.m.",
    "00:00": "midnight|12 midnight|12am|00:00|0000 UTC",
}


@pytest.mark.parametrize(
    ("clock", "text"), [(clock, text) for clock, listed in TIMES.items() for text in listed.split("|")]
)
def test_one_time_has_many_spellings(clock: str, text: str) -> None:
    (figure,) = dates(f"It began at {text}, they said.")
    assert str(when(figure)) == clock and figure.quantity.unit.kind is Kind.TIME
    assert figure.quantity.surface == text


def test_a_time_that_there_is_none_of_is_read_as_one() -> None:
    for text in ("at 25:30 GMT", "at 2475 GMT", "at 9:75 a.m.", "until 14:75", "at 25:30 on Friday"):
        assert [figure.quantity.unit.kind for figure in dates(text)][:1] == [Kind.TIME], text
    for text in ("at 25:30 of the film", "a split at 20:80", "mixed at 35:65", "in 14:75", "0.75 pm thick"):
        assert dates(text) == [], text


def test_a_sentence_keeps_its_stop_and_a_time_its_own() -> None:
    assert told("It closed at 9pm.") == [("9pm", "21:00")]
    assert told("It closed at 9 p.m. They left.") == [("9 p.m.", "21:00")]
    assert told("It began at 14:30.") == [("14:30", "14:30")]
    assert told("From 9am-5pm.") == [("9am", "09:00"), ("5pm", "17:00")]


def test_two_times_share_a_half_of_the_day() -> None:
    assert told("Open 5-7pm.") == [("5", "17:00"), ("7pm", "19:00")]
    assert told("Open 10.30 to 2pm.") == [("10.30", "10:30"), ("2pm", "14:00")]


def test_a_time_stamp_is_one_date() -> None:
    assert told("At 2019-09-01T10:38:07.190Z it ended.") == [("2019-09-01T10:38:07.190Z", "2019-09-01")]


def test_decades_share_their_century() -> None:
    assert [str(when(each)) for each in dates("In the 1860s, 70s and 80s.")] == ["1860", "1870", "1880"]


def test_the_next_century_has_years() -> None:
    assert told("The sea will rise by 2120, they warn.") == [("2120", "2120")]
    assert told("It has 2120 rooms, and 2,120 beds.") == []


NOTHING = (
    "2:04.45|a time of 2:10|won in 3:45|won 6-4, 2-1|the 0-60 run|version 6.2.2|192.168.1.20|doi 10.1000/182|ISBN 978-0-306-40615-7|020 7946 0958|"
    "+44 1632 960983|555-1234|1/4 of it|13/14/2003|99/99/2003|3-1-2|seven minutes, 56.86 seconds|It may rise|May I go?|Theresa May won 5 seats|"
    "March on 5 towns|an august body|They march in 5 rows|April Lee, 30|the second half|his first century|a quarter of it|Octavian|Sunday"
    "s|12 Mayors|H2 gas|a 5 amp fuse|3 pm3|in the 90s|x2003|A380|the 2003a form"
).split("|")


@pytest.mark.parametrize("text", NOTHING)
def test_there_is_nothing_where_no_date_is(text: str) -> None:
    assert told(text) == []


# --- properties ------------------------------------------------------------------------------------------------------


@given(
    st.dates(min_value=dt.date(1800, 1, 1), max_value=dt.date(2050, 12, 31)),
    st.data(),
)
def test_a_date_written_in_any_form_is_read_back(day: dt.date, data: st.DataObject) -> None:
    forms = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "%A, %d %B %Y", "%a, %b %d, %Y")
    text = day.strftime(data.draw(st.sampled_from(forms)))
    assert when(dates(f"On {text}.")[-1]).date == day


WORDS = st.sampled_from(
    "12 3 31 1914 2003 2,003 90s 18 '90s May March Sept. Mon Monday Fri Q3 H2 FY AD BC 44 a.m. pm noon midnight century 19th first half quarter of "
    "fiscal to and - – / . , ( ) : GMT in the from between O'clock 5.30 14:30 2:04.45 1/2/2003 2012-13 2014-10-31 \n \u00a0 ٣ ² ½".split(
        " "
    )
)
TEXTS = st.lists(WORDS, max_size=30).flatmap(lambda each: st.sampled_from(["", " "]).map(lambda gap: gap.join(each)))


@given(TEXTS | st.text(max_size=60))
@example("'00s")
@example("0th century")
@example("December 0")
@example("99/99/9999")
def test_no_text_raises_and_dates_stand_in_order(text: str) -> None:
    at = 0
    for figure in dates(text):
        assert at <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.quantity.surface
        assert when(figure).exists in (True, False) and str(when(figure))
        at = figure.end


@pytest.mark.parametrize("unit", hostile.DATES)
def test_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    assert grows_linearly(dates, unit)
