class StateMachine:
    transitions = {('idle', 'start'): 'running', ('running', 'pause'): 'paused', ('paused', 'start'): 'running', ('running', 'stop'): 'idle', ('paused', 'stop'): 'idle'}
    def __init__(self): self.state, self.log, self.hooks = 'idle', [], {}
    def on(self, state):
        def deco(f): self.hooks.setdefault(state, []).append(f); return f
        return deco
    def fire(self, event):
        try: new = self.transitions[self.state, event]
        except KeyError: raise ValueError(f'cannot {event} while {self.state}') from None
        self.log.append((self.state, event, new)); self.state = new
        return [h(self) for h in self.hooks.get(new, ())]
sm = StateMachine()
@sm.on('running')
def running(m): return f'now {m.state} after {len(m.log)}'
@sm.on('running')
def again(m): return 'second hook'
for e in ('start', 'pause', 'start', 'stop'): print(e, sm.fire(e), sm.state)
try: sm.fire('pause')
except ValueError as e: print(e, e.__cause__, e.__suppress_context__)
print(sm.log)
class Signal:
    def __init__(self): self.handlers = []
    def __iadd__(self, h): self.handlers.append(h); return self
    def __isub__(self, h): self.handlers.remove(h); return self
    def __call__(self, *a, **k): return [h(*a, **k) for h in self.handlers]
class Button:
    def __init__(self): self.clicked = Signal()
b = Button(); f = lambda x: x * 2
b.clicked += f; b.clicked += print; print(b.clicked(5)); b.clicked -= f; print(b.clicked('bye'))
class Stack:
    def __init__(self): self._d = []
    def push(self, *x): self._d.extend(x); return self
    def pop(self):
        if not self._d: raise IndexError('pop from empty stack')
        return self._d.pop()
    def __len__(self): return len(self._d)
    def __bool__(self): return bool(self._d)
def rpn(s):
    ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '^': lambda a, b: a ** b}
    st = Stack()
    for t in s.split():
        if t in ops: b, a = st.pop(), st.pop(); st.push(ops[t](a, b))
        else: st.push(float(t))
    r = st.pop()
    if st: raise ValueError('leftover')
    return r
for s in ('3 4 +', '5 1 2 + 4 * + 3 -', '2 3 ^', '1 +', '1 2', '4 0 /', 'x'):
    try: print(rpn(s))
    except (IndexError, ValueError, ZeroDivisionError) as e: print(type(e).__name__, e)
def balanced(s):
    pairs, st = {')': '(', ']': '[', '}': '{'}, []
    for c in s:
        if c in pairs.values(): st.append(c)
        elif c in pairs and (not st or st.pop() != pairs[c]): return False
    return not st
print([balanced(s) for s in ('()', '([{}])', '(]', '((', '', 'a(b)c')])
class Queue:
    def __init__(self): self.a, self.b = [], []
    def put(self, x): self.a.append(x)
    def get(self):
        if not self.b: self.b, self.a = self.a[::-1], []
        return self.b.pop()
q = Queue(); q.put(1); q.put(2); print(q.get()); q.put(3); print(q.get(), q.get())
class Undo:
    def __init__(self): self.text, self.done, self.undone = '', [], []
    def do(self, s): self.done.append(self.text); self.text += s; self.undone.clear()
    def undo(self):
        if self.done: self.undone.append(self.text); self.text = self.done.pop()
    def redo(self):
        if self.undone: self.done.append(self.text); self.text = self.undone.pop()
u = Undo(); u.do('a'); u.do('b'); u.undo(); print(u.text); u.redo(); print(u.text); u.undo(); u.undo(); u.undo(); print(repr(u.text))
