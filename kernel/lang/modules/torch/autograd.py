"""Gradients as a function."""

import torch


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, allow_unused=None,
         is_grads_batched=False, materialize_grads=False):
    """Gradients of the outputs for the inputs; nothing is collected in .grad."""
    listed = lambda v: list(v) if isinstance(v, (list, tuple)) else [v]
    seeds = None if grad_outputs is None else listed(grad_outputs)
    return torch._autograd_grad(listed(outputs), listed(inputs), seeds, bool(create_graph if retain_graph is None else
                                                                           retain_graph), create_graph,
                                bool(allow_unused or materialize_grads))


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, inputs=None):
    """Collects gradients in the leaves' .grad."""
    tensors = tensors if isinstance(tensors, (list, tuple)) else [tensors]
    seeds = grad_tensors if isinstance(grad_tensors, (list, tuple)) else [grad_tensors] * len(tensors)
    for i, (tensor, seed) in enumerate(zip(tensors, seeds)):
        tensor.backward(seed, retain_graph or i + 1 < len(tensors), create_graph)


no_grad, enable_grad, set_grad_enabled = torch.no_grad, torch.enable_grad, torch.set_grad_enabled
