from collections import defaultdict
from functools import partial
import copy
class Event:
    def __init__(self, name, **data): self.name, self.stopped = name, False; self.__dict__.update(data)
    def stop(self): self.stopped = True
    def __repr__(self): return f"Event({self.name}, {', '.join(f'{k}={v!r}' for k, v in vars(self).items() if k not in ('name', 'stopped'))})"
class Bus:
    def __init__(self): self._subs, self.errors = defaultdict(list), []
    def on(self, name, fn=None, *, priority=0):
        if fn is None: return partial(self.on, name, priority=priority)
        self._subs[name].append((-priority, len(self._subs[name]), fn)); self._subs[name].sort(key=lambda t: t[:2])
        return lambda: self._subs[name].remove(next(s for s in self._subs[name] if s[2] is fn))
    def emit(self, name, **data):
        e, results = Event(name, **data), []
        for *_, fn in [*self._subs[name], *self._subs["*"]]:
            try: results.append(fn(e))
            except Exception as err: self.errors.append(f"{getattr(fn, '__name__', 'partial')}: {type(err).__name__}: {err}")
            if e.stopped: break
        return results
bus = Bus()
@bus.on("load", priority=5)
def first(e): return "first " + e.path
off = bus.on("load", lambda e: e.path.upper())
bus.on("*", lambda e: repr(e))
bus.on("boom", lambda e: 1 / e.n)
print(type(first).__name__, bus.emit("load", path="a.txt"), bus.emit("boom", n=0), bus.errors, bus.emit("boom", n=4))
off(); print(bus.emit("load", path="b"))
bus.on("load", lambda e: e.stop(), priority=9); print(bus.emit("load", path="c"))
class Plugin:
    registry = {}
    def __init_subclass__(cls, *, name=None, needs=(), **kw):
        super().__init_subclass__(**kw); cls.name, cls.needs = name or cls.__name__.lower(), needs
        if cls.name in Plugin.registry: raise TypeError(f"plugin {cls.name!r} exists")
        Plugin.registry[cls.name] = cls
    def setup(self, host): host.append(self.name)
class Base(Plugin): pass
class Log(Plugin, name="logger", needs=("base",)): pass
class Net(Plugin, needs=("logger", "base")):
    def setup(self, host): super().setup(host); host.append("net+")
def load(names):
    host, done = [], set()
    def go(n, path=()):
        if n in path: raise RuntimeError("cycle " + ">".join((*path, n)))
        if n in done: return
        try: cls = Plugin.registry[n]
        except KeyError: raise LookupError(f"no plugin {n!r}, have {sorted(Plugin.registry)}") from None
        for d in cls.needs: go(d, (*path, n))
        cls().setup(host); done.add(n)
    for n in names: go(n)
    return host
print(load(["net"]))
for bad in (lambda: load(["nope"]), lambda: type("Log2", (Plugin,), {}, name="logger"), lambda: setattr(Plugin.registry["base"], "needs", ("net",)) or load(["net"])):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e, e.__suppress_context__)
class Observable:
    def __init__(self, **kw): object.__setattr__(self, "_watch", []); self.__dict__.update(kw)
    def __setattr__(self, k, v):
        old = getattr(self, k, None); super().__setattr__(k, v)
        for w in self._watch: w(k, old, v)
o = Observable(x=1); o._watch.append(lambda *a: print("changed", *a)); o.x = 5; o.y = [1]; del o.y; print(vars(o).keys())
hooks = []
def hookable(cls):
    for k, v in list(vars(cls).items()):
        if callable(v) and not k.startswith("_"):
            def make(f):
                def wrapped(self, *a):
                    for h in hooks: h(f.__name__, a)
                    return f(self, *a)
                return wrapped
            setattr(cls, k, make(v))
    return cls
@hookable
class Model:
    def forward(self, x): return self.scale(x) + 1
    def scale(self, x): return x * 2
hooks.append(lambda n, a: print("hook", n, a)); print(Model().forward(3)); hooks.clear(); print(Model().forward(4))
