"""A model's numbers beside recorded ones; run by Glassbox, in the folder that holds them (tests/numbers/run).

Input: the model, the recorded file (NAME.pt of tests/oracle/model_numbers.py, or its golden text), the tolerance. Prints
a line for each thing that differs, and how much was compared. A difference is relative to the recorded number, or to
the root mean square of its tensor where that is larger.
"""

import torch
from nnsight import LanguageModel

model = LanguageModel(input(), dispatch=True)
file = input()
tolerance = float(input())


def read_text(name):
    """The golden text in the form of a NAME.pt, with (shape, norm, samples) in the place of tensors."""
    found = {"modules": {}}
    for line in open(name).read().splitlines():
        key, _, rest = line.partition(" ")
        if key == "#":
            path, _, rest = rest.partition(" ")
            found["modules"][path] = recorded(rest)
        elif key == "patched":
            found[key] = recorded(rest)
        elif key in ("ids", "top", "new"):
            found[key] = [int(word) for word in rest.split()]
        else:
            found[key] = rest
    return {**found, "ids": torch.tensor([found["ids"]]), "generated": torch.tensor(found["new"])}


def recorded(text):
    shape, _, numbers = text.partition(" | ")
    norm, *samples = [float(word) for word in numbers.split()]
    return [int(size) for size in shape.strip("[]").split(",")], norm, torch.tensor(samples, dtype=torch.float64)


def difference(got, want):
    got = got.double()
    if torch.is_tensor(want):
        want = want.double()
        if got.shape != want.shape:
            return float("inf")
        floor, norm = want.square().mean().sqrt(), want.norm()
    else:
        shape, norm, want = want
        if list(got.shape) != shape:
            return float("inf")
        floor = norm / got.numel() ** 0.5
    whole = abs(got.norm() - norm) / norm
    if got.numel() != want.numel():
        flat, last = got.flatten(), len(want) - 1
        got = torch.stack([flat[i * (flat.numel() - 1) // last] for i in range(last + 1)])
    scale = want.abs().clamp(min=float(floor))
    return max(float(whole), float(((got - want).abs() / scale).max()))


compared = 0
worst = 0.0


def check(what, got, want, tolerance=tolerance):
    global compared, worst
    compared += 1
    found = difference(got, want)
    worst = max(worst, found)
    if not found <= tolerance:
        print(f"{what} differs by {found:.3g}")


def check_same(what, got, want):
    global compared
    compared += 1
    if list(got) != list(want):
        print(f"{what}: {list(got)} instead of {list(want)}")


def module_at(path):
    module = model
    for part in path.split("."):
        module = module[int(part)] if part.isdigit() else getattr(module, part)
    return module


def check_modules(ids, wanted):
    found = {}
    with model.trace(ids):
        for path in wanted:
            output = module_at(path).output
            found[path] = (output[0] if type(output) is tuple else output).save()
    for path, want in wanted.items():
        check(path, found[path], want)
    return found["lm_head"]


def patch(ids, want, blocks, attention):
    blocks = module_at(blocks)
    with model.trace(ids):
        blocks[0].mlp.output = blocks[0].mlp.output * 0.5
        blocks[1].output[:, -1, :8] = 0.5
        getattr(blocks[2], attention).output[0][:, 0] = 0
        logits = model.lm_head.output.save()
    check("a patched run", logits, want)


def check_packed(ids, blocks):
    """Prompts of unequal lengths, in one trace and alone."""
    prompts = [ids[:, :n] for n in (ids.shape[1], 2, 5)]
    blocks, packed = module_at(blocks), []
    with model.trace() as tracer:
        for prompt in prompts:
            with tracer.invoke(prompt):
                packed.append((blocks[1].output.save(), model.lm_head.output.save()))
    for prompt, (middle, logits) in zip(prompts, packed):
        with model.trace(prompt):
            alone = blocks[1].output.save(), model.lm_head.output.save()
        check(f"layer 1 of {prompt.shape[1]} packed tokens", middle, alone[0], 1e-5)
        check(f"logits of {prompt.shape[1]} packed tokens", logits, alone[1], 1e-5)


def main():
    want = read_text(file) if file.endswith(".txt") else torch.load(file)
    ids = want["ids"]
    logits = check_modules(ids, want["modules"])
    top = want["top"] if "top" in want else want["modules"]["lm_head"][0, -1].topk(5).indices.tolist()
    check_same("the five likeliest", logits[0, -1].topk(5).indices.tolist(), top)
    patch(ids, want["patched"], want["blocks"], want["attention"])
    check_packed(ids, want["blocks"])
    with model.generate(ids, max_new_tokens=32, do_sample=False) as tracer:
        tokens = tracer.result.save()
    check_same("generation", tokens[0, ids.shape[1]:].tolist(), want["generated"].tolist())
    print(f"compared {compared}, worst {worst:.2g}")


main()
