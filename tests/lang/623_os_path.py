import os
import os.path as osp
from os.path import basename, dirname, exists, join, splitext

print(join("data", "raw", "x.csv"), join("a", "/abs"), join("a/", "b"), join("", "x"), join("a", ""))
for p in ("/home/u/file.tar.gz", "file", ".hidden", "dir/", "/", "a/b.c/d", ""):
    print(repr(p), basename(p), dirname(p), splitext(p), osp.split(p), osp.isabs(p), osp.normpath(p))
print(osp.relpath("/a/b/c", "/a/x"), osp.commonpath(["/a/b/c", "/a/b/d"]), osp.commonprefix(["flow", "flower", "flight"]))
print(exists("/definitely/not/here"), osp.isfile("nope.txt"), osp.isdir("nope"), osp.normpath("a/./b/../c//d"))
os.environ["DEMO_VAR"] = "42"
print(os.environ["DEMO_VAR"], os.getenv("DEMO_VAR"), os.getenv("MISSING_VAR"), os.getenv("MISSING_VAR", "default"), os.environ.get("MISSING_VAR"), "DEMO_VAR" in os.environ)
del os.environ["DEMO_VAR"]
print("DEMO_VAR" in os.environ, os.environ.pop("DEMO_VAR", None), os.environ.setdefault("DEMO_VAR", "x"))
try:
    os.environ["NOT_SET_AT_ALL"]
except KeyError as e:
    print("KeyError", e)
try:
    os.environ["A"] = 1
except TypeError as e:
    print(e)
print(os.sep, repr(os.linesep), os.name, os.curdir, os.pardir, os.extsep, os.pathsep, osp.sep)
print(osp.expandvars("$DEMO_VAR/${DEMO_VAR}/$UNSET_XYZ"), osp.expanduser("plain"), osp.abspath("/a/b/../c"), isinstance(os.getcwd(), str))
try:
    os.listdir("no_such_folder")
except FileNotFoundError as e:
    print(type(e).__name__)
try:
    join("a", 5)
except TypeError as e:
    print(e)
name, ext = splitext("model.safetensors")
print(name, ext, ext.lstrip("."), osp.splitext(osp.basename("/x/y/report.final.txt"))[0])
