/* What lies between two passes: rows, samplers, the next tokens; and the values that belong to the
 * run and not to the model. */
#include "graph/base/memory.h"
#include "graph/engine/exec.h"
#include "graph/tensor/autograd.h"

#include <string.h>

static bool in_wave(const gb_exec *exec, int32_t invoke)
{
    return !gb_graph_invoke(exec->graph, invoke)->all && exec->invokes[invoke].wave == exec->wave;
}

/* Rows that one prompt makes. */
static int32_t copies(const gb_exec *exec)
{
    const gb_generation *g = exec->options.generation;
    return g && g->num_return_sequences > 1 ? (int32_t)g->num_return_sequences : 1;
}

/* ---------------------------------------------------------------------------------------- waves */

void exec_wave_release(gb_exec *exec)
{
    for (int32_t l = 0; l < exec->lane_count; l++) {
        exec_lane *lane = &exec->lanes[l];
        if (lane->walking) gb_walk_release(&lane->walk);
        gb_rows_release(&lane->rows);
        gb_free(lane->selected);
    }
    gb_free(exec->lanes);
    gb_free(exec->rows);
    gb_free(exec->chosen);
    exec->lanes = NULL;
    exec->rows = NULL;
    exec->chosen = NULL;
    exec->lane_count = exec->row_count = 0;
    for (int32_t i = 0; i < exec->invoke_count; i++) {
        gb_sampler_free(exec->invokes[i].sampler);
        exec->invokes[i].sampler = NULL;
    }
    exec->wave_open = exec->pass_open = exec->wave_ended = false;
}

static bool check_length(const gb_exec *exec, const gb_invoke *invoke, int64_t n, gb_error *err)
{
    int64_t most = gb_model_max_positions(exec->model);
    if (n < 1)
        return gb_fail_at(err, GB_ERR_VALUE, invoke->span, "a prompt without tokens cannot be run");
    return most == 0 || n <= most ||
           gb_fail_at(err, GB_ERR_VALUE, invoke->span,
                      "the prompt has %lld tokens; %s has %lld positions", (long long)n,
                      gb_model_id(exec->model), (long long)most);
}

/* token_type_ids of a prompt, from a tensor [B, T] among the invoke's inputs. */
static bool set_types(gb_rows *rows, int32_t row, const gb_invoke *invoke, int32_t prompt,
                      gb_error *err)
{
    for (int32_t i = 0; i < invoke->input_count; i++) {
        const gb_arg *value = &invoke->inputs[i].value;
        if (strcmp(invoke->inputs[i].name, "token_type_ids") != 0 || value->kind != GB_ARG_TENSOR)
            continue;
        int64_t n = gb_row_new(&rows->row[row]), width = gb_tensor_size(value->as.tensor, -1);
        double *values = gb_calloc((size_t)n + 1, sizeof *values, err);
        int64_t *types = gb_calloc((size_t)n + 1, sizeof *types, err);
        bool ok = values && types &&
                  gb_tensor_read(value->as.tensor, prompt * width + width - n, n, values, err);
        for (int64_t t = 0; ok && t < n; t++)
            types[t] = (int64_t)values[t];
        ok = ok && gb_rows_set_types(rows, row, types, err);
        gb_free(values);
        gb_free(types);
        if (!ok) return false;
    }
    return true;
}

static bool add_row(gb_exec *exec, const gb_invoke *invoke, int32_t prompt, gb_error *err)
{
    const gb_token_row *tokens = &invoke->rows[prompt];
    int32_t l = exec->options.deterministic && !exec->grads ? exec->lane_count : 0;
    if (!check_length(exec, invoke, tokens->count, err)) return false;
    exec_lane *lane = &exec->lanes[l];
    int32_t row = gb_rows_add(&lane->rows, tokens->ids, tokens->count, -1, 0, err);
    if (row < 0 || !set_types(&lane->rows, row, invoke, prompt, err)) return false;
    lane->rows.keep = exec->options.generation != NULL;
    if (l >= exec->lane_count) exec->lane_count = l + 1;
    exec->rows[exec->row_count++] = (exec_row){l, row};
    return true;
}

static bool add_sampler(gb_exec *exec, int32_t index, gb_error *err)
{
    const gb_invoke *invoke = gb_graph_invoke(exec->graph, index);
    int32_t n = exec->invokes[index].count, each = copies(exec);
    const int64_t **prompts = gb_calloc((size_t)n + 1, sizeof *prompts, err);
    int64_t *lengths = gb_calloc((size_t)n + 1, sizeof *lengths, err);
    for (int32_t r = 0; prompts && lengths && r < n; r++) {
        prompts[r] = invoke->rows[r / each].ids;
        lengths[r] = invoke->rows[r / each].count;
    }
    if (prompts && lengths)
        exec->invokes[index].sampler =
            gb_sampler_new(exec->options.generation, exec->model, prompts, lengths, n, err);
    gb_free(prompts);
    gb_free(lengths);
    return exec->invokes[index].sampler != NULL;
}

