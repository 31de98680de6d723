/* The longer instructions: functions, classes, exceptions, with, imports, match. See vm_ops.h. */
#include "kernel/lang/exception.h"
#include "kernel/lang/native_function.h"
#include "kernel/lang/vm_ops.h"

/* --- functions
 * -------------------------------------------------------------------------------------------- */

static gb_value make_closure(gb_vm *vm, gb_frame *frame, const gb_code *code)
{
    gb_value cells = gb_tuple_new(vm, code->free_count);
    for (uint32_t i = 0; i < code->free_count && !gb_is_unset(cells); i++)
        gb_tuple_peek(cells)->items[i] = gb_ref(frame->slots[code->captured[i]]);
    return cells;
}

gb_value gb_op_make_function(gb_vm *vm, gb_frame *frame, const gb_instr *ip, gb_value **sp)
{
    gb_code *code = frame->linked->code->codes[ip->a];
    gb_linked *linked = gb_link(vm, code);
    if (!linked) return GB_UNSET_VALUE;
    gb_value v = gb_function_new(vm, linked, gb_object_peek(GB_DICT, frame->globals));
    if (gb_is_unset(v)) return v;
    gb_function *f = gb_function_peek(v);
    if (ip->x & 4) f->annotations = *--*sp;
    if (ip->x & 2) f->keyword_defaults = *--*sp;
    if (ip->x & 1) f->defaults = *--*sp;
    if (!code->free_count) return v;
    f->closure = make_closure(vm, frame, code);
    if (!gb_is_unset(f->closure)) return v;
    gb_unref(v);
    return GB_UNSET_VALUE;
}

/* --- classes
 * ------------------------------------------------------------------------------------------------
 */

/* Bases that are no types say by __mro_entries__ what stands for them (Generic[T]). */
static gb_value resolve_bases(gb_vm *vm, gb_value bases)
{
    gb_value list = gb_list_new(vm, 0);
    gb_tuple *tuple = gb_tuple_peek(bases);
    bool ok = !gb_is_unset(list);
    for (size_t i = 0; ok && i < tuple->count; i++) {
        gb_value base = tuple->items[i];
        bool failed = false;
        gb_value hook = gb_is_type(base)
                            ? GB_UNSET_VALUE
                            : gb_getattr_optional(vm, base, "__mro_entries__", &failed);
        if (failed) {
            ok = false;
        } else if (gb_is_unset(hook)) {
            ok = gb_list_append(vm, list, base);
        } else {
            gb_value stands_for = gb_call(vm, hook, &bases, 1);
            ok = !gb_is_unset(stands_for) && gb_list_extend(vm, list, stands_for);
            gb_unref(stands_for);
        }
        gb_unref(hook);
    }
    gb_value result = ok ? gb_to_tuple(vm, list) : GB_UNSET_VALUE;
    gb_unref(list);
    return result;
}

static bool same_items(gb_value a, gb_value b)
{
    const gb_tuple *x = gb_tuple_peek(a), *y = gb_tuple_peek(b);
    if (x->count != y->count) return false;
    for (size_t i = 0; i < x->count; i++)
        if (!gb_same(x->items[i], y->items[i])) return false;
    return true;
}

/* metaclass= as given, or the class of the class to be made; borrowed. */
static gb_value choose_meta(gb_vm *vm, gb_value bases, gb_value keywords)
{
    gb_value given =
        gb_is_dict(keywords) ? gb_dict_get_text_peek(vm, keywords, "metaclass") : GB_UNSET_VALUE;
    if (!gb_is_unset(given) && !gb_is_type(given)) return given;
    const gb_tuple *tuple = gb_tuple_peek(bases);
    if (gb_is_unset(given) && tuple->count && !gb_is_type(tuple->items[0]))
        return gb_type_value(gb_type_of(vm, tuple->items[0])); /* an object makes its like */
    gb_type *best =
        gb_type_meta_of(vm, gb_is_unset(given) ? vm->types.type : gb_type_peek(given), bases);
    return best ? gb_type_value(best) : GB_UNSET_VALUE;
}

/* The keywords of a class statement but metaclass; owned; unset also when there are none. */
static gb_value other_keywords(gb_vm *vm, gb_value keywords)
{
    gb_value rest = gb_is_dict(keywords) ? gb_dict_copy(vm, keywords) : GB_UNSET_VALUE;
    if (!gb_is_unset(rest) && gb_dict_remove(vm, rest, GB_NAME_OF(vm, metaclass), NULL) < 0)
        gb_clear(&rest);
    return rest;
}

