"""The user's own modules in traces: NNsight(net), and modules attached to the tree of a model."""

from torch.nn.modules import module as _torch_module

# One dict module → path for each open trace that looks at modules.
_covers = []


class Run:
    """One call of a module: what it was given and what it gave, as the trace reads them."""

    def __init__(self, step):
        self.step = step
        self.inputs = ((), {})
        self.output = None
        self.end = 0
        self.recorded = True  # False: what an edit is about, before there is a run


def watch(net, attached):
    """Calls of these modules and of all below them are seen from now on."""
    paths = {}
    if net is not None:
        for path, module in net.named_modules():
            paths[module] = path
    for above, module in (attached or {}).items():
        for path, below in module.named_modules():
            paths.setdefault(below, f"{above}.{path}" if path else above)
    _covers.append(paths)
    _torch_module._watchers.append(_call)


def unwatch():
    """No longer."""
    _covers.pop()
    _torch_module._watchers.pop()


def _split(value, pairs):
    """(what goes on, what is read) of a structure; the pairs of its tensors are appended."""
    if _is_tensor(value):
        pair = _marked(value)
        pairs.append(pair)
        return pair
    if isinstance(value, (tuple, list)):
        parts = [_split(v, pairs) for v in value]
        flows, sites = [p[0] for p in parts], [p[1] for p in parts]
        if hasattr(value, "_fields"):
            return type(value)(*flows), type(value)(*sites)
        return type(value)(flows), type(value)(sites)
    if isinstance(value, dict):
        parts = {k: _split(v, pairs) for k, v in value.items()}
        return ({k: p[0] for k, p in parts.items()}, {k: p[1] for k, p in parts.items()})
    return value, value


def _call(module, args, kwargs):
    calls = _calls()
    if calls is None or module not in _covers[-1]:
        return module._call_with_hooks(args, kwargs)
    runs = calls.setdefault(module, [])
    run = Run(_step())
    runs.append(run)
    entered, left = [], []
    args, args_sites = _split(tuple(args), entered)
    kwargs, kwargs_sites = _split(dict(kwargs), entered)
    run.inputs = (args_sites, kwargs_sites)
    _tick()
    out = module._call_with_hooks(args, kwargs)
    _tick()
    for flow, site in entered:
        _closed(site, flow)
    out, run.output = _split(out, left)
    run.end = _tick()
    return out


def run(net, args, kwargs):
    """The net on an invoke's arguments."""
    return net(*args, **kwargs)


def result(net):
    """What the net gave."""
    return _seen(_calls()[net][-1].output)


def _each(value, change):
    """A structure with its tensors changed."""
    if _is_site(value):
        return change(value)
    if isinstance(value, (tuple, list)):
        parts = [_each(v, change) for v in value]
        return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
    if isinstance(value, dict):
        return {k: _each(v, change) for k, v in value.items()}
    return value


def adopt(applied):
    """The runs that an edit recorded are runs of the current invoke."""
    calls = _calls()
    for edited in applied.values():
        for module, runs in edited.items():
            for old in runs:
                if old.recorded:
                    new = Run(old.step)
                    new.inputs, new.output = _each(old.inputs, _adopted), _each(old.output, _adopted)
                    calls.setdefault(module, []).append(new)


def _module_at(net, path):
    return net.get_submodule(path)


def read(net, path, leaf):
    """A value of a net that ran."""
    run = _calls()[_module_at(net, path)][0]
    if leaf == "output":
        return _seen(run.output)
    args, kwargs = run.inputs
    return _seen((list(args) + list(kwargs.values()))[0])


def write(net, path, leaf, value):
    """The same is `value` from now on."""
    envoy = Envoy(_module_at(net, path), None, path)
    run = _calls()[envoy._module][0]
    if leaf == "output":
        run.output = _assign(run.output, value)
    else:
        envoy._assign_input(run, value)


def finished(model):
    """(path, run, function that reads a structure) of every run of a net's modules, in the order of their ends."""
    runs = [(run.end, f"model.{path}" if path else "model", run) for path, module in model._module.named_modules()
            for run in (_calls() or {}).get(module, [])]
    return [(path, run, _seen) for _, path, run in sorted(runs, key=lambda r: r[0])]


