"""Compares syntax trees with CPython 3.11's.

    python3.11 tests/oracle/syntax.py COMMAND FILE.py...

COMMAND prints the tree of the file that is its last argument (`glassbox show ast`). Files that use async
or except* are skipped: the cell language leaves them out. Prints the files that differ and a count.
"""
import ast
import subprocess
import sys
import warnings

OUT = (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await, ast.TryStar)
SKIPPED = {"type_comment", "type_ignores"}


def dump(node, level=0):
    """The tree as gb_ast_print writes it."""
    pad = " " * (level + 1)
    if isinstance(node, ast.AST):
        parts = []
        for name, value in ast.iter_fields(node):
            if name in SKIPPED or name == "kind" and value is None:
                continue
            if value is None and not isinstance(node, (ast.Constant, ast.MatchSingleton)):
                continue
            if value is None and name != "value":
                continue
            parts.append(f"\n{pad}{name}=" + dump(value, level + 1))
        return type(node).__name__ + "(" + ",".join(parts) + ")"
    if isinstance(node, list):
        if not node:
            return "[]"
        return "[" + ",".join("\n" + pad + dump(x, level + 1) for x in node) + "]"
    if isinstance(node, str):
        return quote(node)
    if isinstance(node, int) and not isinstance(node, bool) and not -2**63 <= node < 2**63:
        return hex(node)
    return repr(node)


def quote(text):
    mark = '"' if "'" in text and '"' not in text else "'"
    out = mark
    for c in text:
        if c in "\\" + mark:
            out += "\\" + c
        elif c in "\n\t\r":
            out += {"\n": "\\n", "\t": "\\t", "\r": "\\r"}[c]
        elif ord(c) < 32 or ord(c) == 127:
            out += f"\\x{ord(c):02x}"
        else:
            out += c
    return out + mark


def main():
    command, same, skipped, different = sys.argv[1].split(), 0, 0, []
    sys.setrecursionlimit(20000)
    warnings.simplefilter("ignore")
    for path in sys.argv[2:]:
        try:
            data = open(path, "rb").read()
            tree = ast.parse(data)
        except (SyntaxError, ValueError):
            tree = None
        if tree:
            gone = any(isinstance(n, OUT) or getattr(n, "is_async", 0) for n in ast.walk(tree))
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                gone = True
            if gone:
                skipped += 1
                continue
        run = subprocess.run(command + [path], capture_output=True)
        text = run.stdout.decode("utf-8", "surrogatepass")
        if tree is None:
            ok = run.returncode != 0
            wanted = "an error\n"
        else:
            wanted = dump(tree) + "\n"
            ok = text == wanted
        if ok:
            same += 1
            continue
        different.append(path)
        for a, b in zip(text.split("\n"), wanted.split("\n")):
            if a != b:
                print(f"{path}: {a.strip()!r} but CPython has {b.strip()!r}")
                break
        else:
            print(f"{path}: {text[:200]!r}")
    print(f"{same} equal, {len(different)} different, {skipped} skipped")
    return bool(different)


sys.exit(main())
