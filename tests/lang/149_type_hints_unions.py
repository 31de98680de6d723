def f(a: int | None = None, b: list[int] | dict[str, float] = (), *c: 'fwd') -> tuple[int, ...] | None: return a
print(f.__annotations__, int | None, list[int], dict[str, list[int]], tuple[int, ...], int | str | None, list[int] | None, type[int], set[str], frozenset[int])
print(list[int].__origin__, list[int].__args__, dict[str, int].__args__, (int | str).__args__, list[int] == list[int], (int | str) == (str | int), int | int, hash(list[int]) == hash(list[int]), hash(int | str) == hash(str | int))
print(isinstance(5, int | str), isinstance(None, int | None), isinstance(2.5, int | str), issubclass(bool, int | str), list[int](range(3)), dict[str, int](a=1), type(list[int]()).__name__)
for g in (lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: int | 5, lambda: 5 | int, lambda: int[str], lambda: isinstance(5, 5 if False else 'x'), lambda: None | None, lambda: isinstance(1, (list[int], str)), lambda: (int | str)(), lambda: str[0]):
    try: print(g())
    except TypeError as e: print(e)
class Box:
    item: int
    def __class_getitem__(cls, k): return f'Box[{k.__name__}]'
print(Box[int], Box.__annotations__)
class Sub(list[int]): pass
print(Sub([1]), Sub.__bases__, Sub.__mro__[1])
class A: pass
print((A | None).__args__[1], A | int, [A | int][0] == (int | A), {int | None: 'k'}[None | int])
match 5:
    case int() | str(): print('matched')
