/* Choosing tokens: the processors of transformers in their order, then the likeliest or a drawn
 * one. Reference: transformers/generation/logits_process.py and utils.py (_sample). */
#include "graph/model/generate.h"

#include "graph/base/memory.h"
#include "graph/tensor/autograd.h"
#include "graph/tensor/op.h"

#include <math.h>
#include <string.h>

typedef struct sampled_row {
    int64_t *tokens;
    int64_t count, prompt;
    size_t capacity;
    bool ended;
} sampled_row;

struct gb_sampler {
    gb_generation g; /* the stop strings are its own */
    gb_model *model;
    gb_generator *generator; /* NULL: the default one */
    sampled_row *rows;
    int32_t count;
    int64_t new_tokens; /* chosen so far */
    int64_t limit;      /* of new tokens */
    int64_t longest;    /* prompt */
};

static gb_arg T(gb_tensor *t)
{
    return gb_arg_tensor(t);
}

/* --- processors: each gives new scores [R, V] --------------------------------------------------
 */

/* `scores` where the booleans `out` [R, V] say so become -inf; both are given up. */
static gb_tensor *without(gb_tensor *scores, gb_tensor *out, gb_error *err)
{
    gb_tensor *kept = scores && out ? GB_CALL_NAME("aten::masked_fill.Scalar", err, T(scores),
                                                   T(out), gb_arg_float(-INFINITY))
                                    : NULL;
    gb_tensor_unref(out);
    gb_tensor_unref(scores);
    return kept;
}

/* [R, V] booleans that `mark` sets for each row; owned. */
static gb_tensor *flags(gb_sampler *s, const gb_tensor *scores,
                        void mark(gb_sampler *s, int32_t row, bool *flags, int64_t vocabulary),
                        gb_error *err)
{
    gb_tensor *t = gb_tensor_empty(GB_BOOLEAN, gb_tensor_sizes(scores), 2, err);
    int64_t v = gb_tensor_size(scores, 1);
    bool *at = t ? gb_tensor_data(t) : NULL;
    if (!at) return t;
    memset(at, 0, (size_t)gb_tensor_numel(t));
    for (int32_t r = 0; r < s->count; r++)
        mark(s, r, at + r * v, v);
    gb_tensor *there = gb_tensor_to(t, GB_DTYPE_NONE, gb_tensor_device(scores), err);
    gb_tensor_unref(t);
    return there;
}

static void mark_seen(gb_sampler *s, int32_t row, bool *out, int64_t v)
{
    for (int64_t i = 0; i < s->rows[row].count; i++)
        if (s->rows[row].tokens[i] >= 0 && s->rows[row].tokens[i] < v)
            out[s->rows[row].tokens[i]] = true;
}

static gb_tensor *repetition(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    gb_arg penalty = gb_arg_float(s->g.repetition_penalty);
    gb_tensor *seen = flags(s, scores, mark_seen, err);
    gb_tensor *low = GB_CALL_NAME("aten::lt.Scalar", err, T(scores), gb_arg_int(0));
    gb_tensor *more = GB_CALL_NAME("aten::mul.Scalar", err, T(scores), penalty);
    gb_tensor *less = GB_CALL_NAME("aten::div.Scalar", err, T(scores), penalty);
    gb_tensor *both = low && more && less
                          ? GB_CALL_NAME("aten::where.self", err, T(low), T(more), T(less))
                          : NULL;
    gb_tensor *out =
        both && seen ? GB_CALL_NAME("aten::where.self", err, T(seen), T(both), T(scores)) : NULL;
    gb_tensor_unref(seen), gb_tensor_unref(low), gb_tensor_unref(more), gb_tensor_unref(less);
    gb_tensor_unref(both), gb_tensor_unref(scores);
    return out;
}

