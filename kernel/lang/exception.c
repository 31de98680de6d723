/* Raising: exceptions as objects, their classes, chaining, tracebacks as data.
 * The attributes and texts of the single classes are in types/exception.c. */
#include "kernel/lang/exception.h"

#include "kernel/lang/frame.h"

#include <stdio.h>

/* --- making
 * ------------------------------------------------------------------------------------------ */

gb_value gb_exception_new(gb_vm *vm, gb_type *cls, gb_value arg)
{
    gb_value args = gb_is_unset(arg) ? gb_ref(vm->empty_tuple) : gb_tuple_of(vm, 1, arg);
    if (gb_is_unset(args)) return args;
    gb_value v = gb_instance_new(vm, cls);
    if (gb_is_unset(v))
        gb_unref(args);
    else
        gb_exception_object(v)->args = args;
    return v;
}

gb_type *gb_exception_type(gb_vm *vm, gb_exception_class cls)
{
    return vm->exceptions[cls];
}

void gb_raise_take(gb_vm *vm, gb_value exception)
{
    gb_value context = vm->handled;
    if (gb_is_exception(context) && context.o != exception.o) {
        gb_exception *e = gb_exception_object(exception);
        bool circular = false;
        for (gb_value c = context; gb_is_exception(c); c = gb_exception_object(c)->context)
            if (c.o == exception.o) circular = true;
        if (gb_is_unset(e->context) && !circular) e->context = gb_ref(context);
    }
    gb_replace_take(&vm->exception, exception);
}

static void raise_text(gb_vm *vm, gb_exception_class cls, const char *format, va_list args)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_format_v(&b, format, args);
    gb_value text = b.size ? gb_str_from_buffer(vm, &b) : GB_UNSET_VALUE;
    gb_buffer_release(&b);
    gb_value exception = gb_exception_new(vm, vm->exceptions[cls], text);
    gb_unref(text);
    if (gb_is_unset(exception)) return; /* no memory: that is what is raised */
    gb_raise_take(vm, exception);
}

gb_value gb_raise(gb_vm *vm, gb_exception_class cls, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    raise_text(vm, cls, format, args);
    va_end(args);
    return GB_UNSET_VALUE;
}

bool gb_raise_false(gb_vm *vm, gb_exception_class cls, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    raise_text(vm, cls, format, args);
    va_end(args);
    return false;
}

int gb_raise_minus(gb_vm *vm, gb_exception_class cls, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    raise_text(vm, cls, format, args);
    va_end(args);
    return -1;
}

gb_value gb_raise_value(gb_vm *vm, gb_value exception)
{
    gb_raise_from(vm, exception, GB_UNSET_VALUE);
    return GB_UNSET_VALUE;
}

/* An instance of what stands after `raise`; owned; unset with TypeError. */
static gb_value instance_of(gb_vm *vm, gb_value v, const char *otherwise)
{
    if (gb_is_exception(v)) return gb_ref(v);
    gb_type *base = vm->exceptions[GB_EXC_BaseException];
    if (gb_is_type(v) && gb_type_is_subtype(gb_type_peek(v), base)) {
        gb_value made = gb_call(vm, v, NULL, 0);
        if (gb_is_unset(made) || gb_is_exception(made)) return made;
        gb_raise(vm, GB_EXC_TypeError,
                 "calling %s should have returned an instance of BaseException, not %s",
                 gb_str_data(gb_type_peek(v)->name), gb_type_name(vm, made));
        gb_unref(made);
        return GB_UNSET_VALUE;
    }
    return gb_raise(vm, GB_EXC_TypeError, "%s", otherwise);
}

void gb_raise_from(gb_vm *vm, gb_value value, gb_value cause)
{
    gb_value exception = instance_of(vm, value, "exceptions must derive from BaseException");
    if (gb_is_unset(exception)) return;
    if (!gb_is_unset(cause)) {
        gb_exception *e = gb_exception_object(exception);
        gb_value origin = GB_UNSET_VALUE;
        if (!gb_is_none(cause)) {
            origin = instance_of(vm, cause, "exception causes must derive from BaseException");
            if (gb_is_unset(origin)) {
                gb_unref(exception);
                return;
            }
        }
        gb_replace_take(&e->cause, origin);
        e->suppress_context = true;
    }
    gb_raise_take(vm, exception);
}

gb_value gb_raise_error(gb_vm *vm, const gb_error *err)
{
    gb_type *type = vm->exceptions[GB_EXC_RuntimeError];
    const char *name = gb_error_class_name(err->cls);
    for (int i = 0; i < GB_EXC_COUNT; i++)
        if (name && strcmp(gb_str_data(vm->exceptions[i]->name), name) == 0)
            type = vm->exceptions[i];
    gb_value text = err->message[0] ? gb_str_text_new(vm, err->message) : GB_UNSET_VALUE;
    gb_value exception = gb_exception_new(vm, type, text);
    gb_unref(text);
    if (gb_is_unset(exception)) return exception;
    gb_exception_object(exception)->span = err->span;
    gb_raise_take(vm, exception);
    return GB_UNSET_VALUE;
}

