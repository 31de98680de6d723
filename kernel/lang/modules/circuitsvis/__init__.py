"""circuitsvis: attention patterns and coloured tokens, as pictures."""

from circuitsvis import activations, attention, tokens