static void mark_repeats(gb_sampler *s, int32_t row, bool *out, int64_t v)
{
    int64_t n = s->g.no_repeat_ngram_size, count = s->rows[row].count;
    const int64_t *ids = s->rows[row].tokens;
    for (int64_t i = 0; i + n <= count; i++) {
        bool same = memcmp(ids + i, ids + count - (n - 1), (size_t)(n - 1) * sizeof *ids) == 0;
        int64_t last = ids[i + n - 1];
        if (same && last >= 0 && last < v) out[last] = true;
    }
}

static gb_tensor *repeats(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    return without(scores, flags(s, scores, mark_repeats, err), err);
}

static void mark_ends(gb_sampler *s, int32_t row, bool *out, int64_t v)
{
    (void)row;
    for (int32_t i = 0; i < s->g.eos_count; i++)
        if (s->g.eos[i] >= 0 && s->g.eos[i] < v) out[s->g.eos[i]] = true;
}

static gb_tensor *no_end(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    return without(scores, flags(s, scores, mark_ends, err), err);
}

static void mark_suppressed(gb_sampler *s, int32_t row, bool *out, int64_t v)
{
    (void)row;
    const gb_token_list *lists[] = {&s->g.suppress, &s->g.begin_suppress};
    for (size_t l = 0; l < (s->new_tokens == 0 ? 2 : 1); l++)
        for (size_t i = 0; i < lists[l]->count; i++)
            if (lists[l]->ids[i] >= 0 && lists[l]->ids[i] < v) out[lists[l]->ids[i]] = true;
}

static gb_tensor *suppressed(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    return without(scores, flags(s, scores, mark_suppressed, err), err);
}

/* The last tokens of words whose other tokens came just now; the end token alone is no word. */
static void mark_bad_words(gb_sampler *s, int32_t row, bool *out, int64_t v)
{
    const gb_token_list *list = &s->g.bad_words;
    const sampled_row *r = &s->rows[row];
    for (size_t i = 0; i < list->count; i += (size_t)list->ids[i] + 1) {
        int64_t n = list->ids[i] - 1;
        const int64_t *word = &list->ids[i + 1];
        bool end = n == 0 && s->g.eos_count == 1 && word[0] == s->g.eos[0];
        bool began =
            n < r->count && memcmp(r->tokens + r->count - n, word, (size_t)n * sizeof *word) == 0;
        if (began && !end && word[n] >= 0 && word[n] < v) out[word[n]] = true;
    }
}

static gb_tensor *bad_words(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    return without(scores, flags(s, scores, mark_bad_words, err), err);
}

static gb_tensor *temperature(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    gb_tensor *out =
        GB_CALL_NAME("aten::div.Scalar", err, T(scores), gb_arg_float(s->g.temperature));
    gb_tensor_unref(scores);
    return out;
}

static gb_tensor *softmax(gb_tensor *scores, gb_error *err)
{
    return GB_CALL(gb_overload_known(GB_KNOWN_SOFTMAX), err, T(scores), gb_arg_int(-1));
}

/* Several results of an overload; false with nothing to release. */
static bool call(const char *name, const gb_arg *args, size_t count, gb_arg *results, gb_error *err)
{
    const gb_overload *overload = gb_overload_find(name, err);
    return overload && gb_overload_call(overload, args, count, results, err);
}

static gb_tensor *top_k(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    gb_arg found[2],
        k = gb_arg_int(s->g.top_k < gb_tensor_size(scores, 1) ? s->g.top_k
                                                              : gb_tensor_size(scores, 1));
    gb_tensor *last = NULL, *low = NULL;
    if (call("aten::topk", (gb_arg[]){T(scores), k}, 2, found, err)) {
        last = GB_CALL(gb_overload_known(GB_KNOWN_NARROW), err, found[0], gb_arg_int(-1),
                       gb_arg_int(k.as.integer - 1), gb_arg_int(1));
        gb_arg_release(&found[0]), gb_arg_release(&found[1]);
    }
    if (last) low = GB_CALL_NAME("aten::lt.Tensor", err, T(scores), T(last));
    gb_tensor_unref(last);
    return without(scores, low, err);
}

