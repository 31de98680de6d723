/* The arena of nodes: appending, hash-consing, looking. What a node may be is verify.c; shapes are
 * infer.c. */
#include "graph/ir/graph.h"

#include "graph/base/memory.h"
#include "graph/ir/internal.h"
#include "graph/tensor/autograd.h"

#include <stdio.h>
#include <string.h>

gb_graph *gb_graph_new(gb_error *err)
{
    return gb_calloc(1, sizeof(gb_graph), err);
}

void gb_arena_arg_drop(gb_arg *arg)
{
    switch (arg->kind) {
    case GB_ARG_TENSOR: gb_tensor_unref(arg->as.tensor); break;
    case GB_ARG_GENERATOR: gb_generator_unref(arg->as.generator); break;
    case GB_ARG_LIST:
    case GB_ARG_SLICE:
        for (uint32_t i = 0; i < arg->count; i++)
            gb_arena_arg_drop(&arg->as.items[i]);
        break;
    default: break;
    }
    arg->kind = GB_ARG_NONE;
}

static void node_drop(gb_node *node)
{
    for (int32_t i = 0; i < node->arg_count; i++)
        gb_arena_arg_drop((gb_arg *)&node->args[i]);
    gb_arg_release(&node->form);
}

void gb_graph_free(gb_graph *graph)
{
    if (!graph) return;
    for (int32_t i = 0; i < graph->node_count; i++)
        node_drop(&graph->nodes[i]);
    for (int32_t i = 0; i < graph->invoke_count; i++)
        for (int32_t k = 0; k < graph->invokes[i].input_count; k++)
            gb_arena_arg_drop((gb_arg *)&graph->invokes[i].inputs[k].value);
    gb_map_release(&graph->site_index);
    gb_map_release(&graph->writes);
    gb_arena_release(&graph->arena);
    gb_free(graph->nodes);
    gb_free(graph->sites);
    gb_free(graph->invokes);
    gb_free(graph->buckets);
    gb_free(graph->hashes);
    gb_free(graph);
}

/* ------------------------------------------------------------------------------------- looking */

int32_t gb_graph_count(const gb_graph *graph)
{
    return graph->node_count;
}

const gb_node *gb_graph_node(const gb_graph *graph, gb_node_id id)
{
    return &graph->nodes[id];
}

int32_t gb_graph_site_count(const gb_graph *graph)
{
    return graph->site_count;
}

const gb_site *gb_graph_site(const gb_graph *graph, int32_t site)
{
    return &graph->sites[site];
}

int32_t gb_graph_invoke_count(const gb_graph *graph)
{
    return graph->invoke_count;
}

const gb_invoke *gb_graph_invoke(const gb_graph *graph, int32_t invoke)
{
    return &graph->invokes[invoke];
}

size_t gb_graph_bytes(const gb_graph *graph)
{
    return graph->arena.bytes + graph->tensor_bytes +
           (size_t)graph->node_count * (sizeof(gb_node) + sizeof(uint64_t)) +
           graph->bucket_count * sizeof(int32_t);
}

typedef struct visit_nodes {
    gb_node_visitor visit;
    void *context;
} visit_nodes;

static bool visit_one(gb_arg *arg, void *context)
{
    const visit_nodes *v = context;
    return arg->kind != GB_ARG_NODE || v->visit(v->context, arg->as.node);
}

bool gb_arg_nodes(const gb_arg *arg, gb_node_visitor visit, void *context)
{
    visit_nodes v = {visit, context};
    return gb_arg_visit((gb_arg *)arg, visit_one, &v); /* visit_one changes nothing */
}

bool gb_node_uses(const gb_node *node, gb_node_visitor visit, void *context)
{
    for (int32_t i = 0; i < node->arg_count; i++)
        if (!gb_arg_nodes(&node->args[i], visit, context)) return false;
    return true;
}

/* --------------------------------------------------------------------------------- sites, writes
 */

