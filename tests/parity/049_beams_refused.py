# Beams are not there; nnsight runs them. The error names the setting, and the session goes on.
from nnsight import LanguageModel

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
for kw in (dict(num_beams=2), dict(num_beams=1), dict(penalty_alpha=0.6), dict(assistant_model="x"), dict(max_new_token=3)):
    try:
        with model.generate("The opposite of", max_new_tokens=2, **kw) as tracer:
            out = tracer.result.save()
        print(kw, out.shape)
    except Exception as error:
        print(kw, type(error).__name__, error)
