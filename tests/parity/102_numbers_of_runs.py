import torch
import nnsight
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
table = {}
with torch.no_grad():
    for text in ("red", "green", "blue"):
        with model.trace(text):
            p = model.lm_head.output[0, -1].softmax(-1)
            best = p.topk(2)
            table[text] = nnsight.save([(int(i), float(v)) for v, i in zip(best.values, best.indices)])
for k, v in table.items():
    print(k, [(i, f"{x:.5f}") for i, x in v])
