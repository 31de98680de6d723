/* Inputs and outputs with structure. See form.h. */
#include "kernel/lang/trace/form.h"

enum { DEEPEST = 16 };

/* --- reading
 * -----------------------------------------------------------------------------------------------
 */

static gb_value read_form(gb_trace *trace, const gb_form *form, int depth);

static gb_value read_tuple(gb_trace *trace, const gb_form *form, int depth)
{
    gb_value tuple = gb_tuple_new(trace->vm, (size_t)form->count);
    for (int32_t i = 0; !gb_is_unset(tuple) && i < form->count; i++) {
        gb_value item = read_form(trace, &form->items[i], depth + 1);
        if (gb_is_unset(item))
            gb_clear(&tuple);
        else
            gb_replace_take(&gb_tuple_peek(tuple)->items[i], item);
    }
    return tuple;
}

static gb_value read_dict(gb_trace *trace, const gb_form *form, int depth)
{
    gb_value dict = gb_dict_new(trace->vm);
    for (int32_t i = 0; !gb_is_unset(dict) && i < form->count; i++) {
        gb_value item = read_form(trace, &form->items[i], depth + 1);
        if (!gb_dict_set_text_take(trace->vm, dict, form->names[i], item)) gb_clear(&dict);
    }
    return dict;
}

/* An object of a class of transformers: modules/transformers/modeling_outputs.py makes it. */
static gb_value make_record(gb_trace *trace, const char *maker, const char *cls, gb_value fields)
{
    gb_vm *vm = trace->vm;
    gb_value module = gb_import(vm, "transformers.modeling_outputs"), out = GB_UNSET_VALUE;
    gb_value args[] = {gb_str_text_new(vm, cls), fields};
    if (!gb_is_unset(module) && !gb_is_unset(args[0]))
        out = gb_call_method(vm, module, maker, args, gb_is_unset(fields) ? 1 : 2);
    gb_unref(args[0]);
    gb_unref(module);
    return out;
}

static gb_value read_record(gb_trace *trace, const gb_form *form, int depth)
{
    gb_value fields = read_dict(trace, form, depth);
    gb_value out = gb_is_unset(fields) ? fields : make_record(trace, "record", form->cls, fields);
    gb_unref(fields);
    return out;
}

static gb_value read_form(gb_trace *trace, const gb_form *form, int depth)
{
    if (depth > DEEPEST)
        return gb_raise(trace->vm, GB_EXC_RecursionError, "a module's structure is too deep");
    switch (form->kind) {
    case GB_FORM_NONE: return GB_NONE_VALUE;
    case GB_FORM_BOOL: return gb_bool(form->number != 0);
    case GB_FORM_INT: return gb_int(form->number);
    case GB_FORM_TENSOR: return gb_trace_read(trace, form->place);
    case GB_FORM_TUPLE: return read_tuple(trace, form, depth);
    case GB_FORM_DICT: return read_dict(trace, form, depth);
    case GB_FORM_RECORD: return read_record(trace, form, depth);
    case GB_FORM_OBJECT: return make_record(trace, "opaque", form->cls, GB_UNSET_VALUE);
    }
    return GB_NONE_VALUE;
}

gb_value gb_form_read(gb_trace *trace, const gb_form *form)
{
    return read_form(trace, form, 0);
}

/* --- assigning
 * -----------------------------------------------------------------------------------------------
 */

static bool assign_form(gb_trace *trace, const gb_form *form, gb_value value, bool skip, int depth);

static bool assign_items(gb_trace *trace, const gb_form *form, gb_value value, bool skip, int depth)
{
    size_t count;
    gb_value *items = gb_items_peek(value, &count);
    if (count > (size_t)form->count)
        return gb_raise_false(trace->vm, GB_EXC_ValueError,
                              "a tuple of %d is wanted here, not one of %zu", (int)form->count,
                              count);
    for (size_t i = 0; i < count; i++)
        if (!assign_form(trace, &form->items[i], items[i], skip, depth + 1)) return false;
    return true;
}

static bool assign_named(gb_trace *trace, const gb_form *form, gb_value dict, bool skip, int depth)
{
    for (int32_t i = 0; i < form->count; i++) {
        gb_value item = gb_dict_get_text_peek(trace->vm, dict, form->names[i]);
        if (!gb_is_unset(item) && !assign_form(trace, &form->items[i], item, skip, depth + 1))
            return false;
    }
    return true;
}

/* A single value for a structure is meant for its first tensor. */
static bool assign_first(gb_trace *trace, const gb_form *form, gb_value value, bool skip, int depth)
{
    for (int32_t i = 0; i < form->count; i++)
        if (form->items[i].kind == GB_FORM_TENSOR)
            return assign_form(trace, &form->items[i], value, skip, depth + 1);
    return gb_raise_false(trace->vm, GB_EXC_TypeError, "there is no tensor to assign to here");
}

/* The fields of a record of transformers, as a dict; unset (no exception) for any other value. */
static gb_value fields_of(gb_vm *vm, gb_value value)
{
    if (gb_is_dict(value)) return gb_ref(value);
    gb_value dict = value.tag == GB_INSTANCE ? gb_instance_dict_peek(vm, value) : GB_UNSET_VALUE;
    return gb_is_unset(dict) ? dict : gb_ref(dict);
}

static bool assign_form(gb_trace *trace, const gb_form *form, gb_value value, bool skip, int depth)
{
    if (depth > DEEPEST)
        return gb_raise_false(trace->vm, GB_EXC_RecursionError, "a module's structure is too deep");
    if (form->kind == GB_FORM_TENSOR) {
        if (!gb_is_sequence(value)) return gb_trace_assign(trace, form->place, value, skip);
        return gb_raise_false(trace->vm, GB_EXC_TypeError,
                              "this is one tensor, not a tuple: assign the tensor itself");
    }
    if (form->kind < GB_FORM_TUPLE || form->kind == GB_FORM_OBJECT)
        return true; /* nothing of the run's */
    if (gb_is_sequence(value)) return assign_items(trace, form, value, skip, depth);
    gb_value fields = form->kind == GB_FORM_TUPLE ? GB_UNSET_VALUE : fields_of(trace->vm, value);
    bool ok = gb_is_unset(fields) ? assign_first(trace, form, value, skip, depth)
                                  : assign_named(trace, form, fields, skip, depth);
    gb_unref(fields);
    return ok;
}

bool gb_form_assign(gb_trace *trace, const gb_form *form, gb_value value, bool skip)
{
    return assign_form(trace, form, value, skip, 0);
}
