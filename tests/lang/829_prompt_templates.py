"""Prompts from templates: few-shot examples, checks of the names used, chat messages."""
import string, textwrap

class Template:
    def __init__(self, text, **defaults):
        self.text = textwrap.dedent(text).strip("\n")
        self.defaults = defaults
        self.names = [n for _, n, _, _ in string.Formatter().parse(self.text) if n is not None]

    def __call__(self, **values):
        values = {**self.defaults, **values}
        if missing := [n for n in self.names if n.split(".")[0].split("[")[0] not in values]:
            raise TypeError(f"missing: {', '.join(missing)}")
        if extra := values.keys() - {n.split(".")[0].split("[")[0] for n in self.names}:
            raise TypeError(f"unknown: {sorted(extra)}")
        return self.text.format(**values)

qa = Template("""
    Q: {question}
    A: {answer:.<12}|
    """, answer="")
print(qa.names, qa(question="2+2?", answer=4) if False else qa(question="2+2?", answer="4"))
for bad in ({}, {"question": 1, "colour": 2, "answers": 3}):
    try:
        qa(**bad)
    except TypeError as error:
        print("TypeError:", error)

shots = [("France", "Paris"), ("Italy", "Rome"), ("Japan", "Tokyo")]
few = "\n".join(f"The capital of {country} is {city}." for country, city in shots[:-1])
prompt = f"{few}\nThe capital of {shots[-1][0]} is"
print(prompt, len(prompt.split()), prompt.count("capital"), sep="\n")
clean, corrupted = prompt.split(), prompt.replace("Japan", "Spain").split()
print([(i, a, b) for i, (a, b) in enumerate(zip(clean, corrupted)) if a != b], len(clean) == len(corrupted))

def chat(*messages, system=None, width=34):
    roles = [("system", system)] * (system is not None) + list(messages)
    for role, content in roles:
        head = f"<|{role}|>"
        body = textwrap.fill(" ".join(content.split()), width, initial_indent=" ", subsequent_indent="   ")
        yield head + "\n" + body
    if roles and roles[-1][0] == "user":
        yield "<|assistant|>"

conversation = [("user", "Explain what an   attention head does in one sentence."),
                ("assistant", "It moves information between positions."), ("user", "And an MLP?")]
print("\n".join(chat(*conversation, system="You are terse.")))
print(list(chat()), list(chat(("assistant", "ok"))))
row = Template("{run[name]!r:>12} {run[loss]:8.3f} {flag!s:^7}", flag=None)
print(row.names, row(run={"name": "a", "loss": 1 / 3}), row(run={"name": "b", "loss": 1e4}, flag=True), sep="\n")
dollar = string.Template("$who owes ${amount}€ ($$)")
print(dollar.substitute(who="Ann", amount=3), dollar.safe_substitute(who="Bob"))
try:
    dollar.substitute(who="x")
except KeyError as error:
    print(repr(error))
