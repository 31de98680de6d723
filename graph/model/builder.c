/* Slots, steps and boundaries of a plan; see builder.h. Forms are builder_form.c, modules of
 * torch.nn builder_nn.c. */
#include "graph/model/builder.h"
#include "graph/base/memory.h"

#include <stdio.h>
#include <string.h>

enum { MAX_NAME = 512 };

/* --- slots ------------------------------------------------------------------------------------ */

static int32_t add_slot(gb_builder *b, const char *name, gb_slot_kind kind, gb_dtype dtype,
                        gb_dims dims)
{
    gb_plan *plan = b->plan;
    size_t wanted = (size_t)plan->slot_count + 1;
    char *copy = b->failed ? NULL : gb_arena_strdup(&plan->arena, name, b->err);
    if (!copy || !gb_grow(&plan->slots, &plan->slot_capacity, wanted, sizeof(gb_slot), b->err)) {
        b->failed = true;
        return 0;
    }
    gb_slot *slot = &plan->slots[plan->slot_count];
    *slot = (gb_slot){.name = copy,
                      .kind = kind,
                      .dtype = dtype,
                      .rank = dims.rank,
                      .alias = -1,
                      .first_step = -1,
                      .last_step = -1};
    memcpy(slot->shape, dims.size, sizeof slot->shape);
    return plan->slot_count++;
}

static int32_t token_slot(gb_builder *b, const char *suffix, gb_dtype dtype, gb_dims dims)
{
    char name[MAX_NAME];
    const char *path = b->plan->tree.modules[b->module].path;
    snprintf(name, sizeof name, "%s%s%s", path, path[0] ? "." : "", suffix);
    return add_slot(b, name, GB_SLOT_TOKENS, dtype, dims);
}

int32_t gb_build_slot(gb_builder *b, const char *suffix, gb_dims dims)
{
    return token_slot(b, suffix, b->config->dtype, dims);
}

int32_t gb_build_int_slot(gb_builder *b, const char *suffix)
{
    return token_slot(b, suffix, GB_I64, GB_DIMS0);
}

static int32_t weight_slot(gb_builder *b, gb_parameter *p)
{
    int32_t known = (int32_t)(intptr_t)gb_map_get(&b->weights, p->stored);
    if (known) return known - 1;
    gb_dims dims = {.rank = p->rank};
    memcpy(dims.size, p->shape, sizeof dims.size);
    int32_t slot = add_slot(b, p->stored, GB_SLOT_WEIGHT, p->dtype, dims);
    if (!b->failed && !gb_map_put(&b->weights, p->stored, (void *)(intptr_t)(slot + 1), b->err))
        b->failed = true;
    return slot;
}

int32_t gb_build_weight(gb_builder *b, int32_t module, const char *name)
{
    if (b->failed) return 0;
    const gb_module *m = &b->plan->tree.modules[module];
    for (int32_t i = 0; i < m->param_count; i++) {
        if (strcmp(m->params[i].name, name) != 0) continue;
        m->params[i].slot = weight_slot(b, &m->params[i]);
        return m->params[i].slot;
    }
    return -1;
}

/* --- steps ------------------------------------------------------------------------------------ */

/* A new step of the current module, or NULL. */
static gb_step *add_step(gb_builder *b, gb_step_kind kind)
{
    gb_plan *plan = b->plan;
    size_t wanted = (size_t)plan->step_count + 1;
    if (b->failed ||
        !gb_grow(&plan->steps, &plan->step_capacity, wanted, sizeof(gb_step), b->err)) {
        b->failed = true;
        return NULL;
    }
    gb_step *step = &plan->steps[plan->step_count++];
    *step = (gb_step){.kind = kind,
                      .module = b->module,
                      .layer = b->layer,
                      .variant = b->variant,
                      .per_token = true};
    return step;
}

static void consume(gb_builder *b, gb_step *step, int32_t slot)
{
    for (int32_t i = 0; i < step->in_count; i++)
        if (step->in[i] == slot) return;
    if (step->in_count < GB_STEP_MAX_IN) step->in[step->in_count++] = slot;
    b->plan->slots[slot].last_step = (int32_t)(step - b->plan->steps);
}

static void produce(gb_builder *b, gb_step *step, int32_t slot)
{
    step->out[step->out_count++] = slot;
    gb_slot *s = &b->plan->slots[slot];
    if (s->first_step < 0) s->first_step = (int32_t)(step - b->plan->steps);
}

gb_arg gb_build_ref(int32_t slot)
{
    return slot < 0 ? gb_arg_none() : gb_arg_node(slot);
}

/* Copies arguments into the arena, lists too, and notes which slots they name. */
static gb_arg *own_args(gb_builder *b, gb_step *step, const gb_arg *args, int32_t count)
{
    gb_arg *own = gb_arena_array(&b->plan->arena, (size_t)count, sizeof(gb_arg), b->err);
    if (!own) {
        b->failed = true;
        return NULL;
    }
    for (int32_t i = 0; i < count; i++) {
        own[i] = args[i];
        if (args[i].kind == GB_ARG_NODE) consume(b, step, args[i].as.node);
        if (args[i].kind == GB_ARG_LIST)
            own[i].as.items = own_args(b, step, args[i].as.items, (int32_t)args[i].count);
    }
    return own;
}