int32_t gb_graph_add_site(gb_graph *graph, const char *path, const char *leaf, gb_error *err)
{
    size_t np = strlen(path), nl = strlen(leaf);
    char key[2 * GB_GRAPH_MAX_NAME + 2];
    if (np > GB_GRAPH_MAX_NAME || nl > GB_GRAPH_MAX_NAME || nl == 0) {
        (void)gb_fail(err, GB_ERR_VALUE, "the name of a site has more than %d bytes, or none",
                      GB_GRAPH_MAX_NAME);
        return -1;
    }
    size_t n = (size_t)snprintf(key, sizeof key, "%s#%s", path, leaf);
    uintptr_t found = (uintptr_t)gb_map_get_n(&graph->site_index, key, n);
    if (found) return (int32_t)found - 1;
    int32_t index = graph->site_count;
    if (!gb_grow(&graph->sites, &graph->site_capacity, (size_t)index + 1, sizeof(gb_site), err))
        return -1;
    gb_site *site = &graph->sites[index];
    site->path = gb_arena_strndup(&graph->arena, path, np, err);
    site->leaf = gb_arena_strndup(&graph->arena, leaf, nl, err);
    if (!site->path || !site->leaf) return -1;
    if (!gb_map_put_n(&graph->site_index, key, n, (void *)((uintptr_t)index + 1), err)) return -1;
    graph->site_count++;
    return index;
}

/* Accesses whose leafs start with the same word ("output", "output.0") keep the order of the text:
 * they may be one tensor under two names. */
static size_t write_key(const gb_graph *graph, int32_t site, const int32_t at[2], char *key)
{
    const gb_site *name = &graph->sites[site];
    size_t stem = strcspn(name->leaf, ".");
    return (size_t)snprintf(key, 2 * GB_GRAPH_MAX_NAME + 64, "%s#%.*s@%d.%d", name->path, (int)stem,
                            name->leaf, at[0], at[1]);
}

int32_t gb_graph_writes(const gb_graph *graph, int32_t site, int32_t invoke, int32_t step)
{
    if (graph->writes.count == 0) return 0;
    char key[2 * GB_GRAPH_MAX_NAME + 64];
    size_t n = write_key(graph, site, (const int32_t[]){invoke, step}, key);
    return (int32_t)(uintptr_t)gb_map_get_n(&graph->writes, key, n);
}

static bool count_write(gb_graph *graph, const gb_node *node, gb_error *err)
{
    char key[2 * GB_GRAPH_MAX_NAME + 64];
    size_t n = write_key(graph, node->site, (const int32_t[]){node->invoke, node->step}, key);
    uintptr_t before = (uintptr_t)gb_map_get_n(&graph->writes, key, n);
    return gb_map_put_n(&graph->writes, key, n, (void *)(before + 1), err);
}

/* ------------------------------------------------------------------------------------- invokes */

static bool copy_rows(gb_graph *graph, const gb_invoke *from, gb_invoke *to, gb_error *err)
{
    gb_token_row *rows =
        gb_arena_array(&graph->arena, (size_t)from->row_count + 1, sizeof *rows, err);
    if (!rows) return false;
    for (int32_t r = 0; r < from->row_count; r++) {
        int64_t n = from->rows[r].count;
        if (n < 0 || n > GB_GRAPH_MAX_TOKENS - graph->token_count)
            return gb_fail_at(err, GB_ERR_VALUE, from->span,
                              "more than %d tokens in the prompts of one graph",
                              GB_GRAPH_MAX_TOKENS);
        int64_t *ids =
            gb_arena_copy(&graph->arena, from->rows[r].ids, (size_t)n * sizeof *ids, err);
        if (!ids) return false;
        graph->token_count += n;
        rows[r] = (gb_token_row){ids, n};
    }
    to->rows = rows;
    return true;
}

static bool copy_inputs(gb_graph *graph, const gb_invoke *from, gb_invoke *to, gb_error *err)
{
    gb_input *inputs =
        gb_arena_array(&graph->arena, (size_t)from->input_count + 1, sizeof *inputs, err);
    if (!inputs) return false;
    to->inputs = inputs;
    to->input_count = 0;
    for (int32_t i = 0; i < from->input_count; i++) {
        inputs[i].name = gb_arena_strdup(&graph->arena, from->inputs[i].name, err);
        if (!inputs[i].name ||
            !gb_arena_arg(&graph->arena, &from->inputs[i].value, &inputs[i].value, err))
            return false;
        to->input_count++;
    }
    return true;
}

