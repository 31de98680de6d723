/* Slice push-up: where every use of a READ picks some positions, only those are read.
 *
 * `lm_head.output[0, -1]` asks for one row of the unembedding; told so, the engine multiplies that
 * one row. Known picks: aten::select and aten::slice along positions, gb::getitem with an int or
 * slice there, and a select of one prompt in between. */
#include "graph/base/memory.h"
#include "graph/pass/rewrite.h"
#include "graph/tensor/index.h"

#include <string.h>

/* One pick along positions: start, start + step, ... (count of them), or a single index. */
typedef struct pick {
    int64_t start, step, count;
    bool single;
} pick;

/* A READ and what is asked of it. */
typedef struct asked {
    bool *positions; /* [time] */
    bool ranges;     /* some are asked for as a range */
    int64_t time;    /* dimension 1 of the READ; 0: everything is asked for */
    gb_node_id made; /* the new READ, in the new graph */
    int64_t *index;  /* [time] where each position is in the new one */
} asked;

typedef struct slicer {
    gb_rewrite *w;
    asked *asked;         /* [nodes] */
    gb_node_id *selected; /* [nodes] the READ that a select of one prompt looks into, or none */
} slicer;

static bool int_arg(const gb_arg *arg, int64_t *out)
{
    *out = arg->kind == GB_ARG_INT ? arg->as.integer : 0;
    return arg->kind == GB_ARG_INT;
}

static int64_t clamp(int64_t x, int64_t n)
{
    if (x < 0) x += n;
    return x < 0 ? 0 : x > n ? n : x;
}

static bool range_pick(const gb_arg *start, const gb_arg *stop, const gb_arg *step, int64_t n,
                       pick *out)
{
    int64_t a = 0, b = n, s = 1;
    if (start->kind != GB_ARG_NONE && !int_arg(start, &a)) return false;
    if (stop->kind != GB_ARG_NONE && !int_arg(stop, &b)) return false;
    if (step->kind != GB_ARG_NONE && !int_arg(step, &s)) return false;
    if (s < 1) return false;
    a = clamp(a, n);
    b = clamp(b, n);
    *out = (pick){a, s, b > a ? (b - a + s - 1) / s : 0, false};
    return true;
}

static bool single_pick(int64_t k, int64_t n, pick *out)
{
    if (k < 0) k += n;
    *out = (pick){k, 1, 1, true};
    return k >= 0 && k < n;
}

static const char *op_name(const gb_node *node)
{
    return node->kind == GB_NODE_OP ? gb_overload_name(node->overload) : "";
}

static bool is_op(const gb_node *node, const char *name, int32_t least)
{
    return node->arg_count >= least && strcmp(op_name(node), name) == 0 &&
           node->args[0].kind == GB_ARG_NODE;
}

/* The element of an index that stands for dimension `dim`; NULL unless all before are ints or
 * slices. */
static const gb_arg *index_item(const gb_arg *index, uint32_t dim)
{
    bool tuple = index->kind == GB_ARG_LIST && index->tuple;
    uint32_t count = tuple ? index->count : 1;
    const gb_arg *items = tuple ? index->as.items : index;
    if (dim >= count || count > 8) return NULL;
    for (uint32_t i = 0; i < count; i++)
        if (items[i].kind != GB_ARG_INT && items[i].kind != GB_ARG_SLICE) return NULL;
    return &items[dim];
}

static bool item_pick(const gb_arg *item, int64_t n, pick *out)
{
    if (item->kind == GB_ARG_INT) return single_pick(item->as.integer, n, out);
    return range_pick(&item->as.items[0], &item->as.items[1], &item->as.items[2], n, out);
}

/* What `node` picks along dimension `dim` of its first argument. */
static bool pick_of(const gb_node *node, int64_t dim, int64_t n, pick *out)
{
    static const gb_arg none = {.kind = GB_ARG_NONE};
    int64_t d, k;
    if (is_op(node, "aten::select.int", 3))
        return int_arg(&node->args[1], &d) && d == dim && int_arg(&node->args[2], &k) &&
               single_pick(k, n, out);
    if (is_op(node, "aten::slice.Tensor", 2))
        return int_arg(&node->args[1], &d) && d == dim &&
               range_pick(node->arg_count > 2 ? &node->args[2] : &none,
                          node->arg_count > 3 ? &node->args[3] : &none,
                          node->arg_count > 4 ? &node->args[4] : &none, n, out);
    if (!is_op(node, "gb::getitem", 2)) return false;
    const gb_arg *item = index_item(&node->args[1], (uint32_t)dim);
    return item && item_pick(item, n, out);
}

