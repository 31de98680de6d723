from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace() as tracer:
    with tracer.invoke("One two three"):
        model.transformer.h[0].output[:, 0] *= 2
        a = model.lm_head.output[:, -1].save()
    with tracer.invoke("six seven eight"):
        b = model.lm_head.output[:, -1].save()
    with tracer.invoke():
        rows = model.transformer.h[2].output.shape[0]
        rows.save()
        every = model.lm_head.output[:, -1].save()
print(every.shape, rows, torch.allclose(every[0], a[0], atol=1e-5), torch.allclose(every[1], b[0], atol=1e-5))
print(f"{a.norm():.4f} {b.norm():.4f}")
