from nnsight import LanguageModel
import torch
import nnsight
from transformers import AutoTokenizer

model = LanguageModel("tiny-llama", tokenizer=AutoTokenizer.from_pretrained("tiny-llama"))
with model.scan("The old lighthouse"):
    heads = tuple(model.model.layers[2].self_attn.q_proj.output.shape).save()
    h = model.model.layers[2].output
    shape = tuple(h.shape).save()
    logits = tuple(model.lm_head.output.shape).save()
    kind = str(h.dtype).save()
print(shape, heads, logits, kind)
