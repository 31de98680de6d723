# Names that are not there: the nearest one is named.
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
for path in ("transformer.hh", "transfomer.h.0", "transformer.h.0.mpl", "transformer.h.0.mlp.c_fx", "lm_haed", "embed_out"):
    try:
        model.get(path)
        print(path, "found")
    except Exception as error:
        print(path, type(error).__name__, error)
try:
    with model.trace("One two"):
        model.transformer.h[0].atn.output.save()
except AttributeError as error:
    print(error)
try:
    model.transformer.h[4]
except IndexError as error:
    print(error)