static gb_value prepare_space(gb_vm *vm, gb_value meta, gb_value parts[2], gb_value keywords)
{
    bool failed;
    if (gb_is_type(meta) && gb_type_peek(meta) == vm->types.type) return gb_dict_new(vm);
    gb_value hook = gb_getattr_optional(vm, meta, "__prepare__", &failed);
    if (failed) return GB_UNSET_VALUE;
    if (gb_is_unset(hook)) return gb_dict_new(vm);
    gb_value args = gb_tuple_from(vm, parts, 2);
    gb_value space = gb_is_unset(args) ? args : gb_call_spread(vm, hook, args, keywords);
    gb_unref(args);
    gb_unref(hook);
    if (gb_is_unset(space) || gb_is_dict(space)) return space;
    gb_raise(vm, GB_EXC_TypeError, "%s.__prepare__() must return a mapping, not %s",
             gb_is_type(meta) ? gb_str_data(gb_type_peek(meta)->name) : "<metaclass>",
             gb_type_name(vm, space));
    gb_unref(space);
    return GB_UNSET_VALUE;
}

/* Runs the body; its result is the __class__ cell or None. */
static gb_value run_body(gb_vm *vm, gb_value body, gb_value space)
{
    gb_function *f = gb_function_peek(body);
    gb_value module = gb_dict_find_name(gb_dict_peek(f->globals), GB_NAME_OF(vm, __name__));
    if (!gb_is_unset(module) && !gb_dict_set(vm, space, GB_NAME_OF(vm, __module__), module))
        return GB_UNSET_VALUE;
    if (!gb_dict_set(vm, space, GB_NAME_OF(vm, __qualname__), f->linked->qualname))
        return GB_UNSET_VALUE;
    gb_value doc = f->doc;
    if (gb_is_str(doc) && !gb_dict_set(vm, space, GB_NAME_OF(vm, __doc__), doc))
        return GB_UNSET_VALUE;
    gb_frame *frame = gb_frame_for_call(vm, f, &(gb_arguments){0});
    if (!frame) return GB_UNSET_VALUE;
    frame->space = gb_dict_peek(gb_ref(space));
    return gb_frame_run(vm, frame);
}

static gb_value build_class(gb_vm *vm, gb_value body, gb_value given_bases, gb_value keywords)
{
    gb_value bases = resolve_bases(vm, given_bases);
    if (gb_is_unset(bases)) return bases;
    gb_value meta = choose_meta(vm, bases, keywords), cls = GB_UNSET_VALUE;
    gb_value parts[3] = {gb_function_peek(body)->linked->name, bases, GB_UNSET_VALUE};
    gb_value rest = gb_is_unset(meta) ? meta : other_keywords(vm, keywords);
    if (!gb_is_unset(meta) && gb_is_unset(vm->exception))
        parts[2] = prepare_space(vm, meta, parts, rest);
    gb_value cell = gb_is_unset(parts[2]) ? GB_UNSET_VALUE : run_body(vm, body, parts[2]);
    if (!gb_is_unset(cell)) {
        if (!same_items(bases, given_bases))
            if (!gb_dict_set_text(vm, parts[2], "__orig_bases__", given_bases))
                gb_exception_clear(vm);
        gb_value args = gb_tuple_from(vm, parts, 3);
        if (!gb_is_unset(args)) cls = gb_call_spread(vm, meta, args, rest);
        gb_unref(args);
        if (!gb_is_unset(cls) && cell.tag == GB_OTHER)
            gb_replace_take(&gb_cell_peek(cell)->value, gb_ref(cls));
    }
    gb_unref(cell);
    gb_unref(parts[2]);
    gb_unref(rest);
    gb_unref(bases);
    return cls;
}

