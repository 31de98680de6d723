"""A model's config.json as an object."""

# Other names of the same setting, as transformers' attribute maps have them.
ALIASES = {
    "hidden_size": ("n_embd", "d_model", "dim"),
    "num_hidden_layers": ("n_layer", "num_layers", "n_layers"),
    "num_attention_heads": ("n_head", "num_heads", "n_heads"),
    "max_position_embeddings": ("n_positions", "n_ctx"),
}


class PretrainedConfig:
    """The keys of config.json as attributes; nested objects too."""

    def __init__(self, values):
        for key, value in values.items():
            setattr(self, key, value)

    def __getattr__(self, name):
        for group in ((real, *others) for real, others in ALIASES.items()):
            if name in group:
                for other in group:
                    if other in self.__dict__:
                        return self.__dict__[other]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __contains__(self, name):
        return name in self.__dict__

    def get(self, name, default=None):
        """The setting, or the default where there is none."""
        return getattr(self, name, default)

    def to_dict(self):
        """All settings as a dict."""
        return dict(self.__dict__)

    def __repr__(self):
        import json
        return f"{type(self).__name__} {json.dumps(self.__dict__, indent=2, sort_keys=True)}\n"
