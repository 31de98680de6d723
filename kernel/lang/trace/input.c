/* Prompts in every form people write them. See input.h. */
#include "kernel/lang/trace/input.h"

#include "kernel/lang/torch/tensor.h"

#include "graph/base/memory.h"

#include <math.h>
#include <string.h>

enum { MOST_ROWS = GB_GRAPH_MAX_ROWS };

typedef struct reader {
    gb_vm *vm;
    gb_model_state *model;
    gb_prompts *out;
    gb_token_row *rows;
    int32_t count, capacity;
    bool plain; /* add_special_tokens=False */
} reader;

/* --- rows
 * ------------------------------------------------------------------------------------------------
 */

static bool fail(reader *r, gb_error *err)
{
    return gb_raise_error_false(r->vm, err);
}

static gb_token_row *add_row(reader *r)
{
    gb_error err = GB_ERROR_INIT;
    if (r->count == r->capacity) {
        int32_t capacity = r->capacity ? r->capacity * 2 : 4;
        gb_token_row *rows = gb_arena_array(&r->out->arena, (size_t)capacity, sizeof *rows, &err);
        if (!rows || capacity > MOST_ROWS) {
            gb_fail(&err, GB_ERR_VALUE, "more than %d prompts", MOST_ROWS);
            fail(r, &err);
            return NULL;
        }
        for (int32_t i = 0; i < r->count; i++)
            rows[i] = r->rows[i];
        r->rows = rows;
        r->capacity = capacity;
    }
    return &r->rows[r->count++];
}

static bool set_row(reader *r, const int64_t *ids, size_t count)
{
    gb_error err = GB_ERROR_INIT;
    int64_t limit = gb_model_max_positions(r->model->model);
    if (count == 0) return gb_raise_false(r->vm, GB_EXC_ValueError, "the prompt has no tokens");
    if (limit > 0 && count > (size_t)limit)
        return gb_raise_false(r->vm, GB_EXC_ValueError,
                              "the prompt has %zu tokens; the model's context has %lld", count,
                              (long long)limit);
    gb_token_row *row = add_row(r);
    int64_t *copy = row ? gb_arena_copy(&r->out->arena, ids, count * sizeof *ids, &err) : NULL;
    if (!copy) return row ? fail(r, &err) : false;
    *row = (gb_token_row){.ids = copy, .count = (int32_t)count};
    return true;
}

/* --- text
 * --------------------------------------------------------------------------------------------------
 */

static bool read_text(reader *r, gb_value text)
{
    gb_error err = GB_ERROR_INIT;
    gb_encoding encoding = {0};
    gb_encode_options options = {.no_special = r->plain};
    gb_tokenizer *tokenizer = gb_model_tokenizer(r->model->model, &err);
    if (!tokenizer || !gb_tokenizer_encode(tokenizer, gb_str_data(text), gb_str_size(text),
                                           &options, &encoding, &err))
        return fail(r, &err);
    int64_t *ids = gb_arena_array(&r->out->arena, encoding.count + 1, sizeof *ids, &err);
    for (size_t i = 0; ids && i < encoding.count; i++)
        ids[i] = encoding.ids[i];
    bool ok = ids ? set_row(r, ids, encoding.count) : fail(r, &err);
    gb_encoding_release(&encoding);
    return ok;
}

/* --- ids
 * -----------------------------------------------------------------------------------------------------
 */

static bool check_id(reader *r, double id)
{
    int64_t vocabulary = gb_json_int_or(gb_model_config(r->model->model), "vocab_size", INT32_MAX);
    if (id != floor(id))
        return gb_raise_false(r->vm, GB_EXC_TypeError, "token ids are whole numbers, not %g", id);
    if (id >= 0 && id < (double)vocabulary) return true;
    return gb_raise_false(r->vm, GB_EXC_IndexError,
                          "token id %.0f is outside the vocabulary of %lld", id,
                          (long long)vocabulary);
}

/* `count` ids and their mask (NULL: all are real); masked ones are padding. */
static bool read_numbers(reader *r, const double *ids, const double *mask, size_t count)
{
    gb_error err = GB_ERROR_INIT;
    int64_t *row = gb_arena_array(&r->out->arena, count + 1, sizeof *row, &err);
    size_t kept = 0;
    if (!row) return fail(r, &err);
    for (size_t i = 0; i < count; i++) {
        if (mask && mask[i] == 0) continue;
        if (!check_id(r, ids[i])) return false;
        row[kept++] = (int64_t)ids[i];
    }
    return set_row(r, row, kept);
}

