"""Modules called with other parameters."""


def _check_keys(module, given):
    own = [*dict(module.named_parameters(remove_duplicate=False)), *dict(module.named_buffers(remove_duplicate=False))]
    unexpected, missing = [k for k in given if k not in own], [k for k in own if k not in given]
    problems = [f"{kind} key(s): {', '.join(map(repr, keys))}." for kind, keys in (("Unexpected", unexpected), ("Missing", missing))
                if keys]
    if problems:
        raise RuntimeError(f"Error(s) in reparametrizing for {module._get_name()}:\n\t" + "\n\t".join(problems))


def functional_call(module, parameters_and_buffers, args=None, kwargs=None, *, tie_weights=True, strict=False):
    """module(*args, **kwargs) with these parameters and buffers in place of its own."""
    given = parameters_and_buffers
    if isinstance(given, (list, tuple)):
        given = {k: v for part in given for k, v in part.items()}
    args = () if args is None else args if isinstance(args, tuple) else (args,)
    if strict:
        _check_keys(module, given)
    places, known = [], {n for named in (module.named_parameters, module.named_buffers) for n, _ in named(remove_duplicate=False)}
    for path, value in given.items():
        owner, _, name = path.rpartition(".")
        if path not in known:  # left aside, as PyTorch does
            continue
        owner = module.get_submodule(owner)
        held = owner._parameters if name in owner._parameters else owner._buffers
        same = [(h, n) for m in module.modules() for h in (m._parameters, m._buffers) for n, v in h.items()
                if tie_weights and v is held[name]] or [(held, name)]
        places += [(h, n, h[n], value) for h, n in same]
    try:
        for held, name, _, value in places:
            held[name] = value
        return module(*args, **(kwargs or {}))
    finally:
        for held, name, old, _ in reversed(places):
            held[name] = old
