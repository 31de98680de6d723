"""Makes tests/golden/model/families.txt: every family in several small configs, as transformers has it.

    PYTHON tests/oracle/families.py [NAME...]     (needs torch, transformers 5, safetensors)

A case is `== FAMILY/VARIANT`, then sections:

    config JSON            what is in config.json
    tensor NAME [shape]    what the checkpoint holds
    ids 5 17 ...           the prompt
    new 7 8 ...            what greedy generation adds (decoders)
    | ...                  print(model)
    > PATH | args ; kwargs what a module is called with, < PATH | ... what it returns
    # PATH [shape] norm samples   the first tensor that it returns

Weights are not stored: each tensor of the checkpoint is filled from a hash of its name, here and in
tests/unit/model/test_families.c alike (`fill`). With names given, only those cases are made anew.
"""

import json
import pathlib
import sys
import tempfile
import warnings

import numpy
import torch
import transformers as t
from safetensors.torch import load_file, save_file

OUT = pathlib.Path(__file__).resolve().parent.parent / "golden" / "model" / "families.txt"
VOCAB = 96
IDS = [5, 17, 40, 41, 23, 60, 11]
NEW = 32
MASK = (1 << 64) - 1

warnings.filterwarnings("ignore")
t.logging.set_verbosity_error()


def name_hash(name):
    """FNV-1a, 64 bits."""
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = (h ^ byte) * 0x100000001B3 & MASK
    return h


def fill(name, shape):
    """Numbers in [-1, 1) from splitmix64 of the name's hash plus the index, scaled by what the tensor is."""
    n = int(numpy.prod(shape)) if shape else 1
    with numpy.errstate(over="ignore"):
        z = numpy.arange(n, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15) + numpy.uint64(name_hash(name))
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z ^= z >> numpy.uint64(31)
    u = (z >> numpy.uint64(40)).astype(numpy.float64) / (1 << 23) - 1
    u = u * 0.25 if len(shape) >= 2 else u * 0.1 if name.endswith("bias") else 1 + 0.1 * u
    return torch.from_numpy(u.astype(numpy.float32).reshape(shape))


SMALL = dict(vocab_size=VOCAB, hidden_size=24, intermediate_size=40, num_hidden_layers=2, num_attention_heads=4,
             max_position_embeddings=64, bos_token_id=0, eos_token_id=1, pad_token_id=None)
GQA = dict(SMALL, num_key_value_heads=2)
GPT = dict(vocab_size=VOCAB, n_embd=24, n_layer=2, n_head=4, n_positions=64, bos_token_id=0, eos_token_id=1)
BERT = dict(vocab_size=VOCAB, hidden_size=24, intermediate_size=40, num_hidden_layers=2, num_attention_heads=4,
            max_position_embeddings=64)

# name: (config, class of the model)
CASES = {
    "gpt2/plain": (t.GPT2Config(**GPT), t.GPT2LMHeadModel),
    "gpt2/inner": (t.GPT2Config(**GPT, n_inner=50, activation_function="relu", scale_attn_by_inverse_layer_idx=True,
                                tie_word_embeddings=False, layer_norm_epsilon=1e-3), t.GPT2LMHeadModel),
    "llama/plain": (t.LlamaConfig(**SMALL), t.LlamaForCausalLM),
    "llama/gqa": (t.LlamaConfig(**GQA, rms_norm_eps=1e-5, attention_bias=True, mlp_bias=True, head_dim=8,
                                tie_word_embeddings=True), t.LlamaForCausalLM),
    "llama/rope3": (t.LlamaConfig(**GQA, rope_parameters=dict(
        rope_type="llama3", rope_theta=500000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
        original_max_position_embeddings=32)), t.LlamaForCausalLM),
    "llama/yarn": (t.LlamaConfig(**GQA, rope_parameters=dict(
        rope_type="yarn", rope_theta=10000.0, factor=4.0, original_max_position_embeddings=16)), t.LlamaForCausalLM),
    "llama/linear": (t.LlamaConfig(**GQA, rope_parameters=dict(
        rope_type="linear", rope_theta=10000.0, factor=2.0)), t.LlamaForCausalLM),
    "mistral/plain": (t.MistralConfig(**GQA, sliding_window=None), t.MistralForCausalLM),
    "mistral/window": (t.MistralConfig(**GQA, sliding_window=3), t.MistralForCausalLM),
    "qwen2/plain": (t.Qwen2Config(**GQA), t.Qwen2ForCausalLM),
    "qwen2/tied": (t.Qwen2Config(**GQA, tie_word_embeddings=True), t.Qwen2ForCausalLM),
    "qwen3/plain": (t.Qwen3Config(**GQA, head_dim=8), t.Qwen3ForCausalLM),
    "gpt_neox/parallel": (t.GPTNeoXConfig(**SMALL, rotary_pct=0.4), t.GPTNeoXForCausalLM),
    "gpt_neox/sequential": (t.GPTNeoXConfig(**SMALL, rotary_pct=1.0, use_parallel_residual=False,
                                            attention_bias=False), t.GPTNeoXForCausalLM),
    "gemma/plain": (t.GemmaConfig(**GQA, head_dim=8), t.GemmaForCausalLM),
    "stablelm/plain": (t.StableLmConfig(**GQA, use_qkv_bias=True, hidden_dropout=0.0, rope_parameters=dict(
        rope_type="default", rope_theta=10000.0, partial_rotary_factor=0.34)), t.StableLmForCausalLM),
    "starcoder2/plain": (t.Starcoder2Config(**GQA, sliding_window=None), t.Starcoder2ForCausalLM),
    "starcoder2/window": (t.Starcoder2Config(**GQA, sliding_window=3, use_bias=False), t.Starcoder2ForCausalLM),
    "phi/plain": (t.PhiConfig(**GQA, rope_parameters=dict(
        rope_type="default", rope_theta=10000.0, partial_rotary_factor=0.67)), t.PhiForCausalLM),
    "bert/masked": (t.BertConfig(**BERT), t.BertForMaskedLM),
    "roberta/masked": (t.RobertaConfig(**BERT), t.RobertaForMaskedLM),
    "electra/masked": (t.ElectraConfig(**BERT, embedding_size=20), t.ElectraForMaskedLM),
    "distilbert/masked": (t.DistilBertConfig(vocab_size=VOCAB, dim=24, n_layers=2, n_heads=4, hidden_dim=40,
                                             max_position_embeddings=64), t.DistilBertForMaskedLM),
}


