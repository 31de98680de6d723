import math

import torch

t = torch.arange(64) / 64
signal = torch.sin(2 * math.pi * 5 * t) + 0.5 * torch.sin(2 * math.pi * 12 * t)
spectrum = torch.fft.rfft(signal)
peaks = spectrum.abs().topk(2)
print(peaks.indices.sort().values, peaks.values)
low = spectrum.clone()
low[8:] = 0
smooth = torch.fft.irfft(low, n=64)
print(torch.allclose(smooth, torch.sin(2 * math.pi * 5 * t), atol=1e-5), f"{(signal - smooth).pow(2).mean():.4f}")
z = torch.polar(torch.tensor([1.0, 2.0]), torch.tensor([0.0, math.pi / 2]))
print(z, z.abs(), z.angle(), z.conj(), z.real, z.imag, torch.view_as_real(z))
print(torch.complex(torch.ones(2), -torch.ones(2)) * z, z.prod(), (z ** 2).real.round(decimals=3), z.exp().shape, z.is_complex())
print(torch.tensor([1 + 1j]) == torch.tensor([1 + 1j]), torch.tensor(3 + 4j).abs(), torch.tensor(1j).item(), complex(torch.tensor(2 - 1j)))
kernel = torch.tensor([0.25, 0.5, 0.25])
conv = torch.nn.functional.conv1d(signal[None, None], kernel[None, None], padding=1)[0, 0]
by_hand = torch.stack([(signal[max(0, i - 1):i + 2] * kernel[(1 if i == 0 else 0):(2 if i == 63 else 3)]).sum() for i in range(64)])
print(torch.allclose(conv, by_hand, atol=1e-6), conv[:3])
product = torch.fft.ifft(torch.fft.fft(signal) * torch.fft.fft(kernel, n=64)).real
print(product.shape, torch.allclose(product[2:], torch.nn.functional.conv1d(signal[None, None], kernel.flip(0)[None, None])[0, 0], atol=1e-5))
power = torch.fft.fft(signal).abs().square() / 64
print(f"{power.sum():.3f} {signal.square().sum():.3f}", torch.fft.fftshift(torch.arange(5)), torch.fft.fft2(torch.eye(2)))
window = torch.hann_window(8)
print(window, torch.stft(signal, 16, hop_length=8, window=torch.hann_window(16), return_complex=True).shape)
print(torch.autograd.grad(torch.fft.rfft(x := torch.ones(4, requires_grad=True)).abs().sum(), x)[0])
