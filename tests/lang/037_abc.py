from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f'{self.name}: {self.area()}'
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return 'square'
print(Sq(3).describe(), issubclass(Sq, Shape), isinstance(Sq(1), Shape), Shape.__abstractmethods__ == {'area', 'name'}, Sq.__abstractmethods__)
class Half(Shape):
    def area(self): return 0
for c in (Shape, Half):
    try: c()
    except TypeError as e: print(e)
class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self): return 'base impl'
class Two(One):
    def only(self): return 'two ' + super().only()
print(Two().only())
try: One()
except TypeError as e: print(e)
class Reg(ABC): pass
Reg.register(int)
print(isinstance(5, Reg), issubclass(int, Reg), isinstance('a', Reg), issubclass(bool, Reg))
class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, c): return True if hasattr(c, 'quack') else NotImplemented
class Duck:
    def quack(self): pass
print(isinstance(Duck(), Hook), issubclass(Duck, Hook), isinstance(5, Hook))
class CM(ABC):
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def st(): ...
try: CM()
except TypeError as e: print(e)
class CMI(CM):
    @classmethod
    def make(cls): return 'made'
    @staticmethod
    def st(): return 'st'
print(CMI().make(), CMI.st())
from collections.abc import Sequence, Mapping, Iterable, Callable, Hashable, Sized, Iterator, MutableMapping
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance('', Iterable), isinstance(len, Callable), isinstance([], Hashable), isinstance(5, Hashable), isinstance((), Sized), isinstance(iter([]), Iterator), isinstance(set(), Sequence))
class MySeq(Sequence):
    def __init__(self, d): self.d = d
    def __getitem__(self, i): return self.d[i]
    def __len__(self): return len(self.d)
m = MySeq('abca'); print(list(m), m.index('c'), m.count('a'), 'b' in m, list(reversed(m)), isinstance(m, Iterable))
class MyMap(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
mm = MyMap(); mm['a'] = 1; mm.update(b=2); print(dict(mm), mm.get('z', 0), mm.pop('a'), mm.setdefault('c', 3), list(mm.items()), 'b' in mm, mm == {'b': 2, 'c': 3}, mm.popitem())
