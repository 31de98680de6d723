"""Makes tests/golden/engine: tiny random checkpoints, and graphs with the numbers that PyTorch hooks give.

    PYTHON tests/oracle/engine_cases.py     (needs torch and transformers 5)

cases.txt is a list of cases: `== NAME | MODEL [| generate N]`, the graph in its text form, `--`, and one line
a saved value: name, shape, and SAMPLES elements at evenly spaced flat indices.
"""

import pathlib
import sys

import torch
import transformers

HERE = pathlib.Path(__file__).resolve().parent.parent / "golden" / "engine"
SAMPLES = 12
VOCAB = 96
A = [5, 17, 40, 41, 2]
B = [7, 17, 40, 60, 3]
C = [33, 9]
D = [12, 13, 14, 80, 81, 82, 90]


def make(name):
    torch.manual_seed({"gpt2": 1, "llama": 2, "neox": 3}[name])
    if name == "gpt2":
        config = transformers.GPT2Config(vocab_size=VOCAB, n_positions=64, n_embd=32, n_layer=3, n_head=4,
                                         initializer_range=0.2, bos_token_id=0, eos_token_id=1)
        model = transformers.GPT2LMHeadModel(config)
    elif name == "llama":
        config = transformers.LlamaConfig(vocab_size=VOCAB, hidden_size=32, intermediate_size=48, num_hidden_layers=3,
                                          num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=64,
                                          initializer_range=0.2, bos_token_id=0, eos_token_id=1,
                                          tie_word_embeddings=False)
        model = transformers.LlamaForCausalLM(config)
    model = model.float().eval()
    model.generation_config.eos_token_id = None
    folder = HERE / name
    model.save_pretrained(folder)
    for extra in folder.glob("*"):
        if extra.name not in ("config.json", "model.safetensors", "generation_config.json"):
            extra.unlink()
    return model


class Names:
    def __init__(self, name):
        g = name == "gpt2"
        self.blocks = "transformer.h" if g else "model.layers"
        self.attn = "attn" if g else "self_attn"
        self.norm = "transformer.ln_f" if g else "model.norm"


def get(model, path):
    return model.get_submodule(path)


def run(model, ids, hooks=(), mask=None):
    """hooks: (path, 'output'|'input', function of the tensor → new tensor or None)."""
    handles = []
    for path, side, f in hooks:
        if side == "output":
            def hook(_m, _a, out, f=f):
                first = out[0] if isinstance(out, tuple) else out
                new = f(first)
                if new is None:
                    return None
                return (new, *out[1:]) if isinstance(out, tuple) else new
            handles.append(get(model, path).register_forward_hook(hook))
        else:
            def pre(_m, args, kwargs, f=f):
                if args:
                    new = f(args[0])
                    return None if new is None else ((new, *args[1:]), kwargs)
                key = next(k for k, v in kwargs.items() if torch.is_tensor(v))
                new = f(kwargs[key])
                return None if new is None else (args, {**kwargs, key: new})
            handles.append(get(model, path).register_forward_pre_hook(pre, with_kwargs=True))
    ids = torch.tensor([ids] if not isinstance(ids[0], list) else ids)
    out = model(ids, attention_mask=mask).logits
    for h in handles:
        h.remove()
    return out


OUT = []