def root(module, state):
    """The envoy of a whole net."""
    return Envoy(module, state, "model")


def envoy(module, state, path):
    """A module attached to the tree of a model."""
    return Envoy(module, state, f"model.{path}") if hasattr(module, "named_modules") else module


def _seen(value):
    """A structure as it is read now."""
    return _each(value, _looked)


def _assign(site, value):
    """A structure with new values in it; a single one goes to the first tensor."""
    if _is_tensor(site):
        if isinstance(value, (tuple, list, dict)):
            raise TypeError("this is one tensor, not a tuple: assign the tensor itself")
        return _assigned(site, value)
    if isinstance(site, (tuple, list)):
        if isinstance(value, (tuple, list)):
            if len(value) > len(site):
                raise ValueError(f"a tuple of {len(site)} is wanted here, not one of {len(value)}")
            return type(site)(_assign(s, v) for s, v in zip(site, list(value) + list(site[len(value):])))
        for i, part in enumerate(site):
            if _is_tensor(part):
                return type(site)([*site[:i], _assigned(part, value), *site[i + 1:]])
        raise TypeError("there is no tensor to assign to here")
    if isinstance(site, dict):
        if isinstance(value, dict):
            return {k: _assign(s, value[k]) if k in value else s for k, s in site.items()}
        for key, part in site.items():
            if _is_tensor(part):
                return {**site, key: _assigned(part, value)}
        raise TypeError("there is no tensor to assign to here")
    return site


