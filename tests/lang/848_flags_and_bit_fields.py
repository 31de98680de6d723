"""Permissions as flags, packed headers as bits, enumerations with behaviour."""
from enum import Enum, Flag, IntEnum, IntFlag, auto, unique

class Access(Flag):
    READ = auto()
    WRITE = auto()
    PATCH = auto()
    ALL = READ | WRITE | PATCH

    @classmethod
    def parse(cls, text):
        out = cls(0)
        for word in filter(None, text.split("+")):
            out |= cls[word.strip().upper()]
        return out

for text in ("read", "read+patch", "", "write + read + patch"):
    a = Access.parse(text)
    print(repr(a), a.value, bool(a), Access.READ in a, [m.name for m in a], ~a)
for bad in (lambda: Access.parse("read+fly"), lambda: Access(64), lambda: Access.READ | 2, lambda: Access.READ < Access.WRITE, lambda: Access("READ")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(Access.ALL ^ Access.WRITE, Access.ALL & ~Access.READ, len(Access), len(Access.ALL), Access(3), Access.ALL.name)

class Level(IntEnum):
    LOW, MID, HIGH = range(1, 4)

    @property
    def next(self):
        return Level(min(self + 1, max(Level)))

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        return None

print(Level.LOW.next, Level.HIGH.next, Level("mid"), Level.MID + 1, sorted([Level.HIGH, Level.LOW, 2]), f"{Level.MID} {Level.MID:03d} {Level.MID!r}")
try:
    Level("none")
except ValueError as error:
    print(error)

class Mode(IntFlag):
    X, W, R = 1, 2, 4

print(Mode(6), repr(Mode.R | 8), Mode.R | Mode.W == 6, [Mode(i) for i in range(3)], Mode.R + 1)

try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)

class Act(Enum):
    RELU = "relu", lambda x: max(x, 0.0)
    SQUARE = "square", lambda x: x * x
    ID = "id", float

    def __init__(self, label, function):
        self.label, self.function = label, function

    def __call__(self, x):
        return self.function(x)

print([f"{a.label}: {[a(x) for x in (-2.0, 0.5)]}" for a in Act], Act.RELU.name, Act["ID"](3))

FIELDS = {"version": 3, "kind": 5, "count": 12, "flag": 1}
def pack(**values):
    word = at = 0
    for name, width in FIELDS.items():
        v = values.pop(name, 0)
        if v >> width or v < 0:
            raise OverflowError(f"{name}={v} needs more than {width} bits")
        word |= v << at
        at += width
    if values:
        raise TypeError(f"unknown fields {', '.join(values)}")
    return word.to_bytes((at + 7) // 8, "little")

def unpack(data):
    word, out = int.from_bytes(data, "little"), {}
    for name, width in FIELDS.items():
        out[name] = word & (1 << width) - 1
        word >>= width
    return out

header = pack(version=5, kind=17, count=4000, flag=1)
print(header, header.hex("-"), f"{int.from_bytes(header, 'little'):024b}", unpack(header))
for values in ({"kind": 32}, {"count": -1}, {"size": 1}):
    try:
        pack(**values)
    except (OverflowError, TypeError) as error:
        print(type(error).__name__, error)
print([(n.bit_count(), n.bit_length()) for n in (0, 1, 255, 4096, -7)], bin(0b1011 & -0b1011), ~5 & 0xFF)
