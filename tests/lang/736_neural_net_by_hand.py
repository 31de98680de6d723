import math, random
rng = random.Random(1)
def matmul(A, B): return [[sum(a * b for a, b in zip(r, c)) for c in zip(*B)] for r in A]
def T(A): return [list(r) for r in zip(*A)]
def softmax(xs):
    m = max(xs); e = [math.exp(x - m) for x in xs]; s = sum(e)
    return [x / s for x in e]
class Value:
    def __init__(self, data, kids=(), op=""): self.data, self.grad, self._back, self.kids, self.op = data, 0.0, lambda: None, kids, op
    def _wrap(o): return o if isinstance(o, Value) else Value(o)
    def __add__(self, o):
        o = Value._wrap(o); out = Value(self.data + o.data, (self, o), "+")
        def back(): self.grad += out.grad; o.grad += out.grad
        out._back = back; return out
    def __mul__(self, o):
        o = Value._wrap(o); out = Value(self.data * o.data, (self, o), "*")
        def back(): self.grad += o.data * out.grad; o.grad += self.data * out.grad
        out._back = back; return out
    __radd__, __rmul__ = __add__, __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + (-Value._wrap(o))
    def __pow__(self, n):
        out = Value(self.data ** n, (self,), f"**{n}")
        def back(): self.grad += n * self.data ** (n - 1) * out.grad
        out._back = back; return out
    def tanh(self):
        t = math.tanh(self.data); out = Value(t, (self,), "tanh")
        def back(): self.grad += (1 - t * t) * out.grad
        out._back = back; return out
    def backward(self):
        order, seen = [], set()
        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for k in v.kids: visit(k)
                order.append(v)
        visit(self); self.grad = 1.0
        for v in reversed(order): v._back()
    def __repr__(self): return f"Value({self.data:.4f}, grad={self.grad:.4f})"
a, b = Value(2.0), Value(-3.0); c = a * b + a ** 2; c.backward(); print(a, b, c)
class Neuron:
    def __init__(self, n): self.w = [Value(rng.uniform(-1, 1)) for _ in range(n)]; self.b = Value(0.0)
    def __call__(self, x): return sum((w * xi for w, xi in zip(self.w, x)), self.b).tanh()
    def params(self): return self.w + [self.b]
class Net:
    def __init__(self, *sizes): self.layers = [[Neuron(i) for _ in range(o)] for i, o in zip(sizes, sizes[1:])]
    def __call__(self, x):
        for layer in self.layers: x = [n(x) for n in layer]
        return x[0] if len(x) == 1 else x
    def params(self): return [p for l in self.layers for n in l for p in n.params()]
net = Net(2, 4, 1)
data = [((0, 0), -1), ((0, 1), 1), ((1, 0), 1), ((1, 1), -1)]
print(len(net.params()))
for epoch in range(60):
    loss = sum(((net(x) - y) ** 2 for x, y in data), Value(0.0))
    for p in net.params(): p.grad = 0.0
    loss.backward()
    for p in net.params(): p.data -= 0.1 * p.grad
    if epoch % 15 == 0: print(epoch, f"{loss.data:.5f}")
print(f"{loss.data:.5f}", [f"{net(x).data:+.3f}" for x, _ in data])
def attention(Q, K, V, causal=True):
    d = len(Q[0]); S = [[x / math.sqrt(d) for x in r] for r in matmul(Q, T(K))]
    if causal: S = [[x if j <= i else float("-inf") for j, x in enumerate(r)] for i, r in enumerate(S)]
    P = [softmax(r) for r in S]
    return P, matmul(P, V)
X = [[rng.gauss(0, 1) for _ in range(3)] for _ in range(4)]
P, O = attention(X, X, X)
for r in P: print(" ".join(f"{p:.3f}" for p in r), "|", f"{sum(r):.6f}")
print([[round(x, 4) for x in r] for r in O][0])
def layer_norm(x, eps=1e-5): m = sum(x) / len(x); v = sum((i - m) ** 2 for i in x) / len(x); return [(i - m) / math.sqrt(v + eps) for i in x]
print([round(x, 4) for x in layer_norm([1.0, 2.0, 4.0])], [round(x, 4) for x in softmax([1, 2, 3])], sum(softmax([1000, 1001])))