/* Sorted flags [R, V] back in the order of the vocabulary; both given up. */
static gb_tensor *unsorted(gb_tensor *flags_sorted, gb_tensor *order, gb_error *err)
{
    gb_tensor *out = flags_sorted && order ? GB_CALL_NAME("aten::scatter.src", err, T(flags_sorted),
                                                          gb_arg_int(1), T(order), T(flags_sorted))
                                           : NULL;
    gb_tensor_unref(flags_sorted), gb_tensor_unref(order);
    return out;
}

/* One column of booleans set to false: at least this token is kept. */
static bool keep_column(gb_tensor *out, int64_t column, gb_error *err)
{
    gb_tensor *part = out ? GB_CALL(gb_overload_known(GB_KNOWN_NARROW), err, T(out), gb_arg_int(1),
                                    gb_arg_int(column), gb_arg_int(1))
                          : NULL;
    gb_tensor *zero = part ? GB_CALL_NAME("aten::zeros_like", err, T(part)) : NULL;
    bool ok = zero && gb_tensor_copy_into(part, zero, err);
    gb_tensor_unref(zero), gb_tensor_unref(part);
    return ok;
}

static gb_tensor *cumulative(gb_tensor *logits, gb_error *err)
{
    gb_tensor *p = softmax(logits, err);
    gb_tensor *sum = p ? GB_CALL_NAME("aten::cumsum", err, T(p), gb_arg_int(-1)) : NULL;
    gb_tensor_unref(p);
    return sum;
}

static gb_tensor *top_p(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    gb_arg sorted[2];
    if (!call("aten::sort", (gb_arg[]){T(scores), gb_arg_int(-1), gb_arg_bool(false)}, 3, sorted,
              err)) {
        gb_tensor_unref(scores);
        return NULL;
    }
    gb_tensor *sum = cumulative(sorted[0].as.tensor, err);
    gb_tensor *low =
        sum ? GB_CALL_NAME("aten::le.Scalar", err, T(sum), gb_arg_float(1 - s->g.top_p)) : NULL;
    bool ok = low && keep_column(low, gb_tensor_size(low, 1) - 1, err);
    gb_tensor *order = gb_tensor_ref(sorted[1].as.tensor);
    gb_arg_release(&sorted[0]), gb_arg_release(&sorted[1]);
    gb_tensor_unref(sum);
    gb_tensor *out = unsorted(low, order, err);
    if (ok) return without(scores, out, err);
    gb_tensor_unref(out);
    return without(scores, NULL, err);
}

/* Probabilities below `threshold` ([R, 1], given up), the likeliest kept. */
static gb_tensor *likely(gb_tensor *scores, gb_tensor *p, gb_tensor *threshold, gb_error *err)
{
    gb_tensor *low =
        p && threshold ? GB_CALL_NAME("aten::lt.Tensor", err, T(p), T(threshold)) : NULL;
    gb_tensor *best =
        p ? GB_CALL_NAME("aten::amax", err, T(p), gb_arg_int(-1), gb_arg_bool(true)) : NULL;
    gb_tensor *worse = best ? GB_CALL_NAME("aten::lt.Tensor", err, T(p), T(best)) : NULL;
    gb_tensor *out = low && worse ? GB_CALL_NAME("aten::logical_and", err, T(low), T(worse)) : NULL;
    gb_tensor_unref(low), gb_tensor_unref(best), gb_tensor_unref(worse);
    gb_tensor_unref(threshold), gb_tensor_unref(p);
    return without(scores, out, err);
}

static gb_tensor *min_p(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    gb_tensor *p = softmax(scores, err);
    gb_tensor *best =
        p ? GB_CALL_NAME("aten::amax", err, T(p), gb_arg_int(-1), gb_arg_bool(true)) : NULL;
    gb_tensor *least =
        best ? GB_CALL_NAME("aten::mul.Scalar", err, T(best), gb_arg_float(s->g.min_p)) : NULL;
    gb_tensor_unref(best);
    return likely(scores, p, least, err);
}

