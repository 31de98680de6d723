# torch.fft: transforms, their inverses, norms, sizes, helpers and windows.
import math

import torch

x = torch.tensor([1.0, 2.0, -1.0, 0.5])
m = torch.arange(6.0).reshape(2, 3)
f = torch.fft
print(f.fft(x), f.ifft(f.fft(x)).real, f.rfft(x), f.irfft(f.rfft(x)), f.irfft(f.rfft(x), n=4), f.hfft(torch.tensor([1 + 0j, 2 + 1j, 3 + 0j])), f.ihfft(x))
for norm in ["forward", "backward", "ortho", None]:
    print(norm, f.fft(x, norm=norm).abs(), f.ifft(x, norm=norm).abs(), f.rfft(x, norm=norm).abs())
print(f.fft(x, n=2), f.fft(x, n=6).abs(), f.rfft(x, n=3), f.fft(m, dim=0), f.fft(m, dim=-1).shape, f.rfft(m, dim=0).shape, f.fft2(m).abs(), f.ifft2(f.fft2(m)).real, f.rfft2(m).shape, f.irfft2(f.rfft2(m), s=(2, 3)), f.fftn(m).real, f.ifftn(f.fftn(m)).real, f.rfftn(m).shape, f.irfftn(f.rfftn(m), s=m.shape), f.fftn(m, dim=(0,)).shape, f.fft2(m, s=(4, 4)).shape, f.hfft2(torch.ones(2, 2, dtype=torch.complex64)), f.ihfft2(m).shape)
print(f.fftfreq(5), f.fftfreq(4, d=0.5), f.rfftfreq(6), f.rfftfreq(4, 0.1), f.fftshift(torch.arange(5)), f.ifftshift(torch.arange(5)), f.fftshift(m, dim=1), f.ifftshift(f.fftshift(m)).equal(m), f.fftfreq(3, dtype=torch.float64), f.fftshift(f.fftfreq(4)))
n, rate = 64, 64.0
t = torch.arange(n) / rate
signal = 2 * torch.sin(2 * math.pi * 5 * t) + 0.5 * torch.cos(2 * math.pi * 12 * t)
spectrum = f.rfft(signal).abs() / n * 2
top = spectrum.topk(2)
print("peaks at", f.rfftfreq(n, 1 / rate)[top.indices].tolist(), [round(v, 3) for v in top.values.tolist()])
kernel = torch.zeros(n)
kernel[:4] = 0.25
circular = f.irfft(f.rfft(signal) * f.rfft(kernel), n=n)
direct = sum(0.25 * signal.roll(k) for k in range(4))
print("convolution theorem", torch.allclose(circular, direct, atol=1e-5), "parseval", round((signal**2).sum().item(), 3), round((f.fft(signal).abs() ** 2).sum().item() / n, 3))
for name in ["hann", "hamming", "blackman", "bartlett", "kaiser"]:
    window = getattr(torch, name + "_window")
    print(name, window(5), window(4, periodic=False), window(1), window(3, dtype=torch.float64).dtype)
S = torch.stft(signal, n_fft=16, hop_length=8, window=torch.hann_window(16), return_complex=True)
back = torch.istft(S, n_fft=16, hop_length=8, window=torch.hann_window(16), length=n)
print(S.shape, S.dtype, torch.allclose(back, signal, atol=1e-4), S.abs().argmax(0), torch.view_as_real(S).shape)
print(torch.stft(signal, 16, window=torch.ones(16), center=False, return_complex=True).shape, torch.stft(signal, 16, hop_length=4, win_length=8, window=torch.ones(8), normalized=True, onesided=False, return_complex=True).shape)
z = torch.tensor([1 + 1j, -2j, 3.0])
print(f.fft(z), z.conj(), z.abs(), z.angle(), z.real, z.imag, torch.fft.fft(torch.tensor([1, 2, 3])), f.fft(x.double()).dtype, f.fft(torch.ones(2, dtype=torch.bool)))
g = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
f.fft(g).abs().pow(2).sum().backward()
print(g.grad, f.fft(g), f.rfft(g).grad_fn.name())
for attempt in [lambda: f.fft(x, n=0), lambda: f.fft(x, dim=2), lambda: f.rfft(z), lambda: f.fft(x, norm="bad"), lambda: f.fft2(x), lambda: f.fftn(m, dim=(0, 0)), lambda: f.irfft(x, n=-1), lambda: torch.stft(signal, 16), lambda: f.fft("a"), lambda: f.fft(x, 4, 0, "ortho", 1)]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, str(err).splitlines()[0])
