/* A module applied to tensors: its own steps of the plan over a walk of their own. */
#include "graph/base/memory.h"
#include "graph/model/walk.h"

#include <string.h>

enum { MAX_TENSORS = 24 };

/* The tensors of a form in order, as places. */
typedef struct place_list {
    int32_t items[MAX_TENSORS];
    int32_t count;
} place_list;

static void list_places(const gb_form *form, place_list *out)
{
    if (!form) return;
    if (form->kind == GB_FORM_TENSOR && out->count < MAX_TENSORS)
        out->items[out->count++] = form->place;
    for (int32_t i = 0; i < form->count; i++)
        list_places(&form->items[i], out);
}

typedef struct module_call {
    gb_model *model;
    const gb_plan *plan;
    const gb_module_io *io;
    const gb_module *module;
    bool per_token;                      /* every step of the module is */
    int64_t lead[GB_MODEL_MAX_RANK + 2]; /* the leading dimensions of the first input */
    int32_t lead_count;
    int64_t batch, time;
    gb_rows rows;
    gb_walk walk;
} module_call;

/* --- shapes in -------------------------------------------------------------------------------- */

static gb_tensor *reshaped(gb_tensor *t, const int64_t *sizes, size_t dim, gb_error *err)
{
    gb_arg items[GB_MODEL_MAX_RANK + 4];
    return GB_CALL(gb_overload_known(GB_KNOWN_RESHAPE), err, gb_arg_tensor(t),
                   gb_arg_ints(sizes, dim, items));
}

static bool own_steps_per_token(const gb_plan *plan, const gb_module_io *io)
{
    for (int32_t s = io->enter_step; s < io->leave_step; s++)
        if (!plan->steps[s].per_token) return false;
    return true;
}

/* What comes before the entries of the slot: [B, T], [B], or anything for a per-token module. */
static bool read_lead(module_call *c, const gb_place *place, const gb_tensor *t, gb_error *err)
{
    int64_t rank = c->plan->slots[place->slot].rank, dim = gb_tensor_dim(t);
    const char *path = c->module->path;
    if (dim < rank || dim - rank > GB_MODEL_MAX_RANK)
        return gb_fail(err, GB_ERR_VALUE, "%s takes values of at least %lld dimensions, not %lld",
                       path, (long long)rank, (long long)dim);
    c->lead_count = (int32_t)(dim - rank);
    memcpy(c->lead, gb_tensor_sizes(t), (size_t)c->lead_count * sizeof *c->lead);
    if (place->layout == GB_LAYOUT_HEADS && c->lead_count == 2) c->lead[1] = gb_tensor_size(t, 2);
    if (!c->per_token && c->lead_count != 2 && c->lead_count != 1)
        return gb_fail(err, GB_ERR_VALUE, "%s takes values [B, T, …]", path);
    c->batch = c->lead_count > 1 ? c->lead[0] : 1;
    c->time = 1;
    for (int32_t i = c->lead_count > 1 ? 1 : 0; i < c->lead_count; i++)
        c->time *= c->lead[i];
    return true;
}

static gb_tensor *packed_input(const module_call *c, const gb_place *place, gb_tensor *t,
                               gb_error *err)
{
    const gb_slot *slot = &c->plan->slots[place->slot];
    int64_t sizes[GB_MODEL_MAX_RANK + 2] = {c->batch * c->time};
    if (place->layout == GB_LAYOUT_PLAIN) return gb_tensor_ref(t);
    gb_tensor *turned = place->layout == GB_LAYOUT_HEADS
                            ? GB_CALL(gb_overload_known(GB_KNOWN_TRANSPOSE), err, gb_arg_tensor(t),
                                      gb_arg_int(1), gb_arg_int(2))
                            : gb_tensor_ref(t);
    if (turned && place->layout == GB_LAYOUT_ONCE && c->batch > 1 && gb_tensor_size(t, 0) == 1) {
        int64_t wide[GB_MODEL_MAX_RANK + 2] = {c->batch};
        gb_arg items[GB_MODEL_MAX_RANK + 2];
        for (int64_t i = 1; i < gb_tensor_dim(t); i++)
            wide[i] = -1;
        gb_tensor *each = GB_CALL(gb_overload_known(GB_KNOWN_EXPAND), err, gb_arg_tensor(turned),
                                  gb_arg_ints(wide, (size_t)gb_tensor_dim(t), items));
        gb_tensor_unref(turned);
        turned = each;
    }
    int64_t skip = turned ? gb_tensor_dim(turned) - slot->rank : 0;
    for (int i = 0; turned && i < slot->rank; i++)
        sizes[i + 1] = gb_tensor_size(turned, skip + i);
    gb_tensor *flat = turned ? reshaped(turned, sizes, (size_t)slot->rank + 1, err) : NULL;
    gb_tensor_unref(turned);
    return flat;
}

static bool put_inputs(module_call *c, gb_tensor *const *inputs, int32_t count, gb_error *err)
{
    place_list places = {0};
    list_places(c->io->args, &places);
    list_places(c->io->kwargs, &places);
    if (count > places.count)
        return gb_fail(err, GB_ERR_TYPE, "%s takes %d tensors, not %d", c->module->path,
                       (int)places.count, (int)count);
    for (int32_t i = 0; i < count; i++) {
        const gb_place *place = &c->plan->places[places.items[i]];
        gb_tensor *t = inputs[i] ? packed_input(c, place, inputs[i], err) : NULL;
        if (inputs[i] && !t) return false;
        if (t) gb_walk_set(&c->walk, place->slot, t);
        gb_tensor_unref(t);
    }
    return true;
}

