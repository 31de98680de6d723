from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
out = model.generate("red green", max_new_tokens=3)
print(type(out).__name__, out.tolist())
for name in ("index", "name"):
    try:
        model.transformer.h[9] if name == "index" else model.transformer.hh
    except AttributeError as error:
        print(name, type(error).__name__)
