/* The loop: from hook to hook through the boundaries of the plan, pass after pass, wave after wave.
 *
 * The state between two calls is the walk (slots of the plan, rows, samplers) and the cursor, the
 * key up to which all needed hooks are done. */
#include "graph/engine/exec.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"

gb_exec *exec_new(gb_model *model, const gb_graph *graph, const gb_run_options *options,
                  gb_run_counters *counters, gb_error *err)
{
    gb_exec *exec = gb_calloc(1, sizeof *exec, err);
    if (!exec) return NULL;
    exec->model = gb_model_ref(model);
    exec->plan = gb_model_plan(model);
    exec->graph = graph;
    exec->options = *options;
    exec->counters = counters;
    exec->cursor = exec->forced = KEY_NOW;
    exec->conflict_write = exec->conflict_read = GB_NO_NODE;
    if (exec_pass_alloc(exec, err)) return exec;
    exec_free(exec);
    return NULL;
}

void exec_free(gb_exec *exec)
{
    if (!exec) return;
    exec_wave_release(exec);
    for (int32_t id = 0; id < exec->node_count; id++)
        exec_forget(&exec->nodes[id]);
    exec_pass_release(&exec->pass);
    gb_tensor_unref(exec->random_state);
    gb_free(exec->sites);
    gb_free(exec->nodes);
    gb_free(exec->invokes);
    gb_free(exec->hooks);
    gb_arena_release(&exec->arena);
    gb_model_unref(exec->model);
    gb_free(exec);
}

/* A random operator that ran keeps its number; wanted values and what was printed stay. */
void exec_reset(gb_exec *exec)
{
    exec_wave_release(exec);
    exec->cursor = KEY_NOW;
    exec->wave = exec->step = 0;
    for (gb_node_id id = 0; id < exec->node_count; id++) {
        const gb_node *node = gb_graph_node(exec->graph, id);
        exec_node *n = &exec->nodes[id];
        bool random = node->kind == GB_NODE_OP && gb_overload_is_random(node->overload);
        n->ran = false;
        n->uses = 0;
        if (node->kind == GB_NODE_BACKWARD && n->status == NODE_KNOWN) n->status = NODE_UNKNOWN;
        bool stays = n->wanted && !exec->grads; /* a gradient needs the history of its values */
        if (n->status == NODE_KNOWN && !stays && !random) exec_forget(n);
        if (n->status == NODE_ABSENT) n->status = NODE_UNKNOWN;
        gb_tensor_unref(n->tensor);
        n->tensor = NULL;
    }
}

/* ------------------------------------------------------------------------------------- updating */

static bool look(gb_exec *exec, bool *behind, gb_error *err)
{
    bool moved = false, needs = false, marks = false;
    if (!exec_place(exec, &moved, err) || !exec_need(exec, &needs, err)) return false;
    if (exec->grads) exec_grad_mark(exec, &marks);
    *behind = (moved && exec->cursor > KEY_NOW) || needs || marks;
    return true;
}

/* The plan of the pass that is going on, for the hooks as they are now. */
static void replan(gb_exec *exec, bool *behind)
{
    if (!exec->pass_open) return;
    exec_pass_eager(exec, behind);
    exec_pass_plan(exec);
    *behind = *behind || exec_pass_lacks(exec);
}

bool exec_update(gb_exec *exec, gb_error *err)
{
    bool moved = false;
    return exec_place(exec, &moved, err);
}

static bool prepare(gb_exec *exec, gb_error *err)
{
    bool behind = false;
    if (!look(exec, &behind, err)) return false;
    if (!behind) replan(exec, &behind);
    if (!behind) return true;
    exec->counters->replays++;
    exec_reset(exec);
    return look(exec, &behind, err);
}

/* -------------------------------------------------------------------------------------- walking */

static bool run_hooks(gb_exec *exec, gb_error *err)
{
    while (exec->hook_next < exec->hook_count && exec->hooks[exec->hook_next].key <= exec->cursor) {
        if (!exec_compute(exec, exec->hooks[exec->hook_next].id, err)) return false;
        exec->hook_next++;
    }
    return true;
}

static bool next_wave(gb_exec *exec, gb_error *err)
{
    if (exec->wave_open) {
        exec_wave_release(exec);
        exec->wave++;
    }
    return exec_wave_begin(exec, err);
}

/* One move towards `next`, the key of the next hook or of the target. */
static bool move(gb_exec *exec, exec_key next, gb_error *err)
{
    if (!exec->wave_open || key_wave(next) > exec->wave) return next_wave(exec, err);
    if (exec->wave_ended) {
        exec->cursor = next;
        return true;
    }
    exec_key last = key_make(exec->wave, exec->step, KEY_LAST_BOUNDARY);
    if (!exec->pass_open) {
        if (exec->cursor >= last) exec->step++;
        if (!exec_pass_begin(exec, err)) return false;
        last = key_make(exec->wave, exec->step, KEY_LAST_BOUNDARY);
        exec_key first = key_make(exec->wave, exec->step, 0);
        if (exec->cursor < first - 1) exec->cursor = first - 1;
        return true;
    }
    if (next < last) {
        int32_t steps = exec->plan->boundary_steps[key_boundary(next)];
        if (!exec_pass_run(exec, steps, err)) return false;
        exec->cursor = next;
        return true;
    }
    if (!exec_pass_end(exec, err)) return false;
    exec->cursor = last;
    return true;
}

static void report(const gb_exec *exec)
{
    if (!exec->options.progress || !exec->options.generation) return;
    int64_t total = exec->options.generation->max_new_tokens;
    gb_progress_report(exec->options.progress, "generating",
                       (uint64_t)exec->step + (exec->wave_ended ? 1 : 0),
                       total > 0 ? (uint64_t)total : 0, "tokens");
}

static bool walk(gb_exec *exec, exec_key target, gb_error *err)
{
    while (run_hooks(exec, err)) {
        exec_key next = target;
        if (exec->hook_next < exec->hook_count && exec->hooks[exec->hook_next].key < next)
            next = exec->hooks[exec->hook_next].key;
        if (exec->cursor >= target || next == KEY_END) return true;
        int32_t step = exec->step;
        if (!move(exec, next, err)) return false;
        if (step != exec->step || exec->wave_ended) report(exec);
    }
    return false;
}

static bool advance(gb_exec *exec, exec_key target, gb_error *err)
{
    exec->target = target == KEY_END ? KEY_NOW : target;
    exec->open = target != KEY_END;
    if (!prepare(exec, err)) {
        exec_reset(exec);
        return false;
    }
    bool before = gb_grad_mode_set(exec->grads);
    bool ok = walk(exec, target, err);
    (void)gb_grad_mode_set(before);
    if (!ok) exec_reset(exec);
    if (ok && target == KEY_END) {
        exec_wave_release(exec); /* whoever comes later starts again */
        exec->cursor = KEY_END - 1;
    }
    return ok;
}

bool exec_advance(gb_exec *exec, exec_key target, gb_error *err)
{
    exec->forced = KEY_NOW;
    return advance(exec, target, err);
}

bool exec_advance_model(gb_exec *exec, exec_key target, gb_error *err)
{
    exec->forced = target;
    return advance(exec, target, err);
}
