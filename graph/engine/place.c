/* When: the key of every node, the wave of every invoke, and the orders that cannot be.
 *
 * A value's sources say, for each invoke, the latest boundary it needs of it. A WRITE of invoke r
 * from a value of invoke d needs d to be there first: in the same wave when d's boundary is not
 * later, else in an earlier wave; of itself (r == d) it cannot be later at all (T3). */
#include "graph/base/memory.h"
#include "graph/engine/exec.h"

#include <string.h>

static const struct {
    const char *leaf;
    exec_site_kind kind;
} run_sites[] = {{"result", SITE_RESULT}, {"token", SITE_TOKEN}, {"ids", SITE_IDS}};

static bool no_site(const gb_plan *plan, const gb_site *name, int32_t module, gb_error *err)
{
    const char *near = module < 0 ? gb_tree_nearest(&plan->tree, 0, name->path)
                                  : gb_plan_nearest_inner(plan, module, name->leaf);
    if (module < 0)
        return gb_fail(err, GB_ERR_ATTRIBUTE, "the model has no module '%s'%s%s%s", name->path,
                       near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    return gb_fail(err, GB_ERR_ATTRIBUTE, "module '%s' has no value '%s'%s%s%s", name->path,
                   name->leaf, near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
}

bool exec_site_find(const gb_plan *plan, const gb_site *name, bool call, exec_site *out,
                    gb_error *err)
{
    *out = (exec_site){SITE_MODEL, -1, -1};
    if (!*name->path)
        for (size_t i = 0; i < sizeof run_sites / sizeof *run_sites; i++)
            if (strcmp(name->leaf, run_sites[i].leaf) == 0) {
                out->kind = run_sites[i].kind;
                return true;
            }
    out->module = gb_tree_find(&plan->tree, name->path);
    if (out->module < 0) return no_site(plan, name, -1, err);
    if (call) return true;
    out->place = gb_plan_place(plan, out->module, name->leaf);
    return out->place >= 0 || no_site(plan, name, out->module, err);
}

static bool place_sites(gb_exec *exec, gb_error *err)
{
    int32_t count = gb_graph_site_count(exec->graph);
    if (!gb_grow(&exec->sites, &exec->site_capacity, (size_t)count, sizeof *exec->sites, err))
        return false;
    for (; exec->site_count < count; exec->site_count++)
        exec->sites[exec->site_count] = (exec_site){SITE_MODEL, -2, -1};
    return true;
}

static bool find_site(gb_exec *exec, const gb_node *node, gb_error *err)
{
    exec_site *site = &exec->sites[node->site];
    bool call = node->kind == GB_NODE_CALL;
    if (site->place == -2 || (site->place == -1 && site->kind == SITE_MODEL && !call))
        return exec_site_find(exec->plan, gb_graph_site(exec->graph, node->site), call, site, err);
    return true;
}

static bool place_invokes(gb_exec *exec, gb_error *err)
{
    int32_t count = gb_graph_invoke_count(exec->graph);
    if (!gb_grow(&exec->invokes, &exec->invoke_capacity, (size_t)count, sizeof *exec->invokes, err))
        return false;
    for (; exec->invoke_count < count; exec->invoke_count++)
        exec->invokes[exec->invoke_count] = (exec_invoke){0};
    return true;
}

/* ------------------------------------------------------------------------------------- sources */

static exec_key access_key(const gb_exec *exec, const gb_node *node)
{
    const exec_site *site = &exec->sites[node->site];
    switch (site->kind) {
    case SITE_RESULT: return key_make(0, KEY_LAST_STEP, 0);
    case SITE_TOKEN: return key_make(0, node->step, KEY_LAST_BOUNDARY);
    case SITE_IDS: return key_make(0, 0, 0);
    default: return key_make(0, node->step, exec->plan->places[site->place].boundary);
    }
}

typedef struct merge {
    gb_exec *exec;
    exec_sources *into;
    bool owned; /* `into` is this node's own copy */
    gb_error *err;
} merge;

static bool merge_own(merge *m, int32_t more)
{
    exec_sources *s = m->into;
    exec_source *items =
        gb_arena_array(&m->exec->arena, (size_t)(s->count + more), sizeof *items, m->err);
    if (!items) return false;
    if (s->count) memcpy(items, s->items, (size_t)s->count * sizeof *items);
    s->items = items;
    m->owned = true;
    return true;
}

static bool merge_one(merge *m, const exec_source *source)
{
    exec_sources *s = m->into;
    int32_t i = 0;
    while (i < s->count && s->items[i].invoke < source->invoke)
        i++;
    bool there = i < s->count && s->items[i].invoke == source->invoke;
    if (there && s->items[i].at >= source->at) return true;
    if ((!m->owned || !there) && !merge_own(m, 1)) return false;
    if (!there) {
        memmove(&s->items[i + 1], &s->items[i], (size_t)(s->count - i) * sizeof *s->items);
        s->count++;
    }
    s->items[i] = *source;
    return true;
}

static bool merge_node(void *context, gb_node_id id)
{
    merge *m = context;
    const exec_sources *from = &m->exec->nodes[id].sources;
    if (m->into->count == 0) {
        *m->into = *from; /* shared until something else comes */
        m->owned = false;
        return true;
    }
    if (from->items == m->into->items) return true;
    for (int32_t i = 0; i < from->count; i++)
        if (!merge_one(m, &from->items[i])) return false;
    return true;
}

static bool place_sources(gb_exec *exec, gb_node_id id, gb_error *err)
{
    const gb_node *node = gb_graph_node(exec->graph, id);
    merge m = {exec, &exec->nodes[id].sources, false, err};
    if (!gb_node_uses(node, merge_node, &m)) return false;
    if (node->kind != GB_NODE_READ) return true;
    exec_source own = {node->invoke, access_key(exec, node), id};
    return merge_one(&m, &own);
}

/* --------------------------------------------------------------------------------------- waves */

static void name_of(const gb_exec *exec, gb_node_id id, gb_buffer *out)
{
    const gb_site *name = gb_graph_site(exec->graph, gb_graph_node(exec->graph, id)->site);
    gb_buffer_format(out, "%s%s%s", name->path, *name->path ? "." : "", name->leaf);
}

static bool impossible(gb_exec *exec, gb_node_id write, gb_node_id read, gb_error *err)
{
    gb_buffer to = GB_BUFFER_INIT, from = GB_BUFFER_INIT;
    name_of(exec, write, &to);
    name_of(exec, read, &from);
    exec->conflict_write = write;
    exec->conflict_read = read;
    gb_fail_at(err, GB_ERR_VALUE, gb_graph_node(exec->graph, write)->span,
               "'%s' is written here from '%s', which is computed after it in the same run",
               to.data ? to.data : "", from.data ? from.data : "");
    gb_buffer_release(&to);
    gb_buffer_release(&from);
    return false;
}

static bool sees_all(const gb_exec *exec, int32_t invoke)
{
    return gb_graph_invoke(exec->graph, invoke)->all;
}

/* One WRITE's demands on the waves; *changed when an invoke moved. */
static bool raise_wave(gb_exec *exec, gb_node_id id, bool *changed, gb_error *err)
{
    const gb_node *node = gb_graph_node(exec->graph, id);
    const exec_sources *s = &exec->nodes[id].sources;
    exec_key at = access_key(exec, node);
    int32_t *wave = &exec->invokes[node->invoke].wave;
    for (int32_t i = 0; i < s->count; i++) {
        const exec_source *source = &s->items[i];
        bool later = source->at > at;
        bool same = source->invoke == node->invoke || sees_all(exec, source->invoke) ||
                    sees_all(exec, node->invoke);
        if (same && later) return impossible(exec, id, source->read, err);
        int32_t least = exec->invokes[source->invoke].wave + (later ? 1 : 0);
        if (same || *wave >= least) continue;
        if (least > exec->invoke_count) return impossible(exec, id, source->read, err);
        *wave = least;
        *changed = true;
    }
    return true;
}

static bool place_waves(gb_exec *exec, bool *moved, gb_error *err)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (gb_node_id id = 0; id < exec->node_count; id++)
            if (gb_graph_node(exec->graph, id)->kind == GB_NODE_WRITE &&
                !raise_wave(exec, id, &changed, err))
                return false;
        *moved = *moved || changed;
    }
    exec->waves = 1;
    bool all = false;
    for (int32_t i = 0; i < exec->invoke_count; i++) {
        all = all || sees_all(exec, i);
        if (exec->invokes[i].wave >= exec->waves) exec->waves = exec->invokes[i].wave + 1;
    }
    return !all || exec->waves == 1 ||
           gb_fail(err, GB_ERR_VALUE,
                   "an invoke without input sees all prompts of one run, but here "
                   "one prompt has to wait for another");
}

