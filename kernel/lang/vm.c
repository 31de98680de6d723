/* The VM as its host sees it: running code, where it is, output, state attached by modules. */
#include "kernel/lang/exception.h"
#include "kernel/lang/frame.h"
#include "kernel/lang/module.h"

#include <pthread.h>

/* --- the stack of C ------------------------------------------------------------------------------
 */

/* Calls nested in C end with RecursionError before this much of the thread's stack is left: what
 * libtorch and a signal handler may need. */
enum { STACK_RESERVE = 512 * 1024 };

/* The lowest address that nested calls of this thread may reach. */
static char *stack_limit(void)
{
    pthread_attr_t attributes;
    void *base;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return NULL;
    bool known = pthread_attr_getstack(&attributes, &base, &size) == 0;
    pthread_attr_destroy(&attributes);
    return known && size > STACK_RESERVE ? (char *)base + STACK_RESERVE : NULL;
}

/* --- running -------------------------------------------------------------------------------------
 */

static bool remember_names(gb_vm *vm, const gb_code *code, gb_error *err)
{
    for (uint32_t i = 0; i < code->name_count; i++)
        if (!gb_map_put(&vm->named, code->names[i], vm, err)) return false;
    for (uint32_t i = 0; i < code->code_count; i++)
        if (!remember_names(vm, code->codes[i], err)) return false;
    return true;
}

bool gb_vm_has_named(const gb_vm *vm, const char *name)
{
    return gb_map_get(&vm->named, name) != NULL;
}

bool gb_vm_run(gb_vm *vm, gb_code *code, gb_value globals)
{
    gb_error err = GB_ERROR_INIT;
    if (code->source < GB_LIBRARY_SOURCES && !remember_names(vm, code, &err))
        return gb_raise_error_false(vm, &err);
    /* A VM may be handed from one thread to another between runs. */
    if (!vm->frame) vm->c_stack_limit = stack_limit();
    gb_linked *linked = gb_link(vm, code);
    gb_frame *frame = linked ? gb_frame_new(vm, linked, gb_dict_peek(globals)) : NULL;
    if (!frame) return false;
    gb_code_ref(code);
    gb_value result = gb_frame_run(vm, frame);
    bool ok = !gb_is_unset(result);
    gb_unref(result);
    gb_code_unref(code);
    return ok;
}

/* The program's names are those of the module __main__, for who looks it up in sys.modules. */
gb_value gb_vm_globals_new(gb_vm *vm)
{
    gb_value main = gb_module_new(vm, "__main__");
    if (gb_is_unset(main)) return main;
    gb_value globals = gb_ref(gb_module_dict_peek(main));
    if (!gb_dict_set(vm, globals, GB_NAME_OF(vm, __builtins__), vm->builtins) ||
        !gb_dict_set(vm, vm->modules, GB_NAME_OF(vm, __main__), main))
        gb_clear(&globals);
    gb_unref(main);
    return globals;
}

gb_value gb_vm_builtins_peek(gb_vm *vm)
{
    return vm->builtins;
}

/* --- where the program is ------------------------------------------------------------------------
 */

static const gb_frame *user_frame(const gb_vm *vm)
{
    const gb_frame *frame = vm->frame;
    while (frame && frame->linked->library)
        frame = frame->back;
    return frame;
}

gb_span gb_vm_span(gb_vm *vm)
{
    const gb_frame *frame = user_frame(vm);
    if (!frame) return (gb_span){0};
    const gb_code *code = frame->linked->code;
    gb_range range = code->ranges[frame->ip - frame->linked->instructions];
    return (gb_span){code->source, range.start, range.end};
}

uint32_t gb_vm_line(gb_vm *vm)
{
    const gb_frame *frame = user_frame(vm);
    return frame ? frame->linked->code->lines[frame->ip - frame->linked->instructions] : 0;
}

bool gb_vm_calls_context(gb_vm *vm)
{
    const gb_frame *frame = user_frame(vm);
    const gb_linked *linked = frame ? frame->linked : NULL;
    size_t next = linked ? (size_t)(frame->ip - linked->instructions) + 1 : 0;
    return linked && next < linked->code->instruction_count &&
           linked->code->instructions[next].op == GB_OP_WITH_ENTER;
}

gb_value gb_vm_frame_globals_peek(gb_vm *vm)
{
    const gb_frame *frame = user_frame(vm);
    return frame ? gb_object_peek(GB_DICT, frame->globals) : GB_UNSET_VALUE;
}

static bool add_bound(gb_vm *vm, gb_value dict, const gb_value *names, gb_value *values,
                      uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        gb_value v = values[i];
        if (v.tag == GB_OTHER && v.o->type == vm->types.cell) v = gb_cell_peek(v)->value;
        if (!gb_is_unset(v) && !gb_dict_set(vm, dict, names[i], v)) return false;
    }
    return true;
}

gb_value gb_vm_frame_locals(gb_vm *vm)
{
    const gb_frame *frame = user_frame(vm);
    if (!frame) return gb_dict_new(vm);
    if (frame->space) return gb_dict_copy(vm, gb_object_peek(GB_DICT, frame->space));
    if (!frame->function) return gb_dict_copy(vm, gb_object_peek(GB_DICT, frame->globals));
    const gb_linked *linked = frame->linked;
    const gb_code *code = linked->code;
    gb_value *cells = frame->slots + code->local_count;
    gb_value dict = gb_dict_new(vm);
    if (!gb_is_unset(dict) &&
        add_bound(vm, dict, linked->local_names, frame->slots, code->local_count) &&
        add_bound(vm, dict, linked->cell_names, cells, code->cell_count) &&
        add_bound(vm, dict, linked->free_names, cells + code->cell_count, code->free_count))
        return dict;
    gb_unref(dict);
    return GB_UNSET_VALUE;
}

uint64_t gb_vm_steps(gb_vm *vm)
{
    return vm->steps;
}

/* --- the host ------------------------------------------------------------------------------------
 */

gb_vm_hooks *gb_vm_hooks_of(gb_vm *vm)
{
    return &vm->hooks;
}

void gb_vm_write(gb_vm *vm, bool error, const char *text, size_t n)
{
    if (vm->hooks.write) vm->hooks.write(vm->hooks.context, error, text, n);
}

bool gb_vm_attach(gb_vm *vm, const void *key, void *state, void (*release)(void *state))
{
    if (!gb_vm_grow(vm, &vm->attachments, &vm->attachment_capacity, vm->attachment_count + 1,
                    sizeof *vm->attachments))
        return false;
    vm->attachments[vm->attachment_count++] = (gb_attachment){key, state, release};
    return true;
}

void *gb_vm_attached(gb_vm *vm, const void *key)
{
    for (size_t i = 0; i < vm->attachment_count; i++)
        if (vm->attachments[i].key == key) return vm->attachments[i].state;
    return NULL;
}
