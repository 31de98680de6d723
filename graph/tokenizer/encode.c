/* Text to tokens: the pipeline. See tokenizer.h. */
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/pipeline.h"

#include <string.h>

/* What the stages of one encoding work on. */
typedef struct encoding_run {
    gb_tokenizer *t;
    bool split_special;
    gb_token_list tokens;
    gb_words words;
    gb_encoding *out;
    size_t capacity;
    int32_t word; /* number of the next word */
} encoding_run;

void gb_encoding_release(gb_encoding *e)
{
    gb_free(e->ids);
    gb_free(e->types);
    gb_free(e->starts);
    gb_free(e->ends);
    gb_free(e->words);
    gb_free(e->special);
    *e = (gb_encoding){0};
}

static bool grow_encoding(encoding_run *r, gb_error *err)
{
    gb_encoding *e = r->out;
    if (e->count < r->capacity) return true;
    size_t wanted = e->count + 1, c[4] = {r->capacity, r->capacity, r->capacity, r->capacity};
    bool ok = gb_grow(&e->ids, &c[0], wanted, sizeof *e->ids, err) &&
              gb_grow(&e->starts, &c[1], wanted, sizeof *e->starts, err) &&
              gb_grow(&e->ends, &c[2], wanted, sizeof *e->ends, err) &&
              gb_grow(&e->words, &c[3], wanted, sizeof *e->words, err);
    if (ok) r->capacity = c[0];
    return ok;
}

static bool put_token(encoding_run *r, int32_t id, uint32_t start, uint32_t end, gb_error *err)
{
    if (!grow_encoding(r, err)) return false;
    size_t i = r->out->count++;
    r->out->ids[i] = id;
    r->out->starts[i] = start;
    r->out->ends[i] = end;
    r->out->words[i] = r->word;
    return true;
}

/* --- offsets without the spaces of byte-level tokens
 * ------------------------------------------------------- */

static bool is_space_mark(uint32_t c)
{
    return c == 0x120 || gb_is_space(c);
}

/* The offsets of token i without the spaces that its text begins and ends with. */
static void trim_span(const gb_tokenizer *t, gb_encoding *e, size_t i, const char *text, size_t n)
{
    size_t size;
    uint32_t leading = 0, trailing = 0;
    for (size_t at = 0; at < n && is_space_mark(gb_character_at(text + at, n - at, &size));
         at += size)
        leading++;
    for (size_t at = n; at > 0 && is_space_mark(gb_character_before(text, at, &size)); at -= size)
        trailing++;
    if (leading) {
        bool first = i == 0 || e->starts[i] == 0;
        if (first && t->post_processor.prefix_space && leading == 1) leading = 0;
        uint32_t start = e->starts[i] + leading;
        e->starts[i] = start < e->ends[i] ? start : e->ends[i];
    }
    if (trailing && e->ends[i] >= trailing) {
        uint32_t end = e->ends[i] - trailing;
        e->ends[i] = end > e->starts[i] ? end : e->starts[i];
    }
}

/* An added token as it stands in the text, with the spaces that it took along. */
static bool put_added(encoding_run *r, const gb_added_token *token, const char *text, size_t n,
                      const uint32_t span[2], gb_error *err)
{
    if (!put_token(r, token->id, span[0], span[1], err)) return false;
    if (r->t->post_processor.trims_offsets) trim_span(r->t, r->out, r->out->count - 1, text, n);
    r->word++;
    return true;
}

/* Words of the model; added tokens are trimmed already. */
static void trim_offsets(const gb_tokenizer *t, gb_encoding *e)
{
    for (size_t i = 0; t->post_processor.trims_offsets && i < e->count; i++) {
        size_t n;
        const char *token = gb_vocabulary_token(&t->model.vocabulary, e->ids[i], &n);
        if (token && !gb_added_by_id(&t->added, e->ids[i])) trim_span(t, e, i, token, n);
    }
}

