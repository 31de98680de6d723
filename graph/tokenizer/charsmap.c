/* SentencePiece's precompiled normalization. See charsmap.h. */
#include "graph/tokenizer/charsmap.h"

#include "graph/base/memory.h"
#include "graph/tokenizer/character.h"
#include "graph/tokenizer/stage.h"

#include <string.h>

#include <utf8proc.h>

struct gb_charsmap {
    uint32_t *units;
    size_t unit_count;
    char *texts; /* zero-terminated, and zero at the end */
    size_t text_size;
};

static int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* Owned bytes; NULL for something that is not base64. */
static unsigned char *decode_base64(const char *text, size_t *size, gb_error *err)
{
    size_t n = strlen(text), count = 0;
    uint32_t bits = 0;
    int held = 0;
    unsigned char *out = gb_alloc(n / 4 * 3 + 4, err);
    for (size_t i = 0; out && i < n && text[i] != '='; i++) {
        int value = base64_value(text[i]);
        if (value < 0) {
            gb_fail(err, GB_ERR_VALUE, "'precompiled_charsmap' is not base64");
            gb_free(out);
            return NULL;
        }
        bits = bits << 6 | (uint32_t)value;
        held += 6;
        if (held >= 8) {
            held -= 8;
            out[count++] = (unsigned char)(bits >> held);
        }
    }
    *size = count;
    return out;
}

gb_charsmap *gb_charsmap_parse(const char *base64, gb_error *err)
{
    size_t n;
    gb_charsmap *map = NULL;
    unsigned char *bytes = decode_base64(base64, &n, err);
    if (!bytes) return NULL;
    uint32_t trie = n >= 4 ? (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 |
                                 (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24
                           : 0;
    if (n < 4 || trie > n - 4 || trie % 4) {
        gb_fail(err, GB_ERR_VALUE, "'precompiled_charsmap' promises a trie larger than itself");
    } else if ((map = gb_calloc(1, sizeof *map, err))) {
        map->unit_count = trie / 4;
        map->text_size = n - 4 - trie;
        map->units = gb_alloc(trie, err);
        map->texts = gb_alloc(map->text_size + 1, err);
        if (map->units && map->texts) {
            memcpy(map->units, bytes + 4, trie);
            memcpy(map->texts, bytes + 4 + trie, map->text_size);
            map->texts[map->text_size] = '\0';
        } else {
            gb_charsmap_free(map);
            map = NULL;
        }
    }
    gb_free(bytes);
    return map;
}

void gb_charsmap_free(gb_charsmap *map)
{
    if (!map) return;
    gb_free(map->units);
    gb_free(map->texts);
    gb_free(map);
}

/* A unit of a Darts double array. */
static bool has_leaf(uint32_t unit)
{
    return unit >> 8 & 1;
}

static uint32_t offset_of(uint32_t unit)
{
    return unit >> 10 << ((unit & (1u << 9)) >> 6);
}

const char *gb_charsmap_find(const gb_charsmap *map, const char *text, size_t n)
{
    if (!map->unit_count) return NULL;
    size_t at = offset_of(map->units[0]);
    for (size_t i = 0; i < n && text[i]; i++) {
        unsigned char c = (unsigned char)text[i];
        at ^= c;
        if (at >= map->unit_count) return NULL;
        uint32_t unit = map->units[at];
        if ((unit & (1u << 31 | 0xFF)) != c) return NULL;
        at ^= offset_of(unit);
        if (!has_leaf(unit)) continue;
        if (at >= map->unit_count) return NULL;
        size_t place = map->units[at] & 0x7FFFFFFF;
        return place < map->text_size ? map->texts + place : NULL;
    }
    return NULL;
}

/* --- the stage
 * ------------------------------------------------------------------------------------ */

/* One character, or a whole grapheme that the map knows. */
static bool put_mapped(const gb_charsmap *map, const gb_words *in, gb_range range, gb_words *out,
                       gb_error *err)
{
    const char *whole = range.last - range.first < 6 ? gb_charsmap_find(map, in->text + range.first,
                                                                        range.last - range.first)
                                                     : NULL;
    if (whole)
        return gb_words_put(out, whole, strlen(whole), in->starts[range.first],
                            in->ends[range.first], err);
    for (size_t at = range.first, size; at < range.last; at += size) {
        gb_character_at(in->text + at, range.last - at, &size);
        const char *text = gb_charsmap_find(map, in->text + at, size);
        bool ok = text ? gb_words_put(out, text, strlen(text), in->starts[at], in->ends[at], err)
                       : gb_words_copy(out, in, at, at + size, err);
        if (!ok) return false;
    }
    return true;
}

static bool map_characters(const void *context, const gb_words *in, gb_range range, gb_words *out,
                           gb_error *err)
{
    utf8proc_int32_t state = 0;
    size_t first = range.first, at = range.first, size;
    while (at < range.last) {
        uint32_t c = gb_character_at(in->text + at, range.last - at, &size), next;
        at += size;
        bool ends = at == range.last;
        if (!ends) {
            next = gb_character_at(in->text + at, range.last - at, &size);
            ends = utf8proc_grapheme_break_stateful((utf8proc_int32_t)c, (utf8proc_int32_t)next,
                                                    &state);
        }
        if (!ends) continue;
        if (!put_mapped(context, in, (gb_range){first, at}, out, err)) return false;
        first = at;
    }
    return true;
}

bool gb_run_charsmap(const gb_stage *stage, gb_words *w, gb_error *err)
{
    return gb_words_rewrite(w, map_characters, stage->charsmap, err);
}
