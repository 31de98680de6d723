/* torch.Size, and the named tuples of results: torch.return_types.topk(values=..., indices=...). */
#include "kernel/lang/torch/state.h"

#include <stdio.h>
#include <string.h>

/* Declared where the VM keeps its own types. */
extern const gb_type_spec gb_spec_tuple;

/* --- Size
 * ------------------------------------------------------------------------------------------- */

gb_value gb_size_value(gb_vm *vm, const int64_t *sizes, size_t dim)
{
    enum { USUAL = 16 };
    gb_value items[USUAL], tuple = GB_UNSET_VALUE;
    gb_type *type = gb_type_make(vm, &gb_size_spec);
    if (!type) return GB_UNSET_VALUE;
    for (size_t i = 0; i < dim && dim <= USUAL; i++)
        items[i] = gb_int(sizes[i]);
    if (dim <= USUAL) return gb_tuple_of_type(vm, type, items, dim);
    tuple = gb_tuple_new(vm, dim);
    for (size_t i = 0; !gb_is_unset(tuple) && i < dim; i++)
        gb_tuple_peek(tuple)->items[i] = gb_int(sizes[i]);
    gb_value size =
        gb_is_unset(tuple) ? tuple : gb_tuple_of_type(vm, type, gb_tuple_peek(tuple)->items, dim);
    gb_unref(tuple);
    return size;
}

/* A plain tuple of ints as a Size; takes it over. */
static gb_value size_from_take(gb_vm *vm, gb_value tuple)
{
    gb_type *type = gb_type_make(vm, &gb_size_spec);
    if (gb_is_unset(tuple) || !type || !gb_is_tuple(tuple)) return tuple;
    gb_value size =
        gb_tuple_of_type(vm, type, gb_tuple_peek(tuple)->items, gb_tuple_peek(tuple)->count);
    gb_unref(tuple);
    return size;
}

static gb_value size_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value iterable, out = GB_UNSET_VALUE;
    int64_t ignored;
    if (!gb_bind(vm, "Size", "iterable=(), /", args, &iterable)) return out;
    gb_value tuple = gb_to_tuple(vm, iterable);
    gb_unref(iterable);
    bool ok = !gb_is_unset(tuple);
    size_t at = 0;
    for (size_t i = 0; ok && i < gb_tuple_peek(tuple)->count; i++) {
        at = i;
        gb_value item = gb_tuple_peek(tuple)->items[i];
        ok = gb_is_int(item) || gb_to_int64(vm, item, &ignored);
        if (ok && !gb_is_int(item))
            gb_replace_take(&gb_tuple_peek(tuple)->items[i], gb_int(ignored));
    }
    if (ok)
        out = gb_tuple_of_type(vm, cls, gb_tuple_peek(tuple)->items, gb_tuple_peek(tuple)->count);
    else if (!gb_is_unset(tuple))
        gb_raise(vm, GB_EXC_TypeError, "torch.Size() takes an iterable of 'int' (item %zu is '%s')",
                 at, gb_type_name(vm, gb_tuple_peek(tuple)->items[at]));
    gb_unref(tuple);
    return out;
}

static gb_value size_repr(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    const gb_tuple *tuple = gb_tuple_peek(self);
    gb_buffer_text(&b, "torch.Size([");
    for (size_t i = 0; i < tuple->count; i++) {
        gb_value text = gb_repr(vm, tuple->items[i]);
        if (gb_is_unset(text)) {
            gb_buffer_release(&b);
            return text;
        }
        gb_buffer_format(&b, "%s%s", i ? ", " : "", gb_str_data(text));
        gb_unref(text);
    }
    gb_buffer_text(&b, "])");
    return gb_str_from_buffer(vm, &b);
}

static gb_value size_getitem(gb_vm *vm, gb_value self, gb_value key)
{
    gb_value got = gb_spec_tuple.slots.getitem(vm, self, key);
    return gb_is_slice(key) ? size_from_take(vm, got) : got;
}

static gb_value size_binary(gb_vm *vm, gb_binary op, gb_value a, gb_value b)
{
    gb_value got = gb_spec_tuple.slots.binary(vm, op, a, b);
    return got.tag == GB_NOT_IMPLEMENTED ? got : size_from_take(vm, got);
}