/* Numbers of a tensor [T] or [B, T], or of (nested) lists of ints, as [B, T] doubles; a list's rows
 * may be of unequal length. */
typedef struct numbers {
    double **rows;
    size_t *lengths;
    size_t count;
} numbers;

static bool new_numbers(reader *r, size_t count, numbers *n)
{
    gb_error err = GB_ERROR_INIT;
    n->count = count;
    n->rows = gb_arena_array(&r->out->arena, count + 1, sizeof *n->rows, &err);
    n->lengths = gb_arena_array(&r->out->arena, count + 1, sizeof *n->lengths, &err);
    return (n->rows && n->lengths) || fail(r, &err);
}

static bool numbers_of_tensor(reader *r, const gb_tensor *t, numbers *n)
{
    gb_error err = GB_ERROR_INIT;
    int64_t dim = gb_tensor_dim(t);
    if (dim != 1 && dim != 2)
        return gb_raise_false(r->vm, GB_EXC_ValueError,
                              "token ids are a tensor [T] or [B, T], not one of %lld dimensions",
                              (long long)dim);
    int64_t batch = dim == 2 ? gb_tensor_size(t, 0) : 1, time = gb_tensor_size(t, -1);
    if (!new_numbers(r, (size_t)batch, n)) return false;
    for (int64_t b = 0; b < batch; b++) {
        n->lengths[b] = (size_t)time;
        n->rows[b] = gb_arena_array(&r->out->arena, (size_t)time + 1, sizeof(double), &err);
        if (!n->rows[b] || !gb_tensor_read(t, b * time, time, n->rows[b], &err))
            return fail(r, &err);
    }
    return true;
}

static bool numbers_of_row(reader *r, gb_value row, numbers *n, size_t at)
{
    gb_error err = GB_ERROR_INIT;
    size_t count;
    gb_value *items = gb_items_peek(row, &count);
    n->lengths[at] = count;
    n->rows[at] = gb_arena_array(&r->out->arena, count + 1, sizeof(double), &err);
    if (!n->rows[at]) return fail(r, &err);
    for (size_t i = 0; i < count; i++)
        if (!gb_to_double(r->vm, items[i], &n->rows[at][i])) return false;
    return true;
}

static bool numbers_of_list(reader *r, gb_value list, numbers *n)
{
    size_t count;
    gb_value *items = gb_items_peek(list, &count);
    bool nested = count > 0 && gb_is_sequence(items[0]);
    if (!new_numbers(r, nested ? count : 1, n)) return false;
    if (!nested) return numbers_of_row(r, list, n, 0);
    for (size_t i = 0; i < count; i++) {
        if (!gb_is_sequence(items[i]))
            return gb_raise_false(r->vm, GB_EXC_TypeError,
                                  "a batch of ids is a list of lists of ints");
        if (!numbers_of_row(r, items[i], n, i)) return false;
    }
    return true;
}

static bool numbers_of(reader *r, gb_value v, numbers *n)
{
    gb_tensor *t = gb_tensor_value_peek(v);
    if (t) return numbers_of_tensor(r, t, n);
    if (gb_is_sequence(v)) return numbers_of_list(r, v, n);
    return gb_raise_false(r->vm, GB_EXC_TypeError, "token ids are a list or tensor of ints, not %s",
                          gb_type_name(r->vm, v));
}

static bool read_ids(reader *r, gb_value ids, gb_value mask)
{
    numbers n = {0}, m = {0};
    bool masked = !gb_is_unset(mask) && !gb_is_none(mask);
    if (!numbers_of(r, ids, &n) || (masked && !numbers_of(r, mask, &m))) return false;
    for (size_t i = 0; i < n.count; i++) {
        bool fits = i < m.count && m.lengths[i] == n.lengths[i];
        if (masked && !fits)
            return gb_raise_false(r->vm, GB_EXC_ValueError,
                                  "attention_mask and input_ids have different shapes");
        if (!read_numbers(r, n.rows[i], masked ? m.rows[i] : NULL, n.lengths[i])) return false;
    }
    return true;
}

