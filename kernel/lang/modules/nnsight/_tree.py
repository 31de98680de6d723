"""The tree of a model as text, and second names for its modules (rename=)."""


def _below(text):
    first, *rest = text.split("\n")
    return "\n".join([first] + ["  " + line for line in rest])


def _labels(envoy, names):
    """Second names of children, by the child's own name; and those of modules further below."""
    direct, mounts = {}, []
    for alias, path in envoy._aliases:
        if path in names:
            direct.setdefault(path, []).append(alias)
        elif "." in path:
            mounts.append(alias)
    return direct, mounts


def text(envoy):
    """What print() shows: as PyTorch, with second names before the names."""
    cls, extra, is_list, names, is_root = envoy._facts
    if cls == "Conv1D":
        extra = ""  # its numbers are no extra_repr of PyTorch's
    children = [(name, text(envoy._child(name))) for name in names]
    if is_list:
        return _list_text(cls, children)
    direct, mounts = _labels(envoy, names)
    lines = [f"({'/'.join(direct.get(name, []) + [name])}): {_below(shown)}" for name, shown in children]
    lines += [f"({alias}): {_below(text(getattr(envoy, alias)))}" for alias in mounts]
    if is_root:
        lines.append("(generator): Generator(\n    (streamer): Streamer()\n  )")
    if not lines:
        return f"{cls}({extra})"
    return f"{cls}(\n  " + "\n  ".join(extra.split("\n") * bool(extra) + lines) + "\n)"


def _list_text(cls, children):
    """Equal neighbours of a list are shown once."""
    if not children:
        return f"{cls}()"
    groups = []
    for i, (_, shown) in enumerate(children):
        if groups and groups[-1][2] == shown:
            groups[-1][1] = i
        else:
            groups.append([i, i, shown])
    lines = [f"({first}): {_below(shown)}" if first == last else
             f"({first}-{last}): {last - first + 1} x {_below(shown)}" for first, last, shown in groups]
    return f"{cls}(\n  " + "\n  ".join(lines) + "\n)"


# --- second names ---

def _found(envoy, key):
    """(path below, module) that a key names: dotted, `*` for any one module, a class by its name."""
    if isinstance(key, type):
        key_name = key.__name__
        return [(n, envoy._child(n)) for n in envoy._facts[3] if envoy._child(n)._facts[0] == key_name]
    found = [((), envoy)]
    for part in key.lstrip(".").split("."):
        step = []
        for path, at in found:
            for name in at._facts[3]:
                if part in ("*", name):
                    step.append(((*path, name), at._child(name)))
        found = step
    return [(".".join(path), at) for path, at in found]


def _displaced(host, alias, taken):
    if alias in taken:
        return f"the alias already bound here from {taken[alias]!r}"
    if alias in host._facts[3]:
        return "a child module or attribute of that name"
    if hasattr(type(host), alias):
        return f"the `{type(host).__name__}.{alias}` attribute"
    if host._has_parameter(alias) or alias == "config":
        return "an attribute of the wrapped module"
    return None


def _bind(names, envoy, key, aliases):
    matches = _found(envoy, key)
    if len(matches) > 1:
        shown = key.__name__ if isinstance(key, type) else repr(key)
        raise ValueError(f"`rename` key {shown} matches {len(matches)} modules under `{envoy.path}` "
                         f"({', '.join(path for path, _ in matches)}); an alias names one module, so a key binds "
                         "only where it matches one. Key those by name.")
    for path, target in matches:
        for alias in [aliases] if isinstance(aliases, str) else aliases:
            host, relative = envoy, path
            if "." in alias:
                prefix, _, alias = alias.rpartition(".")
                if not path.startswith(f"{prefix}."):
                    raise ValueError(f"`rename` alias {prefix + '.' + alias!r} for {path!r} names no ancestor of it on "
                                     f"`{envoy.path}`: a dotted alias binds on the envoy its prefix names, so the "
                                     "prefix spells the start of the key's path, without `*`.")
                host, relative = envoy.get(prefix), path[len(prefix) + 1:]
            taken = names.setdefault(host.path, {})
            if alias == relative or taken.get(alias) == relative:
                continue
            displaced = _displaced(host, alias, taken)
            if displaced is not None:
                raise ValueError(f"`rename` alias {alias!r} for {relative!r} would shadow {displaced} on `{host.path}`. "
                                 "Aliases are bound as plain attributes, so this would make the original unreachable "
                                 "by name while leaving it in the tree. Pick a different alias.")
            taken[alias] = relative


def bind(model, rename):
    """{path of a module: {second name: path below it}} of a model's rename=."""
    names = {}

    def walk(envoy):
        for name in envoy._facts[3]:
            walk(envoy._child(name))
        for key, aliases in rename.items():
            _bind(names, envoy, key, aliases)

    walk(model)
    return names
