/* Generators: a frame of their own that is resumed and suspended. */
#include "kernel/lang/exception.h"
#include "kernel/lang/frame.h"

gb_value gb_generator_from_frame(gb_vm *vm, gb_frame *frame)
{
    size_t size = sizeof(gb_frame) + frame->linked->frame_values * sizeof(gb_value);
    gb_frame *own = gb_block_new(vm, size);
    gb_value v = own ? gb_instance_new(vm, vm->types.generator) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) {
        if (own) gb_block_free(vm, own, size);
        gb_frame_drop(vm, frame);
        return v;
    }
    memcpy(own, frame, size);
    own->slots = (gb_value *)(void *)(own + 1);
    own->sp = own->slots + (frame->sp - frame->slots);
    gb_frame_give_back(vm, frame);
    gb_generator *generator = gb_generator_peek(v);
    generator->frame = own;
    generator->frame_size = size;
    own->generator = generator;
    generator->name = gb_ref(own->function ? own->function->name : own->linked->name);
    generator->qualname = gb_ref(own->function ? own->function->qualname : own->linked->qualname);
    return v;
}

/* --- around running
 * ---------------------------------------------------------------------------------- */

void gb_generator_enter(gb_vm *vm, gb_generator *generator)
{
    gb_object_ref(generator);
    generator->running = true;
    generator->outer = vm->handled;
    if (gb_is_unset(generator->handled))
        vm->handled = gb_ref(generator->outer);
    else
        vm->handled = generator->handled;
    generator->handled = GB_UNSET_VALUE;
}

static void restore_handled(gb_vm *vm, gb_generator *generator)
{
    generator->running = false;
    gb_value inner = vm->handled;
    vm->handled = generator->outer;
    generator->outer = GB_UNSET_VALUE;
    if (gb_same(inner, vm->handled))
        gb_unref(inner);
    else
        gb_replace_take(&generator->handled, inner);
}

void gb_generator_pause(gb_vm *vm, gb_generator *generator)
{
    restore_handled(vm, generator);
    gb_object_unref(generator);
}

static void drop_frame(gb_vm *vm, gb_generator *generator)
{
    gb_frame *frame = generator->frame;
    if (!frame) return;
    generator->frame = NULL;
    gb_frame_clear(frame);
    gb_block_free(vm, frame, generator->frame_size);
}

/* A StopIteration that leaves a generator is not its end. */
static void tell_stray_stop(gb_vm *vm)
{
    if (!gb_exception_is(vm, GB_EXC_StopIteration)) return;
    gb_value stop = gb_exception_take(vm);
    gb_value outer = vm->handled;
    vm->handled = gb_ref(stop);
    gb_raise(vm, GB_EXC_RuntimeError, "generator raised StopIteration");
    gb_unref(vm->handled);
    vm->handled = outer;
    gb_exception *e = gb_exception_object(vm->exception);
    gb_replace_take(&e->cause, stop);
    e->suppress_context = true;
}

void gb_generator_finish(gb_vm *vm, gb_generator *generator)
{
    restore_handled(vm, generator);
    drop_frame(vm, generator);
    gb_clear(&generator->handled);
    tell_stray_stop(vm);
    gb_object_unref(generator);
}

gb_value gb_generator_resume(gb_vm *vm, gb_generator *generator, gb_value sent, bool raise,
                             gb_value *result)
{
    gb_frame *frame = generator->frame;
    *result = GB_UNSET_VALUE;
    if (!gb_enter_call(vm)) {
        gb_unref(sent);
        return GB_UNSET_VALUE;
    }
    gb_generator_enter(vm, generator);
    if (generator->started && !raise)
        *frame->sp++ = sent;
    else
        gb_unref(sent);
    if (raise && generator->started && frame->ip->op != GB_OP_YIELD_FROM) frame->ip--;
    generator->started = true;
    frame->kind = GB_FRAME_ENTRY;
    frame->yielded = false;
    frame->back = vm->frame;
    vm->frame = frame;
    gb_value v = gb_vm_loop(vm, frame);
    vm->frame = frame->back;
    gb_leave_call(vm);
    if (!gb_is_unset(v) && frame->yielded) {
        gb_generator_pause(vm, generator);
        return v;
    }
    gb_generator_finish(vm, generator);
    *result = v;
    return GB_UNSET_VALUE;
}

