"""The command line: factcheck check FILE..., factcheck explain KIND.

In: arguments. Out: lines or JSON on standard output, errors a line each on standard error, and an exit status: 0 clean,
1 findings, 2 something could not be read or run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import Unreadable
from factcheck.model import Report

CLEAN, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130
_MARKUP = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_TEXTS = (*_MARKUP, ".txt", ".text")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit status."""
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="factcheck",
        description="A spell checker for numbers: finds the figures in a text that contradict each other.",
        epilog="Exit status: 0 clean, 1 findings, 2 something could not be read or run.",
    )
    parser.add_argument("--version", action="version", version=f"factcheck {_version()}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check", help="check the figures of texts", description="Check the figures of texts against each other."
    )
    check.add_argument(
        "paths",
        nargs="+",
        metavar="FILE",
        help="a text, Markdown or HTML file; a folder for all in it; - for standard input",
    )
    check.add_argument("--format", choices=("text", "json"), default="text", help="what to print (default: text)")
    check.add_argument("--all", action="store_true", help="list the claims that hold, too")
    check.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="day of publication, YYYY-MM-DD: dates without a year are judged against it",
    )
    check.add_argument(
        "--markup", choices=("plain", "markdown", "html"), help="read the files as this, whatever their names end in"
    )
    check.add_argument("--quiet", action="store_true", help="print no closing line")
    check.set_defaults(run=_check)
    explain = commands.add_parser(
        "explain", help="explain a kind of claim", description="Explain a kind of claim, or list them all."
    )
    explain.add_argument("kind", nargs="?", metavar="KIND", help="such as share; without it, all are listed")
    explain.set_defaults(run=_explain)
    return parser


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("factcheck-numbers")
    except PackageNotFoundError:
        return "(not installed)"


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date of the form YYYY-MM-DD") from error


# --- check -----------------------------------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    reports: list[tuple[str, Report]] = []
    errors: list[tuple[str, str]] = []
    for path in _paths(arguments.paths):
        try:
            reports.append((path, _report(path, arguments)))
        except Unreadable as error:
            errors.append((path, error.why))
            print(f"factcheck: {error}", file=sys.stderr)
        except Exception as error:  # a fault of ours must not cost the other files their check
            errors.append((path, f"internal error: {error!r}"))
            print(f"factcheck: {path}: internal error, please report it: {error!r}", file=sys.stderr)
    if arguments.format == "json":
        import json

        from factcheck.report.as_json import as_json

        print(json.dumps(as_json(reports, errors), ensure_ascii=False, indent=1))
    else:
        _print(reports, len(errors), arguments)
    if errors:
        return FAILED
    return FINDINGS if any(report.findings for _, report in reports) else CLEAN


def _print(reports: list[tuple[str, Report]], errors: int, arguments: argparse.Namespace) -> None:
    from factcheck.report.as_text import as_text, summary

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for path, report in reports:
        for line in as_text(path, report, arguments.all, colour):
            print(line)
    if not arguments.quiet:
        print(summary([report for _, report in reports], errors))


def _paths(given: Sequence[str]) -> Iterator[str]:
    for path in given:
        if path != "-" and os.path.isdir(path):
            yield from sorted(
                str(each) for each in Path(path).rglob("*") if each.suffix.lower() in _TEXTS and each.is_file()
            )
        else:
            yield path


def _report(path: str, arguments: argparse.Namespace) -> Report:
    from factcheck.pipeline import check
    from factcheck.text import decode

    markup = arguments.markup or _MARKUP.get(Path(path).suffix.lower(), "plain")
    return check(decode(_bytes(path), path), arguments.published, markup=markup)


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise Unreadable(path, (error.strerror or str(error)).lower()) from error


# --- explain ---------------------------------------------------------------------------------------------------------


def _explain(arguments: argparse.Namespace) -> int:
    from factcheck.relations import load
    from factcheck.report.explanation import explanation, listing

    kinds = load()
    if arguments.kind is None:
        print(listing(kinds.values()))
        return CLEAN
    if arguments.kind not in kinds:
        print(
            f"factcheck: no kind of claim is called {arguments.kind!r}; there are {', '.join(kinds)}", file=sys.stderr
        )
        return FAILED
    print(explanation(kinds[arguments.kind]))
    return CLEAN


if __name__ == "__main__":
    sys.exit(main())
