from typing import Generic, TypeVar, Protocol, Optional, List, Dict, Iterator, runtime_checkable, Union, get_type_hints, Mapping
from abc import abstractmethod

T = TypeVar("T")
U = TypeVar("U")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: List[T] = []

    def push(self, item: T) -> "Stack[T]":
        self._items.append(item)
        return self

    def pop(self) -> Optional[T]:
        return self._items.pop() if self._items else None

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)


s: Stack[int] = Stack()
s.push(1).push(2)
print(len(s), list(s), s.pop(), s.pop(), s.pop())


class Pair(Generic[T, U]):
    def __init__(self, a: T, b: U):
        self.a, self.b = a, b

    def swap(self) -> "Pair[U, T]":
        return Pair(self.b, self.a)


print(Pair(1, "x").swap().a, Pair[int, str], Pair.__parameters__, Pair[int, T].__parameters__)


class IntStack(Stack[int]):
    def total(self) -> int:
        return sum(self)


i = IntStack()
i.push(3).push(4)
print(i.total(), IntStack.__orig_bases__, IntStack.__mro__[1].__name__, isinstance(i, Stack))


class Comparable(Protocol):
    @abstractmethod
    def __lt__(self, other) -> bool: ...


def biggest(items: List[T]) -> T:
    best = items[0]
    for x in items:
        if best < x:
            best = x
    return best


print(biggest([1, 5, 2]), biggest(["a", "c"]))


class HasName(Protocol):
    name: str


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class F:
    name = "f"

    def close(self):
        print("closing")


def shut(c: Closable) -> None:
    c.close()


shut(F())
print(isinstance(F(), Closable), isinstance(object(), Closable), issubclass(F, Closable))
try:
    isinstance(F(), HasName)
except TypeError as e:
    print(e)
try:
    HasName()
except TypeError as e:
    print(e)


class Explicit(HasName):
    name = "explicit"


print(Explicit().name)


class Repo(Generic[T]):
    def __init__(self):
        self.items: Dict[int, T] = {}

    def add(self, key: int, item: T):
        self.items[key] = item

    def get(self, key: int) -> Union[T, None]:
        return self.items.get(key)


r = Repo[str]()
r.add(1, "one")
print(r.get(1), r.get(2), get_type_hints(Repo.get))


class Tree(Mapping[str, int]):
    def __init__(self, **kw):
        self.kw = kw

    def __getitem__(self, k):
        return self.kw[k]

    def __iter__(self):
        return iter(self.kw)

    def __len__(self):
        return len(self.kw)


t = Tree(a=1)
print(dict(t), "a" in t, t.get("z"), isinstance(t, Mapping))
try:
    class Bad(Generic):
        pass
except TypeError as e:
    print(e)
try:
    class Bad2(Generic[int]):
        pass
except TypeError as e:
    print(e)
try:
    TypeVar("X", int)
except TypeError as e:
    print(e)
