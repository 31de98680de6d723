/* Sorting a list: stable merge sort that makes use of runs already in order.
 * While it goes on the list is empty, as in CPython, so that keys and comparisons cannot disturb it. */
#include "kernel/lang/format.h"
#include "kernel/lang/types/list.h"

enum { RUN = 32 }; /* shorter pieces are sorted by insertion */

/* An item with its key; without a key function both are the same value. */
typedef struct gb_sorted {
    gb_value key, item;
} gb_sorted;

typedef struct gb_sort {
    gb_vm *vm;
    gb_sorted *items, *spare;
    bool failed;
    int (*less)(struct gb_sort *sort, gb_value a, gb_value b);
} gb_sort;

static int less_any(gb_sort *sort, gb_value a, gb_value b)
{
    int less = gb_less(sort->vm, a, b);
    if (less < 0) sort->failed = true;
    return less > 0;
}

static int less_int(gb_sort *sort, gb_value a, gb_value b)
{
    (void)sort;
    return a.i < b.i;
}

static int less_float(gb_sort *sort, gb_value a, gb_value b)
{
    (void)sort;
    return a.f < b.f;
}

/* UTF-8 sorts by bytes as its code points do. */
static int less_str(gb_sort *sort, gb_value a, gb_value b)
{
    (void)sort;
    size_t na = gb_str_size(a), nb = gb_str_size(b), n = na < nb ? na : nb;
    int order = memcmp(gb_str_data(a), gb_str_data(b), n);
    return order < 0 || (order == 0 && na < nb);
}

static void choose_order(gb_sort *sort, size_t count)
{
    uint64_t tag = count ? sort->items[0].key.tag : GB_UNSET;
    bool exact = true;
    for (size_t i = 0; i < count; i++) {
        gb_value key = sort->items[i].key;
        if (key.tag != tag) tag = GB_UNSET;
        if (key.tag == GB_STR && !gb_exact_str(sort->vm, key)) exact = false;
    }
    sort->less = tag == GB_INT              ? less_int
                 : tag == GB_FLOAT          ? less_float
                 : tag == GB_STR && exact   ? less_str
                                            : less_any;
}

static void insertion(gb_sort *sort, size_t from, size_t to, size_t sorted)
{
    gb_sorted *items = sort->items;
    for (size_t i = sorted; i < to && !sort->failed; i++) {
        gb_sorted v = items[i];
        size_t low = from, high = i;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (sort->less(sort, v.key, items[middle].key))
                high = middle;
            else
                low = middle + 1;
            if (sort->failed) return;
        }
        memmove(items + low + 1, items + low, (i - low) * sizeof *items);
        items[low] = v;
    }
}

/* The end of the run that starts at `from`; a falling one is turned round. */
static size_t find_run(gb_sort *sort, size_t from, size_t count)
{
    gb_sorted *items = sort->items;
    size_t at = from + 1;
    if (at >= count) return count;
    if (sort->less(sort, items[at].key, items[at - 1].key)) {
        while (at < count && sort->less(sort, items[at].key, items[at - 1].key))
            at++;
        for (size_t i = from, k = at - 1; i < k; i++, k--) {
            gb_sorted v = items[i];
            items[i] = items[k];
            items[k] = v;
        }
        return at;
    }
    while (at < count && !sort->failed && !sort->less(sort, items[at].key, items[at - 1].key))
        at++;
    return at;
}

static void merge(gb_sort *sort, size_t from, size_t middle, size_t to)
{
    gb_sorted *items = sort->items, *left = sort->spare;
    size_t n = middle - from, i = 0, k = middle, out = from;
    if (!sort->less(sort, items[middle].key, items[middle - 1].key)) return;
    memcpy(left, items + from, n * sizeof *left);
    while (i < n && k < to && !sort->failed)
        items[out++] = sort->less(sort, items[k].key, left[i].key) ? items[k++] : left[i++];
    memcpy(items + out, left + i, (n - i) * sizeof *left);
}

static void merge_sort(gb_sort *sort, size_t count)
{
    size_t *starts = gb_alloc((count / RUN + 3) * sizeof(size_t), NULL), runs = 0;
    if (!starts) {
        gb_raise(sort->vm, GB_EXC_MemoryError, "%s", "");
        sort->failed = true;
        return;
    }
    for (size_t from = 0; from < count && !sort->failed;) {
        size_t end = find_run(sort, from, count);
        size_t wanted = from + RUN < count ? from + RUN : count;
        if (end < wanted) {
            insertion(sort, from, wanted, end);
            end = wanted;
        }
        starts[runs++] = from;
        from = end;
    }
    starts[runs] = count;
    while (runs > 1 && !sort->failed) {
        size_t to = 0;
        for (size_t i = 0; i < runs; i += 2) {
            if (i + 1 < runs && !sort->failed)
                merge(sort, starts[i], starts[i + 1], starts[i + 2]);
            starts[to++] = starts[i];
        }
        starts[to] = count;
        runs = to;
    }
    gb_free(starts);
}

static void reverse_items(gb_sorted *items, size_t count)
{
    for (size_t i = 0, k = count; i + 1 < k; i++) {
        gb_sorted v = items[i];
        items[i] = items[--k];
        items[k] = v;
    }
}

static bool make_keys(gb_sort *sort, gb_value *values, size_t count, gb_value key)
{
    for (size_t i = 0; i < count; i++) {
        sort->items[i] = (gb_sorted){values[i], values[i]};
        if (gb_is_none(key)) continue;
        sort->items[i].key = gb_call(sort->vm, key, &values[i], 1);
        if (!gb_is_unset(sort->items[i].key)) continue;
        while (i > 0)
            gb_unref(sort->items[--i].key);
        return false;
    }
    return true;
}

static bool sort_values(gb_vm *vm, gb_value *values, size_t count, gb_value key, bool reverse)
{
    gb_sort sort = {.vm = vm};
    sort.items = gb_alloc(2 * count * sizeof(gb_sorted), NULL);
    if (!sort.items) return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
    sort.spare = sort.items + count;
    if (!make_keys(&sort, values, count, key)) {
        gb_free(sort.items);
        return false;
    }
    choose_order(&sort, count);
    if (reverse) reverse_items(sort.items, count); /* keeps equal items in order */
    merge_sort(&sort, count);
    if (reverse) reverse_items(sort.items, count);
    for (size_t i = 0; i < count; i++) {
        values[i] = sort.items[i].item;
        if (!gb_is_none(key)) gb_unref(sort.items[i].key);
    }
    gb_free(sort.items);
    return !sort.failed;
}

bool gb_list_sort_by(gb_vm *vm, gb_value list, gb_value key, bool reverse)
{
    gb_list *self = gb_list_peek(list), kept = *self;
    if (kept.count < 2 && gb_is_none(key)) return true;
    self->items = NULL;
    self->count = self->capacity = 0;
    bool ok = kept.count == 0 || sort_values(vm, kept.items, kept.count, key, reverse);
    bool changed = self->items != NULL;
    if (changed) gb_list_clear(self);
    self->items = kept.items;
    self->count = kept.count;
    self->capacity = kept.capacity;
    if (ok && changed) return gb_raise_false(vm, GB_EXC_ValueError, "list modified during sort");
    return ok;
}

bool gb_list_sort(gb_vm *vm, gb_value list)
{
    return gb_list_sort_by(vm, list, GB_NONE_VALUE, false);
}
