"""Glassbox's own views: top-k tables, logit lens, sweeps, attention, coloured tokens, trees.

Each function returns a View: shown when it is a cell's last value or given to display(). Values are lists or
tensors of any device and dtype; tokens are texts as tokenizer.tokenize gives them."""

import torch
from _views import view as _view

__all__ = ["heatmap", "top_k", "logit_lens", "attention", "tokens", "compare", "tree", "check"]


def _numbers(values):
    """A float64 tensor of a tensor, nested lists of numbers, or lists of tensors."""
    if isinstance(values, torch.Tensor):
        return values.detach().to("cpu", torch.float64)
    if isinstance(values, (list, tuple)) and values and isinstance(values[0], (torch.Tensor, list, tuple)):
        return torch.stack([_numbers(v) for v in values])
    return torch.tensor(values, dtype=torch.float64)


def _plain(tokens):
    """Byte-level pieces as the text they stand for."""
    return [t.replace("Ġ", " ").replace("Ċ", "\n").replace("▁", " ") for t in tokens]


def _labels(name, texts, first=0, tokens=False):
    if isinstance(texts, torch.Tensor):
        texts = texts.tolist()
    if texts is not None:
        texts = [str(t) for t in texts]
        if tokens:
            texts = _plain(texts)
    return {"name": name, "texts": texts, "first": first, "tokens": bool(tokens and texts)}


def _looks_like_tokens(texts):
    return texts is not None and len(texts) > 0 and all(isinstance(t, str) for t in texts)


def heatmap(values, x=None, y=None, xlabel=None, ylabel=None, title=None, value=None, scale="auto", limit=0.0,
            baselines=None, upward=None):
    """A sweep over two sides, [rows, columns], as a picture with its largest cell named.

    values: lists of lists or a tensor of shape [rows, columns].
    x, y: labels of the columns and rows; strings on the x side are taken for tokens. None: numbers.
    scale: "auto", "signed" (centred at 0), "probability" (0…1), "unsigned".
    limit: end of a signed scale; 0: the largest magnitude.
    baselines: {"clean": 3.4, "corrupt": -0.6}, told in the caption.
    upward: row 0 at the bottom; by default when the rows are layers.
    ValueError when values are not two-dimensional or labels do not fit."""
    numbers = _numbers(values)
    if numbers.dim() != 2:
        raise ValueError(f"a heat map needs [rows, columns], got shape {list(numbers.shape)}")
    is_tokens = _looks_like_tokens(x)
    if xlabel is None and is_tokens:
        xlabel = "position"
    if upward is None:
        upward = ylabel == "layer"
    return _view("heatmap", {
        "title": title, "value_name": value, "values": numbers, "rows": _labels(ylabel, y),
        "columns": _labels(xlabel, x, tokens=is_tokens), "scale": scale, "limit": float(limit),
        "baselines": [{"name": str(k), "value": float(v)} for k, v in (baselines or {}).items()],
        "upward": bool(upward)})


def _distributions(values):
    """(probabilities, logits or None) of values whose last dimension is the vocabulary."""
    values = values.detach().to("cpu", torch.float32)
    sums = values.sum(-1)
    if bool((values >= 0).all()) and bool(((sums - 1).abs() < 1e-3).all()):
        return values, None
    return values.softmax(-1), values


def _text_of(tokenizer, id):
    return f"#{id}" if tokenizer is None else tokenizer.decode([id])


def _rows(probabilities, logits, tokenizer, k, targets=()):
    """The k likeliest tokens of one distribution [V], and the targets' rows."""
    top = probabilities.topk(min(k, probabilities.shape[-1]))
    ids = top.indices.tolist()
    rows = [(rank + 1, id) for rank, id in enumerate(ids)]
    for target in targets:
        if target not in ids:
            rows.append((int((probabilities > probabilities[target]).sum()) + 1, target))
    return [{"rank": rank, "id": id, "token": _text_of(tokenizer, id),
             "logit": None if logits is None else float(logits[id]), "probability": float(probabilities[id]),
             "target": id in targets} for rank, id in sorted(rows)]


