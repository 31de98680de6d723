# Each module that a notebook may import is there.
NAMES = """math random time json re string collections collections.abc itertools functools operator contextlib copy typing enum
dataclasses abc warnings os os.path sys pathlib textwrap gc statistics bisect heapq pprint types inspect io csv datetime decimal
fractions hashlib base64 binascii html fnmatch glob keyword logging numbers platform posixpath reprlib timeit cmath traceback builtins
__future__""".split()
import sys
for name in NAMES:
    module = __import__(name)
    for part in name.split(".")[1:]: module = getattr(module, part)
    print(name, type(module).__name__, name in sys.modules or name == "os.path")
import os.path as p, collections.abc as abc, json as j
from math import *
from os import path
from collections import *
print(p is path, abc.Sequence.__name__, j.dumps([pi]), floor(2.5), deque([1]))
for bad in ("no_such_module", "os.nothing", "math.pi", "collections.missing.deeper"):
    try: __import__(bad)
    except ImportError as e: print(type(e).__name__, e.name)
try: from math import nothing
except ImportError as e: print(type(e).__name__, str(e)[:41])
try: import json.nothing
except ModuleNotFoundError as e: print(e)
