/* `itertools` that share one source between several iterators: groupby and tee. */
#include "kernel/lang/modules/itertools.h"

/* --- groupby ------------------------------------------------------------------------------------
 * The parent: source, function (key function or None), value and extra (the item read last and not
 * given out, and its key), key (of the group given out last); `at` numbers the groups, so that a
 * group that was left behind knows that it is over.
 * A group: source (the parent), extra (its key), `at` (its number). */

static gb_value groupby_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[2], v = GB_UNSET_VALUE;
    if (!gb_bind(vm, "groupby", "iterable, key=None", args, bound)) return v;
    gb_value source = gb_iter(vm, bound[0]);
    if (!gb_is_unset(source)) v = gb_instance_new(vm, cls);
    if (gb_is_unset(v)) {
        gb_unref(source);
    } else {
        gb_stream_peek(v)->source = source;
        gb_stream_peek(v)->function = gb_ref(bound[1]);
    }
    gb_bound_release(bound, 2);
    return v;
}

/* Reads the next item and its key into the parent; false at the end or with an exception. */
static bool advance(gb_vm *vm, gb_stream *s)
{
    gb_value item = gb_next(vm, s->source);
    if (gb_is_unset(item)) return false;
    gb_value key = gb_is_none(s->function) ? gb_ref(item) : gb_call(vm, s->function, &item, 1);
    if (gb_is_unset(key)) {
        gb_unref(item);
        return false;
    }
    gb_replace_take(&s->value, item);
    gb_replace_take(&s->extra, key);
    return true;
}

static gb_value group_next(gb_vm *vm, gb_value self)
{
    gb_stream *group = gb_stream_peek(self);
    gb_stream *parent = gb_stream_peek(group->source);
    if (parent->at != group->at) return GB_UNSET_VALUE;
    if (gb_is_unset(parent->value) && !advance(vm, parent)) return GB_UNSET_VALUE;
    if (gb_equal(vm, group->extra, parent->extra) != 1) return GB_UNSET_VALUE;
    gb_value item = parent->value;
    parent->value = GB_UNSET_VALUE;
    gb_clear(&parent->extra);
    return item;
}

static const gb_type_spec group_spec = {
    .name = "_grouper",
    .module = "itertools",
    .shown = "itertools._grouper",
    .doc = "The items of one group.",
    .size = sizeof(gb_stream),
    .flags = GB_TYPE_NO_MAKE,
    .slots = {.release = gb_stream_release,
              .traverse = gb_stream_traverse,
              .clear = gb_stream_clear,
              .iter = gb_stream_iter,
              .next = group_next},
};

/* Reads on to the first item of another group than the last one. */
static bool skip_group(gb_vm *vm, gb_stream *s)
{
    for (;;) {
        if (!gb_is_unset(s->extra)) {
            int same = gb_is_unset(s->key) ? 0 : gb_equal(vm, s->key, s->extra);
            if (same != 1) return same == 0;
        }
        if (!advance(vm, s) || !gb_vm_check(vm)) return false;
    }
}

static gb_value groupby_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    s->at++; /* groups given out before are over */
    if (!skip_group(vm, s)) return GB_UNSET_VALUE;
    gb_replace_take(&s->key, gb_ref(s->extra));
    gb_type *type = gb_type_make(vm, &group_spec);
    gb_value group = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(group)) return group;
    gb_stream_peek(group)->source = gb_ref(self);
    gb_stream_peek(group)->extra = gb_ref(s->key);
    gb_stream_peek(group)->at = s->at;
    gb_value pair = gb_tuple_of(vm, 2, s->key, group);
    gb_unref(group);
    return pair;
}

/* --- tee ----------------------------------------------------------------------------------------
 * What was read lies in a chain of blocks that the iterators walk; a block goes when the last
 * iterator has left it. A block: source (the iterator), extra (list of items), value (the next
 * block). An iterator: source (its block), `at` (its place there). */

enum { BLOCK_ITEMS = 64 };

static const gb_type_spec block_spec = {
    .name = "_tee_dataobject",
    .module = "itertools",
    .shown = "itertools._tee_dataobject",
    .doc = "Items that several iterators still need.",
    .size = sizeof(gb_stream),
    .flags = GB_TYPE_NO_MAKE,
    .slots = {.release = gb_stream_release,
              .traverse = gb_stream_traverse,
              .clear = gb_stream_clear},
};

static gb_value block_new(gb_vm *vm, gb_value source)
{
    gb_type *type = gb_type_make(vm, &block_spec);
    gb_value block = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(block)) return block;
    gb_stream_peek(block)->source = gb_ref(source);
    gb_stream_peek(block)->extra = gb_list_new(vm, 0);
    if (gb_is_unset(gb_stream_peek(block)->extra)) gb_clear(&block);
    return block;
}

