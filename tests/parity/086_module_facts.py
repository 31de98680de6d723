from nnsight import LanguageModel

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
layers = model.model.layers
print(len(layers), layers[-1].path, [l.path for l in layers[1:3]], str(model.device), model.dtype)
print(model.config.num_attention_heads, model.config.hidden_size, type(model.config).__name__)
print([n for n, _ in model.named_modules()][:4], model.get("model.layers.2.mlp").path)
print(sum(p.numel() for p in model.parameters()), [n for n, _ in model.named_parameters()][:2])
print(model.model.layers[0].mlp)
print(model.model.layers[0].self_attn.q_proj.weight.shape, model.model.norm.weight.dtype)
