import torch

t = torch.arange(8.0)
x = torch.sin(2 * torch.pi * t / 8) + 0.5
r = lambda z: [round(v, 3) + 0.0 for v in z.flatten().tolist()]
X = torch.fft.fft(x)
print(r(X.real), r(X.abs()), X.dtype, X.shape, torch.allclose(torch.fft.ifft(X).real, x, atol=1e-6))
R = torch.fft.rfft(x)
print(r(R.abs()), R.shape, torch.allclose(torch.fft.irfft(R, n=8), x, atol=1e-6), torch.fft.fftfreq(8), torch.fft.rfftfreq(8, d=0.5), torch.fft.fftshift(torch.arange(5)), torch.fft.ifftshift(torch.fft.fftshift(torch.arange(5))))
img = torch.arange(16.0).view(4, 4)
F2 = torch.fft.fft2(img)
print(r(F2.abs()[0]), torch.allclose(torch.fft.ifft2(F2).real, img, atol=1e-5), torch.fft.rfft2(img).shape, torch.fft.fftn(img[None]).shape, r(torch.fft.fft(x, n=4).abs()), r(torch.fft.fft(x, norm="ortho").abs()), torch.fft.hfft(R).shape)
k = torch.tensor([1.0, 2.0, 1.0])
conv = torch.nn.functional.conv1d(x[None, None], k.flip(0)[None, None], padding=2)[0, 0]
via = torch.fft.irfft(torch.fft.rfft(x, 10) * torch.fft.rfft(k, 10), 10)
print(torch.allclose(conv, via, atol=1e-5), r(conv)[:4])
w = torch.hann_window(4)
S = torch.stft(x, n_fft=4, hop_length=2, window=w, return_complex=True)
print(S.shape, r(S.abs())[:4], torch.allclose(torch.istft(S, n_fft=4, hop_length=2, window=w, length=8), x, atol=1e-5), r(torch.bartlett_window(5)), r(torch.kaiser_window(4)))
z = torch.polar(torch.ones(3), torch.tensor([0.0, torch.pi / 2, torch.pi]))
print(r(z.real), r(z.imag), r(z.angle()), r((z * z.conj()).real), torch.view_as_real(z).shape, r(torch.sinc(torch.tensor([0.0, 0.5]))), z.abs())
auto = torch.nn.functional.conv1d(x[None, None], x[None, None], padding=7)[0, 0]
print(auto.argmax(), r(torch.cumsum(x, 0)), r(torch.nn.functional.interpolate(x[None, None], scale_factor=0.5, mode="linear")), r(x.unfold(0, 4, 2).mean(-1)))
