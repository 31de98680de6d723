/* Birth and end of a VM: the builtin types out of their specs, names, builtins, modules.
 * Running code is vm.c. */
#include "kernel/lang/builtins.h"
#include "kernel/lang/exception.h"
#include "kernel/lang/frame.h"
#include "kernel/lang/module.h"
#include "kernel/lang/modules/modules.h"
#include "kernel/lang/native_signature.h"
#include "kernel/lang/types/str.h"

enum { RECURSION_LIMIT = 1000 };
static const size_t MEMORY_LIMIT = (size_t)4 << 30;

/* --- types ---------------------------------------------------------------------------------------
 *
 * Types need strings, dicts and functions, which need types. So all are allocated first, and filled
 * when every one of them can be referred to. */

typedef struct gb_bootstrap {
    const gb_type_spec *spec;
    size_t field; /* in gb_types */
} gb_bootstrap;

static const gb_bootstrap builtin_types[] = {
#define GB_BOOTSTRAP(name) {&gb_spec_##name, offsetof(gb_types, name)},
    GB_BUILTIN_TYPES(GB_BOOTSTRAP)
#undef GB_BOOTSTRAP
};
enum { BUILTIN_TYPES = sizeof builtin_types / sizeof *builtin_types };

static gb_type **type_field(gb_vm *vm, size_t i)
{
    return (gb_type **)(void *)((char *)&vm->types + builtin_types[i].field);
}

static gb_type *base_of(gb_vm *vm, const gb_type_spec *spec)
{
    if (spec == &gb_spec_object) return NULL;
    for (size_t i = 0; i < BUILTIN_TYPES; i++)
        if (builtin_types[i].spec == spec->base) return *type_field(vm, i);
    return vm->types.object;
}

static bool allocate_types(gb_vm *vm)
{
    if (!(vm->types.type = gb_type_alloc(vm, NULL, sizeof(gb_type)))) return false;
    vm->types.type->head.type = gb_object_ref(vm->types.type);
    for (size_t i = 0; i < BUILTIN_TYPES; i++) {
        gb_type **field = type_field(vm, i);
        if (!*field && !(*field = gb_type_alloc(vm, vm->types.type, sizeof(gb_type)))) return false;
        /* What objects made before the type is filled look at. */
        (*field)->size = builtin_types[i].spec->size;
        (*field)->tag = builtin_types[i].spec->tag ? builtin_types[i].spec->tag : GB_OTHER;
    }
    return true;
}

static bool fill_types(gb_vm *vm)
{
    for (size_t i = 0; i < BUILTIN_TYPES; i++) {
        gb_type *type = *type_field(vm, i);
        const gb_type_spec *spec = builtin_types[i].spec;
        if (!gb_type_fill(vm, type, spec, base_of(vm, spec)) || !gb_type_finish(vm, type))
            return false;
    }
    gb_type *const by_tag[GB_FIRST_OBJECT] = {[GB_UNSET] = vm->types.none,
                                              [GB_NONE] = vm->types.none,
                                              [GB_BOOL] = vm->types.boolean,
                                              [GB_INT] = vm->types.integer,
                                              [GB_FLOAT] = vm->types.floating,
                                              [GB_ELLIPSIS] = vm->types.ellipsis,
                                              [GB_NOT_IMPLEMENTED] = vm->types.not_implemented};
    memcpy(vm->by_tag, by_tag, sizeof by_tag);
    return true;
}

/* --- names and constants
 * --------------------------------------------------------------------------
 */

static bool intern_names(gb_vm *vm)
{
    static const char *const texts[] = {
#define GB_NAME(id) #id,
#include "kernel/lang/vm_names.def"
#undef GB_NAME
    };
    for (size_t i = 0; i < GB_NAME_COUNT; i++) {
        vm->names[i] = gb_intern_peek(vm, texts[i], strlen(texts[i]));
        if (gb_is_unset(vm->names[i])) return false;
    }
    return true;
}

static bool make_constants(gb_vm *vm)
{
    vm->empty_tuple = gb_tuple_new(vm, 0);
    vm->empty_bytes = gb_bytes_new(vm, "", 0);
    return !gb_is_unset(vm->empty_tuple) && !gb_is_unset(vm->empty_bytes) && intern_names(vm);
}

static bool make_tables(gb_vm *vm)
{
    vm->builtins = gb_dict_new(vm);
    vm->modules = gb_dict_new(vm);
    vm->repr_active = gb_list_new(vm, 0);
    return !gb_is_unset(vm->builtins) && !gb_is_unset(vm->modules) && !gb_is_unset(vm->repr_active);
}

static bool set_up(gb_vm *vm)
{
    return allocate_types(vm) && gb_str_setup(vm) && make_constants(vm) && fill_types(vm) &&
           gb_exceptions_setup(vm) && make_tables(vm) && gb_builtins_setup(vm) &&
           gb_modules_register(vm);
}

gb_vm *gb_vm_new(const gb_vm_options *options, gb_error *err)
{
    gb_vm *vm = gb_calloc(1, sizeof *vm, err);
    if (!vm) return NULL;
    gb_vm_options given = options ? *options : (gb_vm_options){0};
    vm->hooks = given.hooks;
    vm->recursion_limit = given.recursion_limit ? given.recursion_limit : RECURSION_LIMIT;
    vm->step_limit = given.step_limit ? given.step_limit : UINT64_MAX;
    vm->max_str_digits = GB_MAX_STR_DIGITS;
    vm->memory_limit = given.memory_limit ? given.memory_limit : MEMORY_LIMIT;
    vm->next_source = GB_LIBRARY_SOURCES;
    gb_collector_init(vm);
    if (set_up(vm)) return vm;
    if (gb_is_exception(vm->exception))
        gb_exception_to_error(vm, err);
    else
        gb_fail(err, GB_ERR_MEMORY, "out of memory");
    gb_vm_free(vm);
    return NULL;
}

