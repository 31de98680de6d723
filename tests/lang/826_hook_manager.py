"""Forward hooks by hand: modules that call hooks, handles that remove them, recorders as contexts."""
from contextlib import ExitStack, contextmanager
from collections import defaultdict

class Handle:
    _count = 0

    def __init__(self, hooks, hook):
        Handle._count += 1
        self.id, self.hooks = Handle._count, hooks
        hooks[self.id] = hook

    def remove(self):
        self.hooks.pop(self.id, None)

    __enter__ = lambda self: self
    def __exit__(self, *exc): self.remove()

class Module:
    def __init__(self):
        self.__dict__.update(children={}, hooks={})

    def __setattr__(self, name, value):
        if isinstance(value, Module):
            self.children[name] = value
        else:
            super().__setattr__(name, value)

    def __getattr__(self, name):
        try:
            return self.__dict__["children"][name]
        except KeyError:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}") from None

    def named(self, prefix=""):
        yield prefix, self
        for name, child in self.children.items():
            yield from child.named(f"{prefix}.{name}" if prefix else name)

    def on_forward(self, hook):
        return Handle(self.hooks, hook)

    def __call__(self, x):
        out = self.forward(x)
        for hook in list(self.hooks.values()):
            changed = hook(self, x, out)
            out = out if changed is None else changed
        return out

class Scale(Module):
    def __init__(self, k):
        super().__init__()
        self.k = k
    def forward(self, x): return [self.k * v for v in x]

class Stack(Module):
    def __init__(self, *parts):
        super().__init__()
        for i, p in enumerate(parts):
            setattr(self, str(i), p)
    def forward(self, x):
        for part in self.children.values():
            x = part(x)
        return x

@contextmanager
def record(model):
    seen = defaultdict(list)
    with ExitStack() as stack:
        for name, module in model.named():
            stack.enter_context(module.on_forward(lambda m, i, o, name=name: seen[name or "<root>"].append(o)))
        yield seen

model = Stack(Scale(2), Stack(Scale(-1), Scale(0.5)), Scale(10))
print([(n, type(m).__name__) for n, m in model.named()])
with record(model) as seen:
    print(model([1, 2]))
print(dict(seen))
print(sum(len(m.hooks) for _, m in model.named()), Handle._count)
with getattr(model, "1").on_forward(lambda m, i, o: [0 for _ in o]):
    print(model([1, 2]))
print(model([1, 2]))
handle = getattr(model, "0").on_forward(lambda m, i, o: o + [99])
print(model([1]))
handle.remove()
handle.remove()
print(model([1]), getattr(model, "0").k)
try:
    with record(model) as seen:
        model(3)
except TypeError as error:
    print("TypeError:", error)
print(dict(seen), [len(m.hooks) for _, m in model.named()])
try:
    model.head
except AttributeError as error:
    print(error, hasattr(model, "2"))
