"""Enumerations."""

_builtin_property = property

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
           "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
           "NAMED_FLAGS", "UNIQUE"]

Enum = Flag = EJECT = KEEP = CONFORM = STRICT = ReprEnum = None  # each is needed while the first classes are made


class nonmember:
    """Keeps a value in the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of a value that would not be one (a function, say)."""

    def __init__(self, value):
        self.value = value


class _Pending:
    """The value of an auto() that has none yet."""

    def __repr__(self):
        return "_auto_null"


_pending = _Pending()


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=_pending):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % (self.value,)


class property:
    """A property of members; a member of the same name is seen through the class."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc if doc is not None else getattr(fget, "__doc__", None)
        self.name = self.clsname = None

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None
        if self.fget is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)


class _MemberBehind:
    """A member whose name is also that of a property (`value`, `name`): members show the property."""

    def __init__(self, member, shown):
        self.member, self.shown = member, shown

    def __get__(self, instance, owner=None):
        return self.member if instance is None else self.shown.__get__(instance, owner)

    def __set__(self, instance, value):
        self.shown.__set__(instance, value)


def _is_descriptor(x):
    return hasattr(x, "__get__") or hasattr(x, "__set__") or hasattr(x, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    prefix = "_%s__" % cls_name.lstrip("_")
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith("__")


def _is_single_bit(n):
    return n > 0 and n & (n - 1) == 0


def _bits_text(n, width):
    """n in two's complement, sign bit first: '0b0 0101'."""
    return "0b%d %s" % (n < 0, format(n & (1 << width) - 1, "0%db" % width))


_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
            "_iter_member_by_value_", "_iter_member_by_def_")


