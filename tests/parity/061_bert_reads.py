import torch
from nnsight import TransformersModel

model = TransformersModel("tiny-bert", task="fill-mask", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("The capital of <mask> is Athens."):
    words = model.bert.embeddings.output.save()
    query = model.bert.encoder.layer[0].attention.self.query.output.save()
    context = model.bert.encoder.layer[1].attention.self.output[0].save()
    h = model.bert.encoder.layer[3].output.save()
    logits = model.cls.predictions.decoder.output.save()
for v in (words, query, context, h, logits):
    v = v[0] if isinstance(v, tuple) else v
    print(tuple(v.shape), f"{v.norm():.4f}")
