/* Slots of classes that programs define: each calls the dunder method that the class has.
 * type_wrap.c is the other direction: dunder methods of native types. */
#include "kernel/lang/native_function.h"
#include "kernel/lang/vm_ops.h"

#include <stddef.h>

#define NAME(id) GB_NAME_OF(vm, id)

/* --- operators
 * ------------------------------------------------------------------------------------- */

/* The names of `rows`, further down, which begin with those of the operators: method, reflected and
 * in-place for each binary one, divmod's two, the unary ones, the comparisons. NULL when there is
 * no memory. */
static const gb_value *row_names(gb_vm *vm);
enum {
    METHOD,
    REFLECTED,
    INPLACE,
    PER_BINARY,
    FIRST_UNARY = PER_BINARY * GB_BINARY_COUNT + 2,
    FIRST_COMPARE = FIRST_UNARY + 4
};

static const char *const unary_names[] = {"__neg__", "__pos__", "__invert__", "__bool__",
                                          "__abs__"};

static gb_value lookup_row(gb_vm *vm, gb_value self, size_t row)
{
    const gb_value *names = row_names(vm);
    return names ? gb_type_lookup_peek(gb_exact_type(vm, self), names[row]) : GB_UNSET_VALUE;
}

/* Calls a method found in the class if there is one; NotImplemented otherwise. */
static gb_value call_if(gb_vm *vm, gb_value self, size_t row, gb_value other)
{
    gb_value found = lookup_row(vm, self, row);
    if (gb_is_unset(found) || gb_is_none(found)) return GB_NOT_IMPLEMENTED_VALUE;
    gb_ref(found);
    gb_value result;
    if (found.tag == GB_FUNCTION || found.tag == GB_NATIVE_FUNCTION) {
        result = gb_call(vm, found, (gb_value[]){self, other}, 2);
    } else {
        gb_value bound = gb_bind_attribute(vm, found, self, gb_type_of(vm, self));
        result = gb_is_unset(bound) ? bound : gb_call(vm, bound, &other, 1);
        gb_unref(bound);
    }
    gb_unref(found);
    return result;
}

static bool is_wrapper(gb_value found)
{
    return found.tag == GB_NATIVE_FUNCTION && gb_native_peek(found)->wrapper;
}

static bool defines(gb_vm *vm, gb_value v, size_t row)
{
    if (!(gb_exact_type(vm, v)->flags & GB_TYPE_USER)) return false;
    gb_value found = lookup_row(vm, v, row);
    return !gb_is_unset(found) && !is_wrapper(found);
}

bool gb_defines_method(gb_vm *vm, gb_value v, gb_binary op)
{
    return defines(vm, v, PER_BINARY * (size_t)op + METHOD);
}

bool gb_defines_operator(gb_vm *vm, gb_value v, gb_binary op)
{
    return gb_defines_method(vm, v, op) || defines(vm, v, PER_BINARY * (size_t)op + REFLECTED);
}

/* a op b by a method of the left or right one. What the program did not define is asked as a slot:
 * its method would raise where an operator goes on. */
static gb_value ask_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b, size_t row, bool right)
{
    gb_value self = right ? b : a, found = lookup_row(vm, self, row);
    if (is_wrapper(found) && !gb_defines_operator(vm, self, op)) {
        const gb_type *owner = gb_native_peek(found)->owner;
        if (owner->slots.binary) return owner->slots.binary(vm, op, a, b);
    }
    return right ? call_if(vm, b, row, a) : call_if(vm, a, row, b);
}

bool gb_defines_unary(gb_vm *vm, gb_value v, gb_unary op)
{
    if (!(gb_exact_type(vm, v)->flags & GB_TYPE_USER)) return false;
    gb_value name = gb_intern_peek(vm, unary_names[op], strlen(unary_names[op]));
    gb_value found = gb_type_lookup_peek(gb_exact_type(vm, v), name);
    return !gb_is_unset(found) && !is_wrapper(found);
}

gb_value gb_ask_operand(gb_vm *vm, gb_binary op, gb_value a, gb_value b, bool right)
{
    if (!(gb_exact_type(vm, right ? b : a)->flags & GB_TYPE_USER))
        return gb_exact_type(vm, right ? b : a)->slots.binary(vm, op, a, b);
    return ask_binary(vm, op, a, b, PER_BINARY * (size_t)op + (right ? REFLECTED : METHOD), right);
}