def show(v):
    if torch.is_tensor(v) and v.dim() == 4 and v.dtype == torch.bool:
        return "None"  # a mask made on the way: rows know what they may look at
    if torch.is_tensor(v):
        kind = "" if v.dtype == torch.float32 else str(v.dtype)[6:]
        return "[" + ",".join(map(str, v.shape)) + "]" + kind
    if v is None or isinstance(v, (bool, int)):
        return repr(v)
    if isinstance(v, t.utils.ModelOutput):
        return f"{type(v).__name__}({named(v)})"
    if isinstance(v, (tuple, list)):
        return "(" + ", ".join(show(x) for x in v) + ")"
    return "@" + type(v).__name__


def named(items):
    return ", ".join(f"{k}={show(v)}" for k, v in items.items())


def first_tensor(v):
    if torch.is_tensor(v):
        return v
    items = v.values() if isinstance(v, dict) else v if isinstance(v, (tuple, list)) else ()
    return next((x for x in map(first_tensor, items) if x is not None), None)


def number(x):
    return f"{x:.8g}"


def listen(model, lines):
    """What modules are given and give at their first call (phi calls one dropout twice)."""
    given, gave = set(), set()

    def first(path, seen):
        fresh = path not in seen
        seen.add(path)
        return fresh

    def before(path):
        def hook(_m, args, kwargs):
            if not first(path, given):
                return
            lines.append(f"> {path} | {', '.join(map(show, args))} ; {named(kwargs)}".rstrip())
        return hook

    def after(path):
        def hook(_m, _args, out):
            if not first(path, gave):
                return
            lines.append(f"< {path} | {show(out)}")
            x = first_tensor(out)
            if x is None or not x.is_floating_point():
                return
            flat = x.detach().double().reshape(-1)
            n = flat.numel()
            samples = " ".join(number(flat[i * (n - 1) // 3].item()) for i in range(4))
            lines.append(f"# {path} {show(x)} {number(flat.norm().item())} {samples}")
        return hook

    for path, m in model.named_modules():
        m.register_forward_pre_hook(before(path), with_kwargs=True)
        m.register_forward_hook(after(path))


def checkpoint(config, cls, folder):
    model = cls(config).float().eval()
    model.save_pretrained(folder)
    file = pathlib.Path(folder) / "model.safetensors"
    tensors = {k: fill(k, tuple(v.shape)).to(v.dtype) for k, v in load_file(file).items()}
    save_file(tensors, file, metadata={"format": "pt"})
    held = [f"tensor {k} {show(v)}" for k, v in sorted(tensors.items())]
    return cls.from_pretrained(folder, dtype=torch.float32).eval(), held


def case(name):
    config, cls = CASES[name]
    with tempfile.TemporaryDirectory() as folder:
        model, held = checkpoint(config, cls, folder)
        said = json.loads((pathlib.Path(folder) / "config.json").read_text())
    ids = torch.tensor([IDS])
    lines = [f"== {name}", "config " + json.dumps(said), *held, "ids " + " ".join(map(str, IDS))]
    if cls.__name__.endswith(("CausalLM", "LMHeadModel")):
        model.generation_config.eos_token_id = None
        out = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=NEW, do_sample=False)
        lines.append("new " + " ".join(map(str, out[0, len(IDS):].tolist())))
    lines += ["| " + line for line in str(model).split("\n")]
    listen(model, lines)
    with torch.no_grad():
        model(input_ids=ids, attention_mask=torch.ones_like(ids))
    return lines


def main():
    old = {}
    if OUT.exists():
        for part in OUT.read_text().split("== ")[1:]:
            old[part.split("\n", 1)[0]] = ("== " + part).rstrip("\n").split("\n")
    wanted = sys.argv[1:]
    text = []
    for name in CASES:
        again = not wanted or name in wanted or name.split("/")[0] in wanted or name not in old
        text += case(name) if again else old[name]
    OUT.write_text("\n".join(text) + "\n")


if __name__ == "__main__":
    main()
