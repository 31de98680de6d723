from pathlib import Path, PurePath, PurePosixPath

p = Path("data") / "raw" / "file.tar.gz"
print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.parent.parent, p.parents[1], repr(p))
print(p.with_suffix(".zip"), p.with_name("other.txt"), p.with_stem("x"), p / "more", "pre" / p, p.joinpath("a", "b"))
print(Path("/usr/lib").is_absolute(), Path("/a/b/c").relative_to("/a"), Path("a").is_relative_to("a"), Path("/a/./b//c"), Path("."), Path(), str(Path("x")))
print(sorted([Path("b"), Path("a/c"), Path("a")]), Path("a") == Path("a/"), Path("a") < Path("b"), len({Path("q"), Path("q")}), hash(Path("z")) == hash(Path("z")))
print(p.match("*.gz"), p.match("raw/*"), Path("a/b.py").match("*.txt"), p.as_posix(), f"{p}", "%s" % p, [str(x) for x in p.parents])
print(Path("nope").exists(), Path("nope").is_file(), Path("nope").is_dir(), isinstance(p, PurePath), PurePosixPath("a/b").name, Path.cwd().is_absolute())
for f in (lambda: Path("a").relative_to("b"), lambda: Path("a").with_suffix("bad"), lambda: Path("").with_name("x"), lambda: Path("missing.txt").read_text(), lambda: Path(5), lambda: Path("a") / 5):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e if "missing" not in str(e) else "missing")
print(Path("archive.tar.gz").stem, Path(".gitignore").suffix, Path("/").parent, Path("a/b/..").name, Path("noext").suffix == "", Path("/root/x").anchor)
files = ["train.csv", "test.csv", "notes.md", "img/a.png"]
print([Path(f).stem for f in files if Path(f).suffix == ".csv"], {Path(f).suffix for f in files} == {".csv", ".md", ".png"}, Path("img/a.png").parent.name)
