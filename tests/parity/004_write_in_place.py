from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
prompt = "Tom found a stone"
results = {}
with torch.no_grad():
    with model.trace(prompt):
        results["base"] = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.model.layers[0].output[:] = 0
        results["zero"] = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.model.layers[0].output[:, 2] = 1
        results["one position"] = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.model.layers[0].output[0, -1, :4] = torch.tensor([1.0, -1.0, 2.0, -2.0])
        results["four numbers"] = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.model.layers[0].output[:] += 0.5
        results["added"] = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        h = model.model.layers[0].output
        h *= 0.5
        results["halved"] = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.model.layers[0].output.mul_(0.5)
        results["mul_"] = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.model.layers[0].output.clamp_(-0.3, 0.3)
        results["clamp_"] = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.model.layers[0].output[:, 1:3].fill_(0.25)
        results["fill_"] = model.lm_head.output[0, -1].save()
for name, v in results.items():
    print(f"{name}: {int(v.argmax())} {(v - results['base']).norm():.4f}")
