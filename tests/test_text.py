"""Decoding, markup and sentences: what is prose stays where it stands, and everything else is space."""

from __future__ import annotations

import hostile
import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import grows_linearly

from factcheck.errors import Unreadable
from factcheck.model import Document
from factcheck.text import decode, document
from factcheck.text.sentences import LONGEST


def sentences(source: str, markup: str = "plain") -> list[str]:
    """The sentences as words: what white space lies between them is not told apart."""
    read = document(source, markup)
    return [" ".join(read.text[span.start : span.end].split()) for span in read.sentences]


# --- decoding --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_text_is_read_in_every_encoding_that_says_its_name(encoding: str) -> None:
    assert decode("It cost £5 – or €6.".encode(encoding), "a.txt") == "It cost £5 – or €6."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"plain until\0here", "binary"),
        ("It cost £5.".encode("cp1252"), "not UTF-8 text (byte 8)"),
        (b"\xff\xfeo\0d\0d", "not UTF-16 text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_path(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data, "drafts/a.txt")
    assert says in str(caught.value) and caught.value.path == "drafts/a.txt"


def test_an_unknown_markup_is_misuse() -> None:
    with pytest.raises(ValueError, match="'rst'"):
        document("Text.", "rst")


# --- sentences -------------------------------------------------------------------------------------------------------

WHOLE = [
    "Mr. Hale met Dr. Orr and Mrs. Lim at St. Anne's on Main St. near Mt. Keel.",
    "The deal closed on Sept. 12 and was filed on Oct. 3.",
    "The U.S. Treasury and U.K. officials met at 9 a.m. Monday.",
    "Brill Inc. and Tarn Corp. of Lyme, Conn. are rivals.",
    "The novel by J. K. Rawling and A. A. Moon sold 3.5 million copies.",
    "Lot No. 5 weighs approx. 5 kg, i.e. about 11 lb.",
    "It is 6 ft. 2 in. tall.",
    '"Why wait?" he asked.',
    "“Stop!” cried the crowd of 500.",
    "So . . . it goes on.",
    "Sited at Tarn, Calif. _ The Brill Co. (Lyme) and Prof. [Anna] Orr (m. 1949; div. 1964) own it.",
    "The rate, at 3.5, beat the 2.9 of (approx. 40) others.",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_stop_within_a_sentence_does_not_end_it(sentence: str) -> None:
    assert sentences(sentence) == [sentence]
    assert sentences(f"{sentence} Nobody knew.")[-1] == "Nobody knew."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sales rose. Profits fell.", 2),
        ("Sales rose. 200 jobs went.", 2),
        ("Sales rose. $5 million was lost.", 2),
        ('Sales rose. "We are glad," he said.', 2),
        ("Who won? Nobody! It was a draw.", 3),
        ("He said no. The vote was lost.", 2),
        ("It opens at 9 a.m. The fee is £5.", 2),
        ("They sued Brill Inc. The case is open.", 2),
        ("It is the country he lives in. Police came.", 2),
        ("That is plan B. It failed.", 2),
        ("They sued Brill Inc. Mr. Hale won.", 2),
        ('It is owned by Tarn Corp. "We are glad," she said.', 2),
        ("It measures 12 in. The other is longer.", 2),
        ("He was born in Ohio.[4] She was not.", 2),
        ("It rose (by 5%.) They fell.", 2),
    ],
)
def test_a_stop_before_what_opens_a_sentence_ends_one(text: str, parts: int) -> None:
    assert len(sentences(text)) == parts