/* One word of r->words. */
static bool tokenize_word(encoding_run *r, gb_range range, gb_error *err)
{
    r->tokens.count = 0;
    size_t n = range.last - range.first;
    if (!gb_model_tokenize(&r->t->model, r->words.text + range.first, n, &r->tokens, err))
        return false;
    for (size_t i = 0; i < r->tokens.count; i++) {
        const gb_token *token = &r->tokens.tokens[i];
        size_t first = range.first + token->first, last = range.first + token->last;
        if (last > first) last--;
        if (!put_token(r, token->id, r->words.starts[first], r->words.ends[last], err))
            return false;
    }
    r->word++;
    return true;
}

/* Pre-tokenizes and tokenizes what r->words holds. */
static bool tokenize_words(encoding_run *r, gb_error *err)
{
    if (!gb_stage_apply(&r->t->pre_tokenizer, &r->words, err)) return false;
    for (size_t i = 0; i < r->words.count; i++)
        if (!tokenize_word(r, r->words.ranges[i], err)) return false;
    return true;
}

/* A part of normalized text that holds no added token. */
static bool encode_normalized(encoding_run *r, const gb_words *from, size_t first, size_t last,
                              gb_error *err)
{
    r->words.size = r->words.count = 0;
    return gb_words_copy(&r->words, from, first, last, err) &&
           gb_words_add(&r->words, 0, last - first, err) && tokenize_words(r, err);
}

/* Normalized text: tokens that are looked for after normalizing are cut out, the rest is encoded.
 */
static bool encode_stretches(encoding_run *r, const gb_words *whole, gb_range range, gb_error *err)
{
    gb_stretch_list list = {0};
    bool ok = gb_added_split(&r->t->added, true, r->split_special, whole->text + range.first,
                             range.last - range.first, &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        const gb_stretch *s = &list.stretches[i];
        size_t first = range.first + s->first, last = range.first + s->last;
        if (s->token) {
            const uint32_t span[2] = {whole->starts[first], whole->ends[last - 1]};
            ok = put_added(r, s->token, whole->text + first, last - first, span, err);
        } else {
            ok = encode_normalized(r, whole, first, last, err);
        }
    }
    gb_free(list.stretches);
    return ok;
}

/* Text between added tokens. */
static bool encode_text(encoding_run *r, const char *text, size_t n, uint32_t character,
                        gb_error *err)
{
    gb_words whole = {0};
    bool ok = gb_words_set(&r->words, text, n, character, err) &&
              gb_stage_apply(&r->t->normalizer, &r->words, err);
    bool plain = ok && !gb_added_has_normalized(&r->t->added);
    if (plain) {
        ok = tokenize_words(r, err);
    } else if (ok) {
        whole = r->words;
        r->words = (gb_words){0};
        for (size_t i = 0; ok && i < whole.count; i++)
            ok = encode_stretches(r, &whole, whole.ranges[i], err);
    }
    gb_words_release(&whole);
    return ok;
}

static bool encode_all(encoding_run *r, const char *text, size_t n, gb_error *err)
{
    gb_stretch_list list = {0};
    bool ok = gb_added_split(&r->t->added, false, r->split_special, text, n, &list, err);
    uint32_t character = 0;
    for (size_t i = 0; ok && i < list.count; i++) {
        const gb_stretch *s = &list.stretches[i];
        uint32_t size = (uint32_t)gb_utf8_count(text + s->first, s->last - s->first);
        if (s->token) {
            const uint32_t span[2] = {character, character + size};
            ok = put_added(r, s->token, text + s->first, s->last - s->first, span, err);
        } else {
            ok = encode_text(r, text + s->first, s->last - s->first, character, err);
        }
        character += size;
    }
    gb_free(list.stretches);
    return ok;
}