class _EnumDict(dict):
    """The namespace of an enumeration's body: knows which names become members, and gives auto() its values."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = ""
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            self._set_sunder(key, value)
            return
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value = self._settled(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        dict.__setitem__(self, key, value)

    def _set_sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, "__func__", value)
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        dict.__setitem__(self, key, value)

    def _settled(self, key, value):
        """The value with every auto() in it (alone or in a tuple) replaced."""
        if isinstance(value, auto):
            return self._settled_auto(key, value)
        if type(value) is tuple and any(isinstance(v, auto) for v in value):
            return tuple([self._settled_auto(key, v) if isinstance(v, auto) else v for v in value])
        return value

    def _settled_auto(self, key, value):
        if value.value is _pending:
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return value.value

    def update(self, members, **more_members):
        for key, value in dict(members, **more_members).items():
            self[key] = value


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        space = _EnumDict()
        space._cls_name = cls
        first_enum = metacls._get_mixins_(cls, bases)[1]
        if first_enum is not None:
            space._generate_next_value = first_enum._generate_next_value_
        return space

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        ignore = classdict.get("_ignore_", ())
        names = [name for name in classdict._member_names if name not in ignore]
        for name in ("_ignore_", *ignore):
            classdict.pop(name, None)
        invalid = {name for name in names if name in ("mro", "")}
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in invalid))
        order = classdict.pop("_order_", None)
        values = {name: dict.pop(classdict, name) for name in names}
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, use_args = metacls._find_new_(classdict, member_type, first_enum)[::2]
        space = dict(classdict)
        space["_generate_next_value_"] = staticmethod(classdict._generate_next_value)
        if Enum is not None and "__new__" in space:
            space["__new_member__"] = space.pop("__new__")
        space["_use_args_"] = use_args
        space["_new_member_"] = new_member
        space["_member_names_"] = []
        space["_member_map_"] = {}
        space["_value2member_map_"] = {}
        space["_unhashable_values_"] = []
        space["_member_type_"] = member_type
        space["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        space["_flag_mask_"] = space["_all_bits_"] = 0
        space.setdefault("_value_repr_", metacls._find_data_repr_(cls, bases))
        enum_class = super().__new__(metacls, cls, bases, space, **kwds)
        _choose_texts(enum_class, first_enum, member_type, space)
        for name, value in values.items():
            _add_member(enum_class, name, value)
        _finish_flag(enum_class)
        if Enum is not None:
            type.__setattr__(enum_class, "__new__", Enum.__new__)
        if order is not None:
            _check_order(enum_class, order)
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """cls(value): the member with this value. cls(name, names): a new enumeration."""
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings

            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                          "False depending on whether the value is a member or the value of a member",
                          DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls._member_map_:
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        special = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
                   "__members__", "__module__", "__name__", "__qualname__"}
        if cls._new_member_ is not object.__new__:
            special.add("__new__")
        return sorted(special.union(cls._member_names_))

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        """All names, aliases included, and their members."""
        from types import MappingProxyType

        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return "<%s %r>" % (kind, cls.__name__)

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """An enumeration of these names: Enum('Color', 'RED GREEN')."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last_values = names, [], []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            classdict[name] = value
        classdict["__module__"] = module or "__main__"
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of the values' storage, and the enumeration that is extended."""
        if not bases or Enum is None:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] "
                            "enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        data_types.add(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or base.__module__ == "builtins":
                    data_types.add(candidate or base)
                    break
                elif "__dataclass_fields__" in base.__dict__:
                    data_types.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, data_types))
        return data_types.pop() if data_types else None

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes members; whether it was defined by the program; whether it gets the value."""
        new = classdict.get("__new__")
        if first_enum is not None and new is None:
            for name in ("__new_member__", "__new__"):
                for possible in (member_type, first_enum):
                    target = getattr(possible, name, None)
                    if target not in (None, object.__new__, Enum.__new__):
                        new = target
                        break
                if new is not None:
                    break
        if new is None and member_type.__module__ == "builtins" and member_type is not object:
            return member_type.__new__, False, True  # object's, and it needs the value
        if new is None:
            return object.__new__, False, False
        return getattr(new, "__func__", new), True, True


EnumMeta = EnumType


def _choose_texts(enum_class, first_enum, member_type, space):
    """Which of Enum's and the data type's __repr__, __str__, __format__ a class has."""
    if Enum is None:
        return
    set_own = type.__setattr__
    if ReprEnum is not None and ReprEnum in enum_class.__bases__:
        if "__format__" not in space:
            set_own(enum_class, "__format__", member_type.__format__)
        if "__str__" not in space:  # numbers have object's, which would show the repr
            set_own(enum_class, "__str__", member_type.__str__ if member_type is str else member_type.__repr__)
    for name in ("__repr__", "__str__", "__format__"):
        if name in space:
            continue
        found, of_enum = getattr(enum_class, name), getattr(first_enum, name)
        if found is getattr(member_type, name, None) and found is not of_enum and not (
                ReprEnum is not None and ReprEnum in enum_class.__bases__ and name != "__repr__"):
            set_own(enum_class, name, of_enum)
        elif found is getattr(object, name, None):
            set_own(enum_class, name, of_enum)
    if Flag is not None and issubclass(enum_class, Flag):
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in space:
                set_own(enum_class, name, getattr(Flag, name))


def _make_member(enum_class, value):
    args = value if isinstance(value, tuple) else (value,)
    if enum_class._member_type_ is tuple:
        args = (args,)
    if not enum_class._use_args_:
        made = enum_class._new_member_(enum_class)
    else:
        made = enum_class._new_member_(enum_class, *args)
    if not hasattr(made, "_value_"):
        if enum_class._member_type_ is object:
            made._value_ = value
        else:
            try:
                made._value_ = enum_class._member_type_(*args)
            except Exception as exc:
                raise TypeError("_value_ not set in __new__, unable to create it") from exc
    return made, args


def _find_equal(enum_class, value):
    try:
        return enum_class._value2member_map_.get(value)
    except TypeError:
        for known in enum_class._member_map_.values():
            if known._value_ == value:
                return known
    return None


def _add_member(enum_class, name, value):
    made, args = _make_member(enum_class, value)
    value = made._value_
    made._name_ = name
    made.__objclass__ = enum_class
    made._sort_order_ = len(enum_class._member_names_)
    if hasattr(type(made), "__init__") and type(made).__init__ is not object.__init__:
        made.__init__(*args)
    is_flag = Flag is not None and issubclass(enum_class, Flag)
    known = _find_equal(enum_class, value)
    if known is not None:
        made = known
    elif not is_flag or _is_single_bit(value):
        enum_class._member_names_.append(name)
    if is_flag:
        enum_class._flag_mask_ |= value
    shown = None
    for base in enum_class.__mro__[1:]:
        if name in base.__dict__:
            shown = base.__dict__[name]
            break
    if isinstance(shown, (property, _builtin_property)):
        type.__setattr__(enum_class, name, _MemberBehind(made, shown))
    else:
        type.__setattr__(enum_class, name, made)
    enum_class._member_map_[name] = made
    try:
        enum_class._value2member_map_.setdefault(value, made)
    except TypeError:
        enum_class._unhashable_values_.append(value)


def _finish_flag(enum_class):
    if Flag is None or not issubclass(enum_class, Flag):
        return
    mask = enum_class._flag_mask_
    enum_class._all_bits_ = 2 ** mask.bit_length() - 1
    enum_class._singles_mask_ = 0
    for m in enum_class._member_map_.values():
        if _is_single_bit(m._value_):
            enum_class._singles_mask_ |= m._value_
    values = [enum_class._member_map_[name]._value_ for name in enum_class._member_names_]
    if sorted(values) != values:
        type.__setattr__(enum_class, "_iter_member_", classmethod(Flag._iter_member_by_def_.__func__))


def _check_order(enum_class, order):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    wanted = [name for name in order if name not in enum_class._member_map_ or name in enum_class._member_names_]
    if wanted != enum_class._member_names_:
        raise TypeError("member order does not match _order_:\n  %r\n  %r" % (enum_class._member_names_, wanted))


def _read_only(name):
    def refuse(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute %r" % name)

    return refuse


class Enum(metaclass=EnumType):
    """Members are the names that the class body binds."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for known in cls._member_map_.values():
                if known._value_ == value:
                    return known
        error = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            error = e
            result = None
        if isinstance(result, cls) or Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and \
                isinstance(result, int):
            return result
        invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is None and error is None:
            raise invalid
        if error is None:
            error = TypeError("error in %s._missing_: returned %r instead of None or a valid member"
                              % (cls.__name__, result))
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of the next auto()."""
        if not last_values:
            return start
        try:
            last = last_values[-1]
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
            raise TypeError
        except TypeError:
            for v in reversed(last_values):
                try:
                    return v + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for cls in self.__class__.mro():
            for name, value in cls.__dict__.items():
                if name[0] != "_" and name not in self._member_map_:
                    names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # The builtin property: it is faster than the one that members of the same name need (_MemberBehind).
    name = _builtin_property(lambda self: self._name_, _read_only("name"), doc="The name of the member.")
    value = _builtin_property(lambda self: self._value_, _read_only("value"), doc="The value of the member.")


class ReprEnum(Enum):
    """Only the repr says that it is a member: str and format are the data type's."""


