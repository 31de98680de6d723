# Arguments of the model's forward pass that say what happens anyway.
from nnsight import LanguageModel

plain = (dict(use_cache=True), dict(return_dict=True), dict(output_attentions=False), dict(output_hidden_states=False),
         dict(logits_to_keep=0), dict(past_key_values=None, inputs_embeds=None), dict(position_ids=None))
for name in ("tiny-gpt2", "tiny-llama"):
    model = LanguageModel(name, device_map="cpu", dispatch=True)
    for kw in plain:
        with model.trace("One two three", **kw):
            hidden = model.lm_head.input.save()
            last = model.lm_head.output[:, -1:].save()
            logits = model.output.logits.save()
        print(kw, hidden.shape, logits.shape, last.shape, last.argmax(-1).tolist(), round(logits.mean().item(), 4))
    with model.trace() as tracer:
        with tracer.invoke("One two three", logits_to_keep=0, return_dict=True):
            logits = model.lm_head.output[0, -1].save()
    print(name, logits.shape, logits.argmax().item())
