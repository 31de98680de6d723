/* `_heapq` and `_bisect`: heaps in lists, and places in sorted sequences. */
#include "kernel/lang/modules/modules.h"

#include <string.h>

/* --- heaps --------------------------------------------------------------------------------------
 * Every comparison may run a program that changes the list: its size is looked at after each. */

typedef struct heap {
    gb_vm *vm;
    gb_value list;
    size_t count; /* as it must stay */
    bool largest; /* the largest item comes first */
} heap;

/* Is item i before item j? 1, 0, -1. */
static int before(const heap *h, size_t i, size_t j)
{
    const gb_value *items = gb_list_peek(h->list)->items;
    gb_value a = gb_ref(items[i]), b = gb_ref(items[j]);
    int less = h->largest ? gb_less(h->vm, b, a) : gb_less(h->vm, a, b);
    gb_unref(a);
    gb_unref(b);
    if (less < 0 || gb_list_peek(h->list)->count == h->count) return less;
    return gb_raise_minus(h->vm, GB_EXC_RuntimeError, "list changed size during iteration");
}

static void swap(const heap *h, size_t i, size_t j)
{
    gb_value *items = gb_list_peek(h->list)->items, kept = items[i];
    items[i] = items[j];
    items[j] = kept;
}

/* Lifts the item at `at` towards `top` while it is before its parent. */
static bool lift(const heap *h, size_t top, size_t at)
{
    while (at > top) {
        size_t parent = (at - 1) >> 1;
        int less = before(h, at, parent);
        if (less < 0) return false;
        if (!less) break;
        swap(h, at, parent);
        at = parent;
    }
    return true;
}

/* Sinks the item at `at` to a leaf along the children that come first, then lifts it again: it
 * belongs low most of the time, so that this takes fewer comparisons. */
static bool sink(const heap *h, size_t at)
{
    size_t top = at, child;
    while ((child = 2 * at + 1) < h->count) {
        if (child + 1 < h->count) {
            int less = before(h, child, child + 1);
            if (less < 0) return false;
            if (!less) child++;
        }
        swap(h, at, child);
        at = child;
    }
    return lift(h, top, at);
}

static bool heap_of(gb_vm *vm, gb_value list, const char *function, bool largest, heap *out)
{
    bool alone =
        strstr(function, "heapify") || strstr(function, "pop_") || !strcmp(function, "heappop");
    if (!gb_is_list(list))
        return gb_raise_false(vm, GB_EXC_TypeError, "%s() argument%s must be list, not %s",
                              function, alone ? "" : " 1", gb_type_name(vm, list));
    *out = (heap){vm, list, gb_list_peek(list)->count, largest};
    return true;
}

