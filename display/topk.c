/* Top-k tables. See topk.h. */
#include "display/topk.h"

#include "display/label.h"
#include "display/number.h"
#include "display/page.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { TOKEN_COLUMNS = 32, CAPTION_COLUMNS = 100 };

/* --- choosing ------------------------------------------------------------------------------------
 */

/* What a rank, logit and probability are computed from. */
typedef struct distribution {
    const gb_array *values;
    int64_t size;
    double most;  /* largest value that is not NaN */
    double total; /* sum of exp(x - most) */
} distribution;

/* True when value a (of id i) ranks before value b (of id j). NaN last, then by id. */
static bool before(double a, int64_t i, double b, int64_t j)
{
    if (isnan(a) || isnan(b)) return isnan(a) != isnan(b) ? isnan(b) : i < j;
    return a != b ? a > b : i < j;
}

static bool measure(const gb_array *values, distribution *d, gb_error *err)
{
    *d = (distribution){values, gb_array_count(values), -INFINITY, 0};
    for (int64_t i = 0; i < d->size; i++) {
        double x = gb_array_get(values, i);
        if (x > d->most) d->most = x;
    }
    if (!gb_check_interrupt(err)) return false;
    for (int64_t i = 0; i < d->size; i++) {
        double x = gb_array_get(values, i);
        if (!isnan(x) && isfinite(d->most)) d->total += exp(x - d->most);
    }
    return true;
}

static gb_topk_row row_of(const distribution *d, int64_t id, bool probabilities)
{
    double x = gb_array_get(d->values, id);
    if (probabilities) return (gb_topk_row){.id = id, .logit = NAN, .probability = x};
    double p = d->total > 0 ? exp(x - d->most) / d->total : NAN;
    return (gb_topk_row){.id = id, .logit = x, .probability = p};
}

/* Insertion into the k best so far: V × a few comparisons, as k is small. */
static size_t best_ids(const distribution *d, size_t k, gb_topk_row *rows)
{
    size_t n = 0;
    for (int64_t id = 0; id < d->size; id++) {
        double x = gb_array_get(d->values, id);
        if (n == k &&
            (!k || !before(x, id, gb_array_get(d->values, rows[n - 1].id), rows[n - 1].id)))
            continue;
        size_t at = n < k ? n++ : n - 1;
        for (; at && before(x, id, gb_array_get(d->values, rows[at - 1].id), rows[at - 1].id); at--)
            rows[at] = rows[at - 1];
        rows[at].id = id;
    }
    return n;
}

static int64_t rank_of(const distribution *d, int64_t id)
{
    double x = gb_array_get(d->values, id);
    int64_t rank = 1;
    for (int64_t i = 0; i < d->size; i++)
        rank += i != id && before(gb_array_get(d->values, i), i, x, id);
    return rank;
}

static int by_rank(const void *a, const void *b)
{
    int64_t x = ((const gb_topk_row *)a)->rank, y = ((const gb_topk_row *)b)->rank;
    return x < y ? -1 : x > y;
}

static bool mark_target(gb_topk_row *rows, size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].id == id) return rows[i].target = true;
    return false;
}

bool gb_topk_select(const gb_array *values, const gb_topk_request *request, gb_topk_row *rows,
                    size_t *count, gb_error *err)
{
    distribution d;
    *count = 0;
    if (!gb_array_check(values, "the distribution", err)) return false;
    if (values->rank != 1 || !values->data)
        return gb_fail(err, GB_ERR_VALUE, "top-k takes one distribution [V], got %zu dimensions",
                       values->rank);
    if (!measure(values, &d, err)) return false;
    size_t top = best_ids(&d, request->k, rows), n = top;
    for (size_t i = 0; i < top; i++) {
        rows[i] = row_of(&d, rows[i].id, request->probabilities);
        rows[i].rank = (int64_t)i + 1;
    }
    for (size_t i = 0; i < request->target_count; i++) {
        int64_t id = request->targets[i];
        if (id < 0 || id >= d.size)
            return gb_fail(err, GB_ERR_VALUE, "token id %lld is not in a vocabulary of %lld",
                           (long long)id, (long long)d.size);
        if (mark_target(rows, n, id)) continue;
        rows[n] = row_of(&d, id, request->probabilities);
        rows[n].rank = rank_of(&d, id);
        rows[n++].target = true;
    }
    qsort(rows + top, n - top, sizeof *rows, by_rank);
    *count = n;
    return true;
}

/* --- the table -----------------------------------------------------------------------------------
 */

static void put_token(gb_buffer *out, const char *token, int64_t id, size_t columns)
{
    if (!token) {
        gb_buffer_format(out, "#%lld", (long long)id);
        return;
    }
    gb_buffer_char(out, '\'');
    gb_label_put(out, token, GB_LABEL_TOKEN, columns);
    gb_buffer_char(out, '\'');
}

