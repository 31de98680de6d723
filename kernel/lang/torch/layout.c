/* torch.strided, torch.contiguous_format and their kin: names as values, texts to operators. */
#include "kernel/lang/torch/state.h"

#include <string.h>

typedef struct name_object {
    gb_object head;
    const char *name; /* static */
} name_object;

static const char *name_of(gb_value v)
{
    return ((name_object *)(void *)v.o)->name;
}

static gb_value name_repr(gb_vm *vm, gb_value self)
{
    return gb_str_format(vm, "torch.%s", name_of(self));
}

static gb_value name_compare(gb_vm *vm, gb_compare op, gb_value a, gb_value b)
{
    const char *other = gb_layout_name(b);
    (void)vm;
    if (op != GB_COMPARE_EQ && op != GB_COMPARE_NE) return GB_NOT_IMPLEMENTED_VALUE;
    return gb_bool((other && !strcmp(other, name_of(a))) == (op == GB_COMPARE_EQ));
}

static int64_t name_hash(gb_vm *vm, gb_value self)
{
    (void)vm;
    return (int64_t)(gb_hash_bytes(name_of(self), strlen(name_of(self))) >> 2);
}

static const void *name_identity(gb_value self)
{
    return name_of(self);
}

#define GB_NAME_SPEC(id, text)                                                                     \
    static const gb_type_spec id = {.name = text,                                                  \
                                    .module = "torch",                                             \
                                    .doc = "A name that operators know.",                          \
                                    .size = sizeof(name_object),                                   \
                                    .flags = GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,                     \
                                    .slots = {.repr = name_repr,                                   \
                                              .compare = name_compare,                             \
                                              .hash = name_hash,                                   \
                                              .identity = name_identity}};
GB_NAME_SPEC(layout_spec, "layout")
GB_NAME_SPEC(memory_format_spec, "memory_format")
#undef GB_NAME_SPEC

static const struct {
    const char *name;
    const gb_type_spec *spec;
} names[] = {
    {"strided", &layout_spec},
    {"sparse_coo", &layout_spec},
    {"sparse_csr", &layout_spec},
    {"sparse_csc", &layout_spec},
    {"contiguous_format", &memory_format_spec},
    {"preserve_format", &memory_format_spec},
    {"channels_last", &memory_format_spec},
    {"channels_last_3d", &memory_format_spec},
};

gb_value gb_layout_value(gb_vm *vm, const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].name, name) != 0) continue;
        gb_type *type = gb_type_make(vm, names[i].spec);
        gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
        if (!gb_is_unset(v)) ((name_object *)(void *)v.o)->name = names[i].name;
        return v;
    }
    return GB_NONE_VALUE;
}

const char *gb_layout_name(gb_value v)
{
    bool is = v.tag == GB_OTHER && (gb_is_a(v, &layout_spec) || gb_is_a(v, &memory_format_spec));
    return is ? name_of(v) : NULL;
}

bool gb_torch_add_layouts(gb_vm *vm, gb_value module)
{
    gb_type *layout = gb_type_make(vm, &layout_spec);
    gb_type *format = gb_type_make(vm, &memory_format_spec);
    bool ok = layout && format && gb_module_set(vm, module, "layout", gb_type_value(layout)) &&
              gb_module_set(vm, module, "memory_format", gb_type_value(format));
    for (size_t i = 0; ok && i < sizeof names / sizeof *names; i++)
        ok = gb_module_add_take(vm, module, names[i].name, gb_layout_value(vm, names[i].name));
    return ok;
}