static gb_tensor *epsilon(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    int64_t sizes[] = {1, 1};
    gb_arg items[2];
    gb_tensor *least = GB_CALL_NAME("aten::full", err, gb_arg_ints(sizes, 2, items),
                                    gb_arg_float(s->g.epsilon_cutoff), gb_arg_dtype(GB_F32),
                                    gb_arg_none(), gb_arg_device(gb_tensor_device(scores)));
    return likely(scores, softmax(scores, err), least, err);
}

/* Sum of -p log p over the vocabulary, [R, 1]. */
static gb_tensor *entropy(gb_tensor *scores, gb_tensor *p, gb_error *err)
{
    gb_arg last[1] = {gb_arg_int(-1)};
    gb_tensor *l = GB_CALL_NAME("aten::log_softmax.int", err, T(scores), gb_arg_int(-1));
    gb_tensor *pl = l && p ? GB_CALL(gb_overload_known(GB_KNOWN_MUL), err, T(l), T(p)) : NULL;
    gb_tensor *sum =
        pl ? GB_CALL_NAME("aten::nansum", err, T(pl), gb_arg_list(last, 1), gb_arg_bool(true))
           : NULL;
    gb_tensor *out = sum ? GB_CALL_NAME("aten::neg", err, T(sum)) : NULL;
    gb_tensor_unref(l), gb_tensor_unref(pl), gb_tensor_unref(sum);
    return out;
}

static gb_tensor *eta(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    double e = s->g.eta_cutoff;
    gb_tensor *p = softmax(scores, err), *h = entropy(scores, p, err);
    gb_tensor *minus = h ? GB_CALL_NAME("aten::neg", err, T(h)) : NULL;
    gb_tensor *power = minus ? GB_CALL_NAME("aten::exp", err, T(minus)) : NULL;
    gb_tensor *scaled =
        power ? GB_CALL_NAME("aten::mul.Scalar", err, T(power), gb_arg_float(sqrt(e))) : NULL;
    gb_tensor *least =
        scaled ? GB_CALL_NAME("aten::clamp_max", err, T(scaled), gb_arg_float(e)) : NULL;
    gb_tensor_unref(h), gb_tensor_unref(minus), gb_tensor_unref(power), gb_tensor_unref(scaled);
    return likely(scores, p, least, err);
}

/* How far each token's surprise is from the expected one, [R, V]. */
static gb_tensor *atypical(gb_tensor *scores, gb_error *err)
{
    gb_tensor *p = softmax(scores, err), *h = entropy(scores, p, err);
    gb_tensor *l = GB_CALL_NAME("aten::log_softmax.int", err, T(scores), gb_arg_int(-1));
    gb_tensor *sum = l && h ? GB_CALL(gb_overload_known(GB_KNOWN_ADD), err, T(l), T(h)) : NULL;
    gb_tensor *out = sum ? GB_CALL_NAME("aten::abs", err, T(sum)) : NULL;
    gb_tensor_unref(p), gb_tensor_unref(h), gb_tensor_unref(l), gb_tensor_unref(sum);
    return out;
}

/* From sorted distances and their order: which of them lie beyond the mass. */
static gb_tensor *beyond_mass(gb_sampler *s, gb_tensor *scores, gb_arg sorted[2], gb_error *err)
{
    gb_arg dim[1] = {gb_arg_int(1)};
    gb_tensor *logits = GB_CALL_NAME("aten::gather", err, T(scores), gb_arg_int(-1), sorted[1]);
    gb_tensor *sum = logits ? cumulative(logits, err) : NULL;
    gb_tensor *under =
        sum ? GB_CALL_NAME("aten::lt.Scalar", err, T(sum), gb_arg_float(s->g.typical_p)) : NULL;
    gb_tensor *count = under ? GB_CALL_NAME("aten::sum.dim_IntList", err, T(under),
                                            gb_arg_list(dim, 1), gb_arg_bool(true))
                             : NULL;
    gb_tensor *index = count ? GB_CALL_NAME("aten::clamp_max", err, T(count),
                                            gb_arg_int(gb_tensor_size(scores, 1) - 1))
                             : NULL;
    gb_tensor *edge =
        index ? GB_CALL_NAME("aten::gather", err, sorted[0], gb_arg_int(1), T(index)) : NULL;
    gb_tensor *out = edge ? GB_CALL_NAME("aten::gt.Tensor", err, sorted[0], T(edge)) : NULL;
    gb_tensor_unref(logits), gb_tensor_unref(sum), gb_tensor_unref(under), gb_tensor_unref(count);
    gb_tensor_unref(index), gb_tensor_unref(edge);
    if (out && keep_column(out, 0, err)) return out;
    gb_tensor_unref(out);
    return NULL;
}

