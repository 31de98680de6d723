from nnsight import LanguageModel

print(LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True))
