"""How a claim is written: "held / territory = 15%", or a relation by name: "share(part=held, whole=territory, share='15%')".

In: one line of text and the names that it may use. Out: an Equation or a Call, whose leaves are names of facts or keys of
literal figures. The one idea: Python's own parser reads the arithmetic and a whitelist takes over what it knows; nothing
is ever evaluated. A side without a fact's name in it is a figure as a text would write it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction

from factcheck import figures
from factcheck.errors import NotAQuantity, UnknownUnit
from factcheck.formula import MAX_EXPONENT, Constant, Node, Role
from factcheck.model import Quantity

# Fact sheets are untrusted: no claim is longer, or nested more deeply, than any that a reporter would write.
LONGEST = 2000  # characters
DEEPEST = 200  # operations below one another: also the most terms of one sum; total(part=[...]) takes more
INNERMOST = 40  # brackets


class Misread(Exception):
    """What is wrong with a text, and at which of its characters; Facts makes a BadFacts with its place of it."""

    def __init__(self, why: str, at: int = 0) -> None:
        self.why, self.at = why, at
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Literal:
    """A figure that stands in a claim itself, and where in its text."""

    quantity: Quantity
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Equation:
    """Two sides that are said to be equal."""

    left: Node
    right: Node
    texts: tuple[str, str]  # both sides as written
    literals: dict[str, Literal]  # leaf -> the figure


@dataclass(frozen=True, slots=True)
class Call:
    """A relation by name; each role has the names of facts or literals, or words such as 'rise', that fill it."""

    relation: str
    roles: dict[str, tuple[str, ...]]
    literals: dict[str, Literal]
    words: dict[str, str]  # the key of a string that is no figure -> the string


# --- a line of text -------------------------------------------------------------------------------------------------

_SIGNS = str.maketrans("×·÷−–“”„‘’", '**/--"""\'\'')  # one for one, so that no place moves
_QUOTED = r"\"[^\"]*\"|'[^']*'"
_NAME = re.compile(rf"{_QUOTED}|([^\W\d]\w*)")
_CALL = re.compile(r"\s*([^\W\d]\w*)\s*\(")
_PERCENT = re.compile(rf"({_QUOTED})|(\d[\d.,]*)\s?%(?!\s*[\w(\"'])")

_POWERS = {"^": "**", "²": "**2", "³": "**3"}
_POWER = re.compile(rf"({_QUOTED})|[²³^]")


def statement(text: str, names: Collection[str], prefix: str = "") -> Equation | Call:
    """Read a claim. `prefix` makes the keys of its literals unlike those of other claims. Raises Misread."""
    plain = _bounded(text)
    signs = list(_equals(plain))
    if not signs:
        match = _CALL.match(plain)
        if match and plain.rstrip().endswith(")"):
            return _Reader(text, names, prefix).call(plain)
        raise Misread(
            f"{text.strip()!r} is no equation; write one, such as 'part / whole = 15%', or a relation by name, such as "
            "\"share(part=a, whole=b, share='15%')\""
        )
    if len(signs) > 1:
        raise Misread("holds more than one '='; make it two claims", signs[1][0])
    (start, end) = signs[0]
    reader = _Reader(text, names, prefix)
    left, right = reader.side(0, start), reader.side(end, len(text))
    if not any(name in names for name, _ in _words(plain)):
        raise Misread(f"{text.strip()!r} names no fact")
    return Equation(left, right, (text[:start].strip(), text[end:].strip()), reader.literals)


def expression(text: str, names: Collection[str]) -> Node:
    """Read the definition of a fact by others, such as "territory - held". Raises Misread."""
    plain = _bounded(text)
    for start, _ in _equals(plain):
        raise Misread("a definition is an expression and holds no '='", start)
    reader = _Reader(text, names, "")
    node = reader.expression(0, len(text))
    for literal in reader.literals.values():
        raise Misread("a definition holds no figures but plain numbers; make the figure a fact", literal.start)
    return node


