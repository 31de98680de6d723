/* Running a plan a step at a time. See walk.h. */
#include "graph/model/walk.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/model/attention.h"

bool gb_walk_init(gb_walk *walk, gb_model *model, gb_rows *rows, gb_error *err)
{
    *walk = (gb_walk){.model = model, .plan = gb_model_plan(model), .rows = rows};
    walk->tokens = rows->tokens;
    walk->slots = gb_calloc((size_t)walk->plan->slot_count + 1, sizeof *walk->slots, err);
    walk->eager = gb_calloc((size_t)walk->plan->layers + 1, sizeof *walk->eager, err);
    bool ok = walk->slots && walk->eager && gb_row_groups_make(walk, err);
    for (int32_t i = 0; ok && gb_model_is_eager(model) && i < walk->plan->layers; i++)
        walk->eager[i] = true;
    if (!ok) gb_walk_release(walk);
    return ok;
}

void gb_walk_release(gb_walk *walk)
{
    for (int32_t i = 0; walk->slots && i < walk->plan->slot_count; i++)
        gb_tensor_unref(walk->slots[i]);
    gb_free(walk->slots);
    gb_free(walk->eager);
    gb_tensor_unref(walk->selection);
    gb_row_groups_free(walk);
    *walk = (gb_walk){0};
}

gb_tensor *gb_walk_peek(gb_walk *walk, int32_t slot, gb_error *err)
{
    if (walk->plan->slots[slot].kind == GB_SLOT_WEIGHT)
        return gb_model_weight(walk->model, slot, err);
    return walk->slots[slot];
}

void gb_walk_set(gb_walk *walk, int32_t slot, gb_tensor *value)
{
    gb_tensor *old = walk->slots[slot];
    walk->slots[slot] = gb_tensor_ref(value);
    gb_tensor_unref(old);
}

/* --- steps ------------------------------------------------------------------------------------ */

/* The tensor of an input slot, borrowed; it has to be there. */
static gb_tensor *input(gb_walk *walk, int32_t slot, gb_error *err)
{
    gb_tensor *t = gb_walk_peek(walk, slot, err);
    if (!t)
        gb_fail(err, GB_ERR_RUNTIME, "the value '%s' is not there", walk->plan->slots[slot].name);
    return t;
}

typedef struct filling {
    gb_walk *walk;
    gb_error *err;
} filling;

static bool fill_slot(gb_arg *arg, void *context)
{
    filling *f = context;
    if (arg->kind != GB_ARG_NODE) return true;
    gb_tensor *t = input(f->walk, arg->as.node, f->err);
    *arg = gb_arg_tensor(t);
    return t != NULL;
}

/* Arguments with tensors in the place of slots. Lists that name slots are copied into `lists`. */
enum { LIST_ROOM = 32 };
static bool fill_args(gb_walk *walk, const gb_step *step, gb_arg *args, gb_arg *lists,
                      gb_error *err)
{
    filling f = {walk, err};
    uint32_t used = 0;
    for (int32_t i = 0; i < step->arg_count; i++) {
        args[i] = step->args[i];
        if (args[i].kind == GB_ARG_LIST) {
            if (used + args[i].count > LIST_ROOM)
                return gb_fail(err, GB_ERR_RUNTIME, "a step with more than %d list items",
                               LIST_ROOM);
            for (uint32_t k = 0; k < args[i].count; k++)
                lists[used + k] = step->args[i].as.items[k];
            args[i].as.items = lists + used;
            used += args[i].count;
        }
        if (!gb_arg_visit(&args[i], fill_slot, &f)) return false;
    }
    return true;
}

static bool run_aten(gb_walk *walk, const gb_step *step, gb_error *err)
{
    gb_arg args[GB_ARGS_MAX], lists[LIST_ROOM], results[GB_RESULTS_MAX];
    size_t count = gb_overload_result_count(step->overload);
    if (!fill_args(walk, step, args, lists, err) ||
        !gb_overload_call(step->overload, args, (size_t)step->arg_count, results, err))
        return false;
    gb_arg *given = results;
    if (count == 1 && results[0].kind == GB_ARG_LIST) given = results[0].as.items;
    for (int32_t i = 0; i < step->out_count; i++)
        gb_walk_set(walk, step->out[i], given[i].as.tensor);
    for (size_t i = 0; i < count; i++)
        gb_arg_release(&results[i]);
    return true;
}

static bool run_alias(gb_walk *walk, const gb_step *step, gb_error *err)
{
    gb_tensor *t = input(walk, step->in[0], err);
    if (t) gb_walk_set(walk, step->out[0], t);
    return t != NULL;
}

static bool run_rows(gb_walk *walk, const gb_step *step, gb_error *err)
{
    for (int32_t i = 0; i < step->in_count; i++)
        if (!input(walk, step->in[i], err)) return false;
    return gb_row_op_run(walk, step, err);
}

bool gb_step_run(gb_walk *walk, int32_t s, gb_error *err)
{
    const gb_step *step = &walk->plan->steps[s];
    if (!gb_check_interrupt(err)) return false;
    if (step->layer >= 0 && !gb_walk_takes(walk, step)) return true;
    bool ok = step->kind == GB_STEP_ATEN   ? run_aten(walk, step, err)
              : step->kind == GB_STEP_ROWS ? run_rows(walk, step, err)
                                           : run_alias(walk, step, err);
    const char *path = walk->plan->tree.modules[step->module].path;
    if (!ok && err && err->cls != GB_ERR_INTERRUPT)
        gb_error_context(err, "%s", path[0] ? path : "the model");
    return ok;
}

/* --- narrowing -------------------------------------------------------------------------------- */

static gb_tensor *selected(gb_tensor *t, gb_tensor *entries, int64_t first, bool single,
                           gb_error *err)
{
    gb_arg from = gb_arg_tensor(t), dim = gb_arg_int(0);
    if (single)
        return GB_CALL(gb_overload_known(GB_KNOWN_NARROW), err, from, dim, gb_arg_int(first),
                       gb_arg_int(1));
    return GB_CALL(gb_overload_known(GB_KNOWN_INDEX_SELECT), err, from, dim,
                   gb_arg_tensor(entries));
}

bool gb_walk_narrow(gb_walk *walk, const int64_t *entries, int64_t n, gb_error *err)
{
    gb_device device;
    gb_tensor *index = gb_tensor_from_data(entries, GB_I64, &n, 1, err);
    if (!index || !gb_device_parse(gb_model_device(walk->model), &device, err)) {
        gb_tensor_unref(index);
        return false;
    }
    gb_tensor *there = gb_tensor_to(index, GB_DTYPE_NONE, device, err);
    gb_tensor_unref(index);
    bool ok = there != NULL;
    for (int32_t slot = 0; ok && slot < walk->plan->slot_count; slot++) {
        if (!walk->slots[slot] || walk->plan->slots[slot].kind != GB_SLOT_TOKENS) continue;
        gb_tensor *part = selected(walk->slots[slot], there, n > 0 ? entries[0] : 0, n == 1, err);
        ok = part != NULL;
        if (ok) gb_walk_set(walk, slot, part);
        gb_tensor_unref(part);
    }
    if (!ok) {
        gb_tensor_unref(there);
        return false;
    }
    gb_tensor_unref(walk->selection);
    walk->selection = there;
    walk->tokens = n;
    return true;
}
