from nnsight import LanguageModel

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with model.generate("Paul bought a ticket", max_new_tokens=3) as tracer:
    got = list().save()
    for step in tracer.iter[0:9]:
        got.append((step, round(model.lm_head.output[0, -1].max().item(), 3)))
print([s for s, _ in got], [f"{v:.3f}" for _, v in got])