/* Takes one prompt and leaves positions in front. */
static bool is_prompt_select(const gb_node *node)
{
    int64_t d;
    if (is_op(node, "aten::select.int", 3)) return int_arg(&node->args[1], &d) && d == 0;
    if (!is_op(node, "gb::getitem", 2)) return false;
    const gb_arg *index = &node->args[1];
    bool tuple = index->kind == GB_ARG_LIST && index->tuple;
    return index->kind == GB_ARG_INT ||
           (tuple && index->count == 1 && index->as.items[0].kind == GB_ARG_INT);
}

/* --------------------------------------------------------------------------------------- asking */

static gb_node_id read_behind(const slicer *s, gb_node_id id, int64_t *dim)
{
    *dim = 0;
    if (s->selected[id] != GB_NO_NODE) return s->selected[id];
    *dim = 1;
    return id;
}

typedef struct use {
    slicer *s;
    const gb_node *user;
    gb_node_id user_id;
    gb_error *err;
} use;

/* Everything of the READ is needed after all. */
static void ask_all(slicer *s, gb_node_id read)
{
    s->asked[read].time = 0;
}

static bool ask(void *context, gb_node_id id)
{
    use *u = context;
    slicer *s = u->s;
    int64_t dim;
    pick p;
    gb_node_id read = read_behind(s, id, &dim);
    asked *a = &s->asked[read];
    if (a->time == 0) return true;
    if (dim == 1 && is_prompt_select(u->user) && u->user->args[0].as.node == id) {
        s->selected[u->user_id] = read;
        return true;
    }
    if (!pick_of(u->user, dim, a->time, &p) || u->user->args[0].as.node != id) {
        ask_all(s, read);
        return true;
    }
    for (int64_t i = 0; i < p.count; i++)
        a->positions[p.start + i * p.step] = true;
    a->ranges = a->ranges || !p.single;
    return true;
}

static bool begin_read(slicer *s, gb_node_id id, gb_error *err)
{
    const gb_node *node = gb_graph_node(s->w->from, id);
    const gb_pass_model *model = s->w->options->model;
    asked *a = &s->asked[id];
    if (node->kind != GB_NODE_READ || node->arg_count || !node->meta ||
        gb_tensor_dim(node->meta) < 2 || !model->by_position(model->context, s->w->from, node))
        return true;
    a->time = gb_tensor_size(node->meta, 1);
    a->positions = gb_calloc((size_t)a->time + 1, sizeof *a->positions, err);
    a->index = gb_calloc((size_t)a->time + 1, sizeof *a->index, err);
    return a->positions && a->index;
}

static bool ask_everybody(slicer *s, gb_error *err)
{
    const gb_graph *graph = s->w->from;
    for (gb_node_id id = 0; id < gb_graph_count(graph); id++) {
        s->selected[id] = GB_NO_NODE;
        s->asked[id].made = GB_NO_NODE;
        if (!begin_read(s, id, err)) return false;
        use u = {s, gb_graph_node(graph, id), id, err};
        (void)gb_node_uses(u.user, ask, &u);
    }
    for (size_t i = 0; i < s->w->options->wanted_count; i++) {
        int64_t dim;
        ask_all(s, read_behind(s, s->w->options->wanted[i], &dim));
    }
    return true;
}

/* -------------------------------------------------------------------------------------- writing */

static bool write_read(slicer *s, gb_node_id id, gb_error *err)
{
    const gb_node *node = gb_graph_node(s->w->from, id);
    asked *a = &s->asked[id];
    int64_t kept = 0, sizes[8];
    int64_t *positions = gb_calloc((size_t)a->time + 1, sizeof *positions, err);
    if (!positions) return false;
    for (int64_t t = 0; t < a->time; t++)
        if (a->positions[t]) {
            a->index[t] = kept;
            positions[kept++] = t;
        }
    int64_t dim = gb_tensor_dim(node->meta);
    for (int64_t i = 0; i < dim && i < 8; i++)
        sizes[i] = i == 1 ? kept : gb_tensor_size(node->meta, i);
    gb_tensor *meta = gb_tensor_meta(gb_tensor_dtype(node->meta), sizes, (size_t)dim, err);
    gb_access at = {node->site, node->invoke, node->step, meta, node->span};
    if (meta) a->made = gb_graph_read_positions(s->w->to, &at, positions, (int32_t)kept, err);
    gb_tensor_unref(meta);
    gb_free(positions);
    s->w->map[id] = a->made;
    return a->made != GB_NO_NODE;
}

