"""Regular expressions."""

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE",
    "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
]


class _FlagType(type):
    """RegexFlag as a class: its members by name and in order."""

    def __iter__(cls):
        return iter(cls.__members__.values())

    def __len__(cls):
        return len(cls.__members__)

    def __getitem__(cls, name):
        return cls.__members__[name]


class RegexFlag(int, metaclass=_FlagType):
    """Flags of patterns; they add up by |."""

    __members__ = {}

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        if not self:
            return "NOFLAG"
        return "|".join([n for n, f in RegexFlag.__members__.items() if f and int(self) & int(f)])

    def __repr__(self):
        return "|".join([f"re.{n}" for n in self.name.split("|")])

    __str__ = __repr__

    def __format__(self, spec):
        return format(str(self), spec)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(_every & ~int(self))

    def __contains__(self, other):
        return int(self) & int(other) == int(other)


NOFLAG = RegexFlag(0)
ASCII = A = RegexFlag(256)
IGNORECASE = I = RegexFlag(2)
LOCALE = L = RegexFlag(4)
UNICODE = U = RegexFlag(32)
MULTILINE = M = RegexFlag(8)
DOTALL = S = RegexFlag(16)
VERBOSE = X = RegexFlag(64)
TEMPLATE = T = RegexFlag(1)
DEBUG = RegexFlag(128)

for _name, _flag in [("ASCII", A), ("IGNORECASE", I), ("LOCALE", L), ("UNICODE", U), ("MULTILINE", M), ("DOTALL", S),
                     ("VERBOSE", X), ("TEMPLATE", T), ("DEBUG", DEBUG)]:
    RegexFlag.__members__[_name] = _flag
    setattr(RegexFlag, _name, _flag)
RegexFlag.NOFLAG = NOFLAG
for _name, _flag in [("A", A), ("I", I), ("L", L), ("U", U), ("M", M), ("S", S), ("X", X), ("T", T)]:
    setattr(RegexFlag, _name, _flag)
_every = sum([int(f) for f in RegexFlag])


class error(Exception):
    """A pattern or template that is wrong: msg, pattern, pos, lineno, colno."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


class Scanner:
    """Cuts a text into tokens by a list of (pattern, action)."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._actions = []
        parts = []
        group = 1
        for pattern, action in lexicon:
            parts.append(f"({pattern})")
            self._actions.append((group, action))
            group += compile(pattern, flags).groups + 1
        self.scanner = compile("|".join(parts), flags)
        self.match = None

    def scan(self, string):
        result = []
        at = 0
        while True:
            found = self.scanner.match(string, at)
            if not found or found.end() == at:
                break
            for group, action in self._actions:
                if found.start(group) >= 0:
                    break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = found.end()
        return result, string[at:]
