# Newton, conjugate gradients, Runge-Kutta, quadrature, fixed points, Monte Carlo and finite differences with tensors.
import math

import torch

f = lambda x: x**3 - 2 * x - 5
x = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
for step in range(6):
    g, = torch.autograd.grad(f(x), x)
    x = (x - f(x) / g).detach().requires_grad_()
    print(step, f"{x.item():.12f}")
A = torch.tensor([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]], dtype=torch.float64)
b = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64)
s, r = torch.zeros(3, dtype=torch.float64), b.clone()
p = r.clone()
for k in range(3):
    Ap = A @ p
    alpha = (r @ r) / (p @ Ap)
    s, new = s + alpha * p, r - alpha * Ap
    print("cg", k, f"{new.norm():.2e}" if new.norm() > 1e-8 else "done")
    p = new + (new @ new) / (r @ r) * p
    r = new
print(s, torch.allclose(s, torch.linalg.solve(A, b)))
jacobi = torch.zeros(3, dtype=torch.float64)
D = A.diagonal()
for _ in range(60):
    jacobi = (b - (A - torch.diag(D)) @ jacobi) / D
print("jacobi", torch.allclose(jacobi, s), "spectral radius", torch.linalg.eigvals((A - torch.diag(D)) / D[:, None]).abs().max().round(decimals=4))


def rk4(f, y, t, h):
    k1 = f(t, y)
    k2 = f(t + h / 2, y + h / 2 * k1)
    k3 = f(t + h / 2, y + h / 2 * k2)
    k4 = f(t + h, y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


rotate = torch.tensor([[0.0, 1.0], [-1.0, 0.0]], dtype=torch.float64)
for steps in [10, 20, 40]:
    y, h = torch.tensor([0.0, 1.0], dtype=torch.float64), math.pi / 2 / steps
    for i in range(steps):
        y = rk4(lambda t, y: rotate @ y, y, i * h, h)
    print(steps, y.round(decimals=6), f"error {(y - torch.tensor([1.0, 0.0])).abs().max().item():.1e}")
grid = torch.linspace(0, math.pi, 101, dtype=torch.float64)
simpson = (grid[1] - grid[0]) / 3 * (torch.sin(grid) * torch.tensor([1.0] + [4.0, 2.0] * 49 + [4.0, 1.0], dtype=torch.float64)).sum()
print(torch.trapezoid(torch.sin(grid), grid), simpson, torch.cumulative_trapezoid(torch.sin(grid), grid)[-1])
torch.manual_seed(0)
dots = torch.rand(20000, 2)
print("pi", abs((dots.square().sum(1) < 1).float().mean().item() * 4 - math.pi) < 0.05)
def rosenbrock(p):
    return (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2
point = torch.tensor([-1.0, 1.0], dtype=torch.float64)
for k in range(8):
    gradient = torch.func.grad(rosenbrock)(point)
    hessian = torch.func.hessian(rosenbrock)(point)
    point = point - torch.linalg.solve(hessian, gradient)
print("newton", point, rosenbrock(point) < 1e-12)
eps = 1e-6
numeric = torch.stack([(rosenbrock(point + eps * e) - rosenbrock(point - eps * e)) / (2 * eps) for e in torch.eye(2, dtype=torch.float64)])
print("gradient", numeric.abs().max() < 1e-4)
cosine = torch.tensor(1.0, dtype=torch.float64)
for _ in range(100):
    cosine = cosine.cos()
print(f"fixed point {cosine:.10f}", torch.isclose(cosine, cosine.cos()))
coefficients = torch.tensor([1.0, -6.0, 11.0, -6.0], dtype=torch.float64)
companion = torch.diag(torch.ones(2, dtype=torch.float64), -1)
companion[0] = -coefficients[1:]
print("roots", torch.linalg.eigvals(companion).real.sort().values)
V = torch.vander(torch.tensor([0.0, 1.0, 2.0, 3.0], dtype=torch.float64), increasing=True)
print("interpolation", torch.linalg.solve(V, torch.tensor([1.0, 2.0, 9.0, 28.0], dtype=torch.float64)).round(decimals=6) + 0.0)