/* --- sending
 * ------------------------------------------------------------------------------------------- */

static bool can_run(gb_vm *vm, gb_generator *generator)
{
    return !generator->running ||
           gb_raise_false(vm, GB_EXC_ValueError, "generator already executing");
}

static gb_value generator_next(gb_vm *vm, gb_value self)
{
    gb_generator *generator = gb_generator_peek(self);
    gb_value result;
    if (!can_run(vm, generator) || !generator->frame) return GB_UNSET_VALUE;
    gb_value v = gb_generator_resume(vm, generator, GB_NONE_VALUE, false, &result);
    gb_unref(result);
    return v;
}

/* The value yielded; at the end StopIteration with what was returned. */
static gb_value or_stop(gb_vm *vm, gb_value v, gb_value result)
{
    if (gb_is_unset(v) && gb_is_unset(vm->exception)) gb_raise_stop(vm, result);
    gb_unref(result);
    return v;
}

gb_value gb_generator_send(gb_vm *vm, gb_value self, gb_value sent)
{
    gb_generator *generator = gb_generator_peek(self);
    gb_value result;
    if (!can_run(vm, generator)) return GB_UNSET_VALUE;
    if (!generator->frame) return or_stop(vm, GB_UNSET_VALUE, GB_NONE_VALUE);
    if (!generator->started && !gb_is_none(sent))
        return gb_raise(vm, GB_EXC_TypeError,
                        "can't send non-None value to a just-started generator");
    gb_value v = gb_generator_resume(vm, generator, gb_ref(sent), false, &result);
    return or_stop(vm, v, result);
}

/* The iterator that a suspended `yield from` waits for; borrowed. */
static gb_value delegate(const gb_generator *generator)
{
    const gb_frame *frame = generator->frame;
    if (!generator->started || frame->ip->op != GB_OP_YIELD_FROM) return GB_UNSET_VALUE;
    return frame->sp[-1];
}

static gb_value raise_inside(gb_vm *vm, gb_generator *generator)
{
    gb_value result;
    gb_value v = gb_generator_resume(vm, generator, GB_NONE_VALUE, true, &result);
    return or_stop(vm, v, result);
}

/* The inner iterator got the exception and ended or failed: go on behind the yield from. */
static gb_value after_delegate(gb_vm *vm, gb_generator *generator)
{
    gb_frame *frame = generator->frame;
    if (!gb_exception_is(vm, GB_EXC_StopIteration)) return raise_inside(vm, generator);
    gb_value stop = gb_exception_take(vm), value = gb_stop_value(vm, stop), result;
    gb_unref(stop);
    gb_unref(*--frame->sp);
    frame->ip++;
    gb_value v = gb_generator_resume(vm, generator, value, false, &result);
    return or_stop(vm, v, result);
}

/* Its `throw`, unset without an exception when it has none; generators need none. */
static gb_value throw_of(gb_vm *vm, gb_value inner, bool *failed)
{
    *failed = false;
    if (inner.tag == GB_GENERATOR) return GB_NONE_VALUE;
    return gb_getattr_optional(vm, inner, "throw", failed);
}

/* Takes `method` over. */
static gb_value throw_into_delegate(gb_vm *vm, gb_generator *generator, gb_value method,
                                    gb_value exception)
{
    gb_value inner = gb_ref(delegate(generator));
    generator->running = true;
    gb_value v = inner.tag == GB_GENERATOR ? gb_generator_throw(vm, inner, exception)
                                           : gb_call(vm, method, &exception, 1);
    generator->running = false;
    gb_unref(method);
    gb_unref(inner);
    return gb_is_unset(v) ? after_delegate(vm, generator) : v;
}

