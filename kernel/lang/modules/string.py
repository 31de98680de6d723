"""Constants and templates for text."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Every word capitalized."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


_identifier_start = frozenset(ascii_letters + "_")
_identifier_rest = frozenset(ascii_letters + digits + "_")


class Template:
    """Text with $name and ${name} to be filled in; $$ is a dollar."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None

    def __init__(self, template):
        self.template = template

    def _name_end(self, at):
        """Where the identifier at `at` ends; `at` itself when there is none."""
        text = self.template
        if at >= len(text) or text[at] not in _identifier_start:
            return at
        end = at + 1
        while end < len(text) and text[end] in _identifier_rest:
            end += 1
        return end

    def _parts(self):
        """(text before, name or None, text of the placeholder): what stands in the template, in order.
        The name is "" for the delimiter itself, None for an invalid placeholder."""
        text, mark = self.template, self.delimiter
        start = 0
        while True:
            at = text.find(mark, start)
            if at < 0:
                yield text[start:], None, ""
                return
            before, after = text[start:at], at + len(mark)
            if text.startswith(mark, after):
                end, name = after + len(mark), ""
            elif text.startswith("{", after):
                close = self._name_end(after + 1)
                if close > after + 1 and text.startswith("}", close):
                    end, name = close + 1, text[after + 1:close]
                else:
                    end, name = after, None
            else:
                end = self._name_end(after)
                name = text[after:end] or None
            yield before, name, text[at:end]
            start = end

    def _invalid(self, before):
        lines = before.splitlines(keepends=True)
        if not lines:
            return ValueError("Invalid placeholder in string: line 1, col 1")
        column = len(before) - len("".join(lines[:-1])) + 1
        if lines[-1].endswith("\n"):
            return ValueError(f"Invalid placeholder in string: line {len(lines) + 1}, col 1")
        return ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")

    def _filled(self, mapping, kws, safe):
        if mapping is None:
            mapping = kws
        elif kws:
            from collections import ChainMap

            mapping = ChainMap(kws, mapping)
        out, seen = [], ""
        for before, name, placeholder in self._parts():
            out.append(before)
            seen += before
            if name:
                try:
                    out.append(str(mapping[name]))
                except KeyError:
                    if not safe:
                        raise
                    out.append(placeholder)
            elif name == "":
                out.append(self.delimiter)
            elif placeholder:
                if not safe:
                    raise self._invalid(seen)
                out.append(placeholder)
            seen += placeholder
        return "".join(out)

    def substitute(self, mapping=None, /, **kws):
        """The text filled in; KeyError for a missing name."""
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws):
        """The text filled in as far as names are known."""
        return self._filled(mapping, kws, True)

    def is_valid(self):
        """No invalid placeholders?"""
        return all(name is not None or not placeholder for _, name, placeholder in self._parts())

    def get_identifiers(self):
        """The names in order of first use."""
        return list(dict.fromkeys([name for _, name, _ in self._parts() if name]))


class Formatter:
    """str.format, in parts that a subclass may change."""

    def format(self, format_string, /, *args, **kwargs):
        """The text filled in."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """The same with a tuple and a dict."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if field is None:
                continue
            first = field.split(".")[0].split("[")[0]
            if first == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field, auto = str(auto) + field, auto + 1
            elif first.isdigit():
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = False
            obj, key = self.get_field(field, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        """The argument for a number or a name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Called at the end; a subclass may complain."""

    def format_field(self, value, format_spec):
        """format(value, format_spec)."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """str, repr or ascii of the value."""
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        """(literal, field name, format spec, conversion) for each piece."""
        at, n = 0, len(format_string)
        literal = ""
        while at < n:
            c = format_string[at]
            if c in "{}" and format_string[at + 1:at + 2] == c:
                yield literal + c, None, None, None
                literal = ""
                at += 2
            elif c == "}":
                raise ValueError("Single '}' encountered in format string")
            elif c == "{":
                end = self._field_end(format_string, at + 1)
                yield literal, *self._split_field(format_string[at + 1:end])
                literal = ""
                at = end + 1
            else:
                literal += c
                at += 1
        if literal:
            yield literal, None, None, None

    def _field_end(self, text, at):
        depth = 1
        if at >= len(text):
            raise ValueError("Single '{' encountered in format string")
        for i in range(at, len(text)):
            depth += (text[i] == "{") - (text[i] == "}")
            if depth == 0:
                return i
        raise ValueError("expected '}' before end of string")

    def _split_field(self, text):
        bracket = False
        for i, c in enumerate(text):
            bracket = c == "[" or bracket and c != "]"
            if c in ":!" and not bracket:
                break
        else:
            return text, "", None
        if c == ":":
            return text[:i], text[i + 1:], None
        conversion, rest = text[i + 1:i + 2], text[i + 2:]
        if rest and not rest.startswith(":"):
            raise ValueError("expected ':' after conversion specifier")
        return text[:i], rest[1:], conversion

    def get_field(self, field_name, args, kwargs):
        """The value of `name.attribute[index]…`, and the name."""
        name = field_name.split(".")[0].split("[")[0]
        rest = field_name[len(name):]
        first = int(name) if name.isdigit() else name
        obj = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == ".":
                end = min([i for i in (rest.find(".", 1), rest.find("[", 1)) if i > 0], default=len(rest))
                obj = getattr(obj, rest[1:end])
            else:
                end = rest.index("]") + 1
                key = rest[1:end - 1]
                obj = obj[int(key) if key.isdigit() else key]
            rest = rest[end:]
        return obj, first
