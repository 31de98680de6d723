/* What operators and conversions do, by the slots of the operands' types. */
#include "kernel/lang/types/number.h"
#include "kernel/lang/vm_ops.h"

#include <math.h>

/* --- errors
 * ---------------------------------------------------------------------------------------- */

static bool is_bytes_like(gb_value v)
{
    return v.tag == GB_BYTES || gb_is_a(v, &gb_spec_bytearray);
}

bool gb_is_concatenable(gb_value v)
{
    return v.tag == GB_LIST || v.tag == GB_TUPLE || v.tag == GB_STR || is_bytes_like(v);
}

static bool is_user(gb_vm *vm, gb_value v)
{
    return (gb_exact_type(vm, v)->flags & GB_TYPE_USER) != 0;
}

gb_value gb_raise_operands(gb_vm *vm, gb_binary op, gb_value a, gb_value b, bool inplace)
{
    const char *left = gb_type_name(vm, a), *right = gb_type_name(vm, b);
    if (op == GB_BINARY_ADD && gb_is_concatenable(a) && !gb_defines_method(vm, a, op)) {
        if (is_bytes_like(a))
            return gb_raise(vm, GB_EXC_TypeError, "can't concat %s to %s", right, left);
        const char *own = a.tag == GB_LIST ? "list" : a.tag == GB_TUPLE ? "tuple" : "str";
        return gb_raise(vm, GB_EXC_TypeError, "can only concatenate %s (not \"%s\") to %s", own,
                        right, own);
    }
    bool by_right = gb_is_concatenable(a) && (!gb_defines_operator(vm, a, op) ||
                                              (inplace && a.tag == GB_LIST)); /* *= of its own */
    bool by_left =
        gb_is_concatenable(b) && !gb_defines_operator(vm, b, op) && !(inplace && is_user(vm, a));
    if (op == GB_BINARY_MUL && (by_right || by_left))
        return gb_raise(vm, GB_EXC_TypeError, "can't multiply sequence by non-int of type '%s'",
                        by_right ? right : left);
    const char *sign = op == GB_BINARY_POW ? "** or pow()" : gb_binary_sign(op);
    if (op == GB_BINARY_POW && inplace) sign = "**";
    return gb_raise(vm, GB_EXC_TypeError, "unsupported operand type(s) for %s%s: '%s' and '%s'",
                    sign, inplace ? "=" : "", left, right);
}

/* --- binary
 * ------------------------------------------------------------------------------------------ */

/* + and * of sequences come after whatever a class of the program on the other side does. */
static bool comes_late(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    return (op == GB_BINARY_ADD || op == GB_BINARY_MUL) && gb_is_concatenable(a) &&
           gb_defines_operator(vm, b, op) && !gb_defines_operator(vm, a, op);
}

static gb_value try_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_type *left = gb_exact_type(vm, a), *right = gb_type_of(vm, b);
    if (comes_late(vm, op, a, b)) {
        gb_value result = gb_ask_operand(vm, op, a, b, true);
        return result.tag == GB_NOT_IMPLEMENTED ? gb_ask_operand(vm, op, a, b, false) : result;
    }
    gb_value (*first)(gb_vm *, gb_binary, gb_value, gb_value) = left->slots.binary;
    gb_value (*second)(gb_vm *, gb_binary, gb_value, gb_value) = right->slots.binary;
    bool joins = op == GB_BINARY_ADD && is_user(vm, a) && !is_user(vm, b) && gb_is_concatenable(b);
    if (first == second || joins) second = NULL; /* sequences join nothing from the right */
    if (second && first && left != right && gb_type_is_subtype(right, left)) {
        gb_value result = second(vm, op, a, b);
        if (result.tag != GB_NOT_IMPLEMENTED) return result;
        second = NULL;
    }
    if (first) {
        gb_value result = first(vm, op, a, b);
        if (result.tag != GB_NOT_IMPLEMENTED) return result;
    }
    return second ? second(vm, op, a, b) : GB_NOT_IMPLEMENTED_VALUE;
}