int32_t gb_graph_add_invoke(gb_graph *graph, const gb_invoke *invoke, gb_error *err)
{
    int32_t index = graph->invoke_count;
    if (index >= GB_GRAPH_MAX_INVOKES || invoke->row_count < 0 || invoke->input_count < 0 ||
        invoke->row_count > GB_GRAPH_MAX_ROWS - graph->row_count ||
        invoke->input_count > GB_GRAPH_MAX_ROWS) {
        (void)gb_fail_at(err, GB_ERR_VALUE, invoke->span,
                         "more than %d invokes or %d prompts in one graph", GB_GRAPH_MAX_INVOKES,
                         GB_GRAPH_MAX_ROWS);
        return -1;
    }
    if (!gb_grow(&graph->invokes, &graph->invoke_capacity, (size_t)index + 1, sizeof(gb_invoke),
                 err))
        return -1;
    gb_invoke *copy = &graph->invokes[index];
    *copy = (gb_invoke){.span = invoke->span, .all = invoke->all, .row_count = invoke->row_count};
    bool ok = copy_rows(graph, invoke, copy, err) && copy_inputs(graph, invoke, copy, err);
    if (!ok) {
        for (int32_t i = 0; i < copy->input_count; i++)
            gb_arena_arg_drop((gb_arg *)&copy->inputs[i].value);
        return -1;
    }
    graph->row_count += invoke->row_count;
    graph->invoke_count++;
    return index;
}

/* ------------------------------------------------------------------------------------ appending */

static bool copy_items(gb_arena *arena, const gb_arg *from, gb_arg *to, gb_error *err)
{
    gb_arg *items = gb_arena_array(arena, (size_t)from->count + 1, sizeof *items, err);
    if (!items) return false;
    for (uint32_t i = 0; i < from->count; i++)
        if (!gb_arena_arg(arena, &from->as.items[i], &items[i], err)) {
            while (i-- > 0)
                gb_arena_arg_drop(&items[i]);
            return false;
        }
    to->as.items = items;
    return true;
}

bool gb_arena_arg(gb_arena *arena, const gb_arg *from, gb_arg *to, gb_error *err)
{
    *to = *from;
    bool ok = true;
    switch (from->kind) {
    case GB_ARG_TENSOR: to->as.tensor = gb_tensor_ref(from->as.tensor); break;
    case GB_ARG_GENERATOR: to->as.generator = gb_generator_ref(from->as.generator); break;
    case GB_ARG_TEXT:
        to->as.text = gb_arena_strndup(arena, from->as.text, from->count, err);
        ok = to->as.text != NULL;
        break;
    case GB_ARG_LIST:
    case GB_ARG_SLICE: ok = copy_items(arena, from, to, err); break;
    default: break;
    }
    if (!ok) *to = gb_arg_none();
    return ok;
}

static uint64_t mix(uint64_t h, uint64_t x)
{
    h ^= x + 0x9e3779b97f4a7c15u + (h << 6) + (h >> 2);
    return h * 0xff51afd7ed558ccdu;
}

static uint64_t node_hash(const gb_node *node)
{
    uint64_t h = mix((uint64_t)node->kind, (uint64_t)(uintptr_t)node->overload);
    h = mix(h, (uint32_t)node->site);
    h = mix(h, (uint64_t)(uint32_t)node->step << 32 | (uint32_t)node->invoke);
    h = mix(h, (uint64_t)(uint32_t)node->version << 32 | (uint32_t)node->index);
    for (int32_t i = 0; i < node->arg_count; i++)
        h = mix(h, gb_arg_hash(&node->args[i]));
    return h;
}

