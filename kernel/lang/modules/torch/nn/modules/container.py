"""Modules that hold modules."""

import operator
from collections import OrderedDict

import torch
from torch.nn.modules.module import Module, _indented
from torch.nn.parameter import Parameter


class _Numbered(Module):
    """Modules named 0, 1, 2 …"""

    def _key(self, i):
        i = operator.index(i)
        if not -len(self) <= i < len(self):
            raise IndexError(f"index {i} is out of range")
        return str(i + len(self) if i < 0 else i)

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __delitem__(self, i):
        keys = list(self._modules)
        for key in keys[i] if isinstance(i, slice) else [keys[operator.index(i)]]:
            del self._modules[key]
        kept = list(self._modules.values())
        self._modules.clear()
        self._modules.update((str(n), module) for n, module in enumerate(kept))

    def __dir__(self):
        return [k for k in Module.__dir__(self) if not k.isdigit()]

    def append(self, module):
        """Adds a module at the end; gives itself."""
        self.add_module(str(len(self)), module)
        return self

    def insert(self, index, module):
        """Puts a module before place `index`."""
        modules = list(self._modules.values())
        modules.insert(index, module)
        self._modules.clear()
        self._modules.update((str(n), m) for n, m in enumerate(modules))

    def pop(self, key):
        """Takes a module out."""
        module = self[key]
        del self[key]
        return module


class Sequential(_Numbered):
    """Modules one after the other."""

    def __init__(self, *args):
        super().__init__()
        if len(args) == 1 and isinstance(args[0], OrderedDict):
            for name, module in args[0].items():
                self.add_module(name, module)
        else:
            for i, module in enumerate(args):
                self.add_module(str(i), module)

    def forward(self, input):
        for module in self._modules.values():
            input = module(input)
        return input

    def __getitem__(self, i):
        if isinstance(i, slice):
            return type(self)(OrderedDict(list(self._modules.items())[i]))
        modules = list(self._modules.values())
        i = operator.index(i)
        if not -len(modules) <= i < len(modules):
            raise IndexError(f"index {i} is out of range")
        return modules[i]

    def __setitem__(self, i, module):
        self._key(i)
        setattr(self, list(self._modules)[i], module)

    def __add__(self, other):
        if not isinstance(other, Sequential):
            raise ValueError(f"add operator supports only objects of Sequential class, but {type(other)} is given.")
        return Sequential(*self, *other)

    def __iadd__(self, other):
        if not isinstance(other, Sequential):
            raise ValueError(f"add operator supports only objects of Sequential class, but {type(other)} is given.")
        return self.extend(list(other))

    def _repeated(self, times):
        if not isinstance(times, int):
            raise TypeError(f"unsupported operand type(s) for *: {type(self)} and {type(times)}")
        if times <= 0:
            raise ValueError(f"Non-positive multiplication factor {times} for {type(self)}")
        return list(self) * times

    def __mul__(self, times):
        return Sequential(*self._repeated(times))

    __rmul__ = __mul__

    def __imul__(self, times):
        return self.extend(self._repeated(times)[len(self):])

    def insert(self, index, module):
        """Puts a module before place `index`; gives itself."""
        if not isinstance(module, Module):
            raise AssertionError(f"module should be of type: {Module}")
        if not -len(self) <= index <= len(self):
            raise IndexError(f"Index out of range: {index}")
        _Numbered.insert(self, index, module)
        return self

    def extend(self, sequential):
        """Adds modules at the end; gives itself."""
        for module in sequential:
            self.append(module)
        return self


def _checked(values, method):
    """The values of an extend or update, which must be iterable."""
    if not hasattr(values, "__iter__"):
        wanted = "an iterable" if method.endswith("extend") else "an iterable of key/value pairs"
        raise TypeError(f"{method} should be called with {wanted}, but got {type(values).__name__}")
    return values


def _pairs(values, owner):
    """(key, value) of a dict, or of an iterable of pairs."""
    if hasattr(_checked(values, owner + ".update"), "items"):
        return list(values.items())
    out = []
    for i, pair in enumerate(values):
        if not hasattr(pair, "__iter__"):
            raise TypeError(f"{owner} update sequence element #{i} should be Iterable; is{type(pair).__name__}")
        pair = tuple(pair)
        if len(pair) != 2:
            raise ValueError(f"{owner} update sequence element #{i} has length {len(pair)}; 2 is required")
        out.append(pair)
    return out


class ModuleList(_Numbered):
    """A list of modules."""

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.extend(modules)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return type(self)(list(self._modules.values())[i])
        return self._modules[self._key(i)]

    def __setitem__(self, i, module):
        setattr(self, self._key(i), module)

    def __add__(self, other):
        return ModuleList([*self, *other])

    def __iadd__(self, modules):
        return self.extend(modules)

    def extend(self, modules):
        """Adds modules at the end; gives itself."""
        for module in _checked(modules, "ModuleList.extend"):
            self.append(module)
        return self

    def forward(self, *args):
        raise NotImplementedError(f'Module [{type(self).__name__}] is missing the required "forward" function')

    def __repr__(self):
        texts = [repr(module) for module in self]
        if not texts:
            return self._get_name() + "()"
        runs = []  # [first, last, text] of equal ones
        for i, text in enumerate(texts):
            if runs and runs[-1][2] == text:
                runs[-1][1] = i
            else:
                runs.append([i, i, text])
        lines = [f"({a}): {text}" if a == b else f"({a}-{b}): {b - a + 1} x {text}" for a, b, text in runs]
        return f"{self._get_name()}(\n  " + "\n  ".join(_indented(line) for line in lines) + "\n)"