static bool add_invoke(gb_exec *exec, int32_t index, gb_error *err)
{
    const gb_invoke *invoke = gb_graph_invoke(exec->graph, index);
    exec_invoke *own = &exec->invokes[index];
    own->first = exec->row_count;
    own->steps = 0;
    own->ended = false;
    for (int32_t r = 0; r < invoke->row_count; r++)
        for (int32_t c = 0; c < copies(exec); c++)
            if (!add_row(exec, invoke, r, err)) return false;
    own->count = exec->row_count - own->first;
    return !exec->options.generation || own->count == 0 || add_sampler(exec, index, err);
}

/* A walk that starts again draws the same random numbers. */
static bool keep_random(gb_exec *exec, gb_error *err)
{
    const gb_generation *g = exec->options.generation;
    if (!g || !g->do_sample || g->seed >= 0 || exec->wave > 0) return true;
    gb_generator *generator = gb_generator_default((gb_device){GB_CPU, -1}, err);
    bool ok = generator != NULL;
    if (ok && exec->random_state)
        ok = gb_generator_set_state(generator, exec->random_state, err);
    else if (ok)
        ok = (exec->random_state = gb_generator_state(generator, err)) != NULL;
    gb_generator_unref(generator);
    return ok;
}

bool exec_wave_begin(gb_exec *exec, gb_error *err)
{
    size_t rows = 0;
    for (int32_t i = 0; i < exec->invoke_count; i++)
        if (in_wave(exec, i))
            rows += (size_t)gb_graph_invoke(exec->graph, i)->row_count * (size_t)copies(exec);
    if (rows == 0 || rows > GB_GRAPH_MAX_ROWS)
        return gb_fail(err, GB_ERR_VALUE,
                       rows ? "more than %d sequences in one run"
                            : "nothing to run: no prompt was given (limit %d)",
                       GB_GRAPH_MAX_ROWS);
    exec->lanes = gb_calloc(exec->options.deterministic ? rows : 1, sizeof *exec->lanes, err);
    exec->rows = gb_calloc(rows, sizeof *exec->rows, err);
    exec->chosen = gb_calloc(rows, sizeof *exec->chosen, err);
    bool ok = exec->lanes && exec->rows && exec->chosen && keep_random(exec, err);
    for (int32_t i = 0; ok && i < exec->invoke_count; i++)
        ok = !in_wave(exec, i) || add_invoke(exec, i, err);
    if (!ok) {
        exec_wave_release(exec);
        return false;
    }
    exec->wave_open = true;
    exec->step = 0;
    exec->counters->rows += exec->row_count;
    exec->counters->walks++;
    return true;
}

/* --------------------------------------------------------------------------------------- passes */

bool exec_takes_part(const gb_exec *exec, int32_t invoke)
{
    return gb_graph_invoke(exec->graph, invoke)->all ||
           exec->invokes[invoke].steps == exec->step + 1;
}

void exec_pass_eager(gb_exec *exec, bool *behind)
{
    for (int32_t h = exec->hook_next; h < exec->hook_count; h++) {
        const gb_node *node = gb_graph_node(exec->graph, exec->hooks[h].id);
        bool access = node->kind == GB_NODE_READ || node->kind == GB_NODE_WRITE;
        if (!access || exec->sites[node->site].kind != SITE_MODEL ||
            key_wave(exec->hooks[h].key) != exec->wave || node->step != exec->step)
            continue;
        const gb_place *place = &exec->plan->places[exec->sites[node->site].place];
        int32_t layer = exec->plan->tree.modules[place->module].layer;
        if (!place->eager || layer < 0 || exec->lanes[0].walk.eager[layer]) continue;
        if (exec->lanes[0].walk.step > exec->plan->io[place->module].enter_step) *behind = true;
        for (int32_t l = 0; l < exec->lane_count; l++)
            exec->lanes[l].walk.eager[layer] = true;
    }
}

/* The tokens that were chosen become the new ones of rows that go on. */
static bool extend_rows(gb_exec *exec, gb_error *err)
{
    for (int32_t l = 0; l < exec->lane_count; l++)
        gb_rows_advance(&exec->lanes[l].rows);
    for (int32_t i = 0; i < exec->invoke_count; i++) {
        const exec_invoke *invoke = &exec->invokes[i];
        if (!in_wave(exec, i) || invoke->ended) continue;
        for (int32_t r = invoke->first; r < invoke->first + invoke->count; r++)
            if (!gb_rows_extend(&exec->lanes[exec->rows[r].lane].rows, exec->rows[r].row,
                                &exec->chosen[r], 1, err))
                return false;
    }
    return true;
}

bool exec_pass_begin(gb_exec *exec, gb_error *err)
{
    bool behind = false;
    if (exec->step > 0 && !extend_rows(exec, err)) return false;
    for (int32_t l = 0; l < exec->lane_count; l++) {
        exec_lane *lane = &exec->lanes[l];
        if (lane->walking) gb_walk_release(&lane->walk);
        gb_free(lane->selected);
        lane->selected = NULL;
        lane->walking = gb_walk_init(&lane->walk, exec->model, &lane->rows, err);
        if (!lane->walking) return false;
        exec->counters->tokens += lane->rows.tokens;
    }
    for (int32_t i = 0; i < exec->invoke_count; i++)
        if (in_wave(exec, i) && !exec->invokes[i].ended) exec->invokes[i].steps++;
    exec->pass_open = true;
    exec_pass_eager(exec, &behind);
    exec_pass_plan(exec);
    return true;
}

