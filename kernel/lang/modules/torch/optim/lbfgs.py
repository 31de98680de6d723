"""Limited-memory BFGS."""

import torch
from torch.optim.optimizer import Optimizer, check, check_rate


class LBFGS(Optimizer):
    """Steps along an approximation of Newton's direction; step(closure) evaluates the loss anew."""

    def __init__(self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7, tolerance_change=1e-9, history_size=100,
                 line_search_fn=None):
        check_rate(lr)
        max_eval = max_iter * 5 // 4 if max_eval is None else max_eval
        super().__init__(params, dict(lr=lr, max_iter=max_iter, max_eval=max_eval, tolerance_grad=tolerance_grad,
                                      tolerance_change=tolerance_change, history_size=history_size,
                                      line_search_fn=line_search_fn))
        if len(self.param_groups) != 1:
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
        self._params = self.param_groups[0]["params"]

    def _flat_grad(self):
        return torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).reshape(-1) for p in self._params])

    def _move(self, t, direction):
        at = 0
        for p in self._params:
            p.add_(direction[at:at + p.numel()].view_as(p), alpha=t)
            at += p.numel()

    def _evaluate(self, closure, start, t, direction):
        self._move(t, direction)
        loss = float(closure())
        grad = self._flat_grad()
        for p, old in zip(self._params, start):
            p.copy_(old)
        return loss, grad

    @torch.no_grad()
    def step(self, closure):
        """Up to max_iter iterations; gives the loss before them."""
        closure = torch.enable_grad()(closure)
        group, state = self.param_groups[0], self.state[self._params[0]]
        lr, max_eval = group["lr"], group["max_eval"]
        state.setdefault("func_evals", 0)
        state.setdefault("n_iter", 0)
        first = closure()
        loss, evals, flat = float(first), 1, self._flat_grad()
        state["func_evals"] += 1
        if flat.abs().max() <= group["tolerance_grad"]:
            return first
        d, t, old_dirs, old_stps = state.get("d"), state.get("t"), state.get("old_dirs"), state.get("old_stps")
        ro, H, prev_flat, prev_loss = state.get("ro"), state.get("H_diag"), state.get("prev_flat_grad"), state.get("prev_loss")
        n = 0
        while n < group["max_iter"]:
            n += 1
            state["n_iter"] += 1
            if state["n_iter"] == 1:
                d, old_dirs, old_stps, ro, H = flat.neg(), [], [], [], 1
            else:
                y, s = flat.sub(prev_flat), d.mul(t)
                ys = y.dot(s)
                if ys > 1e-10:
                    if len(old_dirs) == group["history_size"]:
                        old_dirs.pop(0), old_stps.pop(0), ro.pop(0)
                    old_dirs.append(y)
                    old_stps.append(s)
                    ro.append(1.0 / ys)
                    H = ys / y.dot(y)
                d = self._direction(flat, old_dirs, old_stps, ro, H)
            prev_flat = flat.clone() if prev_flat is None else prev_flat.copy_(flat)
            prev_loss = loss
            t = min(1.0, 1.0 / float(flat.abs().sum())) * lr if state["n_iter"] == 1 else lr
            slope = flat.dot(d)
            if slope > -group["tolerance_change"]:
                break
            if group["line_search_fn"] is not None:
                if group["line_search_fn"] != "strong_wolfe":
                    raise RuntimeError("only 'strong_wolfe' is supported")
                start = [p.clone() for p in self._params]
                objective = lambda t, d: self._evaluate(closure, start, t, d)
                loss, flat, t, used = _strong_wolfe(objective, t, d, loss, flat, slope)
                self._move(t, d)
                done = flat.abs().max() <= group["tolerance_grad"]
            else:
                self._move(t, d)
                used, done = 0, False
                if n != group["max_iter"]:
                    with torch.enable_grad():
                        loss = float(closure())
                    flat = self._flat_grad()
                    done, used = flat.abs().max() <= group["tolerance_grad"], 1
            evals += used
            state["func_evals"] += used
            if n == group["max_iter"] or evals >= max_eval or done:
                break
            if d.mul(t).abs().max() <= group["tolerance_change"] or abs(loss - prev_loss) < group["tolerance_change"]:
                break
        state.setdefault("al", [None] * self.param_groups[0]["history_size"])
        state.update(d=d, t=t, old_dirs=old_dirs, old_stps=old_stps, ro=ro, H_diag=H, prev_flat_grad=prev_flat, prev_loss=prev_loss)
        return first

    @staticmethod
    def _direction(flat, old_dirs, old_stps, ro, H):
        count, alpha, q = len(old_dirs), [None] * len(old_dirs), flat.neg()
        for i in range(count - 1, -1, -1):
            alpha[i] = old_stps[i].dot(q) * ro[i]
            q.add_(old_dirs[i], alpha=-alpha[i])
        r = torch.mul(q, H)
        for i in range(count):
            beta = old_dirs[i].dot(r) * ro[i]
            r.add_(old_stps[i], alpha=alpha[i] - beta)
        return r