class IntEnum(int, ReprEnum):
    """Members are integers too."""


class StrEnum(str, ReprEnum):
    """Members are strings too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that a Flag does not know."""

    STRICT = auto()  # error
    CONFORM = auto()  # they are dropped
    EJECT = auto()  # the result is an int
    KEEP = auto()  # they stay


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _low_bits_first(n):
    while n:
        bit = n & -n
        yield bit
        n ^= bit


class Flag(Enum, boundary=STRICT):
    """Members are bits and can be combined by | & ^ ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _low_bits_first(value & cls._flag_mask_):
            found = cls._value2member_map_.get(bit)
            if found is not None:
                yield found

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        given = value
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s"
                                 % (cls, value, _bits_text(value, width), _bits_text(mask, width)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP and value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
        if value < 0:
            value += all_bits + 1
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) --> unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        names = [m._name_ for m in cls._iter_member_(value)]
        if names and unknown:
            names.append(cls._numeric_repr_(unknown))
        made._name_ = "|".join(names) or None
        made = cls._value2member_map_.setdefault(value, made)
        if given < 0:
            cls._value2member_map_[given] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (self.__class__.__name__, show(self._value_))
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        """The number that `other` stands for, or NotImplemented."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        number = self._operand(other)
        return number if number is NotImplemented else self.__class__(self._value_ | number)

    def __and__(self, other):
        number = self._operand(other)
        return number if number is NotImplemented else self.__class__(self._value_ & number)

    def __xor__(self, other):
        number = self._operand(other)
        return number if number is NotImplemented else self.__class__(self._value_ ^ number)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers too."""


def unique(enumeration):
    """A class decorator that refuses aliases."""
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        detail = ", ".join(["%s -> %s" % pair for pair in duplicates])
        raise ValueError("duplicate values found in %r: %s" % (enumeration, detail))
    return enumeration


class EnumCheck(StrEnum):
    """What verify can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A class decorator that checks what it is given (UNIQUE, CONTINUOUS, NAMED_FLAGS)."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named_flags(enumeration)
        return enumeration

    def _unique(self, enumeration):
        duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
        if duplicates:
            detail = ", ".join(["%s -> %s" % pair for pair in duplicates])
            raise ValueError("aliases found in %r: %s" % (enumeration, detail))

    def _continuous(self, enumeration):
        values = {e.value for e in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            wanted = [2**i for i in range(low.bit_length(), high.bit_length() - 1)]
        elif issubclass(enumeration, Enum):
            wanted = range(low + 1, high)
        missing = [i for i in wanted if i not in values]
        if missing:
            raise ValueError(("invalid %s %r: missing values %s" % (
                "flag" if issubclass(enumeration, Flag) else "enum", enumeration.__name__,
                ", ".join(str(m) for m in missing)))[:256])

    def _named_flags(self, enumeration):
        values = {e.value for e in enumeration}
        missed = 0
        names = []
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            without = [bit for bit in _low_bits_first(alias.value) if bit not in values]
            if without:
                names.append(name)
                for bit in without:
                    missed |= bit
        if not names:
            return
        if len(names) == 1:
            alias = "alias %s is missing" % names[0]
        else:
            alias = "aliases %s and %s are missing" % (", ".join(names[:-1]), names[-1])
        count = missed.bit_count()
        value = "value 0x%x" % missed if count == 1 else "combined values of 0x%x" % missed
        raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]"
                         % (enumeration.__name__, alias, value))


def show_flag_values(value):
    """The single bits of a value."""
    return list(_low_bits_first(value))


def global_enum_repr(self):
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join(["%s.%s" % (module, name) for name in self._name_.split("|")])


def global_str(self):
    return self.__class__.__name__ + "(%r)" % self._value_ if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Binds the members in the enumeration's module, too."""
    import sys

    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls
