/* Dunder methods of native types, made from their slots: list.__len__, int.__add__,
 * super().__setitem__. A wrapper calls the slot of the type it was made for. */
#include "kernel/lang/builtins.h"
#include "kernel/lang/native_function.h"
#include "kernel/lang/types/dict.h"
#include "kernel/lang/vm_ops.h"

#include <stddef.h>

#define SELF args[0]

/* The C functions know their type by the closure data, which stands after the parameters. */
static gb_type_slots *slots_of(gb_value owner)
{
    return &gb_type_peek(owner)->slots;
}

/* Sequences know + and * as operations of their own, which say what is wrong with the operand. */
static gb_value or_sequence_error(gb_vm *vm, gb_binary op, const gb_value *args, gb_value result)
{
    if (result.tag != GB_NOT_IMPLEMENTED || !gb_is_concatenable(args[0])) return result;
    if (op == GB_BINARY_ADD) return gb_raise_operands(vm, op, args[0], args[1], false);
    if (op != GB_BINARY_MUL) return result;
    return gb_raise(vm, GB_EXC_TypeError, "'%s' object cannot be interpreted as an integer",
                    gb_type_name(vm, args[1]));
}

#define GB_BINARY(id, sign, node, method, reflected, in)                                           \
    static gb_value wrap_##id(gb_vm *vm, gb_value *args)                                           \
    {                                                                                              \
        gb_value v = slots_of(args[2])->binary(vm, GB_BINARY_##id, args[0], args[1]);              \
        return or_sequence_error(vm, GB_BINARY_##id, args, v);                                     \
    }                                                                                              \
    static gb_value wrap_r##id(gb_vm *vm, gb_value *args)                                          \
    {                                                                                              \
        gb_value v = slots_of(args[2])->binary(vm, GB_BINARY_##id, args[1], args[0]);              \
        return GB_BINARY_##id == GB_BINARY_MUL ? or_sequence_error(vm, GB_BINARY_##id, args, v)    \
                                               : v;                                                \
    }                                                                                              \
    static gb_value wrap_i##id(gb_vm *vm, gb_value *args)                                          \
    {                                                                                              \
        gb_value v = slots_of(args[2])->inplace(vm, GB_BINARY_##id, args[0], args[1]);             \
        return or_sequence_error(vm, GB_BINARY_##id, args, v);                                     \
    }
#include "kernel/lang/operator.def"

/* With a third argument as pow() has it. */
static gb_value wrap_power(gb_vm *vm, gb_value *args)
{
    if (!gb_is_none(args[2])) return gb_builtin_pow(vm, args);
    return slots_of(args[3])->binary(vm, GB_BINARY_POW, args[0], args[1]);
}

static gb_value wrap_rdivmod(gb_vm *vm, gb_value *args)
{
    return slots_of(args[2])->binary(vm, (gb_binary)GB_BINARY_DIVMOD, args[1], args[0]);
}

static gb_value wrap_divmod(gb_vm *vm, gb_value *args)
{
    return slots_of(args[2])->binary(vm, (gb_binary)GB_BINARY_DIVMOD, args[0], args[1]);
}

#define UNARY(name, op)                                                                            \
    static gb_value wrap_##name(gb_vm *vm, gb_value *args)                                         \
    {                                                                                              \
        return slots_of(args[1])->unary(vm, op, SELF);                                             \
    }
UNARY(neg, GB_UNARY_NEG)
UNARY(pos, GB_UNARY_POS)
UNARY(invert, GB_UNARY_INVERT)
UNARY(abs, (gb_unary)GB_UNARY_ABS)

#define COMPARE(name, op)                                                                          \
    static gb_value wrap_##name(gb_vm *vm, gb_value *args)                                         \
    {                                                                                              \
        return slots_of(args[2])->compare(vm, op, args[0], args[1]);                               \
    }
COMPARE(lt, GB_COMPARE_LT)
COMPARE(le, GB_COMPARE_LE)
COMPARE(eq, GB_COMPARE_EQ)
COMPARE(ne, GB_COMPARE_NE)
COMPARE(gt, GB_COMPARE_GT)
COMPARE(ge, GB_COMPARE_GE)

#define SIMPLE(name, slot)                                                                         \
    static gb_value wrap_##name(gb_vm *vm, gb_value *args)                                         \
    {                                                                                              \
        return slots_of(args[1])->slot(vm, SELF);                                                  \
    }
SIMPLE(repr, repr)
SIMPLE(str, str)
SIMPLE(int, to_int)
SIMPLE(float, to_float)
SIMPLE(index, index)
SIMPLE(iter, iter)

static gb_value wrap_next(gb_vm *vm, gb_value *args)
{
    if (SELF.tag == GB_GENERATOR) return gb_next_or_stop(vm, SELF);
    gb_value v = slots_of(args[1])->next(vm, SELF);
    if (gb_is_unset(v) && gb_is_unset(vm->exception)) gb_raise(vm, GB_EXC_StopIteration, "%s", "");
    return v;
}

static gb_value wrap_truth(gb_vm *vm, gb_value *args)
{
    int truth = slots_of(args[1])->truth(vm, SELF);
    return truth < 0 ? GB_UNSET_VALUE : gb_bool(truth);
}

static gb_value wrap_len(gb_vm *vm, gb_value *args)
{
    int64_t n = slots_of(args[1])->len(vm, SELF);
    return n < 0 ? GB_UNSET_VALUE : gb_int(n);
}

static gb_value wrap_hash(gb_vm *vm, gb_value *args)
{
    int64_t h = slots_of(args[1])->hash(vm, SELF);
    return h == -1 ? GB_UNSET_VALUE : gb_int(h);
}

static gb_value wrap_format(gb_vm *vm, gb_value *args)
{
    if (!gb_is_str(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "__format__() argument must be str, not %s",
                        gb_is_none(args[1]) ? "None" : gb_type_name(vm, args[1]));
    return slots_of(args[2])->format(vm, SELF, args[1]);
}

static gb_value wrap_getitem(gb_vm *vm, gb_value *args)
{
    return slots_of(args[2])->getitem(vm, SELF, args[1]);
}

static gb_value none_if(bool ok)
{
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value wrap_setitem(gb_vm *vm, gb_value *args)
{
    return none_if(slots_of(args[3])->setitem(vm, SELF, args[1], args[2]));
}

static gb_value wrap_delitem(gb_vm *vm, gb_value *args)
{
    return none_if(slots_of(args[2])->setitem(vm, SELF, args[1], GB_UNSET_VALUE));
}

static gb_value wrap_contains(gb_vm *vm, gb_value *args)
{
    int found = slots_of(args[2])->contains(vm, SELF, args[1]);
    return found < 0 ? GB_UNSET_VALUE : gb_bool(found);
}

static bool name_is_str(gb_vm *vm, gb_value name)
{
    return gb_is_str(name) ||
           gb_raise_false(vm, GB_EXC_TypeError, "attribute name must be string, not '%s'",
                          gb_type_name(vm, name));
}

static gb_value wrap_getattribute(gb_vm *vm, gb_value *args)
{
    if (!name_is_str(vm, args[1])) return GB_UNSET_VALUE;
    gb_type_slots *slots = slots_of(args[2]);
    return slots->getattr ? slots->getattr(vm, SELF, args[1])
                          : gb_getattr_default(vm, SELF, args[1]);
}

static bool set_by(gb_vm *vm, gb_value owner, const gb_value *args, gb_value value)
{
    if (!name_is_str(vm, args[1])) return false;
    gb_type_slots *slots = slots_of(owner);
    return slots->setattr ? slots->setattr(vm, SELF, args[1], value)
                          : gb_setattr_default(vm, SELF, args[1], value);
}

static gb_value wrap_setattr(gb_vm *vm, gb_value *args)
{
    return none_if(set_by(vm, args[3], args, args[2]));
}

static gb_value wrap_delattr(gb_vm *vm, gb_value *args)
{
    return none_if(set_by(vm, args[2], args, GB_UNSET_VALUE));
}

static gb_value wrap_get(gb_vm *vm, gb_value *args)
{
    gb_value instance = gb_is_none(args[1]) ? GB_UNSET_VALUE : args[1];
    gb_type *owner = gb_is_type(args[2]) ? gb_type_peek(args[2]) : gb_type_of(vm, args[1]);
    return slots_of(args[3])->get(vm, SELF, instance, owner);
}

static gb_value wrap_set(gb_vm *vm, gb_value *args)
{
    return none_if(slots_of(args[3])->set(vm, SELF, args[1], args[2]));
}

static gb_value wrap_call(gb_vm *vm, gb_value *args)
{
    return gb_call_slot_spread(vm, slots_of(args[3])->call, args);
}

static gb_value wrap_enter(gb_vm *vm, gb_value *args)
{
    return slots_of(args[1])->enter(vm, SELF);
}

static gb_value wrap_exit(gb_vm *vm, gb_value *args)
{
    int swallowed = slots_of(args[4])->exit(vm, SELF, args[2]);
    return swallowed < 0 ? GB_UNSET_VALUE : gb_bool(swallowed);
}

typedef struct gb_wrapper {
    gb_native row;
    size_t offset;
} gb_wrapper;

#define ROW(name, function, signature, slot, doc)                                                  \
    {                                                                                              \
        {name, function, signature, GB_TAKES_GRAPH, doc}, offsetof(gb_type_slots, slot)            \
    }
static const gb_wrapper wrappers[] = {
#define GB_BINARY(id, sign, node, method, reflected, in)                                           \
    ROW(method, wrap_##id, "value, /", binary, "Return self" sign "value."),                       \
        ROW(reflected, wrap_r##id, "value, /", binary, "Return value" sign "self."),               \
        ROW(in, wrap_i##id, "value, /", inplace, "Return self" sign "=value."),
#include "kernel/lang/operator.def"
    ROW("__divmod__", wrap_divmod, "value, /", binary, "Return divmod(self, value)."),
    ROW("__rdivmod__", wrap_rdivmod, "value, /", binary, "Return divmod(value, self)."),
    ROW("__pow__", wrap_power, "value, mod=None, /", binary, "Return pow(self, value, mod)."),
    ROW("__neg__", wrap_neg, "", unary, "-self"),
    ROW("__pos__", wrap_pos, "", unary, "+self"),
    ROW("__invert__", wrap_invert, "", unary, "~self"),
    ROW("__abs__", wrap_abs, "", unary, "abs(self)"),
    ROW("__lt__", wrap_lt, "value, /", compare, "Return self<value."),
    ROW("__le__", wrap_le, "value, /", compare, "Return self<=value."),
    ROW("__eq__", wrap_eq, "value, /", compare, "Return self==value."),
    ROW("__ne__", wrap_ne, "value, /", compare, "Return self!=value."),
    ROW("__gt__", wrap_gt, "value, /", compare, "Return self>value."),
    ROW("__ge__", wrap_ge, "value, /", compare, "Return self>=value."),
    ROW("__repr__", wrap_repr, "", repr, "Return repr(self)."),
    ROW("__str__", wrap_str, "", str, "Return str(self)."),
    ROW("__int__", wrap_int, "", to_int, "int(self)"),
    ROW("__float__", wrap_float, "", to_float, "float(self)"),
    ROW("__index__", wrap_index, "", index, "Return self as an index."),
    ROW("__iter__", wrap_iter, "", iter, "Implement iter(self)."),
    ROW("__next__", wrap_next, "", next, "Implement next(self)."),
    ROW("__bool__", wrap_truth, "", truth, "True if self else False"),
    ROW("__len__", wrap_len, "", len, "Return len(self)."),
    ROW("__hash__", wrap_hash, "", hash, "Return hash(self)."),
    ROW("__format__", wrap_format, "format_spec, /", format, "Default object formatter."),
    ROW("__getitem__", wrap_getitem, "key, /", getitem, "Return self[key]."),
    ROW("__setitem__", wrap_setitem, "key, value, /", setitem, "Set self[key] to value."),
    ROW("__delitem__", wrap_delitem, "key, /", setitem, "Delete self[key]."),
    ROW("__contains__", wrap_contains, "key, /", contains, "Return key in self."),
    ROW("__getattribute__", wrap_getattribute, "name, /", getattr, "Return getattr(self, name)."),
    ROW("__setattr__", wrap_setattr, "name, value, /", setattr, "Implement setattr(self, name)."),
    ROW("__delattr__", wrap_delattr, "name, /", setattr, "Implement delattr(self, name)."),
    ROW("__get__", wrap_get, "instance, owner=None, /", get, "Return the attribute of instance."),
    ROW("__set__", wrap_set, "instance, value, /", set, "Set the attribute of instance."),
    ROW("__call__", wrap_call, "*args, **kwargs", call, "Call self as a function."),
    ROW("__enter__", wrap_enter, "", enter, "Enter the context."),
    ROW("__exit__", wrap_exit, "type, value, traceback, /", exit, "Leave the context."),
};

static bool has_slot(const gb_type_slots *slots, size_t offset)
{
    void *function;
    memcpy(&function, (const char *)slots + offset, sizeof function);
    return function;
}

/* Operators that builtin types know: a `binary` slot alone does not tell. Types without a row know
 * all that their slots are asked for. */
#define ARITHMETIC "__add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __rtruediv__ "
#define DIVISION                                                                                   \
    "__floordiv__ __rfloordiv__ __mod__ __rmod__ __divmod__ __rdivmod__ __pow__ __rpow__ "
#define SIGNS "__neg__ __pos__ __abs__ "
#define BITS "__and__ __rand__ __or__ __ror__ __xor__ __rxor__ "
#define SET_OPERATORS BITS "__sub__ __rsub__ "
static const struct {
    const gb_type_spec *spec;
    const char *names;
} operators[] = {
    {&gb_spec_integer,
     ARITHMETIC DIVISION SIGNS BITS "__invert__ __lshift__ __rlshift__ __rshift__ __rrshift__ "},
    {&gb_spec_boolean, BITS},
    {&gb_spec_floating, ARITHMETIC DIVISION SIGNS},
    {&gb_spec_complex, ARITHMETIC SIGNS "__pow__ __rpow__ "},
    {&gb_spec_str, "__add__ __mul__ __rmul__ __mod__ __rmod__ "},
    {&gb_spec_bytes, "__add__ __mul__ __rmul__ __mod__ __rmod__ "},
    {&gb_spec_bytearray, "__add__ __mul__ __rmul__ __mod__ __rmod__ __iadd__ __imul__ "},
    {&gb_spec_list, "__add__ __mul__ __rmul__ __iadd__ __imul__ "},
    {&gb_spec_tuple, "__add__ __mul__ __rmul__ "},
    {&gb_spec_set, SET_OPERATORS "__iand__ __ior__ __ixor__ __isub__ "},
    {&gb_spec_frozenset, SET_OPERATORS},
    {&gb_spec_dict, "__or__ __ror__ __ior__ "},
    {&gb_spec_dict_keys, SET_OPERATORS},
    {&gb_spec_dict_items, SET_OPERATORS},
    {&gb_spec_type, "__or__ __ror__ "},
};

static bool is_operator(const gb_wrapper *wrapper)
{
    return wrapper->offset == offsetof(gb_type_slots, binary) ||
           wrapper->offset == offsetof(gb_type_slots, inplace) ||
           wrapper->offset == offsetof(gb_type_slots, unary);
}

/* Does the type know this operator, as far as the table says? */
static bool knows(const gb_type_spec *spec, const gb_wrapper *wrapper)
{
    if (!is_operator(wrapper)) return true;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        if (operators[i].spec != spec) continue;
        return strstr(operators[i].names, wrapper->row.name) != NULL;
    }
    return true;
}

static bool add_wrapper(gb_vm *vm, gb_type *type, const gb_wrapper *wrapper)
{
    gb_value v = gb_native_make(vm, &wrapper->row, type);
    if (gb_is_unset(v)) return false;
    gb_native_peek(v)->data = gb_ref(gb_type_value(type));
    gb_native_peek(v)->wrapper = true;
    gb_track(vm, gb_native_peek(v));
    gb_value name = gb_intern_peek(vm, wrapper->row.name, strlen(wrapper->row.name));
    bool ok = gb_dict_set_name(vm, type->dict, name, v);
    gb_unref(v);
    return ok;
}

bool gb_type_add_wrappers(gb_vm *vm, gb_type *type)
{
    bool is_object = type->spec == &gb_spec_object;
    for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++) {
        size_t offset = wrappers[i].offset;
        bool attribute = offset == offsetof(gb_type_slots, setattr) ||
                         offset == offsetof(gb_type_slots, getattr);
        bool own = has_slot(&type->spec->slots, offset) || (is_object && attribute);
        if (own && knows(type->spec, &wrappers[i]) && !add_wrapper(vm, type, &wrappers[i]))
            return false;
    }
    if (type->spec->slots.hash != gb_hash_unhashable) return true;
    return gb_dict_set_name(vm, type->dict, GB_NAME_OF(vm, __hash__), GB_NONE_VALUE);
}
