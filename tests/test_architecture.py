"""The house keeps its shape: imports run one way, the import is light, types and style hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "factcheck"

# Each floor may import those above it in this list, and never its own neighbours (but for what is named below).
FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors", "interval", "vocabulary"),
    ("units",),
    ("formula",),
    ("model",),
    ("relations", "wording"),
    ("text", "figures", "clauses", "converted", "cases", "network", "references"),
    ("frames", "messages", "prove"),
    ("contents",),
    ("projections", "judge"),
    ("links",),
    ("repair", "doubts"),
    ("claims", "pipeline", "report"),
    ("facts",),
    ("interfaces",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("factcheck"):
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("factcheck.")}
    return found


SOURCES = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.parent != PACKAGE or path.stem not in ("__init__", "__main__")
]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    here = room(path)
    for other in imports(path) - {here}:
        assert FLOOR[other] < FLOOR[here], f"{here} imports {other}, which is not below it"


def test_only_units_imports_pint_and_nothing_imports_sympy() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] == "pint" for name in names):
                assert path.name == "units.py"
            assert not any(name.split(".")[0] == "sympy" for name in names)


def test_there_is_at_most_one_folder_below_the_package() -> None:
    assert all(len(path.relative_to(PACKAGE).parts) <= 2 for path in PACKAGE.rglob("*.py"))


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_the_import_loads_nothing_heavy() -> None:
    loaded = run(
        "import sys, factcheck; print(*[m for m in ('pint', 'sympy', 'pytest', 'factcheck.model') if m in sys.modules])"
    )
    assert loaded == ""


def test_every_public_name_is_there_and_every_kind_of_claim_is_one() -> None:
    import factcheck
    from factcheck.relations import load

    assert sorted(factcheck.__all__) == list(factcheck.__all__)
    assert set(dir(factcheck)) == {*factcheck.__all__, *load()}
    for name in dir(factcheck):
        assert getattr(factcheck, name) is not None
    with pytest.raises(AttributeError, match="shear"):
        factcheck.shear  # noqa: B018


def test_checking_and_repairing_a_text_loads_neither_sympy_nor_pint() -> None:
    code = (
        "import sys, factcheck; r = factcheck.check('The path is 5 miles (12 km) long.');"
        "print(len(r.findings), len(r.findings[0].repairs) > 0, *[m for m in ('pint', 'sympy', 'pytest') if m in sys.modules])"
    )
    assert run(code) == "1 True"


def test_types_are_strict() -> None:
    done = subprocess.run([sys.executable, "-m", "mypy", "factcheck"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_style_holds() -> None:
    for command in (["check"], ["format", "--check"]):
        done = subprocess.run([sys.executable, "-m", "ruff", *command, "."], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
