from enum import Enum, EnumMeta, auto, IntEnum, member, nonmember

Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE.value, Animal(3))
Pet = Enum("Pet", [("DOG", "woof"), ("CAT", "meow")])
print(Pet.DOG.value, list(Pet))
Num = IntEnum("Num", {"ONE": 1, "TWO": 2})
print(Num.ONE + Num.TWO, list(Num), Enum("S", ["a", "b"], start=10).b.value)


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def __call__(self, a, b):
        return a + b if self is Op.ADD else a - b

    @classmethod
    def parse(cls, text):
        return cls(text)

    @staticmethod
    def count():
        return len(Op)

    def __str__(self):
        return f"op[{self.value}]"


print(Op.ADD(1, 2), Op.SUB(5, 3), Op.parse("-"), Op.count(), f"{Op.ADD}", repr(Op.ADD))


class Fuzzy(Enum):
    YES = 1
    NO = 0

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.YES if value.lower() in ("y", "yes", "true") else cls.NO
        return None


print(Fuzzy("Yes"), Fuzzy("nope"), Fuzzy(1))
try:
    Fuzzy(42)
except ValueError as e:
    print(e)


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)

    FIRST = auto()
    SECOND = auto()


print([m.value for m in Named])


class Coord(Enum):
    def __new__(cls, value, label):
        obj = object.__new__(cls)
        obj._value_ = value
        obj.label = label
        return obj

    N = (0, "north")
    S = (180, "south")


print(Coord(180).label, Coord.N.value, list(Coord), Coord.N.label)


class Ordered(Enum):
    def __lt__(self, other):
        return self.value < other.value

    A = 3
    B = 1


print(sorted(Ordered), min(Ordered))


class WithMember(Enum):
    FUNC = member(lambda x: x * 2)
    CONST = nonmember(99)
    A = 1


print(WithMember.FUNC.value(4), WithMember.CONST, [m.name for m in WithMember])
print(isinstance(Op, EnumMeta), Op.__members__.keys() == {"ADD": 0, "SUB": 0}.keys(), Op.ADD.__class__ is Op, "ADD" in Op.__members__)


class Base(Enum):
    def describe(self):
        return f"{type(self).__name__}.{self.name.lower()}"


class Child(Base):
    X = 1


print(Child.X.describe(), Child.X, issubclass(Child, Base), list(Base))
class Unhash(Enum):
    A = [1]
    B = {"k": 2}
print(Unhash([1]), Unhash.B.value["k"])
import copy
print(copy.deepcopy(Op.ADD) is Op.ADD, {Op.ADD, Op.ADD} == {Op.ADD})
class Day(Enum):
    MON = 1
    TUE = 2
    def next(self):
        members = list(Day)
        return members[(members.index(self) + 1) % len(members)]
print(Day.TUE.next(), Day.MON.next(), [d.value for d in Day if d is not Day.MON])
