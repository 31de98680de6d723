import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.arange(12.0).view(3, 4)
print(x.is_contiguous(), x.T.is_contiguous(), x.T.contiguous().stride(), x.contiguous() is x, x[:, ::2].stride(), x[:, ::2].contiguous().stride(), x.expand(2, 3, 4).stride())
print(torch.zeros(1, 2, 3, 3).to(memory_format=torch.channels_last).stride(), torch.zeros(1, 2, 3, 3).contiguous(memory_format=torch.channels_last).is_contiguous(), torch.zeros(1, 2, 3, 3).to(memory_format=torch.channels_last).is_contiguous(memory_format=torch.channels_last) if False else '')
print(x.as_strided((2, 2), (4, 1), 1), x.as_strided((4,), (0,)), torch.as_strided(x, (3,), (5,)), x.T.flatten()[:4], x.T.reshape(2, 6)[0], x.unfold(1, 2, 1).shape, x.unfold(1, 2, 2)[0])
print(x.storage_offset(), x[1].storage_offset(), x[1, 2:].storage_offset(), x.element_size(), x.nbytes, x.T.data_ptr() == x.data_ptr(), x.clone().data_ptr() == x.data_ptr(), x.view(-1).data_ptr() == x.data_ptr())
print(x.clone(memory_format=torch.contiguous_format).shape, torch.empty_like(x.T).stride(), torch.zeros_like(x.T, memory_format=torch.contiguous_format).stride(), x.T.clone().stride(), (x.T + 1).stride(), x.T.exp().stride())
