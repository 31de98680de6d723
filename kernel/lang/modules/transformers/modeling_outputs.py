"""What models give: records of named values, as transformers' ModelOutput."""

# All fields of each class, in order; those that a run does not have are None and take no index.
FIELDS = {
    "CausalLMOutputWithPast": ("loss", "logits", "past_key_values", "hidden_states", "attentions"),
    "CausalLMOutputWithCrossAttentions": ("loss", "logits", "past_key_values", "hidden_states", "attentions",
                                          "cross_attentions"),
    "BaseModelOutput": ("last_hidden_state", "hidden_states", "attentions"),
    "BaseModelOutputWithPast": ("last_hidden_state", "past_key_values", "hidden_states", "attentions"),
    "BaseModelOutputWithPastAndCrossAttentions": ("last_hidden_state", "past_key_values", "hidden_states",
                                                  "attentions", "cross_attentions"),
    "BaseModelOutputWithPoolingAndCrossAttentions": ("last_hidden_state", "pooler_output", "hidden_states",
                                                     "past_key_values", "attentions", "cross_attentions"),
    "MaskedLMOutput": ("loss", "logits", "hidden_states", "attentions"),
}


class ModelOutput:
    """Named values: attributes, keys and, for those that are there, indices."""

    def __init__(self, fields):
        for name in FIELDS.get(type(self).__name__, tuple(fields)):
            setattr(self, name, fields.get(name))
        for name, value in fields.items():
            setattr(self, name, value)

    def keys(self):
        """Names of the values that are there."""
        return [name for name, value in self.__dict__.items() if value is not None]

    def values(self):
        """The values that are there."""
        return [self.__dict__[name] for name in self.keys()]

    def items(self):
        """(name, value) of those that are there."""
        return [(name, self.__dict__[name]) for name in self.keys()]

    def to_tuple(self):
        """The values that are there, as a tuple."""
        return tuple(self.values())

    def get(self, name, default=None):
        """A value by name."""
        return self[name] if name in self else default

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self:
                raise KeyError(key)
            return self.__dict__[key]
        return self.to_tuple()[key]

    def __contains__(self, name):
        return self.__dict__.get(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.keys())

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"


def with_loss(output, labels):
    """The output of a model that got labels: its cross entropy comes first. Decoders predict the next token."""
    import torch
    logits = output.logits.float()
    labels = labels.to(logits.device)
    if type(output).__name__ != "MaskedLMOutput":
        logits, labels = logits[..., :-1, :], labels[..., 1:]
    output.loss = torch.nn.functional.cross_entropy(logits.reshape(-1, logits.shape[-1]), labels.reshape(-1))
    return output


class Opaque:
    """Something of a run that has no values to look at, such as a key-value cache."""

    def __repr__(self):
        return f"{type(self).__name__}()"


_classes = {}


def _class_of(name, base):
    if name not in _classes:
        _classes[name] = type(name, (base,), {})
    return _classes[name]


def record(name, fields):
    """A record of class `name`."""
    return _class_of(name, ModelOutput)(fields)


def opaque(name):
    """An opaque object of class `name`."""
    return _class_of(name, Opaque)()
