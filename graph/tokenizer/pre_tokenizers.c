/* The pre-tokenizers: where a text is cut into words. See stage.h. */
#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/stage.h"

#include <string.h>

/* --- byte-level ---------------------------------------------------------------------------------
 */

/* Bytes that print stand for themselves, the others for U+0100 and up in order: GPT-2's table. */
static bool stands_for_itself(uint32_t c)
{
    return (c >= 0x21 && c <= 0x7E) || (c >= 0xA1 && c <= 0xAC) || (c >= 0xAE && c <= 0xFF);
}

uint32_t gb_byte_character(unsigned char byte)
{
    if (stands_for_itself(byte)) return byte;
    if (byte <= 0x20) return 0x100u + byte;
    return byte == 0xAD ? 0x143u : 0x100u + 0x21 + (uint32_t)(byte - 0x7F);
}

int gb_character_byte(uint32_t c)
{
    if (c < 0x100) return stands_for_itself(c) ? (int)c : -1;
    if (c <= 0x120) return (int)(c - 0x100);
    if (c <= 0x142) return (int)(c - 0x121 + 0x7F);
    return c == 0x143 ? 0xAD : -1;
}

static bool map_bytes(const void *context, const gb_words *in, gb_range range, gb_words *out,
                      gb_error *err)
{
    (void)context;
    char text[4];
    for (size_t at = range.first; at < range.last; at++) {
        size_t n = gb_character_write(gb_byte_character((unsigned char)in->text[at]), text);
        if (!gb_words_put(out, text, n, in->starts[at], in->ends[at], err)) return false;
    }
    return true;
}

bool gb_stage_bytes_to_characters(gb_words *w, gb_error *err)
{
    return gb_words_rewrite(w, map_bytes, NULL, err);
}

static bool prefix_space(const void *context, const gb_words *in, gb_range range, gb_words *out,
                         gb_error *err)
{
    (void)context;
    size_t at = range.first;
    if (in->text[at] != ' ' && !gb_words_put(out, " ", 1, in->starts[at], in->ends[at], err))
        return false;
    return gb_words_copy(out, in, at, range.last, err);
}

bool gb_run_byte_level(const gb_stage *stage, gb_words *w, gb_error *err)
{
    if (stage->flags[0] && !gb_words_rewrite(w, prefix_space, NULL, err)) return false;
    if (stage->regex && !gb_words_split(w, gb_regex_find, stage->regex, GB_SPLIT_ISOLATED, err))
        return false;
    return gb_stage_bytes_to_characters(w, err);
}

/* --- SentencePiece's marks
 * ------------------------------------------------------------------------ */

/* Spaces become the replacement; one is put before the word if the scheme says so. */
static bool mark_spaces(const void *context, const gb_words *in, gb_range range, gb_words *out,
                        gb_error *err)
{
    const gb_stage *stage = context;
    size_t first = range.first, n = stage->text_size;
    bool marked = in->text[first] == ' ' ||
                  (range.last - first >= n && memcmp(in->text + first, stage->text, n) == 0);
    bool wanted = stage->prepend == GB_PREPEND_ALWAYS ||
                  (stage->prepend == GB_PREPEND_FIRST && in->starts[first] == 0);
    if (wanted && !marked &&
        !gb_words_put(out, stage->text, n, in->starts[first], in->ends[first], err))
        return false;
    for (size_t at = first; at < range.last; at++) {
        bool ok = in->text[at] == ' '
                      ? gb_words_put(out, stage->text, n, in->starts[at], in->ends[at], err)
                      : gb_words_copy(out, in, at, at + 1, err);
        if (!ok) return false;
    }
    return true;
}

bool gb_run_metaspace(const gb_stage *stage, gb_words *w, gb_error *err)
{
    if (!gb_words_rewrite(w, mark_spaces, stage, err)) return false;
    return !stage->flags[0] ||
           gb_words_split(w, gb_regex_find, stage->regex, GB_SPLIT_MERGED_WITH_NEXT, err);
}

/* --- by kinds of characters
 * ----------------------------------------------------------------------- */

typedef struct character_test {
    bool (*matches)(uint32_t c);
} character_test;

static bool find_characters(const void *context, const char *text, size_t n, gb_match_list *out,
                            gb_error *err)
{
    const character_test *test = context;
    size_t done = 0, size;
    for (size_t at = 0; at < n; at += size) {
        if (!test->matches(gb_character_at(text + at, n - at, &size))) continue;
        if (at > done && !gb_match_list_add(out, done, at, false, err)) return false;
        if (!gb_match_list_add(out, at, at + size, true, err)) return false;
        done = at + size;
    }
    return done == n || gb_match_list_add(out, done, n, false, err);
}

bool gb_stage_split_characters(gb_words *w, bool matches(uint32_t c), gb_split_behavior behavior,
                               gb_error *err)
{
    character_test test = {matches};
    return gb_words_split(w, find_characters, &test, behavior, err);
}

bool gb_run_whitespace_split(const gb_stage *stage, gb_words *w, gb_error *err)
{
    (void)stage;
    return gb_stage_split_characters(w, gb_is_space, GB_SPLIT_REMOVED, err);
}

bool gb_run_bert_pre_tokenizer(const gb_stage *stage, gb_words *w, gb_error *err)
{
    (void)stage;
    return gb_stage_split_characters(w, gb_is_space, GB_SPLIT_REMOVED, err) &&
           gb_stage_split_characters(w, gb_is_punctuation, GB_SPLIT_ISOLATED, err);
}

bool gb_run_punctuation(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return gb_stage_split_characters(w, gb_is_punctuation, stage->behavior, err);
}

bool gb_run_digits(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return gb_stage_split_characters(w, gb_is_numeric, stage->behavior, err);
}

/* --- by patterns
 * ---------------------------------------------------------------------------------- */

/* Matches and gaps with their roles exchanged. */
static bool find_gaps(const void *context, const char *text, size_t n, gb_match_list *out,
                      gb_error *err)
{
    size_t before = out->count;
    if (!gb_regex_find(context, text, n, out, err)) return false;
    for (size_t i = before; i < out->count; i++)
        out->pieces[i].matched = !out->pieces[i].matched;
    return true;
}

bool gb_run_whitespace(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return gb_words_split(w, find_gaps, stage->regex, GB_SPLIT_REMOVED, err);
}

bool gb_run_split(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return gb_words_split(w, stage->flags[0] ? find_gaps : gb_regex_find, stage->regex,
                          stage->behavior, err);
}
