"""python -m factcheck: the command line."""

import sys

from factcheck.interfaces.cli import main

sys.exit(main())