gb_value gb_apply_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_value result = try_binary(vm, op, a, b);
    if (result.tag == GB_NOT_IMPLEMENTED) return gb_raise_operands(vm, op, a, b, false);
    return result;
}

/* += and *= of a list: a method that the other side's class defines comes first. (A class made of
 * list has its own += in front.) */
static bool reflected_first(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    return a.tag == GB_LIST && !(op == GB_BINARY_ADD && is_user(vm, a)) && comes_late(vm, op, a, b);
}

gb_value gb_apply_inplace(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_type *left = gb_exact_type(vm, a);
    gb_value result = GB_NOT_IMPLEMENTED_VALUE;
    if (reflected_first(vm, op, a, b)) result = gb_ask_operand(vm, op, a, b, true);
    if (result.tag != GB_NOT_IMPLEMENTED) return result;
    /* a list repeats itself in place only where its class has no * of its own */
    bool own = op == GB_BINARY_MUL && a.tag == GB_LIST && gb_defines_operator(vm, a, op) &&
               left->slots.inplace == vm->types.list->slots.inplace;
    if (own) result = gb_ask_operand(vm, op, a, b, false);
    if (result.tag != GB_NOT_IMPLEMENTED) return result;
    if (left->slots.inplace) {
        result = left->slots.inplace(vm, op, a, b);
        if (result.tag != GB_NOT_IMPLEMENTED) return result;
    }
    /* x *= "s" of a class of the program does not repeat the text: x * "s" may. */
    bool alone = op == GB_BINARY_MUL && is_user(vm, a) && !gb_is_concatenable(a) &&
                 gb_is_concatenable(b) && !gb_defines_operator(vm, b, op) && left->slots.binary;
    result = alone ? gb_ask_operand(vm, op, a, b, false) : try_binary(vm, op, a, b);
    if (result.tag == GB_NOT_IMPLEMENTED) return gb_raise_operands(vm, op, a, b, true);
    return result;
}

gb_value gb_apply_unary(gb_vm *vm, gb_unary op, gb_value a)
{
    gb_type *type = gb_exact_type(vm, a);
    if (type->slots.unary) {
        gb_value result = type->slots.unary(vm, op, a);
        if (result.tag != GB_NOT_IMPLEMENTED) return result;
    }
    if (gb_defines_unary(vm, a, op)) return GB_NOT_IMPLEMENTED_VALUE; /* it said so */
    static const char *const signs[] = {"-", "+", "~", "not"};
    if (op == (gb_unary)GB_UNARY_ABS)
        return gb_raise(vm, GB_EXC_TypeError, "bad operand type for abs(): '%s'",
                        gb_type_name(vm, a));
    return gb_raise(vm, GB_EXC_TypeError, "bad operand type for unary %s: '%s'", signs[op],
                    gb_type_name(vm, a));
}

/* --- comparison
 * -------------------------------------------------------------------------------------- */

static gb_value ask_compare(gb_vm *vm, gb_type *type, gb_compare op, gb_value a, gb_value b)
{
    return type->slots.compare ? type->slots.compare(vm, op, a, b) : GB_NOT_IMPLEMENTED_VALUE;
}

gb_value gb_apply_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    gb_type *left = gb_exact_type(vm, a), *right = gb_type_of(vm, b);
    bool mirrored = false;
    gb_value result;
    if (left != right && right->slots.compare && gb_type_is_subtype(right, left)) {
        mirrored = true;
        result = ask_compare(vm, right, gb_compare_mirror(op), b, a);
        if (result.tag != GB_NOT_IMPLEMENTED) return result;
    }
    result = ask_compare(vm, left, op, a, b);
    if (result.tag != GB_NOT_IMPLEMENTED) return result;
    if (!mirrored) {
        result = ask_compare(vm, right, gb_compare_mirror(op), b, a);
        if (result.tag != GB_NOT_IMPLEMENTED) return result;
    }
    if (op == GB_COMPARE_EQ) return gb_bool(gb_same(a, b));
    if (op == GB_COMPARE_NE) return gb_bool(!gb_same(a, b));
    return gb_raise(vm, GB_EXC_TypeError, "'%s' not supported between instances of '%s' and '%s'",
                    gb_compare_sign(op), gb_type_name(vm, a), gb_type_name(vm, b));
}