static gb_value close_delegate(gb_vm *vm, gb_generator *generator)
{
    gb_value inner = gb_ref(delegate(generator));
    bool failed;
    generator->running = true;
    gb_value method = gb_getattr_optional(vm, inner, "close", &failed);
    gb_value result = gb_is_unset(method) ? GB_NONE_VALUE : gb_call(vm, method, NULL, 0);
    generator->running = false;
    gb_unref(method);
    gb_unref(inner);
    return failed ? GB_UNSET_VALUE : result;
}

gb_value gb_generator_throw(gb_vm *vm, gb_value self, gb_value exception)
{
    gb_generator *generator = gb_generator_peek(self);
    if (!can_run(vm, generator)) return GB_UNSET_VALUE;
    gb_type *exit = vm->exceptions[GB_EXC_GeneratorExit];
    if (generator->frame && !gb_is_unset(delegate(generator))) {
        bool is_exit = gb_is_exception(exception) ? gb_type_is_subtype(exception.o->type, exit)
                                                  : gb_same(exception, gb_type_value(exit));
        bool failed;
        gb_value method = is_exit ? GB_UNSET_VALUE : throw_of(vm, delegate(generator), &failed);
        if (!gb_is_unset(method)) return throw_into_delegate(vm, generator, method, exception);
        gb_value closed = is_exit ? close_delegate(vm, generator) : GB_NONE_VALUE;
        if (is_exit ? gb_is_unset(closed) : failed) return raise_inside(vm, generator);
        gb_unref(closed);
    }
    /* Its context is what the generator handles, not what the caller does. */
    gb_value outer = vm->handled;
    vm->handled = generator->frame ? generator->handled : GB_UNSET_VALUE;
    gb_raise_value(vm, exception);
    vm->handled = outer;
    if (!generator->frame) return GB_UNSET_VALUE;
    if (!generator->started) {
        drop_frame(vm, generator);
        tell_stray_stop(vm);
        return GB_UNSET_VALUE;
    }
    return raise_inside(vm, generator);
}

gb_value gb_generator_close(gb_vm *vm, gb_value self)
{
    gb_generator *generator = gb_generator_peek(self);
    if (!can_run(vm, generator)) return GB_UNSET_VALUE;
    if (!generator->frame) return GB_NONE_VALUE;
    if (!generator->started) {
        drop_frame(vm, generator);
        return GB_NONE_VALUE;
    }
    gb_value v = gb_generator_throw(vm, self, gb_type_value(vm->exceptions[GB_EXC_GeneratorExit]));
    if (!gb_is_unset(v)) {
        gb_unref(v);
        return gb_raise(vm, GB_EXC_RuntimeError, "generator ignored GeneratorExit");
    }
    if (!gb_exception_is(vm, GB_EXC_GeneratorExit) && !gb_exception_is(vm, GB_EXC_StopIteration))
        return GB_UNSET_VALUE;
    gb_exception_clear(vm);
    return GB_NONE_VALUE;
}

/* --- the type
 * ---------------------------------------------------------------------------------------------- */

static gb_value method_send(gb_vm *vm, gb_value *args)
{
    return gb_generator_send(vm, args[0], args[1]);
}

static gb_value method_throw(gb_vm *vm, gb_value *args)
{
    gb_type *base = vm->exceptions[GB_EXC_BaseException];
    if (!gb_is_exception(args[1]) &&
        !(gb_is_type(args[1]) && gb_type_is_subtype(gb_type_peek(args[1]), base)))
        return gb_raise(vm, GB_EXC_TypeError,
                        "exceptions must be classes or instances deriving from BaseException, "
                        "not %s",
                        gb_type_name(vm, args[1]));
    if (gb_is_type(args[1]) && !gb_is_none(args[2]) && !gb_is_unset(args[2])) {
        if (gb_is_exception(args[2])) return gb_generator_throw(vm, args[0], args[2]);
        gb_value exception = gb_call(vm, args[1], &args[2], 1);
        if (gb_is_unset(exception)) return exception;
        gb_value v = gb_generator_throw(vm, args[0], exception);
        gb_unref(exception);
        return v;
    }
    return gb_generator_throw(vm, args[0], args[1]);
}

