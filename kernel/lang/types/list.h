/* Lists inside the VM. Others use object.h. */
#ifndef GB_LANG_TYPES_LIST_H
#define GB_LANG_TYPES_LIST_H

#include "kernel/lang/vm_state.h"

bool gb_list_reserve(gb_vm *vm, gb_list *list, size_t wanted) GB_MUST_CHECK;
void gb_list_clear(gb_list *list);
bool gb_list_splice(gb_vm *vm, gb_list *list, size_t from, size_t to, const gb_value *items,
                    size_t count) GB_MUST_CHECK;

/* Stable sort in place; `key` a function or None. ValueError when the list changes meanwhile. */
bool gb_list_sort_by(gb_vm *vm, gb_value list, gb_value key, bool reverse) GB_MUST_CHECK;

#endif
