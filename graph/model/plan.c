/* Looking at a plan: places, inner values, liveness, cost. Building is builder.c, printing
 * plan_print.c. */
#include "graph/model/plan.h"
#include "graph/model/walk.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <stdio.h>
#include <string.h>

void gb_plan_free(gb_plan *plan)
{
    if (!plan) return;
    gb_tree_release(&plan->tree);
    gb_map_release(&plan->place_index);
    gb_free(plan->slots);
    gb_free(plan->steps);
    gb_free(plan->places);
    gb_free(plan->boundary_steps);
    gb_arena_release(&plan->arena);
    gb_free(plan);
}

/* --- places ----------------------------------------------------------------------------------- */

static int32_t tensor_of(const gb_form *form)
{
    return form && form->kind == GB_FORM_TENSOR ? form->place : -1;
}

int32_t gb_plan_place(const gb_plan *plan, int32_t module, const char *leaf)
{
    if (module < 0 || module >= plan->tree.count) return -1;
    const gb_module_io *io = &plan->io[module];
    if (strcmp(leaf, "input") == 0) return tensor_of(io->input);
    if (strcmp(leaf, "output") == 0) return tensor_of(io->output);
    char key[160];
    int n = snprintf(key, sizeof key, "%d#%s", module, leaf);
    if (n < 0 || (size_t)n >= sizeof key) return -1;
    int32_t found = (int32_t)(intptr_t)gb_map_get_n(&plan->place_index, key, (size_t)n) - 1;
    if (found >= 0) return found;
    const gb_inner *inner = gb_plan_inner(plan, module, leaf);
    return inner ? tensor_of(inner->output) : -1;
}

const gb_inner *gb_plan_inner(const gb_plan *plan, int32_t module, const char *name)
{
    const gb_module_io *io = &plan->io[module];
    for (int32_t i = 0; i < io->inner_count; i++)
        if (strcmp(io->inner[i].name, name) == 0) return &io->inner[i];
    return NULL;
}

const char *gb_plan_nearest_inner(const gb_plan *plan, int32_t module, const char *name)
{
    const gb_module_io *io = &plan->io[module];
    const char **names = gb_alloc((size_t)io->inner_count * sizeof *names, NULL);
    if (!names) return NULL;
    for (int32_t i = 0; i < io->inner_count; i++)
        names[i] = io->inner[i].name;
    const char *nearest = gb_nearest(name, names, (size_t)io->inner_count);
    gb_free(names);
    return nearest;
}

/* "output.0.1" → "output[0][1]", "output.logits" → the same. */
void gb_plan_place_name(const gb_plan *plan, int32_t place, gb_buffer *out)
{
    const gb_place *p = &plan->places[place];
    const char *path = plan->tree.modules[p->module].path;
    gb_buffer_format(out, "%s%s", path, path[0] ? "." : "");
    for (const char *at = p->leaf; *at;) {
        size_t n = strcspn(at, ".");
        bool number = at != p->leaf && strspn(at, "0123456789") == n;
        if (number)
            gb_buffer_format(out, "[%.*s]", (int)n, at);
        else
            gb_buffer_format(out, "%s%.*s", at == p->leaf ? "" : ".", (int)n, at);
        at += n + (at[n] == '.');
    }
}

void gb_place_shape_text(const gb_place *place, gb_buffer *out)
{
    gb_buffer_char(out, '[');
    for (int d = 0; d < place->rank; d++) {
        if (d) gb_buffer_text(out, ", ");
        switch (place->shape[d].kind) {
        case GB_DIM_CONST: gb_buffer_format(out, "%lld", (long long)place->shape[d].size); break;
        case GB_DIM_BATCH: gb_buffer_char(out, 'B'); break;
        case GB_DIM_TIME: gb_buffer_char(out, 'T'); break;
        case GB_DIM_KEYS: gb_buffer_char(out, 'S'); break;
        }
    }
    gb_buffer_char(out, ']');
}

void gb_place_shape(const gb_place *place, int64_t batch, int64_t time, int64_t keys, int64_t *out)
{
    for (int d = 0; d < place->rank; d++) {
        switch (place->shape[d].kind) {
        case GB_DIM_CONST: out[d] = place->shape[d].size; break;
        case GB_DIM_BATCH: out[d] = batch; break;
        case GB_DIM_TIME: out[d] = time; break;
        case GB_DIM_KEYS: out[d] = keys; break;
        }
    }
}

/* --- liveness --------------------------------------------------------------------------------- */

static bool alive(const gb_slot *slot, int32_t step)
{
    return slot->kind == GB_SLOT_TOKENS && slot->first_step >= 0 && slot->first_step < step &&
           slot->last_step >= step;
}

