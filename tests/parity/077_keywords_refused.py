# Settings of generation in trace(), and names that nobody knows.
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
for kw in (dict(max_new_tokens=3), dict(temperature=0.5), dict(foo=1), dict(position_ids=[0]), dict(scan=True, validate=True)):
    try:
        with model.trace("One two", **kw):
            out = model.lm_head.output[0, -1].argmax().save()
        print(kw, "ran")
    except Exception as error:
        print(kw, f"{type(error).__name__}: {error}")
for kw in (dict(max_new_tokens=0), dict(max_new_tokens="3"), dict(do_sample=True, temperature=0.0), dict(top_k=-1), dict(eos_token_id=[1.5])):
    try:
        with model.generate("One two", **kw) as tracer:
            out = tracer.result.save()
        print(kw, out.shape)
    except Exception as error:
        print(kw, f"{type(error).__name__}: {error}")
