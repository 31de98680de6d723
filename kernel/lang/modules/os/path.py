"""Paths as text."""

import os as _os
from os import _files, _kind

sep, altsep, extsep, pathsep, curdir, pardir, defpath, devnull = "/", None, ".", ":", ".", "..", "/bin:/usr/bin", \
    "/dev/null"
supports_unicode_filenames = False


def _text(path):
    return path if type(path) is str else _os.fspath(path)


def isabs(s):
    """Does it begin at the root?"""
    return _text(s).startswith("/")


def join(a, /, *p):
    """The parts with slashes between them; an absolute part starts anew."""
    path = _text(a)
    for b in p:
        if type(b) is not str:
            if not isinstance(b, (str, bytes)) and not hasattr(b, "__fspath__"):
                raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not "
                                f"{type(b).__name__!r}")
            b = _text(b)
        if b.startswith("/"):
            path = b
        elif not path or path.endswith("/"):
            path += b
        else:
            path += "/" + b
    return path


def split(p):
    """(all before the last slash, the rest)."""
    p = _text(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head.strip("/"):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    """What is behind the last slash."""
    p = _text(p)
    return p[p.rfind("/") + 1:]


def dirname(p):
    """What is before the last slash."""
    return split(p)[0]


def splitext(p):
    """(all but the extension, the extension with its dot)."""
    p = _text(p)
    name = p[p.rfind("/") + 1:]
    stripped = name.lstrip(".")
    dot = stripped.rfind(".")
    if dot < 0:
        return p, ""
    n = len(stripped) - dot
    return p[:-n], p[-n:]


def splitdrive(p):
    """("", path)."""
    return "", _text(p)


def normpath(path):
    """Without `.`, `..` and double slashes."""
    path = _text(path)
    if not path:
        return "."
    root = "/" if path.startswith("/") else ""
    if path.startswith("//") and not path.startswith("///"):
        root = "//"
    kept = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or not root and not kept or kept and kept[-1] == "..":
            kept.append(part)
        elif kept:
            kept.pop()
    return root + "/".join(kept) or "."


def abspath(path):
    """From the root, normalized."""
    path = _text(path)
    return normpath(path if path.startswith("/") else join(_files.folder(), path))


realpath = abspath


def relpath(path, start="."):
    """The way from start to path."""
    if not path:
        raise ValueError("no path specified")
    here = [p for p in abspath(start).split("/") if p]
    there = [p for p in abspath(path).split("/") if p]
    same = len(commonprefix([here, there]))
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(m):
    """What all begin with, character by character."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [_text(p) for p in m]
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest path that all are below."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [_text(p) for p in paths]
    absolute = {p.startswith("/") for p in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[c for c in p.split("/") if c and c != "."] for p in paths]
    return ("/" if absolute.pop() else "") + "/".join(commonprefix(split_paths))


def normcase(s):
    """The path."""
    return _text(s)


def expanduser(path):
    """With the home folder for ~."""
    path = _text(path)
    if path == "~" or path.startswith("~/"):
        return (_os.environ.get("HOME", "~").rstrip("/") or "/") + path[1:]
    return path


def expandvars(path):
    """With the environment's variables for $NAME and ${NAME}."""
    path = _text(path)
    out, at = [], 0
    while at < len(path):
        if path[at] != "$":
            end = path.find("$", at)
            end = len(path) if end < 0 else end
            out.append(path[at:end])
        elif path.startswith("${", at) and path.find("}", at) > 0:
            end = path.index("}", at) + 1
            out.append(_os.environ.get(path[at + 2:end - 1], path[at:end]))
        else:
            end = at + 1
            while end < len(path) and (path[end].isalnum() or path[end] == "_"):
                end += 1
            out.append(_os.environ.get(path[at + 1:end], path[at:end]))
        at = end
    return "".join(out)


def exists(path):
    """Is there such a file or folder?"""
    return _kind(_text(path)) is not None


lexists = exists


def isfile(path):
    """Is it a file?"""
    return _kind(_text(path)) == "file"


def isdir(s):
    """Is it a folder?"""
    return _kind(_text(s)) == "folder"


def islink(path):
    """False: links are followed."""
    return False


def ismount(path):
    """Is it the root?"""
    return normpath(path) == "/"


def getsize(filename):
    """Bytes of a file."""
    return _os.stat(filename).st_size


def samefile(f1, f2):
    """Are they the same place?"""
    return abspath(f1) == abspath(f2)