static bool node_equal(const gb_node *a, const gb_node *b)
{
    if (a->kind != b->kind || a->overload != b->overload || a->site != b->site ||
        a->step != b->step || a->invoke != b->invoke || a->version != b->version ||
        a->index != b->index || a->arg_count != b->arg_count)
        return false;
    for (int32_t i = 0; i < a->arg_count; i++)
        if (!gb_arg_equal(&a->args[i], &b->args[i])) return false;
    return true;
}

static bool mergeable(const gb_node *node)
{
    if (!gb_node_rule_of(node->kind)->pure) return false;
    return node->kind != GB_NODE_OP || !gb_overload_is_random(node->overload);
}

static gb_node_id find_equal(const gb_graph *graph, const gb_node *node, uint64_t hash)
{
    if (graph->bucket_count == 0) return GB_NO_NODE;
    size_t mask = graph->bucket_count - 1;
    for (size_t i = hash & mask; graph->buckets[i]; i = (i + 1) & mask) {
        gb_node_id id = graph->buckets[i] - 1;
        if (graph->hashes[id] == hash && node_equal(&graph->nodes[id], node)) return id;
    }
    return GB_NO_NODE;
}

static void bucket_put(gb_graph *graph, gb_node_id id)
{
    size_t mask = graph->bucket_count - 1;
    size_t i = graph->hashes[id] & mask;
    while (graph->buckets[i])
        i = (i + 1) & mask;
    graph->buckets[i] = id + 1;
}

static bool buckets_grow(gb_graph *graph, gb_error *err)
{
    size_t wanted = graph->bucket_count ? graph->bucket_count * 2 : 64;
    int32_t *buckets = gb_calloc(wanted, sizeof *buckets, err);
    if (!buckets) return false;
    gb_free(graph->buckets);
    graph->buckets = buckets;
    graph->bucket_count = wanted;
    for (gb_node_id id = 0; id < graph->node_count; id++)
        if (mergeable(&graph->nodes[id])) bucket_put(graph, id);
    return true;
}

static bool room(gb_graph *graph, gb_error *err)
{
    size_t wanted = (size_t)graph->node_count + 1;
    if (wanted > GB_GRAPH_MAX_NODES)
        return gb_fail(err, GB_ERR_VALUE, "more than %d nodes in one graph", GB_GRAPH_MAX_NODES);
    if (!gb_grow(&graph->nodes, &graph->node_capacity, wanted, sizeof(gb_node), err) ||
        !gb_grow(&graph->hashes, &graph->hash_capacity, wanted, sizeof(uint64_t), err))
        return false;
    return wanted * 2 <= graph->bucket_count || buckets_grow(graph, err);
}

static bool copy_node(gb_graph *graph, const gb_node *from, gb_node *to, gb_error *err)
{
    *to = *from;
    to->arg_count = 0;
    to->form = gb_arg_none();
    to->meta = NULL;
    gb_arg *args = gb_arena_array(&graph->arena, (size_t)from->arg_count + 1, sizeof *args, err);
    if (!args) return false;
    to->args = args;
    for (int32_t i = 0; i < from->arg_count; i++) {
        if (!gb_arena_arg(&graph->arena, &from->args[i], &args[i], err)) goto failed;
        to->arg_count++;
    }
    if (from->name && !(to->name = gb_arena_strdup(&graph->arena, from->name, err))) goto failed;
    if (gb_arg_copy(&from->form, &to->form, err)) return true;
failed:
    node_drop(to);
    return false;
}

typedef struct invoke_of {
    const gb_graph *graph;
    int32_t invoke;
    bool several;
} invoke_of;

static bool join_invoke(void *context, gb_node_id id)
{
    invoke_of *w = context;
    int32_t other = w->graph->nodes[id].invoke;
    if (other == GB_NO_INVOKE) return true;
    if (w->invoke == GB_NO_INVOKE) w->invoke = other;
    w->several = w->several || w->invoke != other;
    return true;
}

