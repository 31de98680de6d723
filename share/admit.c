/* Checks of a job against a model. See admit.h. */
#include "share/admit.h"

#include "graph/engine/backend.h"

#include <inttypes.h>

typedef struct admission {
    const gb_wire_job *job;
    gb_model *model;
    gb_wire_fault *fault;
    gb_error *err;
} admission;

/* --- prompts ---------------------------------------------------------------------------------- */

static int64_t copies_of(const gb_wire_job *job)
{
    int64_t copies = job->generation ? job->generation->num_return_sequences : 1;
    return copies > 1 ? copies : 1;
}

static bool check_ids(const admission *a, const gb_token_row *row)
{
    int64_t vocabulary = gb_json_int_or(gb_model_config(a->model), "vocab_size", INT64_MAX);
    int64_t positions = gb_model_max_positions(a->model);
    if (row->count == 0) return gb_fail(a->err, GB_ERR_VALUE, "a prompt without tokens");
    if (positions > 0 && row->count > positions)
        return gb_fail(a->err, GB_ERR_VALUE,
                       "a prompt of %" PRId64 " tokens; %s takes at most %" PRId64, row->count,
                       gb_model_id(a->model), positions);
    for (int64_t i = 0; i < row->count; i++)
        if (row->ids[i] < 0 || row->ids[i] >= vocabulary)
            return gb_fail(a->err, GB_ERR_INDEX,
                           "token id %" PRId64 " is not in the vocabulary of %" PRId64, row->ids[i],
                           vocabulary);
    return true;
}

/* Tokens that a row comes to, those to be generated counted. */
static bool count_tokens(const admission *a, const gb_token_row *row, int64_t *tokens)
{
    *tokens = row->count;
    if (!a->job->generation) return true;
    int64_t added = gb_generation_limit(a->job->generation, row->count) - row->count;
    if (!gb_limit_holds(GB_LIMIT_NEW_TOKENS, added, &a->fault->limit, a->err)) return false;
    *tokens += added > 0 ? added : 0;
    return true;
}

static bool check_invoke(const admission *a, const gb_invoke *invoke, int64_t *rows,
                         int64_t *tokens)
{
    if (!invoke->all && invoke->row_count == 0 && invoke->input_count == 0)
        return gb_fail(a->err, GB_ERR_VALUE, "an invoke without a prompt");
    for (int32_t r = 0; r < invoke->row_count; r++) {
        int64_t count;
        if (!check_ids(a, &invoke->rows[r]) || !count_tokens(a, &invoke->rows[r], &count))
            return false;
        *rows += copies_of(a->job);
        *tokens += count * copies_of(a->job);
        if (!gb_limit_holds(GB_LIMIT_ROWS, *rows, &a->fault->limit, a->err) ||
            !gb_limit_holds(GB_LIMIT_TOKENS, *tokens, &a->fault->limit, a->err))
            return false;
    }
    return true;
}

static bool check_prompts(const admission *a)
{
    int64_t rows = 0, tokens = 0;
    const gb_graph *graph = a->job->graph;
    for (int32_t i = 0; i < gb_graph_invoke_count(graph); i++) {
        const gb_invoke *invoke = gb_graph_invoke(graph, i);
        if (check_invoke(a, invoke, &rows, &tokens)) continue;
        gb_error_context(a->err, "invoke %d", (int)i);
        gb_error_locate(a->err, invoke->span);
        return false;
    }
    return rows > 0 || gb_fail(a->err, GB_ERR_VALUE, "the job has no prompt");
}

/* --- values ----------------------------------------------------------------------------------- */

/* Bytes of a value that looks like `form`, as far as that is known. */
static int64_t bytes_of(const gb_arg *form)
{
    int64_t sum = 0;
    if (form->kind == GB_ARG_TENSOR) return (int64_t)gb_tensor_bytes(form->as.tensor);
    for (uint32_t i = 0; form->kind == GB_ARG_LIST && i < form->count; i++)
        sum += bytes_of(&form->as.items[i]);
    return sum;
}

static bool at_node(const admission *a, gb_node_id id)
{
    a->fault->node = id;
    gb_error_context(a->err, "node %d", (int)id);
    gb_error_locate(a->err, gb_graph_node(a->job->graph, id)->span);
    return false;
}

static bool check_values(const admission *a)
{
    const gb_graph *graph = a->job->graph;
    int64_t sent = 0;
    for (size_t i = 0; i < a->job->wanted_count; i++)
        sent += bytes_of(&gb_graph_node(graph, a->job->wanted[i])->form);
    for (gb_node_id id = 0; id < gb_graph_count(graph); id++) {
        const gb_node *node = gb_graph_node(graph, id);
        if (!gb_limit_holds(GB_LIMIT_VALUE, bytes_of(&node->form), &a->fault->limit, a->err))
            return at_node(a, id);
        if (node->kind != GB_NODE_SAVE) continue;
        sent += bytes_of(&gb_graph_node(graph, node->args[0].as.node)->form);
        if (!gb_limit_holds(GB_LIMIT_RESULT, sent, &a->fault->limit, a->err)) return at_node(a, id);
    }
    return gb_limit_holds(GB_LIMIT_RESULT, sent, &a->fault->limit, a->err);
}

/* --- order ------------------------------------------------------------------------------------ */

/* A write from a value that the model computes later is found without running anything. */
static bool check_order(const admission *a)
{
    gb_run_options options = {.generation = a->job->generation};
    gb_node_id write = GB_NO_NODE;
    gb_run *run = gb_run_new(a->model, a->job->graph, &options, a->err);
    bool ok = run && gb_run_check(run, &write, NULL, a->err);
    gb_run_free(run);
    return ok || write == GB_NO_NODE ? ok : at_node(a, write);
}

bool gb_admit(const gb_wire_job *job, gb_model *model, gb_wire_fault *fault, gb_error *err)
{
    admission a = {job, model, fault, err};
    gb_site_oracle oracle = gb_model_oracle(model);
    *fault = (gb_wire_fault){GB_LIMIT_NONE, GB_NO_NODE};
    return check_prompts(&a) && check_values(&a) && gb_graph_verify(job->graph, &oracle, err) &&
           check_order(&a);
}
