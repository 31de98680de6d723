"""Paths as objects. Files are read inside the notebook's folder, never written or removed."""

import os as _os
from os import path as _path

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


def _parts_of(text):
    """(root, names)."""
    root = "/" if text.startswith("/") else ""
    if text.startswith("//") and not text.startswith("///"):
        root = "//"
    return root, [part for part in text.split("/") if part and part != "."]


class PurePath:
    """A path that touches no file."""

    __slots__ = ("_root", "_names", "_text")

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        root, names = "", []
        for arg in args:
            if isinstance(arg, PurePath):
                other, more = arg._root, arg._names
            else:
                text = _os.fspath(arg) if not isinstance(arg, str) else arg
                if not isinstance(text, str):
                    raise TypeError("argument should be a str object or an os.PathLike object returning str, "
                                    f"not {type(text)!r}")
                other, more = _parts_of(text)
            root, names = (other, list(more)) if other else (root, names + list(more))
        return cls._made(root, names)

    @classmethod
    def _made(cls, root, names):
        self = object.__new__(cls)
        self._root, self._names = root, tuple(names)
        self._text = root + "/".join(names) or "."
        return self

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def as_posix(self):
        """The text with slashes."""
        return self._text

    def __bytes__(self):
        return self._text.encode()

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def as_uri(self):
        """file:///…"""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/"
        return "file://" + "".join([c if c in safe else "".join([f"%{b:02X}" for b in c.encode()])
                                    for c in self._text])

    # --- comparing --------------------------------------------------------------------------------

    def _key(self):
        return self.parts

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._root == other._root and self._names == other._names

    def __hash__(self):
        return hash((self._root, self._names))

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    # --- parts ------------------------------------------------------------------------------------

    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def parts(self):
        """The root and the names, as a tuple."""
        return (self._root, *self._names) if self._root else self._names

    @property
    def name(self):
        """The last part."""
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        """The last extension, with its dot."""
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All extensions."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The last part without its extension."""
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        """Without the last part."""
        return self._made(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        """All paths above, nearest first."""
        return _Parents(self)

    def is_absolute(self):
        """Does it begin at the root?"""
        return bool(self._root)

    def is_reserved(self):
        """False."""
        return False

    # --- new paths --------------------------------------------------------------------------------

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *others):
        """With more parts behind it."""
        return type(self)(self, *others)

    def with_name(self, name):
        """With another last part."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, (*self._names[:-1], name))

    def with_stem(self, stem):
        """With another name before the extension."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """With another extension ('' removes it)."""
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        return self._made(self._root, (*self._names[:-1], (name[:-len(old)] if old else name) + suffix))

    def relative_to(self, *other):
        """The way from another path to this one."""
        if not other:
            raise TypeError("need at least one argument")
        base = type(self)(*other)
        n = len(base._names)
        if base._root != self._root or base._names != self._names[:n]:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the "
                             "other is absolute.")
        return self._made("", self._names[n:])

    def is_relative_to(self, *other):
        """Is it below another path?"""
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def match(self, pattern):
        """Does it match a pattern like '*.txt' from the right?"""
        root, names = _parts_of(_os.fspath(pattern))
        if not names and not root:
            raise ValueError("empty pattern")
        if root and (root != self._root or len(names) != len(self._names)) or len(names) > len(self._names):
            return False
        from fnmatch import fnmatchcase

        return all(fnmatchcase(a, b) for a, b in zip(reversed(self._names), reversed(names)))

    def __reduce__(self):
        return type(self), self.parts

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return cls


class _Parents:
    """The paths above one, nearest first."""

    def __init__(self, path):
        self._path = path
        self._count = len(path._names)

    def __len__(self):
        return self._count

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple([self[k] for k in range(*i.indices(self._count))])
        if not -self._count <= i < self._count:
            raise IndexError(i)
        i %= self._count
        return self._path._made(self._path._root, self._path._names[:self._count - 1 - i])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePosixPath(PurePath):
    """A path with slashes."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    """Paths of Windows are not known here."""

    def __new__(cls, *args):
        raise NotImplementedError("paths of Windows are not known here: use PurePosixPath")


class Path(PurePath):
    """A path to a file or folder inside the notebook's folder."""

    __slots__ = ()

    @classmethod
    def cwd(cls):
        """The notebook's folder."""
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        """The home folder."""
        return cls(_path.expanduser("~"))

    def absolute(self):
        """From the root."""
        return self if self.is_absolute() else type(self)(_os.getcwd(), self)

    def resolve(self, strict=False):
        """From the root, without `..`."""
        if strict and not self.exists():
            raise FileNotFoundError(2, "No such file or directory", str(self))
        return type(self)(_path.abspath(self._text))

    def expanduser(self):
        """With the home folder for ~."""
        return type(self)(_path.expanduser(self._text))

    def exists(self):
        """Is there such a file or folder?"""
        return _path.exists(self._text)

    def is_file(self):
        """Is it a file?"""
        return _path.isfile(self._text)

    def is_dir(self):
        """Is it a folder?"""
        return _path.isdir(self._text)

    def is_symlink(self):
        """False: links are followed."""
        return False

    def samefile(self, other_path):
        """Are they the same place?"""
        return _path.samefile(self._text, other_path)

    def stat(self, *, follow_symlinks=True):
        """Size and kind."""
        return _os.stat(self._text)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """The file, to be read."""
        return open(self._text, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        """The whole file as text."""
        with self.open("r", encoding=encoding, errors=errors) as f:
            return f.read()

    def read_bytes(self):
        """The whole file as bytes."""
        with self.open("rb") as f:
            return f.read()

    def iterdir(self):
        """The paths in a folder."""
        for name in _os.listdir(self._text):
            yield self._made(self._root, (*self._names, name))

    def glob(self, pattern):
        """The paths below a folder that match a pattern like '*.txt' or '**/*.json'."""
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        root, names = _parts_of(_os.fspath(pattern))
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        yield from dict.fromkeys(self._select(names))

    def rglob(self, pattern):
        """glob('**/' + pattern)."""
        return self.glob("**/" + pattern)

    def _select(self, names):
        if not names:
            yield self
            return
        first, rest = names[0], names[1:]
        if first == "**":
            yield from self._select(rest)
            for child in self._children():
                if child.is_dir():
                    yield from child._select(names)
            return
        if not any(c in first for c in "*?["):
            child = self._made(self._root, (*self._names, first))
            if child.exists():
                yield from child._select(rest)
            return
        from fnmatch import fnmatchcase

        for child in self._children():
            if fnmatchcase(child.name, first) and (not rest or child.is_dir()):
                yield from child._select(rest)

    def _children(self):
        try:
            return list(self.iterdir())
        except OSError:
            return []

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


def _refused(name):
    def refuse(self, *args, **kwargs):
        raise PermissionError(f"Path.{name}: a notebook reads files, it does not change them")

    refuse.__name__ = name
    return refuse


for _name in ("write_text", "write_bytes", "mkdir", "rmdir", "unlink", "rename", "replace", "touch", "chmod",
              "symlink_to", "hardlink_to"):
    setattr(Path, _name, _refused(_name))


class PosixPath(Path, PurePosixPath):
    """What Path() makes."""

    __slots__ = ()


class WindowsPath(Path):
    """Paths of Windows are not known here."""

    def __new__(cls, *args):
        raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
