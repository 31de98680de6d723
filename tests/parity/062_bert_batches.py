import torch
from nnsight import TransformersModel

model = TransformersModel("tiny-bert", task="fill-mask", device_map="cpu", dispatch=True)
texts = ["red <mask> blue", "The bridge stands in the city of <mask>."]
with torch.no_grad(), model.trace() as tracer:
    got = list().save()
    for t in texts:
        with tracer.invoke(t):
            got.append(model.cls.predictions.decoder.output[0])
for t, v in zip(texts, got):
    ids = model.tokenizer(t)["input_ids"]
    at = ids.index(model.tokenizer.mask_token_id)
    print(len(ids), tuple(v.shape)[-1], f"{v[at].max():.3f}")
