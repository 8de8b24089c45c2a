"""The command line: factcheck check FILE..., factcheck explain KIND.

In: arguments. Out: lines or JSON on standard output, errors a line each on standard error, and an exit status: 0 clean,
1 findings, 2 something could not be read or run. What a command needs is imported when it runs, so that it starts fast.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.errors import BadFacts, MissingExtra, Unreadable
from factcheck.interfaces import reading

if TYPE_CHECKING:
    from factcheck.references import Reference

CLEAN, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130
_MANY = 20  # files, from which on a terminal shows how far the work is


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status."""
    _speak()
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _speak() -> None:
    """A stream that cannot show a character (² in an ASCII locale, a file name that is no text) shows its code instead."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


class _Version(argparse.Action):
    """Print the installed version; it is looked up only when asked for, since that takes longer than a short article."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"factcheck {version('factcheck-numbers')}")
        except PackageNotFoundError:
            print("factcheck (not installed)")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="factcheck",
        description="A spell checker for numbers: finds the figures in a text that contradict each other.",
        epilog="Exit status: 0 clean, 1 findings, 2 something could not be read or run.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check", help="check the figures of texts", description="Check the figures of texts against each other."
    )
    check.add_argument(
        "paths",
        nargs="+",
        metavar="FILE",
        help="a text, Markdown or HTML file, or a fact sheet such as x.facts.toml; a folder for all in it; - for standard input",
    )
    check.add_argument("--format", choices=("text", "json"), default="text", help="what to print (default: text)")
    check.add_argument("--all", "--verbose", "-v", action="store_true", help="list the claims that hold, too")
    check.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="day of publication, YYYY-MM-DD: dates without a year are judged against it",
    )
    check.add_argument(
        "--markup", choices=("plain", "markdown", "html"), help="read the files as this, whatever their names end in"
    )
    check.add_argument(
        "--facts",
        action="append",
        default=[],
        metavar="FILE",
        help="hold the texts against the facts of this sheet (TOML, JSON or YAML); may be given more than once",
    )
    check.add_argument(
        "--no-reference",
        action="store_false",
        dest="reference",
        help="do not hold the texts against the built-in areas and populations of countries and constants",
    )
    check.add_argument(
        "--prove", action="store_true", help="of fact sheets, ask z3 as well whether all claims can be true together"
    )
    check.add_argument("--quiet", "-q", action="store_true", help="print no closing line")
    check.set_defaults(run=_check)
    explain = commands.add_parser(
        "explain", help="explain a kind of claim", description="Explain a kind of claim, or list them all."
    )
    explain.add_argument("kind", nargs="?", metavar="KIND", help="such as share; without it, all are listed")
    explain.set_defaults(run=_explain)
    return parser


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date of the form YYYY-MM-DD") from error


# --- check -----------------------------------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    """Check file after file. A fault of ours in one of them must not cost the others their check."""
    from factcheck.report.as_text import Tally, as_text

    json = arguments.format == "json"
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    errors: list[tuple[str, str]] = []
    documents: list[dict[str, Any]] = []
    tally = Tally()
    known = _known(arguments.facts, errors)

    def refused(folder: str, why: str) -> None:
        errors.append((folder, why))
        _complain(f"{folder}: {why}")

    for path in _progress(reading.files(arguments.paths, refused)):
        try:
            report = reading.report(
                path,
                arguments.published,
                None,
                arguments.markup,
                known,
                reference=arguments.reference,
                prove=arguments.prove,
            )
            if json:
                from factcheck.report.as_json import document

                documents.append(document(path, report))
            lines = [] if json else list(as_text(path, report, arguments.all, colour))
            tally.add(report)
        except (BadFacts, MissingExtra, Unreadable) as error:
            _refuse(path, error, errors)
        except Exception as error:
            errors.append((path, f"internal error: {error!r}"))
            _complain(f"{path}: internal error, please report it: {error!r}")
        else:
            for line in lines:
                print(line)
    if json:
        _print_json(documents, errors)
    elif not arguments.quiet:
        print(tally.line(len(errors)))
    if errors:
        return FAILED
    return FINDINGS if tally.inconsistent else CLEAN


def _refuse(path: str, error: Exception, errors: list[tuple[str, str]]) -> None:
    """Note what cannot be read, and say so; a fact sheet's error names its own place."""
    why = getattr(error, "why", str(error))
    line, column = getattr(error, "line", 0), getattr(error, "column", 0)
    name = getattr(error, "path", path) or path
    errors.append((name, f"line {line}, column {column}: {why}" if line else why))
    _complain(f"{name}:{line}:{column}: {why}" if line else f"{name}: {why}")


def _known(paths: Sequence[str], errors: list[tuple[str, str]]) -> list[Reference]:
    """The facts of the sheets that all texts are held against."""
    known: list[Reference] = []
    for path in paths:
        from factcheck.facts import load

        try:
            known.extend(load(path).references)
        except (BadFacts, MissingExtra, Unreadable) as error:
            _refuse(path, error, errors)
    return known


def _complain(message: str) -> None:
    from factcheck.report.as_text import plain

    print(f"factcheck: {plain(message)}", file=sys.stderr)


def _print_json(documents: list[dict[str, Any]], errors: list[tuple[str, str]]) -> None:
    import json

    from factcheck.report.as_json import as_json

    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") not in ("utf8", "utf16", "utf32")
    json.dump(as_json(documents, errors), sys.stdout, ensure_ascii=ascii_only, indent=1)
    print()


def _progress(paths: Sequence[str]) -> Iterator[str]:
    """The paths; with many of them and a terminal for standard error, it shows how far the work is."""
    shown = len(paths) >= _MANY and sys.stderr.isatty()
    for number, path in enumerate(paths, 1):
        if shown:
            print(f"\r\033[K{number} of {len(paths)} files", end="", file=sys.stderr, flush=True)
        yield path
    if shown:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


# --- explain ---------------------------------------------------------------------------------------------------------


def _explain(arguments: argparse.Namespace) -> int:
    from factcheck.relations import load
    from factcheck.report.explanation import explanation, listing

    kinds = load()
    if arguments.kind is None:
        print(listing(kinds.values()))
        return CLEAN
    if arguments.kind not in kinds:
        _complain(f"no kind of claim is called {arguments.kind!r}; there are {', '.join(kinds)}")
        return FAILED
    print(explanation(kinds[arguments.kind]))
    return CLEAN


if __name__ == "__main__":
    sys.exit(main())
