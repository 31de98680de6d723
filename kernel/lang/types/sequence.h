/* What list and tuple share. */
#ifndef GB_LANG_TYPES_SEQUENCE_H
#define GB_LANG_TYPES_SEQUENCE_H

#include "kernel/lang/vm_state.h"

/* Lexicographic; NotImplemented for different types. */
gb_value gb_sequence_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b) GB_MUST_CHECK;
int gb_sequence_contains(gb_vm *vm, gb_value self, gb_value item);
/* Methods: count(value), index(value, start, stop). */
gb_value gb_sequence_count(gb_vm *vm, gb_value *args);
gb_value gb_sequence_index(gb_vm *vm, gb_value *args);

/* Which operand of a `*` is the sequence of this layout, and how often it is wanted (at least 0).
 * False when the other one is no int. */
bool gb_repeat_operands(gb_vm *vm, gb_tag tag, gb_value a, gb_value b, gb_value *sequence,
                        int64_t *times) GB_MUST_CHECK;

#endif
