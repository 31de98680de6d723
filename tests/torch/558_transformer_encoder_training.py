import torch
import torch.nn as nn

torch.manual_seed(0)
vocab, seq = 10, 6


class Model(nn.Module):
    def __init__(self, d=16):
        super().__init__()
        self.embed, self.pos = nn.Embedding(vocab, d), nn.Parameter(torch.randn(seq, d) * 0.1)
        layer = nn.TransformerEncoderLayer(d, 2, 32, dropout=0.0, batch_first=True, norm_first=True)
        self.encoder = nn.TransformerEncoder(layer, 1, enable_nested_tensor=False)
        self.head = nn.Linear(d, vocab)

    def forward(self, x):
        mask = nn.Transformer.generate_square_subsequent_mask(x.shape[1])
        return self.head(self.encoder(self.embed(x) + self.pos, mask=mask, is_causal=True))


model = Model()
data = torch.stack([(torch.arange(seq + 1) * k + k) % vocab for k in range(1, 9)])
opt = torch.optim.AdamW(model.parameters(), lr=3e-3)
for step in range(41):
    logits = model(data[:, :-1])
    loss = nn.functional.cross_entropy(logits.flatten(0, 1), data[:, 1:].flatten())
    opt.zero_grad()
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    opt.step()
    if step % 10 == 0:
        print(step, f"{loss.item():.3f}", f"{norm.item():.2f}")
model.eval()
with torch.no_grad():
    early = model(data[:1, :-1])[:, :3]
    print(torch.allclose(early, model(data[:1, :-1])[:, :3], atol=1e-5))
    print((model(data[:, :-1]).argmax(-1)[:, 2:] == data[:, 3:]).float().mean() > 0.5)
print(nn.Transformer.generate_square_subsequent_mask(3))
print(sum(p.numel() for p in model.parameters()), list(dict(model.named_children())), model.encoder.layers[0].self_attn.in_proj_weight.shape)
attn = nn.MultiheadAttention(8, 2, batch_first=True)
q = torch.randn(1, 3, 8)
out, weights = attn(q, q, q, need_weights=True, average_attn_weights=False, key_padding_mask=torch.tensor([[False, False, True]]))
print(out.shape, weights.shape, weights[..., 2].sum().item(), weights.sum(-1).allclose(torch.ones(1, 2, 3)))
