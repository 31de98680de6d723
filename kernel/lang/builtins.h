/* The builtin functions, types, exceptions and constants: what every program sees without import.
 *
 * The functions are the rows of builtins.def, each of which is one C function of builtin_*.c; the
 * types are listed in builtins.c. */
#ifndef GB_LANG_BUILTINS_H
#define GB_LANG_BUILTINS_H

#include "kernel/lang/vm_state.h"

/* Fills vm->builtins, a dict that is there already. False with the exception in the VM. */
bool gb_builtins_setup(gb_vm *vm) GB_MUST_CHECK;

/* gb_builtin_len(vm, args) and so on: args are bound by the row's signature. */
#define GB_BUILTIN(name, function, signature, flags, doc)                                          \
    gb_value gb_builtin_##function(gb_vm *vm, gb_value *args);
#include "kernel/lang/builtins.def"
#undef GB_BUILTIN

/* What help(v) prints; a str. */
gb_value gb_help_text(gb_vm *vm, gb_value v) GB_MUST_CHECK;

/* Types that are made with the builtins and have no place in gb_types. */
extern const gb_type_spec gb_spec_enumerate;
extern const gb_type_spec gb_spec_zip;
extern const gb_type_spec gb_spec_map;
extern const gb_type_spec gb_spec_filter;
extern const gb_type_spec gb_spec_reversed;
extern const gb_type_spec gb_spec_callable_iterator;
extern const gb_type_spec gb_spec_alias;
extern const gb_type_spec gb_spec_union;
extern const gb_type_spec gb_spec_text_file;
extern const gb_type_spec gb_spec_bytes_file;

/* iter(function, sentinel). */
gb_value gb_callable_iterator_new(gb_vm *vm, gb_value function, gb_value sentinel) GB_MUST_CHECK;

/* An open file with this content: bytes, or a str for a text file. */
gb_value gb_file_new(gb_vm *vm, gb_value content, gb_value name, const char *mode) GB_MUST_CHECK;

#endif
