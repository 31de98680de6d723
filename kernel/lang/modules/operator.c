/* `operator`: the operators as functions, and functions that fetch items, attributes, methods. */
#include "kernel/lang/modules/modules.h"
#include "kernel/lang/vm_ops.h"

#include "kernel/lang/types/number.h"

#include "graph/base/buffer.h"

#include <stdio.h>
#include <string.h>

/* --- operators ----------------------------------------------------------------------------------
 */

/* X(name, operator, documentation): NAME(a, b) and, for binary ones, iNAME(a, b) in place. */
#define BINARY(X)                                                                                  \
    X(add, ADD, "a + b")                                                                           \
    X(sub, SUB, "a - b")                                                                           \
    X(mul, MUL, "a * b")                                                                           \
    X(matmul, MATMUL, "a @ b")                                                                     \
    X(truediv, TRUEDIV, "a / b")                                                                   \
    X(floordiv, FLOORDIV, "a // b")                                                                \
    X(mod, MOD, "a % b")                                                                           \
    X(pow, POW, "a ** b")                                                                          \
    X(lshift, LSHIFT, "a << b")                                                                    \
    X(rshift, RSHIFT, "a >> b")                                                                    \
    X(and, AND, "a & b")                                                                           \
    X(or, OR, "a | b")                                                                             \
    X(xor, XOR, "a ^ b")
#define COMPARISONS(X)                                                                             \
    X(lt, LT, "a < b")                                                                             \
    X(le, LE, "a <= b")                                                                            \
    X(eq, EQ, "a == b")                                                                            \
    X(ne, NE, "a != b")                                                                            \
    X(gt, GT, "a > b")                                                                             \
    X(ge, GE, "a >= b")
#define UNARY(X)                                                                                   \
    X(neg, NEG, "-a")                                                                              \
    X(pos, POS, "+a")                                                                              \
    X(invert, INVERT, "~a")

