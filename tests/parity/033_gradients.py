from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with model.trace("the lamp before the storm"):
    h = model.model.layers[1].output
    m = model.model.layers[2].mlp.output
    loss = model.lm_head.output[0, -1].log_softmax(-1)[7]
    with loss.backward():
        gm = m.grad.save()
        gh = h.grad.save()
print(gm.shape, f"{gm.norm():.5f} {gh.norm():.5f}")
print([f"{v:.4f}" for v in gh[0].norm(dim=-1).tolist()])
