"""Exact sets of values: intervals over the rationals, with open, closed or unbounded ends.

In: Fractions. Out: Intervals. The one idea: an interval result holds every result of the points it was made from,
and nothing is ever rounded, so that no epsilon decides a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

Rational = int | Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between `low` and `high`; an end of None is unbounded; an open end is left out.

    >>> Interval.between(1, 2) + Interval.between(10, 20)
    [11, 22]
    >>> Interval.between(1, 2) / Interval.between(-1, 1)
    (-∞, ∞)
    >>> Interval.between(1, 2).quotients(Interval.between(-1, 1))
    ((-∞, -1], [1, ∞))
    >>> bool(Interval.between(0, 1) & Interval.between(2, 3))
    False
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Rational) -> Interval:
        """The set of one value."""
        exact = Fraction(value)
        return cls(exact, exact)

    @classmethod
    def between(cls, low: Rational | None, high: Rational | None, open: bool = False) -> Interval:
        """From `low` to `high`, None being no bound; both ends in, or both out where `open`."""
        return cls(None if low is None else Fraction(low), None if high is None else Fraction(high), open, open)

    @classmethod
    def around(cls, value: Rational, below: Rational, above: Rational | None = None) -> Interval:
        """Closed, from `below` under the value to `above` over it (the same where not given)."""
        return cls(Fraction(value - below), Fraction(value + (below if above is None else above)))

    @property
    def empty(self) -> bool:
        """Whether no value is in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def __bool__(self) -> bool:
        return not self.empty

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one value."""
        return self.low is not None and self.low == self.high and not (self.low_open or self.high_open)

    @property
    def width(self) -> Fraction | None:
        """High less low; None where unbounded."""
        return None if self.low is None or self.high is None else self.high - self.low

    @property
    def middle(self) -> Fraction | None:
        """The value halfway, or the one end there is; None where there is neither."""
        if self.low is None:
            return self.high
        return self.low if self.high is None else (self.low + self.high) / 2

    def __contains__(self, value: Rational) -> bool:
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    def within(self, other: Interval) -> bool:
        """Whether every value of this set is in the other."""
        return self.empty or (self & other) == self

    def __and__(self, other: Interval) -> Interval:
        low, low_open = self.low, self.low_open
        if other.low is not None and (low is None or other.low >= low):
            low_open = other.low_open or (low_open and other.low == low)
            low = other.low
        high, high_open = self.high, self.high_open
        if other.high is not None and (high is None or other.high <= high):
            high_open = other.high_open or (high_open and other.high == high)
            high = other.high
        return Interval(low, high, low_open, high_open)

    def __or__(self, other: Interval) -> Interval:
        """The hull: the smallest interval that holds both."""
        if self.empty or other.empty:
            return other if self.empty else self
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        low_open = low is not None and low not in self and low not in other
        high_open = high is not None and high not in self and high not in other
        return Interval(low, high, low_open, high_open)

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __add__(self, other: Interval | Rational) -> Interval:
        other = other if isinstance(other, Interval) else Interval.point(other)
        if self.empty or other.empty:
            return EMPTY
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    __radd__ = __add__

    def __sub__(self, other: Interval | Rational) -> Interval:
        return self + (-other)

    def __rsub__(self, other: Rational) -> Interval:
        return -self + other

    def __mul__(self, other: Interval | Rational) -> Interval:
        if not isinstance(other, Interval):
            if other == 1:
                return self
            if other > 0:  # a change of unit: by far the most frequent product
                return Interval(
                    None if self.low is None else self.low * other,
                    None if self.high is None else self.high * other,
                    self.low_open,
                    self.high_open,
                )
            other = Interval.point(other)
        if self.empty or other.empty:
            return EMPTY
        ends = [_times(a, b) for a in _ends(self) for b in _ends(other)]
        low = min(ends, key=lambda end: (end[0], end[2]))
        high = max(ends, key=lambda end: (end[0], not end[2]))
        return Interval(low[1], high[1], low[2] and low[1] is not None, high[2] and high[1] is not None)

    __rmul__ = __mul__

    def quotients(self, other: Interval) -> tuple[Interval, ...]:
        """All quotients, exactly: none where the divisor is only zero, two rays where zero lies inside it."""
        if self.empty or other.empty:
            return ()
        pieces = (other & Interval(None, ZERO, False, True), other & Interval(ZERO, None, True, False))
        return tuple(self * _reciprocal(piece) for piece in pieces if piece)

    def __truediv__(self, other: Interval | Rational) -> Interval:
        """The hull of all quotients; empty where the divisor is only zero."""
        other = other if isinstance(other, Interval) else Interval.point(other)
        hull = EMPTY
        for piece in self.quotients(other):
            hull |= piece
        return hull

    def __rtruediv__(self, other: Rational) -> Interval:
        return Interval.point(other) / self

    def __pow__(self, exponent: int) -> Interval:
        """An integer power; a negative one is the reciprocal of the positive."""
        if exponent < 0:
            return Interval.point(1) / self**-exponent
        if exponent == 0 or self.empty:
            return EMPTY if self.empty else Interval.point(1)
        powered = Interval(
            None if self.low is None else self.low**exponent,
            None if self.high is None else self.high**exponent,
            self.low_open,
            self.high_open,
        )
        if exponent % 2:
            return powered
        if self.low is not None and self.low >= 0:
            return powered
        if self.high is not None and self.high <= 0:
            return Interval(powered.high, powered.low, powered.high_open, powered.low_open)
        farthest = _farthest(powered)
        zero_out = 0 not in self  # only where an open end stands at zero, which the two cases above have taken
        return Interval(ZERO, farthest[0], zero_out, farthest[1])

    def __mod__(self, modulus: int) -> Interval:
        """The remainder on division by a positive integer: exact for a point, else all remainders that are possible."""
        if self.is_point:
            assert self.low is not None
            return Interval.point(self.low % modulus)
        return EMPTY if self.empty else Interval(ZERO, Fraction(modulus), False, True)

    def __str__(self) -> str:
        if self.empty:
            return "∅"
        left = "(" if self.low is None or self.low_open else "["
        right = ")" if self.high is None or self.high_open else "]"
        low = "-∞" if self.low is None else self.low
        high = "∞" if self.high is None else self.high
        return f"{left}{low}, {high}{right}"

    __repr__ = __str__


ZERO = Fraction(0)
EMPTY = Interval(Fraction(1), ZERO)
LINE = Interval()

# An end of an interval for the product: its rank (infinity as a signed 1, finite values between), value and openness.
_End = tuple[tuple[int, Fraction], Fraction | None, bool]


def _ends(interval: Interval) -> tuple[_End, _End]:
    low: _End = (
        ((-1, ZERO), None, True) if interval.low is None else ((0, interval.low), interval.low, interval.low_open)
    )
    high: _End = (
        ((1, ZERO), None, True) if interval.high is None else ((0, interval.high), interval.high, interval.high_open)
    )
    return low, high


def _times(a: _End, b: _End) -> _End:
    """The product of two ends. Zero times an unbounded end is zero: the unbounded set holds only finite values."""
    if a[1] is not None and b[1] is not None:
        product = a[1] * b[1]
        # a closed zero keeps the product in the set whatever the other end leaves out
        is_open = (a[2] or b[2]) and not ((a[1] == 0 and not a[2]) or (b[1] == 0 and not b[2]))
        return (0, product), product, is_open
    finite = a[1] if a[1] is not None else b[1]
    if finite == 0:
        return (0, ZERO), ZERO, (a[2] if a[1] is not None else b[2])
    sign = _sign(a) * _sign(b)
    return (sign, ZERO), None, True


def _sign(end: _End) -> int:
    rank, value, _ = end
    if value is None:
        return rank[0]
    return (value > 0) - (value < 0)


def _reciprocal(piece: Interval) -> Interval:
    """1/x for a non-empty interval that does not hold zero, and lies on one side of it."""
    low, low_open = (
        (None, False)
        if piece.high == 0
        else ((ZERO, True) if piece.high is None else (1 / piece.high, piece.high_open))
    )
    high, high_open = (
        (None, False) if piece.low == 0 else ((ZERO, True) if piece.low is None else (1 / piece.low, piece.low_open))
    )
    return Interval(low, high, low_open, high_open)


def _farthest(powered: Interval) -> tuple[Fraction | None, bool]:
    """The larger end of an even power over both signs, and whether it is left out."""
    if powered.low is None or powered.high is None:
        return None, False
    if powered.low == powered.high:
        return powered.low, powered.low_open and powered.high_open
    return (powered.low, powered.low_open) if powered.low > powered.high else (powered.high, powered.high_open)
