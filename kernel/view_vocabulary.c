/* A tensor whose last dimension is the vocabulary of a model that the session has a name for, as
 * a table of the likeliest tokens. See view.h. */
#include "kernel/session_state.h"
#include "kernel/view.h"

#include "display/topk.h"
#include "graph/base/arena.h"
#include "graph/base/json.h"
#include "graph/base/memory.h"
#include "kernel/lang/torch/tensor.h"
#include "kernel/lang/trace/model_object.h"

#include <math.h>

enum { MOST_LISTS = 8, ROWS = 10, LEAST_VOCABULARY = 128 };

/* The tokenizer of a model among the session's names whose vocabulary has this size; borrowed,
 * NULL when there is none. */
static gb_tokenizer *find_tokenizer(gb_session *session, int64_t vocabulary)
{
    gb_value key, value;
    for (size_t at = 0; gb_dict_next(session->globals, &at, &key, &value);) {
        int32_t module;
        gb_error ignored = GB_ERROR_INIT;
        gb_model_state *state =
            gb_is_a(value, &gb_model_spec) ? gb_envoy_state_peek(value, &module) : NULL;
        if (!state || !state->model) continue;
        const json_t *size = json_object_get(gb_model_config(state->model), "vocab_size");
        if (json_integer_value(size) == vocabulary)
            return gb_model_tokenizer(state->model, &ignored);
    }
    return NULL;
}

/* One list of the table is the distribution that starts at element `first`. */
typedef struct table {
    const gb_tensor *tensor;
    gb_tokenizer *tokenizer;
    int64_t vocabulary;
    double *values; /* [V], read for each list */
    gb_arena arena;
    gb_topk_list lists[MOST_LISTS];
    size_t count;
} table;

static bool add_token_texts(table *t, gb_topk_row *rows, size_t count, gb_error *err)
{
    for (size_t i = 0; i < count; i++) {
        gb_buffer text = GB_BUFFER_INIT;
        int32_t id = (int32_t)rows[i].id;
        bool ok = gb_tokenizer_decode(t->tokenizer, &id, 1, NULL, &text, err) &&
                  gb_buffer_ok(&text, err) &&
                  (rows[i].token =
                       gb_arena_strndup(&t->arena, text.data ? text.data : "", text.size, err));
        gb_buffer_release(&text);
        if (!ok) return false;
    }
    return true;
}

static bool are_probabilities(const table *t)
{
    double sum = 0;
    for (int64_t i = 0; i < t->vocabulary; i++) {
        if (!(t->values[i] >= 0)) return false;
        sum += t->values[i];
    }
    return fabs(sum - 1) < 1e-3;
}

static bool add_list(table *t, int64_t distribution, const char *title, gb_error *err)
{
    gb_topk_row *rows = gb_arena_array(&t->arena, ROWS, sizeof *rows, err);
    if (!rows ||
        !gb_tensor_read(t->tensor, distribution * t->vocabulary, t->vocabulary, t->values, err))
        return false;
    gb_array array = gb_array_doubles(t->values, t->vocabulary);
    gb_topk_request request = {.k = ROWS, .probabilities = are_probabilities(t)};
    size_t count;
    if (!gb_topk_select(&array, &request, rows, &count, err) ||
        !add_token_texts(t, rows, count, err))
        return false;
    t->lists[t->count++] = (gb_topk_list){.title = title, .rows = rows, .count = count};
    return true;
}

/* [V]: itself; [N, V]: each; [B, T, V] and more: the last position of each prompt. */
static bool add_lists(table *t, gb_error *err)
{
    int64_t rank = gb_tensor_dim(t->tensor), all = gb_tensor_numel(t->tensor) / t->vocabulary;
    int64_t step = rank > 2 ? gb_tensor_size(t->tensor, rank - 2) : 1;
    for (int64_t at = step - 1; at < all && t->count < MOST_LISTS; at += step) {
        gb_buffer title = GB_BUFFER_INIT;
        if (rank > 2)
            gb_buffer_format(&title, "prompt %lld, position %lld", (long long)(at / step),
                             (long long)step - 1);
        else if (all > 1)
            gb_buffer_format(&title, "row %lld of %lld", (long long)at, (long long)all);
        char *text = title.size ? gb_arena_strdup(&t->arena, title.data, err) : NULL;
        bool ok = (text || !title.size) && add_list(t, at, text, err);
        gb_buffer_release(&title);
        if (!ok) return false;
    }
    return true;
}

bool gb_view_vocabulary(gb_session *session, gb_value value, const char *repr, gb_bundle *out,
                        gb_error *err)
{
    table t = {.tensor = gb_tensor_value_peek(value)};
    int64_t rank = t.tensor ? gb_tensor_dim(t.tensor) : 0;
    if (!rank || gb_tensor_is_meta(t.tensor) || !gb_tensor_numel(t.tensor) ||
        gb_dtype_kind_of(gb_tensor_dtype(t.tensor)) != GB_KIND_FLOAT)
        return true;
    t.vocabulary = gb_tensor_size(t.tensor, rank - 1);
    if (t.vocabulary < LEAST_VOCABULARY || !(t.tokenizer = find_tokenizer(session, t.vocabulary)))
        return true;
    t.values = gb_alloc((size_t)t.vocabulary * sizeof *t.values, err);
    gb_topk topk = {.lists = t.lists, .vocabulary = t.vocabulary, .repr = repr};
    bool ok = t.values && add_lists(&t, err);
    topk.count = t.count;
    ok = ok && gb_topk_show(&topk, out, err);
    gb_free(t.values);
    gb_arena_release(&t.arena);
    return ok;
}
