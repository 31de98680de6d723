"""Paths of files by patterns."""

__all__ = ["escape", "glob", "iglob"]


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match, one by one."""
    yield from glob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match; ** stands for any folders when recursive."""
    import os
    import os.path
    from fnmatch import fnmatchcase

    pathname = os.fspath(pathname)
    absolute = pathname.startswith("/")
    names = [n for n in pathname.split("/") if n]
    start = "/" if absolute else ""

    def kept(name, pattern):
        return (include_hidden or not name.startswith(".") or pattern.startswith(".")) and fnmatchcase(name, pattern)

    def listed(folder):
        try:
            return os.listdir(os.path.join(root_dir or "", folder) or ".")
        except OSError:
            return []

    def select(folder, names):
        if not names:
            yield folder
            return
        first, rest = names[0], names[1:]
        if first == "**" and recursive:
            yield from select(folder, rest) if rest else [os.path.join(folder, "")] if folder else []
            for name in listed(folder):
                path = os.path.join(folder, name)
                if include_hidden or not name.startswith("."):
                    if os.path.isdir(os.path.join(root_dir or "", path)):
                        yield from select(path, names)
                    elif not rest:
                        yield path
        elif any(c in first for c in "*?["):
            for name in listed(folder):
                path = os.path.join(folder, name)
                if kept(name, first) and (not rest or os.path.isdir(os.path.join(root_dir or "", path))):
                    yield from select(path, rest)
        else:
            path = os.path.join(folder, first)
            if os.path.exists(os.path.join(root_dir or "", path)):
                yield from select(path, rest)

    return list(dict.fromkeys(select(start, names)))


def escape(pathname):
    """The pattern that matches this text alone."""
    return "".join([f"[{c}]" if c in "*?[" else c for c in pathname])