static gb_value user_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    size_t method = PER_BINARY * (size_t)op + METHOD,
           reflected = PER_BINARY * (size_t)op + REFLECTED;
    gb_type *left = gb_type_of(vm, a), *right = gb_type_of(vm, b);
    bool ask_right = left != right && right->slots.binary == user_binary;
    if (left->slots.binary == user_binary) {
        if (ask_right && gb_type_is_subtype(right, left)) {
            gb_value own = lookup_row(vm, b, reflected);
            gb_value inherited = lookup_row(vm, a, reflected);
            if (!gb_same(own, inherited)) {
                gb_value result = ask_binary(vm, op, a, b, reflected, true);
                if (result.tag != GB_NOT_IMPLEMENTED) return result;
                ask_right = false;
            }
        }
        gb_value result = ask_binary(vm, op, a, b, method, false);
        if (result.tag != GB_NOT_IMPLEMENTED || left == right) return result;
    }
    return ask_right ? ask_binary(vm, op, a, b, reflected, true) : GB_NOT_IMPLEMENTED_VALUE;
}

static gb_value user_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    if (op >= GB_BINARY_COUNT) return GB_NOT_IMPLEMENTED_VALUE; /* divmod has none */
    size_t row = PER_BINARY * (size_t)op + INPLACE;
    gb_value found = lookup_row(vm, a, row);
    const gb_type *owner = is_wrapper(found) ? gb_native_peek(found)->owner : NULL;
    if (owner && owner->slots.inplace) return owner->slots.inplace(vm, op, a, b);
    return call_if(vm, a, row, b);
}

static gb_value user_unary(gb_vm *vm, gb_unary op, gb_value a)
{
    gb_value name = gb_intern_peek(vm, unary_names[op], strlen(unary_names[op]));
    if (gb_is_unset(gb_type_lookup_peek(gb_type_of(vm, a), name))) return GB_NOT_IMPLEMENTED_VALUE;
    return gb_call_special(vm, a, name, NULL, 0);
}

static gb_value user_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    gb_value result = call_if(vm, a, FIRST_COMPARE + (size_t)op, b);
    bool layout = a.tag < GB_TYPE; /* list, str and so on have a != of their own */
    if (op != GB_COMPARE_NE || result.tag != GB_NOT_IMPLEMENTED || layout) return result;
    result =
        call_if(vm, a, FIRST_COMPARE + GB_COMPARE_EQ, b); /* != is not == unless told otherwise */
    if (gb_is_unset(result) || result.tag == GB_NOT_IMPLEMENTED) return result;
    int truth = gb_truth(vm, result);
    gb_unref(result);
    return truth < 0 ? GB_UNSET_VALUE : gb_bool(!truth);
}

/* --- conversions
 * -------------------------------------------------------------------------------------- */

static int user_truth(gb_vm *vm, gb_value self)
{
    gb_value name = NAME(__bool__);
    if (gb_is_unset(gb_type_lookup_peek(self.o->type, name))) {
        int64_t n = self.o->type->slots.len ? self.o->type->slots.len(vm, self) : 1;
        return n < 0 ? -1 : n > 0;
    }
    gb_value result = gb_call_special(vm, self, name, NULL, 0);
    if (gb_is_unset(result)) return -1;
    if (result.tag == GB_BOOL) return (int)result.i;
    gb_raise(vm, GB_EXC_TypeError, "__bool__ should return bool, returned %s",
             gb_type_name(vm, result));
    gb_unref(result);
    return -1;
}

static int64_t user_len(gb_vm *vm, gb_value self)
{
    gb_value result = gb_call_special(vm, self, NAME(__len__), NULL, 0), zero = gb_int(0);
    if (!gb_is_unset(result)) gb_replace_take(&result, gb_to_index(vm, result));
    if (gb_is_unset(result)) return -1;
    int64_t n = -1;
    if (gb_less(vm, result, zero) > 0) {
        gb_raise(vm, GB_EXC_ValueError, "__len__() should return >= 0");
    } else if (!gb_int_fits(result, &n)) {
        n = gb_raise_minus(vm, GB_EXC_OverflowError,
                           "cannot fit 'int' into an index-sized integer");
    }
    gb_unref(result);
    return n;
}

