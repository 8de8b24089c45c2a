"""Fact sheets: the file form of Facts, in TOML, JSON or YAML.

In: a source. Out: Facts. The one idea: every name but `claims` is a fact (under a heading `facts` or not), a figure or a
table with value, source, year or date, and aliases; claims are a list of lines.

>>> loads('''
... territory = "185,180 km²"
... held = { value = "about 27,000 km²", source = "a monitor", year = 2017, aliases = ["the land still held"] }
... claims = ["held / territory = 15%"]
... ''')
<Facts from <string>: territory, held; 1 claims>
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from factcheck.errors import BadFacts, MissingExtra, Unreadable
from factcheck.facts.collection import Facts
from factcheck.facts.nouns import Entry, Place
from factcheck.facts.places import Path, places
from factcheck.model import Document, Span
from factcheck.text import decode
from factcheck.text.markup import front_matter

FORMATS = {".toml": "toml", ".json": "json", ".yaml": "yaml", ".yml": "yaml"}
KEYS = ("value", "source", "year", "date", "aliases", "note")

Spans = Mapping[Path, tuple[Span, Span]]  # path -> where its key and where its value stand
_NOWHERE = (Span(0, 0), Span(0, 0))


def load(path: str | os.PathLike[str]) -> Facts:
    """The facts and claims of a file, whose suffix tells its format.

    Raises Unreadable where the file cannot be read, BadFacts with line and column where it is no fact sheet,
    MissingExtra for YAML where PyYAML is not installed.
    """
    name = os.fspath(path)
    try:
        with open(name, "rb") as file:
            source = decode(file.read(), name)
    except OSError as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(name, (error.strerror or str(error)).lower()) from error
    return loads(source, FORMATS.get(os.path.splitext(name)[1].lower(), "toml"), name)


def loads(source: str, format: str = "toml", path: str = "<string>") -> Facts:
    """The facts and claims of a source: "toml", "json" or "yaml". `path` is what errors call it.

    Raises BadFacts, and MissingExtra for YAML where PyYAML is not installed; ValueError for another format.
    """
    if format not in _PARSERS:
        raise ValueError(f"unknown format {format!r}; there are {', '.join(_PARSERS)}")
    try:
        data, spans = _PARSERS[format](source, path)
    except RecursionError:
        raise BadFacts("is nested too deeply", path, 1, 1) from None
    reader = _Reader(source, path, spans)
    return Facts.read(source, path, list(reader.entries(data)), list(reader.claims(data)))


_FACTS = re.compile(r"^(?:\[facts\b|facts[ \t]*[:=.])", re.MULTILINE)


def front(source: str, path: str = "<string>") -> Facts | None:
    """The facts in the front matter of Markdown, below the heading `facts`: YAML between ---, TOML between +++ lines.

    None where it has none; what else it holds is not looked at. Raises what `loads` raises.
    """
    found = front_matter(source)
    if found is None or not _FACTS.search(source, found[1].start, found[1].end):
        return None
    mark, inside, _ = found
    sheet = (
        " " * (inside.start - 1) + "\n" + source[inside.start : inside.end]
    )  # so that lines and offsets are the article's
    try:
        data, spans = _PARSERS["yaml" if mark == "---" else "toml"](sheet, path)
    except RecursionError:
        raise BadFacts("is nested too deeply", path, 1, 1) from None
    reader, data = _Reader(sheet, path, spans), {"facts": data.get("facts", {})}
    return Facts.read(sheet, path, list(reader.entries(data)), list(reader.claims(data)))


# --- the three formats ----------------------------------------------------------------------------------------------


def _toml(source: str, path: str) -> tuple[Any, Spans]:
    try:
        data = tomllib.loads(source, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        match = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", str(error))
        line, column = (int(match[1] or 0), int(match[2] or 0)) if match else (0, 0)
        why = str(error)[: match.start()] if match else str(error)
        hint = "" if '"' in source else '; a figure stands in quotes: held = "27,000 km²"'
        raise BadFacts(f"is no TOML: {why[:1].lower()}{why[1:]}{hint}", path, line, column) from error
    return data, places(source)


def _json(source: str, path: str) -> tuple[Any, Spans]:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise BadFacts(f"{key!r} is stated twice; give one of the two another name", path)
            found[key] = value
        return found

    try:
        data = json.loads(source, parse_float=str, parse_constant=str, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        raise BadFacts(f"is no JSON: {error.msg.lower()}", path, error.lineno, error.colno) from error
    return data, places(source)


def _yaml(source: str, path: str) -> tuple[Any, Spans]:
    try:
        import yaml
    except ImportError as error:
        raise MissingExtra("fact sheets in YAML need PyYAML", "yaml") from error
    spans: dict[Path, tuple[Span, Span]] = {}
    seen: set[int] = set()

    def wrong(why: str, node: Any) -> BadFacts:
        return BadFacts(why, path, node.start_mark.line + 1, node.start_mark.column + 1)

    def span(node: Any) -> Span:
        quotes = 1 if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else 0
        return Span(node.start_mark.index + quotes, node.end_mark.index - quotes)

    def value(node: Any, at: Path, key: Span) -> Any:
        if id(node) in seen:  # a reference to a reference to ... would fill the memory
            raise wrong("is referred to by an alias (*name); write it out where it is needed", node)
        seen.add(id(node))
        spans[at] = key, span(node)
        if isinstance(node, yaml.SequenceNode):
            return [value(each, (*at, number), span(each)) for number, each in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            found: dict[str, Any] = {}
            for name, each in node.value:
                if name.value in found or not isinstance(name, yaml.ScalarNode):
                    raise wrong(f"{name.value!r} is stated twice; give one of the two another name", name)
                found[name.value] = value(each, (*at, name.value), span(name))
            return found
        return int(node.value) if node.style is None and re.fullmatch(r"-?\d{1,30}", node.value) else node.value

    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise BadFacts(f"is no YAML: {error.problem}", path, line, column) from error
    except yaml.YAMLError as error:
        raise BadFacts(f"is no YAML: {error}", path) from error
    return ({} if root is None else value(root, (), Span(0, 0))), spans


_PARSERS: Mapping[str, Callable[[str, str], tuple[Any, Spans]]] = {"toml": _toml, "json": _json, "yaml": _yaml}


# --- what is in it ----------------------------------------------------------------------------------------------------


class _Reader:
    """From parsed data to facts and claims with their places."""

    def __init__(self, source: str, path: str, spans: Spans) -> None:
        self.source, self.path, self.spans = source, path, spans

    def entries(self, data: Any) -> Iterator[Entry]:
        """The facts, in the order of the file."""
        for at, items in self._groups(data):
            for name, given in items.items():
                if name != "claims" and not (at == () and name == "facts"):
                    yield self._entry((*at, name), given)

    def claims(self, data: Any) -> Iterator[tuple[str, Place]]:
        """The claims; those below the heading `facts` too, since all that follows a heading of TOML is under it."""
        for at, items in self._groups(data):
            given = items.get("claims", [])
            if not isinstance(given, list):
                raise self._wrong('claims are a list: claims = ["part / whole = 15%", ...]', (*at, "claims"))
            for number, text in enumerate(given):
                path = (*at, "claims", number)
                if not isinstance(text, str):
                    raise self._wrong("a claim is a line in quotes, such as 'part / whole = 15%'", path)
                yield text, self._place(path, text)

    def _groups(self, data: Any) -> Iterator[tuple[Path, Mapping[str, Any]]]:
        if not isinstance(data, dict):
            raise BadFacts("holds no facts; write name = figure, a line each", self.path, 1, 1)
        yield (), data
        facts = data.get("facts", {})
        if not isinstance(facts, dict):
            raise self._wrong("facts are a table: a name and a figure for each", ("facts",))
        yield ("facts",), facts

    def _entry(self, at: Path, given: Any) -> Entry:
        name, key = str(at[-1]), self.spans.get(at, _NOWHERE)[0]
        if not isinstance(given, dict):
            value = self._value(at, given)
            return Entry(name, value, key, self._place(at, str(value)))
        for other in given:
            if other not in KEYS:
                near = get_close_matches(other, KEYS, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"it may have {', '.join(KEYS)}"
                raise self._wrong(f"a fact has no {other!r}; {hint}", (*at, other))
        if "value" not in given:
            raise self._wrong(f'{name!r} lacks its value: value = "27,000 km²"', at)
        value = self._value((*at, "value"), given["value"])
        aliases = given.get("aliases", [])
        aliases = [aliases] if isinstance(aliases, str) else aliases
        if not isinstance(aliases, list) or not all(isinstance(each, str) and each.strip() for each in aliases):
            raise self._wrong("aliases are a list of the names that a text uses for the fact", (*at, "aliases"))
        source = given.get("source", "")
        if not isinstance(source, str):
            raise self._wrong("a source is a line in quotes", (*at, "source"))
        when = given.get("date", given.get("year", ""))
        if not isinstance(when, str | int | dt.date):
            raise self._wrong(
                "a year or a date is written 2017 or 2017-09-12", (*at, "date" if "date" in given else "year")
            )
        return Entry(name, value, key, self._place((*at, "value"), str(value)), source, str(when), tuple(aliases))

    def _value(self, at: Path, given: Any) -> str | int:
        if isinstance(given, dt.date) and not isinstance(given, dt.datetime):
            return given.isoformat()
        if isinstance(given, str | int) and not isinstance(given, bool):
            return given
        raise self._wrong(f'{at[-1]!r} is no figure; write one in quotes, such as "about 27,000 km²"', at)

    def _place(self, at: Path, text: str) -> Place:
        span = self.spans.get(at, _NOWHERE)[1]
        return Place(span, self.source[span.start : span.end] == text)

    def _wrong(self, why: str, at: Path) -> BadFacts:
        place = Document(self.source, "", ()).line_and_column(self.spans.get(at, _NOWHERE)[0].start)
        return BadFacts(why, self.path, *place)
