from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
clean, corrupt = "When Tom and Lucy went to the garden", "When Sara and Paul went to the garden"
print(len(model.tokenizer(clean)["input_ids"]), len(model.tokenizer(corrupt)["input_ids"]))
with torch.no_grad():
    for layer in range(4):
        with model.trace() as tracer:
            barrier = tracer.barrier(2)
            with tracer.invoke(clean):
                h = model.transformer.h[layer].output[:, -1]
                barrier()
                want = model.lm_head.output[0, -1].save()
            with tracer.invoke(corrupt):
                barrier()
                model.transformer.h[layer].output[:, -1] = h
                got = model.lm_head.output[0, -1].save()
        print(layer, f"{(want - got).norm():.4f} {int(got.argmax())}")
