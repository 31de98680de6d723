/* One pass over the plan: which steps run, when slots are emptied, where it gets narrow.
 *
 * Worked out backwards from what the hooks read: a step runs when one of its outputs is needed; a
 * write of all rows ends the need for what was there. So a run stops after the last place anybody
 * looks at, a replaced MLP is not computed, and a skipped module costs nothing. */
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/engine/exec.h"

#include <string.h>
#include <time.h>

bool exec_pass_alloc(gb_exec *exec, gb_error *err)
{
    size_t steps = (size_t)exec->plan->step_count, slots = (size_t)exec->plan->slot_count;
    exec_pass *pass = &exec->pass;
    pass->run = gb_calloc(steps + 1, sizeof *pass->run, err);
    pass->live = gb_calloc(slots + 1, sizeof *pass->live, err);
    pass->release = gb_calloc(slots + 1, sizeof *pass->release, err);
    pass->first_free = gb_calloc(steps + 2, sizeof *pass->first_free, err);
    pass->next_free = gb_calloc(slots + 1, sizeof *pass->next_free, err);
    return pass->run && pass->live && pass->release && pass->first_free && pass->next_free;
}

void exec_pass_release(exec_pass *pass)
{
    gb_free(pass->run);
    gb_free(pass->live);
    gb_free(pass->release);
    gb_free(pass->first_free);
    gb_free(pass->next_free);
}

/* -------------------------------------------------------------------------------------- hooks */

static const gb_place *place_of(const gb_exec *exec, const gb_node *node)
{
    if (node->kind != GB_NODE_READ && node->kind != GB_NODE_WRITE) return NULL;
    const exec_site *site = &exec->sites[node->site];
    return site->kind == SITE_MODEL ? &exec->plan->places[site->place] : NULL;
}

static bool in_pass(const gb_exec *exec, exec_key key)
{
    return key > KEY_NOW && key_wave(key) == exec->wave && key_step(key) == exec->step;
}

/* Backwards over the hooks of this pass. */
typedef struct backwards {
    gb_exec *exec;
    int32_t hook;    /* the next one, going down */
    int32_t slot;    /* whose rows `covered` counts */
    int32_t covered; /* rows that are written at this boundary, with nobody reading before */
} backwards;

static void needs_slot(gb_exec *exec, int32_t slot, int32_t step)
{
    if (slot < 0 || exec->pass.live[slot]) return;
    exec->pass.live[slot] = true;
    if (exec->pass.release[slot] < step) exec->pass.release[slot] = step;
}

static void hook_backwards(backwards *w, const gb_node *node, const gb_place *place, int32_t steps)
{
    gb_exec *exec = w->exec;
    int32_t first, count;
    if (node->kind == GB_NODE_READ) {
        w->covered = 0;
        needs_slot(exec, place->slot, steps - 1);
        return;
    }
    if (node->mode ==
        GB_WRITE_IN_PLACE) { /* finds the other names of the tensor by what is there */
        w->covered = 0;
        needs_slot(exec, place->slot, steps - 1);
        return;
    }
    if (w->slot != place->slot) w->covered = 0;
    w->slot = place->slot;
    exec_rows_of(exec, node->invoke, &first, &count);
    w->covered += count;
    if (w->covered < exec->row_count || place->layout == GB_LAYOUT_KEYS) return;
    exec->pass.live[place->slot] = false;
}

/* All hooks at boundaries that lie after `steps` steps. */
static void boundary_backwards(backwards *w, int32_t steps)
{
    gb_exec *exec = w->exec;
    for (; w->hook >= exec->hook_next; w->hook--) {
        const exec_hook *hook = &exec->hooks[w->hook];
        const gb_node *node = gb_graph_node(exec->graph, hook->id);
        const gb_place *place = place_of(exec, node);
        if (!place || !in_pass(exec, hook->key)) continue;
        if (exec->plan->boundary_steps[place->boundary] < steps) return;
        hook_backwards(w, node, place, steps);
    }
}

/* Steps of a module that `skip` replaces for all rows. */
static bool skipped(const gb_exec *exec, int32_t step)
{
    for (int32_t h = exec->hook_next; h < exec->hook_count; h++) {
        const gb_node *node = gb_graph_node(exec->graph, exec->hooks[h].id);
        if (node->kind != GB_NODE_WRITE || node->mode != GB_WRITE_SKIP ||
            !in_pass(exec, exec->hooks[h].key))
            continue;
        int32_t first, count, module = exec->sites[node->site].module;
        exec_rows_of(exec, node->invoke, &first, &count);
        const gb_module_io *io = &exec->plan->io[module];
        if (count == exec->row_count && step >= io->enter_step && step < io->leave_step)
            return true;
    }
    return false;
}

