/* lru_cache: a function that remembers its results.
 *
 * The results lie in an array of nodes, chained by use: the newest behind node 0, the oldest before
 * it. A dict finds the node of a key. */
#include "kernel/lang/modules/functools.h"

typedef struct node {
    gb_value key, result;
    uint32_t newer, older;
} node;

typedef struct lru_cache {
    gb_object head;
    gb_value function;
    gb_value places; /* dict: key -> node, as an int */
    gb_value mark;   /* stands between positional and keyword arguments in keys */
    gb_value info;   /* makes what cache_info gives */
    node *nodes;     /* nodes[0] is the anchor of the chain */
    size_t count;    /* nodes in use, the anchor included */
    size_t capacity;
    int64_t limit; /* results kept; -1: all */
    int64_t hits, misses;
    bool typed;
} lru_cache;

static lru_cache *cache_of(gb_value v)
{
    return (lru_cache *)(void *)v.o;
}

/* --- keys ---------------------------------------------------------------------------------------
 */

static bool append_keywords(gb_vm *vm, gb_value list, const gb_arguments *args, gb_value mark)
{
    bool ok = !args->keyword_count || gb_list_append(vm, list, mark);
    for (uint32_t i = 0; i < args->keyword_count && ok; i++)
        ok = gb_list_append(vm, list, gb_tuple_peek(args->names)->items[i]) &&
             gb_list_append(vm, list, args->values[args->count + i]);
    return ok;
}

static bool append_types(gb_vm *vm, gb_value list, const gb_arguments *args)
{
    size_t total = (size_t)args->count + args->keyword_count;
    bool ok = true;
    for (size_t i = 0; i < total && ok; i++)
        ok = gb_list_append(vm, list, gb_type_value(gb_type_of(vm, args->values[i])));
    return ok;
}

/* One str or int is its own key: no value of another type is equal to it as a key. Else a tuple of
 * all there is. */
static gb_value key_of(gb_vm *vm, const lru_cache *c, const gb_arguments *args)
{
    if (!args->keyword_count && !c->typed) {
        gb_value one = args->count == 1 ? args->values[0] : GB_UNSET_VALUE;
        if (one.tag == GB_INT || gb_exact_str(vm, one)) return gb_ref(one);
        return gb_tuple_from(vm, args->values, args->count);
    }
    gb_value list = gb_list_from(vm, args->values, args->count), key = GB_UNSET_VALUE;
    if (!gb_is_unset(list) && append_keywords(vm, list, args, c->mark) &&
        (!c->typed || append_types(vm, list, args)))
        key = gb_to_tuple(vm, list);
    gb_unref(list);
    return key;
}

/* --- nodes --------------------------------------------------------------------------------------
 */

static void unchain(lru_cache *c, uint32_t at)
{
    node *n = &c->nodes[at];
    c->nodes[n->older].newer = n->newer;
    c->nodes[n->newer].older = n->older;
}

static void chain_newest(lru_cache *c, uint32_t at)
{
    uint32_t newest = c->nodes[0].older;
    c->nodes[at].older = newest;
    c->nodes[at].newer = 0;
    c->nodes[newest].newer = at;
    c->nodes[0].older = at;
}

/* The node of a key; 0: none; -1: an exception. */
static int64_t find(gb_vm *vm, const lru_cache *c, gb_value key)
{
    gb_value place = gb_dict_get_peek(vm, c->places, key);
    if (!gb_is_unset(place)) return place.i;
    return gb_is_unset(gb_exception_peek(vm)) ? 0 : -1;
}

/* An unchained node: the oldest one emptied when there are as many as there may be, else a new one.
 * 0 with an exception. */
static uint32_t free_node(gb_vm *vm, lru_cache *c)
{
    if (c->limit > 0 && c->count > (size_t)c->limit) {
        uint32_t oldest = c->nodes[0].newer;
        node old = c->nodes[oldest];
        if (gb_dict_remove(vm, c->places, old.key, NULL) < 0) return 0;
        unchain(c, oldest);
        c->nodes[oldest].key = c->nodes[oldest].result = GB_UNSET_VALUE;
        gb_unref(old.key);
        gb_unref(old.result);
        return oldest;
    }
    if (c->count >= UINT32_MAX || !gb_vm_allows(vm, c->count * sizeof *c->nodes)) return 0;
    if (!gb_vm_grow(vm, &c->nodes, &c->capacity, c->count + 1, sizeof *c->nodes)) return 0;
    c->nodes[c->count] = (node){0};
    return (uint32_t)c->count++;
}

static void forget_all(lru_cache *c)
{
    node *nodes = c->nodes;
    size_t count = c->count;
    c->nodes = NULL;
    c->count = c->capacity = 0;
    if (!gb_is_unset(c->places)) gb_dict_clear(c->places);
    for (size_t i = 1; i < count; i++) {
        gb_unref(nodes[i].key);
        gb_unref(nodes[i].result);
    }
    gb_free(nodes);
}

static bool remember(gb_vm *vm, lru_cache *c, gb_value key, gb_value result)
{
    if (c->count == 0) { /* the anchor */
        if (!gb_vm_grow(vm, &c->nodes, &c->capacity, 1, sizeof *c->nodes)) return false;
        c->nodes[0] = (node){0};
        c->count = 1;
    }
    uint32_t at = free_node(vm, c);
    if (!at) return false;
    c->nodes[at].key = gb_ref(key);
    c->nodes[at].result = gb_ref(result);
    chain_newest(c, at);
    return gb_dict_set(vm, c->places, key, gb_int(at));
}