static void put_number(gb_buffer *out, int64_t n)
{
    gb_buffer_format(out, "%lld", (long long)n);
}

static gb_number_style logit_style(const gb_topk_list *list, bool *known)
{
    double largest = 0;
    bool sign = false;
    *known = false;
    for (size_t i = 0; i < list->count; i++) {
        double x = list->rows[i].logit;
        if (!isnan(x)) *known = true;
        if (!isfinite(x)) continue;
        largest = fmax(largest, fabs(x));
        sign = sign || x < 0;
    }
    return gb_number_style_for(largest, false, sign);
}

static void add_row(gb_table *table, const gb_topk_row *row, const gb_number_style *logits)
{
    gb_buffer text = GB_BUFFER_INIT;
    put_number(&text, row->rank);
    gb_table_take(table, &text)->bold = row->target;
    put_token(&text, row->token, row->id, TOKEN_COLUMNS);
    gb_cell *token = gb_table_take(table, &text);
    token->bold = row->target;
    token->monospaced = true;
    put_number(&text, row->id);
    gb_table_take(table, &text);
    if (logits) {
        gb_number_put_style(&text, row->logit, *logits);
        gb_table_take(table, &text);
    }
    gb_number_put_probability(&text, row->probability);
    gb_table_take(table, &text)->bold = row->target;
    gb_cell *bar = gb_table_cell(table, "");
    bar->bar = true;
    bar->part = row->probability;
    gb_buffer_release(&text);
}

/* "likeliest 'Paris' p = 0.652; 'Rome' is rank 3". */
static void put_caption(gb_buffer *out, const gb_topk *topk, const gb_topk_list *list)
{
    if (list->title) {
        gb_label_put(out, list->title, GB_LABEL_LINE, CAPTION_COLUMNS);
        gb_buffer_text(out, " · ");
    }
    if (!list->count) {
        gb_buffer_text(out, "no tokens");
        return;
    }
    gb_buffer_text(out, "likeliest ");
    put_token(out, list->rows[0].token, list->rows[0].id, TOKEN_COLUMNS);
    gb_buffer_text(out, " p = ");
    gb_number_put_probability(out, list->rows[0].probability);
    for (size_t i = 0; i < list->count; i++) {
        if (!list->rows[i].target || list->rows[i].rank == 1) continue;
        gb_buffer_text(out, ", ");
        put_token(out, list->rows[i].token, list->rows[i].id, TOKEN_COLUMNS);
        gb_buffer_format(out, " is rank %lld", (long long)list->rows[i].rank);
    }
    if (topk->vocabulary) {
        gb_buffer_text(out, " of ");
        gb_number_put_count(out, topk->vocabulary);
    }
}

static bool put_list(gb_page *page, const gb_topk *topk, const gb_topk_list *list, gb_error *err)
{
    gb_table table = GB_TABLE_INIT;
    gb_buffer caption = GB_BUFFER_INIT;
    bool logits;
    gb_number_style style = logit_style(list, &logits);
    gb_table_column(&table, "rank", GB_ALIGN_RIGHT);
    gb_table_column(&table, "token", GB_ALIGN_LEFT);
    gb_table_column(&table, "id", GB_ALIGN_RIGHT);
    if (logits) gb_table_column(&table, "logit", GB_ALIGN_RIGHT);
    gb_table_column(&table, "probability", GB_ALIGN_RIGHT);
    gb_table_column(&table, "", GB_ALIGN_LEFT);
    for (size_t i = 0; i < list->count; i++)
        add_row(&table, &list->rows[i], logits ? &style : NULL);
    put_caption(&caption, topk, list);
    bool ok = gb_buffer_ok(&caption, err) && gb_table_ok(&table, err);
    if (ok) gb_page_table(page, &table, caption.data);
    gb_buffer_release(&caption);
    gb_table_release(&table);
    return ok;
}

bool gb_topk_show(const gb_topk *topk, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    gb_page_line(&page, topk->title);
    bool ok = true;
    size_t shown = 0;
    for (; ok && shown < topk->count && gb_page_room(&page) > 2048; shown++) {
        if (shown) gb_buffer_char(&page.text, '\n');
        ok = gb_check_interrupt(err) && put_list(&page, topk, &topk->lists[shown], err);
    }
    if (ok && shown < topk->count) {
        gb_buffer said = GB_BUFFER_INIT;
        gb_buffer_format(&said, "%zu of %zu tables shown, to keep the output under 64 KB", shown,
                         topk->count);
        ok = gb_buffer_ok(&said, err);
        if (ok) gb_page_line(&page, said.data);
        gb_buffer_release(&said);
    }
    if (ok) return gb_page_finish(&page, topk->repr, out, err);
    gb_page_release(&page);
    return false;
}

/* --- before and after ----------------------------------------------------------------------------
 */

