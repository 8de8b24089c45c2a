"""Reports: checks as lines for people and as JSON for programs."""
