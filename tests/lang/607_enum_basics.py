from enum import Enum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"])
print(list(Color), len(Color), Color.RED in Color, [c.name for c in Color], Color.RED is Color(1))
print({Color.RED: "r"}[Color.RED], Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED == 1, hash(Color.RED) == hash("RED"))
print(Color.__members__["RED"], isinstance(Color.RED, Color), type(Color.RED), Color)
for bad in (lambda: Color(7), lambda: Color["PINK"], lambda: Color.PINK, lambda: Color.RED < Color.BLUE,
            lambda: setattr(Color, "RED", 5), lambda: Color.RED.value.foo):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Shape(Enum):
    SQUARE = 2
    DIAMOND = 1
    CIRCLE = 3
    ALIAS_FOR_SQUARE = 2


print(Shape.ALIAS_FOR_SQUARE, list(Shape), list(Shape.__members__.items()))


class Auto(Enum):
    A = auto()
    B = auto()
    C = auto()


print([(m.name, m.value) for m in Auto])


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / self.radius**2


for p in Planet:
    print(p.name, f"{p.gravity:.3f}", p.mass)
try:
    @unique
    class Mistake(Enum):
        ONE = 1
        TWO = 2
        UNO = 1
except ValueError as e:
    print(e)
try:
    class More(Color):
        PINK = 4
except TypeError as e:
    print(e)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)
match Color.GREEN:
    case Color.RED:
        print("stop")
    case Color.GREEN:
        print("go")
print(f"{Color.RED}", "%s" % Color.BLUE, str(Color.GREEN), f"{Color.RED!r:>20}", sorted(Color, key=lambda c: -c.value))