static int truth_of_take(gb_vm *vm, gb_value v)
{
    if (v.tag == GB_BOOL) return (int)v.i;
    if (gb_is_unset(v)) return -1;
    int truth = gb_truth(vm, v);
    gb_unref(v);
    return truth;
}

bool gb_identical(gb_value a, gb_value b)
{
    if (gb_same(a, b)) return true;
    if (a.tag != GB_OTHER || b.tag != GB_OTHER) return false;
    const gb_type *left = a.o->type, *right = b.o->type;
    if (!left->slots.identity || left->slots.identity != right->slots.identity) return false;
    return left->slots.identity(a) == right->slots.identity(b);
}

int gb_equal(gb_vm *vm, gb_value a, gb_value b)
{
    if (gb_identical(a, b)) return 1;
    if (a.tag == GB_INT && b.tag == GB_INT) return a.i == b.i;
    if (gb_exact_str(vm, a) && gb_exact_str(vm, b)) return gb_str_equal(a, b);
    return truth_of_take(vm, gb_apply_compare(vm, GB_COMPARE_EQ, a, b));
}

int gb_less(gb_vm *vm, gb_value a, gb_value b)
{
    if (a.tag == GB_INT && b.tag == GB_INT) return a.i < b.i;
    if (a.tag == GB_FLOAT && b.tag == GB_FLOAT) return a.f < b.f;
    return truth_of_take(vm, gb_apply_compare(vm, GB_COMPARE_LT, a, b));
}

/* --- truth, hash, length
 * ------------------------------------------------------------------------------- */

int gb_truth(gb_vm *vm, gb_value v)
{
    switch (v.tag) {
    case GB_UNSET: return -1;
    case GB_NONE: return 0;
    case GB_BOOL:
    case GB_INT: return v.i != 0;
    case GB_FLOAT: return v.f != 0;
    case GB_ELLIPSIS:
    case GB_NOT_IMPLEMENTED: return 1;
    default: break;
    }
    gb_type *type = v.o->type;
    if (type->slots.truth) return type->slots.truth(vm, v);
    if (!type->slots.len) return 1;
    int64_t n = type->slots.len(vm, v);
    return n < 0 ? -1 : n > 0;
}

int64_t gb_hash_unhashable(gb_vm *vm, gb_value v)
{
    return gb_raise_minus(vm, GB_EXC_TypeError, "unhashable type: '%s'", gb_type_name(vm, v));
}

int64_t gb_hash(gb_vm *vm, gb_value v)
{
    if (v.tag == GB_STR && v.o->type == vm->types.str) return gb_str_hash(v);
    enum { HASHED_BITS = 60 }; /* ints of fewer bits are their own hash, but for the -1 of errors */
    if (v.tag == GB_INT && v.i >> HASHED_BITS == v.i >> 63) return v.i == -1 ? -2 : v.i;
    gb_type *type = gb_exact_type(vm, v);
    int64_t h = type->slots.hash(vm, v);
    return h;
}

int64_t gb_len(gb_vm *vm, gb_value v)
{
    if (v.tag == GB_LIST && v.o->type == vm->types.list) return (int64_t)gb_list_peek(v)->count;
    gb_type *type = gb_exact_type(vm, v);
    if (type->slots.len) return type->slots.len(vm, v);
    return gb_raise_minus(vm, GB_EXC_TypeError, "object of type '%s' has no len()",
                          gb_type_name(vm, v));
}

/* --- text
 * ------------------------------------------------------------------------------------------------
 */