/* ---------------------------------------------------------------------------------------- keys */

static exec_key sources_key(const gb_exec *exec, const exec_sources *sources)
{
    exec_key key = KEY_NOW;
    for (int32_t i = 0; i < sources->count; i++) {
        const exec_source *s = &sources->items[i];
        exec_key at = s->at + key_make(exec->invokes[s->invoke].wave, 0, 0);
        if (at > key) key = at;
    }
    return key;
}

/* PRINTs wait for the ones before them; what belongs to a backward waits for all of it. */
static void place_keys(gb_exec *exec)
{
    exec_key print = KEY_NOW;
    for (gb_node_id id = 0; id < exec->node_count; id++) {
        const gb_node *node = gb_graph_node(exec->graph, id);
        exec_node *n = &exec->nodes[id];
        n->key = sources_key(exec, &n->sources);
        if (node->kind == GB_NODE_WRITE)
            n->key = access_key(exec, node) + key_make(exec->invokes[node->invoke].wave, 0, 0);
        if (node->kind != GB_NODE_PRINT) continue;
        if (n->key < print) n->key = print;
        print = n->key;
    }
}

/* The sources of a BACKWARD grow by those of its SETGRADs and of what gradients are asked of, and
 * all that comes from it inherits them; so two rounds over the nodes. */