static gb_value heappush(gb_vm *vm, gb_value *args)
{
    heap h;
    if (!heap_of(vm, args[0], "heappush", false, &h) || !gb_list_append(vm, args[0], args[1]))
        return GB_UNSET_VALUE;
    h.count++;
    return lift(&h, 0, h.count - 1) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value pop(gb_vm *vm, gb_value list, const char *function, bool largest)
{
    heap h;
    if (!heap_of(vm, list, function, largest, &h)) return GB_UNSET_VALUE;
    if (!h.count) return gb_raise(vm, GB_EXC_IndexError, "index out of range");
    gb_list *items = gb_list_peek(list);
    swap(&h, 0, h.count - 1);
    gb_value first = items->items[--items->count];
    h.count--;
    if (h.count && !sink(&h, 0)) gb_clear(&first);
    return first;
}

static gb_value heappop(gb_vm *vm, gb_value *args)
{
    return pop(vm, args[0], "heappop", false);
}

static gb_value heappop_max(gb_vm *vm, gb_value *args)
{
    return pop(vm, args[0], "_heappop_max", true);
}

static gb_value replace(gb_vm *vm, const gb_value *args, const char *function, bool largest)
{
    heap h;
    if (!heap_of(vm, args[0], function, largest, &h)) return GB_UNSET_VALUE;
    if (!h.count) return gb_raise(vm, GB_EXC_IndexError, "index out of range");
    gb_value first = gb_list_peek(args[0])->items[0];
    gb_list_peek(args[0])->items[0] = gb_ref(args[1]);
    if (!sink(&h, 0)) gb_clear(&first);
    return first;
}

static gb_value heapreplace(gb_vm *vm, gb_value *args)
{
    return replace(vm, args, "heapreplace", false);
}

static gb_value heapreplace_max(gb_vm *vm, gb_value *args)
{
    return replace(vm, args, "_heapreplace_max", true);
}

static gb_value heappushpop(gb_vm *vm, gb_value *args)
{
    heap h;
    if (!heap_of(vm, args[0], "heappushpop", false, &h)) return GB_UNSET_VALUE;
    if (!h.count) return gb_ref(args[1]);
    gb_value first = gb_ref(gb_list_peek(args[0])->items[0]);
    int less = gb_less(vm, first, args[1]);
    gb_unref(first);
    if (less < 0) return GB_UNSET_VALUE;
    if (!less) return gb_ref(args[1]);
    return replace(vm, args, "heappushpop", false);
}

static gb_value make_heap(gb_vm *vm, gb_value list, const char *function, bool largest)
{
    heap h;
    if (!heap_of(vm, list, function, largest, &h)) return GB_UNSET_VALUE;
    for (size_t i = h.count / 2; i-- > 0;)
        if (!sink(&h, i) || !gb_vm_check(vm)) return GB_UNSET_VALUE;
    return GB_NONE_VALUE;
}

static gb_value heapify(gb_vm *vm, gb_value *args)
{
    return make_heap(vm, args[0], "heapify", false);
}

static gb_value heapify_max(gb_vm *vm, gb_value *args)
{
    return make_heap(vm, args[0], "_heapify_max", true);
}

static const gb_native heap_functions[] = {
    {"heappush", heappush, "heap, item, /", 0, "Adds an item."},
    {"heappop", heappop, "heap, /", 0, "Removes and returns the smallest item."},
    {"heapreplace", heapreplace, "heap, item, /", 0, "Removes the smallest, then adds an item."},
    {"heappushpop", heappushpop, "heap, item, /", 0, "Adds an item, then removes the smallest."},
    {"heapify", heapify, "heap, /", 0, "Makes a heap of a list, in place."},
    {"_heappop_max", heappop_max, "heap, /", 0, "heappop with the largest first."},
    {"_heapreplace_max", heapreplace_max, "heap, item, /", 0, "heapreplace, the largest first."},
    {"_heapify_max", heapify_max, "heap, /", 0, "heapify with the largest first."},
    {0}};

const gb_module_spec gb_module_heapq = {
    .name = "_heapq",
    .doc = "Priority queues in a list.",
    .functions = heap_functions,
};

/* --- bisection ----------------------------------------------------------------------------------
 */

/* args: a, x, lo, hi, key. The place before (left) or behind the items that equal x; -1: error. */
static int64_t bisect(gb_vm *vm, const gb_value *args, gb_value x, bool left)
{
    int64_t low, high;
    if (!gb_to_int64(vm, args[2], &low)) return -1;
    if (low < 0) return gb_raise_minus(vm, GB_EXC_ValueError, "lo must be non-negative");
    if (gb_is_none(args[3])) {
        high = gb_len(vm, args[0]);
        if (high < 0) return -1;
    } else if (!gb_to_int64(vm, args[3], &high)) {
        return -1;
    }
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        gb_value item = gb_getitem(vm, args[0], gb_int(middle));
        if (!gb_is_unset(item) && !gb_is_none(args[4]))
            gb_replace_take(&item, gb_call(vm, args[4], &item, 1));
        if (gb_is_unset(item)) return -1;
        int less = left ? gb_less(vm, item, x) : gb_less(vm, x, item);
        gb_unref(item);
        if (less < 0) return -1;
        if (less == left)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static gb_value bisect_left(gb_vm *vm, gb_value *args)
{
    int64_t at = bisect(vm, args, args[1], true);
    return at < 0 ? GB_UNSET_VALUE : gb_int(at);
}

static gb_value bisect_right(gb_vm *vm, gb_value *args)
{
    int64_t at = bisect(vm, args, args[1], false);
    return at < 0 ? GB_UNSET_VALUE : gb_int(at);
}

static gb_value insort(gb_vm *vm, const gb_value *args, bool left)
{
    gb_value x = gb_is_none(args[4]) ? gb_ref(args[1]) : gb_call(vm, args[4], &args[1], 1);
    if (gb_is_unset(x)) return x;
    int64_t at = bisect(vm, args, x, left);
    gb_unref(x);
    if (at < 0) return GB_UNSET_VALUE;
    gb_value pair[2] = {gb_int(at), args[1]};
    gb_value done = gb_call_method(vm, args[0], "insert", pair, 2);
    if (gb_is_unset(done)) return done;
    gb_unref(done);
    return GB_NONE_VALUE;
}

static gb_value insort_left(gb_vm *vm, gb_value *args)
{
    return insort(vm, args, true);
}

static gb_value insort_right(gb_vm *vm, gb_value *args)
{
    return insort(vm, args, false);
}

#define BOUNDS "a, x, lo=0, hi=None, *, key=None"

static const gb_native bisect_functions[] = {
    {"bisect_left", bisect_left, BOUNDS, 0, "The index before all items >= x."},
    {"bisect_right", bisect_right, BOUNDS, 0, "The index behind all items <= x."},
    {"bisect", bisect_right, BOUNDS, 0, "The index behind all items <= x."},
    {"insort_left", insort_left, BOUNDS, 0, "Puts x into a sorted list, before equal items."},
    {"insort_right", insort_right, BOUNDS, 0, "Puts x into a sorted list, behind equal items."},
    {"insort", insort_right, BOUNDS, 0, "Puts x into a sorted list, behind equal items."},
    {0}};

const gb_module_spec gb_module_bisect = {
    .name = "bisect",
    .doc = "Finding the place of an item in a sorted list.",
    .functions = bisect_functions,
};
