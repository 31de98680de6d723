/* Frames and Python functions: what the loop, calls and generators share. */
#ifndef GB_LANG_FRAME_H
#define GB_LANG_FRAME_H

#include "kernel/lang/vm_state.h"

#include <stdio.h>

struct gb_function {
    gb_object head;
    gb_linked *linked;         /* of its code, which is referenced */
    gb_value globals;          /* dict */
    gb_value defaults;         /* tuple or unset */
    gb_value keyword_defaults; /* dict or unset */
    gb_value closure;          /* tuple of cells or unset */
    gb_value name, qualname, doc, module;
    gb_value annotations; /* dict or unset */
};

typedef struct gb_method {
    gb_object head;
    gb_value function, self;
} gb_method;

typedef struct gb_cell {
    gb_object head;
    gb_value value; /* unset: empty */
} gb_cell;

struct gb_generator {
    gb_object head;
    gb_frame *frame; /* its own memory; NULL once it has ended */
    size_t frame_size;
    gb_value name, qualname;
    gb_value handled; /* the exception handled inside while it is suspended */
    gb_value outer;   /* the one handled by whoever resumed it, while it runs */
    bool running;
    bool started;
};

static inline gb_function *gb_function_peek(gb_value v)
{
    return (gb_function *)(void *)v.o;
}
static inline gb_method *gb_method_peek(gb_value v)
{
    return (gb_method *)(void *)v.o;
}
static inline gb_cell *gb_cell_peek(gb_value v)
{
    return (gb_cell *)(void *)v.o;
}
static inline gb_generator *gb_generator_peek(gb_value v)
{
    return (gb_generator *)(void *)v.o;
}

/* A new block of the frames' memory with room for `size` bytes; going back to the one below. */
bool gb_frame_block_new(gb_vm *vm, size_t size) GB_MUST_CHECK;
void gb_frame_block_drop(gb_vm *vm);

/* Room for a frame of this code; nothing initialised. */
static inline gb_frame *gb_frame_room(gb_vm *vm, const gb_linked *linked)
{
    size_t size = sizeof(gb_frame) + linked->frame_values * sizeof(gb_value);
    if ((!vm->stack || (size_t)(vm->stack->end - vm->stack_next) < size) &&
        !gb_frame_block_new(vm, size))
        return NULL;
    gb_frame *frame = (gb_frame *)(void *)vm->stack_next;
    vm->stack_next += size;
    return frame;
}

static inline void gb_frame_init(gb_frame *frame, gb_linked *linked, gb_dict *globals)
{
    *frame = (gb_frame){.linked = linked,
                        .ip = linked->instructions,
                        .slots = (gb_value *)(void *)(frame + 1),
                        .sp = (gb_value *)(void *)(frame + 1) + linked->stack_base,
                        .globals = globals};
}
/* With all locals empty. */
gb_frame *gb_frame_new(gb_vm *vm, gb_linked *linked, gb_dict *globals) GB_MUST_CHECK;
/* With the arguments bound; NULL with TypeError. The values are borrowed. */
gb_frame *gb_frame_for_call(gb_vm *vm, gb_function *f, const gb_arguments *args) GB_MUST_CHECK;
/* Drops every value the frame holds; gives its memory back (it is the newest one). */
void gb_frame_clear(gb_frame *frame);
static inline void gb_frame_give_back(gb_vm *vm, gb_frame *frame)
{
    vm->stack_next = (char *)frame;
    if (vm->stack_next == vm->stack->data && vm->stack->below) gb_frame_block_drop(vm);
}
static inline void gb_frame_drop(gb_vm *vm, gb_frame *frame)
{
    gb_frame_clear(frame);
    gb_frame_give_back(vm, frame);
}
/* gb_frame_drop of a frame that has returned: nothing can look into it any more. */
static inline void gb_frame_leave(gb_vm *vm, gb_frame *frame)
{
    for (gb_value *v = frame->sp; v > frame->slots;)
        gb_unref(gb_get(--v));
    gb_object_unref(frame->space);
    gb_object_unref(frame->function);
    gb_frame_give_back(vm, frame);
}

