"""Streams in memory; the files themselves are open()'s."""

from builtins import open

__all__ = ["open", "StringIO", "BytesIO", "IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase", "TextIOWrapper",
           "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE"]

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    """A stream cannot do this."""


class IOBase:
    """What every stream has."""

    closed = False

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _refuse(self, name):
        raise UnsupportedOperation(name)

    def close(self):
        """No use after this."""
        self.closed = True

    def flush(self):
        self._check_open()

    def fileno(self):
        self._refuse("fileno")

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        """A list of lines."""
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        """Writes every line."""
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Base class of unbuffered streams."""


class BufferedIOBase(IOBase):
    """Base class of streams of bytes."""


class TextIOBase(IOBase):
    """Base class of streams of text."""

    encoding = errors = newlines = None


class TextIOWrapper(TextIOBase):
    """Text over a stream of bytes."""

    def __init__(self, buffer, encoding="utf-8", errors=None, newline=None, line_buffering=False,
                 write_through=False):
        self.buffer, self.encoding, self.errors = buffer, encoding or "utf-8", errors or "strict"

    def read(self, size=-1):
        return self.buffer.read(size).decode(self.encoding, self.errors)

    def readline(self, size=-1):
        return self.buffer.readline(size).decode(self.encoding, self.errors)

    def write(self, text):
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(text)


class _MemoryStream(IOBase):
    """A position in a value that grows. Subclasses say what it consists of."""

    _empty = _newline = None

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def _contents(self):
        """All of it, as one value; pieces written one after the other are joined when somebody looks."""
        if self._pieces:
            self._value += self._empty.join(self._pieces)
            self._pieces = []
        return self._value

    def getvalue(self):
        """All that the stream holds."""
        self._check_open()
        return self._contents()

    def tell(self):
        self._check_open()
        return self._pos

    def seek(self, pos, whence=0):
        """Moves to a position; the new one."""
        self._check_open()
        end = len(self._contents())
        if whence == 0 and pos < 0:
            raise ValueError(self._negative_seek(pos))
        if self._text and whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._pos = max(0, (0, self._pos, end)[whence] + pos)
        self._at_end = self._pos == end
        return self._pos

    def truncate(self, pos=None):
        """Cuts at a position (here, without one)."""
        self._check_open()
        pos = self._pos if pos is None else pos
        if pos < 0:
            raise ValueError("Negative size value %d" % pos)
        self._value = self._contents()[:pos]
        self._at_end = self._pos == len(self._value)
        return pos

    def read(self, size=-1):
        """At most size items from here; all without a size."""
        self._check_open()
        value = self._contents()
        end = len(value) if size is None or size < 0 else min(len(value), self._pos + size)
        got = value[self._pos:end]
        self._pos = max(self._pos, end)
        self._at_end = self._pos == len(value)
        return got

    def readline(self, size=-1):
        """One line with its end."""
        self._check_open()
        value = self._contents()
        end = value.find(self._newline, self._pos) + 1 or len(value)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        got = value[self._pos:end]
        self._pos = max(self._pos, end)
        self._at_end = self._pos == len(value)
        return got

    def _put(self, data):
        n = len(data)
        if self._at_end:
            self._pieces.append(data)
        else:
            value = self._contents()
            if self._pos > len(value):
                value += self._padding * (self._pos - len(value))
            self._value = value[:self._pos] + data + value[self._pos + n:]
            self._at_end = self._pos + n >= len(self._value)
        self._pos += n


class StringIO(_MemoryStream, TextIOBase):
    """A stream of text in memory."""

    _text, _empty, _newline, _padding = True, "", "\n", "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._translate = newline
        self._value, self._pieces, self._pos = self._lines(initial_value or ""), [], 0
        self._at_end = not self._value

    def _lines(self, text):
        if self._translate is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._translate in ("\r", "\r\n"):
            return text.replace("\n", self._translate)
        return text

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _negative_seek(self, pos):
        return f"Negative seek position {pos}"

    def write(self, text, /):
        """Writes text; the number of characters."""
        self._check_open()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got {type(text).__name__!r}")
        if text:
            self._put(text if self._translate == "\n" else self._lines(text))
        return len(text)


class BytesIO(_MemoryStream, BufferedIOBase):
    """A stream of bytes in memory."""

    _text, _empty, _newline, _padding = False, b"", b"\n", b"\0"

    def __init__(self, initial_bytes=b""):
        if not isinstance(initial_bytes, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not {type(initial_bytes).__name__!r}")
        self._value, self._pieces, self._pos = bytes(initial_bytes), [], 0
        self._at_end = not self._value

    def _negative_seek(self, pos):
        return f"negative seek value {pos}"

    def write(self, data, /):
        """Writes bytes; how many."""
        self._check_open()
        if isinstance(data, (str, int)):
            raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
        data = bytes(data)
        if data:
            self._put(data)
        return len(data)

    read1 = _MemoryStream.read

    def readinto(self, buffer):
        """Fills a bytearray from here; how many bytes."""
        got = self.read(len(buffer))
        buffer[:len(got)] = got
        return len(got)

    def getbuffer(self):
        """The bytes."""
        return self.getvalue()
