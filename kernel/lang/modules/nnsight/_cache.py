"""tracer.cache(): what many modules give in a run, to be looked at after it."""


class Entry:
    """One run of a module."""

    def __init__(self, output=None, inputs=None):
        self.output = output
        self.inputs = inputs

    @property
    def input(self):
        """The first argument."""
        if self.inputs is None:
            return None
        args, kwargs = self.inputs
        values = list(args) + list(kwargs.values())
        return values[0] if values else None


def _each(value, change):
    """A structure with its tensors changed."""
    if _is_tensor(value):
        return change(value)
    if isinstance(value, (tuple, list)):
        parts = [_each(v, change) for v in value]
        return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
    if isinstance(value, dict):
        return {k: _each(v, change) for k, v in value.items()}
    if hasattr(value, "to_tuple"):
        return type(value)({k: _each(v, change) for k, v in value.items()})
    return value


class Cache:
    """What is asked for, and the entries by path."""

    def __init__(self, model, modules, device, dtype, detach, include_output, include_inputs):
        self.model = model
        self.dtype = dtype
        self.device = device
        self.detach = detach
        self.include_output = include_output
        self.include_inputs = include_inputs
        self.targets = None if modules is None else {m if isinstance(m, str) else m.path for m in modules}
        self.entries = {}

    def _kept(self, value):
        def change(t):
            if self.detach:
                t = t.detach()
            if self.dtype is not None or self.device is not None:
                t = t.to(device=self.device, dtype=self.dtype) if self.dtype is not None else t.to(self.device)
            return t
        return _each(value, change)

    def collect(self):
        """At the end of the block: everything that was asked for is wanted of the run."""
        for path, read_output, read_inputs in _runs(self.model, self.targets, self.include_inputs):
            entry = Entry()
            if self.include_output:
                entry.output = self._kept(read_output())
            if self.include_inputs:
                entry.inputs = self._kept(read_inputs())
            self.entries.setdefault(path, []).append(entry)
        return self.entries

    def settle(self):
        """After the run: steps that never came are no entries."""
        for path, entries in list(self.entries.items()):
            entries[:] = [e for e in entries if _came((e.output, e.inputs))]
            if not entries:
                del self.entries[path]


def _came(value):
    if _is_site(value):
        return False  # what a run gave is a tensor by now
    if isinstance(value, (tuple, list)):
        return all(_came(v) for v in value)
    if isinstance(value, dict):
        return all(_came(v) for v in value.values())
    if hasattr(value, "to_tuple"):
        return all(_came(v) for v in value.to_tuple())
    return True


class CacheView:
    """A cache, or one module of it: by path or by name; then `.output`, `.inputs`, `.input`."""

    def __init__(self, cache, envoy=None, path=None):
        self.__dict__.update(_cache=cache, _envoy=envoy, _path=path)

    def _node_path(self):
        if self._path is not None:
            return self._path
        return self._envoy.path if self._envoy is not None else None

    def _entries(self):
        path = self._node_path()
        if path is None:
            raise KeyError("the cache root is not a module")
        if path not in self._cache.entries:
            raise KeyError(f"{path!r} was not cached")
        return self._cache.entries[path]

    def _values(self, name):
        values = [getattr(e, name) for e in self._entries()]
        return values[0] if len(values) == 1 else values

    @property
    def output(self):
        """What the module gave; of several steps a list."""
        return self._values("output")

    @property
    def inputs(self):
        """All its arguments: ((positional, …), {name: value})."""
        return self._values("inputs")

    @property
    def input(self):
        """Its first argument."""
        return self._values("input")

    def keys(self):
        """Paths of the modules that are there, at or below this one."""
        prefix = self._node_path()
        return [k for k in self._cache.entries if prefix is None or k == prefix or k.startswith(prefix + ".")]

    def values(self):
        """Views of these modules."""
        return [self[k] for k in self.keys()]

    def items(self):
        """(path, view) of these modules."""
        return [(k, self[k]) for k in self.keys()]

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self._at(self._child(name))

    def _child(self, name):
        if self._envoy is None:
            model = self._cache.model
            return model if name == model.path else getattr(model, name)
        if name.lstrip("-").isdigit():
            return self._envoy[int(name)]
        return getattr(self._envoy, name)

    def _at(self, node):
        if not hasattr(node, "path"):
            raise AttributeError(f"{node!r} is not a module")
        return CacheView(self._cache, node)

    def __getitem__(self, key):
        if isinstance(key, int):
            return self._at(self._envoy[key])
        if key in self._cache.entries:
            return CacheView(self._cache, None, key)
        view = CacheView(self._cache) if "." in key else self
        for part in key.split("."):
            view = view._at(view._child(part))
        return view

    def __contains__(self, key):
        try:
            path = self[key]._node_path()
        except (AttributeError, IndexError, KeyError, TypeError):
            return False
        return path is not None and path in self._cache.entries

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._entries())

    def __repr__(self):
        path = self._node_path()
        return f"CacheView({'root' if path is None else repr(path)}, cached={self.keys()})"


def _runs(model, targets, by_inputs):
    """(path, function that reads the output, function that reads the inputs) of each run, in order."""
    found = _model_runs(model, by_inputs) if hasattr(model, "_run_order") else _net_runs(model)
    return [run for run in found if targets is None or run[0] in targets]


def _model_runs(model, by_inputs):
    for step in range(_steps()):
        for envoy in model._run_order(by_inputs):
            yield (envoy.path, lambda e=envoy, s=step: _at_step(s, lambda: e.output),
                   lambda e=envoy, s=step: _at_step(s, lambda: e.inputs))


def _net_runs(model):
    from nnsight._net import finished
    for path, run, seen in finished(model):
        yield path, lambda r=run: seen(r.output), lambda r=run: seen(r.inputs)


def make(model, modules=None, device="cpu", dtype=None, detach=True, include_output=True, include_inputs=False,
         non_blocking=False):
    """(the cache, what the user gets)."""
    cache = Cache(model, modules, device, dtype, detach, include_output, include_inputs)
    return cache, CacheView(cache)
