"""What modules of PyTorch and transformers have besides children, parameters and values of a run."""


def find(envoy, name):
    """The attribute of that name; NotImplemented when there is none."""
    function = METHODS.get(name)
    if function is None and envoy._facts[4]:
        function = MODEL_METHODS.get(name)
    if function is not None:
        return function.__get__(envoy)
    function = PROPERTIES.get(name)
    if function is None and envoy._facts[4]:
        function = MODEL_PROPERTIES.get(name)
    if function is not None:
        return function(envoy)
    return _setting(envoy, name)


# --- of every module ---

def zero_grad(self, set_to_none=True):
    """Forgets the gradients of all parameters."""
    for p in self.parameters():
        if p.grad is not None:
            if set_to_none:
                p.grad = None
            else:
                p.grad.zero_()


def requires_grad_(self, requires_grad=True):
    """Are gradients of all parameters wanted?"""
    for p in self.parameters():
        p.requires_grad_(requires_grad)
    return self


def state_dict(self):
    """All parameters by path; tied ones under each of their names."""
    from collections import OrderedDict
    out = OrderedDict()

    def add(envoy, prefix):
        for key in envoy._parameter_names:
            out[prefix + key] = getattr(envoy, key).detach()
        for child in envoy._facts[3]:
            add(envoy._child(child), f"{prefix}{child}.")

    add(self, "")
    return out


def load_state_dict(self, state_dict, strict=True):
    """Writes parameters, by path."""
    import torch
    own = state_dict_of(self)
    missing = [k for k in own if k not in state_dict]
    unexpected = [k for k in state_dict if k not in own]
    if strict and (missing or unexpected):
        raise RuntimeError(f"Error(s) in loading state_dict for {self._facts[0]}:\n\tMissing key(s): {missing}. "
                           f"Unexpected key(s): {unexpected}.")
    with torch.no_grad():
        for key, value in state_dict.items():
            if key in own:
                own[key].copy_(value)


state_dict_of = state_dict


def named_children(self):
    """(name, module) of the modules directly below."""
    return iter([(name, self._child(name)) for name in self._facts[3]])


def apply(self, fn):
    """Calls a function with every module below, then with this one."""
    for name in self._facts[3]:
        self._child(name).apply(fn)
    fn(self)
    return self


def evaluate(self):
    """The module: it is always in evaluation mode."""
    return self


def train(self, mode=True):
    """The module: dropout stays off."""
    return self


def get_submodule(self, target):
    """The module at a dotted path."""
    return self.get(target) if target else self


def get_parameter(self, target):
    """The parameter at a dotted path."""
    return self.get(target)


METHODS = {"zero_grad": zero_grad, "requires_grad_": requires_grad_, "state_dict": state_dict,
           "load_state_dict": load_state_dict, "named_children": named_children, "apply": apply, "eval": evaluate,
           "train": train, "get_submodule": get_submodule, "get_parameter": get_parameter}

PROPERTIES = {"_module": lambda self: self, "training": lambda self: False}


# --- of the model ---

def num_parameters(self, only_trainable=False, exclude_embeddings=False):
    """How many numbers the parameters are."""
    return sum(p.numel() for p in self.parameters() if p.requires_grad or not only_trainable)


def get_input_embeddings(self):
    """The module that turns token ids into vectors."""
    return self.embed


def get_output_embeddings(self):
    """The module that turns vectors into logits."""
    return self.head


MODEL_METHODS = {"num_parameters": num_parameters, "get_input_embeddings": get_input_embeddings,
                 "get_output_embeddings": get_output_embeddings}

MODEL_PROPERTIES = {"_model": lambda self: self, "repo_id": lambda self: self.config._name_or_path,
                    "name_or_path": lambda self: self.config._name_or_path,
                    "dispatched": lambda self: self._loaded}


# --- settings of a module: what its text says, and what attention is made with ---

_POSITIONAL = {"Embedding": ("num_embeddings", "embedding_dim"), "LayerNorm": ("normalized_shape",)}


def _value(text):
    """A number, a truth value or a tuple of them; any other text as it is."""
    if text in ("True", "False", "None"):
        return {"True": True, "False": False, "None": None}[text]
    if text.startswith("(") and text.endswith(")"):
        return tuple(_value(part) for part in _parts(text[1:-1]) if part)
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return text.strip("'")


def _settings(envoy):
    """The settings that PyTorch prints for a module, as values."""
    cls, extra = envoy._facts[:2]
    out, positional = {}, []
    for part in _parts(extra):
        key, equals, value = part.partition("=")
        if equals:
            out[key.strip()] = _value(value.strip())
        else:
            positional.append(_value(part))
    if len(positional) == 2 and cls.endswith("RMSNorm"):
        positional = positional[:1]
    out.update(zip(_POSITIONAL.get(cls, ()), positional))
    return out


def _parts(text):
    """Split at commas outside of parentheses."""
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        depth += (c == "(") - (c == ")")
        if c == "," and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    return parts + [text[start:].strip()] if text else []


def _heads(envoy):
    """What an attention is made with."""
    config = envoy._root.config
    heads = config.num_attention_heads
    dim = getattr(config, "head_dim", None) or config.hidden_size // heads
    shared = getattr(config, "num_key_value_heads", None) or heads
    numbers = [part for part in envoy.path.split(".") if part.isdigit()]
    return {"num_heads": heads, "head_dim": dim, "head_size": dim, "embed_dim": config.hidden_size,
            "num_attention_heads": heads, "num_key_value_heads": shared, "num_key_value_groups": heads // shared,
            "hidden_size": config.hidden_size, "split_size": config.hidden_size, "attention_head_size": dim,
            "layer_idx": int(numbers[0]) if numbers else None, "scaling": dim ** -0.5, "is_causal": True}


def _setting(envoy, name):
    cls = envoy._facts[0]
    found = _settings(envoy)
    if "Attention" in cls:
        found = {**_heads(envoy), **found}
    if name == "variance_epsilon" and "eps" in found:
        name = "eps"
    if name == "config":
        return envoy._root.config
    return found.get(name, NotImplemented)