static gb_value must_be_str(gb_vm *vm, gb_value v, const char *what)
{
    if (gb_is_unset(v) || gb_is_str(v)) return v;
    gb_raise(vm, GB_EXC_TypeError, "%s returned non-string (type %s)", what, gb_type_name(vm, v));
    gb_unref(v);
    return GB_UNSET_VALUE;
}

gb_value gb_repr(gb_vm *vm, gb_value v)
{
    if (!gb_enter(vm, " while getting the repr of an object")) return GB_UNSET_VALUE;
    gb_value text = gb_exact_type(vm, v)->slots.repr(vm, v);
    gb_leave_call(vm);
    return must_be_str(vm, text, "__repr__");
}

gb_value gb_to_str(gb_vm *vm, gb_value v)
{
    if (gb_exact_str(vm, v)) return gb_ref(v);
    if (!gb_enter_call(vm)) return GB_UNSET_VALUE;
    gb_type *type = gb_exact_type(vm, v);
    gb_value text = type->slots.str ? type->slots.str(vm, v) : type->slots.repr(vm, v);
    gb_leave_call(vm);
    return must_be_str(vm, text, "__str__");
}

gb_value gb_format(gb_vm *vm, gb_value v, gb_value spec)
{
    gb_type *type = gb_exact_type(vm, v);
    if (gb_is_unset(spec)) spec = vm->empty_str;
    if (!gb_str_size(spec) && (type == vm->types.str || type == vm->types.integer))
        return gb_to_str(vm, v);
    gb_value text = type->slots.format(vm, v, spec);
    if (gb_is_unset(text) || gb_is_str(text)) return text;
    gb_raise(vm, GB_EXC_TypeError, "__format__ must return a str, not %s", gb_type_name(vm, text));
    gb_unref(text);
    return GB_UNSET_VALUE;
}

/* --- items
 * ------------------------------------------------------------------------------------------------
 */

gb_value gb_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_type *type = gb_exact_type(vm, self);
    if (gb_is_type(self)) return gb_type_getitem(vm, self, key);
    if (type->slots.getitem) return type->slots.getitem(vm, self, key);
    return gb_raise(vm, GB_EXC_TypeError, "'%s' object is not subscriptable",
                    gb_type_name(vm, self));
}

/* What could be a sequence looks at a number first, and words deleting by one otherwise. */
bool gb_raise_no_items(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    bool sequence = self.tag == GB_TUPLE || self.tag == GB_STR || self.tag == GB_BYTES ||
                    self.tag == GB_RANGE || self.tag == GB_SET ||
                    (self.tag == GB_OTHER && self.o->type->slots.len) ||
                    (gb_exact_type(vm, self)->flags & GB_TYPE_USER);
    bool number = sequence && (gb_is_int(key) || gb_exact_type(vm, key)->slots.index);
    int64_t at;
    gb_value index = number ? gb_to_index(vm, key) : GB_UNSET_VALUE;
    if (number && gb_is_unset(index)) return false;
    bool fits = !number || gb_int_fits(index, &at);
    gb_unref(index);
    if (!fits)
        return gb_raise_false(vm, GB_EXC_IndexError, "cannot fit '%s' into an index-sized integer",
                              gb_type_name(vm, key));
    return gb_raise_false(vm, GB_EXC_TypeError, "'%s' object %s support item %s",
                          gb_type_name(vm, self),
                          gb_is_unset(value) && number ? "doesn't" : "does not",
                          gb_is_unset(value) ? "deletion" : "assignment");
}

bool gb_setitem(gb_vm *vm, gb_value self, gb_value key, gb_value value)
{
    gb_type *type = gb_exact_type(vm, self);
    if (type->slots.setitem) return type->slots.setitem(vm, self, key, value);
    return gb_raise_no_items(vm, self, key, value);
}

