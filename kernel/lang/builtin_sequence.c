/* Builtin functions that go through iterables. */
#include "kernel/lang/builtins.h"

#include "kernel/lang/exception.h"
#include "kernel/lang/types/list.h"

/* --- all, any
 * --------------------------------------------------------------------------------------
 */

/* True when some item's truth is `wanted`: 1, 0, -1. */
static int any_is(gb_vm *vm, gb_value iterable, int wanted)
{
    gb_value it = gb_iter(vm, iterable), item;
    if (gb_is_unset(it)) return -1;
    int found = 0;
    uint32_t turns = 0;
    while (!found && !gb_is_unset(item = gb_next(vm, it))) {
        int truth = gb_truth(vm, item);
        gb_unref(item);
        found = truth < 0 ? -1 : truth == wanted;
        if (!(++turns & 0xfff) && !gb_vm_check(vm)) found = -1;
    }
    gb_unref(it);
    return gb_is_unset(vm->exception) ? found : -1;
}

gb_value gb_builtin_all(gb_vm *vm, gb_value *args)
{
    int found = any_is(vm, args[0], 0);
    return found < 0 ? GB_UNSET_VALUE : gb_bool(!found);
}

gb_value gb_builtin_any(gb_vm *vm, gb_value *args)
{
    int found = any_is(vm, args[0], 1);
    return found < 0 ? GB_UNSET_VALUE : gb_bool(found);
}

/* --- iter, next, len
 * ---------------------------------------------------------------------------------
 */

gb_value gb_builtin_iter(gb_vm *vm, gb_value *args)
{
    if (gb_is_unset(args[1])) return gb_iter(vm, args[0]);
    if (!gb_is_callable(vm, args[0]))
        return gb_raise(vm, GB_EXC_TypeError, "iter(v, w): v must be callable");
    return gb_callable_iterator_new(vm, args[0], args[1]);
}

gb_value gb_builtin_next(gb_vm *vm, gb_value *args)
{
    if (gb_is_unset(args[1])) return gb_next_or_stop(vm, args[0]);
    gb_value v = gb_next(vm, args[0]);
    if (!gb_is_unset(v)) return v;
    if (gb_exception_is(vm, GB_EXC_StopIteration)) gb_exception_clear(vm);
    return gb_is_unset(vm->exception) ? gb_ref(args[1]) : v;
}

gb_value gb_builtin_len(gb_vm *vm, gb_value *args)
{
    int64_t n = gb_len(vm, args[0]);
    return n < 0 ? GB_UNSET_VALUE : gb_int(n);
}

/* --- max, min
 * ------------------------------------------------------------------------------------------
 */

typedef struct gb_best {
    gb_compare op;
    gb_value key;        /* a function, or None */
    gb_value item, with; /* the best so far and its key; owned */
} gb_best;

/* Is a `op` b? 1, 0, -1. */
static int order_holds(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    if (a.tag == GB_INT && b.tag == GB_INT) return op == GB_COMPARE_GT ? a.i > b.i : a.i < b.i;
    if (a.tag == GB_FLOAT && b.tag == GB_FLOAT) return op == GB_COMPARE_GT ? a.f > b.f : a.f < b.f;
    gb_value order = gb_apply_compare(vm, op, a, b);
    int truth = gb_is_unset(order) ? -1 : gb_truth(vm, order);
    gb_unref(order);
    return truth;
}

static bool offer_take(gb_vm *vm, gb_best *best, gb_value item)
{
    gb_value with = gb_is_none(best->key) ? gb_ref(item) : gb_call(vm, best->key, &item, 1);
    bool better = false, ok = !gb_is_unset(with);
    if (ok && gb_is_unset(best->item)) {
        better = true;
    } else if (ok) {
        int truth = order_holds(vm, best->op, with, best->with);
        ok = truth >= 0;
        better = truth > 0;
    }
    gb_unref(better ? best->item : item);
    gb_unref(better ? best->with : with);
    if (better) best->item = item, best->with = with;
    return ok;
}

static bool offer_all(gb_vm *vm, gb_best *best, gb_value iterable)
{
    gb_value it = gb_iter(vm, iterable), item;
    if (gb_is_unset(it)) return false;
    uint32_t turns = 0;
    while (!gb_is_unset(item = gb_next(vm, it)))
        if (!offer_take(vm, best, item) || (!(++turns & 0xfff) && !gb_vm_check(vm))) break;
    gb_unref(it);
    return gb_is_unset(vm->exception);
}

static bool offer_each(gb_vm *vm, gb_best *best, const gb_tuple *given)
{
    for (size_t i = 0; i < given->count; i++)
        if (!offer_take(vm, best, gb_ref(given->items[i]))) return false;
    return true;
}

static gb_value best_of(gb_vm *vm, gb_value *args, gb_compare op, const char *name)
{
    const gb_tuple *given = gb_tuple_peek(args[0]);
    gb_best best = {.op = op, .key = args[1]};
    if (given->count == 0)
        return gb_raise(vm, GB_EXC_TypeError, "%s expected at least 1 argument, got 0", name);
    if (given->count > 1 && !gb_is_unset(args[2]))
        return gb_raise(vm, GB_EXC_TypeError,
                        "Cannot specify a default for %s() with multiple positional arguments",
                        name);
    bool ok =
        given->count > 1 ? offer_each(vm, &best, given) : offer_all(vm, &best, given->items[0]);
    gb_unref(best.with);
    if (!ok) {
        gb_unref(best.item);
        return GB_UNSET_VALUE;
    }
    if (!gb_is_unset(best.item)) return best.item;
    if (!gb_is_unset(args[2])) return gb_ref(args[2]);
    return gb_raise(vm, GB_EXC_ValueError, "%s() arg is an empty sequence", name);
}

gb_value gb_builtin_max(gb_vm *vm, gb_value *args)
{
    return best_of(vm, args, GB_COMPARE_GT, "max");
}

gb_value gb_builtin_min(gb_vm *vm, gb_value *args)
{
    return best_of(vm, args, GB_COMPARE_LT, "min");
}

/* --- sorted
 * --------------------------------------------------------------------------------------------
 */

gb_value gb_builtin_sorted(gb_vm *vm, gb_value *args)
{
    int64_t reverse;
    gb_value list = gb_to_list(vm, args[0]);
    if (gb_is_unset(list) ||
        (gb_to_int64(vm, args[2], &reverse) && gb_list_sort_by(vm, list, args[1], reverse != 0)))
        return list;
    gb_unref(list);
    return GB_UNSET_VALUE;
}
