import torch

t = torch.arange(8) / 8
x = torch.sin(2 * torch.pi * t) + 0.5 * torch.cos(4 * torch.pi * t)
X = torch.fft.fft(x)
print(X.abs().round(decimals=3), torch.fft.rfft(x).abs(), torch.fft.irfft(torch.fft.rfft(x)).allclose(x, atol=1e-6), torch.fft.fftfreq(8, 1 / 8), torch.fft.rfftfreq(8), torch.fft.fftshift(torch.arange(4)), torch.fft.ifftshift(torch.arange(5)), torch.fft.ifft(X).real.allclose(x, atol=1e-6))
z = torch.tensor([1 + 1j, 2 - 1j])
print(z, z.real, z.imag, z.conj(), z.abs(), z.angle(), z * z, z + 1, z.sum(), torch.view_as_real(z), torch.view_as_complex(torch.tensor([[1.0, 2.0]])), torch.complex(torch.ones(1), torch.ones(1)), torch.polar(torch.ones(1), torch.tensor([torch.pi / 2])).real.abs() < 1e-6, z.is_complex(), z.dtype, z.exp(), z ** 2, z.mean(), z == z.conj().conj(), torch.isreal(z), z.conj().resolve_conj(), z.H if z.ndim == 2 else z.conj(), z.tolist(), z[0].item(), (z @ z.conj()).real, torch.vdot(z, z), z.to(torch.complex128).dtype, z.sgn())
print(torch.fft.fft2(torch.eye(2)), torch.fft.rfft2(torch.ones(2, 2)).real, torch.fft.fftn(torch.ones(2, 2))[0, 0], torch.fft.fft(torch.ones(3, 4), dim=0)[0], torch.fft.fft(torch.ones(4), n=6)[0], torch.fft.fft(torch.ones(4), norm="ortho")[0], torch.fft.hfft(torch.ones(3)), torch.stft(torch.ones(16), n_fft=4, hop_length=4, window=torch.hann_window(4), return_complex=True).shape)
a, b = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([0.5, 1.0])
n = 4
conv = torch.fft.irfft(torch.fft.rfft(a, n) * torch.fft.rfft(b, n), n)
print(conv, torch.nn.functional.conv1d(a.view(1, 1, -1), b.flip(0).view(1, 1, -1), padding=1).flatten())
power = torch.fft.rfft(x).abs() ** 2 / len(x)
print(power, power.argmax().item(), power.topk(2).indices.tolist())
