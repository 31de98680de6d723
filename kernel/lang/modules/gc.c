/* `gc`: what a program may ask of the collector of cycles. */
#include "kernel/lang/modules/modules.h"

#include "kernel/lang/vm_state.h"

enum { GENERATIONS = 3 }; /* as CPython counts; there are two lists here, the oldest is empty */

static gb_value collect(gb_vm *vm, gb_value *args)
{
    int64_t generation;
    if (!gb_to_int64(vm, args[0], &generation)) return GB_UNSET_VALUE;
    if (generation < 0 || generation >= GENERATIONS)
        return gb_raise(vm, GB_EXC_ValueError, "invalid generation");
    return gb_int((int64_t)gb_collect(vm));
}

static gb_value enable(gb_vm *vm, gb_value *args)
{
    (void)args;
    vm->gc.disabled = false;
    return GB_NONE_VALUE;
}

static gb_value disable(gb_vm *vm, gb_value *args)
{
    (void)args;
    vm->gc.disabled = true;
    return GB_NONE_VALUE;
}

static gb_value isenabled(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_bool(!vm->gc.disabled);
}

static gb_value get_count(gb_vm *vm, gb_value *args)
{
    (void)args;
    return gb_tuple_of(vm, GENERATIONS, gb_int((int64_t)vm->gc.young.count), gb_int(0), gb_int(0));
}

/* What set_threshold was given: kept to be told again. The collector chooses its own thresholds,
 * only 0 (never) is obeyed. */
typedef struct thresholds {
    int64_t of[GENERATIONS];
} thresholds;

static const char thresholds_key;

static thresholds *thresholds_of(gb_vm *vm)
{
    thresholds *t = gb_vm_attached(vm, &thresholds_key);
    if (t) return t;
    t = gb_alloc(sizeof *t, NULL);
    if (!t) {
        gb_raise(vm, GB_EXC_MemoryError, "%s", "");
        return NULL;
    }
    *t = (thresholds){{700, 10, 10}};
    if (gb_vm_attach(vm, &thresholds_key, t, gb_free)) return t;
    gb_free(t);
    return NULL;
}

static gb_value get_threshold(gb_vm *vm, gb_value *args)
{
    (void)args;
    const thresholds *t = thresholds_of(vm);
    return t ? gb_tuple_of(vm, GENERATIONS, gb_int(t->of[0]), gb_int(t->of[1]), gb_int(t->of[2]))
             : GB_UNSET_VALUE;
}

static gb_value set_threshold(gb_vm *vm, gb_value *args)
{
    thresholds *t = thresholds_of(vm);
    for (int i = 0; t && i < GENERATIONS; i++)
        if (!gb_is_unset(args[i]) && !gb_to_int64(vm, args[i], &t->of[i])) return GB_UNSET_VALUE;
    if (!t) return GB_UNSET_VALUE;
    vm->gc.disabled = t->of[0] == 0;
    return GB_NONE_VALUE;
}

static bool add_tracked(gb_vm *vm, gb_value list, const gb_tracked *tracked)
{
    for (size_t i = 0; i < tracked->count; i++) {
        gb_object *object = tracked->items[i];
        if (object != list.o &&
            !gb_list_append(vm, list, gb_object_peek(object->type->tag, object)))
            return false;
    }
    return true;
}

static gb_value get_objects(gb_vm *vm, gb_value *args)
{
    (void)args;
    size_t wanted = vm->gc.young.count + vm->gc.old.count;
    gb_value list = gb_list_new(vm, 0);
    if (gb_is_unset(list) || !gb_vm_allows(vm, wanted * sizeof(gb_value)) ||
        !add_tracked(vm, list, &vm->gc.old) || !add_tracked(vm, list, &vm->gc.young))
        gb_clear(&list);
    return list;
}

static gb_value is_tracked(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_is_object(args[0]) && (args[0].o->track & GB_TRACK_PLACE));
}

static gb_value do_nothing(gb_vm *vm, gb_value *args)
{
    (void)vm;
    (void)args;
    return GB_NONE_VALUE;
}

static gb_value zero(gb_vm *vm, gb_value *args)
{
    (void)vm;
    (void)args;
    return gb_int(0);
}

static const gb_native functions[] = {
    {"collect", collect, "generation=2", 0, "Releases what only cycles keep; how many objects."},
    {"enable", enable, "", 0, "Collects by itself again."},
    {"disable", disable, "", 0, "Collects only when asked."},
    {"isenabled", isenabled, "", 0, "Does it collect by itself?"},
    {"get_count", get_count, "", 0, "Objects made since the last collection."},
    {"get_threshold", get_threshold, "", 0, "What set_threshold was given."},
    {"set_threshold", set_threshold, "threshold0, threshold1=?, threshold2=?, /", 0,
     "What get_threshold tells; 0: collects only when asked."},
    {"get_objects", get_objects, "generation=None", 0, "The objects that may be part of cycles."},
    {"is_tracked", is_tracked, "obj, /", 0, "May the object be part of a cycle?"},
    {"freeze", do_nothing, "", 0, "Accepted: there is no generation to freeze into."},
    {"unfreeze", do_nothing, "", 0, "Accepted, as freeze is."},
    {"get_freeze_count", zero, "", 0, "0."},
    {0}};

static bool init(gb_vm *vm, gb_value module)
{
    return gb_module_add_take(vm, module, "garbage", gb_list_new(vm, 0)) &&
           gb_module_add_take(vm, module, "callbacks", gb_list_new(vm, 0));
}

const gb_module_spec gb_module_gc = {
    .name = "gc",
    .doc = "The collector of cycles.",
    .functions = functions,
    .init = init,
};
