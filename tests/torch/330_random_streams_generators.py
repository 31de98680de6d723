# Every random function from a seed, per-Generator streams, states, and the errors of bad parameters.
import torch

torch.manual_seed(42)
print(torch.rand(3), torch.randn(2, 2), torch.randint(10, (5,)), torch.randperm(6), torch.normal(0.0, 1.0, (2,)), torch.normal(torch.tensor([0.0, 100.0]), 0.1), torch.normal(torch.zeros(2), torch.tensor([1.0, 10.0])), torch.normal(5.0, torch.tensor([0.1, 0.2])))
print(torch.bernoulli(torch.tensor([0.1, 0.5, 0.9])), torch.empty(3).bernoulli_(0.3), torch.poisson(torch.tensor([1.0, 5.0, 20.0])), torch.multinomial(torch.tensor([1.0, 2.0, 7.0]), 2), torch.multinomial(torch.tensor([[1.0, 0.0], [0.5, 0.5]]), 4, replacement=True), torch.binomial(torch.tensor([10.0, 100.0]), torch.tensor([0.5, 0.1])))
e = torch.empty(3)
print(e.uniform_(-1, 1).clone(), e.normal_(2, 0.5).clone(), e.exponential_(2.0).clone(), e.geometric_(0.4).clone(), e.cauchy_().clone(), e.log_normal_().clone(), torch.empty(4, dtype=torch.int64).random_(100), torch.empty(3).random_(5, 10), torch.empty(2, dtype=torch.uint8).random_(), torch.empty(2, dtype=torch.bool).random_())
print(torch.rand_like(torch.zeros(2, dtype=torch.float64)), torch.randn_like(e), torch.randint_like(torch.zeros(3), 10), torch.randint_like(torch.zeros(3, dtype=torch.int64), 2, 5), torch.rand(2, dtype=torch.float64), torch.randn(2, dtype=torch.float16), torch.rand(2, dtype=torch.bfloat16), torch.randn(2, dtype=torch.complex64), torch.randint(0, 2, (3,), dtype=torch.bool), torch.randint(-5, 5, (2, 2), dtype=torch.int8), torch.randperm(3, dtype=torch.int32), torch.rand(()), torch.rand(0), torch.randint(low=3, high=4, size=(2,)))
g1, g2 = torch.Generator().manual_seed(7), torch.Generator().manual_seed(7)
print(torch.rand(2, generator=g1), torch.rand(2, generator=g2), torch.randn(2, generator=g1).equal(torch.randn(2, generator=g2)), torch.randperm(5, generator=g1), torch.randint(9, (3,), generator=g1), torch.multinomial(torch.ones(4), 2, generator=g1), torch.bernoulli(torch.full((3,), 0.5), generator=g1), torch.empty(2).normal_(generator=g1), torch.empty(2).exponential_(generator=g1), torch.normal(0.0, 1.0, (2,), generator=g1))
state = torch.get_rng_state()
a = torch.rand(3)
torch.set_rng_state(state)
print(a.equal(torch.rand(3)), state.dtype, state.shape, g1.initial_seed(), g1.device, torch.initial_seed(), isinstance(g1.get_state(), torch.Tensor))
g3 = torch.Generator()
g3.set_state(g1.get_state())
print(torch.rand(1, generator=g3).equal(torch.rand(1, generator=g1)), torch.Generator(device="cpu").device.type, torch.default_generator is torch.random.default_generator)
with torch.random.fork_rng():
    torch.manual_seed(0)
    inside = torch.rand(1)
print(inside, torch.rand(1))
torch.manual_seed(0)
shuffled = torch.arange(10)[torch.randperm(10)]
torch.manual_seed(0)
print(shuffled, torch.arange(10)[torch.randperm(10)].equal(shuffled), torch.nn.init.xavier_uniform_(torch.empty(2, 3)), torch.nn.functional.dropout(torch.ones(8), 0.5), torch.randn(20).mean(), torch.randn(1, 20).mean())
torch.manual_seed(-1)
print(torch.rand(2), torch.manual_seed(2**40).initial_seed())
big = torch.randn(1000, generator=torch.Generator().manual_seed(1))
print(big[:3], big[-3:], big.mean(), big.std())
for attempt in [lambda: torch.rand(-1), lambda: torch.randint(5, 5, (2,)), lambda: torch.randint(0, 10), lambda: torch.randint(0, 300, (2,), dtype=torch.uint8), lambda: torch.normal(0.0, -1.0, (2,)), lambda: torch.bernoulli(torch.tensor([1.5])), lambda: torch.empty(2).bernoulli_(-0.1), lambda: torch.multinomial(torch.tensor([0.0, 0.0]), 1), lambda: torch.multinomial(torch.tensor([1.0, -1.0]), 1), lambda: torch.multinomial(torch.tensor([1.0, 0.0]), 2), lambda: torch.multinomial(torch.ones(2, 2, 2), 1), lambda: torch.multinomial(torch.tensor([1, 2]), 1), lambda: torch.multinomial(torch.ones(3), 0), lambda: torch.empty(2).exponential_(-1), lambda: torch.empty(2).geometric_(0.0), lambda: torch.empty(2).uniform_(1, 0), lambda: torch.empty(2).random_(5, 5), lambda: torch.randperm(300, dtype=torch.uint8), lambda: torch.empty(2, dtype=torch.int64).normal_(), lambda: torch.rand(2, dtype=torch.int64), lambda: torch.poisson(torch.tensor([-1.0])), lambda: torch.rand(2, generator=3), lambda: torch.Generator("nowhere").device, lambda: torch.set_rng_state(torch.zeros(3)), lambda: torch.manual_seed(1.5).initial_seed(), lambda: torch.manual_seed(2**70), lambda: torch.normal(torch.zeros(2), torch.ones(3)), lambda: torch.multinomial(torch.tensor([float("nan"), 1.0]), 1)]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])
