# typing's old names of collections make instances; List, Dict and the like say what to call instead.
import typing


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


for name in ("Counter", "Deque", "DefaultDict", "OrderedDict", "ChainMap", "List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "Iterable", "Mapping"):
    attempt(getattr(typing, name))
for alias in (typing.Counter[str], typing.List[int], typing.DefaultDict[str, int], typing.Deque[int], typing.Optional[int],
              typing.Union[int, str], typing.Type[int], typing.OrderedDict[int, str]):
    print(alias, end=" ")
    attempt(alias)
attempt(lambda: typing.Counter("banana").most_common(1))
attempt(lambda: typing.DefaultDict[str, int](int, a=1)["b"])
attempt(lambda: typing.Deque([1, 2, 3], 2))


class Half(float):
    def __int__(self):
        return 7


attempt(lambda: "%d %5d %x" % (Half(1.5), Half(2.5), int(Half(0))))
attempt(lambda: "%d" % 1.5)