static gb_tensor *typical(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    gb_arg sorted[2];
    gb_tensor *far = atypical(scores, err), *out = NULL;
    if (far && call("aten::sort", (gb_arg[]){T(far), gb_arg_int(-1), gb_arg_bool(false)}, 3, sorted,
                    err)) {
        gb_tensor *low = beyond_mass(s, scores, sorted, err);
        out = unsorted(low, gb_tensor_ref(sorted[1].as.tensor), err);
        gb_arg_release(&sorted[0]), gb_arg_release(&sorted[1]);
    }
    gb_tensor_unref(far);
    return without(scores, out, err);
}

/* --- which of them apply ---------------------------------------------------------------------- */

static bool wants_repetition(const gb_sampler *s)
{
    return s->g.repetition_penalty != 1;
}

static bool wants_repeats(const gb_sampler *s)
{
    return s->g.no_repeat_ngram_size > 0;
}

static bool wants_no_end(const gb_sampler *s)
{
    int64_t least = s->g.min_new_tokens > 0 ? s->g.min_new_tokens : s->g.min_length - s->longest;
    return s->g.eos_count > 0 && s->new_tokens < least;
}

static bool wants_suppressed(const gb_sampler *s)
{
    return s->g.suppress.count > 0 || (s->new_tokens == 0 && s->g.begin_suppress.count > 0);
}

static bool wants_bad_words(const gb_sampler *s)
{
    return s->g.bad_words.count > 0;
}

#define DEFINE_WANTS(name, condition)                                                              \
    static bool wants_##name(const gb_sampler *s)                                                  \
    {                                                                                              \
        return s->g.do_sample && (condition);                                                      \
    }
DEFINE_WANTS(temperature, s->g.temperature != 1)
DEFINE_WANTS(top_k, s->g.top_k > 0)
DEFINE_WANTS(top_p, s->g.top_p < 1)
DEFINE_WANTS(min_p, s->g.min_p > 0)
DEFINE_WANTS(typical, s->g.typical_p < 1)
DEFINE_WANTS(epsilon, s->g.epsilon_cutoff > 0 && s->g.epsilon_cutoff < 1)
DEFINE_WANTS(eta, s->g.eta_cutoff > 0 && s->g.eta_cutoff < 1)
#undef DEFINE_WANTS

/* In transformers' order. */
static const struct {
    bool (*wanted)(const gb_sampler *s);
    gb_tensor *(*run)(gb_sampler *s, gb_tensor *scores, gb_error *err);
} processors[] = {
    {wants_repetition, repetition}, {wants_repeats, repeats},
    {wants_bad_words, bad_words},   {wants_no_end, no_end},
    {wants_suppressed, suppressed}, {wants_temperature, temperature},
    {wants_top_k, top_k},           {wants_top_p, top_p},
    {wants_min_p, min_p},           {wants_typical, typical},
    {wants_epsilon, epsilon},       {wants_eta, eta},
};

/* --- choosing --------------------------------------------------------------------------------- */

static gb_tensor *draw(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    gb_tensor *p = softmax(scores, err);
    gb_arg generator = gb_arg_none();
    if (s->generator) {
        generator = gb_arg_of(GB_ARG_GENERATOR);
        generator.as.generator = s->generator;
    }
    gb_tensor *out = p ? GB_CALL_NAME("aten::multinomial", err, T(p), gb_arg_int(1),
                                      gb_arg_bool(false), generator)
                       : NULL;
    gb_tensor_unref(p);
    return out;
}

