import torch
import torch.nn as nn
import torch.nn.functional as F

z = torch.tensor([1 + 2j, -1j, 3.0])
print(z, z.dtype, z.real, z.imag, z.abs(), z.angle(), z.conj(), z * z, z + 1, z / 2, z ** 2, z == 3, z.sum(), z.mean())
print(torch.complex(torch.ones(2), torch.zeros(2)), torch.view_as_real(z), torch.view_as_complex(torch.ones(2, 2)), torch.polar(torch.tensor(2.0), torch.tensor(torch.pi / 2)), z.to(torch.complex128).dtype, z.real.dtype, torch.is_complex(z), z.tolist(), z[0].item())
print(z.exp(), z.sqrt(), z @ z.conj(), torch.vdot(z, z), torch.outer(z, z).shape, z.cumsum(0), z.reshape(3, 1).T.shape, z.conj().resolve_conj(), torch.real(z), torch.imag(z), z.norm(), z.abs().pow(2))
print(torch.tensor(1j) ** 2, torch.tensor([1j]).prod(), torch.zeros(2, dtype=torch.cfloat), torch.eye(2, dtype=torch.complex64), torch.randn(2, dtype=torch.cfloat).shape, torch.linalg.eigvals(torch.tensor([[0.0, -1.0], [1.0, 0.0]])), torch.fft.fft(torch.tensor([1.0, 0.0])))