class Envoy:
    """A module of the user's in a model: its values inside a trace, the module itself elsewhere."""

    def __init__(self, module, state, path, model=None):
        fields = self.__dict__
        fields["_module"] = module
        fields["_state"] = state
        fields["path"] = path

    # --- values of the run ---

    def _run(self, what):
        place = _place(self._state)
        if place is None:
            raise ValueError(f"{self.path}.{what} is there inside a trace: `with model.trace(input):`")
        step, is_net, is_edit = place
        calls = _calls() or {}
        runs = calls.get(self._module, [])
        if is_net and is_edit and not runs:
            return self._planned(calls, step)
        if is_net:
            if step < len(runs):
                return runs[step]
            if runs:
                raise IndexError(f"'{self.path}' ran {len(runs)} times; run {step} is not there")
        else:
            for run in reversed(runs):
                if run.step == step:
                    return run
        raise ValueError(f"'{self.path}' is not called in this run, so it has no {what}")

    def _planned(self, calls, step):
        """In an edit: the module's run in a trace to come."""
        run = Run(step)
        path = self.path.partition(".")[2]
        run.recorded = False
        run.output = _placeholder(path, "output")
        run.inputs = ((_placeholder(path, "input"),), {})
        calls.setdefault(self._module, []).append(run)
        return run

    @property
    def output(self):
        """What the module gives; assigning replaces it."""
        return _seen(self._run("output").output)

    @output.setter
    def output(self, value):
        run = self._run("output")
        run.output = _assign(run.output, value)

    @property
    def inputs(self):
        """All arguments: ((positional, …), {name: value})."""
        return _seen(self._run("inputs").inputs)

    @inputs.setter
    def inputs(self, value):
        run = self._run("inputs")
        run.inputs = (_assign(run.inputs[0], value[0]), _assign(run.inputs[1], value[1]))

    @property
    def input(self):
        """The first argument; assigning replaces it."""
        args, kwargs = self._run("input").inputs
        values = list(args) + list(kwargs.values())
        return _seen(values[0]) if values else None

    @input.setter
    def input(self, value):
        self._assign_input(self._run("input"), value)

    def _assign_input(self, run, value):
        args, kwargs = run.inputs
        if args:
            run.inputs = ((_assign(args[0], value), *args[1:]), kwargs)
        else:
            name = next(iter(kwargs))
            run.inputs = (args, {**kwargs, name: _assign(kwargs[name], value)})

    def skip(self, replacement):
        """The module's output is `replacement`, whatever it would have been."""
        self.output = replacement

    def next(self, step=1):
        """What follows is about the next run of the module."""
        _next(step)
        return self

    # --- the tree ---

    def _child(self, name, module):
        return Envoy(module, self._state, f"{self.path}.{name}")

    def __getattr__(self, name):
        module = self.__dict__["_module"]
        children = module._modules
        if name in children and children[name] is not None:
            return self._child(name, children[name])
        if name.startswith("E_") and children.get(name[2:]) is not None:
            return self._child(name[2:], children[name[2:]])
        try:
            return getattr(module, name)
        except AttributeError:
            pass
        raise AttributeError(self._no_attribute(name))

    def _no_attribute(self, name):
        import difflib
        names = list(self._module._modules) + list(self._module._parameters)
        near = difflib.get_close_matches(name, names, 1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        return f"'{type(self._module).__name__}' has no attribute '{name}'{hint}"

    def __setattr__(self, name, value):
        if isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
        elif isinstance(value, Envoy):
            setattr(self._module, name, value._module)
        else:
            setattr(self._module, name, value)

    def __getitem__(self, key):
        if isinstance(key, slice):
            return list(self)[key]
        if isinstance(key, str):
            return getattr(self, key)
        count = len(self._module)
        if not -count <= key < count:
            raise IndexError(f"index {key} is out of range: '{self.path}' has {count}")
        name = str(key % count)
        return self._child(name, self._module._modules[name])

    def __iter__(self):
        return iter([self._child(n, m) for n, m in self._module._modules.items() if m is not None])

    def __len__(self):
        return len(self._module)

    def __bool__(self):
        return True

    def __eq__(self, other):
        return isinstance(other, Envoy) and other._module is self._module

    def __hash__(self):
        return hash(self._module)

    def children(self):
        """The modules directly below."""
        return list(self)

    def modules(self, include_fn=None, names=False):
        """All modules below, then this one."""
        found = [m for child in self for m in child.modules()] + [self]
        found = [m for m in found if include_fn is None or include_fn(m)]
        return [(m.path, m) for m in found] if names else found

    def named_modules(self, include_fn=None):
        """(path, module) of all below and of this one."""
        return self.modules(include_fn, names=True)

    def get(self, path):
        """What is at a dotted path below."""
        found = self
        for part in path.split("."):
            found = found[int(part)] if part.isdigit() else getattr(found, part)
        return found

    @property
    def device(self):
        """Of the first parameter; None without one."""
        for p in self._module.parameters():
            return p.device
        return None

    @property
    def devices(self):
        """Of all parameters."""
        return {p.device for p in self._module.parameters()}

    def to(self, *args, **kwargs):
        """Moves the module; gives itself."""
        self._module.to(*args, **kwargs)
        return self

    def cpu(self):
        """The module in main memory; gives itself."""
        return self.to("cpu")

    def cuda(self, *args):
        """The module on the GPU; gives itself."""
        self._module.cuda(*args)
        return self

    def __call__(self, *args, hook=False, **kwargs):
        """The module applied to values."""
        return self._module(*args, **kwargs)

    def __repr__(self):
        return repr(self._module)


class NNsight(Envoy):
    """NNsight(module): a module of the user's, to be traced."""

    def __init__(self, module, *args, rename=None, **kwargs):
        super().__init__(module, _new_state(module), "model")

    def trace(self, *args, trace=True, **kwargs):
        """A block over one run of the module: `with model.trace(x) as tracer:`."""
        for name in ("scan", "validate", "invoker_args", "backend", "remote"):
            kwargs.pop(name, None)
        if not trace:
            return self._module(*args, **kwargs)
        return _new_tracer(self._state, "trace", args, kwargs)

    def scan(self, *args, **kwargs):
        """A block that knows shapes and dtypes and computes nothing."""
        return _new_tracer(self._state, "scan", args, kwargs)

    def session(self, **kwargs):
        """Several traces as one; values flow between them."""
        return _new_session(self)

    def edit(self, *, inplace=False, **kwargs):
        """A block that becomes part of every later trace of the model it gives (or of this one)."""
        if inplace:
            return _new_edit(self._state, None)
        model = NNsight.__new__(type(self))
        Envoy.__init__(model, self._module, _copy_state(self._state), "model")
        return _new_edit(model._state, model)

    def clear_edits(self):
        """Forgets all edits of this model."""
        _clear_edits(self._state)
