"""Attention of several heads, as torch.nn.MultiheadAttention computes it."""

import torch

_op = torch._operator
_linear, _attention = _op("linear"), _op("scaled_dot_product_attention")


def _mask(mask, dtype, name):
    """Booleans as -inf where True; floats as they are."""
    if mask is None or mask.dtype.is_floating_point:
        return mask
    if mask.dtype != torch.bool:
        raise AssertionError(f"only bool and floating types of {name} are supported")
    return torch.zeros_like(mask, dtype=dtype).masked_fill_(mask, float("-inf"))


def _check_shapes(query, key, value, padding, mask):
    """Is there a batch dimension? AssertionError where the shapes do not fit each other."""
    dims = query.ndim
    if dims not in (2, 3):
        raise AssertionError(f"query should be unbatched 2D or batched 3D tensor but received {dims}-D query tensor")
    batch = "batched" if dims == 3 else "unbatched"
    if key.ndim != dims or value.ndim != dims:
        raise AssertionError(f"For {batch} ({dims}-D) `query`, expected `key` and `value` to be {dims}-D but found {key.ndim}-D and "
                             f"{value.ndim}-D tensors respectively")
    if padding is not None and padding.ndim != dims - 1:
        raise AssertionError(f"For {batch} ({dims}-D) `query`, expected `key_padding_mask` to be `None` or {dims - 1}-D but found "
                             f"{padding.ndim}-D tensor instead")
    if mask is not None and mask.ndim not in (2, 3):
        raise AssertionError(f"For {batch} ({dims}-D) `query`, expected `attn_mask` to be `None`, 2-D or 3-D but found "
                             f"{mask.ndim}-D tensor instead")
    return dims == 3


def _check_sources(key, value, separate):
    if separate and key.shape[:2] != value.shape[:2]:
        raise AssertionError(f"key's sequence and batch dims {key.shape[:2]} do not match value's {value.shape[:2]}")
    if not separate and key.shape != value.shape:
        raise AssertionError(f"key shape {key.shape} does not match value shape {value.shape}")


def _check_padding(mask, B, S):
    for i, wanted in enumerate((B, S)):
        if mask.shape[i] != wanted:
            raise AssertionError(f"Expected key_padded_mask.shape[{i}] to be {wanted}, but got {mask.shape[i]}")


def _project(query, key, value, weight, bias):
    width = query.shape[-1]
    if query is key and key is value:
        return tuple(part.contiguous() for part in _linear(query, weight, bias).chunk(3, dim=-1))
    weights = weight.chunk(3)
    biases = (None, None, None) if bias is None else bias.chunk(3)
    return tuple(_linear(x, w, b) for x, w, b in zip((query, key, value), weights, biases))


