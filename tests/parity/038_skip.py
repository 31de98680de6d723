from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
prompt = "the teacher of the school"
with torch.no_grad():
    with model.trace(prompt):
        base = model.lm_head.output[0, -1].save()
    for i in range(4):
        with model.trace(prompt):
            block = model.transformer.h[i]
            block.skip(block.input)
            out = model.lm_head.output[0, -1].save()
        print(i, f"{(out - base).norm():.4f} {int(out.argmax())}")
    with model.trace(prompt):
        model.transformer.h[2].mlp.skip(model.transformer.h[2].mlp.input * 0.5)
        mid = model.transformer.h[2].output.norm().save()
        out = model.lm_head.output[0, -1].save()
print(f"{mid:.4f} {(out - base).norm():.4f}")