def _ids(targets, tokenizer):
    """Token ids of ids or texts."""
    if isinstance(targets, (int, str)):
        targets = [targets]
    return [t if isinstance(t, int) else tokenizer.encode(t, add_special_tokens=False)[0] for t in targets]


def top_k(values, k=10, tokenizer=None, targets=(), titles=None, title=None):
    """The likeliest tokens of every distribution in `values`: rank, token, id, logit, probability.

    values: logits or probabilities, [V] or [N, V] (more dimensions are flattened to N).
    targets: ids or texts whose rank is told even when it is beyond k.
    titles: a text for each of the N distributions."""
    probabilities, logits = _distributions(values)
    size = probabilities.shape[-1]
    flat = probabilities.reshape(-1, size)
    flat_logits = None if logits is None else logits.reshape(-1, size)
    targets = _ids(targets, tokenizer)
    lists = [{"title": None if titles is None else str(titles[i]),
              "rows": _rows(p, None if flat_logits is None else flat_logits[i], tokenizer, k, targets)}
             for i, p in enumerate(flat)]
    return _view("topk", {"title": title, "lists": lists, "vocabulary": size})


def logit_lens(values, tokens=None, tokenizer=None, layers=None, k=5, title=None):
    """What each layer would say at each position: text is the likeliest token, colour its probability.

    values: logits or probabilities, [layers, positions, V]; the last layer is the model's answer.
    tokens: the prompt's tokens, one for each position. k: how many tokens hovering tells."""
    if isinstance(values, (list, tuple)):
        values = torch.stack([v.detach() for v in values])
    if values.dim() == 4 and values.shape[1] == 1:
        values = values[:, 0]
    if values.dim() != 3:
        raise ValueError(f"a logit lens needs [layers, positions, vocabulary], got shape {list(values.shape)}")
    probabilities, _ = _distributions(values)
    top = probabilities.topk(min(k, probabilities.shape[-1]))
    texts = {}
    cells = []
    for ps, ids in zip(top.values.flatten(0, 1).tolist(), top.indices.flatten(0, 1).tolist()):
        rows = []
        for rank, (p, id) in enumerate(zip(ps, ids)):
            if id not in texts:
                texts[id] = _text_of(tokenizer, id)
            rows.append({"rank": rank + 1, "id": id, "token": texts[id], "logit": None, "probability": p})
        cells.append({"rows": rows})
    return _view("lens", {
        "title": title, "layers": _labels("layer", layers), "positions": _labels("position", tokens, tokens=True),
        "layer_count": values.shape[0], "position_count": values.shape[1], "cells": cells})


def attention(pattern, tokens=None, layer=None, head=None, causal=True, title=None):
    """Attention patterns as tiles, query × key; one head alone is drawn large.

    pattern: [T, T], [H, T, T], [1, H, T, T] or [L, H, T, T], values 0…1.
    layer, head: numbers of the first ones shown."""
    numbers = _numbers(pattern)
    if numbers.dim() == 4 and numbers.shape[0] == 1:
        numbers = numbers[0]
    return _view("attention", {
        "title": title, "pattern": numbers, "positions": _labels("position", tokens, tokens=True),
        "first_layer": -1 if layer is None else layer, "first_head": 0 if head is None else head,
        "causal": bool(causal)})


def tokens(texts, values, title=None, value=None, scale="auto", limit=0.0):
    """Tokens coloured by one number each."""
    return _view("tokens", {"title": title, "value_name": value, "texts": _plain([str(t) for t in texts]),
                            "values": _numbers(values), "scale": scale, "limit": float(limit)})