/* --- the end
 * ---------------------------------------------------------------------------------------
 *
 * What nobody outside holds goes by itself once modules and builtins are empty. The rest (cycles
 * through types, values that C code forgot to give back) is taken apart by hand. */

static void release_attachments(gb_vm *vm)
{
    while (vm->attachment_count) {
        gb_attachment last = vm->attachments[--vm->attachment_count];
        if (last.release) last.release(last.state);
    }
    gb_free(vm->attachments);
}

static void empty_modules(gb_vm *vm)
{
    gb_value key, module;
    for (size_t at = 0; gb_is_dict(vm->modules) && gb_dict_next(vm->modules, &at, &key, &module);)
        if (gb_is_module(module)) gb_dict_clear(gb_module_dict_peek(module));
    if (gb_is_dict(vm->modules)) gb_dict_clear(vm->modules);
    if (gb_is_dict(vm->builtins)) gb_dict_clear(vm->builtins);
    gb_clear(&vm->exception);
    gb_clear(&vm->handled);
    gb_collect(vm);
}

/* Functions that modules added to native types go before their code does. */
static void forget_added_functions(gb_vm *vm)
{
    for (size_t i = 0; i < vm->made_count; i++) {
        gb_dict *dict = vm->made[i]->dict;
        for (uint32_t k = 0; dict && k < dict->used; k++)
            if (dict->entries[k].value.tag == GB_FUNCTION)
                gb_replace_take(&dict->entries[k].value, GB_NONE_VALUE);
    }
}

/* Every object of a list lets go of what it holds; types last, since releasing needs them. */
static void take_apart(gb_vm *vm, gb_tracked *list, bool types)
{
    size_t count = 0;
    gb_object **held = gb_alloc((list->count + 1) * sizeof *held, NULL);
    for (size_t i = 0; held && i < list->count; i++)
        if ((list->items[i]->type->tag == GB_TYPE) == types)
            held[count++] = gb_object_ref(list->items[i]);
    for (size_t i = 0; i < count; i++) {
        gb_dict *dicts[2];
        for (size_t n = gb_instance_dicts(held[i], dicts); n > 0;)
            gb_dict_clear(gb_object_peek(GB_DICT, dicts[--n]));
        if (held[i]->type->slots.clear) held[i]->type->slots.clear(held[i]);
    }
    for (size_t i = 0; i < count; i++)
        gb_object_unref(held[i]);
    gb_free(held);
    (void)vm;
}

static void release_constants(gb_vm *vm)
{
    gb_value *const places[] = {&vm->builtins,    &vm->modules,     &vm->repr_active,
                                &vm->empty_tuple, &vm->empty_bytes, &vm->empty_str};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        gb_clear(places[i]);
    for (size_t i = 0; i < 256; i++)
        gb_clear(&vm->letters[i]);
    for (size_t i = 0; i < vm->interned_slots; i++)
        gb_object_unref(vm->interned[i]);
    gb_free(vm->interned);
}

static void strip_type(gb_type *type)
{
    gb_value *const values[] = {&type->name, &type->qualname, &type->module, &type->bases,
                                &type->mro};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        gb_clear(values[i]);
    gb_dict *dict = type->dict;
    type->dict = NULL;
    gb_object_unref(dict);
    gb_free(type->subclasses);
}

static void release_types(gb_vm *vm)
{
    take_apart(vm, &vm->gc.young, true);
    take_apart(vm, &vm->gc.old, true);
    /* functions look at their linked code when they go: it goes after them */
    while (vm->linked)
        gb_linked_release(vm->linked);
    /* Types hold texts, tuples and dicts, whose types they are: all let go of what they hold first,
     * and their memory goes when nothing can look at it any more. */
    for (size_t i = 0; i < vm->made_count; i++)
        strip_type(vm->made[i]);
    release_constants(vm);
    for (size_t i = 0; i < vm->made_count; i++) {
        gb_untrack(vm, vm->made[i]);
        gb_block_free(vm, vm->made[i], sizeof(gb_type));
    }
    gb_free(vm->made);
}

static void release_frames(gb_vm *vm)
{
    gb_stack_block *below;
    for (gb_stack_block *block = vm->stack; block; block = below) {
        below = block->below;
        gb_free(block);
    }
    gb_free(vm->spare_stack);
}

void gb_vm_free(gb_vm *vm)
{
    if (!vm) return;
    vm->closing = true;
    vm->gc.disabled = true;
    release_attachments(vm);
    if (!gb_is_unset(vm->modules)) empty_modules(vm);
    forget_added_functions(vm);
    take_apart(vm, &vm->gc.young, false);
    take_apart(vm, &vm->gc.old, false);
    gb_signatures_release(vm);
    gb_free(vm->slot_names);
    gb_map_release(&vm->named);
    release_types(vm);
    release_frames(vm);
    gb_free(vm->module_specs);
    gb_collector_release(vm);
    gb_pool_release(vm);
    gb_free(vm);
}
