import torch
import torch.nn as nn
import torch.nn.functional as F

h = torch.tensor([1.0, 0.1, 1000.5], dtype=torch.float16)
b = torch.tensor([1.0, 0.1, 1000.5], dtype=torch.bfloat16)
print(h, b, h.float(), b.float(), h.dtype, b.dtype, h.element_size(), (h + b).dtype, (h * 2), (b * 2), h + 1, b / 3, h.sum(), b.sum(), h.mean(), b.max())
print(h.to(torch.bfloat16), torch.tensor(65536.0).half(), torch.tensor(1e-8).half(), torch.tensor(3.14159).half().item(), torch.tensor(3.14159).bfloat16().item(), torch.finfo(torch.float16), torch.finfo(torch.bfloat16).eps)
print(h @ h, (h[None] @ h[:, None]), F.softmax(h, 0), F.layer_norm(b, (3,)), torch.equal(h.float().half(), h), h.tolist(), b.tolist(), h == 0.1, b > 0.5, h.argmax(), torch.cat([h, h]).dtype)
print(nn.Linear(3, 2).half().weight.dtype, nn.Linear(3, 2).bfloat16()(b).dtype, torch.zeros(2, dtype=torch.float16).requires_grad_().grad, torch.ones(2).to(torch.float16) * torch.tensor(2.0), torch.arange(3, dtype=torch.float16), torch.linspace(0, 1, 3, dtype=torch.bfloat16), torch.rand(2, dtype=torch.float16).dtype)
