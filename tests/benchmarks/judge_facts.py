"""How fast a fact sheet is judged: `python tests/benchmarks/judge_facts.py [COUNT]`, so many facts and claims, in seconds."""

from __future__ import annotations

import random
import sys
import time

from factcheck.facts import loads


def sheet(count: int, seed: int = 1) -> str:
    """Facts that are true, and claims that tie each to others: sums, shares and differences, rounded as a text would."""
    chance = random.Random(seed)
    amounts = [chance.randint(1_000, 900_000) for _ in range(count)]
    lines = [f'f{number} = "{amount:,} tonnes"' for number, amount in enumerate(amounts)]
    claims = []
    for _ in range(count):
        a, b = chance.sample(range(count), 2)
        claims.append(
            chance.choice(
                [
                    f"f{a} + f{b} = {amounts[a] + amounts[b]:,} tonnes",
                    f"f{a} / f{b} = {amounts[a] / amounts[b] * 100:.1f}%",
                    f"share(part=f{a}, whole=f{b}, share='{amounts[a] / amounts[b] * 100:.1f}%')",
                ]
            )
        )
    return "\n".join([*lines, "claims = [", *(f'  "{claim}",' for claim in claims), "]"])


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    source = sheet(count)
    begin = time.perf_counter()
    facts = loads(source)
    read = time.perf_counter()
    report = facts.check()
    end = time.perf_counter()
    print(
        f"{count} facts, {count} claims: read and judged one by one in {read - begin:.2f} s, together in {end - read:.2f} s; "
        f"{len(report.findings)} inconsistent"
    )


if __name__ == "__main__":
    main()
