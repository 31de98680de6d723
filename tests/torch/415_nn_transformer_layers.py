import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
src, tgt = torch.randn(2, 5, 8), torch.randn(2, 4, 8)


def stat(t):
    return f"{tuple(t.shape)} {t.sum().item():.4f} {t.abs().max().item():.4f}"


for kw in ({}, {"norm_first": True}, {"activation": "gelu"}, {"activation": F.silu, "bias": False}, {"layer_norm_eps": 1e-3, "norm_first": True, "activation": "gelu"}):
    torch.manual_seed(1)
    layer = nn.TransformerEncoderLayer(8, 2, dim_feedforward=16, dropout=0.0, batch_first=True, **kw)
    torch.manual_seed(1)
    dec = nn.TransformerDecoderLayer(8, 2, dim_feedforward=16, dropout=0.0, batch_first=True, **kw)
    print(sorted(k for k in kw), stat(layer(src)), stat(dec(tgt, src)), sum(p.numel() for p in layer.parameters()))
torch.manual_seed(2)
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, dropout=0.1, batch_first=True), num_layers=2, norm=nn.LayerNorm(8))
pad = torch.tensor([[False] * 5, [False, False, True, True, True]])
torch.manual_seed(3)
a = enc(src, src_key_padding_mask=pad)
print(stat(a[:, :2]))
enc.eval()
mask = nn.Transformer.generate_square_subsequent_mask(5)
with torch.no_grad():
    full = enc(src, mask=mask, is_causal=True)
    cut = enc(src[:, :3], mask=mask[:3, :3])
print(torch.allclose(full[:, :3], cut, atol=1e-5), stat(full))
same = all(torch.equal(p, q) for p, q in zip(enc.layers[0].parameters(), enc.layers[1].parameters()))
print(same, len(enc.layers), enc.num_layers)
dec = nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 16, dropout=0.0, batch_first=True), 2).eval()
tmask = nn.Transformer.generate_square_subsequent_mask(4)
out = dec(tgt, src, tgt_mask=tmask, memory_key_padding_mask=pad)
print(stat(out))
out2 = dec(tgt[:, :2], src, tgt_mask=tmask[:2, :2], memory_key_padding_mask=pad)
print(torch.allclose(out[:, :2], out2, atol=1e-5))
torch.manual_seed(4)
model = nn.Transformer(d_model=8, nhead=2, num_encoder_layers=1, num_decoder_layers=1, dim_feedforward=16, dropout=0.0, batch_first=True)
print(stat(model(src, tgt, tgt_mask=tmask)), sum(p.numel() for p in model.parameters()))
print(len(model.state_dict()), list(model.state_dict())[:3], model.encoder.norm, model.d_model, model.nhead)
print(model.encoder.layers[0])
seq_first = nn.TransformerEncoderLayer(8, 2, 16).eval()
print(seq_first(torch.randn(5, 3, 8)).shape, seq_first(torch.randn(5, 8)).shape, seq_first.self_attn.batch_first)
for f in (lambda: nn.TransformerEncoderLayer(8, 3), lambda: nn.TransformerEncoderLayer(8, 2, activation="tanh"), lambda: model(src[:1], tgt), lambda: model(torch.randn(2, 5, 6), tgt),
          lambda: enc(torch.randn(2, 5, 7)), lambda: enc(src, mask=torch.zeros(4, 4)), lambda: dec(tgt)):
    try:
        print(f().shape)
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:200])
h = []
enc.layers[1].register_forward_hook(lambda m, i, o: h.append(o))
with torch.no_grad():
    z = enc(src)
print(len(h), torch.allclose(enc.norm(h[0]), z, atol=1e-6))
model.train()
loss = model(src, tgt).pow(2).mean()
loss.backward()
print(round(loss.item(), 4), all(p.grad is not None for p in model.parameters()))
