# Shapes are checked when a write is written, with both of them, at its line.
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)

def attempt(name, f):
    try:
        with model.trace("One two"):
            f(model.transformer.h[1])
            print("not reached")
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}")

def whole(m):
    m.output = torch.zeros(1, 2, 7)

def in_place(m):
    m.output[:] = torch.zeros(1, 2, 7)

def a_slice(m):
    m.output[:, -1] = torch.zeros(33)

def an_input(m):
    m.input = torch.zeros(3)

def skipped(m):
    m.skip(torch.zeros(2, 2))

def a_text(m):
    m.output = "zero"

def a_position(m):
    m.output[:, 9] = 0

for name, f in dict(whole=whole, in_place=in_place, a_slice=a_slice, an_input=an_input, skipped=skipped, a_text=a_text,
                    a_position=a_position).items():
    attempt(name, f)
with model.trace("One two"):
    fine = model.lm_head.output[0, -1].argmax().save()
print(int(fine))
