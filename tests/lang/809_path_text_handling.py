from pathlib import PurePosixPath as P, PurePath
import os.path as op, posixpath, fnmatch
p = P("/home/user/models/gpt2.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.root, p.anchor, p.is_absolute(), p.parents[1], len(p.parents), p.with_name("x.txt"), p.with_suffix(".zip"), p.with_stem("bert"), p / "sub" / "f", "/etc" / P("x"), p.relative_to("/home"), p.is_relative_to("/usr"), p.match("*.gz"), p.match("models/*"), p.as_posix(), p.as_uri(), str(p), repr(P("a/b")), P("a") / "/b", P("a/./b//c/../d"), P(""), P("."), P("a", "b", P("c")), P("a") == P("a/"), P("a") < P("b"), hash(P("x")) == hash(P("x")), sorted([P("b"), P("a/z"), P("a")]), P("~/x").expanduser() if hasattr(P, "expanduser") else "", P("/").parent, P("a").parent, P("dir/.hidden").suffix, P("dir/.hidden.txt").stem, P("x.").suffix, os_fspath := __import__("os").fspath(P("q/w")))
for bad in (lambda: p.relative_to("/usr"), lambda: P("a").with_suffix("txt"), lambda: P("/").with_name("x"), lambda: P("a") / 5, lambda: P(5), lambda: P("a").as_uri(), lambda: P("").with_suffix(".x"), lambda: P("a").match(""), lambda: P("a") < "b"):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(op.join("a", "b", "/c", "d"), op.join("a", ""), op.split("/x/y.z"), op.splitext("a.tar.gz"), op.splitext(".bashrc"), op.basename("/a/b/"), op.dirname("/a/b"), op.normpath("a//b/./c/../d"), op.normpath(""), op.isabs("/x"), op.commonprefix(["/usr/lib", "/usr/local"]), op.commonpath(["/usr/lib", "/usr/local/x"]), op.relpath("/a/b/c", "/a/d"), op.splitdrive("/x"), op.join("/a", "../b"), op.sep, op.extsep, op.curdir, op.normcase("A/b"), posixpath.join("x", "y"))
for bad in (lambda: op.join("a", 5), lambda: op.commonpath([]), lambda: op.commonpath(["/a", "b"]), lambda: op.basename(5)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, str(e)[:60])
print(fnmatch.filter(["a.py", "b.txt", "c.PY"], "*.py"), fnmatch.fnmatch("abc", "a?c"), fnmatch.fnmatchcase("A", "a"), fnmatch.fnmatch("x1", "x[0-9]"), fnmatch.fnmatch("x1", "x[!0-9]"), fnmatch.translate("*.t?t"))
def tree(paths):
    root = {}
    for s in paths:
        node = root
        for part in P(s).parts: node = node.setdefault(part, {})
    def show(n, pre=""):
        items = sorted(n.items())
        for i, (k, v) in enumerate(items):
            last = i == len(items) - 1; yield pre + ("└── " if last else "├── ") + k; yield from show(v, pre + ("    " if last else "│   "))
    return "\n".join(show(root))
print(tree(["src/a.c", "src/lib/b.c", "README", "src/lib/c.h"]))