static int64_t user_hash(gb_vm *vm, gb_value self)
{
    gb_value found = gb_type_lookup_peek(self.o->type, NAME(__hash__));
    if (gb_is_none(found)) return gb_hash_unhashable(vm, self);
    gb_value result = gb_call_special(vm, self, NAME(__hash__), NULL, 0);
    if (gb_is_unset(result)) return -1;
    if (!gb_is_int(result)) {
        gb_unref(result);
        return gb_raise_minus(vm, GB_EXC_TypeError, "__hash__ method should return an integer");
    }
    int64_t h;
    if (!gb_int_fits(result, &h)) h = gb_hash(vm, result);
    gb_unref(result);
    return h == -1 ? -2 : h;
}

static gb_value user_repr(gb_vm *vm, gb_value self)
{
    return gb_call_special(vm, self, NAME(__repr__), NULL, 0);
}

static gb_value user_str(gb_vm *vm, gb_value self)
{
    return gb_call_special(vm, self, NAME(__str__), NULL, 0);
}

static gb_value user_format(gb_vm *vm, gb_value self, gb_value spec)
{
    return gb_call_special(vm, self, NAME(__format__), &spec, 1);
}

static gb_value user_int(gb_vm *vm, gb_value self)
{
    return gb_call_special(vm, self, NAME(__int__), NULL, 0);
}

static gb_value user_float(gb_vm *vm, gb_value self)
{
    return gb_call_special(vm, self, NAME(__float__), NULL, 0);
}

static gb_value user_index(gb_vm *vm, gb_value self)
{
    return gb_call_special(vm, self, NAME(__index__), NULL, 0);
}

/* --- containers
 * ---------------------------------------------------------------------------------------- */

static gb_value user_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    return gb_call_special(vm, self, NAME(__getitem__), &key, 1);
}

static bool user_setitem(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_value name = gb_is_unset(value) ? NAME(__delitem__) : NAME(__setitem__);
    if (gb_is_unset(gb_type_lookup_peek(self.o->type, name)))
        return gb_raise_no_items(vm, self, key, value);
    gb_value result =
        gb_call_special(vm, self, name, (gb_value[]){key, value}, gb_is_unset(value) ? 1 : 2);
    gb_unref(result);
    return !gb_is_unset(result);
}

static int user_contains(gb_vm *vm, gb_value self, gb_value item)
{
    gb_value result = gb_call_special(vm, self, NAME(__contains__), &item, 1);
    if (gb_is_unset(result)) return -1;
    int truth = gb_truth(vm, result);
    gb_unref(result);
    return truth;
}

static gb_value user_iter(gb_vm *vm, gb_value self)
{
    if (gb_is_none(gb_type_lookup_peek(gb_type_of(vm, self), NAME(__iter__))))
        return gb_raise(vm, GB_EXC_TypeError, "'%s' object is not iterable",
                        gb_type_name(vm, self));
    return gb_call_special(vm, self, NAME(__iter__), NULL, 0);
}

static gb_value user_next(gb_vm *vm, gb_value self)
{
    gb_value v = gb_call_special(vm, self, NAME(__next__), NULL, 0);
    if (gb_is_unset(v) && gb_exception_is(vm, GB_EXC_StopIteration)) gb_exception_clear(vm);
    return v;
}

static gb_value user_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    gb_value found = gb_type_lookup_peek(gb_type_of(vm, self), NAME(__call__));
    if (gb_is_unset(found))
        return gb_raise(vm, GB_EXC_TypeError, "'%s' object is not callable",
                        gb_type_name(vm, self));
    gb_value bound = gb_bind_attribute(vm, found, self, gb_type_of(vm, self));
    if (gb_is_unset(bound)) return bound;
    gb_value result = gb_call_arguments(vm, bound, args);
    gb_unref(bound);
    return result;
}

/* --- attributes
 * ------------------------------------------------------------------------------------------ */

static gb_value user_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    gb_type *type = gb_type_of(vm, self);
    gb_value own = gb_type_lookup_peek(type, NAME(__getattribute__));
    bool has_fallback = type->flags & GB_TYPE_HAS_GETATTR;
    gb_value v;
    if (!gb_is_unset(own) && own.tag == GB_FUNCTION)
        v = gb_call_special(vm, self, NAME(__getattribute__), &name, 1);
    else if (self.tag == GB_TYPE)
        v = gb_type_getattr(vm, self, name);
    else if (self.tag == GB_INSTANCE)
        v = has_fallback ? gb_getattr_quiet(vm, self, name) : gb_getattr_default(vm, self, name);
    else
        v = gb_native_getattr(vm, self, name);
    if (!gb_is_unset(v) || !has_fallback) return v;
    if (!gb_is_unset(vm->exception)) {
        if (!gb_exception_is(vm, GB_EXC_AttributeError)) return v;
        gb_exception_clear(vm);
    }
    return gb_call_special(vm, self, NAME(__getattr__), &name, 1);
}

