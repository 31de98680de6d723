/* Merging sorted runs, for list_sort.c. */
#ifndef GB_LANG_TYPES_LIST_MERGE_H
#define GB_LANG_TYPES_LIST_MERGE_H

#include "kernel/lang/vm_state.h"

/* An item with its key; without a key function both are the same value. */
typedef struct gb_sorted {
    gb_value key, item;
} gb_sorted;

typedef struct gb_sort {
    gb_vm *vm;
    gb_sorted *items;
    gb_sorted *spare; /* room for half of the items */
    size_t count;
    size_t min_gallop; /* how many times one run must win before it is searched through in leaps */
    bool failed;       /* a comparison raised: the order no longer matters, but nothing gets lost */
    bool (*less)(struct gb_sort *sort, gb_value a, gb_value b);
} gb_sort;

enum { GB_SORT_GALLOP = 7 };

/* Merges the neighbours a[0 .. na) and a[na .. na + nb), both sorted and not empty; equal items
 * keep their order. */
void gb_sort_merge(gb_sort *sort, gb_sorted *a, size_t na, size_t nb);

#endif
