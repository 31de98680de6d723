/* What list and tuple share: comparing, searching, repeating. */
#include "kernel/lang/types/sequence.h"

#include "kernel/lang/types/number.h"
#include "kernel/lang/vm_ops.h"

gb_value gb_sequence_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (a.tag != b.tag) return GB_NOT_IMPLEMENTED_VALUE;
    size_t na, nb;
    gb_items_peek(a, &na);
    gb_items_peek(b, &nb);
    if (na != nb && (op == GB_COMPARE_EQ || op == GB_COMPARE_NE))
        return gb_bool(op == GB_COMPARE_NE);
    if (!gb_enter(vm, " in comparison")) return GB_UNSET_VALUE;
    gb_value result = GB_UNSET_VALUE;
    size_t i = 0;
    int equal = 1;
    for (;; i++) {
        const gb_value *x = gb_items_peek(a, &na), *y = gb_items_peek(b, &nb);
        if (i >= na || i >= nb) break;
        gb_value l = gb_ref(x[i]), r = gb_ref(y[i]);
        equal = gb_equal(vm, l, r);
        if (equal == 0) {
            if (op == GB_COMPARE_EQ || op == GB_COMPARE_NE)
                result = gb_bool(op == GB_COMPARE_NE);
            else
                result = gb_apply_compare(vm, op, l, r);
        }
        gb_unref(l);
        gb_unref(r);
        if (equal <= 0) break;
    }
    gb_leave_call(vm);
    return equal == 1 ? gb_order_result(op, (na > nb) - (na < nb)) : result;
}

int gb_sequence_contains(gb_vm *vm, gb_value self, gb_value item)
{
    size_t count;
    for (size_t i = 0; i < (gb_items_peek(self, &count), count); i++) {
        gb_value have = gb_ref(gb_items_peek(self, &count)[i]);
        int equal = gb_equal(vm, have, item);
        gb_unref(have);
        if (equal) return equal;
    }
    return 0;
}

gb_value gb_sequence_count(gb_vm *vm, gb_value *args)
{
    size_t count;
    int64_t found = 0;
    for (size_t i = 0; i < (gb_items_peek(args[0], &count), count); i++) {
        gb_value have = gb_ref(gb_items_peek(args[0], &count)[i]);
        int equal = gb_equal(vm, have, args[1]);
        gb_unref(have);
        if (equal < 0) return GB_UNSET_VALUE;
        found += equal;
    }
    return gb_int(found);
}

gb_value gb_sequence_index(gb_vm *vm, gb_value *args)
{
    size_t count;
    int64_t start, stop;
    if (!gb_to_int64(vm, args[2], &start) || !gb_to_int64(vm, args[3], &stop))
        return GB_UNSET_VALUE;
    gb_items_peek(args[0], &count);
    if (start < 0) start = start + (int64_t)count < 0 ? 0 : start + (int64_t)count;
    if (stop < 0) stop += (int64_t)count;
    for (int64_t i = start; i < stop && i < (int64_t)(gb_items_peek(args[0], &count), count); i++) {
        gb_value have = gb_ref(gb_items_peek(args[0], &count)[i]);
        int equal = gb_equal(vm, have, args[1]);
        gb_unref(have);
        if (equal) return equal < 0 ? GB_UNSET_VALUE : gb_int(i);
    }
    if (gb_is_tuple(args[0]))
        return gb_raise(vm, GB_EXC_ValueError, "tuple.index(x): x not in tuple");
    gb_value text = gb_repr(vm, args[1]);
    if (gb_is_unset(text)) return text;
    gb_raise(vm, GB_EXC_ValueError, "%s is not in list", gb_str_data(text));
    gb_unref(text);
    return GB_UNSET_VALUE;
}

bool gb_repeat_operands(gb_vm *vm, gb_tag tag, gb_value a, gb_value b, gb_value *sequence,
                        int64_t *times)
{
    bool left = a.tag == (uint64_t)tag;
    gb_value number = left ? b : a;
    *sequence = left ? a : b;
    if (!left && gb_is_concatenable(a)) return false; /* the left one repeats itself, or nothing */
    if (!gb_is_int(number) && !gb_type_of(vm, number)->slots.index) return false;
    if (!gb_to_int64(vm, number, times)) {
        if (gb_exception_is(vm, GB_EXC_OverflowError)) {
            gb_exception_clear(vm);
            gb_raise(vm, GB_EXC_OverflowError, "cannot fit '%s' into an index-sized integer",
                     gb_type_name(vm, number));
        }
        return false;
    }
    if (*times < 0) *times = 0;
    return true;
}
