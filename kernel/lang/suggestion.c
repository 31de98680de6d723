/* "Did you mean": the nearest name to one that was not found. For what is shown only: str(e) stays
 * what CPython says. */
#include "kernel/lang/exception.h"
#include "kernel/lang/format.h"
#include "kernel/lang/missing_module.h"
#include "kernel/lang/module.h"

#include "graph/base/text.h"

/* Names to choose from; texts are borrowed from values that stay alive meanwhile. */
typedef struct gb_names {
    const char **items;
    size_t count, capacity;
} gb_names;

static bool add(gb_vm *vm, gb_names *names, const char *text)
{
    if (!gb_vm_grow(vm, &names->items, &names->capacity, names->count + 1, sizeof *names->items))
        return false;
    names->items[names->count++] = text;
    return true;
}

static bool add_keys(gb_vm *vm, gb_names *names, gb_value dict)
{
    gb_value key, value;
    for (size_t at = 0; gb_is_dict(dict) && gb_dict_next(dict, &at, &key, &value);)
        if (gb_is_str(key) && !add(vm, names, gb_str_data(key))) return false;
    return true;
}

static char *nearest(const char *name, const gb_names *names)
{
    const char *found = gb_nearest(name, names->items, names->count);
    if (!found || strcmp(found, name) == 0) return NULL;
    gb_buffer text = GB_BUFFER_INIT;
    gb_buffer_format(&text, "Did you mean: '%s'?", found);
    return gb_buffer_take(&text, NULL, NULL);
}

/* A NameError keeps the globals of its frame as its object; locals are the code's own. */
static bool names_in_scope(gb_vm *vm, const gb_exception *e, gb_names *names)
{
    const gb_code *code = e->point_count ? e->points[0].code : NULL;
    for (uint32_t i = 0; code && i < code->local_count; i++)
        if (!add(vm, names, code->local_names[i])) return false;
    return add_keys(vm, names, e->obj) && add_keys(vm, names, vm->builtins);
}

static bool names_of_modules(gb_vm *vm, gb_names *names)
{
    const char *name;
    for (size_t i = 0; (name = gb_module_name_at(vm, i)); i++)
        if (name[0] != '_' && !add(vm, names, name)) return false;
    return true;
}

/* Behind the nearest name: why there is no such module, and which there are. Takes `nearest`. */
static char *with_modules_take(gb_vm *vm, char *nearest, const char *name)
{
    gb_buffer text = GB_BUFFER_INIT;
    char *note = gb_missing_module_note(vm, name);
    gb_buffer_format(&text, "%s%s%s", nearest ? nearest : "", nearest && note ? " " : "",
                     note ? note : "");
    gb_free(nearest);
    gb_free(note);
    return gb_buffer_take(&text, NULL, NULL);
}

/* The attributes of what was asked; `held` keeps their texts alive. */
static bool names_of_attributes(gb_vm *vm, gb_value object, gb_names *names, gb_value *held)
{
    if (gb_is_unset(object)) return true;
    *held = gb_dir_of(vm, object);
    if (gb_is_unset(*held)) return false;
    for (size_t i = 0; i < gb_list_peek(*held)->count; i++) {
        gb_value name = gb_list_peek(*held)->items[i];
        if (gb_is_str(name) && !add(vm, names, gb_str_data(name))) return false;
    }
    return true;
}

char *gb_exception_suggestion(gb_vm *vm, gb_value exception)
{
    const gb_exception *e = gb_exception_object(exception);
    const gb_type *type = exception.o->type;
    if (!gb_is_str(e->name)) return NULL;
    gb_names names = {0};
    gb_value held = GB_UNSET_VALUE;
    bool ok = false;
    if (gb_type_is_subtype(type, vm->exceptions[GB_EXC_NameError]))
        ok = names_in_scope(vm, e, &names);
    else if (gb_type_is_subtype(type, vm->exceptions[GB_EXC_ModuleNotFoundError]))
        ok = names_of_modules(vm, &names);
    else if (gb_type_is_subtype(type, vm->exceptions[GB_EXC_AttributeError]))
        ok = names_of_attributes(vm, e->obj, &names, &held);
    char *text = ok ? nearest(gb_str_data(e->name), &names) : NULL;
    if (ok && gb_type_is_subtype(type, vm->exceptions[GB_EXC_ModuleNotFoundError]))
        text = with_modules_take(vm, text, gb_str_data(e->name));
    if (!ok) gb_exception_clear(vm);
    gb_free(names.items);
    gb_unref(held);
    return text;
}