/* Leaves keys and values behind for later passes. */
static bool keeps_keys(const gb_step *step)
{
    return step->kind == GB_STEP_ROWS &&
           (step->row_op == GB_ROW_ATTENTION || step->row_op == GB_ROW_SCORES ||
            step->row_op == GB_ROW_PATTERN || step->row_op == GB_ROW_MIX);
}

static bool step_needed(const gb_exec *exec, const gb_step *step, int32_t index)
{
    if (exec->pass.next && keeps_keys(step) && !skipped(exec, index)) return true;
    for (int32_t i = 0; i < step->out_count; i++) {
        int32_t slot = step->out[i];
        if (exec->pass.live[slot] || (exec->open && exec->plan->slots[slot].last_step >= 0))
            return true;
    }
    return false;
}

static void step_backwards(gb_exec *exec, const gb_step *step, int32_t index)
{
    exec_pass *pass = &exec->pass;
    for (int32_t i = 0; i < step->out_count; i++) {
        pass->live[step->out[i]] = false;
        if (pass->release[step->out[i]] < index) pass->release[step->out[i]] = index;
    }
    for (int32_t i = 0; i < step->in_count; i++)
        if (exec->plan->slots[step->in[i]].kind != GB_SLOT_WEIGHT)
            needs_slot(exec, step->in[i], index);
}

/* ----------------------------------------------------------------------------------- narrowing */

/* The first step before which nobody needs all tokens any more. */
static int32_t find_narrow(const gb_exec *exec, int32_t from, int32_t end)
{
    int32_t step = gb_plan_first_narrow(exec->plan, end);
    if (step < from) step = from;
    for (int32_t h = exec->hook_next; h < exec->hook_count; h++) {
        const gb_node *node = gb_graph_node(exec->graph, exec->hooks[h].id);
        const gb_place *place = place_of(exec, node);
        if (!place || !in_pass(exec, exec->hooks[h].key)) continue;
        int32_t steps = exec->plan->boundary_steps[place->boundary];
        bool some = node->kind == GB_NODE_READ && node->arg_count > 0 &&
                    (place->layout == GB_LAYOUT_TOKENS || place->layout == GB_LAYOUT_HEADS);
        if (!some && steps > step) step = steps;
    }
    return step < end ? step : -1;
}

/* Marks the entries of a row of the wave at `positions` of the invoke's view. */
static void mark_positions(const gb_exec *exec, bool *marks, int32_t lane, const gb_node *node)
{
    int32_t first, count;
    exec_rows_of(exec, node->invoke, &first, &count);
    int64_t time = exec_time_of(exec, node->invoke);
    for (int32_t r = first; r < first + count; r++) {
        if (exec->rows[r].lane != lane) continue;
        const gb_row *row = &exec->lanes[lane].rows.row[exec->rows[r].row];
        for (uint32_t i = 0; i < node->args[0].count; i++) {
            int64_t t = node->args[0].as.items[i].as.integer - (time - gb_row_new(row));
            if (t >= 0 && t < gb_row_new(row)) marks[row->offset + t] = true;
        }
    }
}

static void mark_lane(const gb_exec *exec, bool *marks, int32_t lane, int32_t step)
{
    const gb_rows *rows = &exec->lanes[lane].rows;
    for (int32_t r = 0; exec->pass.next && r < rows->count; r++)
        if (gb_row_new(&rows->row[r]) > 0)
            marks[rows->row[r].offset + gb_row_new(&rows->row[r]) - 1] = true;
    for (int32_t h = exec->hook_next; h < exec->hook_count; h++) {
        const gb_node *node = gb_graph_node(exec->graph, exec->hooks[h].id);
        const gb_place *place = place_of(exec, node);
        if (place && in_pass(exec, exec->hooks[h].key) &&
            exec->plan->boundary_steps[place->boundary] >= step)
            mark_positions(exec, marks, lane, node);
    }
}

static bool narrow_lane(gb_exec *exec, int32_t index, gb_error *err)
{
    exec_lane *lane = &exec->lanes[index];
    int64_t n = lane->rows.tokens, kept = 0;
    bool *marks = gb_calloc((size_t)n + 1, sizeof *marks, err);
    int64_t *entries = gb_calloc((size_t)n + 1, sizeof *entries, err);
    bool ok = marks && entries;
    if (ok) {
        mark_lane(exec, marks, index, exec->pass.narrow_step);
        for (int64_t i = 0; i < n; i++)
            if (marks[i]) entries[kept++] = i;
        if (kept == 0) entries[kept++] = n - 1;
    }
    ok = ok && (kept == n || gb_walk_narrow(&lane->walk, entries, kept, err));
    gb_free(marks);
    if (ok && kept < n) {
        lane->selected = entries;
        lane->selected_count = kept;
        exec->counters->tokens_narrowed += n - kept;
        return true;
    }
    gb_free(entries);
    return ok;
}

/* ------------------------------------------------------------------------------------ planning */