bool gb_raise_error_false(gb_vm *vm, const gb_error *err)
{
    gb_raise_error(vm, err);
    return false;
}

static gb_value raise_named(gb_vm *vm, gb_exception_class cls, gb_value text, gb_value name,
                            gb_value obj)
{
    if (gb_is_unset(text)) return text;
    gb_value exception = gb_exception_new(vm, vm->exceptions[cls], text);
    gb_unref(text);
    if (gb_is_unset(exception)) return exception;
    gb_exception_object(exception)->name = gb_ref(name);
    gb_exception_object(exception)->obj = gb_ref(obj);
    gb_raise_take(vm, exception);
    return GB_UNSET_VALUE;
}

gb_value gb_raise_attribute(gb_vm *vm, gb_value self, gb_value name)
{
    if (vm->hooks.missing_attribute) {
        gb_value v = vm->hooks.missing_attribute(vm->hooks.context, vm, self, name);
        if (!gb_is_unset(v) || !gb_is_unset(vm->exception)) return v;
    }
    gb_value text;
    if (gb_is_type(self))
        text = gb_str_format(vm, "type object '%s' has no attribute '%s'",
                             gb_str_data(gb_type_peek(self)->name), gb_str_data(name));
    else if (gb_is_module(self))
        text = gb_module_missing_text(vm, self, name);
    else
        text = gb_str_format(vm, "'%s' object has no attribute '%s'", gb_type_name(vm, self),
                             gb_str_data(name));
    return raise_named(vm, GB_EXC_AttributeError, text, name, self);
}

gb_value gb_raise_name(gb_vm *vm, gb_exception_class cls, const char *format, gb_value name)
{
    char text[512];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(text, sizeof text, format, gb_str_data(name));
#pragma GCC diagnostic pop
    /* The globals in scope go along, for suggestions. */
    gb_value scope = vm->frame ? gb_object_peek(GB_DICT, vm->frame->globals) : GB_UNSET_VALUE;
    return raise_named(vm, cls, gb_str_text_new(vm, text), name, scope);
}

gb_value gb_raise_key(gb_vm *vm, gb_value key)
{
    gb_value exception = gb_exception_new(vm, vm->exceptions[GB_EXC_KeyError], key);
    if (!gb_is_unset(exception)) gb_raise_take(vm, exception);
    return GB_UNSET_VALUE;
}

gb_value gb_raise_range(gb_vm *vm)
{
    enum { RANGE = 34 };
    gb_value text = gb_str_intern(vm, "Numerical result out of range");
    gb_value exception = gb_is_unset(text)
                             ? text
                             : gb_call(vm, gb_type_value(vm->exceptions[GB_EXC_OverflowError]),
                                       (gb_value[]){gb_int(RANGE), text}, 2);
    gb_unref(text);
    if (!gb_is_unset(exception)) gb_raise_take(vm, exception);
    return GB_UNSET_VALUE;
}

void gb_raise_stop(gb_vm *vm, gb_value value)
{
    gb_value exception = gb_exception_new(vm, vm->exceptions[GB_EXC_StopIteration],
                                          gb_is_none(value) ? GB_UNSET_VALUE : value);
    if (!gb_is_unset(exception)) gb_raise_take(vm, exception);
}

gb_value gb_stop_value(gb_vm *vm, gb_value exception)
{
    (void)vm;
    gb_tuple *args = gb_tuple_peek(gb_exception_object(exception)->args);
    return args->count ? gb_ref(args->items[0]) : GB_NONE_VALUE;
}

/* --- the pending exception
 * ------------------------------------------------------------------------------ */

gb_value gb_exception_peek(gb_vm *vm)
{
    return vm->exception;
}

bool gb_exception_is(gb_vm *vm, gb_exception_class cls)
{
    return gb_is_exception(vm->exception) &&
           gb_type_is_subtype(vm->exception.o->type, vm->exceptions[cls]);
}

gb_value gb_exception_take(gb_vm *vm)
{
    gb_value exception = vm->exception;
    vm->exception = GB_UNSET_VALUE;
    return exception;
}

void gb_exception_clear(gb_vm *vm)
{
    gb_clear(&vm->exception);
}

int gb_exception_matches(gb_vm *vm, gb_value exception, gb_value cls)
{
    static const char *const wrong =
        "catching classes that do not inherit from BaseException is not allowed";
    gb_type *base = vm->exceptions[GB_EXC_BaseException];
    if (gb_is_tuple(cls)) {
        gb_tuple *classes = gb_tuple_peek(cls);
        for (size_t i = 0; i < classes->count; i++) {
            gb_value one = classes->items[i];
            if (!gb_is_type(one) || !gb_type_is_subtype(gb_type_peek(one), base))
                return gb_raise_minus(vm, GB_EXC_TypeError, "%s", wrong);
            if (gb_type_is_subtype(exception.o->type, gb_type_peek(one))) return 1;
        }
        return 0;
    }
    if (!gb_is_type(cls) || !gb_type_is_subtype(gb_type_peek(cls), base))
        return gb_raise_minus(vm, GB_EXC_TypeError, "%s", wrong);
    return gb_type_is_subtype(exception.o->type, gb_type_peek(cls));
}