def case(title, name, graph, saved, extra=""):
    OUT.append(f"== {title} | {name}{extra}")
    OUT.append(graph.strip())
    OUT.append("--")
    for key, t in saved.items():
        t = t.detach()
        n = t.numel()
        flat = t.reshape(-1).double()
        index = [i * (n - 1) // (SAMPLES - 1) for i in range(SAMPLES)]
        shape = ", ".join(map(str, t.shape))
        OUT.append(f"{key} [{shape}] " + " ".join(f"{flat[i].item():.9g}" for i in index))


def row(*prompts):
    return " ".join("[" + ", ".join(map(str, p)) + "]" for p in prompts)


def every_module(model, name, n):
    outputs, inputs, handles = {}, {}, []

    def hook(path):
        def f(_m, args, kwargs, out):
            if isinstance(out, tuple) and torch.is_tensor(out[0]):
                outputs[path] = ("output.0", out[0])
            elif torch.is_tensor(out):
                outputs[path] = ("output", out)
            if args and torch.is_tensor(args[0]):
                inputs[path] = args[0]
        return f

    for path, m in model.named_modules():
        if path and "rotary" not in path and not isinstance(m, (torch.nn.Dropout, torch.nn.ModuleList)):
            handles.append(m.register_forward_hook(hook(path), with_kwargs=True))
    run(model, A)
    for h in handles:
        h.remove()
    graph, saved = [f"invoke 0: {row(A)}"], {}
    k = 0
    for path, (leaf, value) in outputs.items():
        graph += [f"%{k} = read {path}#{leaf} @0", f'%{k + 1} = save "{path}" (%{k})']
        saved[path] = value
        k += 2
    for path, value in inputs.items():
        graph += [f"%{k} = read {path}#input @0", f'%{k + 1} = save "{path}.in" (%{k})']
        saved[path + ".in"] = value
        k += 2
    case("every module", name, "\n".join(graph), saved)


def patches(model, name, n):
    b = n.blocks
    case("zero mlp", name, f"""
invoke 0: {row(A)}
%0 = const (0.0)
%1 = write {b}.1.mlp#output @0 (%0)
%2 = read lm_head#output @0
%3 = save "logits" (%2)
""", {"logits": run(model, A, [(f"{b}.1.mlp", "output", torch.zeros_like)])})
    case("scale attention", name, f"""
invoke 0: {row(A)}
%0 = read {b}.2.{n.attn}#output.0 @0
%1 = op aten::mul.Scalar (%0, 0.25)
%2 = write {b}.2.{n.attn}#output.0 @0 (%1)
%3 = read lm_head#output @0
%4 = save "logits" (%3)
""", {"logits": run(model, A, [(f"{b}.2.{n.attn}", "output", lambda t: t * 0.25)])})

    def last_zero(t):
        t = t.clone()
        t[:, -1, :8] = 0
        return t
    case("in place at the last token", name, f"""
invoke 0: {row(A)}
%0 = read {b}.1#output @0
%1 = op gb::setitem (%0, <slice(none, none, none), -1, slice(none, 8, none)>, 0.0)
%2 = write {b}.1#output @0 in_place (%1)
%3 = read lm_head#output @0
%4 = save "logits" (%3)
%5 = read {b}.1#output @0 after 1
%6 = save "after" (%5)
""", {"logits": run(model, A, [(f"{b}.1", "output", last_zero)])})
    got = {}
    run(model, A, [(f"{b}.1", "output", lambda t: got.__setitem__("h", t.detach().clone()))])
    OUT.append(OUT.pop())
    after = last_zero(got["h"])
    flat, count = after.reshape(-1).double(), after.numel()
    OUT.append("after [" + ", ".join(map(str, after.shape)) + "] " + " ".join(
        f"{flat[i * (count - 1) // (SAMPLES - 1)].item():.9g}" for i in range(SAMPLES)))
    ln = "ln_2" if name == "gpt2" else "post_attention_layernorm"
    case("assign the input of a norm", name, f"""
invoke 0: {row(A)}
%0 = read {b}.1.{ln}#input @0
%1 = op aten::mul.Scalar (%0, -1.5)
%2 = write {b}.1.{ln}#input @0 (%1)
%3 = read lm_head#output @0
%4 = save "logits" (%3)
""", {"logits": run(model, A, [(f"{b}.1.{ln}", "input", lambda t: t * -1.5)])})

    def in_place(t):
        t.mul_(-1.5)
        return None
    with torch.no_grad():
        case("the input of a norm in place", name, f"""
invoke 0: {row(A)}
%0 = read {b}.1.{ln}#input @0
%1 = op aten::mul.Scalar (%0, -1.5)
%2 = write {b}.1.{ln}#input @0 in_place (%1)
%3 = read lm_head#output @0
%4 = save "logits" (%3)
""", {"logits": run(model, A, [(f"{b}.1.{ln}", "input", in_place)])})
    stash = {}
    run(model, A, [(f"{b}.1", "input", lambda t: stash.__setitem__("x", t.detach().clone()))])
    case("skip a block", name, f"""
invoke 0: {row(A)}
%0 = read {b}.1#input @0
%1 = write {b}.1#output @0 skip (%0)
%2 = read lm_head#output @0
%3 = save "logits" (%2)
""", {"logits": run(model, A, [(f"{b}.1", "output", lambda t: stash["x"])])})
    head, norm = get(model, "lm_head"), get(model, n.norm)
    run(model, A, [(f"{b}.0", "output", lambda t: stash.__setitem__("h", t.detach().clone()))])
    case("modules applied to values", name, f"""
invoke 0: {row(A)}
%0 = read {b}.0#output @0
%1 = op gb::getitem (%0, <slice(none, none, none), -1>)
%2 = call {n.norm}#output (%1)
%3 = call lm_head#output (%2)
%4 = save "lens" (%3)
""", {"lens": head(norm(stash["h"][:, -1]))})
    case("last row of the unembedding", name, f"""
invoke 0: {row(A)}
%0 = read lm_head#output @0 : float32[1, {len(A)}, {VOCAB}]
%1 = op gb::getitem (%0, <0, -1>)
%2 = save "last" (%1)
%3 = read {b}.2#output @0 : float32[1, {len(A)}, 32]
%4 = op gb::getitem (%3, <0, -2>)
%5 = save "hidden" (%4)
""", {"last": run(model, A)[0, -1], "hidden": hidden(model, A, f"{b}.2")[0, -2]})


def hidden(model, ids, path):
    got = {}
    run(model, ids, [(path, "output", lambda t: got.__setitem__("h", t.detach().clone()))])
    return got["h"]


def invokes(model, name, n):
    b = n.blocks
    case("unequal invokes", name, f"""
invoke 0: {row(A)}
invoke 1: {row(C)}
invoke 2: {row(D)}
%0 = read lm_head#output @0
%1 = save "a" (%0)
%2 = read lm_head#output @1
%3 = save "c" (%2)
%4 = read lm_head#output @2
%5 = save "d" (%4)
%6 = read {b}.1#output @2
%7 = save "h" (%6)
""", {"a": run(model, A), "c": run(model, C), "d": run(model, D), "h": hidden(model, D, f"{b}.1")})
    together = torch.zeros(2, len(D), VOCAB)
    together[0, -len(C):] = run(model, C)[0]
    together[1] = run(model, D)[0]
    case("one invoke, unequal prompts", name, f"""
invoke 0: {row(C, D)}
%0 = read lm_head#output @0
%1 = save "logits" (%0)
""", {"logits": together})
    scaled = [run(model, p, [(f"{b}.1.mlp", "output", lambda t: t * 3)]) for p in (A, C, D)]
    case("writes of unequal invokes", name, f"""
invoke 0: {row(A)}
invoke 1: {row(C, D)}
%0 = read {b}.1.mlp#output @1
%1 = op aten::mul.Scalar (%0, 3.0)
%2 = write {b}.1.mlp#output @1 in_place (%1)
%3 = read lm_head#output @0
%4 = save "a" (%3)
%5 = read lm_head#output @1
%6 = op gb::getitem (%5, <0, slice(-{len(C)}, none, none)>)
%7 = save "c" (%6)
%8 = op gb::getitem (%5, 1)
%9 = save "d" (%8)
""", {"a": run(model, A), "c": scaled[1][0], "d": scaled[2][0]})
    case("all rows", name, f"""
invoke 0: {row(A)}
invoke 1: {row(B)}
invoke 2: all
%0 = read {b}.1.mlp#output @2
%1 = op aten::mul.Scalar (%0, 3.0)
%2 = write {b}.1.mlp#output @2 (%1)
%3 = read lm_head#output @2
%4 = save "all" (%3)
%5 = read lm_head#output @1
%6 = save "b" (%5)
""", {"all": torch.cat([scaled[0], run(model, B, [(f"{b}.1.mlp", "output", lambda t: t * 3)])]),
      "b": run(model, B, [(f"{b}.1.mlp", "output", lambda t: t * 3)])})
    for title, donor, layer in (("patch from another invoke", 1, 1), ("patch from a later place", 2, 0)):
        h = hidden(model, A, f"{b}.{donor}")

        def patch(t, h=h):
            t = t.clone()
            t[:, -1] = h[:, -1]
            return t
        case(title, name, f"""
invoke 0: {row(A)}
invoke 1: {row(B)}
%0 = read {b}.{donor}#output @0
%1 = op gb::getitem (%0, <slice(none, none, none), -1>)
%2 = read {b}.{layer}#output @1
%3 = op gb::setitem (%2, <slice(none, none, none), -1>, %1)
%4 = write {b}.{layer}#output @1 in_place (%3)
%5 = read lm_head#output @1
%6 = save "b" (%5)
%7 = read lm_head#output @0
%8 = save "a" (%7)
""", {"b": run(model, B, [(f"{b}.{layer}", "output", patch)]), "a": run(model, A)})


def gradients(model, name, n):
    b = n.blocks
    for title, twice in (("gradients", False), ("a gradient written", True)):
        kept = {}

        def keep(key, double):
            def f(t):
                if not t.requires_grad:
                    t = t.detach().requires_grad_(True)
                t.retain_grad()
                if double:
                    t.register_hook(lambda g: g * 2)
                kept[key] = t
                return t
            return f
        with torch.enable_grad():
            out = run(model, A, [(f"{b}.0", "output", keep("h0", False)), (f"{b}.1", "output", keep("h1", twice)),
                                 (f"{b}.2.mlp", "output", keep("m2", False))])
            loss = -out[0, -1].log_softmax(-1)[10]
            loss.backward()
        model.zero_grad()
        write = """%16 = op aten::mul.Scalar (%12, 2.0)
%17 = setgrad (%10, %1, %16)
""" if twice else ""
        saved = {"loss": loss, "g0": kept["h0"].grad, "m2": kept["m2"].grad, "s": kept["h0"].grad[0, -1]}
        if not twice:
            saved["g1"] = kept["h1"].grad
        case(title, name, f"""
invoke 0: {row(A)}
%0 = read {b}.0#output @0
%1 = read {b}.1#output @0
%2 = read {b}.2.mlp#output @0
%3 = read lm_head#output @0
%4 = op gb::getitem (%3, <0, -1>)
%5 = op aten::log_softmax.int (%4, -1)
%6 = op gb::getitem (%5, 10)
%7 = op aten::neg (%6)
%8 = save "loss" (%7)
%9 = op gb::getitem (%0, <0, -1>)
%10 = backward (%7)
%11 = grad (%10, %2)
%12 = grad (%10, %1)
%13 = grad (%10, %0)
%14 = save "m2" (%11)
%15 = save "g0" (%13)
{write}%{18 if twice else 16} = grad (%10, %9)
%{19 if twice else 17} = save "s" (%{18 if twice else 16})
""" + ("" if twice else '%18 = save "g1" (%12)\n'), saved)


def generation(model, name, n):
    b = n.blocks
    with torch.no_grad():
        ids = torch.tensor([A])
        plain = model.generate(ids, max_new_tokens=32, do_sample=False, attention_mask=torch.ones_like(ids))
        case("generate", name, f"""
invoke 0: {row(A)}
%0 = read #result @0
%1 = save "ids" (%0)
""", {"ids": plain}, " | generate 32")
        short = torch.tensor([C])
        two = model.generate(short, max_new_tokens=12, do_sample=False, attention_mask=torch.ones_like(short))
        first = model.generate(ids, max_new_tokens=12, do_sample=False, attention_mask=torch.ones_like(ids))
        case("generate with two invokes", name, f"""
invoke 0: {row(A)}
invoke 1: {row(C)}
%0 = read #result @0
%1 = save "a" (%0)
%2 = read #result @1
%3 = save "c" (%2)
%4 = read #token @1 step 3
%5 = save "token" (%4)
%6 = read #token @1 step 12
%7 = save "never" (%6)
""", {"a": first, "c": two, "token": two[:, len(C) + 3]}, " | generate 12")
        vector = torch.linspace(-2, 2, 32)
        steps = {"n": 0}

        def steer(t):
            t = t.clone()
            t[:, -1] += vector
            steps["n"] += 1
            if steps["n"] == 3:
                steps["h"] = t.clone()
            return t
        handle = get(model, f"{b}.1").register_forward_hook(
            lambda _m, _a, out: (steer(out[0]), *out[1:]) if isinstance(out, tuple) else steer(out))
        steered = model.generate(ids, max_new_tokens=8, do_sample=False, attention_mask=torch.ones_like(ids))
        handle.remove()
        graph = [f"invoke 0: {row(A)}",
                 "%0 = const (tensor float32[32] [" + ", ".join(f"{x:.9g}" for x in vector.tolist()) + "])"]
        k = 1
        for s in range(8):
            step = f" step {s}" if s else ""
            graph += [f"%{k} = read {b}.1#output @0{step}",
                      f"%{k + 1} = op gb::getitem (%{k}, <slice(none, none, none), -1>)",
                      f"%{k + 2} = op aten::add.Tensor (%{k + 1}, %0)",
                      f"%{k + 3} = op gb::setitem (%{k}, <slice(none, none, none), -1>, %{k + 2})",
                      f"%{k + 4} = write {b}.1#output @0{step} in_place (%{k + 3})"]
            k += 5
        graph += [f"%{k} = read #result @0", f'%{k + 1} = save "ids" (%{k})',
                  f"%{k + 2} = read {b}.1#output @0 step 2 after 1", f'%{k + 3} = save "h" (%{k + 2})']
        case("steer every token", name, "\n".join(graph), {"ids": steered, "h": steps["h"]}, " | generate 8")


def main():
    torch.set_grad_enabled(False)
    for name in ("gpt2", "llama"):
        model = make(name)
        n = Names(name)
        for part in (every_module, patches, invokes, gradients, generation):
            part(model, name, n)
    (HERE / "cases.txt").write_text("\n".join(OUT) + "\n")
    print(len([x for x in OUT if x.startswith("==")]), "cases")


if __name__ == "__main__":
    sys.exit(main())