static int contains_by_iteration(gb_vm *vm, gb_value container, gb_value item)
{
    gb_value it = gb_iter(vm, container), next;
    if (gb_is_unset(it)) {
        if (gb_exception_is(vm, GB_EXC_TypeError)) {
            gb_exception_clear(vm);
            gb_raise(vm, GB_EXC_TypeError, "argument of type '%s' is not iterable",
                     gb_type_name(vm, container));
        }
        return -1;
    }
    int found = 0;
    while (!found && !gb_is_unset(next = gb_next(vm, it))) {
        found = gb_equal(vm, next, item);
        gb_unref(next);
    }
    gb_unref(it);
    return gb_is_unset(gb_exception_peek(vm)) ? found : -1;
}

int gb_contains(gb_vm *vm, gb_value container, gb_value item)
{
    gb_type *type = gb_exact_type(vm, container);
    if ((type->flags & GB_TYPE_USER) &&
        gb_is_none(gb_type_lookup_peek(type, GB_NAME_OF(vm, __contains__))))
        return gb_raise_minus(vm, GB_EXC_TypeError, "'%s' object is not a container",
                              gb_type_name(vm, container));
    if (type->slots.contains) return type->slots.contains(vm, container, item);
    return contains_by_iteration(vm, container, item);
}

/* --- iteration
 * -------------------------------------------------------------------------------------------- */

gb_value gb_iter(gb_vm *vm, gb_value v)
{
    gb_type *type = gb_exact_type(vm, v);
    if (type->slots.iter) {
        gb_value it = type->slots.iter(vm, v);
        if (gb_is_unset(it) || gb_exact_type(vm, it)->slots.next) return it;
        gb_raise(vm, GB_EXC_TypeError, "iter() returned non-iterator of type '%s'",
                 gb_type_name(vm, it));
        gb_unref(it);
        return GB_UNSET_VALUE;
    }
    if (type->slots.getitem && v.tag != GB_DICT && v.tag != GB_TYPE)
        return gb_sequence_iterator(vm, v);
    return gb_raise(vm, GB_EXC_TypeError, "'%s' object is not iterable", gb_type_name(vm, v));
}

gb_value gb_next(gb_vm *vm, gb_value iterator)
{
    /* whoever loops over an iterator in C can be stopped here */
    if (gb_interrupted() && !gb_vm_check(vm)) return GB_UNSET_VALUE;
    gb_type *type = gb_exact_type(vm, iterator);
    if (type->slots.next) return type->slots.next(vm, iterator);
    return gb_raise(vm, GB_EXC_TypeError, "'%s' object is not an iterator",
                    gb_type_name(vm, iterator));
}

gb_value gb_next_or_stop(gb_vm *vm, gb_value iterator)
{
    if (iterator.tag == GB_GENERATOR) return gb_generator_send(vm, iterator, GB_NONE_VALUE);
    gb_type *type = gb_exact_type(vm, iterator);
    gb_value method = gb_type_lookup_peek(type, GB_NAME_OF(vm, __next__));
    if (type->slots.next && method.tag == GB_FUNCTION)
        return gb_call_special(vm, iterator, GB_NAME_OF(vm, __next__), NULL, 0);
    gb_value v = gb_next(vm, iterator);
    if (gb_is_unset(v) && gb_is_unset(vm->exception)) gb_raise(vm, GB_EXC_StopIteration, "%s", "");
    return v;
}

/* --- into C
 * --------------------------------------------------------------------------------------------------
 */

gb_value gb_to_index(gb_vm *vm, gb_value v)
{
    if (gb_is_int(v)) return gb_ref(v);
    gb_type *type = gb_exact_type(vm, v);
    if (!type->slots.index)
        return gb_raise(vm, GB_EXC_TypeError, "'%s' object cannot be interpreted as an integer",
                        gb_type_name(vm, v));
    gb_value index = type->slots.index(vm, v);
    if (gb_is_unset(index) || gb_is_int(index)) return index;
    gb_raise(vm, GB_EXC_TypeError, "__index__ returned non-int (type %s)", gb_type_name(vm, index));
    gb_unref(index);
    return GB_UNSET_VALUE;
}

