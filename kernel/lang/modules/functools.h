/* `_functools`: what of functools is called often. */
#ifndef GB_LANG_MODULES_FUNCTOOLS_H
#define GB_LANG_MODULES_FUNCTOOLS_H

#include "kernel/lang/vm_state.h"

extern const gb_type_spec gb_spec_lru_cache; /* functools_cache.c */

#endif
