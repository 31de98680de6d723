/* Texts of values: format specs, % formatting, repr of containers. */
#ifndef GB_LANG_FORMAT_H
#define GB_LANG_FORMAT_H

#include "kernel/lang/vm_state.h"

/* format(v, spec) for the number types and str; the spec is not empty. */
gb_value gb_format_int(gb_vm *vm, gb_value v, gb_value spec) GB_MUST_CHECK;
gb_value gb_format_float(gb_vm *vm, gb_value v, gb_value spec) GB_MUST_CHECK;
gb_value gb_format_complex(gb_vm *vm, gb_value v, gb_value spec) GB_MUST_CHECK;
gb_value gb_format_str(gb_vm *vm, gb_value v, gb_value spec) GB_MUST_CHECK;

/* A double in one of Python's presentations: 'r' repr, 'e' 'f' 'g' 'E' 'F' 'G' '%'. `alternate`: #.
 */
void gb_buffer_float(gb_buffer *b, double x, char kind, int precision, bool alternate);

/* text % values. */
gb_value gb_format_percent(gb_vm *vm, gb_value text, gb_value values) GB_MUST_CHECK;
/* "unsupported format character 'y' (0x79) at index 1"; what is shown may be NUL. Returns unset. */
gb_value gb_raise_unsupported_format(gb_vm *vm, uint32_t shown, uint32_t code, size_t at);
/* text.format(*args, **kwargs); args a tuple (unset: no field may be positional), kwargs a mapping.
 */
gb_value gb_format_template(gb_vm *vm, gb_value text, gb_value args, gb_value kwargs) GB_MUST_CHECK;

/* Appends repr(v); false with the exception in the VM. */
bool gb_buffer_repr(gb_vm *vm, gb_buffer *b, gb_value v) GB_MUST_CHECK;
/* "[1, 2]": items between the brackets. */
gb_value gb_repr_items(gb_vm *vm, const char *open, gb_value sequence,
                       const char *close) GB_MUST_CHECK;
/* Around printing a container: false (without an exception) when it is being printed already. */
bool gb_repr_enter(gb_vm *vm, gb_value v);
void gb_repr_leave(gb_vm *vm);

/* A list sorted in place by <; false with the exception. */
bool gb_list_sort(gb_vm *vm, gb_value list) GB_MUST_CHECK;
/* sorted names that dir(v) gives. */
gb_value gb_dir_of(gb_vm *vm, gb_value v) GB_MUST_CHECK;
/* A mapping that can only be read through this. */
gb_value gb_mapping_proxy_new(gb_vm *vm, gb_value mapping) GB_MUST_CHECK;
/* list[int], int | None: types that only say something. */
gb_value gb_alias_new(gb_vm *vm, gb_value origin, gb_value args) GB_MUST_CHECK;
/* The row that makes a class subscriptable, also for its subclasses. */
gb_value gb_alias_of_class(gb_vm *vm, gb_value *args) GB_MUST_CHECK;
#define GB_CLASS_GETITEM_ROW                                                                       \
    {                                                                                              \
        "__class_getitem__", gb_alias_of_class, "item, /", GB_CLASS,                               \
            "The class with its parameters."                                                       \
    }
gb_value gb_union_new(gb_vm *vm, gb_value a, gb_value b) GB_MUST_CHECK;

#endif