/* A computed node belongs to the invoke that all its arguments come from. */
static void work_out_place(const gb_graph *graph, gb_node *node)
{
    if (node->kind == GB_NODE_READ)
        node->version = gb_graph_writes(graph, node->site, node->invoke, node->step);
    else if (node->kind != GB_NODE_WRITE && node->kind != GB_NODE_PRINT) {
        invoke_of w = {graph, GB_NO_INVOKE, false};
        (void)gb_node_uses(node, join_invoke, &w);
        node->invoke = w.several ? GB_NO_INVOKE : w.invoke;
    }
}

/* `alike`: the form is known. */
static bool append(gb_graph *graph, gb_node *node, bool alike, gb_node_id *id, gb_error *err)
{
    if (!gb_node_check(graph, node, graph->node_count, err)) return false;
    work_out_place(graph, node);
    uint64_t hash = node_hash(node);
    bool merge = mergeable(node);
    *id = merge ? find_equal(graph, node, hash) : GB_NO_NODE;
    if (*id != GB_NO_NODE) return true;
    if (!room(graph, err)) return false;
    gb_node *slot = &graph->nodes[graph->node_count];
    if (!copy_node(graph, node, slot, err)) return false;
    if ((!alike && !gb_node_infer(graph, slot, err)) ||
        (slot->kind == GB_NODE_WRITE && !count_write(graph, slot, err))) {
        node_drop(slot);
        return false;
    }
    slot->meta = slot->form.kind == GB_ARG_TENSOR ? slot->form.as.tensor : NULL;
    if (slot->kind == GB_NODE_CONST && slot->args[0].kind == GB_ARG_TENSOR)
        graph->tensor_bytes += gb_tensor_bytes(slot->args[0].as.tensor);
    *id = graph->node_count++;
    graph->hashes[*id] = hash;
    if (merge) bucket_put(graph, *id);
    return true;
}

static gb_node_id append_copy(gb_graph *graph, const gb_node *node, bool alike, gb_error *err)
{
    gb_node copy = *node;
    gb_node_id id = GB_NO_NODE;
    gb_error own = GB_ERROR_INIT;
    if (append(graph, &copy, alike, &id, &own)) return id;
    gb_error_locate(&own, node->span);
    if (err && err->cls == GB_ERR_NONE) *err = own;
    return GB_NO_NODE;
}

gb_node_id gb_graph_append(gb_graph *graph, const gb_node *node, gb_error *err)
{
    return append_copy(graph, node, false, err);
}

gb_node_id gb_graph_append_alike(gb_graph *graph, const gb_node *node, gb_error *err)
{
    return append_copy(graph, node, true, err);
}

void gb_graph_drop(gb_graph *graph, gb_node_id id)
{
    gb_node *node = &graph->nodes[id];
    node_drop(node); /* its arguments are None now */
    node->kind = GB_NODE_CONST;
    node->invoke = GB_NO_INVOKE;
    node->site = -1;
    node->overload = NULL;
    node->meta = NULL;
    if (node->arg_count > 1) node->arg_count = 1;
}

/* ------------------------------------------------------------------------------------- builders */

#define NEW_NODE(k, s)                                                                             \
    {                                                                                              \
        .kind = GB_NODE_##k, .invoke = GB_NO_INVOKE, .site = -1, .span = (s)                       \
    }

gb_node_id gb_graph_const(gb_graph *graph, const gb_arg *value, gb_span span, gb_error *err)
{
    gb_node node = NEW_NODE(CONST, span);
    node.args = value;
    node.arg_count = 1;
    return gb_graph_append(graph, &node, err);
}

gb_node_id gb_graph_op(gb_graph *graph, const gb_overload *overload, const gb_arg *bound,
                       int32_t count, gb_span span, gb_error *err)
{
    gb_node node = NEW_NODE(OP, span);
    node.overload = overload;
    node.args = bound;
    node.arg_count = count;
    return gb_graph_append(graph, &node, err);
}

gb_node_id gb_graph_item(gb_graph *graph, gb_node_id of, int32_t index, gb_span span, gb_error *err)
{
    gb_node node = NEW_NODE(ITEM, span);
    gb_arg arg = gb_arg_node(of);
    node.index = index;
    node.args = &arg;
    node.arg_count = 1;
    return gb_graph_append(graph, &node, err);
}

