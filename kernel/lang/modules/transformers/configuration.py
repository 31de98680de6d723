"""A model's config.json as an object, with transformers' defaults where it is silent."""

from transformers._config_defaults import CONFIGS

# What every config has, and what is not shown while it is so.
COMMON = {
    "return_dict": True, "output_hidden_states": False, "output_attentions": False, "dtype": None,
    "chunk_size_feed_forward": 0, "is_encoder_decoder": False, "architectures": None, "problem_type": None,
    "id2label": {0: "LABEL_0", 1: "LABEL_1"}, "label2id": {"LABEL_0": 0, "LABEL_1": 1},
}


class PreTrainedConfig:
    """Settings as attributes."""

    model_type = ""
    attribute_map = {}

    def __init__(self, **values):
        self.__dict__["_name_or_path"] = values.pop("_name_or_path", "")
        for key, value in values.items():
            setattr(self, key, value)

    def __getattr__(self, name):
        if name in self.attribute_map:
            return getattr(self, self.attribute_map[name])
        if name in COMMON:
            return COMMON[name]
        if name == "num_labels":
            return len(self.id2label)
        if name == "name_or_path":
            return self._name_or_path
        if name == "rope_theta" and self.__dict__.get("rope_parameters"):
            return self.rope_parameters["rope_theta"]
        if name == "torch_dtype":
            return self.dtype
        if name == "rope_scaling" and "rope_parameters" in self.__dict__:
            return self.rope_parameters
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        self.__dict__[self.attribute_map.get(name, name)] = value

    def __contains__(self, name):
        return name in self.__dict__

    def get(self, name, default=None):
        """The setting, or the default where there is none."""
        return getattr(self, name, default)

    def get_text_config(self, *args, **kwargs):
        """The settings of the part that reads text."""
        return self

    def to_dict(self):
        """All settings as a dict."""
        return {**COMMON, **self.__dict__, "model_type": self.model_type}

    def to_diff_dict(self):
        """The settings that say something."""
        return {k: v for k, v in self.to_dict().items()
                if not (k == "_name_or_path" or (k in COMMON and v == COMMON[k]))}

    def to_json_string(self, use_diff=True):
        """The settings as JSON."""
        import json
        values = self.to_diff_dict() if use_diff else self.to_dict()
        values = {k: str(v).removeprefix("torch.") if k == "dtype" and v is not None else v for k, v in values.items()}
        return json.dumps(values, indent=2, sort_keys=True) + "\n"

    def __eq__(self, other):
        return isinstance(other, PreTrainedConfig) and self.__dict__ == other.__dict__

    def __repr__(self):
        return f"{type(self).__name__} {self.to_json_string()}"


PretrainedConfig = PreTrainedConfig
_classes = {}


def config_class(model_type):
    """The class of configs of a type: GPT2Config for "gpt2"."""
    if model_type not in _classes:
        name, others, values = CONFIGS.get(model_type, ("PreTrainedConfig", {}, {}))
        body = {"model_type": model_type, "attribute_map": others, "_defaults": values, "__init__": _start}
        _classes[model_type] = type(name, (PreTrainedConfig,), body)
    return _classes[model_type]


def _start(self, **values):
    PreTrainedConfig.__init__(self, **{**self._defaults, **values})
    here = self.__dict__
    heads, width = getattr(self, "num_attention_heads", None), getattr(self, "hidden_size", None)
    if "rope_parameters" in self._defaults:
        _settle_rope(here, self._defaults["rope_parameters"])
    if "num_key_value_heads" not in here and self.model_type in _KEY_VALUE_HEADS:
        here["num_key_value_heads"] = heads
    if "head_dim" not in here and self.model_type in _HEAD_DIM and heads:
        here["head_dim"] = width // heads


def _settle_rope(here, default):
    """Older configs say `rope_theta` and `rope_scaling`."""
    scaling, theta = here.pop("rope_scaling", None), here.pop("rope_theta", None)
    if not scaling and theta is None:
        return
    rope = {**default, **(here["rope_parameters"] if here["rope_parameters"] != default else {}), **(scaling or {})}
    if "type" in rope:
        rope["rope_type"] = rope.pop("type")
    if theta is not None:
        rope["rope_theta"] = theta
    here["rope_parameters"] = rope


_KEY_VALUE_HEADS = {"llama", "mistral", "qwen2", "phi", "phi3", "olmo", "olmo2", "stablelm", "granite", "cohere", "cohere2"}
_HEAD_DIM = {"llama", "mistral", "mixtral", "granite", "cohere2"}


def config_of(values):
    """The config of what is in a config.json."""
    import torch
    values = dict(values)
    dtype = values.pop("torch_dtype", None) or values.get("dtype")
    if isinstance(dtype, str):
        values["dtype"] = getattr(torch, dtype.removeprefix("torch."))
    for key in ("transformers_version",):
        values[key] = "5.23.0"
    return config_class(values.pop("model_type", ""))(**values)
