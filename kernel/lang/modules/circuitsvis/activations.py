"""Activations of neurons on tokens."""

import glassbox


def text_neuron_activations(tokens, activations, **settings):
    """Tokens [T] and activations [T, layers, neurons]: those of the first neuron."""
    values = activations.reshape(activations.shape[0], -1)[:, 0]
    return glassbox.tokens(tokens, values)
