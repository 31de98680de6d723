def account(balance):
    def deposit(x): nonlocal balance; balance += x; return balance
    def withdraw(x):
        nonlocal balance
        if x > balance: raise ValueError(f'{x} > {balance}')
        balance -= x; return balance
    return {'deposit': deposit, 'withdraw': withdraw, 'get': lambda: balance}
a, b = account(10), account(5)
print(a['deposit'](5), b['withdraw'](2), a['get'](), b['get']())
try: a['withdraw'](99)
except ValueError as e: print(e)
def stepper():
    state = {'n': 0}
    def step(): state['n'] += 1; return state['n']
    return step
s = stepper(); print([s() for _ in range(3)])
