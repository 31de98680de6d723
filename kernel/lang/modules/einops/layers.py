"""einops as layers: einops.layers.torch."""
