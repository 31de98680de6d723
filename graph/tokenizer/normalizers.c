/* The normalizers: Unicode forms, case, accents, replacing. See stage.h. */
#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/stage.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

/* --- Unicode normalization forms ----------------------------------------------------------------
 */

/* True if normalizing before and after this character are independent of each other: it neither
 * combines with what stands before it nor is moved. */
static bool begins_segment(uint32_t c)
{
    return c < 0x300 || (!gb_is_mark(c) && !(c >= 0x1160 && c <= 0x11FF));
}

/* Appends the normalized bytes of the segment [range), character by character aligned with what
 * they came from: one by one at the end, the first with the first. */
static bool put_aligned(gb_words *out, const gb_words *in, gb_range range, const char *text,
                        size_t n, gb_error *err)
{
    size_t wanted = gb_utf8_count(in->text + range.first, range.last - range.first);
    size_t got = gb_utf8_count(text, n), size;
    size_t from = range.first, skip = wanted > got ? wanted - got : 0;
    for (size_t at = 0, i = 0; at < n; at += size, i++) {
        gb_character_at(text + at, n - at, &size);
        if (!gb_words_put(out, text + at, size, in->starts[from], in->ends[from], err))
            return false;
        for (size_t steps = i == 0 ? 1 + skip : 1; steps; steps--) {
            size_t step;
            gb_character_at(in->text + from, range.last - from, &step);
            if (from + step < range.last) from += step;
        }
    }
    return true;
}

static bool normalize_segment(int form, const gb_words *in, gb_range range, gb_words *out,
                              gb_error *err)
{
    utf8proc_uint8_t *text = NULL;
    size_t n = range.last - range.first;
    utf8proc_ssize_t got = utf8proc_map((const utf8proc_uint8_t *)in->text + range.first,
                                        (utf8proc_ssize_t)n, &text, (utf8proc_option_t)form);
    if (got < 0) return gb_fail(err, GB_ERR_VALUE, "%s", utf8proc_errmsg(got));
    bool same = (size_t)got == n && memcmp(text, in->text + range.first, n) == 0;
    bool ok = same ? gb_words_copy(out, in, range.first, range.last, err)
                   : put_aligned(out, in, range, (const char *)text, (size_t)got, err);
    free(text); /* theirs */
    return ok;
}

static bool normalize(const void *context, const gb_words *in, gb_range range, gb_words *out,
                      gb_error *err)
{
    int form = ((const gb_stage *)context)->form;
    size_t at = range.first, size;
    while (at < range.last) {
        size_t first = at;
        while (at < range.last && (unsigned char)in->text[at] < 0x80)
            at++;
        /* The last plain character may combine with what follows. */
        if (at > first && at < range.last) at--;
        if (at > first && !gb_words_copy(out, in, first, at, err)) return false;
        if (at == range.last) break;
        first = at;
        gb_character_at(in->text + at, range.last - at, &size);
        at += size;
        while (at < range.last &&
               !begins_segment(gb_character_at(in->text + at, range.last - at, &size)))
            at += size;
        if (!normalize_segment(form, in, (gb_range){first, at}, out, err)) return false;
    }
    return true;
}

bool gb_run_form(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return gb_words_rewrite(w, normalize, stage, err);
}

/* --- case, accents, ends ------------------------------------------------------------------------
 */

static bool put_lower(gb_words *out, const gb_words *in, size_t at, uint32_t c, gb_error *err)
{
    char text[4];
    if (c == 0x130) return gb_words_put(out, "i\xCC\x87", 3, in->starts[at], in->ends[at], err);
    uint32_t lower = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
    return gb_words_put(out, text, gb_character_write(lower, text), in->starts[at], in->ends[at],
                        err);
}

static bool lowercase(const void *context, const gb_words *in, gb_range range, gb_words *out,
                      gb_error *err)
{
    (void)context;
    for (size_t at = range.first, size; at < range.last; at += size) {
        uint32_t c = gb_character_at(in->text + at, range.last - at, &size);
        if (!put_lower(out, in, at, c, err)) return false;
    }
    return true;
}

bool gb_run_lowercase(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return gb_words_rewrite(w, lowercase, stage, err);
}

bool gb_run_strip(const gb_stage *stage, gb_words *w, gb_error *err)
{
    (void)err;
    size_t kept = 0, size;
    for (size_t i = 0; i < w->count; i++) {
        gb_range r = w->ranges[i];
        while (stage->flags[0] && r.first < r.last &&
               gb_is_space(gb_character_at(w->text + r.first, r.last - r.first, &size)))
            r.first += size;
        while (stage->flags[1] && r.first < r.last &&
               gb_is_space(gb_character_before(w->text, r.last, &size)))
            r.last -= size;
        if (r.first < r.last) w->ranges[kept++] = r;
    }
    w->count = kept;
    return true;
}