/* The chosen tokens as [R] or [R, 1] int64; `scores` is given up. */
static gb_tensor *choose(gb_sampler *s, gb_tensor *scores, gb_error *err)
{
    for (size_t i = 0; scores && i < sizeof processors / sizeof *processors; i++)
        if (processors[i].wanted(s)) scores = processors[i].run(s, scores, err);
    gb_tensor *out = NULL;
    if (scores && s->g.do_sample)
        out = draw(s, scores, err);
    else if (scores)
        out = GB_CALL_NAME("aten::argmax", err, T(scores), gb_arg_int(-1));
    gb_tensor_unref(scores);
    return out;
}

/* --- ending ----------------------------------------------------------------------------------- */

static bool is_end(const gb_generation *g, int64_t token)
{
    for (int32_t i = 0; i < g->eos_count; i++)
        if (g->eos[i] == token) return true;
    return false;
}

static bool decode(gb_sampler *s, const sampled_row *row, int64_t upto, gb_buffer *out,
                   gb_error *err)
{
    enum { WINDOW = 128 };
    int32_t ids[WINDOW];
    gb_tokenizer *tokenizer = gb_model_tokenizer(s->model, err);
    int64_t first = row->count > WINDOW ? row->count - WINDOW : 0, n = 0;
    for (int64_t i = first; i < upto; i++)
        ids[n++] = (int32_t)row->tokens[i];
    return tokenizer && gb_tokenizer_decode(tokenizer, ids, (size_t)n, NULL, out, err);
}

/* True in *found if a stop string ends in what the last token added. */
static bool stops(gb_sampler *s, const sampled_row *row, bool *found, gb_error *err)
{
    gb_buffer whole = GB_BUFFER_INIT, before = GB_BUFFER_INIT;
    bool ok =
        decode(s, row, row->count, &whole, err) && decode(s, row, row->count - 1, &before, err);
    *found = false;
    for (int32_t i = 0; ok && i < s->g.stop_count; i++) {
        size_t n = strlen(s->g.stops[i]);
        for (const char *at = whole.data; at && (at = strstr(at, s->g.stops[i])); at++)
            if ((size_t)(at - whole.data) + n > before.size) *found = true;
    }
    gb_buffer_release(&whole);
    gb_buffer_release(&before);
    return ok;
}

static bool append(gb_sampler *s, sampled_row *row, int64_t token, gb_error *err)
{
    bool stopped = false;
    if (!gb_grow(&row->tokens, &row->capacity, (size_t)row->count + 1, sizeof token, err))
        return false;
    row->tokens[row->count++] = token;
    if (row->ended) return true;
    if (s->g.stop_count > 0 && !stops(s, row, &stopped, err)) return false;
    row->ended = stopped || is_end(&s->g, token) || s->new_tokens >= s->limit;
    return true;
}

bool gb_sampler_next(gb_sampler *s, const gb_tensor *logits, int64_t *tokens, gb_error *err)
{
    gb_tensor *wide = gb_tensor_to(logits, GB_F32, gb_tensor_device(logits), err);
    gb_tensor *chosen = wide ? choose(s, wide, err) : NULL;
    double *ids = gb_calloc((size_t)s->count + 1, sizeof *ids, err);
    bool ok = chosen && ids && gb_tensor_read(chosen, 0, s->count, ids, err);
    int64_t pad = s->g.pad >= 0 ? s->g.pad : s->g.eos_count > 0 ? s->g.eos[0] : 0;
    if (ok) s->new_tokens++;
    for (int32_t r = 0; ok && r < s->count; r++) {
        tokens[r] = s->rows[r].ended ? pad : (int64_t)ids[r];
        ok = append(s, &s->rows[r], tokens[r], err);
    }
    gb_free(ids);
    gb_tensor_unref(chosen);
    return ok;
}

/* --- life ------------------------------------------------------------------------------------- */

