from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
prompt = "red green blue"
with torch.no_grad():
    for sign in "+-*/":
        with model.trace(prompt):
            if sign == "+":
                model.transformer.h[2].mlp.output += 1
            elif sign == "-":
                model.transformer.h[2].mlp.output -= 1
            elif sign == "*":
                model.transformer.h[2].mlp.output *= 3
            else:
                model.transformer.h[2].mlp.output /= 3
            seen = model.transformer.h[2].mlp.output.norm().save()
            logits = model.lm_head.output[0, -1].save()
        print(sign, f"{seen:.4f} {logits.norm():.4f}", int(logits.argmax()))