static bool drop_marks(const void *context, const gb_words *in, gb_range range, gb_words *out,
                       gb_error *err)
{
    bool only_nonspacing = context != NULL;
    for (size_t at = range.first, size; at < range.last; at += size) {
        uint32_t c = gb_character_at(in->text + at, range.last - at, &size);
        bool drop = only_nonspacing ? utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_MN
                                    : gb_is_mark(c);
        if (!drop && !gb_words_copy(out, in, at, at + size, err)) return false;
    }
    return true;
}

bool gb_run_strip_accents(const gb_stage *stage, gb_words *w, gb_error *err)
{
    (void)stage;
    return gb_words_rewrite(w, drop_marks, NULL, err);
}

/* --- putting in and replacing -------------------------------------------------------------------
 */

static bool prepend(const void *context, const gb_words *in, gb_range range, gb_words *out,
                    gb_error *err)
{
    const gb_stage *stage = context;
    return gb_words_put(out, stage->text, stage->text_size, in->starts[range.first],
                        in->ends[range.first], err) &&
           gb_words_copy(out, in, range.first, range.last, err);
}

bool gb_run_prepend(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return gb_words_rewrite(w, prepend, stage, err);
}

/* What is put in stands for the last character that it replaces. */
static bool put_replaced(const gb_stage *stage, const gb_words *in, gb_range range,
                         const gb_match_list *list, gb_words *out, gb_error *err)
{
    for (size_t i = 0; i < list->count; i++) {
        size_t first = range.first + list->pieces[i].first,
               last = range.first + list->pieces[i].last;
        size_t at = last > range.first ? last - 1 : last;
        bool ok = list->pieces[i].matched ? gb_words_put(out, stage->text, stage->text_size,
                                                         in->starts[at], in->ends[at], err)
                                          : gb_words_copy(out, in, first, last, err);
        if (!ok) return false;
    }
    return true;
}

static bool replace(const void *context, const gb_words *in, gb_range range, gb_words *out,
                    gb_error *err)
{
    const gb_stage *stage = context;
    gb_match_list list = {0};
    bool ok =
        gb_regex_find(stage->regex, in->text + range.first, range.last - range.first, &list, err) &&
        put_replaced(stage, in, range, &list, out, err);
    gb_free(list.pieces);
    return ok;
}

bool gb_run_replace(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return gb_words_rewrite(w, replace, stage, err);
}

bool gb_run_bytes(const gb_stage *stage, gb_words *w, gb_error *err)
{
    (void)stage;
    return gb_stage_bytes_to_characters(w, err);
}

/* --- BERT ---------------------------------------------------------------------------------------
 */

/* Drops control characters, makes all white space one kind. */
static bool clean(const void *context, const gb_words *in, gb_range range, gb_words *out,
                  gb_error *err)
{
    (void)context;
    for (size_t at = range.first, size; at < range.last; at += size) {
        uint32_t c = gb_character_at(in->text + at, range.last - at, &size);
        if (c == 0 || c == 0xFFFD || gb_is_control(c)) continue;
        bool ok = gb_is_space(c) ? gb_words_put(out, " ", 1, in->starts[at], in->ends[at], err)
                                 : gb_words_copy(out, in, at, at + size, err);
        if (!ok) return false;
    }
    return true;
}

static bool space_ideographs(const void *context, const gb_words *in, gb_range range, gb_words *out,
                             gb_error *err)
{
    (void)context;
    for (size_t at = range.first, size; at < range.last; at += size) {
        uint32_t c = gb_character_at(in->text + at, range.last - at, &size);
        bool spaced = gb_is_ideograph(c);
        bool ok = !spaced || gb_words_put(out, " ", 1, in->starts[at], in->ends[at], err);
        ok = ok && gb_words_copy(out, in, at, at + size, err);
        ok = ok && (!spaced || gb_words_put(out, " ", 1, in->starts[at], in->ends[at], err));
        if (!ok) return false;
    }
    return true;
}

bool gb_run_bert_normalizer(const gb_stage *stage, gb_words *w, gb_error *err)
{
    static const gb_stage nfd = {.form = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE};
    return (!stage->flags[0] || gb_words_rewrite(w, clean, NULL, err)) &&
           (!stage->flags[1] || gb_words_rewrite(w, space_ideographs, NULL, err)) &&
           (!stage->flags[2] || (gb_words_rewrite(w, normalize, &nfd, err) &&
                                 gb_words_rewrite(w, drop_marks, &nfd, err))) &&
           (!stage->flags[3] || gb_words_rewrite(w, lowercase, NULL, err));
}
