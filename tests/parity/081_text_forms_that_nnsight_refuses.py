# One line, a body that starts with try, statements after an open loop, any number of participants.
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.trace("One two"): a = model.lm_head.output[0, -1].argmax().save()
with model.trace("One two"):
    try:
        b = model.lm_head.output[0, -1].argmax().save()
    finally:
        done = True
with model.trace() as tracer:
    barrier = tracer.barrier(7)
    with tracer.invoke("One two"):
        barrier()
        c = model.lm_head.output[0, -1].argmax().save()
print(int(a) == int(b) == int(c), done)