HEADED = (
    "Oil price passes $50",
    "Crude rose 5% to $50 a barrel on Monday as traders feared that supplies from the north would be cut once more.",
    "A week ago it stood at $45.",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \t\n", "\r\n", "\r\n\r\n"])
def test_a_heading_is_a_sentence_of_its_own(gap: str) -> None:
    assert sentences(gap.join(HEADED)) == list(HEADED)


FILLED = """Sales of the maker of lawn mowers, which had fallen for two years, rose to
$5 million in the year, the firm said on Tuesday. Its chief, Ann Smith of
New York, said that the next one would be better, with sales of about 27,000
mowers, or 85% of the
market.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_line_that_is_full_goes_on_in_the_next(newline: str) -> None:
    first, second = sentences(FILLED.replace("\n", newline))
    assert first.endswith("rose to $5 million in the year, the firm said on Tuesday.")
    assert second.endswith(
        "Ann Smith of New York, said that the next one would be better, with sales of about 27,000 mowers, or 85% of the market."
    )


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Apples 5\nPears 7\nPlums 12", ["Apples 5", "Pears 7", "Plums 12"]),
        ("Three things\n- tea 5\n- milk 6\n", ["Three things", "- tea 5", "- milk 6"]),
        ("Year\tSales\n2003\t5.2\n", ["Year", "Sales", "2003", "5.2"]),
        ("Name   Sales   Share\nBrill   5.2   12%", ["Name", "Sales", "Share", "Brill", "5.2", "12%"]),
        ("a | b | c\n1 | 2 | 3", ["a", "b", "c", "1", "2", "3"]),
    ],
)
def test_items_and_cells_are_sentences_in_plain_text(text: str, cells: list[str]) -> None:
    assert sentences(text) == cells


# --- markup ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("Some **27,000** *square* __miles__ of snake_case and 2 * 3.", ["Some 27,000 square miles of snake_case and 2 * 3."]),
        ("# Up by 5 #\nSales rose.", ["Up by 5", "Sales rose."]),
        ("Up by 5\n=======\nSales rose.", ["Up by 5", "Sales rose."]),
        ("Learn C# now\n---\nGood.", ["Learn C# now", "Good."]),
        ("Sales rose\nto 5.\n\nThen fell.", ["Sales rose to 5.", "Then fell."]),
        ("- tea 5\n- milk\n  and 6\n* rum", ["tea 5", "milk and 6", "rum"]),
        ("1. tea\n2. milk\n10) rum", ["tea", "milk", "rum"]),
        ("The total was\n12. Then it fell.", ["The total was 12.", "Then it fell."]),
        ("- [x] done\n- [ ] open", ["done", "open"]),
        ("| a | b |\n|---|--:|\n| 1 | 2 |\nEnd.", ["a", "b", "1", "2", "End."]),
        ("a | b | c\n--|--|--\n1 | 2 | 3", ["a", "b", "c", "1", "2", "3"]),
        ("> Sales rose\n> to 5.", ["Sales rose to 5."]),
        ("Run `make 5` and ``a ` 6`` twice.", ["Run and twice."]),
        ("A\n```py\nx = 5\n\n```\nB", ["A", "B"]),
        ("A\n\n~~~~\n~~~\n5\n~~~~\nB", ["A", "B"]),
        ("- A\n\n  ```\n  5\n  ```\n- B", ["A", "B"]),
        ("A\n```\nnever closed 5", ["A"]),
        ("---\ntotal: 5\n---\nSales rose.", ["Sales rose."]),
        ("See [the 2014 report](http://a.b/5_(6) 'x').", ["See the 2014 report ."]),
        ('See [the 2014 report](http://a.b/5_(6) "7").', ["See the 2014 report ."]),
        ("See [the report][r5] and ![12 men](a/9.png).\n\n[r5]: http://a.b/5\n", ["See the report and 12 men ."]),
        ("Said.[^1] More.\n\n[^1]: A note.", ["Said.", "More.", "A note."]),
        ("It is <https://a.b/2014> or https://a.b/2015. Yes.", ["It is or .", "Yes."]),
        ("It is \\$5 and 5 &lt; 6.", ["It is $5 and 5 < 6."]),
        ("A <!-- 5 of 6 --> B", ["A B"]),
        ("`<!--` opens and `-->` closes 5.", ["opens and closes 5."]),
        ("A\r\n=\r\nB 5\r\n\r\nC", ["A", "B 5", "C"]),
    ],
)  # fmt: skip
def test_markdown_is_blanked_and_its_blocks_are_sentences(source: str, read: list[str]) -> None:
    assert sentences(source, "markdown") == read


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<h1>Up 5</h1><p>Sales <b>rose</b>\nto 6.</p>", ["Up 5", "Sales rose to 6."]),
        ("<table><tr><td>1<td>2</tr></table>", ["1", "2"]),
        ("<ul><li>tea 5</li><li>milk</li></ul>", ["tea 5", "milk"]),
        ("<style>p{width:5px}</style><SCRIPT>x=6</SCRIPT><p>A</p>", ["A"]),
        ("<p>A <code>x = 5</code> B <pre>6</pre></p>", ["A B"]),
        ("<p title='5 > 4'>A</p>", ["4'>A"]),
        ("A<br>B", ["A", "B"]),
        ("5 &lt; 6 &amp; 7", ["5 < 6 & 7"]),
        ("H<sub>2</sub>O on 5 km<sup>2</sup>, 10<sup>-6</sup> m in 2004<sup>3</sup>.", ["H₂ O on 5 km² , 10⁻⁶ m in 2004 ."]),
    ],
)  # fmt: skip
def test_html_is_blanked_and_its_blocks_are_sentences(source: str, read: list[str]) -> None:
    assert sentences(source, "html") == read


@pytest.mark.parametrize(
    ("source", "holds"),
    [
        ("It cost &pound;600m.", "£600m"),
        ("It cost &#163;600m.", "£600m"),
        ("It is 27&nbsp;km.", "\u00a0km"),
        ("Some 18&frac12; miles.", "18½"),
        ("Some 5&deg; C.", "5°"),
        ("From 10&ndash;15.", "10–"),
    ],
)
def test_an_entity_stands_beside_what_it_belongs_to(source: str, holds: str) -> None:
    read = document(source, "html")
    assert holds in read.text and len(read.text) == len(source)


# --- silence ---------------------------------------------------------------------------------------------------------


def silenced(source: str, markup: str = "markdown") -> list[tuple[str, frozenset[str]]]:
    read = document(source, markup)
    return [(source[span.start : span.end], kinds) for span, kinds in read.ignored]


ALL: frozenset[str] = frozenset()


@pytest.mark.parametrize("markup", ["markdown", "html"])
def test_a_comment_silences_its_line_or_the_next(markup: str) -> None:
    line = "12 of 48 (40%)"
    assert silenced(f"A\n{line} <!-- factcheck: ignore -->\nB", markup) == [(f"{line} <!-- factcheck: ignore -->", ALL)]
    assert silenced(f"<!-- factcheck: ignore -->\n{line}\nB", markup) == [(line, ALL)]
    assert silenced(f"  <!--factcheck:ignore-->\n\n{line}", markup) == [(line, ALL)]
    assert silenced(f"<!-- factcheck: ignore share, total -->\n{line}", markup) == [
        (line, frozenset({"share", "total"}))
    ]


def test_a_comment_that_is_none_silences_nothing() -> None:
    assert silenced("```\n<!-- factcheck: ignore -->\n```\n12 of 48 (40%)") == []
    assert silenced("<!-- factcheck: ignored -->\n12 of 48 (40%)") == []
    assert silenced("<!-- factcheck: ignore --> A", "plain") == []
    assert silenced("<!-- factcheck: ignore\n12 of 48") == []


def test_a_note_in_markdown_silences_as_a_comment_does() -> None:
    assert silenced("[//]: # (factcheck: ignore share)\n12 of 48 (40%)") == [("12 of 48 (40%)", frozenset({"share"}))]


# --- properties ------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    "a|B|5|.|. |! |? |\n|\n\n|\r\n|\t| |   |*|**|_|`|```\n|~~~|#|# |> |- |1. |---\n|[|](|)|][|]|<!--|-->|<b>|</b>|<pre>|</pre>|"
    "<p>|&amp;|&nbsp;|&|<sup>2</sup>|\\|\f|Mr. |U.S. |No. 5|https://a.b/5|…|“|”|\u2028|\U0001f4b0".split("|")
) | st.just("|")
SOURCES = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


def well_formed(source: str, read: Document) -> bool:
    at = 0
    for span in read.sentences:
        piece = read.text[span.start : span.end]
        if not (at <= span.start < span.end <= len(source)) or piece != piece.strip() or "\f" in piece:
            return False
        at = span.end
    return len(read.text) == len(source)


@given(SOURCES, st.sampled_from(["plain", "markdown", "html"]))
def test_no_source_raises_and_its_sentences_stand_in_order(source: str, markup: str) -> None:
    assert well_formed(source, document(source, markup))


@given(SOURCES, st.sampled_from(["markdown", "html"]))
def test_blanking_moves_no_digit(source: str, markup: str) -> None:
    text = document(source, markup).text
    assert all(text[at] == source[at] for at in range(len(text)) if text[at] in "0123456789")


@given(SOURCES)
def test_plain_text_loses_no_word(source: str) -> None:
    read = document(source)
    outside = list(read.text)
    for span in read.sentences:
        outside[span.start : span.end] = " " * (span.end - span.start)
    assert not any(character.isalnum() for character in outside)


@pytest.mark.parametrize("markup", ["plain", "markdown", "html"])
@pytest.mark.parametrize("unit", hostile.MARKUP)
def test_work_grows_with_the_text_and_no_faster(unit: str, markup: str) -> None:
    assert grows_linearly(lambda text: document(text, markup), unit)


def test_a_sentence_that_never_ends_is_read_in_pieces_that_lose_nothing():
    text = "sales rose 5% to $12m from $11.4m, and " * 200
    spans = document(text).sentences
    assert max(span.end - span.start for span in spans) <= LONGEST
    assert "".join(text[span.start : span.end] for span in spans).replace(" ", "") == text.replace(" ", "")
    unbroken = "5" * (2 * LONGEST + 1)
    assert [span.end - span.start for span in document(unbroken).sentences] == [LONGEST, LONGEST, 1]