gb_value gb_op_make_class(gb_vm *vm, gb_frame *frame, const gb_instr *ip, gb_value **sp)
{
    uint32_t count = ip->x & 1 ? 3 : ip->b + 1u;
    gb_value *base = *sp - count;
    gb_value bases, keywords = GB_UNSET_VALUE, cls = GB_UNSET_VALUE;
    if (ip->x & 1) {
        bases = gb_ref(base[1]);
        keywords = gb_ref(base[2]);
    } else {
        uint32_t named = 0;
        gb_value names = GB_UNSET_VALUE;
        if (ip->x & 2) {
            names = frame->linked->constants[ip->a];
            named = (uint32_t)gb_tuple_peek(names)->count;
            keywords = gb_dict_new(vm);
        }
        bases = gb_tuple_from(vm, base + 1, ip->b - named);
        for (uint32_t i = 0; i < named && !gb_is_unset(keywords); i++)
            if (!gb_dict_set(vm, keywords, gb_tuple_peek(names)->items[i],
                             base[1 + ip->b - named + i]))
                gb_clear(&keywords);
    }
    if (!gb_is_unset(bases) && gb_is_unset(vm->exception))
        cls = build_class(vm, base[0], bases, keywords);
    gb_unref(bases);
    gb_unref(keywords);
    if (gb_is_unset(cls)) return cls;
    while (*sp > base)
        gb_unref(*--*sp);
    return cls;
}

gb_value gb_op_call_ex(gb_vm *vm, gb_value callee, gb_value args, gb_value kwargs)
{
    if (gb_is_tuple(args) && args.o->type == vm->types.tuple)
        return gb_call_spread(vm, callee, args, kwargs);
    const gb_type *type = gb_type_of(vm, args);
    if (!type->slots.iter && !type->slots.getitem) {
        char name[256];
        return gb_raise(vm, GB_EXC_TypeError, "%s argument after * must be an iterable, not %s",
                        gb_callee_text(vm, callee, name, sizeof name), gb_type_name(vm, args));
    }
    gb_value tuple = gb_to_tuple(vm, args);
    if (gb_is_unset(tuple)) return tuple;
    gb_value result = gb_call_spread(vm, callee, tuple, kwargs);
    gb_unref(tuple);
    return result;
}

/* --- exceptions
 * -------------------------------------------------------------------------------------------------
 */

void gb_op_raise(gb_vm *vm, const gb_value *values, uint32_t count)
{
    if (count) {
        gb_raise_from(vm, values[0], count > 1 ? values[1] : GB_UNSET_VALUE);
    } else if (gb_is_exception(vm->handled)) {
        gb_replace_take(&vm->exception, gb_ref(vm->handled));
    } else {
        gb_raise(vm, GB_EXC_RuntimeError, "No active exception to reraise");
    }
}

static gb_value no_manager(gb_vm *vm, gb_value manager, const char *missing)
{
    return gb_raise(vm, GB_EXC_TypeError,
                    "'%s' object does not support the context manager protocol%s",
                    gb_type_name(vm, manager), missing);
}

/* The value of the next round of a manager that has rounds: 1, 0 for none, -1. */
static int next_round(gb_vm *vm, gb_value manager, gb_value *out)
{
    *out = gb_type_of(vm, manager)->slots.again(vm, manager);
    if (!gb_is_unset(*out)) return 1;
    return gb_is_unset(vm->exception) ? 0 : -1;
}

int gb_op_with_enter(gb_vm *vm, gb_value manager, gb_value *out)
{
    gb_value enter = gb_special_method(vm, manager, GB_NAME_OF(vm, __enter__));
    if (gb_is_unset(enter)) {
        if (gb_is_unset(vm->exception)) no_manager(vm, manager, "");
        return -1;
    }
    out[0] = gb_special_method(vm, manager, GB_NAME_OF(vm, __exit__));
    if (gb_is_unset(out[0])) {
        gb_unref(enter);
        if (gb_is_unset(vm->exception)) no_manager(vm, manager, " (missed __exit__ method)");
        return -1;
    }
    int came;
    if (gb_type_of(vm, manager)->slots.again) {
        came = next_round(vm, manager, &out[1]);
    } else {
        out[1] = gb_call(vm, enter, NULL, 0);
        came = gb_is_unset(out[1]) ? -1 : 1;
    }
    gb_unref(enter);
    if (came <= 0) gb_unref(out[0]);
    return came;
}

int gb_op_with_again(gb_vm *vm, gb_value exit, gb_value *out)
{
    if (exit.tag != GB_METHOD) return 0;
    gb_value manager = gb_method_peek(exit)->self;
    return gb_type_of(vm, manager)->slots.again ? next_round(vm, manager, out) : 0;
}

