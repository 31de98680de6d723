from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class Priority(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10


print(Priority.LOW < Priority.HIGH, Priority.LOW + 1, Priority.MID == 5, sorted([Priority.HIGH, Priority.LOW]), max(Priority))
print(Priority.HIGH, repr(Priority.HIGH), f"{Priority.HIGH}", "%d" % Priority.HIGH, int(Priority.MID), [0] * Priority.LOW, Priority(5).name)
print(range(Priority.MID)[2], {1: "one"}[Priority.LOW], Priority.MID / 2, isinstance(Priority.LOW, int), Priority.LOW & 3)


class Mode(StrEnum):
    TRAIN = auto()
    EVAL = "evaluate"


print(Mode.TRAIN, repr(Mode.TRAIN), Mode.EVAL == "evaluate", Mode.EVAL.upper(), f"{Mode.TRAIN:>8}|", Mode("train"), "-".join(Mode))


class Old(str, Enum):
    A = "a"


print(Old.A, Old.A == "a", Old.A.value, repr(Old.A), f"{Old.A}", Old.A + "b")


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


p = Perm.R | Perm.X
print(p, repr(p), Perm.R in p, Perm.W in p, list(p), p.value, Perm.RW, Perm.RW & Perm.R, ~Perm.R, bool(Perm.R & Perm.W), Perm(0), Perm(7))
print([m.name for m in Perm], Perm.R ^ Perm.RW, len(p), Perm(3) is Perm.RW, Perm.R | Perm.R, p == Perm(5), {p: 1}[Perm.R | Perm.X])
try:
    Perm(8)
except ValueError as e:
    print(e)
try:
    Perm.R | 1
except TypeError as e:
    print(e)


class Bits(IntFlag):
    A = 1
    B = 2
    C = 4


print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A | 8, repr(Bits.A | 16), Bits.A + Bits.B, (Bits.A | Bits.C) & Bits.C, ~Bits.A, repr(~Bits.A), Bits(6), Bits.A == 1)
print(list(Bits.A | Bits.C), Bits.B in (Bits.A | Bits.B), f"{Bits.C}", int(Bits.C), Bits(0), repr(Bits(0)))