static bool place_backward(gb_exec *exec, gb_node_id id, gb_error *err)
{
    const gb_node *node = gb_graph_node(exec->graph, id);
    if (node->kind != GB_NODE_GRAD && node->kind != GB_NODE_SETGRAD) return true;
    merge m = {exec, &exec->nodes[node->args[0].as.node].sources, false, err};
    return merge_node(&m, node->args[1].as.node) &&
           (node->kind == GB_NODE_GRAD || merge_node(&m, node->args[2].as.node));
}

static bool any_backward(const gb_exec *exec)
{
    for (gb_node_id id = 0; id < exec->node_count; id++)
        if (gb_graph_node(exec->graph, id)->kind == GB_NODE_BACKWARD) return true;
    return false;
}

bool exec_place(gb_exec *exec, bool *moved, gb_error *err)
{
    int32_t count = gb_graph_count(exec->graph), from = exec->node_count;
    bool fresh = exec->waves == 0 || exec->invoke_count < gb_graph_invoke_count(exec->graph);
    *moved = false;
    if (!place_sites(exec, err) || !place_invokes(exec, err) ||
        !gb_grow(&exec->nodes, &exec->node_capacity, (size_t)count, sizeof *exec->nodes, err))
        return false;
    for (gb_node_id id = from; id < count; id++) {
        const gb_node *node = gb_graph_node(exec->graph, id);
        exec->nodes[id] = (exec_node){.key = KEY_NOW};
        if ((node->site >= 0 && !find_site(exec, node, err)) || !place_sources(exec, id, err) ||
            !place_backward(exec, id, err)) {
            gb_error_locate(err, node->span);
            return false;
        }
        exec->node_count = id + 1;
    }
    if (from < count && any_backward(exec))
        for (gb_node_id id = 0; id < count; id++)
            if (!place_sources(exec, id, err)) return false;
    if (from < count || fresh || exec->impossible) {
        exec->impossible = !place_waves(exec, moved, err);
        if (exec->impossible) return false;
    }
    place_keys(exec);
    return true;
}