static gb_node access_node(gb_node_kind kind, const gb_access *at)
{
    return (gb_node){.kind = kind,
                     .invoke = at->invoke,
                     .step = at->step,
                     .site = at->site,
                     .span = at->span,
                     .form = gb_arg_tensor(at->meta)};
}

gb_node_id gb_graph_read(gb_graph *graph, const gb_access *at, gb_error *err)
{
    gb_node node = access_node(GB_NODE_READ, at);
    return gb_graph_append(graph, &node, err);
}

gb_node_id gb_graph_read_positions(gb_graph *graph, const gb_access *at, const int64_t *positions,
                                   int32_t count, gb_error *err)
{
    gb_node node = access_node(GB_NODE_READ, at);
    gb_arg *items = gb_alloc(((size_t)count + 1) * sizeof *items, err);
    if (!items) return GB_NO_NODE;
    gb_arg list = gb_arg_ints(positions, (size_t)count, items);
    node.args = &list;
    node.arg_count = 1;
    gb_node_id id = gb_graph_append(graph, &node, err);
    gb_free(items);
    return id;
}

gb_node_id gb_graph_write(gb_graph *graph, const gb_access *at, gb_node_id value,
                          gb_write_mode mode, gb_error *err)
{
    gb_node node = access_node(GB_NODE_WRITE, at);
    gb_arg arg = gb_arg_node(value);
    node.mode = (uint8_t)mode;
    node.args = &arg;
    node.arg_count = 1;
    return gb_graph_append(graph, &node, err);
}

gb_node_id gb_graph_call(gb_graph *graph, const gb_access *module, const gb_arg *args,
                         int32_t count, gb_error *err)
{
    gb_node node = access_node(GB_NODE_CALL, module);
    node.args = args;
    node.arg_count = count;
    return gb_graph_append(graph, &node, err);
}

gb_node_id gb_graph_print(gb_graph *graph, int32_t invoke, const gb_arg *pieces, int32_t count,
                          gb_span span, gb_error *err)
{
    gb_node node = NEW_NODE(PRINT, span);
    node.invoke = invoke;
    node.args = pieces;
    node.arg_count = count;
    return gb_graph_append(graph, &node, err);
}

gb_node_id gb_graph_save(gb_graph *graph, gb_node_id value, const char *name, gb_span span,
                         gb_error *err)
{
    gb_node node = NEW_NODE(SAVE, span);
    gb_arg arg = gb_arg_node(value);
    node.name = name;
    node.args = &arg;
    node.arg_count = 1;
    return gb_graph_append(graph, &node, err);
}

/* BACKWARD, GRAD and SETGRAD: nodes of nodes. */
static gb_node_id of_nodes(gb_graph *graph, gb_node *node, const gb_node_id *ids, gb_error *err)
{
    gb_arg args[3];
    node->arg_count = 0;
    for (int i = 0; i < 3 && ids[i] != GB_NO_NODE; i++)
        args[node->arg_count++] = gb_arg_node(ids[i]);
    node->args = args;
    return gb_graph_append(graph, node, err);
}

gb_node_id gb_graph_backward(gb_graph *graph, gb_node_id loss, gb_node_id seed, gb_span span,
                             gb_error *err)
{
    gb_node node = NEW_NODE(BACKWARD, span);
    return of_nodes(graph, &node, (gb_node_id[]){loss, seed, GB_NO_NODE}, err);
}

gb_node_id gb_graph_grad(gb_graph *graph, gb_node_id backward, gb_node_id of, gb_span span,
                         gb_error *err)
{
    gb_node node = NEW_NODE(GRAD, span);
    return of_nodes(graph, &node, (gb_node_id[]){backward, of, GB_NO_NODE}, err);
}

gb_node_id gb_graph_set_grad(gb_graph *graph, gb_node_id backward, gb_node_id of, gb_node_id value,
                             gb_span span, gb_error *err)
{
    gb_node node = NEW_NODE(SETGRAD, span);
    return of_nodes(graph, &node, (gb_node_id[]){backward, of, value}, err);
}
