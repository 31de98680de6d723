from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
tok = model.tokenizer
text = "a stone to Lucy"
ids = tok(text)["input_ids"]
both = tok([text, text], return_tensors="pt")
with torch.no_grad():
    for name, form in {"text": text, "ids": ids, "tensor": torch.tensor(ids), "matrix": torch.tensor([ids, ids]),
                       "dict": {"input_ids": torch.tensor([ids])}, "encoding": both,
                       "with mask": {"input_ids": both["input_ids"], "attention_mask": both["attention_mask"]}}.items():
        with model.trace(form):
            out = model.lm_head.output[:, -1].save()
        print(name, tuple(out.shape), f"{out.norm():.4f}", out.argmax(-1).tolist())