/* --- calling ------------------------------------------------------------------------------------
 */

static gb_value compute(gb_vm *vm, lru_cache *c, gb_value key, const gb_arguments *args)
{
    c->misses++;
    gb_value result = gb_call_arguments(vm, c->function, args);
    if (gb_is_unset(result) || c->limit == 0) return result;
    int64_t at = find(vm, c, key); /* the call may have remembered it */
    if (at < 0 || (at == 0 && !remember(vm, c, key, result))) gb_clear(&result);
    return result;
}

static gb_value cache_call(gb_vm *vm, gb_value self, const gb_arguments *args)
{
    lru_cache *c = cache_of(self);
    gb_value key = key_of(vm, c, args), result = GB_UNSET_VALUE;
    if (gb_is_unset(key)) return key;
    int64_t at = c->limit == 0 ? 0 : find(vm, c, key);
    if (at > 0) {
        c->hits++;
        if (c->limit > 0) {
            unchain(c, (uint32_t)at);
            chain_newest(c, (uint32_t)at);
        }
        result = gb_ref(c->nodes[at].result);
    } else if (at == 0) {
        result = compute(vm, c, key, args);
    }
    gb_unref(key);
    return result;
}

/* --- life and methods ---------------------------------------------------------------------------
 */

static gb_value cache_make(gb_vm *vm, gb_type *cls, const gb_arguments *args)
{
    gb_value bound[5], v = GB_UNSET_VALUE;
    int64_t limit = -1;
    if (!gb_bind(vm, "lru_cache", "user_function, maxsize, typed, mark, info, /", args, bound))
        return v;
    if (!gb_is_callable(vm, bound[0]))
        gb_raise(vm, GB_EXC_TypeError, "the first argument must be callable");
    else if (gb_is_none(bound[1]) || gb_to_int64(vm, bound[1], &limit))
        v = gb_instance_new(vm, cls);
    if (!gb_is_unset(v)) {
        lru_cache *c = cache_of(v);
        c->function = gb_ref(bound[0]);
        c->mark = gb_ref(bound[3]);
        c->info = gb_ref(bound[4]);
        c->limit = gb_is_none(bound[1]) ? -1 : limit < 0 ? 0 : limit;
        c->typed = gb_truth(vm, bound[2]) == 1;
        c->places = gb_dict_new(vm);
        if (gb_is_unset(c->places)) gb_clear(&v);
    }
    gb_bound_release(bound, 5);
    return v;
}

static void cache_clear(gb_object *self)
{
    lru_cache *c = (lru_cache *)(void *)self;
    forget_all(c);
    gb_clear(&c->function);
}

static void cache_release(gb_object *self)
{
    lru_cache *c = (lru_cache *)(void *)self;
    cache_clear(self);
    gb_unref(c->places);
    gb_unref(c->mark);
    gb_unref(c->info);
}

static void cache_traverse(gb_object *self, gb_visit visit, void *context)
{
    const lru_cache *c = (const lru_cache *)(const void *)self;
    visit(c->function, context);
    visit(c->places, context);
    visit(c->mark, context);
    visit(c->info, context);
    for (size_t i = 1; i < c->count; i++) {
        visit(c->nodes[i].key, context);
        visit(c->nodes[i].result, context);
    }
}

static gb_value cache_get(gb_vm *vm, gb_value self, gb_value instance, gb_type *owner)
{
    (void)owner;
    return gb_is_unset(instance) ? gb_ref(self) : gb_method_new(vm, self, instance);
}

static gb_value method_info(gb_vm *vm, gb_value *args)
{
    const lru_cache *c = cache_of(args[0]);
    gb_value values[4] = {gb_int(c->hits), gb_int(c->misses),
                          c->limit < 0 ? GB_NONE_VALUE : gb_int(c->limit),
                          gb_int((int64_t)gb_dict_count(c->places))};
    return gb_call(vm, c->info, values, 4);
}

static gb_value method_clear(gb_vm *vm, gb_value *args)
{
    lru_cache *c = cache_of(args[0]);
    (void)vm;
    forget_all(c);
    c->hits = c->misses = 0;
    return GB_NONE_VALUE;
}

static gb_value method_self(gb_vm *vm, gb_value *args)
{
    (void)vm;
    return gb_ref(args[0]);
}

static const gb_native methods[] = {{"cache_info", method_info, "", 0, "Hits, misses and sizes."},
                                    {"cache_clear", method_clear, "", 0, "Forgets all results."},
                                    {"__copy__", method_self, "", 0, "Itself."},
                                    {"__deepcopy__", method_self, "memo, /", 0, "Itself."},
                                    {0}};

const gb_type_spec gb_spec_lru_cache = {
    .name = "_lru_cache_wrapper",
    .module = "functools",
    .shown = "functools._lru_cache_wrapper",
    .doc = "A function that remembers its results.",
    .size = sizeof(lru_cache),
    .flags = GB_TYPE_DICT,
    .methods = methods,
    .slots = {.make = cache_make,
              .release = cache_release,
              .traverse = cache_traverse,
              .clear = cache_clear,
              .call = cache_call,
              .get = cache_get},
};
