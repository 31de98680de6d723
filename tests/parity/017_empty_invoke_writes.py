from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad():
    with model.trace() as tracer:
        with tracer.invoke("One two three"):
            pass
        with tracer.invoke("six seven eight"):
            pass
        with tracer.invoke():
            model.transformer.h[1].output[1] = 0
            out = model.lm_head.output[:, -1].save()
    with model.trace("One two three"):
        plain = model.lm_head.output[0, -1].save()
print(torch.allclose(out[0], plain, atol=1e-4), f"{out[1].norm():.4f} {int(out[1].argmax())}")