class ModuleDict(Module):
    """Modules by name."""

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.update(modules)

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules)

    def __contains__(self, name):
        return name in self._modules

    def __getitem__(self, name):
        return self._modules[name]

    def __setitem__(self, name, module):
        self.add_module(name, module)

    def __delitem__(self, name):
        del self._modules[name]

    def clear(self):
        """Takes all out."""
        self._modules.clear()

    def pop(self, key):
        """Takes one out."""
        return self._modules.pop(key)

    def keys(self):
        """The names."""
        return self._modules.keys()

    def values(self):
        """The modules."""
        return self._modules.values()

    def items(self):
        """(name, module)."""
        return self._modules.items()

    def update(self, modules):
        """Adds modules by name."""
        for name, module in _pairs(modules, "ModuleDict"):
            self[name] = module


def _described(value, name):
    if torch.is_tensor(value):
        size = "x".join(str(n) for n in value.shape)
        kind = "Parameter" if isinstance(value, Parameter) else "Tensor"
        return f"{kind} containing: [{name(value)} of size {size}]"
    return f"Object of type: {type(value).__name__}"


class ParameterList(Module):
    """A list of parameters."""

    def __init__(self, values=None):
        super().__init__()
        self._size = 0
        if values is not None:
            self.extend(values)

    def __len__(self):
        return self._size

    def __iter__(self):
        return iter(self[i] for i in range(self._size))

    def __getitem__(self, i):
        if isinstance(i, slice):
            return type(self)([self[k] for k in range(*i.indices(len(self)))])
        i = operator.index(i)
        if not -len(self) <= i < len(self):
            raise IndexError(f"index {i} is out of range")
        return getattr(self, str(i + len(self) if i < 0 else i))

    def __setitem__(self, i, value):
        i = operator.index(i)
        if not -len(self) <= i < len(self):
            raise IndexError(f"index {i} is out of range")
        plain = torch.is_tensor(value) and not isinstance(value, Parameter)
        setattr(self, str(i + len(self) if i < 0 else i), Parameter(value) if plain else value)

    def append(self, value):
        """Adds a parameter at the end; gives itself."""
        self._size += 1
        self[self._size - 1] = value
        return self

    def extend(self, values):
        """Adds parameters at the end; gives itself."""
        for value in _checked(values, "ParameterList.extend"):
            self.append(value)
        return self

    def __iadd__(self, values):
        return self.extend(values)

    def extra_repr(self):
        return "\n".join(f"  ({i}): {_described(value, lambda v: v.dtype)}" for i, value in enumerate(self))


class ParameterDict(Module):
    """Parameters by name."""

    def __init__(self, parameters=None):
        super().__init__()
        self._keys = {}
        if parameters is not None:
            self.update(parameters)

    def __getitem__(self, key):
        if key not in self._keys:
            raise KeyError(key)
        return getattr(self, key)

    def __setitem__(self, key, value):
        self._keys[key] = None
        plain = torch.is_tensor(value) and not isinstance(value, Parameter)
        setattr(self, key, Parameter(value) if plain else value)

    def __delitem__(self, key):
        del self._keys[key]
        delattr(self, key)

    def __len__(self):
        return len(self._keys)

    def __iter__(self):
        return iter(self._keys)

    def __contains__(self, key):
        return key in self._keys

    def get(self, key, default=None):
        """The parameter, or default."""
        return self[key] if key in self else default

    def pop(self, key):
        """Takes one out."""
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        """Takes the last one out: (name, parameter)."""
        key = list(self._keys)[-1]
        return key, self.pop(key)

    def setdefault(self, key, default=None):
        """The parameter; the default takes its place where there is none."""
        if key not in self:
            self[key] = default
        return self[key]

    def clear(self):
        """Takes all out."""
        for key in list(self._keys):
            del self[key]

    def copy(self):
        """Another dict of the same parameters."""
        return ParameterDict(self)

    def fromkeys(self, keys, default=None):
        """A dict of one value under several names."""
        return ParameterDict([(key, default) for key in keys])

    def __or__(self, other):
        out = self.copy()
        out.update(other)
        return out

    def __ior__(self, other):
        self.update(other)
        return self

    def keys(self):
        """The names."""
        return self._keys.keys()

    def values(self):
        """The parameters."""
        return [self[k] for k in self._keys]

    def items(self):
        """(name, parameter)."""
        return [(k, self[k]) for k in self._keys]

    def update(self, parameters):
        """Adds parameters by name."""
        for key, value in _pairs(parameters, "ParametersDict"):
            self[key] = value

    def extra_repr(self):
        return "\n".join(f"  ({key}): {_described(value, torch.Tensor.type)}" for key, value in self.items())