static void list_releases(gb_exec *exec, int32_t from)
{
    exec_pass *pass = &exec->pass;
    for (int32_t s = 0; s <= exec->plan->step_count; s++)
        pass->first_free[s] = -1;
    for (int32_t slot = 0; slot < exec->plan->slot_count; slot++) {
        if (exec->plan->slots[slot].kind == GB_SLOT_WEIGHT) continue;
        int32_t at = pass->release[slot] + 1;
        if (at < from) at = from;
        if (at > exec->plan->step_count) continue;
        pass->next_free[slot] = pass->first_free[at];
        pass->first_free[at] = slot;
    }
}

/* While the graph may grow, a slot stays as long as the plan or any place has a use for it. */
static void hold_all(gb_exec *exec)
{
    const gb_plan *plan = exec->plan;
    for (int32_t slot = 0; slot < plan->slot_count; slot++)
        exec->pass.release[slot] = plan->slots[slot].last_step;
    for (int32_t i = 0; i < plan->place_count; i++) {
        int32_t steps = plan->boundary_steps[plan->places[i].boundary];
        int32_t *release = &exec->pass.release[plan->places[i].slot];
        if (*release < steps) *release = steps;
    }
    if (exec->pass.next) exec->pass.release[plan->logits_slot] = plan->step_count;
}

void exec_pass_plan(gb_exec *exec)
{
    const gb_plan *plan = exec->plan;
    exec_pass *pass = &exec->pass;
    const gb_walk *walk = &exec->lanes[0].walk;
    int32_t from = walk->step, count = 0;
    exec_key after = key_make(exec->wave, exec->step, KEY_LAST_BOUNDARY);
    pass->next = exec->options.generation && (exec->last_needed >= after || exec->target >= after);
    memset(pass->live, 0, (size_t)plan->slot_count * sizeof *pass->live);
    for (int32_t s = 0; s < plan->slot_count; s++)
        pass->release[s] = from - 1;
    if (exec->open) hold_all(exec);
    pass->end = 0;
    if (pass->next) needs_slot(exec, plan->logits_slot, plan->step_count);
    backwards w = {exec, exec->hook_count - 1, -1, 0};
    for (int32_t i = plan->step_count - 1; i >= from; i--) {
        const gb_step *step = &plan->steps[i];
        boundary_backwards(&w, i + 1);
        pass->run[i] = gb_walk_takes(walk, step) && step_needed(exec, step, i);
        if (!pass->run[i]) continue;
        if (!pass->end) pass->end = i + 1;
        step_backwards(exec, step, i);
        count++;
    }
    boundary_backwards(&w, from);
    exec->counters->plan_steps_cut += plan->step_count - from - count;
    list_releases(exec, from);
    pass->narrow_step =
        exec->open || exec->lanes[0].selected ? -1 : find_narrow(exec, from, pass->end);
}

bool exec_pass_lacks(const gb_exec *exec)
{
    const gb_walk *walk = &exec->lanes[0].walk;
    for (int32_t slot = 0; slot < exec->plan->slot_count; slot++)
        if (exec->pass.live[slot] && exec->plan->slots[slot].kind != GB_SLOT_WEIGHT &&
            !walk->slots[slot])
            return true;
    return false;
}

/* ------------------------------------------------------------------------------------- running */

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

bool exec_goes_on(const gb_exec *exec, gb_error *err)
{
    if (exec->options.cancel && atomic_load(exec->options.cancel))
        return gb_fail(err, GB_ERR_INTERRUPT, "the run was cancelled");
    return gb_check_interrupt(err);
}

static void empty_slots(gb_exec *exec, int32_t step)
{
    for (int32_t slot = exec->pass.first_free[step]; slot >= 0; slot = exec->pass.next_free[slot])
        for (int32_t l = 0; l < exec->lane_count; l++)
            gb_walk_set(&exec->lanes[l].walk, slot, NULL);
}

static bool run_step(gb_exec *exec, int32_t step, gb_error *err)
{
    bool runs = exec->pass.run[step];
    empty_slots(exec, step);
    for (int32_t l = 0; l < exec->lane_count; l++) {
        if (step == exec->pass.narrow_step && !narrow_lane(exec, l, err)) return false;
        if (runs && !gb_step_run(&exec->lanes[l].walk, step, err)) return false;
        exec->lanes[l].walk.step = step + 1;
    }
    exec->counters->plan_steps += runs;
    return true;
}

bool exec_pass_run(gb_exec *exec, int32_t to, gb_error *err)
{
    if (!exec_goes_on(exec, err)) return false;
    double start = exec->options.timing ? seconds() : 0;
    for (int32_t s = exec->lanes[0].walk.step; s < to; s++) {
        if (exec->pass.run[s] && !exec_goes_on(exec, err)) return false;
        if (!run_step(exec, s, err)) return false;
    }
    if (exec->options.timing) exec->counters->seconds_plan += seconds() - start;
    return true;
}