def compare(before, after, tokenizer=None, k=8, title=None, names=("before", "after")):
    """What an intervention changed about a distribution [V]: both top-k lists, and KL(before ‖ after) in nats."""
    (p, p_logits), (q, q_logits) = _distributions(before.reshape(-1)), _distributions(after.reshape(-1))
    ids = []
    for id in p.topk(k).indices.tolist() + q.topk(k).indices.tolist():
        if id not in ids:
            ids.append(id)
    rows = [{"id": id, "token": _text_of(tokenizer, id),
             "rank_before": int((p > p[id]).sum()) + 1, "rank_after": int((q > q[id]).sum()) + 1,
             "logit_before": None if p_logits is None else float(p_logits[id]),
             "logit_after": None if q_logits is None else float(q_logits[id]),
             "probability_before": float(p[id]), "probability_after": float(q[id])} for id in ids]
    divergence = float((p * ((p + 1e-12).log() - (q + 1e-12).log())).sum())
    return _view("change", {"title": title, "before": names[0], "after": names[1], "rows": rows,
                            "divergence": divergence, "flips": int(p.argmax() != q.argmax()), "positions": 1})


def _describe(value):
    if isinstance(value, torch.Tensor):
        return f"{str(value.dtype).removeprefix('torch.')} {list(value.shape)}", value.numel() * value.element_size()
    if isinstance(value, (list, tuple, dict)):
        return f"{type(value).__name__} of {len(value)}", 0
    text = repr(value)
    return f"{type(value).__name__} {text if len(text) < 60 else text[:57] + '…'}", 0


def _children(value):
    if isinstance(value, dict):
        return [(str(k), f"[{k!r}]", v) for k, v in value.items()]
    if isinstance(value, (list, tuple)) and not all(isinstance(v, (int, float, str)) for v in value):
        return [(str(i), f"[{i}]", v) for i, v in enumerate(value)]
    return []


def _walk(nodes, depth, name, path, value):
    if depth > 16:
        return
    type_text, size = _describe(value)
    nodes.append({"depth": depth, "name": name, "path": path, "type": type_text, "bytes": size})
    for key, step, child in _children(value):
        _walk(nodes, depth + 1, key, path + step, child)


def tree(values=None, title="values", **named):
    """Tuples, dicts and lists of tensors as a folding tree with paths that can be copied."""
    nodes = []
    if values is not None:
        for key, step, child in _children(values) or [("value", "", values)]:
            _walk(nodes, 0, key, key if isinstance(values, dict) else step, child)
    for name, value in named.items():
        _walk(nodes, 0, name, name, value)
    return _view("tree", {"title": title, "nodes": nodes, "open_depth": 1, "group": True})


def check(got, expected, tolerance=1e-4):
    """Compares values; says in one line that they agree, or what differs and where first.

    tolerance: absolute and relative."""
    if isinstance(expected, (list, tuple)) and isinstance(got, (list, tuple)):
        if len(got) != len(expected):
            return f"different length: {len(got)}, expected {len(expected)}"
        for i, (a, b) in enumerate(zip(got, expected)):
            text = check(a, b, tolerance)
            if text != "equal":
                return f"item {i}: {text}"
        return "equal"
    if not isinstance(got, torch.Tensor) and not isinstance(expected, torch.Tensor):
        if isinstance(got, (int, float)) and isinstance(expected, (int, float)):
            near = abs(got - expected) <= tolerance * (1 + abs(expected))
            return "equal" if near else f"{got!r}, expected {expected!r}"
        return "equal" if got == expected else f"{got!r}, expected {expected!r}"
    a, b = torch.as_tensor(got).to(torch.float64), torch.as_tensor(expected).to(torch.float64)
    if a.shape != b.shape:
        return f"shape {list(a.shape)}, expected {list(b.shape)}"
    wrong = ((a - b).abs() > tolerance * (1 + b.abs())) | (a.isnan() != b.isnan())
    if not bool(wrong.any()):
        return "equal"
    first = wrong.nonzero()[0].tolist()
    return (f"{int(wrong.sum())} of {wrong.numel()} values differ; first at {first}: "
            f"{float(a[tuple(first)]):.6g}, expected {float(b[tuple(first)]):.6g}")
