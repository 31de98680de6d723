import typing
from typing import *
from collections import abc, OrderedDict
import collections
print(Optional[int], Union[int, str], Union[int], Union[int, None, str], Union[int, Union[str, int]], List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Tuple[int, str], Callable[[int, str], bool], Callable[..., Any], Callable, Type[int], Set[int], FrozenSet[str], Iterable[int], Iterator, Generator[int, None, str], Literal["a", 1, None], ClassVar[int], Final[int], Annotated[int, "meta", 3], Any, NoReturn, Never, Sequence[int], Mapping[str, int], Deque[int], DefaultDict[str, int], Counter[str], OrderedDict[str, int], Text, AnyStr, Hashable, Sized, SupportsFloat if hasattr(typing, "SupportsFloat") else "")
print(int | str, int | None, list[int] | None, Optional[int] == int | None, Union[int, str] == Union[str, int], List[int] == list[int], Optional[Optional[int]], hash(Union[int, str]) == hash(Union[int, str]), (int | str) == (str | int), type(int | str).__name__, (int | str).__args__, isinstance(3, int | str), isinstance("x", (int | None)), issubclass(bool, int | str), isinstance(None, Optional[int]) if hasattr(Optional[int], "__instancecheck__") else "")
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(list[int]), get_args(Callable[[int], str]), get_origin(int), get_args(int), get_args(Literal[1, 2]), get_origin(Annotated[int, 1]), get_args(Annotated[int, 1]), get_origin(int | str), get_args(tuple[int, ...]))
T = TypeVar("T"); K = TypeVar("K", bound=int); N = TypeVar("N", int, float); C = TypeVar("C", covariant=True)
print(T, K, N, C, T.__name__, K.__bound__, N.__constraints__, C.__covariant__, List[T], List[T][int], Dict[T, K][str, int], Union[T, int][str])
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> "Stack[T]": self.items.append(x); return self
    def pop(self) -> T: return self.items.pop()
print(Stack[int], Stack[int]().push(3).pop(), Stack.__parameters__, Stack[int].__origin__, Stack[int].__args__, Stack.__orig_bases__, type(Stack[int]()).__name__, isinstance(Stack[int](), Stack), Stack[int] == Stack[int])
class Pair(Generic[K, T]): pass
print(Pair[int, str], Pair[int, T], Pair[int, T][str])
class IntStack(Stack[int]): pass
print(IntStack.__mro__[1:3], IntStack().push(1).items, IntStack.__orig_bases__)
def f(a: int, b: "str" = "x", *args: float, c: Optional[list[int]] = None, **kw: Any) -> dict[str, int]: ...
print(f.__annotations__, get_type_hints(f))
class Point(NamedTuple):
    x: int
    y: float = 0.0
    def norm(self): return (self.x ** 2 + self.y ** 2) ** .5
p = Point(3, 4)
print(p, p.norm(), p._asdict(), Point._fields, Point._field_defaults, p._replace(x=1), Point(1), Point.__annotations__, p == (3, 4), isinstance(p, tuple), Point._make([5, 6]), p[0], *p, len(p), Point(y=1, x=2))
for bad in (lambda: Point(), lambda: Point(1, 2, 3), lambda: setattr(p, "x", 2), lambda: p._replace(z=1), lambda: Point(1, z=3)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Movie(TypedDict, total=False):
    name: str
    year: int
m: Movie = {"name": "x"}
print(m, Movie(name="y", year=3), Movie.__annotations__, Movie.__total__, type(Movie(name="z")).__name__, Movie.__required_keys__, sorted(Movie.__optional_keys__))
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
class Shape(Protocol):
    def area(self) -> float: ...
print(isinstance([], HasLen), isinstance(5, HasLen), issubclass(dict, HasLen))
try: isinstance(5, Shape)
except TypeError as e: print(e)
try: Shape()
except TypeError as e: print(e)
class Sq:
    def area(self) -> float: return 4.0
def total(shapes: Iterable[Shape]) -> float: return sum(s.area() for s in shapes)
print(total([Sq(), Sq()]))
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(3), cast(int, "x"), NewType("UserId", int)(5), NewType("UserId", int), TYPE_CHECKING, final(Sq) is Sq, no_type_check(f) is f)
UserId = NewType("UserId", int); print(UserId.__name__, UserId(7) + 1, UserId.__supertype__)
for bad in (lambda: isinstance([], List[int]), lambda: Optional[1, 2], lambda: Union[()], lambda: List[int, str], lambda: Generic[int], lambda: Stack[int, str], lambda: Literal, lambda: Any(), lambda: Union[1], lambda: Dict[int], lambda: TypeVar("X", int), lambda: ClassVar[ClassVar[int]], lambda: Callable[int], lambda: List(), lambda: Union(), lambda: Optional(), lambda: issubclass(int, List[int]), lambda: Tuple[int, ..., str] if 0 else 0, lambda: assert_never(3)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
x: int = 5
y: "undefined_name" = 3
print(__annotations__)
class An:
    a: int
    b: str = "s"
    c: list["An"]
print(An.__annotations__, An.b, hasattr(An, "a"), get_type_hints(An))
print(isinstance([], abc.Sequence), isinstance({}, abc.Mapping), isinstance((), abc.Hashable), isinstance(iter([]), abc.Iterator), isinstance(f, abc.Callable), isinstance({1}, abc.Set), isinstance(range(3), abc.Sequence), isinstance("s", abc.Collection), issubclass(list, abc.MutableSequence), isinstance((i for i in ()), abc.Generator), isinstance([], Hashable), isinstance([], Sized), isinstance([], Iterable), isinstance(5, Hashable))
Vector = list[float]; Alias: TypeAlias = "list[int]"
def scale(k: float, v: Vector) -> Vector: return [k * x for x in v]
print(scale(2.0, [1.0, 2.5]), Vector, Alias, reveal_type if 0 else "", Self, LiteralString, Required[int], NotRequired[str], Concatenate if 0 else "", ParamSpec("P"), TypeVarTuple("Ts") if hasattr(typing, "TypeVarTuple") else "", Unpack if 0 else "")
