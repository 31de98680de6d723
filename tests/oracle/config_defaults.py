#!/usr/bin/env python3
"""Writes kernel/lang/modules/transformers/_config_defaults.py: what transformers' configs hold where config.json is
silent. Run it with the transformers whose defaults are wanted."""

import pathlib
import warnings

warnings.filterwarnings("ignore")

from transformers.models.auto.configuration_auto import CONFIG_MAPPING  # noqa: E402

TYPES = ("gpt2 gpt_neo gptj gpt_neox opt bloom falcon mpt llama mistral mixtral qwen2 qwen2_moe qwen3 qwen3_moe gemma gemma2 "
         "gemma3_text phi phi3 olmo olmo2 stablelm starcoder2 cohere cohere2 granite granitemoe smollm3 gpt_oss deepseek_v2 "
         "deepseek_v3 mamba bert roberta distilbert electra t5").split()
DERIVED = {"layer_types", "attention_layers", "layers_block_type", "no_rope_layers", "transformers_version", "model_type"}  # made from other settings
TARGET = pathlib.Path(__file__).resolve().parents[2] / "kernel/lang/modules/transformers/_config_defaults.py"




def derived(cls, values):
    """Settings that follow from others: they differ in a config of another size."""
    def name_of(setting):
        return cls.attribute_map.get(setting, setting)
    if name_of("hidden_size") not in values:
        return set()
    other = cls(**{name_of("hidden_size"): 96, name_of("num_attention_heads"): 3}).to_dict()
    given = {name_of("hidden_size"), name_of("num_attention_heads")}
    return {k for k, v in values.items() if k not in given and other[k] != v}


def wrapped(values, indent):
    """The items of a dict in lines."""
    lines, line = [], ""
    for key, value in values.items():
        item = f"{key!r}: {value!r},"
        if line and len(indent) + len(line) + 1 + len(item) > 120:
            lines.append(indent + line)
            line = ""
        line += (" " if line else "") + item
    return lines + [indent + line] if line else lines


def main():
    lines = []
    for name in TYPES:
        cls = CONFIG_MAPPING[name]
        values = {k: v for k, v in sorted(cls().to_diff_dict().items()) if k not in DERIVED}
        for key in derived(cls, values):
            del values[key]
        lines.append(f"    {name!r}: ({cls.__name__!r}, {{")
        lines += wrapped(dict(sorted(cls.attribute_map.items())), " " * 8) + ["    }, {"]
        lines += wrapped(values, " " * 8) + ["    }),"]
    text = "\n".join(lines).replace("'", '"')
    TARGET.write_text('"""Defaults of configs by model_type: (class, other names of settings, values).\n\n'
                      'Written by tests/oracle/config_defaults.py."""\n\n'
                      f"CONFIGS = {{\n{text}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