def multi_head_attention_forward(query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k, bias_v,
                                 add_zero_attn, dropout_p, out_proj_weight, out_proj_bias, training=True,
                                 key_padding_mask=None, need_weights=True, attn_mask=None, use_separate_proj_weight=False,
                                 q_proj_weight=None, k_proj_weight=None, v_proj_weight=None, static_k=None, static_v=None,
                                 average_attn_weights=True, is_causal=False):
    """query [T, B, D], key and value [S, B, D]: the output [T, B, D], and the weights [B, T, S] or [B, H, T, S]."""
    batched = _check_shapes(query, key, value, key_padding_mask, attn_mask)
    if not batched:
        same = query is key and key is value
        query = query.unsqueeze(1)
        key, value = (query, query) if same else (key.unsqueeze(1), value.unsqueeze(1))
        key_padding_mask = None if key_padding_mask is None else key_padding_mask.unsqueeze(0)
    T, B, D = query.shape
    S, head = key.shape[0], D // num_heads
    key_padding_mask = _mask(key_padding_mask, query.dtype, "key_padding_mask")
    if is_causal and attn_mask is None:
        raise RuntimeError("Need attn_mask if specifying the is_causal hint. You may use the Transformer module method "
                           "`generate_square_subsequent_mask` to create this mask.")
    attn_mask = _mask(attn_mask, query.dtype, "attn_mask")
    if D != embed_dim_to_check:
        raise AssertionError(f"was expecting embedding dimension of {embed_dim_to_check}, but got {D}")
    _check_sources(key, value, use_separate_proj_weight)
    if use_separate_proj_weight:
        biases = (None, None, None) if in_proj_bias is None else in_proj_bias.chunk(3)
        q, k, v = (_linear(x, w, b) for x, w, b in
                   zip((query, key, value), (q_proj_weight, k_proj_weight, v_proj_weight), biases))
    else:
        q, k, v = _project(query, key, value, in_proj_weight, in_proj_bias)
    if attn_mask is not None:
        if attn_mask.ndim == 2 and attn_mask.shape != (T, S):
            raise RuntimeError(f"The shape of the 2D attn_mask is {attn_mask.shape}, but should be {(T, S)}.")
        if attn_mask.ndim == 3 and attn_mask.shape != (B * num_heads, T, S):
            raise RuntimeError(f"The shape of the 3D attn_mask is {attn_mask.shape}, but should be {(B * num_heads, T, S)}.")
        attn_mask = attn_mask.unsqueeze(0) if attn_mask.ndim == 2 else attn_mask
    grow = lambda mask: None if mask is None else torch.nn.functional.pad(mask, (0, 1))
    if bias_k is not None:
        k, v = torch.cat([k, bias_k.repeat(1, B, 1)]), torch.cat([v, bias_v.repeat(1, B, 1)])
        attn_mask, key_padding_mask = grow(attn_mask), grow(key_padding_mask)
    q = q.view(T, B * num_heads, head).transpose(0, 1)
    k = k.view(k.shape[0], B * num_heads, head).transpose(0, 1) if static_k is None else static_k
    v = v.view(v.shape[0], B * num_heads, head).transpose(0, 1) if static_v is None else static_v
    if add_zero_attn:
        zeros = torch.zeros(B * num_heads, 1, head, dtype=k.dtype)
        k, v = torch.cat([k, zeros], dim=1), torch.cat([v, zeros], dim=1)
        attn_mask, key_padding_mask = grow(attn_mask), grow(key_padding_mask)
    S = k.shape[1]
    if key_padding_mask is not None:
        _check_padding(key_padding_mask, B, S)
        padding = key_padding_mask.view(B, 1, 1, S).expand(-1, num_heads, -1, -1).reshape(B * num_heads, 1, S)
        attn_mask = padding if attn_mask is None else attn_mask + padding
    dropout_p = dropout_p if training else 0.0
    if need_weights:
        q = q * (1.0 / head) ** 0.5
        scores = torch.bmm(q, k.transpose(-2, -1)) if attn_mask is None else torch.baddbmm(attn_mask, q, k.transpose(-2, -1))
        weights = scores.softmax(dim=-1)
        if dropout_p > 0.0:
            weights = torch.nn.functional.dropout(weights, dropout_p)
        z = torch.bmm(weights, v)
        weights = weights.view(B, num_heads, T, S)
        weights = weights.mean(dim=1) if average_attn_weights else weights
    else:
        if attn_mask is not None:
            attn_mask = attn_mask.unsqueeze(0) if attn_mask.shape[0] == 1 else attn_mask.view(B, num_heads, -1, S)
        z = _attention(q.view(B, num_heads, T, head), k.view(B, num_heads, S, head), v.view(B, num_heads, S, head), attn_mask,
                       dropout_p, is_causal and attn_mask is None)
        z = z.view(B * num_heads, T, head)
        weights = None
    out = _linear(z.transpose(0, 1).reshape(T * B, D), out_proj_weight, out_proj_bias).view(T, B, -1)
    if not batched:
        out = out.squeeze(1)
        weights = None if weights is None else weights.squeeze(0)
    return out, weights
