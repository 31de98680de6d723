/* The attribute of a named tuple for one place: `_collections._tuplegetter`. */
#ifndef GB_LANG_MODULES_TUPLE_GETTER_H
#define GB_LANG_MODULES_TUPLE_GETTER_H

#include "kernel/lang/type.h"

extern const gb_type_spec gb_spec_tuple_getter;

#endif