/* The attribute lookup of the nearest native base. */
gb_value gb_native_getattr(gb_vm *vm, gb_value self, gb_value name)
{
    for (gb_type *base = gb_type_of(vm, self); base; base = base->base)
        if (!(base->flags & GB_TYPE_USER) && base->slots.getattr)
            return base->slots.getattr(vm, self, name);
    return gb_getattr_default(vm, self, name);
}

static bool user_setattr(gb_vm *vm, gb_value self, gb_value name, gb_value value)
{
    gb_value method = gb_is_unset(value) ? NAME(__delattr__) : NAME(__setattr__);
    gb_value result =
        gb_call_special(vm, self, method, (gb_value[]){name, value}, gb_is_unset(value) ? 1 : 2);
    gb_unref(result);
    return !gb_is_unset(result);
}

static gb_value user_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    if (gb_is_unset(gb_type_lookup_peek(gb_type_of(vm, self), NAME(__get__))))
        return gb_ref(self); /* a class with __set__ alone */
    if (gb_is_unset(instance)) instance = GB_NONE_VALUE;
    return gb_call_special(vm, self, NAME(__get__), (gb_value[]){instance, gb_type_value(owner)},
                           2);
}

static bool user_set(gb_vm *vm, gb_value self, gb_value instance, gb_value value)
{
    gb_value name = gb_is_unset(value) ? NAME(__delete__) : NAME(__set__);
    if (gb_is_unset(gb_type_lookup_peek(gb_type_of(vm, self), name)))
        return gb_raise_false(vm, GB_EXC_AttributeError, "%s", gb_str_data(name));
    gb_value result =
        gb_call_special(vm, self, name, (gb_value[]){instance, value}, gb_is_unset(value) ? 1 : 2);
    gb_unref(result);
    return !gb_is_unset(result);
}

/* --- which dunder fills which slot
 * --------------------------------------------------------------------------- */

typedef struct gb_slot_row {
    const char *name;
    size_t offset;
    void *function;
} gb_slot_row;

/* Function pointers as data: POSIX lets them be stored in void *. */
#define ROW(name, slot, function)                                                                  \
    {                                                                                              \
        name, offsetof(gb_type_slots, slot), (void *)function                                      \
    }
static const gb_slot_row rows[] = {
#define GB_BINARY(id, sign, node, method, reflected, in)                                           \
    ROW(method, binary, user_binary), ROW(reflected, binary, user_binary),                         \
        ROW(in, inplace, user_inplace),
#include "kernel/lang/operator.def"
    ROW("__divmod__", binary, user_binary),
    ROW("__rdivmod__", binary, user_binary),
    ROW("__neg__", unary, user_unary),
    ROW("__pos__", unary, user_unary),
    ROW("__invert__", unary, user_unary),
    ROW("__abs__", unary, user_unary),
    ROW("__lt__", compare, user_compare),
    ROW("__le__", compare, user_compare),
    ROW("__eq__", compare, user_compare),
    ROW("__ne__", compare, user_compare),
    ROW("__gt__", compare, user_compare),
    ROW("__ge__", compare, user_compare),
    ROW("__bool__", truth, user_truth),
    ROW("__len__", len, user_len),
    ROW("__hash__", hash, user_hash),
    ROW("__repr__", repr, user_repr),
    ROW("__str__", str, user_str),
    ROW("__format__", format, user_format),
    ROW("__int__", to_int, user_int),
    ROW("__float__", to_float, user_float),
    ROW("__index__", index, user_index),
    ROW("__getitem__", getitem, user_getitem),
    ROW("__setitem__", setitem, user_setitem),
    ROW("__delitem__", setitem, user_setitem),
    ROW("__contains__", contains, user_contains),
    ROW("__iter__", iter, user_iter),
    ROW("__next__", next, user_next),
    ROW("__call__", call, user_call),
    ROW("__getattr__", getattr, user_getattr),
    ROW("__getattribute__", getattr, user_getattr),
    ROW("__setattr__", setattr, user_setattr),
    ROW("__delattr__", setattr, user_setattr),
    ROW("__get__", get, user_get),
    ROW("__set__", set, user_set),
    ROW("__delete__", set, user_set),
};

static void put_slot(gb_type_slots *slots, size_t offset, void *function)
{
    memcpy((char *)slots + offset, &function, sizeof function);
}

