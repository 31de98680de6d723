"""The environment and paths. Files are read inside the notebook's folder, never written or removed."""

import _files

name = "posix"
sep, altsep, extsep, pathsep = "/", None, ".", ":"
linesep = "\n"
curdir, pardir, devnull, defpath = ".", "..", "/dev/null", "/bin:/usr/bin"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
error = OSError


class _Environ(dict):
    """The environment's variables."""

    def __getitem__(self, key):
        self._check(key)
        return dict.__getitem__(self, key)

    def __setitem__(self, key, value):
        self._check(key)
        self._check(value)
        _files.set_variable(key, value)
        dict.__setitem__(self, key, value)

    def __delitem__(self, key):
        dict.__delitem__(self, key)
        _files.set_variable(key, None)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def pop(self, key, *default):
        if key in self:
            _files.set_variable(key, None)
        return dict.pop(self, key, *default)

    def _check(self, text):
        if not isinstance(text, str):
            raise TypeError(f"str expected, not {type(text).__name__}")

    def __repr__(self):
        return f"environ({dict.__repr__(self)})"

    def copy(self):
        return dict(self)


environ = _Environ(_files.environment())


def getenv(key, default=None):
    """The variable, or default."""
    return environ.get(key, default)


def putenv(key, value, /):
    """Sets a variable."""
    environ[key] = value


def unsetenv(key, /):
    """Removes a variable."""
    environ.pop(key, None)


def getcwd():
    """The notebook's folder."""
    return _files.folder()


def getpid():
    """A number for this process."""
    return _files.process()


def cpu_count():
    """Processors."""
    return _files.processors()


def fspath(path):
    """The text of a path."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    text = method(path)
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, "
                        f"not {type(text).__name__}")
    return text


def fsencode(filename):
    """As bytes."""
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    """As text."""
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def _kind(path):
    place = _files.place(path)
    return place and place[0]


def listdir(path="."):
    """The names in a folder."""
    path = fspath(path)
    names = _files.names(path)
    if names is None:
        if _kind(path) is None:
            raise FileNotFoundError(2, "No such file or directory", path)
        raise NotADirectoryError(20, "Not a directory", path)
    return names


class DirEntry:
    """One name in a folder."""

    def __init__(self, folder, name):
        self.name = name
        self.path = name if folder == "." else f"{folder.rstrip('/')}/{name}"

    def is_file(self, *, follow_symlinks=True):
        return _kind(self.path) == "file"

    def is_dir(self, *, follow_symlinks=True):
        return _kind(self.path) == "folder"

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class scandir:
    """The names in a folder, as DirEntry."""

    def __init__(self, path="."):
        path = fspath(path)
        self._entries = iter([DirEntry(path, name) for name in listdir(path)])

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, names of folders, names of files) for a folder and all below it."""
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [n for n in names if _kind(f"{top}/{n}") == "folder"]
    files = [n for n in names if n not in folders]
    if topdown:
        yield top, folders, files
    for n in folders:
        yield from walk(f"{top.rstrip('/')}/{n}", topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


class stat_result:
    """What is known of a file."""

    def __init__(self, size, mode):
        self.st_size, self.st_mode = size, mode

    def __repr__(self):
        return f"os.stat_result(st_mode={self.st_mode}, st_size={self.st_size})"


def stat(path, **kwargs):
    """Size and kind of a file."""
    text = fspath(path)
    place = _files.place(text)
    if place is None:
        raise FileNotFoundError(2, "No such file or directory", text)
    return stat_result(place[1], 0o100644 if place[0] == "file" else 0o040755)


def access(path, mode, **kwargs):
    """Can it be read?"""
    return _kind(fspath(path)) is not None and not mode & W_OK


def urandom(size, /):
    """Random bytes."""
    import random

    return random.SystemRandom().randbytes(size) if hasattr(random, "SystemRandom") else random.randbytes(size)


class PathLike:
    """Has __fspath__."""

    __class_getitem__ = classmethod(type(list[int]))


def _refused(name):
    def refuse(*args, **kwargs):
        raise PermissionError(f"os.{name}: a notebook reads files, it does not change them or run programs")

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


for _name in ("mkdir", "makedirs", "remove", "unlink", "rmdir", "removedirs", "rename", "renames", "replace", "chdir",
              "system", "popen", "symlink", "link", "chmod", "kill", "fork", "execv", "truncate", "utime"):
    globals()[_name] = _refused(_name)
