from typing import (Any, Callable, Dict, Generic, Iterable, Iterator, List, Literal, NamedTuple, Optional, Sequence,
                    Tuple, Type, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, TYPE_CHECKING,
                    Final, ClassVar, Annotated, NewType, Protocol, runtime_checkable, overload, NoReturn, Set)

if TYPE_CHECKING:
    import nothing


def f(a: int, b: Optional[str] = None, *c: float, d: List[int] = [], **e: Any) -> Dict[str, int]:
    return {}


print(f.__annotations__)
print(get_type_hints(f))
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Tuple[int, ...], Callable[[int], str], Callable[..., Any])
print(Literal["a", "b"], Type[int], Set[str], Iterable[int], Any, NoReturn, Annotated[int, "meta"], Final[int], ClassVar[str])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int, str], bool]), get_origin(int), get_args(Optional[int]))
print(Union[int, int], Union[Union[int, str], float], Optional[None], Union[int, str] == Union[str, int], List[int] == List[int], List[int] == List[str])
T = TypeVar("T")
K = TypeVar("K", bound=int)


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def map(self, fn: Callable[[T], Any]) -> "Box":
        return Box(fn(self.item))


print(Box(3).map(lambda v: v + 1).item, Box[int], Box[int](5).item, T, K, Box.__parameters__)


class P(NamedTuple):
    x: int
    y: float = 0.5

    def sum(self) -> float:
        return self.x + self.y


p = P(1)
print(p, p.sum(), p._asdict(), P._fields, P.__annotations__, p == (1, 0.5))


class Movie(TypedDict, total=False):
    name: str
    year: int


m: Movie = {"name": "x"}
print(m, Movie(name="y", year=1), Movie.__annotations__, type(Movie()).__name__)


@runtime_checkable
class Speaks(Protocol):
    def speak(self) -> str: ...


class Dog:
    def speak(self) -> str:
        return "woof"


print(isinstance(Dog(), Speaks), isinstance(3, Speaks), cast(str, 5))
UserId = NewType("UserId", int)
print(UserId(7) + 1, UserId.__name__)


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x


print(g(1), g("a"))
for bad in (lambda: List[int](), lambda: isinstance([], List[int]), lambda: Union[int, str](), lambda: Any(), lambda: Box[int, str], lambda: List[int, str], lambda: Optional[int, str]):
    try:
        print(bad())
    except TypeError as e:
        print("TypeError", e)
x: int = 3
y: "undefined_name" = 4
print(__annotations__)
class C:
    a: int
    b: str = "s"
    def m(self, q: "C") -> "List[C]": ...
print(C.__annotations__, get_type_hints(C), get_type_hints(C.m))
print(list[int], dict[str, int], int | None, isinstance(3, int | str), tuple[int, ...], list[int] == list[int], (int | str) == Union[int, str])
def first(xs: Sequence[T]) -> Iterator[T]:
    yield xs[0]
print(next(first([1])), first.__annotations__["return"])
