class BankError(Exception):
    code = 1
    def __init__(self, message, *, account=None):
        super().__init__(message)
        self.account = account
class Insufficient(BankError):
    code = 2
    def __init__(self, need, have, **kw):
        super().__init__(f"need {need:.2f}, have {have:.2f}", **kw)
        self.short = need - have
class Frozen(BankError): code = 3
class Account:
    _next = 100
    def __init__(self, owner, balance=0.0):
        self.owner, self._balance, self.frozen, self.log = owner, balance, False, []
        self.id = Account._next; Account._next += 1
    @property
    def balance(self): return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0: raise Insufficient(self._balance - v, self._balance, account=self.id)
        self.log.append((self._balance, v)); self._balance = v
    def withdraw(self, x):
        if self.frozen: raise Frozen("account is frozen", account=self.id)
        if x <= 0: raise ValueError(f"bad amount {x!r}")
        self.balance -= x
        return self
    def __repr__(self): return f"<{self.owner}#{self.id} {self._balance:,.2f}>"
def transfer(a, b, x):
    before = a.balance, b.balance
    try:
        a.withdraw(x)
        b.balance += x
    except BankError as e:
        e.add_note(f"transfer of {x} from {a.owner}")
        raise RuntimeError("transfer failed") from e
    else:
        return f"ok {x}"
    finally:
        print("  attempted", x, before, "->", (a.balance, b.balance))
a, b = Account("ann", 50), Account("bob")
print(transfer(a, b, 20), a, b)
for x in (40, -3, "x"):
    try: print(transfer(a, b, x))
    except RuntimeError as e: print(e, "<-", type(e.__cause__).__name__, e.__cause__, e.__cause__.account, getattr(e.__cause__, "short", None), e.__cause__.__notes__)
    except (ValueError, TypeError) as e: print(type(e).__name__, e, e.__cause__)
b.frozen = True
try: transfer(b, a, 1)
except RuntimeError as e: print(e.__cause__.code, isinstance(e.__cause__, BankError), e.__suppress_context__)
print(a.log, [c.__name__ for c in Frozen.__mro__], BankError("m", account=5).args)
def chain():
    try: raise KeyError("first")
    except KeyError:
        try: raise ValueError("second")
        except ValueError as e:
            return e, e.__context__
print(chain(), repr(chain()[0].__context__))
try:
    try: a.withdraw(10 ** 6)
    except BankError as e: err = e; raise
except Insufficient as e: print(e is err, e.short)
try: err
except NameError as e: print(e)
else: print("still bound", err.args)