/* A step of an overload without results yet. */
static gb_step *aten_step(gb_builder *b, const char *overload, const gb_arg *args, int32_t count)
{
    gb_step *step = add_step(b, GB_STEP_ATEN);
    if (!step) return NULL;
    step->overload = gb_overload_find(overload, b->err);
    step->args = own_args(b, step, args, count);
    step->arg_count = count;
    if (!step->overload || !step->args) {
        b->failed = true;
        return NULL;
    }
    return step;
}

int32_t gb_build_op(gb_builder *b, const char *overload, const char *suffix, gb_dims dims,
                    const gb_arg *args, int32_t count)
{
    int32_t out = gb_build_slot(b, suffix, dims);
    gb_build_op_into(b, overload, out, args, count);
    return out;
}

void gb_build_op_into(gb_builder *b, const char *overload, int32_t out, const gb_arg *args,
                      int32_t count)
{
    gb_step *step = aten_step(b, overload, args, count);
    if (step) produce(b, step, out);
}

void gb_build_rows(gb_builder *b, const gb_row_step *what)
{
    gb_step *step = add_step(b, GB_STEP_ROWS);
    if (!step) return;
    step->row_op = what->op;
    step->per_token = what->per_token;
    for (int32_t i = 0; i < what->in_count; i++)
        consume(b, step, what->in[i]);
    for (int32_t i = 0; i < what->out_count; i++)
        produce(b, step, what->out[i]);
    if (!what->attributes) return;
    step->attributes =
        gb_arena_copy(&b->plan->arena, what->attributes, what->attribute_bytes, b->err);
    if (!step->attributes) b->failed = true;
}

/* [-1, dims...] as arguments in items[0..rank]. */
static gb_arg packed_shape(gb_dims dims, gb_arg *items)
{
    int64_t sizes[GB_MODEL_MAX_RANK + 1] = {-1};
    memcpy(sizes + 1, dims.size, (size_t)dims.rank * sizeof *sizes);
    return gb_arg_ints(sizes, (size_t)dims.rank + 1, items);
}

int32_t gb_build_view(gb_builder *b, int32_t x, const char *suffix, gb_dims dims)
{
    gb_arg items[GB_MODEL_MAX_RANK + 1];
    return GB_BUILD_OP(b, "aten::view", suffix, dims, gb_arg_node(x), packed_shape(dims, items));
}

void gb_build_unbind(gb_builder *b, int32_t x, int64_t dim, const char *const *suffixes,
                     int32_t *out, int32_t count)
{
    gb_dims dims = {0};
    const gb_slot *slot = &b->plan->slots[x];
    for (int d = 0; d < slot->rank; d++)
        if (d + 1 != dim) dims.size[dims.rank++] = slot->shape[d];
    for (int32_t i = 0; i < count; i++)
        out[i] = gb_build_slot(b, suffixes[i], dims);
    gb_arg args[] = {gb_arg_node(x), gb_arg_int(dim)};
    gb_step *step = aten_step(b, "aten::unbind.int", args, 2);
    for (int32_t i = 0; step && i < count; i++)
        produce(b, step, out[i]);
}

int32_t gb_build_alias(gb_builder *b, int32_t x, const char *suffix)
{
    const gb_slot like = b->plan->slots[x];
    gb_dims dims = {.rank = like.rank};
    memcpy(dims.size, like.shape, sizeof dims.size);
    int32_t out = token_slot(b, suffix, like.dtype, dims);
    gb_step *step = add_step(b, GB_STEP_ALIAS);
    if (!step) return 0;
    consume(b, step, x);
    produce(b, step, out);
    b->plan->slots[out].alias = x;
    return out;
}

/* --- the whole -------------------------------------------------------------------------------- */

static bool start(gb_builder *b)
{
    if (b->config->family->encoder)
        gb_encoder_tree(b);
    else
        gb_decoder_tree(b);
    if (b->failed) return false;
    b->plan->io =
        gb_arena_array(&b->plan->arena, (size_t)b->plan->tree.count, sizeof(gb_module_io), b->err);
    return b->plan->io != NULL;
}

gb_plan *gb_plan_build(const gb_config *config, bool eager, gb_error *err)
{
    gb_plan *plan = gb_calloc(1, sizeof *plan, err);
    if (!plan) return NULL;
    plan->logits_slot = plan->hidden_slot = plan->ids_slot = -1;
    plan->layers = (int32_t)config->layers;
    plan->dtype = config->dtype;
    plan->causal = !config->family->encoder;
    plan->base_name = config->family->name[GB_ROLE_BASE];
    if (config->family->name[GB_ROLE_POSITIONS])
        plan->max_positions =
            config->positions - (config->family->positions_after_pad ? config->pad + 1 : 0);
    gb_builder b = {.plan = plan, .config = config, .err = err, .layer = -1, .eager = eager};
    bool ok = start(&b) &&
              (config->family->encoder ? gb_encoder_build(&b) : gb_decoder_build(&b)) && !b.failed;
    gb_map_release(&b.weights);
    if (ok) return plan;
    gb_plan_free(plan);
    return NULL;
}