static inline void gb_frame_copy_closure(gb_frame *frame, const gb_function *f)
{
    const gb_code *code = f->linked->code;
    if (!code->free_count) return;
    gb_value *to = frame->slots + code->local_count + code->cell_count;
    const gb_value *cells = gb_tuple_peek(f->closure)->items;
    for (uint32_t i = 0; i < code->free_count; i++)
        to[i] = gb_ref(cells[i]);
}

/* Are `count` positional arguments all that a call of this function needs? */
static inline bool gb_function_takes(const gb_function *f, uint32_t count)
{
    const gb_linked *linked = f->linked;
    if (!linked->simple || count > linked->arg_count) return false;
    return count == linked->arg_count ||
           (gb_is_tuple(f->defaults) &&
            count + gb_tuple_peek(f->defaults)->count >= linked->arg_count);
}

/* The frame of such a call: slots before `at` are the caller's to fill, the arguments are moved
 * into the next ones. The function is referenced by the caller. */
static inline gb_frame *gb_frame_enter(gb_vm *vm, gb_function *f, uint32_t at, const gb_value *args,
                                       uint32_t count)
{
    gb_linked *linked = f->linked;
    gb_frame *frame = gb_frame_room(vm, linked);
    if (!frame) return NULL;
    gb_frame_init(frame, linked, gb_dict_peek(f->globals));
    frame->function = f;
    gb_value *slot = frame->slots + at;
    for (uint32_t i = 0; i < count; i++)
        gb_put(slot++, gb_get(&args[i]));
    uint32_t missing = linked->arg_count - count - at;
    if (missing) {
        const gb_tuple *defaults = gb_tuple_peek(f->defaults);
        for (size_t i = defaults->count - missing; i < defaults->count; i++)
            gb_put(slot++, gb_ref(defaults->items[i]));
    }
    while (slot < frame->sp)
        gb_put(slot++, GB_UNSET_VALUE);
    gb_frame_copy_closure(frame, f);
    return frame;
}

gb_value gb_function_new(gb_vm *vm, gb_linked *linked, gb_value globals) GB_MUST_CHECK;
gb_value gb_cell_new(gb_vm *vm) GB_MUST_CHECK;
/* A generator that takes the frame's contents over; the frame's room is given back. */
gb_value gb_generator_from_frame(gb_vm *vm, gb_frame *frame) GB_MUST_CHECK;

/* Resumes with `sent` (taken over); `raise`: vm->exception is raised inside instead. Unset with an
 * exception, or unset without one when it ended: *result (owned) is what it returned then. */
gb_value gb_generator_resume(gb_vm *vm, gb_generator *generator, gb_value sent, bool raise,
                             gb_value *result) GB_MUST_CHECK;

/* send, throw, close as the methods do. */
gb_value gb_generator_send(gb_vm *vm, gb_value self, gb_value sent) GB_MUST_CHECK;
gb_value gb_generator_throw(gb_vm *vm, gb_value self, gb_value exception) GB_MUST_CHECK;
gb_value gb_generator_close(gb_vm *vm, gb_value self) GB_MUST_CHECK;

/* Around running a generator's frame: which exception is being handled. `finish` ends it, and turns
 * a StopIteration that leaves it into RuntimeError. */
void gb_generator_enter(gb_vm *vm, gb_generator *generator);
void gb_generator_pause(gb_vm *vm, gb_generator *generator);
void gb_generator_finish(gb_vm *vm, gb_generator *generator);

/* Interrupts and the step limit; the same with the depth of calls. */
bool gb_vm_tick(gb_vm *vm) GB_MUST_CHECK;
bool gb_vm_tick_call(gb_vm *vm) GB_MUST_CHECK;

/* Runs a frame to its end through a nested loop; drops it. */
gb_value gb_frame_run(gb_vm *vm, gb_frame *frame) GB_MUST_CHECK;

/* NameError and UnboundLocalError with the name kept for suggestions. `format` holds one %s. */
gb_value gb_raise_name(gb_vm *vm, gb_exception_class cls, const char *format, gb_value name);

#endif
