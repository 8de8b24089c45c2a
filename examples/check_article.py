"""Check an article from Python: print what does not add up."""

import sys
from pathlib import Path

import factcheck

path = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).with_name("syria-broken.md"))
report = factcheck.check(path.read_text(encoding="utf-8"), markup="markdown")
for finding in report.findings:
    print(f"{finding.claim.kind}: {finding.message}")
