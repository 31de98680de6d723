# Model files that are cut off, lie or are missing: each is an error, and the session goes on.
from nnsight import LanguageModel

for name in ("cut", "lying", "wrong-shape", "wrong-dtype", "missing-tensor", "no-config", "bad-config", "other-family",
             "no-weights", "no-tokenizer"):
    try:
        model = LanguageModel(f"broken/{name}", device_map="cpu", dispatch=True)
        with model.trace("One two"):
            out = model.lm_head.output.save()
        print(name, "ran")
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {str(error).splitlines()[0].split('build/models/')[-1]}")
model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.trace("One two"):
    fine = model.lm_head.output[0, -1].argmax().save()
print(int(fine))
