/* Views and iterators of dicts. */
#ifndef GB_LANG_TYPES_DICT_H
#define GB_LANG_TYPES_DICT_H

#include "kernel/lang/vm_state.h"

typedef enum gb_dict_part { GB_DICT_KEYS, GB_DICT_VALUES, GB_DICT_ITEMS } gb_dict_part;

gb_value gb_dict_iterator(gb_vm *vm, gb_value dict, gb_dict_part part, bool reversed) GB_MUST_CHECK;
gb_value gb_dict_view(gb_vm *vm, gb_value dict, gb_dict_part part) GB_MUST_CHECK;

extern const gb_type_spec gb_spec_dict_keys;
extern const gb_type_spec gb_spec_dict_values;
extern const gb_type_spec gb_spec_dict_items;

#endif