gb_value gb_op_with_except(gb_vm *vm, gb_value exit, gb_value exception)
{
    gb_value trace = gb_getattr_text(vm, exception, "__traceback__");
    if (gb_is_unset(trace)) return trace;
    gb_value args[3] = {gb_type_value(exception.o->type), exception, trace};
    gb_value result = gb_call(vm, exit, args, 3);
    gb_unref(trace);
    return result;
}

int gb_op_yield_from(gb_vm *vm, gb_value iterator, gb_value sent, gb_value *out)
{
    if (iterator.tag == GB_GENERATOR)
        *out = gb_generator_send(vm, iterator, sent);
    else if (gb_is_none(sent))
        *out = gb_next_or_stop(vm, iterator);
    else
        *out = gb_call_method(vm, iterator, "send", &sent, 1);
    if (!gb_is_unset(*out)) return 1;
    if (gb_is_unset(vm->exception)) {
        *out = GB_NONE_VALUE;
        return 0;
    }
    if (!gb_exception_is(vm, GB_EXC_StopIteration)) return -1;
    gb_value stop = gb_exception_take(vm);
    *out = gb_stop_value(vm, stop);
    gb_unref(stop);
    return 0;
}

/* --- match
 * ---------------------------------------------------------------------------------------------------------
 */

/* Classes of the library that are sequences or mappings say so by an attribute. */
static bool says(gb_vm *vm, gb_value v, const char *name)
{
    gb_value flag = gb_intern_peek(vm, name, strlen(name));
    return !gb_is_unset(flag) && !gb_is_unset(gb_type_lookup_peek(gb_type_of(vm, v), flag));
}

bool gb_op_is_sequence_pattern(gb_vm *vm, gb_value v)
{
    if (gb_is_sequence(v) || gb_is_range(v)) return true;
    if (v.tag != GB_INSTANCE && v.tag != GB_OTHER) return false;
    return says(vm, v, "__match_sequence__");
}

bool gb_op_is_mapping(gb_vm *vm, gb_value v)
{
    return gb_is_dict(v) || gb_is_a(v, &gb_spec_mapping_proxy) ||
           (v.tag == GB_INSTANCE && says(vm, v, "__match_mapping__"));
}

/* The value of a key; unset without an exception when the mapping has none. Owned. */
static gb_value mapping_get(gb_vm *vm, gb_value v, gb_value key)
{
    if (gb_is_dict(v)) return gb_ref(gb_dict_get_peek(vm, v, key));
    gb_value found = gb_getitem(vm, v, key);
    if (gb_is_unset(found) && gb_exception_is(vm, GB_EXC_KeyError)) gb_exception_clear(vm);
    return found;
}

gb_value gb_op_match_keys(gb_vm *vm, gb_value v, gb_value keys)
{
    gb_tuple *wanted = gb_tuple_peek(keys);
    gb_value values = gb_tuple_new(vm, wanted->count);
    for (size_t i = 0; i < wanted->count && !gb_is_unset(values); i++) {
        for (size_t k = 0; k < i; k++)
            if (gb_equal(vm, wanted->items[i], wanted->items[k]) > 0) {
                gb_value text = gb_repr(vm, wanted->items[i]);
                if (!gb_is_unset(text))
                    gb_raise(vm, GB_EXC_ValueError, "mapping pattern checks duplicate key (%s)",
                             gb_str_data(text));
                gb_unref(text);
                gb_unref(values);
                return GB_UNSET_VALUE;
            }
        gb_value found = mapping_get(vm, v, wanted->items[i]);
        if (gb_is_unset(found)) {
            gb_unref(values);
            return gb_is_unset(vm->exception) ? GB_NONE_VALUE : GB_UNSET_VALUE;
        }
        gb_tuple_peek(values)->items[i] = found;
    }
    return values;
}

/* Types whose one positional pattern is the value itself. */
static bool matches_itself(gb_vm *vm, const gb_type *type)
{
    const gb_types *t = &vm->types;
    const gb_type *const selves[] = {t->boolean,   t->bytes,   t->dict,     t->floating,
                                     t->frozenset, t->integer, t->list,     t->set,
                                     t->str,       t->tuple,   t->bytearray};
    for (size_t i = 0; i < sizeof selves / sizeof *selves; i++)
        if (gb_type_is_subtype(type, selves[i])) return true;
    return false;
}

/* What matching a class pattern has collected: attributes, and the names they had. */
typedef struct gb_class_match {
    gb_value subject, cls;
    gb_value values, names; /* lists; owned */
} gb_class_match;