int32_t gb_plan_live(const gb_plan *plan, int32_t step, int32_t *out, int32_t capacity)
{
    int32_t count = 0;
    for (int32_t s = 0; s < plan->slot_count; s++) {
        if (!alive(&plan->slots[s], step)) continue;
        if (count < capacity) out[count] = s;
        count++;
    }
    return count;
}

int32_t gb_plan_first_narrow(const gb_plan *plan, int32_t end)
{
    int32_t first = end;
    while (first > 0 && plan->steps[first - 1].per_token)
        first--;
    return first;
}

/* --- cost ------------------------------------------------------------------------------------- */

static double elements(const gb_slot *slot, double tokens, double keys)
{
    double n = slot->kind == GB_SLOT_TOKENS ? tokens : 1;
    for (int d = 0; d < slot->rank; d++)
        n *= slot->shape[d] < 0 ? keys : (double)slot->shape[d];
    return n;
}

/* A product with a matrix is two for each of its elements and token; attention the same for each
 * pair of query and key; everything else one for each element of its results. */
static double step_flops(const gb_plan *plan, const gb_step *step, double tokens, double keys)
{
    if (step->kind == GB_STEP_ALIAS) return 0;
    if (step->kind == GB_STEP_ROWS && step->attributes && step->row_op >= GB_ROW_ATTENTION) {
        double heads = elements(&plan->slots[step->in[0]], tokens, keys);
        return (step->row_op == GB_ROW_ATTENTION ? 4 : 2) * heads * keys;
    }
    double flops = 0;
    for (int32_t i = 0; i < step->out_count; i++)
        flops += elements(&plan->slots[step->out[i]], tokens, keys);
    bool product = false;
    double weights = 0;
    for (int32_t i = 0; i < step->in_count; i++) {
        const gb_slot *slot = &plan->slots[step->in[i]];
        if (slot->kind != GB_SLOT_WEIGHT || slot->rank != 2) continue;
        product =
            step->overload && strcmp(gb_overload_name(step->overload), "aten::embedding") != 0;
        weights = elements(slot, 1, 1);
    }
    return product ? 2 * weights * tokens : flops;
}

static uint64_t slot_bytes(const gb_slot *slot, double tokens, double keys)
{
    return (uint64_t)(elements(slot, tokens, keys) * (double)gb_dtype_size(slot->dtype));
}

/* Weights of [from, to), each once: a slot counts where its first use in the range is. */
static uint64_t weight_bytes(const gb_plan *plan, int32_t from, int32_t to)
{
    uint64_t bytes = 0;
    bool *seen = gb_calloc((size_t)plan->slot_count, sizeof *seen, NULL);
    for (int32_t s = from; seen && s < to; s++) {
        for (int32_t i = 0; i < plan->steps[s].in_count; i++) {
            int32_t slot = plan->steps[s].in[i];
            if (plan->slots[slot].kind != GB_SLOT_WEIGHT || seen[slot]) continue;
            seen[slot] = true;
            bytes += slot_bytes(&plan->slots[slot], 1, 1);
        }
    }
    gb_free(seen);
    return bytes;
}

/* Sum of live slots after each step; aliases take no memory of their own. */
static uint64_t peak_bytes(const gb_plan *plan, int32_t from, int32_t to, double tokens,
                           double keys)
{
    uint64_t now = 0, peak = 0;
    for (int32_t s = from; s < to; s++) {
        const gb_step *step = &plan->steps[s];
        if (step->kind == GB_STEP_ALIAS || step->variant == GB_VARIANT_EAGER) continue;
        for (int32_t i = 0; i < step->out_count; i++)
            now += slot_bytes(&plan->slots[step->out[i]], tokens, keys);
        if (now > peak) peak = now;
        for (int32_t i = 0; i < step->in_count; i++) {
            const gb_slot *slot = &plan->slots[step->in[i]];
            if (slot->kind != GB_SLOT_TOKENS || slot->last_step != s || slot->alias >= 0) continue;
            uint64_t bytes = slot_bytes(slot, tokens, keys);
            now -= bytes < now ? bytes : now;
        }
    }
    return peak;
}

gb_price gb_plan_price(const gb_plan *plan, int32_t from, int32_t to, int64_t tokens, int64_t keys)
{
    gb_price price = {0};
    for (int32_t s = from; s < to; s++) {
        const gb_step *step = &plan->steps[s];
        if (step->variant == GB_VARIANT_EAGER) continue;
        price.flops += step_flops(plan, step, (double)tokens, (double)keys);
        if (step->kind == GB_STEP_ROWS && step->row_op == GB_ROW_ATTENTION)
            price.kv_bytes += slot_bytes(&plan->slots[step->in[1]], (double)tokens, 1) +
                              slot_bytes(&plan->slots[step->in[2]], (double)tokens, 1);
    }
    price.weight_bytes = weight_bytes(plan, from, to);
    price.peak_bytes = peak_bytes(plan, from, to, (double)tokens, (double)keys);
    return price;
}