#define DEFINE_BINARY(name, op, doc)                                                               \
    static gb_value binary_##name(gb_vm *vm, gb_value *args)                                       \
    {                                                                                              \
        return gb_apply_binary(vm, GB_BINARY_##op, args[0], args[1]);                              \
    }                                                                                              \
    static gb_value inplace_##name(gb_vm *vm, gb_value *args)                                      \
    {                                                                                              \
        return gb_apply_inplace(vm, GB_BINARY_##op, args[0], args[1]);                             \
    }
BINARY(DEFINE_BINARY)
#undef DEFINE_BINARY

#define DEFINE_COMPARISON(name, op, doc)                                                           \
    static gb_value compare_##name(gb_vm *vm, gb_value *args)                                      \
    {                                                                                              \
        return gb_apply_compare(vm, GB_COMPARE_##op, args[0], args[1]);                            \
    }
COMPARISONS(DEFINE_COMPARISON)
#undef DEFINE_COMPARISON

#define DEFINE_UNARY(name, op, doc)                                                                \
    static gb_value unary_##name(gb_vm *vm, gb_value *args)                                        \
    {                                                                                              \
        return gb_apply_unary(vm, GB_UNARY_##op, args[0]);                                         \
    }
UNARY(DEFINE_UNARY)
#undef DEFINE_UNARY

static gb_value op_is(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(gb_same(args[0], args[1]));
}

static gb_value op_is_not(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_bool(!gb_same(args[0], args[1]));
}

static gb_value op_abs(gb_vm *vm, gb_value *args)
{
    return gb_apply_unary(vm, (gb_unary)GB_UNARY_ABS, args[0]);
}

static gb_value op_truth(gb_vm *vm, gb_value *args)
{
    int truth = gb_truth(vm, args[0]);
    return truth < 0 ? GB_UNSET_VALUE : gb_bool(truth);
}

static gb_value op_not(gb_vm *vm, gb_value *args)
{
    int truth = gb_truth(vm, args[0]);
    return truth < 0 ? GB_UNSET_VALUE : gb_bool(!truth);
}

static gb_value op_index(gb_vm *vm, gb_value *args)
{
    gb_value index = gb_to_index(vm, args[0]);
    if (gb_is_unset(index)) return index;
    gb_value plain = gb_int_plain(vm, index); /* of a bool or another subclass of int */
    gb_unref(index);
    return plain;
}

/* --- containers ---------------------------------------------------------------------------------
 */

static gb_value op_contains(gb_vm *vm, gb_value *args)
{
    int found = gb_contains(vm, args[0], args[1]);
    return found < 0 ? GB_UNSET_VALUE : gb_bool(found);
}

static bool has_items(gb_vm *vm, gb_value v)
{
    return !gb_is_dict(v) && gb_type_of(vm, v)->slots.getitem;
}

/* A sequence joins what it can, without asking the other; other operands are added where both have
 * items. */
static gb_value concatenate(gb_vm *vm, gb_value *args, bool in_place)
{
    const gb_type *type = gb_type_of(vm, args[0]);
    gb_value joined = GB_NOT_IMPLEMENTED_VALUE;
    bool sequence = gb_is_concatenable(args[0]) && !gb_defines_method(vm, args[0], GB_BINARY_ADD);
    if (in_place && gb_is_concatenable(args[0]) && type->slots.inplace)
        joined = type->slots.inplace(vm, GB_BINARY_ADD, args[0], args[1]);
    if (sequence && joined.tag == GB_NOT_IMPLEMENTED)
        joined = gb_ask_operand(vm, GB_BINARY_ADD, args[0], args[1], false);
    if (joined.tag != GB_NOT_IMPLEMENTED) return joined;
    if (sequence) return gb_raise_operands(vm, GB_BINARY_ADD, args[0], args[1], false);
    bool asked = has_items(vm, args[0]) && has_items(vm, args[1]);
    int sides = type == gb_type_of(vm, args[1]) ? 1 : 2;
    for (int right = 0; asked && right < sides && joined.tag == GB_NOT_IMPLEMENTED; right++)
        if (gb_type_of(vm, args[right])->slots.binary)
            joined = gb_ask_operand(vm, GB_BINARY_ADD, args[0], args[1], right);
    if (joined.tag != GB_NOT_IMPLEMENTED) return joined;
    return gb_raise(vm, GB_EXC_TypeError, "'%s' object can't be concatenated",
                    gb_type_name(vm, args[0]));
}

static gb_value op_concat(gb_vm *vm, gb_value *args)
{
    return concatenate(vm, args, false);
}

static gb_value op_iconcat(gb_vm *vm, gb_value *args)
{
    return concatenate(vm, args, true);
}

/* How many items are equal to args[1]; with `first` the place of the first one, or -1. -2: error.
 */
static int64_t count_equal(gb_vm *vm, const gb_value *args, bool first)
{
    gb_value it = gb_iter(vm, args[0]), item;
    int64_t count = 0, at = 0;
    int equal = 0;
    if (gb_is_unset(it) && gb_exception_is(vm, GB_EXC_TypeError)) {
        gb_exception_clear(vm);
        gb_raise(vm, GB_EXC_TypeError, "argument of type '%s' is not iterable",
                 gb_type_name(vm, args[0]));
    }
    if (gb_is_unset(it)) return -2;
    while (equal >= 0 && !gb_is_unset(item = gb_next(vm, it))) {
        equal = gb_equal(vm, item, args[1]);
        gb_unref(item);
        if (equal > 0) count++;
        if (equal > 0 && first) break;
        at++;
        if (!gb_vm_check(vm)) equal = -1;
    }
    gb_unref(it);
    if (equal < 0 || !gb_is_unset(gb_exception_peek(vm))) return -2;
    return !first ? count : count ? at : -1;
}

static gb_value op_count_of(gb_vm *vm, gb_value *args)
{
    int64_t count = count_equal(vm, args, false);
    return count < 0 ? GB_UNSET_VALUE : gb_int(count);
}

static gb_value op_index_of(gb_vm *vm, gb_value *args)
{
    int64_t at = count_equal(vm, args, true);
    if (at == -1) return gb_raise(vm, GB_EXC_ValueError, "sequence.index(x): x not in sequence");
    return at < 0 ? GB_UNSET_VALUE : gb_int(at);
}

static gb_value op_getitem(gb_vm *vm, gb_value *args)
{
    return gb_getitem(vm, args[0], args[1]);
}

static gb_value op_setitem(gb_vm *vm, gb_value *args)
{
    return gb_setitem(vm, args[0], args[1], args[2]) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value op_delitem(gb_vm *vm, gb_value *args)
{
    return gb_setitem(vm, args[0], args[1], GB_UNSET_VALUE) ? GB_NONE_VALUE : GB_UNSET_VALUE;
}

static gb_value op_length_hint(gb_vm *vm, gb_value *args)
{
    if (!gb_is_int(args[1]))
        return gb_raise(vm, GB_EXC_TypeError, "'%s' object cannot be interpreted as an integer",
                        gb_type_name(vm, args[1]));
    int64_t hint;
    if (!gb_to_int64(vm, args[1], &hint) || !gb_length_hint(vm, args[0], &hint))
        return GB_UNSET_VALUE;
    return gb_int(hint);
}

static gb_value op_call(gb_vm *vm, gb_value *args)
{
    return gb_call_spread(vm, args[0], args[1], args[2]);
}

/* --- itemgetter, attrgetter, methodcaller -------------------------------------------------------
 */

typedef struct getter {
    gb_object head;
    gb_value keys;      /* tuple: of items, of attributes, or (name,) of a method */
    gb_value arguments; /* of the method: tuple, or unset */
    gb_value keywords;  /* dict, or unset */
} getter;

static getter *getter_of(gb_value v)
{
    return (getter *)(void *)v.o;
}

static void getter_release(gb_object *self)
{
    getter *g = (getter *)(void *)self;
    gb_unref(g->keys);
    gb_unref(g->arguments);
    gb_unref(g->keywords);
}

static void getter_traverse(gb_object *self, gb_visit visit, void *context)
{
    const getter *g = (const getter *)(const void *)self;
    visit(g->keys, context);
    visit(g->arguments, context);
    visit(g->keywords, context);
}

/* A getter for (first, *rest). */
static gb_value getter_of_keys(gb_vm *vm, gb_type *cls, gb_value first, gb_value rest)
{
    const gb_tuple *more = gb_tuple_peek(rest);
    gb_value keys = gb_tuple_new(vm, more->count + 1);
    gb_value v = gb_is_unset(keys) ? keys : gb_instance_new(vm, cls);
    if (gb_is_unset(v)) {
        gb_unref(keys);
        return v;
    }
    gb_tuple_peek(keys)->items[0] = gb_ref(first);
    for (size_t i = 0; i < more->count; i++)
        gb_tuple_peek(keys)->items[i + 1] = gb_ref(more->items[i]);
    getter_of(v)->keys = keys;
    return v;
}

static gb_value itemgetter_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2];
    if (!gb_bind(vm, "itemgetter", "item, /, *items", args, bound)) return GB_UNSET_VALUE;
    gb_value v = getter_of_keys(vm, cls, bound[0], bound[1]);
    gb_bound_release(bound, 2);
    return v;
}

static bool all_names(gb_vm *vm, gb_value first, gb_value rest)
{
    const gb_tuple *more = gb_tuple_peek(rest);
    bool ok = gb_is_str(first);
    for (size_t i = 0; i < more->count; i++)
        ok = ok && gb_is_str(more->items[i]);
    return ok || gb_raise_false(vm, GB_EXC_TypeError, "attribute name must be a string");
}

static gb_value attrgetter_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], v = GB_UNSET_VALUE;
    if (!gb_bind(vm, "attrgetter", "attr, /, *attrs", args, bound)) return v;
    if (all_names(vm, bound[0], bound[1])) v = getter_of_keys(vm, cls, bound[0], bound[1]);
    gb_bound_release(bound, 2);
    return v;
}

static gb_value methodcaller_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[3], v = GB_UNSET_VALUE;
    if (!gb_bind(vm, "methodcaller", "name, /, *args, **kwargs", args, bound)) return v;
    gb_value none = gb_tuple_new(vm, 0);
    if (!gb_is_str(bound[0]))
        gb_raise(vm, GB_EXC_TypeError, "method name must be a string");
    else if (!gb_is_unset(none))
        v = getter_of_keys(vm, cls, bound[0], none);
    if (!gb_is_unset(v)) {
        getter_of(v)->arguments = gb_ref(bound[1]);
        getter_of(v)->keywords = gb_ref(bound[2]);
    }
    gb_unref(none);
    gb_bound_release(bound, 3);
    return v;
}