/* The pick in the new READ's positions, as an operator along `dim`. */
static gb_node_id write_pick(slicer *s, const gb_node *node, const asked *a, const pick *p,
                             int64_t dim, gb_error *err)
{
    gb_node_id base = s->w->map[node->args[0].as.node];
    int64_t first = p->count ? a->index[p->start] : 0;
    int64_t step = p->count > 1 ? a->index[p->start + p->step] - first : 1;
    if (p->single) {
        gb_arg args[] = {gb_arg_node(base), gb_arg_int(dim), gb_arg_int(first)};
        return gb_rewrite_op(s->w, "aten::select.int", args, 3, node, err);
    }
    gb_arg args[] = {gb_arg_node(base), gb_arg_int(dim), gb_arg_int(first),
                     gb_arg_int(p->count ? first + (p->count - 1) * step + 1 : first),
                     gb_arg_int(step)};
    return gb_rewrite_op(s->w, "aten::slice.Tensor", args, 5, node, err);
}

/* gb::getitem with the element for positions replaced. */
static gb_node_id write_getitem(slicer *s, const gb_node *node, const asked *a, const pick *p,
                                int64_t dim, gb_error *err)
{
    gb_arg items[8], parts[3], args[2];
    const gb_arg *index = &node->args[1];
    bool tuple = index->kind == GB_ARG_LIST;
    uint32_t count = tuple ? index->count : 1;
    int64_t first = p->count ? a->index[p->start] : 0;
    int64_t step = p->count > 1 ? a->index[p->start + p->step] - first : 1;
    for (uint32_t i = 0; i < count; i++)
        items[i] = tuple ? index->as.items[i] : *index;
    if (p->single) {
        items[dim] = gb_arg_int(first);
    } else {
        parts[0] = gb_arg_int(first);
        parts[1] = gb_arg_int(p->count ? first + (p->count - 1) * step + 1 : first);
        parts[2] = gb_arg_int(step);
        items[dim] = gb_arg_slice(parts);
    }
    args[0] = gb_arg_node(s->w->map[node->args[0].as.node]);
    args[1] = gb_arg_tuple(items, count);
    return gb_graph_op(s->w->to, node->overload, args, 2, node->span, err);
}

static bool write_user(slicer *s, gb_node_id id, gb_error *err)
{
    const gb_node *node = gb_graph_node(s->w->from, id);
    int64_t dim;
    pick p;
    bool op = node->kind == GB_NODE_OP && node->arg_count && node->args[0].kind == GB_ARG_NODE;
    gb_node_id read = op ? read_behind(s, node->args[0].as.node, &dim) : GB_NO_NODE;
    if (read == GB_NO_NODE || s->asked[read].made == GB_NO_NODE || s->selected[id] != GB_NO_NODE)
        return gb_rewrite_copy(s->w, id, err);
    const asked *a = &s->asked[read];
    if (!pick_of(node, dim, a->time, &p))
        return gb_fail(err, GB_ERR_RUNTIME, "slice pass: node %d is no pick", (int)id);
    s->w->map[id] = strcmp(op_name(node), "gb::getitem") == 0
                        ? write_getitem(s, node, a, &p, dim, err)
                        : write_pick(s, node, a, &p, dim, err);
    return s->w->map[id] != GB_NO_NODE;
}

static bool worth(const asked *a)
{
    int64_t kept = 0;
    for (int64_t t = 0; t < a->time; t++)
        kept += a->positions[t];
    return a->time > 0 && kept > 0 && kept < a->time;
}

/* A range stays one when the positions that are kept lie evenly. */
static bool stays_regular(const asked *a)
{
    int64_t last = -1, gap = 0;
    bool even = true;
    for (int64_t t = 0; t < a->time; t++) {
        if (!a->positions[t]) continue;
        if (last >= 0 && gap && t - last != gap) even = false;
        if (last >= 0) gap = t - last;
        last = t;
    }
    return even || !a->ranges;
}

static bool write_all(slicer *s, gb_error *err)
{
    for (gb_node_id id = 0; id < gb_graph_count(s->w->from); id++) {
        bool narrow = worth(&s->asked[id]) && stays_regular(&s->asked[id]);
        bool ok = narrow ? write_read(s, id, err) : write_user(s, id, err);
        if (!ok) return false;
    }
    return true;
}

bool gb_pass_slice(gb_rewrite *w, gb_error *err)
{
    size_t count = (size_t)gb_graph_count(w->from);
    slicer s = {w, gb_calloc(count + 1, sizeof *s.asked, err),
                gb_calloc(count + 1, sizeof *s.selected, err)};
    bool ok = s.asked && s.selected;
    if (ok && !w->options->model) {
        for (gb_node_id id = 0; ok && id < (gb_node_id)count; id++)
            ok = gb_rewrite_copy(w, id, err);
    } else {
        ok = ok && ask_everybody(&s, err) && write_all(&s, err);
    }
    for (size_t i = 0; s.asked && i < count; i++) {
        gb_free(s.asked[i].positions);
        gb_free(s.asked[i].index);
    }
    gb_free(s.asked);
    gb_free(s.selected);
    return ok;
}
