"""Records what CPython 3.11 says of broken texts.

    python3.11 tests/oracle/syntax_errors.py < tests/golden/lang/broken.txt > tests/golden/lang/broken.expect

A line of broken.txt is one text, with \\n for line ends. A line of the output is

    class|line|column|end line|end column|message

columns from 1, counted in characters as CPython counts them; "ok" for a text it compiles.
"""
import sys
import warnings

warnings.simplefilter("ignore")
for line in sys.stdin.read().split("\n")[:-1]:
    text = line.replace("\\n", "\n") if "\\N" not in line else line
    try:
        compile(text, "<test>", "exec")
        print("ok")
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.offset, e.end_lineno, e.end_offset, e.msg, sep="|")
