"""What transformers computes for tests/numbers: every module's output, a patched run, greedy generation.

    PYTHON tests/oracle/model_numbers.py golden                   makes tests/golden/numbers/smol.txt anew
    PYTHON tests/oracle/model_numbers.py live FOLDER [NAME...]    writes checkpoints NAME/ and tensors NAME.pt into FOLDER

(needs torch, transformers 5, gguf). Greedy generation is 32 tokens; a patched run changes three places by PyTorch's
hooks as patch() of tests/numbers/compare.py does by a trace.
"""

import os
import pathlib
import sys
import warnings

import torch
import transformers as t

HERE = pathlib.Path(__file__).resolve().parent
GGUF = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "glassbox/models/SmolLM2-135M-Instruct"
PROMPT = [504, 414, 46682, 18669, 314, 281, 260, 2240, 282]  # The Eiffel Tower is in the city of
NEW = 32
SAMPLES = 8

warnings.filterwarnings("ignore")
t.logging.set_verbosity_error()

SMALL = dict(vocab_size=200, hidden_size=32, intermediate_size=56, num_hidden_layers=3, num_attention_heads=4,
             max_position_embeddings=128, initializer_range=0.15, bos_token_id=0, eos_token_id=199)
GQA = dict(SMALL, num_key_value_heads=2)
GPT2 = dict(vocab_size=200, n_embd=32, n_layer=3, n_head=4, n_positions=128, initializer_range=0.15, bos_token_id=0,
            eos_token_id=199)


def rope(kind, **more):
    return dict(GQA, rope_parameters=dict(rope_type=kind, rope_theta=10000.0, **more))


TINY = {
    "gpt2": t.GPT2Config(**GPT2),
    "gpt2-relu-untied": t.GPT2Config(**GPT2, activation_function="relu", n_inner=50, tie_word_embeddings=False),
    "gpt2-inverse": t.GPT2Config(**GPT2, scale_attn_by_inverse_layer_idx=True, activation_function="gelu"),
    "llama": t.LlamaConfig(**SMALL),
    "llama-gqa-tied": t.LlamaConfig(**GQA, tie_word_embeddings=True),
    "llama-bias-head": t.LlamaConfig(**GQA, attention_bias=True, mlp_bias=True, head_dim=12, hidden_act="gelu"),
    "llama-rope-llama3": t.LlamaConfig(**rope("llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
                                              original_max_position_embeddings=16)),
    "llama-rope-yarn": t.LlamaConfig(**rope("yarn", factor=4.0, original_max_position_embeddings=32)),
    "llama-rope-linear": t.LlamaConfig(**rope("linear", factor=2.0)),
    "llama-sharded": t.LlamaConfig(**GQA),
}


def names_of(model):
    gpt2 = model.config.model_type == "gpt2"
    return {"blocks": "transformer.h", "attention": "attn"} if gpt2 else {"blocks": "model.layers", "attention": "self_attn"}


def hooked(model, ids, hooks):
    """Logits with `hooks`: (path, function of (module, inputs, output))."""
    handles = [model.get_submodule(path).register_forward_hook(hook) for path, hook in hooks]
    try:
        return model(ids).logits
    finally:
        for handle in handles:
            handle.remove()


def modules_of(model, ids):
    """{path: output} of every module that gives a tensor, or a tuple with one at its head."""
    found = {}

    def keep(path):
        def hook(module, inputs, output):
            first = output[0] if isinstance(output, tuple) else output
            if torch.is_tensor(first):
                found[path] = first.clone()
        return hook

    skipped = (torch.nn.ModuleList, torch.nn.Dropout)
    hooked(model, ids, [(path, keep(path)) for path, module in model.named_modules()
                        if path and "rotary" not in path and not isinstance(module, skipped)])
    return found


def patched(model, ids):
    """Halves an MLP, overwrites a corner of the residual, and silences the first position of an attention."""
    names = names_of(model)

    def corner(module, inputs, output):
        output[:, -1, :8] = 0.5

    def silence(module, inputs, output):
        output[0][:, 0] = 0

    return hooked(model, ids, [(f"{names['blocks']}.0.mlp", lambda module, inputs, output: output * 0.5),
                               (f"{names['blocks']}.1", corner),
                               (f"{names['blocks']}.2.{names['attention']}", silence)])


def greedy(model, ids):
    made = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=NEW, do_sample=False,
                          pad_token_id=0)
    return made[0, ids.shape[1]:]


def everything(model, ids):
    model = model.eval()
    return {"ids": ids, **names_of(model), "modules": modules_of(model, ids), "patched": patched(model, ids),
            "generated": greedy(model, ids)}


def smol():
    return t.AutoModelForCausalLM.from_pretrained(GGUF, gguf_file=next(GGUF.glob("*.gguf")).name, dtype=torch.float32)


def tiny(name, folder):
    """A random checkpoint, the same every time."""
    torch.manual_seed(len(name))
    model = t.AutoModelForCausalLM.from_config(TINY[name])
    model.save_pretrained(folder / name, max_shard_size="20KB" if name.endswith("sharded") else "1GB")
    return model


def line(path, tensor):
    flat = tensor.double().flatten()
    picked = [flat[i * (flat.numel() - 1) // (SAMPLES - 1)].item() for i in range(SAMPLES)]
    return f"{path} {list(tensor.shape)} | {flat.norm().item():.8g} " + " ".join(f"{x:.8g}" for x in picked)


def write_golden():
    ids = torch.tensor([PROMPT])
    found = everything(smol(), ids)
    logits = found["modules"]["lm_head"]
    assert len(found["generated"]) == NEW, "the prompt's continuation ends too early"
    lines = ["ids " + " ".join(map(str, PROMPT)),
             "top " + " ".join(map(str, logits[0, -1].topk(5).indices.tolist())),
             "new " + " ".join(map(str, found["generated"].tolist())),
             "blocks " + found["blocks"], "attention " + found["attention"],
             line("patched", found["patched"])]
    lines += ["# " + line(path, tensor) for path, tensor in found["modules"].items()]
    out = HERE.parent / "golden/numbers/smol.txt"
    out.parent.mkdir(exist_ok=True)
    out.write_text("\n".join(lines) + "\n")


def write_live(folder, chosen):
    ids = torch.tensor([[5, 17, 40, 41, 23, 60, 11]])
    for name in chosen or [*TINY, "smol"]:
        found = everything(smol(), torch.tensor([PROMPT])) if name == "smol" else everything(tiny(name, folder), ids)
        torch.save(found, folder / f"{name}.pt")


def main():
    torch.set_grad_enabled(False)
    if sys.argv[1:] == ["golden"]:
        write_golden()
    elif sys.argv[1:2] == ["live"] and len(sys.argv) > 2:
        write_live(pathlib.Path(sys.argv[2]), sys.argv[3:])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