/* obj.a.b for "a.b". */
static gb_value dotted(gb_vm *vm, gb_value object, gb_value path)
{
    const char *text = gb_str_data(path), *dot;
    gb_value v = gb_ref(object);
    while ((dot = strchr(text, '.')) && !gb_is_unset(v)) {
        gb_value name = gb_str_new(vm, text, (size_t)(dot - text));
        gb_replace_take(&v, gb_is_unset(name) ? name : gb_getattr(vm, v, name));
        gb_unref(name);
        text = dot + 1;
    }
    if (gb_is_unset(v)) return v;
    gb_replace_take(&v, text == gb_str_data(path) ? gb_getattr(vm, v, path)
                                                  : gb_getattr_text(vm, v, text));
    return v;
}

/* What a getter finds in the one argument of the call: a value, or a tuple for several keys. */
static gb_value fetch(gb_vm *vm, gb_value self, const gb_arguments *args, const char *name,
                      gb_value (*get)(gb_vm *, gb_value, gb_value))
{
    gb_value bound[1], found = GB_UNSET_VALUE;
    const gb_tuple *keys = gb_tuple_peek(getter_of(self)->keys);
    if (!gb_bind(vm, name, "obj, /", args, bound)) return found;
    if (keys->count == 1) {
        found = get(vm, bound[0], keys->items[0]);
    } else {
        found = gb_tuple_new(vm, keys->count);
        for (size_t i = 0; i < keys->count && !gb_is_unset(found); i++) {
            gb_value one = get(vm, bound[0], keys->items[i]);
            if (gb_is_unset(one))
                gb_clear(&found);
            else
                gb_tuple_peek(found)->items[i] = one;
        }
    }
    gb_bound_release(bound, 1);
    return found;
}

