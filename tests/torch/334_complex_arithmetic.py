# Complex tensors: making, parts, conjugates, printing, functions, gradients, what is refused.
import math

import torch

z = torch.tensor([3 + 4j, -1j, 2.0, -1 + 1e-4j])
print(z, z.real, z.imag, z.abs(), z.angle(), z.conj(), torch.view_as_real(z), z.dtype, z.is_complex(), z.conj().is_conj(), z.conj().resolve_conj().is_conj(), z.mH if z.dim() > 1 else "", torch.real(z), torch.imag(z), torch.isreal(z), torch.sgn(z), z.norm(), z.sum(), z.mean(), z.prod())
print(z * 1j, z / (1 + 1j), z**2, z + 1, 1 - z, z * torch.tensor([1.0, 2.0, 3.0, 4.0]), z == z.conj(), z.exp(), z.log(), z.sqrt(), torch.sin(z[:1]), torch.tanh(z[:1]), z.reciprocal(), torch.polar(torch.tensor([1.0, 2.0]), torch.tensor([math.pi / 2, math.pi])), torch.complex(torch.ones(2), torch.zeros(2)), z.to(torch.complex128)[:1], -z, abs(z), z.square())
m = torch.tensor([[1 + 1j, 2.0], [0.0, 1 - 1j]])
print(m, m.T, m.H, m.mH, m.adjoint(), m @ m.H, torch.linalg.det(m), torch.linalg.inv(m), torch.linalg.eigvals(m).abs().sort().values, m.trace(), torch.vdot(z, z), torch.dot(z, z), torch.linalg.norm(m), m.tril(), torch.linalg.eigvalsh(m @ m.H))
print(torch.tensor(1 + 2j).item(), complex(torch.tensor(2j)), torch.zeros(2, dtype=torch.complex64), torch.ones(1, dtype=torch.complex128), torch.eye(2, dtype=torch.complex64), torch.arange(3).to(torch.complex64), torch.tensor([1, 2]) * 1j, torch.full((2,), 1 - 1j), torch.view_as_complex(torch.arange(4.0).view(2, 2)), torch.rand(2, dtype=torch.complex64, generator=torch.Generator().manual_seed(0)))
z2 = torch.zeros(2, dtype=torch.complex64)
z2.real[0], z2.imag = 5.0, torch.tensor([1.0, -1.0])
print(z2, z2.tolist())
w = torch.tensor([1 + 1j, 2 - 1j], requires_grad=True)
(w.abs() ** 2).sum().backward()
print(w.grad, w)
w.grad = None
(w * w.conj()).real.sum().backward()
print(w.grad, (w**2).real.grad_fn.name())
for attempt in [lambda: z > z, lambda: z.max(), lambda: z.sort(), lambda: z.float(), lambda: z.long(), lambda: torch.relu(z), lambda: z // 2, lambda: z % 2, lambda: (w**2).sum().backward(), lambda: float(z[0]), lambda: int(z[0]), lambda: torch.view_as_complex(torch.zeros(3)), lambda: torch.complex(torch.ones(2), torch.ones(2).long()), lambda: torch.polar(torch.ones(2), torch.ones(2).double()), lambda: torch.ones(2).imag, lambda: torch.ones(2).add_(1j), lambda: z.clamp(0, 1), lambda: z.floor(), lambda: torch.tensor([1j], dtype=torch.float32), lambda: z.argmax(), lambda: torch.fft.rfft(z), lambda: torch.nn.functional.softmax(z, 0)]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