static gb_value method_close(gb_vm *vm, gb_value *args)
{
    return gb_generator_close(vm, args[0]);
}

static const gb_native methods[] = {
    {"send", method_send, "value, /", GB_TAKES_GRAPH, "Resumes with this value of the yield."},
    {"throw", method_throw, "type, value=?, traceback=?, /", 0, "Raises inside the generator."},
    {"close", method_close, "", 0, "Raises GeneratorExit inside the generator."},
    {0}};

static gb_value get_name(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_generator_peek(self)->name);
}

static gb_value get_qualname(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(gb_generator_peek(self)->qualname);
}

static gb_value get_running(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_bool(gb_generator_peek(self)->running);
}

/* Only whether it is None is of use: it tells that the generator has ended. */
static gb_value get_frame(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_generator_peek(self)->frame ? GB_TRUE_VALUE : GB_NONE_VALUE;
}

static const gb_attribute attributes[] = {{"__name__", get_name, NULL, NULL},
                                          {"__qualname__", get_qualname, NULL, NULL},
                                          {"gi_running", get_running, NULL, NULL},
                                          {"gi_frame", get_frame, NULL, NULL},
                                          {0}};

static gb_value generator_iter(gb_vm *vm, gb_value self)
{
    (void)vm;
    return gb_ref(self);
}

static gb_value generator_repr(gb_vm *vm, gb_value self)
{
    return gb_str_format(vm, "<generator object %s at 0x%012llx>",
                         gb_str_data(gb_generator_peek(self)->qualname),
                         (unsigned long long)(uintptr_t)self.o);
}

/* A suspended generator that goes away runs its finally blocks. */
static void generator_release(gb_object *self)
{
    gb_generator *generator = (gb_generator *)(void *)self;
    gb_vm *vm = self->type->vm;
    if (generator->frame && generator->started && !vm->closing) {
        gb_value raised = gb_exception_take(vm);
        self->refs = 2;
        gb_unref(gb_generator_close(vm, gb_object_peek(GB_GENERATOR, self)));
        gb_exception_clear(vm);
        vm->exception = raised;
    }
    drop_frame(vm, generator);
    gb_unref(generator->name);
    gb_unref(generator->qualname);
    gb_unref(generator->handled);
    gb_unref(generator->outer);
}

static void generator_traverse(gb_object *self, gb_visit visit, void *context)
{
    gb_generator *generator = (gb_generator *)(void *)self;
    gb_frame *frame = generator->frame;
    visit(generator->handled, context);
    if (!frame || generator->running) return;
    for (gb_value *slot = frame->slots; slot < frame->sp; slot++)
        visit(*slot, context);
    if (frame->function) visit(gb_object_peek(GB_FUNCTION, frame->function), context);
}

static void generator_clear(gb_object *self)
{
    gb_generator *generator = (gb_generator *)(void *)self;
    if (!generator->running) drop_frame(self->type->vm, generator);
}

const gb_type_spec gb_spec_generator = {
    .name = "generator",
    .size = sizeof(gb_generator),
    .tag = GB_GENERATOR,
    .flags = GB_TYPE_FINAL | GB_TYPE_NO_MAKE,
    .methods = methods,
    .attributes = attributes,
    .slots = {.release = generator_release,
              .traverse = generator_traverse,
              .clear = generator_clear,
              .repr = generator_repr,
              .iter = generator_iter,
              .next = generator_next},
};