static void *get_slot(const gb_type_slots *slots, size_t offset)
{
    void *function;
    memcpy(&function, (const char *)slots + offset, sizeof function);
    return function;
}

enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* The rows' names, interned once; NULL when there is no memory (and gb_intern_peek fails too). */
static const gb_value *row_names(gb_vm *vm)
{
    if (vm->slot_names) return vm->slot_names;
    gb_value *names = gb_alloc(ROW_COUNT * sizeof *names, NULL);
    if (!names) return NULL;
    for (size_t i = 0; i < ROW_COUNT; i++)
        names[i] = gb_intern_peek(vm, rows[i].name, strlen(rows[i].name));
    return vm->slot_names = names;
}

static void fill_slot(gb_type *type, const gb_slot_row *row, gb_value name)
{
    gb_value found = gb_type_lookup_peek(type, name);
    if (gb_is_unset(found)) return;
    /* `__str__ = int.__repr__` is a method like any other: only under its own name it is a slot. */
    if (found.tag == GB_NATIVE_FUNCTION && gb_native_peek(found)->owner &&
        !(gb_native_peek(found)->owner->flags & GB_TYPE_USER) &&
        strcmp(gb_native_peek(found)->row->name, row->name) == 0) {
        void *have = get_slot(&type->slots, row->offset);
        void *native = get_slot(&gb_native_peek(found)->owner->slots, row->offset);
        if (!have && native) put_slot(&type->slots, row->offset, native);
        if (!have || !native || have == native || have == row->function) return;
        if (gb_native_peek(found)->wrapper) {
            if (get_slot(&type->base->slots, row->offset) == have)
                put_slot(&type->slots, row->offset, native);
            return;
        }
    }
    put_slot(&type->slots, row->offset, row->function);
}

/* __eq__ without __hash__ in the same class makes instances unhashable. */
void gb_type_settle_hash(gb_type *type)
{
    gb_vm *vm = type->vm;
    bool has_eq = !gb_is_unset(gb_dict_find_name(type->dict, NAME(__eq__)));
    gb_value hash = gb_dict_find_name(type->dict, NAME(__hash__));
    if (has_eq && gb_is_unset(hash) &&
        !gb_dict_set_name(vm, type->dict, NAME(__hash__), GB_NONE_VALUE))
        gb_exception_clear(vm);
}

void gb_type_update_flags(gb_type *type)
{
    gb_vm *vm = type->vm;
    type->flags &= ~(uint32_t)(GB_TYPE_HAS_DEL | GB_TYPE_HAS_GETATTR | GB_TYPE_PLAIN_NEW |
                               GB_TYPE_PLAIN_GETATTR);
    if (gb_type_lookup_peek(type, NAME(__getattribute__)).tag != GB_FUNCTION)
        type->flags |= GB_TYPE_PLAIN_GETATTR;
    if (!gb_is_unset(gb_type_lookup_peek(type, NAME(__del__)))) type->flags |= GB_TYPE_HAS_DEL;
    if (!gb_is_unset(gb_type_lookup_peek(type, NAME(__getattr__))))
        type->flags |= GB_TYPE_HAS_GETATTR;
    gb_value make = gb_type_lookup_peek(type, NAME(__new__));
    gb_value plain =
        vm->types.object ? gb_type_lookup_peek(vm->types.object, NAME(__new__)) : GB_UNSET_VALUE;
    if (gb_same(make, plain) && type->tag == GB_INSTANCE && !(type->flags & GB_TYPE_ABSTRACT))
        type->flags |= GB_TYPE_PLAIN_NEW;
}

/* Are the base's slots right for all that the class does not define itself? Not with several bases,
 * and not below native types: modules may have added functions to those. */
static bool base_is_complete(const gb_type *type)
{
    return gb_tuple_peek(type->bases)->count == 1 &&
           (type->base->flags & GB_TYPE_USER || type->base == type->vm->types.object);
}

void gb_type_update_slots(gb_type *type)
{
    const gb_value *names = row_names(type->vm);
    if (!(type->flags & GB_TYPE_USER) || !names) return;
    memset(&type->slots, 0, sizeof type->slots);
    gb_type_inherit_slots(type, type->base);
    bool complete = base_is_complete(type);
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (!complete || !gb_is_unset(gb_dict_find_name(type->dict, names[i])))
            fill_slot(type, &rows[i], names[i]);
    gb_type_update_flags(type);
    for (size_t i = 0; i < type->subclass_count; i++)
        gb_type_update_slots(type->subclasses[i]);
}
