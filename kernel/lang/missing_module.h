/* What an import that fails says beside "No module named 'x'". */
#ifndef GB_LANG_MISSING_MODULE_H
#define GB_LANG_MISSING_MODULE_H

#include "kernel/lang/vm.h"

/* Why this module cannot be had (if that is known), and which there are: owned text (gb_free), NULL
 * without memory. */
char *gb_missing_module_note(gb_vm *vm, const char *name);

#endif
