import collections.abc
import itertools
import json
import re
import sys

import os.path as path_module

for name in ("sys", "re", "json", "itertools", "collections", "collections.abc", "os", "os.path"):
    print(name, name in sys.modules)
print(sys.modules["json"] is json, sys.modules["re"].__name__, itertools.__name__, json.__name__, path_module.join("a", "b"))
print(hasattr(re, "compile"), hasattr(itertools, "nothing"), callable(json.dumps), sorted(n for n in dir(itertools) if n.startswith("c")), [n for n in json.__all__])
from math import *

print(sqrt(16), pi, "sqrt" in globals(), "inf" in dir())
from math import floor as f, ceil

print(f(2.5), ceil(2.5))


def missing():
    import nothing_here


def missing_name():
    from math import nothing


def missing_part():
    import json.nothing


def no_package():
    import math.sub


for attempt in (missing, missing_name, missing_part, no_package):
    try:
        attempt()
    except ImportError as e:
        print(type(e).__name__, str(e).split(" (")[0], getattr(e, "name", None))
try:
    import math

    math.nothing
except AttributeError as e:
    print(e)
math.extra = 5
import math as again

print(again.extra, again is math, math.__name__, type(math).__name__, str(re)[:12])
del math.extra
print(hasattr(math, "extra"), getattr(math, "tau", None) == 2 * math.pi, "math" in str(math), vars(math)["pi"])


def local():
    import random as r

    return r.Random(1).random(), "r" in locals(), "r" in globals()


print(local())
import functools, operator as op

print(functools.reduce(op.add, [1, 2, 3]), functools.partial.__module__, op.itemgetter.__module__, re.Pattern.__module__, collections.abc.Iterable.__name__)