static bool check(const gb_sampler *s, gb_error *err)
{
    const gb_generation *g = &s->g;
    if (g->do_sample && g->temperature <= 0)
        return gb_fail(err, GB_ERR_VALUE,
                       "`temperature` (=%g) has to be a strictly positive float, otherwise your "
                       "next token scores will be invalid.%s",
                       g->temperature,
                       g->temperature == 0 ? " If you're looking for greedy decoding strategies, "
                                             "set `do_sample=False`."
                                           : "");
    if (g->top_p > 1 || g->min_p > 1)
        return gb_fail(err, GB_ERR_VALUE, "`%s` has to be a float > 0 and < 1, but is %g",
                       g->top_p > 1 ? "top_p" : "min_p", g->top_p > 1 ? g->top_p : g->min_p);
    if (g->num_return_sequences > 1 && !g->do_sample)
        return gb_fail(err, GB_ERR_VALUE,
                       "Greedy methods without beam search do not support `num_return_sequences` "
                       "different than 1 (got %lld).",
                       (long long)g->num_return_sequences);
    if (s->limit > 0) return true;
    return gb_fail(err, GB_ERR_VALUE,
                   "Input length of input_ids is %lld, but `max_length` is set to %lld. This can "
                   "lead to unexpected behavior. You should consider increasing `max_length` or, "
                   "better yet, setting `max_new_tokens`.",
                   (long long)s->longest, (long long)g->max_length);
}

static bool copy_settings(gb_sampler *s, const gb_generation *g, gb_error *err)
{
    if (!gb_generation_copy(&s->g, g, err)) return false;
    if (g->seed < 0) return true;
    s->generator = gb_generator_new((gb_device){GB_CPU, -1}, err);
    if (s->generator) gb_generator_seed(s->generator, g->seed);
    return s->generator != NULL;
}

static bool copy_prompts(gb_sampler *s, const int64_t *const *prompts, const int64_t *lengths,
                         gb_error *err)
{
    for (int32_t r = 0; r < s->count; r++) {
        sampled_row *row = &s->rows[r];
        if (!gb_grow(&row->tokens, &row->capacity, (size_t)lengths[r] + 1, sizeof **prompts, err))
            return false;
        memcpy(row->tokens, prompts[r], (size_t)lengths[r] * sizeof **prompts);
        row->count = row->prompt = lengths[r];
        if (lengths[r] > s->longest) s->longest = lengths[r];
    }
    return true;
}

gb_sampler *gb_sampler_new(const gb_generation *g, gb_model *model, const int64_t *const *prompts,
                           const int64_t *lengths, int32_t rows, gb_error *err)
{
    gb_sampler *s = gb_calloc(1, sizeof *s, err);
    if (!s) return NULL;
    s->model = gb_model_ref(model);
    s->count = rows;
    s->rows = gb_calloc((size_t)rows + 1, sizeof *s->rows, err);
    bool ok = s->rows && copy_settings(s, g, err) && copy_prompts(s, prompts, lengths, err);
    s->limit = gb_generation_limit(&s->g, s->longest) - s->longest;
    if (ok && check(s, err)) return s;
    gb_sampler_free(s);
    return NULL;
}

void gb_sampler_free(gb_sampler *s)
{
    if (!s) return;
    for (int32_t r = 0; s->rows && r < s->count; r++)
        gb_free(s->rows[r].tokens);
    gb_free(s->rows);
    gb_generator_unref(s->generator);
    gb_generation_release(&s->g);
    gb_model_unref(s->model);
    gb_free(s);
}

bool gb_sampler_ended(const gb_sampler *s, int32_t row)
{
    return s->rows[row].ended;
}

bool gb_sampler_done(const gb_sampler *s)
{
    for (int32_t r = 0; r < s->count; r++)
        if (!s->rows[r].ended) return false;
    return true;
}

const int64_t *gb_sampler_tokens(const gb_sampler *s, int32_t row, int64_t *count)
{
    *count = s->rows[row].count;
    return s->rows[row].tokens;
}