static gb_value size_numel(gb_vm *vm, gb_value *args)
{
    int64_t n = 1, length;
    const gb_tuple *tuple = gb_tuple_peek(args[0]);
    for (size_t i = 0; i < tuple->count; i++) {
        if (!gb_to_int64(vm, tuple->items[i], &length)) return GB_UNSET_VALUE;
        if (__builtin_mul_overflow(n, length, &n))
            return gb_raise(vm, GB_EXC_OverflowError, "numel: more than 64 bits");
    }
    return gb_int(n);
}

static const gb_native size_methods[] = {
    {"numel", size_numel, "", 0, "Elements of a tensor of this size."},
    {0},
};

const gb_type_spec gb_size_spec = {
    .name = "Size",
    .module = "torch",
    .shown = "torch.Size",
    .doc = "Size(iterable=(), /)\n\nLengths of a tensor's dimensions: a tuple of ints.",
    .tag = GB_TUPLE,
    .base = &gb_spec_tuple,
    .methods = size_methods,
    .slots = {.make = size_make, .repr = size_repr, .getitem = size_getitem, .binary = size_binary},
};

/* --- named results
 * ---------------------------------------------------------------------------------- */

static gb_value results_fields(gb_vm *vm, gb_value self)
{
    return gb_getattr_text(vm, gb_type_value(self.o->type), "__match_args__");
}

static gb_value results_repr(gb_vm *vm, gb_value self)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_value fields = results_fields(vm, self);
    bool ok = !gb_is_unset(fields);
    if (ok) gb_buffer_format(&b, "torch.return_types.%s(\n", gb_str_data(self.o->type->name));
    for (size_t i = 0; ok && i < gb_tuple_peek(self)->count; i++) {
        gb_value text = gb_repr(vm, gb_tuple_peek(self)->items[i]);
        ok = !gb_is_unset(text);
        if (ok)
            gb_buffer_format(&b, "%s%s=%s", i ? ",\n" : "",
                             gb_str_data(gb_tuple_peek(fields)->items[i]), gb_str_data(text));
        gb_unref(text);
    }
    gb_unref(fields);
    gb_buffer_char(&b, ')');
    if (ok) return gb_str_from_buffer(vm, &b);
    gb_buffer_release(&b);
    return GB_UNSET_VALUE;
}

/* torch.return_types.max((values, indices)). */
static gb_value results_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value fields = gb_getattr_text(vm, gb_type_value(cls), "__match_args__");
    if (gb_is_unset(fields)) return fields;
    size_t wanted = gb_tuple_peek(fields)->count;
    gb_unref(fields);
    if (args->count != 1)
        return gb_raise(vm, GB_EXC_TypeError,
                        "structseq() missing required argument 'sequence' "
                        "(pos 1)");
    gb_value items = gb_to_tuple(vm, args->values[0]), out = items;
    if (gb_is_unset(items)) return items;
    size_t given = gb_tuple_peek(items)->count;
    if (given != wanted)
        out = gb_raise(vm, GB_EXC_TypeError,
                       "torch.return_types.%s() takes a %zu-sequence (%zu-sequence given)",
                       gb_str_data(cls->name), wanted, given);
    else
        out = gb_tuple_of_type(vm, cls, gb_tuple_peek(items)->items, given);
    gb_unref(items);
    return out;
}

static const gb_type_spec results_spec = {
    .name = "structseq",
    .module = "torch.return_types",
    .doc = "Several results, by position and by name.",
    .tag = GB_TUPLE,
    .base = &gb_spec_tuple,
    .slots = {.make = results_make, .repr = results_repr},
};

/* `values` of a named result: item `index` of the instance. */
typedef struct field_object {
    gb_object head;
    size_t index;
} field_object;

static gb_value field_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    (void)vm, (void)owner;
    size_t index = ((field_object *)(void *)self.o)->index;
    if (gb_is_unset(instance) || index >= gb_tuple_peek(instance)->count) return gb_ref(self);
    return gb_ref(gb_tuple_peek(instance)->items[index]);
}

static bool field_set(gb_vm *vm, gb_value self, gb_value instance, gb_value value)
{
    (void)self, (void)instance, (void)value;
    return gb_raise_false(vm, GB_EXC_AttributeError, "readonly attribute");
}

static const gb_type_spec field_spec = {
    .name = "member_descriptor",
    .doc = "One of several results.",
    .size = sizeof(field_object),
    .flags = GB_TYPE_NO_MAKE | GB_TYPE_ATOMIC,
    .slots = {.get = field_get, .set = field_set},
};

