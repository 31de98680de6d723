"""AutoTokenizer and AutoConfig, as far as tracing a model needs them."""

from transformers.configuration import PretrainedConfig, PreTrainedConfig
from transformers.encoding import AddedToken, BatchEncoding
from transformers.tokenization import PreTrainedTokenizerFast, TokenizersBackend


class AutoTokenizer:
    """AutoTokenizer.from_pretrained(id): the tokenizer of a model."""

    @staticmethod
    def from_pretrained(name, *args, **kwargs):
        """The tokenizer of a model, by id or path."""
        tokenizer = _open_tokenizer(name)
        tokenizer.name_or_path = name
        for key in ("padding_side", "truncation_side", "pad_token", "model_max_length"):
            if key in kwargs:
                setattr(tokenizer, key, kwargs[key])
        return tokenizer


class AutoConfig:
    """AutoConfig.from_pretrained(id): the config of a model."""

    @staticmethod
    def from_pretrained(name, *args, **kwargs):
        """The config of a model, by id or path."""
        config = _open_config(name)
        config._name_or_path = name
        for key, value in kwargs.items():
            setattr(config, key, value)
        return config


def set_seed(seed):
    """Starts the random streams of Python and torch anew."""
    import random
    import torch
    random.seed(seed)
    torch.manual_seed(seed)