/* --- chat messages
 * ---------------------------------------------------------------------------------------------- */

static bool is_message(gb_value v)
{
    return gb_is_dict(v) && !gb_is_unset(gb_dict_get_text_peek(NULL, v, "role"));
}

/* The tokenizer object of the cell language knows how to apply the template. */
static bool read_chat(reader *r, gb_value messages)
{
    gb_vm *vm = r->vm;
    gb_value envoy = gb_envoy_new(vm, r->model, 0);
    gb_value tokenizer = gb_is_unset(envoy) ? envoy : gb_getattr_text(vm, envoy, "tokenizer");
    gb_value method =
        gb_is_unset(tokenizer) ? tokenizer : gb_getattr_text(vm, tokenizer, "apply_chat_template");
    gb_value args = gb_tuple_of(vm, 1, messages), keywords = gb_dict_new(vm), ids = GB_UNSET_VALUE;
    if (!gb_is_unset(method) &&
        gb_dict_set_text(vm, keywords, "add_generation_prompt", GB_TRUE_VALUE) &&
        gb_dict_set_text(vm, keywords, "return_dict", GB_FALSE_VALUE))
        ids = gb_call_spread(vm, method, args, keywords);
    gb_unref(envoy), gb_unref(tokenizer), gb_unref(method), gb_unref(args), gb_unref(keywords);
    bool ok = !gb_is_unset(ids) && read_ids(r, ids, GB_UNSET_VALUE);
    gb_unref(ids);
    return ok;
}

/* --- every form
 * ---------------------------------------------------------------------------------------------------
 */

static gb_value dict_of(gb_vm *vm, gb_value v)
{
    if (gb_is_dict(v)) return gb_ref(v);
    bool failed = false;
    gb_value data = gb_getattr_optional(vm, v, "data", &failed);
    if (!gb_is_unset(data) && !gb_is_dict(data)) gb_clear(&data);
    gb_exception_clear(vm);
    return data;
}

static bool read_encoding(reader *r, gb_value v)
{
    gb_value dict = dict_of(r->vm, v);
    gb_value ids = gb_is_unset(dict) ? dict : gb_dict_get_text_peek(r->vm, dict, "input_ids");
    bool ok = !gb_is_unset(ids);
    if (ok)
        ok = read_ids(r, ids, gb_dict_get_text_peek(r->vm, dict, "attention_mask"));
    else
        gb_raise(r->vm, GB_EXC_TypeError,
                 "a prompt is text, token ids or an encoding with input_ids, not %s",
                 gb_type_name(r->vm, v));
    gb_unref(dict);
    return ok;
}

static bool read_list(reader *r, gb_value list)
{
    size_t count;
    gb_value *items = gb_items_peek(list, &count);
    if (count == 0) return gb_raise_false(r->vm, GB_EXC_ValueError, "the list of prompts is empty");
    if (is_message(items[0])) return read_chat(r, list);
    if (!gb_is_str(items[0])) return read_ids(r, list, GB_UNSET_VALUE);
    for (size_t i = 0; i < count; i++) {
        if (!gb_is_str(items[i]))
            return gb_raise_false(r->vm, GB_EXC_TypeError, "a batch of prompts is a list of texts");
        if (!read_text(r, items[i])) return false;
    }
    return true;
}

static bool read_any(reader *r, gb_value input)
{
    if (gb_is_str(input)) return read_text(r, input);
    if (gb_is_sequence(input)) return read_list(r, input);
    if (gb_tensor_value_peek(input)) return read_ids(r, input, GB_UNSET_VALUE);
    return read_encoding(r, input);
}

/* Further inputs of the model that come by name. */
static const char *const input_names[] = {"labels", "token_type_ids"};

