# nnsight says OutOfOrderError without the line that is read; here it is a ValueError before anything runs (T3).
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)

def line_of(error):
    at = error.__traceback__
    while at.tb_next is not None:
        at = at.tb_next
    return at.tb_lineno

try:
    with model.trace("One two"):
        late = model.transformer.h[3].output
        model.transformer.h[1].output = late
        model.lm_head.output.save()
except ValueError as error:
    print(error)
with model.trace() as tracer:
    with tracer.invoke("One two"):
        late = model.transformer.h[3].output[:, -1]
    with tracer.invoke("red green"):
        model.transformer.h[1].output[:, -1] = late
        out = model.lm_head.output[0, -1].argmax().save()
print("between prompts it is possible", int(out))
