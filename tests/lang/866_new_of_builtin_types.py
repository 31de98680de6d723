# T.__new__ belongs to the type that it was found in: what it makes, and what it refuses.
def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


class Plain:
    pass


class Count(int):
    pass


class Rows(list):
    def __new__(cls, *rows):
        return super().__new__(cls)


class Pair(tuple):
    def __new__(cls, left, right):
        return super().__new__(cls, (left, right))


class Meta(type):
    def __new__(mcs, name, bases, namespace, **options):
        made = super().__new__(mcs, name, bases, {**namespace, "options": options})
        return made


for owner, wanted in [
    (int, str), (int, bool), (bool, int), (object, int), (object, dict), (object, type(None)), (object, Exception), (object, type),
    (str, int), (str, object), (list, tuple), (tuple, list), (float, int), (set, frozenset), (frozenset, set), (bytes, bytearray),
    (complex, float), (type, int), (object, Count), (object, Rows), (object, Pair), (int, Plain), (int, 5), (object, 3), (Plain, int),
]:
    attempt(owner.__new__, wanted)
for owner in (int, object, str, list, dict, type, BaseException):
    attempt(owner.__new__)
attempt(type.__new__, type)
attempt(type.__new__, type, "A", ())
attempt(type, "A", ())
attempt(Meta, "A", ())
attempt(int.__new__, Count, "12")
attempt(lambda: type(int.__new__(Count, 7)).__name__)
attempt(list.__new__, Rows, 1, 2)
attempt(Pair, 1, 2)
attempt(lambda: (Rows(1, 2), [*Rows()], Pair(3, 4)[1], Count() + 1, str.__new__(str, b"a", "ascii"), dict.__new__(dict, a=1)))
attempt(lambda: Meta("A", (), {"x": 1}, color="red").options)
attempt(lambda: ["__new__" in vars(t) for t in (object, int, str, list, dict, set, type, Plain, Count, Rows)])
attempt(lambda: [Plain.__new__ is object.__new__, Count.__new__ is int.__new__, int.__new__ is object.__new__])
attempt(lambda: [isinstance(object.__new__(Plain), Plain), isinstance(Exception.__new__(ValueError), ValueError)])


class Celsius(float):
    __slots__ = ()

    def __new__(cls, degrees, scale="C"):
        return super().__new__(cls, degrees if scale == "C" else (degrees - 32) / 1.8)


attempt(lambda: [Celsius(20), round(Celsius(212, "F"), 6), Celsius.__new__(Celsius, 3)])


class Once:
    _made = {}

    def __new__(cls, key):
        if key not in cls._made:
            cls._made[key] = super().__new__(cls)
        return cls._made[key]

    def __init__(self, key):
        self.key = key


attempt(lambda: [Once("a") is Once("a"), Once("a") is Once("b"), Once("b").key])
