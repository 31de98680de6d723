from __future__ import annotations
import html
import keyword
import numbers
import reprlib
import string
import timeit
import platform
import fnmatch
import glob

print(isinstance(3, numbers.Number), isinstance(3.5, numbers.Integral), isinstance(True, numbers.Integral), isinstance(2j, numbers.Complex), isinstance(1.5, numbers.Real), isinstance("3", numbers.Number))
print(html.escape("<b>\"A\" & 'B'</b>"), html.unescape("&lt;p&gt; &amp; &quot;x&quot; &#65;"), html.escape("'q'", quote=False))
print(keyword.iskeyword("for"), keyword.iskeyword("print"), len(keyword.kwlist), keyword.issoftkeyword("match"))
print(reprlib.repr(list(range(1000))), reprlib.repr("a" * 200), reprlib.repr({"k%d" % i: i for i in range(20)}))
print(timeit.timeit(lambda: sum(range(10)), number=100) > 0, len(timeit.repeat(lambda: None, number=10, repeat=3)), timeit.default_timer() > 0)
print(fnmatch.fnmatch("model.layers.3.mlp", "model.layers.*.mlp"), fnmatch.filter(["a.py", "b.txt"], "*.py"), fnmatch.fnmatchcase("A", "a"), glob.glob("no_such_*_file"))
print(platform.python_version_tuple()[0], platform.system())
import abc, collections.abc, contextlib, copy, dataclasses, enum, typing, types, textwrap, statistics, datetime, fractions, decimal, inspect, logging, csv, io, traceback, hashlib, base64, warnings, os, pathlib, pprint, operator, functools, itertools, math, random, time, json, re, sys, gc
print(sorted(m for m in ("abc", "copy", "json") if m in globals()), collections.abc.Mapping.__name__, os.path.basename("a/b"))
def f(x: NotDefined) -> AlsoNot: return x
print(f(1), f.__annotations__)
