# Prompts that are none, each with what is wrong; the session goes on.
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
for prompt in (" ".join(["One"] * 200), 3.5, [], "", [["One"], 2], [1, 2.5], torch.zeros(1, 2, 3), {"ids": [1]}, [[5, 420]], [-1]):
    try:
        with model.trace(prompt):
            model.lm_head.output.save()
        print("ran")
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
try:
    with model.trace():
        model.lm_head.output.save()
except ValueError as error:
    print(error)
try:
    model.transformer.h[0].output
except ValueError as error:
    print(error)
with model.trace("One"):
    fine = model.lm_head.output[0, -1].argmax().save()
print(int(fine))