def _bounded(text: str) -> str:
    if len(text) > LONGEST:
        raise Misread(f"is longer than {LONGEST} characters")
    plain, depth = text.translate(_SIGNS), 0
    for at, character in enumerate(plain):
        depth += (character in "([") - (character in ")]")
        if depth > INNERMOST:
            raise Misread(f"holds more than {INNERMOST} brackets within one another", at)
        if character in "\n\r\0":
            raise Misread("must stand on one line", at)
    return plain


def _equals(plain: str) -> Iterator[tuple[int, int]]:
    """Where `=` or `==` stands outside of quotes and brackets."""
    depth, quote, at = 0, "", 0
    while at < len(plain):
        character = plain[at]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "<>!≤≥≠":
            raise Misread("is an inequality; say it with a figure: 'held / territory = more than 15%'", at)
        elif character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        elif character == "=" and depth == 0:
            end = at + 2 if plain.startswith("==", at) else at + 1
            yield at, end
            at = end
            continue
        at += 1


def _words(plain: str) -> Iterator[tuple[str, int]]:
    """The names outside of quotes, and where they stand."""
    for match in _NAME.finditer(plain):
        if match.group(1):
            yield match.group(1), match.start()


class _Reader:
    """One claim being read."""

    def __init__(self, text: str, names: Collection[str], prefix: str) -> None:
        self.text, self.names, self.prefix = text, names, prefix
        self.literals: dict[str, Literal] = {}
        self.words: dict[str, str] = {}

    def side(self, start: int, end: int) -> Node:
        """One side of an equation: an expression over facts, or one figure."""
        text = self.text[start:end]
        if not text.strip():
            raise Misread("lacks a side of its equation", start)
        if any(name in self.names for name, _ in _words(text)):
            try:
                return self.expression(start, end)
            except _NoPython as error:  # "48 patients", where `patients` is a fact
                return self._figure(start, end, error)
        try:
            return self._figure(start, end)
        except Misread as error:
            try:
                return self.expression(start, end)
            except _NoPython:
                raise error from None

    def _figure(self, start: int, end: int, instead: Misread | None = None) -> Node:
        text = self.text[start:end]
        start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
        try:
            quantity = figures.parse(self.text[start:end])
        except (NotAQuantity, UnknownUnit) as error:
            raise instead or Misread(str(error), start) from None
        return Role(self._literal(quantity, start, end))

    def _literal(self, quantity: Quantity, start: int, end: int) -> str:
        key = f"{self.prefix}{len(self.literals) + len(self.words)} {quantity.surface}"
        self.literals[key] = Literal(quantity, start, end)
        return key

    def expression(self, start: int, end: int) -> Node:
        """An arithmetic expression; raises _NoPython where it is none."""
        return self._node(_tree(self.text[start:end], start), start, 0, 1)

    def call(self, plain: str) -> Call:
        """A relation by name, its roles given by name."""
        tree = _tree(self.text, 0)
        if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
            raise Misread(f"{self.text.strip()!r} is no equation and no relation by name")
        if tree.args:
            raise Misread(f"name each role: {tree.func.id}(role=fact, ...)", plain.index("(") + 1)
        roles: dict[str, tuple[str, ...]] = {}
        for keyword in tree.keywords:
            if keyword.arg is None:
                raise Misread("** cannot stand in a claim")
            many = keyword.value.elts if isinstance(keyword.value, ast.List | ast.Tuple) else [keyword.value]
            roles[keyword.arg] = tuple(self._filling(each) for each in many)
        return Call(tree.func.id, roles, self.literals, self.words)

    def _filling(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name):
            return self._known(node.id, 0)
        surface = ast.unparse(node)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            surface = node.value
        elif not re.fullmatch(r"-?[\d.]+", surface):
            raise Misread(f"{surface!r} is neither a fact nor a figure in quotes; reckoning belongs in an equation")
        start = max(0, self.text.find(surface))
        try:
            return self._literal(figures.parse(surface), start, start + len(surface))
        except (NotAQuantity, UnknownUnit) as error:
            if re.fullmatch(r"[a-z]+", surface):  # the word of a direction: the relation knows which there are
                key = f"{self.prefix}{len(self.literals) + len(self.words)} {surface}"
                self.words[key] = surface
                return key
            raise Misread(str(error), start) from None

    def _known(self, name: str, start: int) -> str:
        if name in self.names:
            return name
        at = next((at for word, at in _words(self.text) if word == name and at >= start), start)
        raise Misread(f"{name!r} is no fact here{_meant(name, self.names)}", at)

    def _node(self, node: ast.expr, start: int, depth: int, degree: int) -> Node:
        """The whitelist. `degree` is the product of the exponents above: it bounds how large a number can grow."""
        if depth > DEEPEST:
            raise Misread(f"holds more than {DEEPEST} operations in a row; use total(part=[...], total=...)", start)
        if isinstance(node, ast.Name):
            return Role(self._known(node.id, start))
        if isinstance(node, ast.Constant):
            return self._constant(node.value, start)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
            inner = self._node(node.operand, start, depth + 1, degree)
            return -inner if isinstance(node.op, ast.USub) else inner
        if isinstance(node, ast.BinOp):
            if isinstance(node.op, ast.Pow):
                exponent = _exponent(node.right)
                if exponent is None or abs(exponent) * degree > MAX_EXPONENT:
                    raise Misread(f"an exponent must be a whole number, and all together at most {MAX_EXPONENT}", start)
                return self._node(node.left, start, depth + 1, degree * max(1, abs(exponent))) ** exponent
            operator = _OPERATORS.get(type(node.op))
            if operator is not None:
                left = self._node(node.left, start, depth + 1, degree)
                right = self._node(node.right, start, depth + 1, degree)
                if operator == "/" and right == Constant(Fraction(0)):
                    raise Misread("divides by zero", start)
                return {"+": left.__add__, "-": left.__sub__, "*": left.__mul__, "/": left.__truediv__}[operator](right)
        what = ast.unparse(node)
        raise Misread(
            f"{what if len(what) < 40 else what[:39] + '…'!r} cannot stand in a claim; it may hold facts, numbers, "
            "figures in quotes, + - * / ** and brackets",
            start,
        )

    def _constant(self, value: object, start: int) -> Node:
        if isinstance(value, str):
            at = max(start, self.text.find(value, start))
            try:
                return Role(self._literal(figures.parse(value), at, at + len(value)))
            except (NotAQuantity, UnknownUnit) as error:
                raise Misread(str(error), at) from None
        if isinstance(value, bool) or not isinstance(value, int | float) or value in (float("inf"),):
            raise Misread(f"{value!r} cannot stand in a claim", start)
        return Constant(Fraction(repr(value)))


_OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


class _NoPython(Misread):
    """A text that Python's parser does not take."""


def _tree(text: str, start: int) -> ast.expr:
    code = _PERCENT.sub(lambda match: match.group(1) or f'"{match.group(2)}%"', text.translate(_SIGNS))
    code = _POWER.sub(lambda match: match.group(1) or _POWERS[match.group()], code)
    try:
        return ast.parse(code.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise _NoPython(
            f"{text.strip()!r} is neither a figure nor an expression such as '(new - old) / old'; figures inside one "
            "stand in quotes",
            start,
        ) from None


def _exponent(node: ast.expr) -> int | None:
    sign = 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        sign, node = -1, node.operand
    value = node.value if isinstance(node, ast.Constant) else None
    return sign * value if isinstance(value, int) and not isinstance(value, bool) else None


def _meant(name: str, names: Collection[str]) -> str:
    near = get_close_matches(name, names, 1)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; there are {', '.join(sorted(names)[:8])}{', …' if len(names) > 8 else ''}" if names else ""