/* --- running ---------------------------------------------------------------------------------- */

static bool add_rows(module_call *c, gb_error *err)
{
    int64_t *ids = gb_calloc((size_t)c->time + 1, sizeof *ids, err);
    bool ok = ids != NULL;
    for (int64_t b = 0; ok && b < c->batch; b++)
        ok = gb_rows_add(&c->rows, ids, c->time, -1, 0, err) >= 0;
    gb_free(ids);
    return ok;
}

/* What a module needs beside its inputs can only be what rows know by themselves: positions and
 * what comes of them. */
static bool make_missing(module_call *c, const gb_step *step, int depth, gb_error *err)
{
    enum { DEEPEST = 4 };
    for (int32_t i = 0; i < step->in_count; i++) {
        const gb_slot *slot = &c->plan->slots[step->in[i]];
        if (slot->kind == GB_SLOT_WEIGHT || c->walk.slots[step->in[i]]) continue;
        const gb_step *maker = slot->first_step < 0 ? NULL : &c->plan->steps[slot->first_step];
        bool inside =
            maker && slot->first_step >= c->io->enter_step && slot->first_step < c->io->leave_step;
        if (inside) continue;
        bool known = maker && maker->kind == GB_STEP_ROWS && maker->row_op != GB_ROW_TOKENS &&
                     maker->row_op <= GB_ROW_ROTARY && depth < DEEPEST;
        if (!known)
            return gb_fail(err, GB_ERR_TYPE, "%s is applied without its input '%s'",
                           c->module->path, slot->name);
        if (!make_missing(c, maker, depth + 1, err) ||
            !gb_step_run(&c->walk, slot->first_step, err))
            return false;
    }
    return true;
}

static bool run_steps(module_call *c, gb_error *err)
{
    for (int32_t s = c->io->enter_step; s < c->io->leave_step; s++) {
        const gb_step *step = &c->plan->steps[s];
        if (step->layer >= 0 && !gb_walk_takes(&c->walk, step)) continue;
        if (!make_missing(c, step, 0, err) || !gb_step_run(&c->walk, s, err)) return false;
    }
    return true;
}

/* --- shapes out ------------------------------------------------------------------------------- */

static gb_tensor *unpacked_output(module_call *c, const gb_place *place, gb_error *err)
{
    gb_tensor *packed = gb_walk_peek(&c->walk, place->slot, err);
    int64_t sizes[2 * GB_MODEL_MAX_RANK + 2];
    if (!packed) {
        gb_fail(err, GB_ERR_RUNTIME, "'%s' is not there", c->plan->slots[place->slot].name);
        return NULL;
    }
    if (place->layout == GB_LAYOUT_PLAIN) return gb_tensor_ref(packed);
    size_t dim = (size_t)c->lead_count;
    memcpy(sizes, c->lead, dim * sizeof *sizes);
    for (int64_t i = 1; i < gb_tensor_dim(packed); i++)
        sizes[dim++] = gb_tensor_size(packed, i);
    gb_tensor *out = reshaped(packed, sizes, dim, err);
    bool turned = place->layout == GB_LAYOUT_HEADS || place->layout == GB_LAYOUT_KEYS;
    if (!out || !turned || c->lead_count != 2) return out;
    gb_tensor *heads = GB_CALL(gb_overload_known(GB_KNOWN_TRANSPOSE), err, gb_arg_tensor(out),
                               gb_arg_int(1), gb_arg_int(2));
    gb_tensor_unref(out);
    return heads;
}

static bool take_outputs(module_call *c, gb_tensor **outputs, int32_t count, gb_error *err)
{
    place_list places = {0};
    list_places(c->io->output, &places);
    for (int32_t i = 0; i < count; i++) {
        outputs[i] =
            i < places.count ? unpacked_output(c, &c->plan->places[places.items[i]], err) : NULL;
        if (outputs[i]) continue;
        while (i > 0)
            gb_tensor_unref(outputs[--i]);
        return gb_fail(err, GB_ERR_TYPE, "%s has no such output", c->module->path);
    }
    return true;
}

static bool set_up(module_call *c, gb_tensor *const *inputs, int32_t count, gb_error *err)
{
    place_list places = {0};
    list_places(c->io->args, &places);
    list_places(c->io->kwargs, &places);
    int32_t first = 0;
    while (first < count && !inputs[first])
        first++;
    if (!c->io->runs || first >= count || first >= places.count)
        return gb_fail(err, GB_ERR_TYPE, "%s cannot be applied: it needs a tensor",
                       c->module->path[0] ? c->module->path : "the model");
    return read_lead(c, &c->plan->places[places.items[first]], inputs[first], err) &&
           add_rows(c, err) && gb_walk_init(&c->walk, c->model, &c->rows, err);
}

bool gb_module_call(gb_model *model, int32_t module, gb_tensor *const *inputs, int32_t input_count,
                    gb_tensor **outputs, int32_t output_count, gb_error *err)
{
    const gb_plan *plan = gb_model_plan(model);
    module_call c = {.model = model,
                     .plan = plan,
                     .io = &plan->io[module],
                     .module = &plan->tree.modules[module]};
    c.per_token = own_steps_per_token(plan, c.io);
    bool ok = set_up(&c, inputs, input_count, err);
    if (ok) {
        ok = put_inputs(&c, inputs, input_count, err) && run_steps(&c, err) &&
             take_outputs(&c, outputs, output_count, err);
        gb_walk_release(&c.walk);
    }
    gb_rows_release(&c.rows);
    return ok;
}
