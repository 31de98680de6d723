from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
prompt = "apple pear plum apple pear"
for kw in (dict(), dict(repetition_penalty=1.8), dict(no_repeat_ngram_size=1), dict(suppress_tokens=[8, 346, 260]), dict(bad_words_ids=[[8], [346, 260]])):
    with model.generate(prompt, max_new_tokens=6, **kw) as tracer:
        out = tracer.result.save()
    print(kw, out[0, -6:].tolist())