static bool encode_one(gb_tokenizer *t, gb_tokenizer_text text, const gb_encode_options *options,
                       gb_encoding *out, gb_error *err)
{
    *out = (gb_encoding){0};
    if (text.size >= UINT32_MAX)
        return gb_fail(err, GB_ERR_VALUE, "a text of %zu bytes is too long to encode", text.size);
    if (!gb_utf8_valid(text.bytes, text.size))
        return gb_fail(err, GB_ERR_VALUE, "the text to encode is not valid UTF-8");
    encoding_run r = {.t = t, .split_special = options->split_special, .out = out};
    bool ok = encode_all(&r, text.bytes, text.size, err);
    gb_free(r.tokens.tokens);
    gb_words_release(&r.words);
    if (!ok) gb_encoding_release(out);
    return ok;
}

/* --- length
 * --------------------------------------------------------------------------------------------- */

/* Drops `surplus` tokens from one end. */
static void drop(gb_encoding *e, size_t surplus, bool left)
{
    size_t kept = e->count - surplus;
    if (!surplus) return;
    if (left) {
        memmove(e->ids, e->ids + surplus, kept * sizeof *e->ids);
        memmove(e->starts, e->starts + surplus, kept * sizeof *e->starts);
        memmove(e->ends, e->ends + surplus, kept * sizeof *e->ends);
        memmove(e->words, e->words + surplus, kept * sizeof *e->words);
    }
    e->count = kept;
    e->truncated = true;
}

/* The longer of two gives way first, as the reference's longest_first does. */
static void truncate_pair(gb_encoding *a, gb_encoding *b, size_t room, bool left)
{
    size_t na = a->count, nb = b ? b->count : 0;
    if (na + nb <= room) return;
    if (!b) {
        drop(a, na - room, left);
        return;
    }
    bool swapped = na > nb;
    size_t small = swapped ? nb : na, large;
    if (small > room)
        large = small;
    else
        large = small > room - small ? small : room - small;
    if (small + large > room) {
        small = room / 2;
        large = small + room % 2;
    }
    size_t keep_a = swapped ? large : small, keep_b = swapped ? small : large;
    drop(a, na - (keep_a < na ? keep_a : na), left);
    drop(b, nb - (keep_b < nb ? keep_b : nb), left);
}

static void shorten(const gb_tokenizer *t, gb_encoding *a, gb_encoding *b,
                    const gb_encode_options *options)
{
    if (!options->max_length) return;
    size_t special =
        options->no_special ? 0 : gb_post_processor_added(&t->post_processor, b != NULL);
    size_t room = options->max_length > special ? options->max_length - special : 0;
    truncate_pair(a, b, room, options->truncate_left);
}

/* --- the interface
 * ------------------------------------------------------------------------------------------ */

static bool encode_pair(gb_tokenizer *t, gb_tokenizer_text first, const gb_tokenizer_text *second,
                        const gb_encode_options *options, gb_encoding *out, gb_error *err)
{
    static const gb_encode_options plain = {0};
    gb_encoding a = {0}, b = {0};
    if (!options) options = &plain;
    bool ok = encode_one(t, first, options, &a, err) &&
              (!second || encode_one(t, *second, options, &b, err));
    if (ok) {
        gb_encoding *other = second ? &b : NULL;
        shorten(t, &a, other, options);
        trim_offsets(t, &a);
        if (other) trim_offsets(t, other);
        ok = gb_post_processor_apply(&t->post_processor, &a, other, !options->no_special, out, err);
    }
    gb_encoding_release(&a);
    gb_encoding_release(&b);
    return ok;
}

bool gb_tokenizer_encode(gb_tokenizer *t, const char *text, size_t n,
                         const gb_encode_options *options, gb_encoding *out, gb_error *err)
{
    return encode_pair(t, (gb_tokenizer_text){text, n}, NULL, options, out, err);
}

bool gb_tokenizer_encode_pair(gb_tokenizer *t, gb_tokenizer_text first, gb_tokenizer_text second,
                              const gb_encode_options *options, gb_encoding *out, gb_error *err)
{
    return encode_pair(t, first, &second, options, out, err);
}
