/* Sorting a list: a stable merge sort that makes use of runs already in order; which runs are
 * merged when follows Munro and Wild's powersort, as in CPython. Merging is list_merge.c. While it
 * goes on the list is empty, as in CPython, so that keys and comparisons cannot disturb it. */
#include "kernel/lang/format.h"
#include "kernel/lang/types/list.h"
#include "kernel/lang/types/list_merge.h"

/* Shorter pieces are sorted by insertion. */
enum { LARGEST_RUN = 64 };

static bool less_any(gb_sort *sort, gb_value a, gb_value b)
{
    int less = gb_less(sort->vm, a, b);
    if (less < 0) sort->failed = true;
    return less > 0;
}

static bool less_int(gb_sort *sort, gb_value a, gb_value b)
{
    (void)sort;
    return a.i < b.i;
}

static bool less_float(gb_sort *sort, gb_value a, gb_value b)
{
    (void)sort;
    return a.f < b.f;
}

/* UTF-8 sorts by bytes as its code points do. */
static bool less_str(gb_sort *sort, gb_value a, gb_value b)
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
    sort->less = tag == GB_INT            ? less_int
                 : tag == GB_FLOAT        ? less_float
                 : tag == GB_STR && exact ? less_str
                                          : less_any;
}

static void reverse_items(gb_sorted *items, size_t count)
{
    for (size_t i = 0, k = count; i + 1 < k; i++) {
        gb_sorted v = items[i];
        items[i] = items[--k];
        items[k] = v;
    }
}

/* Sorts items[0 .. count), of which the first `sorted` are in order. */
static void insertion(gb_sort *sort, gb_sorted *items, size_t count, size_t sorted)
{
    for (size_t i = sorted; i < count; i++) {
        gb_sorted v = items[i];
        size_t low = 0, high = i;
        while (low < high && !sort->failed) {
            size_t middle = low + (high - low) / 2;
            if (sort->less(sort, v.key, items[middle].key))
                high = middle;
            else
                low = middle + 1;
        }
        if (sort->failed) return; /* as far as it came: programs may look */
        memmove(items + low + 1, items + low, (i - low) * sizeof *items);
        items[low] = v;
    }
}

/* How many items are in order from the start; falling ones are turned round. */
static size_t find_run(gb_sort *sort, gb_sorted *items, size_t count)
{
    if (count < 2) return count;
    size_t n = 2;
    bool falls = sort->less(sort, items[1].key, items[0].key);
    while (n < count && !sort->failed && sort->less(sort, items[n].key, items[n - 1].key) == falls)
        n++;
    if (falls && !sort->failed) reverse_items(items, n);
    return n;
}

/* --- runs waiting to be merged
 * ---------------------------------------------------------------------
 */

typedef struct gb_run {
    size_t start, count;
    int power; /* depth, in a balanced tree over all items, of the border to the next run */
} gb_run;

enum { RUNS_MAX = 85 }; /* powers grow down the stack, and there are 64 of them */

typedef struct gb_runs {
    gb_sort *sort;
    gb_run items[RUNS_MAX];
    size_t count;
} gb_runs;

static void merge_at(gb_runs *runs, size_t i)
{
    if (!gb_vm_check(runs->sort->vm)) {
        runs->sort->failed = true;
        return;
    }
    gb_run *a = &runs->items[i], *b = a + 1;
    size_t na = a->count, nb = b->count;
    a->count += nb;
    if (i + 3 == runs->count) *b = b[1];
    runs->count--;
    gb_sort_merge(runs->sort, runs->sort->items + a->start, na, nb);
}

/* Doubles the two midpoints, in units of half an item, until a power of two separates them. */
static int border_power(const gb_run *run, size_t next_count, size_t total)
{
    size_t a = 2 * run->start + run->count, b = a + run->count + next_count;
    int power = 1;
    for (; a >= total || b < total; power++) {
        if (a >= total) {
            a -= total;
            b -= total;
        }
        a *= 2;
        b *= 2;
    }
    return power;
}

static void push_run(gb_runs *runs, size_t start, size_t count)
{
    if (runs->count) {
        const gb_run *last = &runs->items[runs->count - 1];
        int power = border_power(last, count, runs->sort->count);
        while (runs->count > 1 && runs->items[runs->count - 2].power > power && !runs->sort->failed)
            merge_at(runs, runs->count - 2);
        runs->items[runs->count - 1].power = power;
    }
    runs->items[runs->count++] = (gb_run){.start = start, .count = count};
}

static size_t shortest_run(size_t count)
{
    size_t odd = 0;
    while (count >= LARGEST_RUN) {
        odd |= count & 1;
        count >>= 1;
    }
    return count + odd;
}

static void merge_sort(gb_sort *sort)
{
    gb_runs runs = {.sort = sort};
    size_t shortest = shortest_run(sort->count);
    for (size_t start = 0, n; start < sort->count && !sort->failed; start += n) {
        gb_sorted *items = sort->items + start;
        size_t left = sort->count - start, wanted = left < shortest ? left : shortest;
        n = find_run(sort, items, left);
        if (n < wanted) {
            insertion(sort, items, wanted, n);
            n = wanted;
        }
        push_run(&runs, start, n);
    }
    while (runs.count > 1 && !sort->failed) {
        size_t i = runs.count - 2;
        if (i > 0 && runs.items[i - 1].count < runs.items[i + 1].count) i--;
        merge_at(&runs, i);
    }
}

/* --- the list
 * -----------------------------------------------------------------------------------------
 */

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
    gb_sort sort = {.vm = vm, .count = count, .min_gallop = GB_SORT_GALLOP};
    sort.items = gb_alloc(2 * count * sizeof(gb_sorted), NULL);
    if (!sort.items) return gb_raise_false(vm, GB_EXC_MemoryError, "%s", "");
    sort.spare = sort.items + count;
    if (!make_keys(&sort, values, count, key)) {
        gb_free(sort.items);
        return false;
    }
    choose_order(&sort, count);
    if (reverse) reverse_items(sort.items, count); /* keeps equal items in order */
    merge_sort(&sort);
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