bool gb_to_int64(gb_vm *vm, gb_value v, int64_t *out)
{
    if (v.tag == GB_INT || v.tag == GB_BOOL) {
        *out = v.i;
        return true;
    }
    gb_value index = gb_to_index(vm, v);
    if (gb_is_unset(index)) return false;
    bool fits = gb_int_fits(index, out);
    gb_unref(index);
    return fits ||
           gb_raise_false(vm, GB_EXC_OverflowError, "Python int too large to convert to C ssize_t");
}

/* What __float__ gives, or else __index__. */
static bool double_of_slot(gb_vm *vm, gb_value v, double *out)
{
    gb_type *type = gb_exact_type(vm, v);
    gb_value number = GB_UNSET_VALUE;
    if (type->slots.to_float)
        number = type->slots.to_float(vm, v);
    else if (type->slots.index)
        number = gb_to_index(vm, v);
    else
        gb_raise(vm, GB_EXC_TypeError, "must be real number, not %s", gb_type_name(vm, v));
    if (gb_is_unset(number)) return false;
    bool ok = gb_is_float(number) || (gb_is_int(number) && !type->slots.to_float);
    if (ok)
        ok = gb_to_double(vm, number, out);
    else
        gb_raise(vm, GB_EXC_TypeError, "%s.__float__ returned non-float (type %s)",
                 gb_type_name(vm, v), gb_type_name(vm, number));
    gb_unref(number);
    return ok;
}

bool gb_number_to_double(gb_vm *vm, gb_value v, double *out)
{
    bool own = v.tag == GB_FLOAT_OBJECT &&
               gb_exact_type(vm, v)->slots.to_float != vm->types.floating->slots.to_float;
    return own ? double_of_slot(vm, v, out) : gb_to_double(vm, v, out);
}

bool gb_to_double(gb_vm *vm, gb_value v, double *out)
{
    if (v.tag == GB_FLOAT) {
        *out = v.f;
        return true;
    }
    if (gb_is_float(v)) {
        *out = gb_float_of(v);
        return true;
    }
    gb_type *type = gb_exact_type(vm, v);
    bool own = type->slots.to_float != vm->types.integer->slots.to_float; /* a class of int */
    if (v.tag == GB_INT || v.tag == GB_BOOL || (gb_is_int(v) && !own))
        return gb_int_to_double(vm, v, out);
    return double_of_slot(vm, v, out);
}

bool gb_to_text(gb_vm *vm, gb_value v, const char *what, const char **text, size_t *n)
{
    if (!gb_is_str(v))
        return gb_raise_false(vm, GB_EXC_TypeError, "%s must be str, not %s", what,
                              gb_type_name(vm, v));
    *text = gb_str_data(v);
    if (n) *n = gb_str_size(v);
    return true;
}

gb_value gb_to_list(gb_vm *vm, gb_value iterable)
{
    gb_value list = gb_list_new(vm, 0);
    if (gb_is_unset(list) || gb_list_extend(vm, list, iterable)) return list;
    gb_unref(list);
    return GB_UNSET_VALUE;
}

gb_value gb_to_sequence(gb_vm *vm, gb_value v, const char *otherwise)
{
    if (gb_is_sequence(v) && !(v.o->type->flags & GB_TYPE_USER)) return gb_ref(v);
    gb_value it = gb_iter(vm, v);
    if (gb_is_unset(it)) {
        if (!gb_exception_is(vm, GB_EXC_TypeError)) return it;
        gb_exception_clear(vm);
        return gb_raise(vm, GB_EXC_TypeError, "%s", otherwise);
    }
    gb_value list = gb_to_list(vm, it);
    gb_unref(it);
    return list;
}

gb_value gb_to_tuple(gb_vm *vm, gb_value iterable)
{
    if (gb_is_tuple(iterable) && iterable.o->type == vm->types.tuple) return gb_ref(iterable);
    gb_value list = gb_to_list(vm, iterable);
    if (gb_is_unset(list)) return list;
    gb_value tuple = gb_tuple_from(vm, gb_list_peek(list)->items, gb_list_peek(list)->count);
    gb_unref(list);
    return tuple;
}