static bool logits_known(const gb_change *change)
{
    for (size_t i = 0; i < change->count; i++)
        if (!isnan(change->rows[i].logit_before) && !isnan(change->rows[i].logit_after))
            return true;
    return false;
}

static const char *arrow(int64_t from, int64_t to)
{
    return to < from ? "▲" : to > from ? "▼" : "=";
}

static double largest_change(const gb_change *change)
{
    double largest = 0;
    for (size_t i = 0; i < change->count; i++) {
        double d = change->rows[i].logit_after - change->rows[i].logit_before;
        if (isfinite(d)) largest = fmax(largest, fabs(d));
    }
    return largest;
}

static void add_change(gb_table *table, const gb_change_row *row, const gb_scale *scale)
{
    gb_buffer text = GB_BUFFER_INIT;
    put_token(&text, row->token, row->id, TOKEN_COLUMNS);
    gb_table_take(table, &text)->monospaced = true;
    gb_buffer_format(&text, "%lld → %lld %s", (long long)row->rank_before,
                     (long long)row->rank_after, arrow(row->rank_before, row->rank_after));
    gb_table_take(table, &text);
    gb_number_put_probability(&text, row->probability_before);
    gb_table_take(table, &text);
    gb_number_put_probability(&text, row->probability_after);
    gb_table_take(table, &text);
    if (scale) {
        double d = row->logit_after - row->logit_before;
        gb_number_put_style(&text, d, gb_number_style_for(scale->high, false, true));
        gb_cell *cell = gb_table_take(table, &text);
        cell->filled = isfinite(d);
        cell->color = gb_scale_color(scale, isfinite(d) ? d : 0);
    }
    gb_buffer_release(&text);
}

static const gb_change_row *first_of(const gb_change *change, bool after)
{
    for (size_t i = 0; i < change->count; i++)
        if ((after ? change->rows[i].rank_after : change->rows[i].rank_before) == 1)
            return &change->rows[i];
    return NULL;
}

/* "likeliest ' Paris' → ' Rome' · KL 1.23 nats · 2 of 7 positions flipped". */
static void put_change_caption(gb_buffer *out, const gb_change *change)
{
    const gb_change_row *was = first_of(change, false), *is = first_of(change, true);
    gb_label_put(out, change->title, GB_LABEL_LINE, CAPTION_COLUMNS);
    if (change->title) gb_buffer_text(out, " · ");
    if (was && is) {
        gb_buffer_text(out, "likeliest ");
        put_token(out, was->token, was->id, TOKEN_COLUMNS);
        if (was != is) {
            gb_buffer_text(out, " → ");
            put_token(out, is->token, is->id, TOKEN_COLUMNS);
        } else {
            gb_buffer_text(out, " stays, p ");
            gb_number_put_probability(out, was->probability_before);
            gb_buffer_text(out, " → ");
            gb_number_put_probability(out, was->probability_after);
        }
    } else {
        gb_buffer_format(out, "%zu tokens", change->count);
    }
    if (!isnan(change->divergence)) {
        gb_buffer_text(out, " · KL ");
        gb_number_put(out, change->divergence, GB_DIGITS, false);
        gb_buffer_text(out, " nats");
    }
    if (change->flips >= 0 && change->positions)
        gb_buffer_format(out, " · %lld of %lld positions flipped", (long long)change->flips,
                         (long long)change->positions);
}

bool gb_change_show(const gb_change *change, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    gb_table table = GB_TABLE_INIT;
    gb_buffer text = GB_BUFFER_INIT;
    bool logits = logits_known(change);
    double limit = largest_change(change);
    gb_scale scale = gb_scale_choose(GB_SCALE_SIGNED, -limit, limit, 0);
    *out = (gb_bundle)GB_BUNDLE_INIT;
    gb_table_column(&table, "token", GB_ALIGN_LEFT);
    gb_table_column(&table, "rank", GB_ALIGN_LEFT);
    const char *names[] = {change->before ? change->before : "before",
                           change->after ? change->after : "after"};
    for (size_t i = 0; i < 2; i++) {
        gb_buffer_text(&text, "p ");
        gb_label_put(&text, names[i], GB_LABEL_LINE, 20);
        gb_table_column(&table, text.failed ? "" : text.data, GB_ALIGN_RIGHT);
        gb_buffer_clear(&text);
    }
    if (logits) gb_table_column(&table, "Δ logit", GB_ALIGN_RIGHT);
    for (size_t i = 0; i < change->count; i++)
        add_change(&table, &change->rows[i], logits ? &scale : NULL);
    put_change_caption(&text, change);
    bool ok = gb_buffer_ok(&text, err) && gb_table_ok(&table, err);
    if (ok) gb_page_table(&page, &table, text.data);
    gb_buffer_release(&text);
    gb_table_release(&table);
    if (ok) return gb_page_finish(&page, NULL, out, err);
    gb_page_release(&page);
    return false;
}
