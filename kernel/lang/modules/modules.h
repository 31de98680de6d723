/* The modules of the cell language that are written in C: one spec each, listed in modules.def.
 * Modules written in the cell language lie beside them as NAME.py; what is embedded needs no row.
 */
#ifndef GB_LANG_MODULES_MODULES_H
#define GB_LANG_MODULES_MODULES_H

#include "kernel/lang/vm.h"

#define GB_NATIVE_MODULE(id) extern const gb_module_spec gb_module_##id;
#include "kernel/lang/modules/modules.def"
#undef GB_NATIVE_MODULE

/* Makes them known to `import`; gb_vm_new calls it. */
bool gb_modules_register(gb_vm *vm) GB_MUST_CHECK;

#endif