/* --- where it happened
 * ------------------------------------------------------------------------------------- */

void gb_exception_pass(gb_vm *vm, const gb_frame *frame)
{
    if (!gb_is_exception(vm->exception)) return;
    gb_exception *e = gb_exception_object(vm->exception);
    uint32_t at = (uint32_t)(frame->ip - frame->linked->instructions);
    if (!gb_grow(&e->points, &e->point_capacity, e->point_count + 1, sizeof *e->points, NULL))
        return;
    e->points[e->point_count++] =
        (gb_trace_point){frame->linked, gb_code_ref(frame->linked->code), at};
}

/* An error with a place of its own (of a graph's node, which failed when its block had ended)
 * points there, where that is in the text of the frame. */
static void move_to_own_place(const gb_exception *e, gb_trace_entry *entries, size_t count)
{
    for (size_t i = 0; i < e->point_count && i < count; i++) {
        const gb_code *code = e->points[i].code;
        gb_trace_entry *entry = &entries[count - 1 - i];
        for (uint32_t k = 0; code->source == e->span.source && k < code->instruction_count; k++) {
            if (code->ranges[k].start != e->span.start || code->ranges[k].end != e->span.end)
                continue;
            entry->span = e->span;
            entry->line = code->lines[k];
            return;
        }
    }
}

gb_trace_entry *gb_traceback(gb_vm *vm, gb_value exception, size_t *count)
{
    (void)vm;
    const gb_exception *e = gb_exception_object(exception);
    *count = 0;
    gb_trace_entry *entries = gb_calloc(e->point_count + 1, sizeof *entries, NULL);
    if (!entries) return NULL;
    for (size_t i = e->point_count; i-- > 0;) {
        const gb_trace_point *point = &e->points[i];
        gb_range range = point->code->ranges[point->instruction];
        entries[(*count)++] = (gb_trace_entry){
            .name = point->code->name,
            .span = {point->code->source, range.start, range.end},
            .line = point->code->lines[point->instruction],
            .library = point->code->source >= GB_LIBRARY_SOURCES,
        };
    }
    if (e->span.source) move_to_own_place(e, entries, *count);
    return entries;
}

gb_value gb_exception_line(gb_vm *vm, gb_value exception)
{
    gb_type *type = exception.o->type;
    gb_value text = gb_to_str(vm, exception);
    if (gb_is_unset(text)) {
        gb_exception_clear(vm);
        text = gb_str_text_new(vm, "<exception str() failed>");
    }
    bool builtin = gb_is_unset(type->module) || gb_str_is(type->module, "builtins") ||
                   gb_str_is(type->module, "__main__");
    gb_buffer b = GB_BUFFER_INIT;
    if (!builtin && gb_is_str(type->module)) gb_buffer_format(&b, "%s.", gb_str_data(type->module));
    gb_buffer_text(&b, gb_str_data(type->qualname));
    if (gb_str_size(text)) {
        gb_buffer_text(&b, ": ");
        gb_buffer_put(&b, gb_str_data(text), gb_str_size(text));
    }
    gb_unref(text);
    gb_dict **dict = gb_instance_dict_place(exception.o);
    gb_value notes =
        dict && *dict ? gb_dict_find_name(*dict, GB_NAME_OF(vm, __notes__)) : GB_UNSET_VALUE;
    for (size_t i = 0; gb_is_list(notes) && i < gb_list_peek(notes)->count; i++) {
        gb_value note = gb_list_peek(notes)->items[i];
        if (gb_is_str(note)) gb_buffer_format(&b, "\n%s", gb_str_data(note));
    }
    return gb_str_from_buffer(vm, &b);
}

gb_value gb_exception_chain_peek(gb_value exception, bool *is_cause)
{
    const gb_exception *e = gb_exception_object(exception);
    *is_cause = gb_is_exception(e->cause);
    if (*is_cause) return e->cause;
    return e->suppress_context ? GB_UNSET_VALUE : e->context;
}

gb_span gb_exception_span(gb_value exception)
{
    return gb_is_exception(exception) ? gb_exception_object(exception)->span : (gb_span){0};
}

void gb_exception_to_error(gb_vm *vm, gb_error *err)
{
    gb_value exception = gb_exception_take(vm);
    if (!gb_is_exception(exception)) return;
    gb_error_class cls = GB_ERR_NONE;
    for (const gb_type *type = exception.o->type; type && cls == GB_ERR_NONE; type = type->base)
        cls = gb_error_class_find(gb_str_data(type->name));
    gb_value text = gb_to_str(vm, exception);
    size_t count;
    gb_trace_entry *entries = gb_traceback(vm, exception, &count);
    gb_span span = gb_exception_object(exception)->span;
    for (size_t i = 0; entries && !span.source && i < count; i++)
        if (!entries[i].library) span = entries[i].span;
    gb_fail_at(err, cls == GB_ERR_NONE ? GB_ERR_RUNTIME : cls, span, "%s",
               gb_is_unset(text) ? "" : gb_str_data(text));
    gb_exception_clear(vm);
    gb_free(entries);
    gb_unref(text);
    gb_unref(exception);
}
