"""Facts: named figures, and claims between them that are judged one by one and together.

In: figures as a text would write them, and claims such as "held / territory = 15%"; from Python or from a file. Out: a
Report, as a text's. The one idea: a fact sheet says its claims in one short form, the same in Python and in a file; a
form such as `held.share_of(territory) == "15%"` would need an `==` that does not compare, and a second grammar to learn.

>>> facts = Facts(territory="185,180 km²", held="about 27,000 km²")
>>> facts.claim("held / territory = 15%")
equation: consistent: held / territory is 14.6%
>>> facts.claim("share(part=held, whole=territory, share='51%')")
share: inconsistent: 27,000 km² of 185,180 km² is 15%, not 51%
>>> [check.verdict.value for check in facts.check().checks]
['consistent', 'inconsistent']
"""

from factcheck.facts.collection import Facts
from factcheck.facts.nouns import Fact, Stated
from factcheck.facts.sheet import load, loads

__all__ = ["Fact", "Facts", "Stated", "load", "loads"]
