class InsufficientFunds(Exception):
    def __init__(self, need, have): super().__init__(f'need {need:.2f}, have {have:.2f}'); self.need, self.have = need, have
class Account:
    _next = 1
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.id, self.history = owner, balance, Account._next, []
        Account._next += 1
    @property
    def balance(self): return self._balance
    def deposit(self, x):
        if x <= 0: raise ValueError('deposit must be positive')
        self._balance += x; self.history.append(('deposit', x)); return self
    def withdraw(self, x):
        if x > self._balance: raise InsufficientFunds(x, self._balance)
        self._balance -= x; self.history.append(('withdraw', x)); return self
    def __repr__(self): return f'{type(self).__name__}(#{self.id} {self.owner}: {self._balance:.2f})'
    def __lt__(self, o): return self._balance < o._balance
class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.05): super().__init__(owner, balance); self.rate = rate
    def add_interest(self): return self.deposit(self.balance * self.rate)
class Bank:
    def __init__(self): self.accounts = {}
    def open(self, cls, *a, **k): acc = cls(*a, **k); self.accounts[acc.id] = acc; return acc
    def transfer(self, a, b, x):
        try: self.accounts[a].withdraw(x)
        except InsufficientFunds as e: print('failed:', e); return False
        except KeyError as e: print('no account', e); return False
        else: self.accounts[b].deposit(x); return True
        finally: print('transfer', a, b, x)
    def __iter__(self): return iter(self.accounts.values())
    def __len__(self): return len(self.accounts)
bank = Bank()
a = bank.open(Account, 'ann', 100); s = bank.open(Savings, 'sam', 200, rate=0.1)
print(bank.transfer(1, 2, 30), bank.transfer(1, 2, 500), bank.transfer(9, 1, 1)); s.add_interest()
print(list(bank), len(bank), max(bank), sorted(bank)[0].owner, a.history, sum(x.balance for x in bank), s.deposit(1).withdraw(2))
for f in (lambda: a.deposit(-5), lambda: setattr(a, 'balance', 5), lambda: a.withdraw(1e9)):
    try: f()
    except (ValueError, AttributeError, InsufficientFunds) as e: print(type(e).__name__, e)
class Item:
    def __init__(self, name, price, qty): self.name, self.price, self.qty = name, price, qty
    def __str__(self): return f'{self.name:<10}{self.price:>8.2f}{self.qty:>5}'
class Inventory:
    def __init__(self): self._items = {}
    def __setitem__(self, n, pq): self._items[n] = Item(n, *pq)
    def __getitem__(self, n): return self._items[n]
    def __delitem__(self, n): del self._items[n]
    def __contains__(self, n): return n in self._items
    def __iadd__(self, other):
        for n, p, q in other:
            if n in self: self[n].qty += q
            else: self[n] = p, q
        return self
    def total(self): return sum(i.price * i.qty for i in self._items.values())
    def report(self): return '\n'.join([f'{"item":<10}{"price":>8}{"qty":>5}', '-' * 23, *map(str, self._items.values()), f'{"total":<10}{self.total():>13,.2f}'])
inv = Inventory(); inv['apple'] = 0.5, 100; inv += [('pear', 0.75, 40), ('apple', 0, 20)]
print(inv.report(), 'pear' in inv); del inv['pear']; print('pear' in inv, inv['apple'].qty)
try: inv['kiwi']
except KeyError as e: print('KeyError', e)
