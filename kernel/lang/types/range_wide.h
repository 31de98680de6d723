/* Ranges whose bounds or whose number of items need more than 64 bits. */
#ifndef GB_LANG_TYPES_RANGE_WIDE_H
#define GB_LANG_TYPES_RANGE_WIDE_H

#include "kernel/lang/vm_state.h"

typedef struct gb_wide_range {
    mpz_t start, stop, step, count;
} gb_wide_range;

/* start, stop and step (not 0) of any size: narrow where all fits 64 bits, else wide. */
gb_value gb_range_of_ints(gb_vm *vm, const gb_value parts[3]) GB_MUST_CHECK;
void gb_wide_range_free(gb_wide_range *wide); /* NULL is accepted */

/* range[key] of any range, wide or not: an int, or a range for a slice. */
gb_value gb_wide_range_getitem(gb_vm *vm, gb_value self, gb_value key) GB_MUST_CHECK;
/* Where an int is, as an int; -1: nowhere. */
gb_value gb_wide_range_find(gb_vm *vm, gb_value self, gb_value number) GB_MUST_CHECK;
/* An iterator from either end. */
gb_value gb_wide_range_iter(gb_vm *vm, gb_value self, bool reversed) GB_MUST_CHECK;
/* A part of a slice that is not None, as an int; TypeError. */
gb_value gb_slice_number(gb_vm *vm, gb_value part) GB_MUST_CHECK;
/* One of the four numbers as an int. */
gb_value gb_wide_range_number(gb_vm *vm, const mpz_t number) GB_MUST_CHECK;

extern const gb_type_spec gb_spec_wide_range_iterator;

#endif