static gb_value itemgetter_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    return fetch(vm, self, args, "itemgetter", gb_getitem);
}

static gb_value attrgetter_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    return fetch(vm, self, args, "attrgetter", dotted);
}

static gb_value methodcaller_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    gb_value bound[1];
    const getter *g = getter_of(self);
    if (!gb_bind(vm, "methodcaller", "obj, /", args, bound)) return GB_UNSET_VALUE;
    gb_value method = gb_getattr(vm, bound[0], gb_tuple_peek(g->keys)->items[0]);
    gb_bound_release(bound, 1);
    if (gb_is_unset(method)) return method;
    gb_value result = gb_call_spread(vm, method, g->arguments, g->keywords);
    gb_unref(method);
    return result;
}

static bool put_repr(gb_vm *vm, gb_buffer *out, const char *before, gb_value v)
{
    gb_value text = gb_repr(vm, v);
    if (gb_is_unset(text)) return false;
    gb_buffer_format(out, "%s%s", before, gb_str_data(text));
    gb_unref(text);
    return true;
}

static bool put_reprs(gb_vm *vm, gb_buffer *out, gb_value tuple, bool *first)
{
    for (size_t i = 0; i < gb_tuple_peek(tuple)->count; i++) {
        if (!put_repr(vm, out, *first ? "" : ", ", gb_tuple_peek(tuple)->items[i])) return false;
        *first = false;
    }
    return true;
}

static gb_value getter_repr(gb_vm *vm, gb_value self)
{
    const getter *g = getter_of(self);
    gb_buffer out = GB_BUFFER_INIT;
    gb_value key, value;
    bool first = true;
    gb_buffer_format(&out, "operator.%s(", gb_str_data(gb_type_of(vm, self)->name));
    bool ok = put_reprs(vm, &out, g->keys, &first);
    if (ok && !gb_is_unset(g->arguments)) {
        ok = put_reprs(vm, &out, g->arguments, &first);
        for (size_t at = 0; ok && gb_dict_next(g->keywords, &at, &key, &value);) {
            gb_buffer_format(&out, ", %s=", gb_str_data(key));
            ok = put_repr(vm, &out, "", value);
        }
    }
    gb_buffer_char(&out, ')');
    if (ok) return gb_str_from_buffer(vm, &out);
    gb_buffer_release(&out);
    return GB_UNSET_VALUE;
}

#define GETTER_SPEC(id, doc_text)                                                                  \
    static const gb_type_spec id##_spec = {                                                        \
        .name = #id,                                                                               \
        .module = "operator",                                                                      \
        .shown = "operator." #id,                                                                  \
        .doc = doc_text,                                                                           \
        .size = sizeof(getter),                                                                    \
        .slots = {.make = id##_make,                                                               \
                  .release = getter_release,                                                       \
                  .traverse = getter_traverse,                                                     \
                  .call = id##_call,                                                               \
                  .repr = getter_repr},                                                            \
    }