static bool read_inputs(reader *r, gb_value keywords)
{
    enum { COUNT = sizeof input_names / sizeof *input_names };
    gb_error err = GB_ERROR_INIT;
    gb_input *inputs = gb_arena_array(&r->out->arena, COUNT, sizeof *inputs, &err);
    if (!inputs) return fail(r, &err);
    for (size_t i = 0; i < COUNT; i++) {
        gb_value key = gb_str_text_new(r->vm, input_names[i]), value = GB_UNSET_VALUE;
        int found = gb_is_unset(key) ? -1 : gb_dict_remove(r->vm, keywords, key, &value);
        gb_unref(key);
        if (found < 0) return false;
        if (found == 0) continue;
        gb_tensor *t = gb_tensor_value_peek(value);
        if (t) inputs[r->out->invoke.input_count++] = (gb_input){input_names[i], gb_arg_tensor(t)};
        if (!gb_list_append_take(r->vm, r->out->held, value)) return false;
    }
    r->out->invoke.inputs = inputs;
    return true;
}

/* Arguments of the forward pass that have one meaning here: None, or `plain` where it is an int. */
typedef struct forward_argument {
    const char *name;
    int plain; /* -1: None alone */
    const char *instead;
} forward_argument;

static const forward_argument forward_arguments[] = {
    {"logits_to_keep", 0,
     "every position has its logits; of lm_head.output[:, -1:] the last row alone is computed"},
    {"return_dict", 1, "the output is the one with names"},
    {"past_key_values", -1, "a pass begins with its prompt"},
    {"cache_position", -1, "a pass begins with its prompt"},
    {"position_ids", -1, "the positions of a prompt are 0, 1, 2, ..."},
    {"inputs_embeds", -1, "assign to the output of the embedding"},
};

static bool is_plain(const forward_argument *argument, gb_value value)
{
    if (gb_is_none(value)) return true;
    return (gb_is_int(value) || gb_is_bool(value)) && value.i == argument->plain;
}

bool gb_forward_argument_read(gb_vm *vm, const char *name, gb_value value, bool *known)
{
    *known = false;
    for (size_t i = 0; i < sizeof forward_arguments / sizeof *forward_arguments; i++) {
        const forward_argument *argument = &forward_arguments[i];
        if (strcmp(argument->name, name) != 0) continue;
        *known = true;
        return is_plain(argument, value) ||
               gb_raise_false(vm, GB_EXC_NotImplementedError, "%s= is not there: %s", name,
                              argument->instead);
    }
    return true;
}

static gb_value take_keyword(gb_vm *vm, gb_value keywords, const char *name)
{
    gb_value value = GB_UNSET_VALUE,
             key = gb_is_dict(keywords) ? gb_str_text_new(vm, name) : GB_UNSET_VALUE;
    if (!gb_is_unset(key)) gb_dict_remove(vm, keywords, key, &value);
    gb_unref(key);
    return value;
}

bool gb_prompts_in(gb_vm *vm, gb_value keywords)
{
    return gb_is_dict(keywords) && !gb_is_unset(gb_dict_get_text_peek(vm, keywords, "input_ids"));
}

bool gb_prompts_read(gb_vm *vm, gb_model_state *model, gb_value input, gb_value keywords,
                     gb_prompts *out)
{
    *out = (gb_prompts){.held = gb_list_new(vm, 0), .invoke = {.span = gb_vm_span(vm)}};
    reader r = {.vm = vm, .model = model, .out = out};
    gb_value ids = take_keyword(vm, keywords, "input_ids"),
             mask = take_keyword(vm, keywords, "attention_mask");
    gb_value special = take_keyword(vm, keywords, "add_special_tokens");
    r.plain = gb_is_bool(special) && !special.i;
    bool none = gb_is_unset(input) || gb_is_none(input);
    gb_value real = none ? GB_UNSET_VALUE : gb_resolve(vm, input);
    bool ok = !gb_is_unset(out->held) && (none || !gb_is_unset(real));
    if (ok && !none)
        ok = gb_tensor_value_peek(real) ? read_ids(&r, real, mask) : read_any(&r, real);
    else if (ok)
        ok = read_ids(&r, ids, mask);
    if (ok && gb_is_dict(keywords)) ok = read_inputs(&r, keywords);
    gb_unref(real), gb_unref(ids), gb_unref(mask), gb_unref(special);
    out->invoke.rows = r.rows;
    out->invoke.row_count = r.count;
    if (!ok) gb_prompts_release(out);
    return ok;
}

void gb_prompts_release(gb_prompts *prompts)
{
    gb_arena_release(&prompts->arena);
    gb_clear(&prompts->held);
}