static const char *pattern_name(const gb_class_match *m)
{
    return gb_str_data(gb_type_peek(m->cls)->name);
}

/* 1 taken, 0 when the subject has no such attribute, -1. */
static int take_attribute(gb_vm *vm, gb_class_match *m, gb_value name)
{
    bool failed;
    int again = gb_contains(vm, m->names, name);
    if (again > 0)
        return gb_raise_minus(vm, GB_EXC_TypeError,
                              "%s() got multiple sub-patterns for attribute '%s'", pattern_name(m),
                              gb_str_data(name));
    if (again < 0 || !gb_list_append(vm, m->names, name)) return -1;
    gb_value found = gb_getattr_or_unset(vm, m->subject, name, &failed);
    if (gb_is_unset(found)) return failed ? -1 : 0;
    return gb_list_append_take(vm, m->values, found) ? 1 : -1;
}

static int too_many_positional(gb_vm *vm, const gb_class_match *m, size_t have, uint32_t count)
{
    return gb_raise_minus(vm, GB_EXC_TypeError,
                          "%s() accepts %zu positional sub-pattern%s (%u given)", pattern_name(m),
                          have, have == 1 ? "" : "s", count);
}

/* By __match_args__, a tuple of names. */
static int match_named(gb_vm *vm, gb_class_match *m, gb_value names, uint32_t count)
{
    if (!gb_is_tuple(names))
        return gb_raise_minus(vm, GB_EXC_TypeError, "%s.__match_args__ must be a tuple (got %s)",
                              pattern_name(m), gb_type_name(vm, names));
    const gb_tuple *tuple = gb_tuple_peek(names);
    if (tuple->count < count) return too_many_positional(vm, m, tuple->count, count);
    int result = 1;
    for (uint32_t i = 0; i < count && result == 1; i++) {
        if (!gb_is_str(tuple->items[i]))
            return gb_raise_minus(vm, GB_EXC_TypeError,
                                  "__match_args__ elements must be strings (got %s)",
                                  gb_type_name(vm, tuple->items[i]));
        result = take_attribute(vm, m, tuple->items[i]);
    }
    return result;
}

static int match_positional(gb_vm *vm, gb_class_match *m, uint32_t count)
{
    bool failed;
    gb_value names = gb_getattr_optional(vm, m->cls, "__match_args__", &failed);
    if (failed) return -1;
    if (!gb_is_unset(names)) {
        int result = match_named(vm, m, names, count);
        gb_unref(names);
        return result;
    }
    bool itself = matches_itself(vm, gb_type_peek(m->cls));
    if (count > itself) return too_many_positional(vm, m, itself, count);
    return gb_list_append(vm, m->values, m->subject) ? 1 : -1;
}

gb_value gb_op_match_class(gb_vm *vm, const gb_value operands[3], uint32_t positional)
{
    gb_class_match m = {.subject = operands[0], .cls = operands[1]};
    if (!gb_is_type(m.cls))
        return gb_raise(vm, GB_EXC_TypeError, "called match pattern must be a type");
    int is = gb_isinstance(vm, m.subject, m.cls);
    if (is <= 0) return is < 0 ? GB_UNSET_VALUE : GB_NONE_VALUE;
    m.values = gb_list_new(vm, 0);
    m.names = gb_list_new(vm, 0);
    int result = gb_is_unset(m.values) || gb_is_unset(m.names) ? -1 : 1;
    if (positional && result == 1) result = match_positional(vm, &m, positional);
    const gb_tuple *names = gb_tuple_peek(operands[2]);
    for (size_t i = 0; i < names->count && result == 1; i++)
        result = take_attribute(vm, &m, names->items[i]);
    gb_value out = result == 0 ? GB_NONE_VALUE : GB_UNSET_VALUE;
    if (result == 1) out = gb_to_tuple(vm, m.values);
    gb_unref(m.values);
    gb_unref(m.names);
    return out;
}

gb_value gb_op_dict_rest(gb_vm *vm, gb_value v, const gb_value *keys, uint32_t count)
{
    gb_value rest = gb_dict_new(vm);
    if (!gb_is_unset(rest) && !gb_dict_merge_any(vm, rest, v)) gb_clear(&rest);
    for (uint32_t i = 0; i < count && !gb_is_unset(rest); i++)
        if (gb_dict_remove(vm, rest, keys[i], NULL) < 0) gb_clear(&rest);
    return rest;
}