GETTER_SPEC(itemgetter, "itemgetter(item, /, *items)\n\nA function that gives obj[item].");
GETTER_SPEC(attrgetter, "attrgetter(attr, /, *attrs)\n\nA function that gives obj.attr.");
GETTER_SPEC(methodcaller,
            "methodcaller(name, /, *args, **kwargs)\n\nA function that calls obj.name(…).");

/* --- the module ---------------------------------------------------------------------------------
 */

#define TWO "a, b, /", GB_TAKES_GRAPH
#define ONE "a, /", GB_TAKES_GRAPH

static const gb_native functions[] = {
#define BINARY_ROWS(name, op, doc)                                                                 \
    {#name, binary_##name, TWO, doc "."}, {"i" #name, inplace_##name, TWO, doc ", in place."},
    BINARY(BINARY_ROWS)
#undef BINARY_ROWS
#define COMPARISON_ROW(name, op, doc) {#name, compare_##name, TWO, doc "."},
        COMPARISONS(COMPARISON_ROW)
#undef COMPARISON_ROW
#define UNARY_ROW(name, op, doc) {#name, unary_##name, ONE, doc "."},
            UNARY(UNARY_ROW)
#undef UNARY_ROW
                {"is_", op_is, TWO, "a is b."},
    {"is_not", op_is_not, TWO, "a is not b."},
    {"abs", op_abs, ONE, "The size of a."},
    {"truth", op_truth, ONE, "bool(a)."},
    {"not_", op_not, ONE, "not a."},
    {"index", op_index, ONE, "a as an int, by __index__."},
    {"contains", op_contains, TWO, "b in a."},
    {"concat", op_concat, TWO, "a + b for sequences."},
    {"iconcat", op_iconcat, TWO, "a + b for sequences, in place."},
    {"countOf", op_count_of, TWO, "How often b occurs in a."},
    {"indexOf", op_index_of, TWO, "The first place of b in a."},
    {"getitem", op_getitem, TWO, "a[b]."},
    {"setitem", op_setitem, "a, b, c, /", GB_TAKES_GRAPH, "a[b] = c."},
    {"delitem", op_delitem, TWO, "del a[b]."},
    {"length_hint", op_length_hint, "obj, default=0, /", GB_TAKES_GRAPH, "How many items, about."},
    {"call", op_call, "obj, /, *args, **kwargs", GB_TAKES_GRAPH, "obj(*args, **kwargs)."},
    {0}};

/* A second name for a function. */
static bool also(gb_vm *vm, gb_value module, const char *name, const char *other)
{
    gb_value v = gb_dict_get_text_peek(vm, gb_module_dict_peek(module), name);
    return gb_module_set(vm, module, other, v);
}

/* __add__ for add, and so on; `and` and `or` are spelled and_ and or_, for they are keywords. */
static bool add_names(gb_vm *vm, gb_value module)
{
    static const char *const keywords[][2] = {
        {"and", "and_"}, {"or", "or_"}, {"invert", "inv"}, {"invert", "__inv__"}};
    char dunder[32];
    for (const gb_native *row = functions; row->name; row++) {
        size_t n = strlen(row->name);
        bool bare = n && row->name[n - 1] == '_';
        snprintf(dunder, sizeof dunder, "__%.*s__", (int)(bare ? n - 1 : n), row->name);
        bool special = strstr("length_hint is_ is_not truth countOf indexOf", row->name);
        if (!special && !also(vm, module, row->name, dunder)) return false;
    }
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (!also(vm, module, keywords[i][0], keywords[i][1])) return false;
    return true;
}

static bool init(gb_vm *vm, gb_value module)
{
    static const gb_type_spec *const specs[] = {&itemgetter_spec, &attrgetter_spec,
                                                &methodcaller_spec};
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++) {
        gb_type *type = gb_type_make(vm, specs[i]);
        if (!type || !gb_module_set(vm, module, specs[i]->name, gb_type_value(type))) return false;
    }
    return add_names(vm, module);
}

const gb_module_spec gb_module_operator = {
    .name = "operator",
    .doc = "The operators as functions.",
    .functions = functions,
    .init = init,
};