/* Moves an iterator at the end of its block to the next one. */
static bool next_block(gb_vm *vm, gb_stream *s)
{
    gb_stream *block = gb_stream_peek(s->source);
    if (gb_is_unset(block->value)) {
        block->value = block_new(vm, block->source);
        if (gb_is_unset(block->value)) return false;
    }
    gb_replace_take(&s->source, gb_ref(block->value));
    s->at = 0;
    return true;
}

static gb_value tee_next(gb_vm *vm, gb_value self)
{
    gb_stream *s = gb_stream_peek(self);
    if (s->at == BLOCK_ITEMS && !next_block(vm, s)) return GB_UNSET_VALUE;
    gb_stream *block = gb_stream_peek(s->source);
    if (s->at == (int64_t)gb_list_peek(block->extra)->count) {
        if (block->started)
            return gb_raise(vm, GB_EXC_RuntimeError, "cannot re-enter the tee iterator");
        gb_value held = gb_ref(s->source); /* reading may do anything, also with this iterator */
        block->started = true;
        gb_value item = gb_next(vm, block->source);
        block->started = false;
        bool ok = !gb_is_unset(item) && gb_list_append_take(vm, block->extra, item);
        gb_unref(held);
        if (!ok) return GB_UNSET_VALUE;
    }
    return gb_ref(gb_list_peek(block->extra)->items[s->at++]);
}

static gb_value tee_make(gb_vm *vm, gb_type *cls, const gb_arguments *args);
static gb_value tee_copy(gb_vm *vm, gb_value *args);

static const gb_native tee_methods[] = {
    {"__copy__", tee_copy, "", 0, "An independent iterator at the same place."}, {0}};

static const gb_type_spec tee_spec =
    GB_STREAM_SPEC("_tee", "_tee(iterable, /)\n\nAn iterator that can be copied.", tee_make,
                   tee_next, tee_methods);

static gb_value tee_at(gb_vm *vm, gb_value block, int64_t at)
{
    gb_type *type = gb_type_make(vm, &tee_spec);
    gb_value v = type ? gb_instance_new(vm, type) : GB_UNSET_VALUE;
    if (gb_is_unset(v)) return v;
    gb_stream_peek(v)->source = gb_ref(block);
    gb_stream_peek(v)->at = at;
    return v;
}

static gb_value tee_copy(gb_vm *vm, gb_value *args)
{
    const gb_stream *s = gb_stream_peek(args[0]);
    return tee_at(vm, s->source, s->at);
}

/* A tee iterator over anything; over another tee iterator, one at the same place. */
static gb_value tee_over(gb_vm *vm, gb_value iterable)
{
    gb_value it = gb_iter(vm, iterable), block, v = GB_UNSET_VALUE;
    if (gb_is_unset(it)) return it;
    if (gb_is_a(it, &tee_spec)) {
        v = tee_copy(vm, &it);
    } else {
        block = block_new(vm, it);
        if (!gb_is_unset(block)) v = tee_at(vm, block, 0);
        gb_unref(block);
    }
    gb_unref(it);
    return v;
}

static gb_value tee_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[1];
    (void)cls;
    if (!gb_bind(vm, "_tee", "iterable, /", args, bound)) return GB_UNSET_VALUE;
    gb_value v = tee_over(vm, bound[0]);
    gb_bound_release(bound, 1);
    return v;
}

gb_value gb_itertools_tee(gb_vm *vm, gb_value *args)
{
    int64_t n;
    if (!gb_to_int64(vm, args[1], &n)) return GB_UNSET_VALUE;
    if (n < 0) return gb_raise(vm, GB_EXC_ValueError, "n must be >= 0");
    if (!gb_vm_allows(vm, (size_t)n * sizeof(gb_stream))) return GB_UNSET_VALUE;
    gb_value all = gb_tuple_new(vm, (size_t)n);
    if (gb_is_unset(all) || n == 0) return all;
    gb_value v = tee_over(vm, args[0]);
    for (int64_t i = 0; i < n && !gb_is_unset(v); i++) {
        gb_tuple_peek(all)->items[i] = v;
        if (i + 1 < n) v = tee_copy(vm, &v);
    }
    if (gb_is_unset(v)) gb_clear(&all);
    return all;
}

static const gb_type_spec groupby_spec = GB_STREAM_SPEC(
    "groupby", "groupby(iterable, key=None)\n\n(key, group) for each run of items with one key.",
    groupby_make, groupby_next, NULL);

const gb_type_spec *const gb_itertools_group[] = {&groupby_spec, NULL};
