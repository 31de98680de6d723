import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)
r = lambda t: [round(v, 4) for v in t.flatten()[:5].tolist()]
q, k, v = torch.randn(2, 2, 4, 8), torch.randn(2, 2, 5, 8), torch.randn(2, 2, 5, 8)
print(r(F.scaled_dot_product_attention(q, k, v)), r(F.scaled_dot_product_attention(q, k[:, :, :4], v[:, :, :4], is_causal=True)), r(F.scaled_dot_product_attention(q, k, v, attn_mask=torch.ones(4, 5).tril().bool())), r(F.scaled_dot_product_attention(q, k, v, scale=0.1)))
mha = nn.MultiheadAttention(8, 2, batch_first=True)
x = torch.randn(2, 4, 8)
out, w = mha(x, x, x)
print(out.shape, w.shape, r(out), w.sum(-1), r(mha(x, x, x, need_weights=False)[0]))
mask = nn.Transformer.generate_square_subsequent_mask(4)
print(mask, r(mha(x, x, x, attn_mask=mask)[0]), mha(x, x, x, attn_mask=mask)[1][0], r(mha(x, x, x, attn_mask=mask, is_causal=True, need_weights=False)[0]))
pad = torch.tensor([[False, False, True, True], [False] * 4])
print(mha(x, x, x, key_padding_mask=pad)[1][0, 0], mha(x, x, x, average_attn_weights=False)[1].shape)
seq = nn.MultiheadAttention(8, 4, kdim=6, vdim=5, add_zero_attn=True, add_bias_kv=True)
o, ww = seq(torch.randn(3, 2, 8), torch.randn(7, 2, 6), torch.randn(7, 2, 5))
print(o.shape, ww.shape, r(o), mha(x[0], x[0], x[0])[0].shape)
enc = nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, batch_first=True)
print(r(enc(x)), r(enc(x, src_mask=mask)), r(enc(x, src_key_padding_mask=pad)[1]))
pre = nn.TransformerEncoderLayer(8, 2, 16, dropout=0.0, activation="gelu", norm_first=True, batch_first=True)
print(r(pre(x)), r(nn.TransformerEncoder(pre, 2, nn.LayerNorm(8))(x, mask=mask)))
dec = nn.TransformerDecoderLayer(8, 2, 16, dropout=0.0, batch_first=True)
print(r(dec(x, torch.randn(2, 3, 8), tgt_mask=mask)), r(nn.TransformerDecoder(dec, 2)(x, x)))
model = nn.Transformer(8, 2, 1, 1, 16, dropout=0.0)
print(r(model(torch.randn(5, 1, 8), torch.randn(3, 1, 8))), sum(p.numel() for p in model.parameters()))
for bad in (lambda: nn.MultiheadAttention(7, 2), lambda: mha(torch.zeros(2, 4, 6), x, x), lambda: mha(x, x, x, attn_mask=torch.zeros(3, 3)), lambda: nn.TransformerEncoderLayer(4, 2, activation="foo")):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err)[:110])
