"""What the figure reader reads: one value in many spellings, units, ranges, compounds, ages, rates."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck import figures
from factcheck.model import Figure
from factcheck.units import Kind


def brief(figure: Figure) -> str:
    """A figure as one line: value, unit, and what else matters."""
    quantity = figure.quantity
    if quantity.when is not None:
        return f"{quantity.when}"
    value = f"{written(quantity.value)}"
    if quantity.upper is not None:
        scale = quantity.unit.factor if quantity.unit.kind is Kind.CURRENCY else 1
        value += f"..{written(quantity.upper.value * scale)}"
    name = "times" if quantity.unit.kind is Kind.MULTIPLE else quantity.unit.name
    return f"{value} {name}".strip()


def written(value: Fraction) -> str:
    """A value as an integer, a short decimal or a fraction."""
    if value.denominator == 1:
        return str(value.numerator)
    decimal = f"{float(value):.6g}"
    return decimal if Fraction(decimal) == value else str(value)


def found(text: str) -> list[str]:
    """All figures of a text, each as one line."""
    return [brief(each) for each in figures.read(text)]


NUMBERS = {
    "27000": ["27,000", "27000", "27 000", "27\u00a0000", "27\u2009000", "27\u202f000", "27'000", "27’000", "27k", "27K",
              "twenty-seven thousand", "twenty seven thousand", "27 thousand"],
    "27400": ["27,400", "27.4k", "twenty-seven thousand four hundred", "twenty-seven thousand, four hundred",
              "twenty-seven thousand and four hundred"],
    "1130000000": ["1.13bn", "1.13 bn", "1.13 billion", "1.13bln", "1,130 million", "1,130mn", "1,130 mln"],
    "1500000000000": ["1.5 trillion", "1.5tn", "1.5 tn", "1.5trn", "1,500bn", "one and a half trillion"],
    "500000": ["half a million", "500,000", "0.5 million", ".5 million", "five hundred thousand", "5 lakh",
               "five lakh", "a half-million", "half-a-million", "half million"],
    "100000000": ["10 crore", "ten crore", "100 million", "a hundred million", "one hundred million"],
    "12": ["12", "twelve", "a dozen", "one dozen"],
    "24": ["24", "two dozen", "twenty-four", "twenty four"],
    "1.5": ["1.5", "one and a half", "1 1/2", "1½", "1 ½", "1-1/2", "one-and-a-half", "1 and a half"],
    "18.25": ["18.25", "18 1/4", "18¼", "eighteen and a quarter", "18-1/4"],
    "0.625": ["0.625", "5/8", "⅝", "five-eighths", "five eighths", ".625", "5⁄8"],
    "305": ["305", "three hundred and five", "three hundred five"],
    "2412": ["2,412", "2412", "two thousand four hundred and twelve", "two thousand, four hundred and twelve"],
    "1300": ["1,300", "thirteen hundred", "one thousand three hundred"],
    "2500000": ["2.5 million", "two and a half million", "2½ million", "2 1/2 million", "two-and-a-half million"],
    "600000000000000000000000": ["6e23", "6E+23", "6 x 10^23", "6×10^23", "6 × 10^23"],
    "0.00015": ["1.5e-4", "1.5 × 10^-4", "0.00015", "1.5×10−4"],
    "1234567": ["1,234,567", "12,34,567", "1 234 567"],
    "1001": ["a thousand and one", "one thousand and one", "1,001"],
    "-45": ["-45", "minus 45", "−45", "minus forty-five"],
}  # fmt: skip


@pytest.mark.parametrize(("value", "spelling"), [(value, each) for value, all_ in NUMBERS.items() for each in all_])
def test_one_number_has_many_spellings(value: str, spelling: str) -> None:
    assert written(figures.parse(spelling).value) == value


FRACTIONS = {
    "1/2": ["half of the voters", "one half of the voters", "1/2 of the voters", "½ of the voters", "one in two voters"],
    "1/3": ["a third of voters", "one third of voters", "one-third of voters", "one in three voters", "1/3 of voters",
            "⅓ of voters", "one out of three voters", "one of every three voters", "one in every three voters",
            "a one-in-three chance", "a 1-in-3 chance"],
    "1/10000": ["one in 10,000 bulbs", "1 in 10,000 bulbs"],
    "2/3": ["two-thirds of voters", "two thirds of voters", "two in three voters", "two out of three voters"],
    "2/5": ["two in five people", "two out of five people", "two-fifths of people", "two fifths of the group"],
    "3/10": ["three in 10 adults", "three out of ten adults", "3 out of 10 adults", "3 in 10 adults",
             "three-tenths of adults", "three tenths of adults"],
    "3/4": ["three-quarters of the crew", "three quarters of the crew", "three-fourths of the crew", "¾ of the crew"],
    "1/6": ["one of every six homes", "one in six homes", "a sixth of homes", "one-sixth of homes", "1 in 6 homes"],
    "1/100": ["one in 100 bulbs", "one in a hundred bulbs", "one-hundredth of bulbs", "1 in 100 bulbs"],
}  # fmt: skip


@pytest.mark.parametrize(("value", "spelling"), [(value, each) for value, all_ in FRACTIONS.items() for each in all_])
def test_a_fraction_is_read_in_words_and_digits(value: str, spelling: str) -> None:
    (figure,) = figures.read(f"They said {spelling} had gone.")
    assert figure.quantity.value == Fraction(value)


FACTORS = {
    "2": ["Output doubled last year.", "It was double the earlier sum.", "That is twice as many.", "A twofold rise.",
          "Output is doubling."],
    "3": ["Output tripled.", "Output trebled.", "A threefold rise.", "It was three times as large.", "It was 3 times as large.",
          "It is three times higher."],
    "10": ["A tenfold rise.", "A 10-fold rise.", "It was ten times as large.", "A ten-fold rise."],
    "4": ["Output quadrupled.", "It was four times larger."],
    "1/2": ["Output halved.", "They were halving it."],
    "5/2": ["It was 2.5 times as large.", "It was two and a half times as large."],
}  # fmt: skip


@pytest.mark.parametrize(("value", "sentence"), [(value, each) for value, all_ in FACTORS.items() for each in all_])
def test_a_multiple_is_a_factor(value: str, sentence: str) -> None:
    (figure,) = figures.read(sentence)
    assert figure.quantity.unit.kind is Kind.MULTIPLE
    assert figure.quantity.value == Fraction(value)


UNITS = {
    "27000 kilometer ** 2": ["27,000 km²", "27,000 km2", "27,000 sq km", "27,000 sq. km", "27,000 square kilometres",
                             "27,000 square kilometers", "27,000 square-kilometre", "27,000km²", "27,000 km^2"],
    "80 mile / hour": ["80 mph", "80mph", "80 miles per hour", "80 miles an hour", "80 mi/h"],
    "25 degree_Celsius": ["25°C", "25 °C", "25 degrees Celsius", "25C", "25ºC", "25 degrees C", "25 degrees centigrade"],
    "5 kilogram": ["5 kg", "5kg", "5 kilos", "5 kilograms", "five kilogrammes", "5-kilogram", "5\u00a0kg"],
    "76 percent": ["76%", "76 %", "76 per cent", "76 percent", "76pc", "76 pct", "seventy-six per cent", "76-percent",
                   "76\u00a0%"],
    "2 percentage_point": ["2 percentage points", "two percentage points", "2 per cent points", "2 pp", "2pp",
                           "2 percent points", "2-percentage-point"],
    "25 basis_point": ["25 basis points", "25bps", "25 bps", "25bp", "25-basis-point"],
    "0.5 percentage_point": ["half a percentage point", "half a per cent point", "0.5 percentage points", "a half-percentage-point"],
    "0.25 point": ["a quarter of a point", "a quarter point", "a quarter-point", "0.25 points", "one quarter of a point"],
    "1 percentage_point": ["a percentage point", "one percentage point", "1 percentage point"],
    "0.25 percent": ["a quarter of one per cent", "a quarter percent", "0.25 per cent"],
    "0.25 inch": ["a quarter of an inch", "a quarter-inch", "1/4 of an inch", "a quarter inch", "¼ inch", "one quarter of an inch"],
    "0.75 mile": ["three-quarters of a mile", "a three-quarter-mile", "three quarters of a mile", "¾ mile", "3/4 of a mile"],
    "300 meter ** 2": ["300 m²", "300 m2", "300 sq m", "300 square metres", "300m²"],
    "20 microgram / meter ** 3": ["20 μg/m³", "20 µg/m3", "20 micrograms per cubic metre"],
    "332 foot_pound": ["332 lb-ft", "332 lb ft", "332 foot-pounds"],
    "12 fluid_ounce": ["12 fl oz", "12 fl. oz.", "12 fluid ounces", "12 US fluid ounces"],
    "400 ppm": ["400 ppm", "400 parts per million"],
    "52000 barrel / day": ["52,000 barrels a day", "52,000 barrels per day", "52,000 barrel-a-day", "52,000-barrel-a-day", "52,000 b/d",
                           "52,000-barrel-per-day", "52,000 barrels of oil a day", "52,000 bpd"],
    "2 mile": ["2 miles", "two miles", "2-mile", "two-mile", "2 mi"],
    "6 year": ["six years", "six-year", "6-year", "6 years", "6 yrs"],
    "209 acre": ["209 acres", "209-acre"],
    "31 mile / gallon": ["31 mpg", "31 miles per gallon", "31mpg", "31 miles to the gallon"],
    "12 knot": ["12 knots", "12 kn", "twelve knots"],
}  # fmt: skip


@pytest.mark.parametrize(("value", "spelling"), [(value, each) for value, all_ in UNITS.items() for each in all_])
def test_one_measure_has_many_spellings(value: str, spelling: str) -> None:
    assert found(f"It was {spelling} there.")[0] == value


MONEY = {
    "1130000000 USD": ["$1.13bn", "$1.13 billion", "US$1.13bn", "$US1.13bn", "1.13 billion dollars", "USD 1.13bn",
                       "$ 1.13bn", "1.13bn dollars", "$1,130m", "$1.13B", "1.13bn US dollars"],
    "3300000000000 GBP": ["£3.3 trillion", "£3.3tn", "£3.3trn", "3.3 trillion pounds sterling", "GBP 3.3tn"],
    "0.64 GBP": ["64 pence", "64p", "£0.64", "sixty-four pence"],
    "0.4 USD": ["40 cents", "forty cents", "$0.40", "40¢", "$.40"],
    "100000000 INR": ["Rs 10 crore", "Rs. 10 crore", "₹10 crore", "10 crore rupees", "₹10cr", "Rs10 crore"],
    "20 EUR": ["€20", "20 euros", "20€", "€ 20", "EUR 20", "EUR20", "twenty euros", "20 euro"],
    "82 AUD": ["A$82", "AU$82", "$A82", "82 Australian dollars", "A$ 82"],
    "5000 JPY": ["¥5,000", "5,000 yen", "JPY 5,000", "Y=5,000"],
    "-50800000000 USD": ["-$50.8bn", "$-50.8bn", "minus $50.8bn", "−$50.8bn"],
    "12 HKD": ["HK$12", "HK $12", "12 Hong Kong dollars"],
}  # fmt: skip


@pytest.mark.parametrize(("value", "spelling"), [(value, each) for value, all_ in MONEY.items() for each in all_])
def test_one_sum_has_many_spellings(value: str, spelling: str) -> None:
    assert found(f"They paid {spelling} for it.")[0] == value


RATES = {
    "0.89 USD / share": ["89 cents a share", "$0.89 a share", "89 cents per share", "$0.89 per share", "89 cents each share"],
    "1.5 GBP / liter": ["£1.50 per litre", "£1.50 a litre", "£1.50/litre", "£1.50 a liter"],
    "5000 USD / year": ["$5,000 a year", "$5,000 per year", "$5,000 per annum", "$5,000/yr"],
    "60 USD / barrel": ["$60 a barrel", "$60 per barrel", "$60/barrel", "$60-a-barrel"],
    "20 USD / hour": ["$20 an hour", "$20 per hour", "$20-an-hour", "$20/hour", "$20/hr"],
    "400 person / kilometer ** 2": ["400 people per square kilometre", "400 people per sq km", "400 people/km²"],
    "600 round / minute": ["600 rounds a minute", "600 rounds per minute"],
    "3 / week": ["three times a week", "3 times per week"],
    "2 / year": ["twice a year", "two times a year"],
}  # fmt: skip


@pytest.mark.parametrize(("value", "spelling"), [(value, each) for value, all_ in RATES.items() for each in all_])
def test_a_rate_keeps_what_it_is_per(value: str, spelling: str) -> None:
    assert found(f"It cost {spelling} then.")[0] == value


RANGES = {
    "20000000000..30000000000 MXN": ["20-30bn Mexican pesos", "20bn-30bn Mexican pesos", "20 to 30 billion Mexican pesos",
                                     "between 20bn and 30bn Mexican pesos"],
    "5..8 mile": ["between 5 and 8 miles", "5 to 8 miles", "5-8 miles", "5–8 miles", "five to eight miles",
                  "between five and eight miles", "5 miles to 8 miles"],
    "3..4 percent": ["3 to 4 per cent", "3-4%", "3% to 4%", "3%-4%", "between 3% and 4%", "three to four percent"],
    "1050..1125 INR": ["1,050-1,125 rupees", "1,050 to 1,125 rupees", "Rs 1,050-1,125", "between 1,050 and 1,125 rupees"],
    "24..26 USD": ["$24-$26", "$24 to $26", "$24-26", "between $24 and $26", "$24–$26"],
    "3..4 year": ["three or four years", "three to four years", "3-4 years"],
    "3800000..4900000 GBP": ["£3.8-4.9m", "£3.8m-4.9m", "£3.8m to £4.9m", "between £3.8m and £4.9m"],
    "200..300 person": ["two to three hundred people", "200 to 300 people", "200-300 people"],
    "10..12 foot": ["10-to-12-foot", "10-12 feet", "ten to twelve feet"],
    "2..3 week": ["two- to three-week", "two-to-three-week", "2-3-week", "two or three weeks"],
    "18..24 year": ["aged 18 to 24", "aged 18-24", "18- to 24-year-olds", "18-to-24-year-olds", "between the ages of 18 and 24"],
    "45..55 kilogram": ["50 ± 5 kg", "50±5 kg", "50 kg, give or take 5 kg", "50 kg plus or minus 5 kg"],
    "10000000..100000000": ["tens of millions"],
    "10000000000..15000000000 USD": ["$10-15 billion", "$10 to $15 billion", "between $10 and $15 billion",
                                     "$10bn-$15bn", "between $10bn and $15bn"],
}  # fmt: skip


@pytest.mark.parametrize(("value", "spelling"), [(value, each) for value, all_ in RANGES.items() for each in all_])
def test_a_range_is_one_figure(value: str, spelling: str) -> None:
    assert found(f"It will take {spelling} in all.") == [value]


SENTENCES = {
    # lists and pairs share a unit and a scale
    "It measures 52.5 and 52.8 cm.": ["52.5 centimeter", "52.8 centimeter"],
    "Sales were $8.2, $9.1 and $10 million.": ["8200000 USD", "9100000 USD", "10000000 USD"],
    "The area grew from 415,000 to 587,000 square kilometres.": ["415000 kilometer ** 2", "587000 kilometer ** 2"],
    "Profit rose from 2.7bn to 4.3bn rupees.": ["2700000000 INR", "4300000000 INR"],
    "Shares fell from 12 to 9 per cent.": ["12 percent", "9 percent"],
    "He went from 98 kilograms to 86.": ["98 kilogram", "86 kilogram"],
    "The pipe narrows from 200 to 100 mm.": ["200 millimeter", "100 millimeter"],
    "Plates of 2.3 cm x 2.3 cm.": ["2.3 centimeter", "2.3 centimeter"],
    "Plates of 2.3 x 2.5 cm.": ["2.3 centimeter", "2.5 centimeter"],
    "Fees can run from $500 to $900.": ["500..900 USD"],
    "Prices range from $500 to $900.": ["500..900 USD"],
    "It rose from $500 to $900.": ["500 USD", "900 USD"],
    # compound measures
    "He is 6 ft 2 in tall.": ["37/6 foot"],
    "He is 6ft 2in tall.": ["37/6 foot"],
    "He is 6 feet, 2 inches tall.": ["37/6 foot"],
    "He is 6'2\" tall.": ["37/6 foot"],
    "He is 6′2″ tall.": ["37/6 foot"],
    "He is 6 foot 2.": ["37/6 foot"],
    "They are 5 ft 2 in to 6 ft 2 in tall.": ["31/6..37/6 foot"],
    "It fell to 7.2 deaths per 100,000.": ["7.2 death / 100000"],
    "A history (2008), 802 pp.": ["2008", "802"],
    "It rose by 1.5 pp.": ["1.5 percentage_point"],
    "There were 28 per 1,000 women.": ["28 / 1000"],
    "The 6-foot-2 guard.": ["37/6 foot"],
    "The 6-foot-2-inch guard.": ["37/6 foot"],
    "He weighs 12st 7lb.": ["12.5 stone"],
    "He weighs 12 stone 7.": ["12.5 stone"],
    "The baby weighed 5 lb 3 oz.": ["5.1875 pound"],
    "She ran for 2 hours and 42 minutes.": ["2.7 hour"],
    "It lasted seven minutes, 30 seconds.": ["7.5 minute"],
    "It lasted an hour and a half.": ["1.5 hour"],
    "It is half a mile long.": ["0.5 mile"],
    "It took two and a half years.": ["2.5 year"],
    "Plates of 10-by-12-foot.": ["10 foot", "12 foot"],
    "It cut its forecast from 5 to 7 per cent to 3 to 5 per cent.": ["5..7 percent", "3..5 percent"],
    # one of a unit, where it is counted
    "It took more than a year.": ["1 year"],
    "It is almost a mile off.": ["1 mile"],
    "A week-long tour began.": ["1 week"],
    "They came a year ago.": [],
    "It is a story about a week in Leeds.": [],
    # pounds
    "It cost 5 pounds to enter.": ["5 GBP"],
    "He found a five pound note.": ["5 GBP"],
    "It weighs 5 pounds and costs £3.": ["5 pound", "3 GBP"],
    "They sold 300 pounds of beef.": ["300 pound"],
    # slips of the pen are no figures
    "The pound was at $1,8923 then.": [],
    "It cost 1,5 million euros.": [],
    "It is accurate to plus or minus 3 points.": ["3 point"],
    # counted nouns
    "There were 48 patients.": ["48 patient"],
    "It made 1,200 new jobs in Leeds.": ["1200 job"],
    "Of 48 people, 33 women left.": ["48 person", "33 woman"],
    "The 11 smaller regional airports shut.": ["11 airport"],
    "Twelve people died and 3,000 fled.": ["12 person", "3000"],
    "They sold 4.3 million digital and physical copies.": ["4300000 copy"],
    "He has 3 children and two dogs.": ["3 child", "2 dog"],
    "One person died.": ["1 person"],
    "They sold 4.2 million US homes.": ["4200000 home"],
    "It has 1.3 million riders on its 14 routes, up from 1.1 million then.": ["1300000 rider", "14 route", "1100000"],
    "One in six of those who came left.": ["1/6"],
    "It means that three-quarters of them agree and that half of us do.": ["0.75", "0.5"],
    "They won 2 games to 1 in 5 of the last 6 series.": ["2 game", "1", "5", "6 series"],
    "They lost 33 of 48 men.": ["33 man", "48 man"],
    "They filled eight million 250ml bottles.": ["8000000 bottle", "250 milliliter"],
    "They sold 20 9 litre cases.": ["20 case", "9 liter"],
    "They met two 18-year-old girls.": ["2 girl", "18 year"],
    "It grounded five new 737 Max jets.": ["5 jet"],
    "It has 60 A380s and 40 Boeing 737s.": ["60 A380", "40 Boeing 737"],
    "It found 200 AK-47 rifles.": ["200 rifle"],
    "It has won eight World Cups.": ["8 cup"],
    "A 20,000 TEU ship and 30,000 TEUs.": ["20000 TEU", "30000 TEU"],
    "A 40,000-strong crowd came.": ["40000"],
    "The 27-member bloc agreed.": ["27 member"],
    "A 600-page report.": ["600 page"],
    "It fell in 14 of the 20 cities.": ["14 city", "20 city"],
    # ages
    "John Smith, 54, resigned.": ["54 year"],
    "A 54-year-old man.": ["54 year"],
    "The woman, aged 54, ran.": ["54 year"],
    "She retired at the age of 62.": ["62 year"],
    "They are in their 50s.": ["50..59 year"],
    # points, odds, ordinals
    "It beat them by odds of 15:1.": ["15 ratio"],
    "He was 22nd in the list.": ["22 ordinal"],
    "The twenty-first man left.": ["21 ordinal"],
    "The rate rose by a quarter point.": ["0.25 point"],
    "A 27.5-point lead.": ["27.5 point"],
    "Growth of minus 0.4% was seen.": ["-0.4 percent"],
    "Shares fell -30.74% after that.": ["-30.74 percent", ""],
    "It runs at sub-7 nanometre scale.": ["7 nanometer"],
    # quoted prices, hundredths, clock times; words that are no one number
    "Sterling was at 240.34/44 yen.": [""],
    "It holds 2 grams, or 6/100 ounces.": ["2 gram"],
    "It works in hundreds of tens, not in ones.": ["100..1000 ten"],
    "Growth was a negative 1.4 percent.": ["-1.4 percent"],
    "It costs one to two pounds.": ["1..2 GBP"],
    "It costs only one to two pounds.": ["1..2 GBP"],
    "Output was up from 470 tonnes a year ago.": ["470 metric_ton"],
    "Yields fell 1/4 point.": ["0.25 point"],
    "Sales edged up to £5m.": ["5000000 GBP"],
    "Our then-18-year-old winger.": ["18 year"],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items())
def test_a_sentence_is_read(sentence: str, expected: list[str]) -> None:
    assert [each for each in found(sentence) if each] == [each for each in expected if each]
