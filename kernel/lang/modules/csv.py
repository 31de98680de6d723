"""Tables as text: rows of fields separated by commas."""

__version__ = "1.0"
__all__ = ["__version__", "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3


class Error(Exception):
    """A table that cannot be read or written."""


class Dialect:
    """How a table is written."""

    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    """As Excel writes CSV."""


class excel_tab(excel):
    """With tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """As on Unix."""

    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name, dialect=excel, **fmtparams):
    """Names a dialect."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _settings(dialect, fmtparams)


def unregister_dialect(name):
    """Forgets a dialect."""
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    """The dialect of this name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    """The names of dialects."""
    return list(_dialects)


def field_size_limit(limit=None):
    """Fields are not limited."""
    return 131072


def _settings(dialect, params):
    """A Dialect with these parameters on top."""
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    made = Dialect()
    for name in ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator",
                 "quoting", "strict"):
        value = params.pop(name) if name in params else getattr(dialect, name, getattr(Dialect, name))
        setattr(made, name, value)
    if params:
        raise TypeError(f"{next(iter(params))!r} is an invalid keyword argument for this function")
    if not isinstance(made.delimiter, str):
        raise TypeError(f'"delimiter" must be string, not {type(made.delimiter).__name__}')
    if len(made.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    if made.quotechar is not None and (not isinstance(made.quotechar, str) or len(made.quotechar) > 1):
        raise TypeError('"quotechar" must be a 1-character string')
    if made.quoting not in (0, 1, 2, 3):
        raise TypeError('bad "quoting" value')
    if not made.quotechar and made.quoting != QUOTE_NONE:
        raise TypeError("quotechar must be set if quoting enabled")
    return made


# --- reading ------------------------------------------------------------------------------------------------------


class _Reader:
    """Rows of a table, one by one."""

    def __init__(self, lines, dialect):
        self.dialect = dialect
        self.line_num = 0
        self._lines = iter(lines)

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in "
                        "text mode)")
        self.line_num += 1
        return line

    def __next__(self):
        line = self._line()
        d = self.dialect
        if (d.quotechar is None or d.quotechar not in line) and d.escapechar is None and not d.skipinitialspace \
                and d.quoting != QUOTE_NONNUMERIC:
            text = line.rstrip("\r\n")
            return text.split(d.delimiter) if text else []
        return self._parse(line)

    def _parse(self, line):
        """One row from a line, and from further ones while a quoted field is open."""
        d = self.dialect
        row, field, i = [], [], 0
        state, was_quoted = "start", False  # start, plain, quoted, closed (behind the end quote)
        while True:
            while i < len(line):
                c = line[i]
                i += 1
                if state == "quoted":
                    if c == d.escapechar and i < len(line):
                        field.append(line[i])
                        i += 1
                    elif c == d.quotechar and d.doublequote and line[i:i + 1] == d.quotechar:
                        field.append(c)
                        i += 1
                    elif c == d.quotechar:
                        state = "closed"
                    else:
                        field.append(c)
                elif c == d.delimiter:
                    row.append(self._value(field, was_quoted))
                    field, state, was_quoted = [], "start", False
                elif c in "\r\n":
                    break
                elif c == d.escapechar and i < len(line):
                    field.append(line[i])
                    i += 1
                    state = "plain"
                elif state == "start" and c == d.quotechar and d.quoting != QUOTE_NONE:
                    state, was_quoted = "quoted", True
                elif state == "start" and c == " " and d.skipinitialspace:
                    pass
                elif state == "closed" and d.strict:
                    raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                else:
                    field.append(c)
                    state = "plain"
            if state != "quoted":
                break
            try:
                line, i = self._line(), 0
            except StopIteration:
                if d.strict:
                    raise Error("unexpected end of data") from None
                break
        if row or field or was_quoted or state != "start":
            row.append(self._value(field, was_quoted))
        return row

    def _value(self, field, was_quoted):
        text = "".join(field)
        if self.dialect.quoting == QUOTE_NONNUMERIC and not was_quoted:
            return float(text)
        return text


def reader(csvfile, dialect="excel", **fmtparams):
    """The rows of lines of text."""
    return _Reader(csvfile, _settings(dialect, fmtparams))


# --- writing ------------------------------------------------------------------------------------------------------


class _Writer:
    """Writes rows to a stream."""

    def __init__(self, stream, dialect):
        if not hasattr(stream, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write, self.dialect = stream.write, dialect

    def _field(self, value, alone):
        d = self.dialect
        number = isinstance(value, (int, float))
        text = "" if value is None else value if isinstance(value, str) else \
            repr(value) if isinstance(value, float) else str(value)
        special = [d.delimiter, d.quotechar, d.escapechar, "\n", "\r", *d.lineterminator]
        quote = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number or \
            d.quoting == QUOTE_MINIMAL and (any(c and c in text for c in special) or alone and text == "")
        if quote:
            if d.escapechar and not d.doublequote:
                text = text.replace(d.escapechar, d.escapechar * 2).replace(d.quotechar, d.escapechar + d.quotechar)
            else:
                text = text.replace(d.quotechar, d.quotechar * 2)
            return d.quotechar + text + d.quotechar
        if d.quoting == QUOTE_NONE:
            out = []
            for c in text:
                if c in special:
                    if not d.escapechar:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
                out.append(c)
            return "".join(out)
        return text

    def writerow(self, row, /):
        """Writes one row; what the stream's write returned."""
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        if len(values) == 1 and self.dialect.quoting == QUOTE_NONE and values[0] in (None, ""):
            raise Error("single empty field record must be quoted")
        fields = [self._field(value, len(values) == 1) for value in values]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        """Writes all rows."""
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", **fmtparams):
    """What writes rows to a stream."""
    return _Writer(csvfile, _settings(dialect, fmtparams))


# --- rows as dicts ------------------------------------------------------------------------------------------------


class DictReader:
    """Rows as dicts; the first row names the fields unless fieldnames does."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect, self.line_num = dialect, 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        """The names of the fields."""
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict(zip(names, row))
        if len(names) < len(row):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval, self.extrasaction = restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Writes the names of the fields."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        """Writes one row."""
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        """Writes all rows."""
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    """Guesses how a table is written."""

    def sniff(self, sample, delimiters=None):
        """A dialect with the delimiter that splits all lines alike."""
        lines = [line for line in sample.splitlines() if line]
        for candidate in delimiters or ",\t;|: ":
            counts = {line.count(candidate) for line in lines}
            if len(counts) == 1 and counts != {0}:
                return type("dialect", (Dialect,), {"delimiter": candidate, "lineterminator": "\r\n",
                                                    "skipinitialspace": all(candidate + " " in x for x in lines)})
        raise Error("Could not determine delimiter")

    def has_header(self, sample):
        """Is the first row of another kind than the rest?"""
        rows = list(reader(sample.splitlines(), self.sniff(sample)))

        def is_number(text):
            try:
                float(text)
            except ValueError:
                return False
            return True

        columns = list(zip(*rows))
        return any(not is_number(c[0]) and all(map(is_number, c[1:])) for c in columns if len(c) > 1)
