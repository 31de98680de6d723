import torch

torch.manual_seed(42)
r = lambda t: [round(v, 4) for v in t.flatten().tolist()]
print(r(torch.rand(3)), r(torch.randn(2, 2)), torch.randint(0, 10, (5,)), torch.randint(5, (2, 2)), torch.randperm(6), r(torch.normal(0.0, 1.0, (2,))), r(torch.normal(torch.zeros(2), torch.ones(2))), r(torch.normal(mean=torch.arange(3.0), std=0.1)))
print(torch.bernoulli(torch.full((5,), 0.5)), torch.multinomial(torch.tensor([0.1, 0.2, 0.7]), 4, replacement=True), torch.multinomial(torch.ones(2, 4), 2), r(torch.rand_like(torch.zeros(2))), r(torch.randn_like(torch.zeros(2))), torch.randint_like(torch.zeros(3), 0, 9), torch.poisson(torch.full((3,), 4.0)), r(torch.empty(2).uniform_(-1, 1)), r(torch.empty(2).normal_(5, 2)), r(torch.empty(2).exponential_()), torch.empty(3).bernoulli_(0.3), torch.empty(2).random_(10), r(torch.empty(2).cauchy_()), r(torch.empty(2).log_normal_()), torch.empty(2).geometric_(0.5), torch.empty((), dtype=torch.int64).random_())
g = torch.Generator().manual_seed(7)
print(r(torch.rand(2, generator=g)), r(torch.randn(2, generator=g)), torch.randperm(4, generator=g), torch.randint(3, (3,), generator=g), torch.multinomial(torch.ones(3), 1, generator=g), g.initial_seed(), torch.initial_seed(), g.device)
state = g.get_state()
a = torch.rand(2, generator=g)
g.set_state(state)
print(torch.equal(a, torch.rand(2, generator=g)), state.dtype, state.shape)
s = torch.get_rng_state()
b = torch.rand(1)
torch.set_rng_state(s)
print(torch.equal(b, torch.rand(1)), torch.manual_seed(0).initial_seed(), type(torch.manual_seed(0)).__name__)
torch.manual_seed(1)
with torch.random.fork_rng():
    torch.manual_seed(99)
    torch.rand(5)
c = torch.rand(1)
torch.manual_seed(1)
print(torch.equal(c, torch.rand(1)), r(torch.nn.functional.dropout(torch.ones(6), 0.5)), r(torch.nn.Dropout(0.3)(torch.ones(5))), r(torch.nn.functional.gumbel_softmax(torch.zeros(3))), torch.nn.functional.gumbel_softmax(torch.zeros(1, 4), hard=True).argmax())
print(r(torch.rand(20)), r(torch.randn(20)[-4:]), r(torch.randn(17, dtype=torch.float64)[-3:]), r(torch.rand(3, dtype=torch.float64)), torch.rand(2, dtype=torch.float16).dtype, r(torch.complex(torch.rand(1), torch.rand(1)).abs()))
x = torch.arange(10)
print(x[torch.randperm(len(x))], x[torch.randint(len(x), (3,))], torch.rand(3) > 0.5, (torch.rand(1000).mean() - 0.5).abs() < 0.05)
torch.manual_seed(-5)
print(r(torch.rand(1)))
for bad in (lambda: torch.manual_seed("a"), lambda: torch.randint(5, 2, (1,)), lambda: torch.randperm(-1), lambda: torch.multinomial(torch.ones(2), 3), lambda: torch.rand(2, generator=1)):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err).split("\n")[0][:100])