static bool add_field(gb_vm *vm, gb_type *cls, gb_value name, size_t index)
{
    gb_type *type = gb_type_make(vm, &field_spec);
    gb_value field = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(field)) return false;
    ((field_object *)(void *)field.o)->index = index;
    bool ok = gb_type_set(vm, cls, name, field);
    gb_unref(field);
    return ok;
}

static bool add_counts(gb_vm *vm, gb_type *cls, size_t count)
{
    static const char *const names[] = {"n_fields", "n_sequence_fields", "n_unnamed_fields"};
    for (size_t i = 0; i < 3; i++) {
        gb_value name = gb_str_intern(vm, names[i]);
        bool ok = gb_type_set(vm, cls, name, gb_int(i < 2 ? (int64_t)count : 0));
        gb_unref(name);
        if (!ok) return false;
    }
    return true;
}

static bool add_fields(gb_vm *vm, gb_type *cls, const gb_overload *overload, size_t count)
{
    gb_value fields = gb_tuple_new(vm, count), key = gb_str_intern(vm, "__match_args__");
    bool ok = !gb_is_unset(fields) && !gb_is_unset(key);
    for (size_t i = 0; ok && i < count; i++) {
        gb_value name = gb_str_text_new(vm, gb_overload_result_name(overload, i));
        ok = !gb_is_unset(name) && add_field(vm, cls, name, i);
        if (ok) gb_tuple_peek(fields)->items[i] = gb_ref(name);
        gb_unref(name);
    }
    ok = ok && gb_type_set(vm, cls, key, fields) && add_counts(vm, cls, count);
    cls->shown = gb_str_format(vm, "torch.return_types.%s", gb_str_data(cls->name));
    ok = ok && !gb_is_unset(cls->shown);
    gb_unref(fields);
    gb_unref(key);
    return ok;
}

/* The class of an operator's results: `max`, and `max_out` for what was written to out=. */
static gb_type *results_class(gb_vm *vm, const gb_overload *overload, size_t count)
{
    char name[128];
    const char *op = gb_op_short_name(gb_overload_op(overload));
    bool out = gb_overload_mutates(overload) && op[strlen(op) - 1] != '_';
    snprintf(name, sizeof name, "%s%s", op, out ? "_out" : "");
    gb_torch_state *state = gb_torch_state_of(vm);
    gb_type *base = state ? gb_type_make(vm, &results_spec) : NULL;
    bool fresh;
    gb_type *cls = base ? gb_torch_class(vm, &state->results, name, name, base, &fresh) : NULL;
    return cls && (!fresh || add_fields(vm, cls, overload, count)) ? cls : NULL;
}

static bool has_names(const gb_overload *overload)
{
    size_t count = gb_overload_result_count(overload);
    for (size_t i = 0; i < count; i++)
        if (!gb_overload_result_name(overload, i)[0]) return false;
    return count > 1;
}

gb_value gb_torch_results_class(gb_vm *vm, gb_value module, gb_value name)
{
    char op_name[128];
    (void)module;
    snprintf(op_name, sizeof op_name, "%s", gb_str_data(name));
    size_t n = strlen(op_name);
    bool out = n > 4 && !strcmp(op_name + n - 4, "_out");
    if (out) op_name[n - 4] = '\0';
    const gb_op *op = strncmp(op_name, "__", 2) != 0 ? gb_op_lookup(op_name) : NULL;
    for (size_t i = 0; op && i < gb_op_overload_count(op); i++) {
        const gb_overload *o = gb_op_overload(op, i);
        if (gb_overload_mutates(o) != out || !has_names(o)) continue;
        gb_type *cls = results_class(vm, o, gb_overload_result_count(o));
        return cls ? gb_ref(gb_type_value(cls)) : GB_UNSET_VALUE;
    }
    return GB_UNSET_VALUE;
}

gb_value gb_torch_results_take(gb_vm *vm, const gb_overload *overload, gb_value *items,
                               size_t count)
{
    gb_value out = GB_UNSET_VALUE;
    bool named = count > 1 && has_names(overload);
    gb_type *cls = named ? results_class(vm, overload, count) : NULL;
    if (cls)
        out = gb_tuple_of_type(vm, cls, items, count);
    else if (!named)
        out = gb_tuple_from(vm, items, count);
    for (size_t i = 0; i < count; i++)
        gb_unref(items[i]);
    return out;
}