def _cubic(x1, f1, g1, x2, f2, g2, bounds=None):
    """Where the cubic through two points with their slopes is least."""
    low, high = bounds if bounds is not None else (min(x1, x2), max(x1, x2))
    d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2)
    square = d1 ** 2 - g1 * g2
    if square < 0:
        return (low + high) / 2.0
    d2 = square ** 0.5 if not torch.is_tensor(square) else square.sqrt()
    if x1 <= x2:
        least = x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
    else:
        least = x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2))
    return min(max(least, low), high)


def _strong_wolfe(objective, t, d, f, g, slope, c1=1e-4, c2=0.9, tolerance_change=1e-9, max_ls=25):
    """A step that lessens the loss enough and flattens the slope enough: (loss, gradient, step, evaluations)."""
    size = d.abs().max()
    g = g.clone()
    f_new, g_new = objective(t, d)
    evals, slope_new = 1, g_new.dot(d)
    t_prev, f_prev, g_prev, slope_prev = 0, f, g, slope
    done, n = False, 0
    bracket = None
    while n < max_ls:
        if f_new > f + c1 * t * slope or (n > 1 and f_new >= f_prev):
            bracket, values = [t_prev, t], [f_prev, f_new]
            grads, slopes = [g_prev, g_new.clone()], [slope_prev, slope_new]
            break
        if abs(slope_new) <= -c2 * slope:
            bracket, values, grads, done = [t], [f_new], [g_new], True
            break
        if slope_new >= 0:
            bracket, values = [t_prev, t], [f_prev, f_new]
            grads, slopes = [g_prev, g_new.clone()], [slope_prev, slope_new]
            break
        least, most, before = t + 0.01 * (t - t_prev), t * 10, t
        t = _cubic(t_prev, f_prev, slope_prev, t, f_new, slope_new, bounds=(least, most))
        t_prev, f_prev, g_prev, slope_prev = before, f_new, g_new.clone(), slope_new
        f_new, g_new = objective(t, d)
        evals += 1
        slope_new = g_new.dot(d)
        n += 1
    if bracket is None:
        bracket, values, grads, slopes = [0, t], [f, f_new], [g, g_new], [slope, slope_new]
    stuck = False
    low, high = (0, 1) if values[0] <= values[-1] else (1, 0)
    while not done and n < max_ls:
        if abs(bracket[1] - bracket[0]) * size < tolerance_change:
            break
        t = _cubic(bracket[0], values[0], slopes[0], bracket[1], values[1], slopes[1])
        margin = 0.1 * (max(bracket) - min(bracket))
        if min(max(bracket) - t, t - min(bracket)) < margin:
            if stuck or t >= max(bracket) or t <= min(bracket):
                t = max(bracket) - margin if abs(t - max(bracket)) < abs(t - min(bracket)) else min(bracket) + margin
                stuck = False
            else:
                stuck = True
        else:
            stuck = False
        f_new, g_new = objective(t, d)
        evals += 1
        slope_new = g_new.dot(d)
        n += 1
        if f_new > f + c1 * t * slope or f_new >= values[low]:
            bracket[high], values[high], grads[high], slopes[high] = t, f_new, g_new.clone(), slope_new
            low, high = (0, 1) if values[0] <= values[1] else (1, 0)
        else:
            if abs(slope_new) <= -c2 * slope:
                done = True
            elif slope_new * (bracket[high] - bracket[low]) >= 0:
                bracket[high], values[high], grads[high], slopes[high] = (bracket[low], values[low], grads[low], slopes[low])
            bracket[low], values[low], grads[low], slopes[low] = t, f_new, g_new.clone(), slope_new
    low = low if len(bracket) > 1 else 0
    return values[low], grads[low], bracket[low], evals