static bool choose(gb_exec *exec, int32_t index, gb_error *err)
{
    exec_invoke *invoke = &exec->invokes[index];
    gb_tensor *logits = exec_last_tokens(exec, exec->plan->logits_slot, index, err); /* [R, V] */
    bool ok = logits && gb_sampler_next(invoke->sampler, logits, &exec->chosen[invoke->first], err);
    gb_tensor_unref(logits);
    if (ok) invoke->ended = gb_sampler_done(invoke->sampler);
    return ok;
}

bool exec_pass_end(gb_exec *exec, gb_error *err)
{
    bool more = false, ok = exec_pass_run(exec, exec->pass.end, err);
    for (int32_t i = 0; ok && exec->pass.next && i < exec->invoke_count; i++) {
        if (!in_wave(exec, i) || exec->invokes[i].ended || !exec->invokes[i].sampler) continue;
        ok = choose(exec, i, err);
        more = more || !exec->invokes[i].ended;
    }
    exec->pass_open = false;
    exec->wave_ended = !more;
    for (int32_t l = 0; l < exec->lane_count; l++) {
        gb_walk_release(&exec->lanes[l].walk);
        exec->lanes[l].walking = false;
    }
    return ok;
}

/* ---------------------------------------------------------------------------- places of the run */

static int64_t pad_of(const gb_exec *exec)
{
    const gb_generation *g = exec->options.generation;
    if (g && g->pad >= 0) return g->pad;
    return g && g->eos_count > 0 ? g->eos[0] : 0;
}

/* Rows of token ids as [B, T]: prompts padded on the left, what follows on the right. */
typedef struct id_rows {
    const int64_t **ids;
    int64_t *counts, *prompts;
    int32_t count;
} id_rows;

static gb_tensor *id_matrix(const id_rows *rows, int64_t pad, gb_error *err)
{
    int64_t left = 0, right = 0;
    for (int32_t r = 0; r < rows->count; r++) {
        if (rows->prompts[r] > left) left = rows->prompts[r];
        if (rows->counts[r] - rows->prompts[r] > right) right = rows->counts[r] - rows->prompts[r];
    }
    int64_t sizes[] = {rows->count, left + right};
    gb_tensor *out = gb_tensor_empty(GB_I64, sizes, 2, err);
    int64_t *data = out ? gb_tensor_data(out) : NULL;
    for (int32_t r = 0; data && r < rows->count; r++)
        for (int64_t t = 0; t < left + right; t++) {
            int64_t i = t - (left - rows->prompts[r]);
            *data++ = i >= 0 && i < rows->counts[r] ? rows->ids[r][i] : pad;
        }
    return out;
}

static void row_ids(const gb_exec *exec, int32_t index, exec_site_kind kind, id_rows *rows)
{
    const gb_invoke *invoke = gb_graph_invoke(exec->graph, index);
    int32_t each = kind == SITE_IDS ? 1 : copies(exec);
    for (int32_t r = 0; r < invoke->row_count * each; r++) {
        const gb_token_row *prompt = &invoke->rows[r / each];
        int32_t k = rows->count++;
        rows->prompts[k] = rows->counts[k] = prompt->count;
        rows->ids[k] = prompt->ids;
        if (kind == SITE_RESULT && exec->invokes[index].sampler)
            rows->ids[k] = gb_sampler_tokens(exec->invokes[index].sampler, r, &rows->counts[k]);
    }
}

static gb_tensor *ids_of(gb_exec *exec, exec_site_kind kind, int32_t index, gb_error *err)
{
    bool all = gb_graph_invoke(exec->graph, index)->all;
    size_t most = 1;
    for (int32_t i = 0; i < exec->invoke_count; i++)
        most += (size_t)gb_graph_invoke(exec->graph, i)->row_count * (size_t)copies(exec);
    id_rows rows = {gb_calloc(most, sizeof *rows.ids, err),
                    gb_calloc(most, sizeof *rows.counts, err),
                    gb_calloc(most, sizeof *rows.prompts, err), 0};
    gb_tensor *out = NULL;
    if (rows.ids && rows.counts && rows.prompts) {
        for (int32_t i = 0; i < exec->invoke_count; i++)
            if (i == index || (all && !gb_graph_invoke(exec->graph, i)->all))
                row_ids(exec, i, kind, &rows);
        out = id_matrix(&rows, pad_of(exec), err);
    }
    gb_free(rows.ids);
    gb_free(rows.counts);
    gb_free(rows.prompts);
    return out;
}

gb_tensor *exec_run_place(gb_exec *exec, exec_site_kind kind, int32_t invoke, gb_error *err)
{
    if (kind != SITE_TOKEN) return ids_of(exec, kind, invoke, err);
    int32_t first, count;
    exec_rows_of(exec, invoke, &first, &count);
    int64_t n = count;
    return gb_tensor_from_data(&exec->chosen[first], GB_I64, &n, 1, err);
}
