/* A text on its way to tokens. See words.h. */
#include "graph/tokenizer/words.h"

#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <string.h>

void gb_words_release(gb_words *w)
{
    gb_free(w->text);
    gb_free(w->starts);
    gb_free(w->ends);
    gb_free(w->ranges);
    *w = (gb_words){0};
}

static bool reserve(gb_words *w, size_t n, gb_error *err)
{
    size_t wanted = w->size + n;
    return gb_grow(&w->text, &w->text_capacity, wanted, 1, err) &&
           gb_grow(&w->starts, &w->starts_capacity, wanted, sizeof *w->starts, err) &&
           gb_grow(&w->ends, &w->ends_capacity, wanted, sizeof *w->ends, err);
}

bool gb_words_put(gb_words *w, const char *bytes, size_t n, uint32_t start, uint32_t end,
                  gb_error *err)
{
    if (!reserve(w, n, err)) return false;
    for (size_t i = 0; i < n; i++) {
        w->text[w->size] = bytes[i];
        w->starts[w->size] = start;
        w->ends[w->size++] = end;
    }
    return true;
}

bool gb_words_copy(gb_words *w, const gb_words *from, size_t first, size_t last, gb_error *err)
{
    size_t n = last - first;
    if (!n) return true;
    if (!reserve(w, n, err)) return false;
    memcpy(w->text + w->size, from->text + first, n);
    memcpy(w->starts + w->size, from->starts + first, n * sizeof *w->starts);
    memcpy(w->ends + w->size, from->ends + first, n * sizeof *w->ends);
    w->size += n;
    return true;
}

bool gb_words_add(gb_words *w, size_t first, size_t last, gb_error *err)
{
    if (first == last) return true;
    if (!gb_grow(&w->ranges, &w->capacity, w->count + 1, sizeof *w->ranges, err)) return false;
    w->ranges[w->count++] = (gb_range){first, last};
    return true;
}

bool gb_words_set(gb_words *w, const char *text, size_t n, uint32_t character, gb_error *err)
{
    w->size = w->count = 0;
    if (!reserve(w, n, err)) return false;
    if (n) memcpy(w->text, text, n);
    for (size_t i = 0; i < n; i++) {
        if (i && ((unsigned char)text[i] & 0xC0) != 0x80) character++;
        w->starts[i] = character;
        w->ends[i] = character + 1;
    }
    w->size = n;
    return gb_words_add(w, 0, n, err);
}

void gb_words_become(gb_words *w, gb_words *from)
{
    gb_words_release(w);
    *w = *from;
    *from = (gb_words){0};
}

bool gb_match_list_add(gb_match_list *list, size_t first, size_t last, bool matched, gb_error *err)
{
    if (!gb_grow(&list->pieces, &list->capacity, list->count + 1, sizeof *list->pieces, err))
        return false;
    list->pieces[list->count++] = (gb_match){first, last, matched};
    return true;
}

/* True if piece i continues the word that piece i - 1 began. */
static bool joins(const gb_match *pieces, size_t i, gb_split_behavior behavior)
{
    bool matched = pieces[i].matched, before = pieces[i - 1].matched;
    switch (behavior) {
    case GB_SPLIT_CONTIGUOUS: return matched == before;
    case GB_SPLIT_MERGED_WITH_PREVIOUS: return matched && !before;
    case GB_SPLIT_MERGED_WITH_NEXT: return !matched && before;
    default: return false;
    }
}

bool gb_words_add_pieces(gb_words *w, const gb_match *pieces, size_t count,
                         gb_split_behavior behavior, gb_error *err)
{
    for (size_t i = 0; i < count;) {
        size_t first = i++;
        while (i < count && joins(pieces, i, behavior))
            i++;
        if (behavior == GB_SPLIT_REMOVED && pieces[first].matched) continue;
        if (!gb_words_add(w, pieces[first].first, pieces[i - 1].last, err)) return false;
    }
    return true;
}

bool gb_words_split(gb_words *w, gb_find_pieces *find, const void *context,
                    gb_split_behavior behavior, gb_error *err)
{
    gb_words out = {0}; /* only its ranges are used */
    gb_match_list list = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < w->count; i++) {
        gb_range range = w->ranges[i];
        list.count = 0;
        ok = (i % 1024 || gb_check_interrupt(err)) &&
             find(context, w->text + range.first, range.last - range.first, &list, err);
        for (size_t j = 0; j < list.count; j++) {
            list.pieces[j].first += range.first;
            list.pieces[j].last += range.first;
        }
        ok = ok && gb_words_add_pieces(&out, list.pieces, list.count, behavior, err);
    }
    gb_free(list.pieces);
    if (ok) {
        gb_free(w->ranges);
        w->ranges = out.ranges;
        w->count = out.count;
        w->capacity = out.capacity;
    } else {
        gb_free(out.ranges);
    }
    return ok;
}

bool gb_words_rewrite(gb_words *w, gb_rewrite *rewrite, const void *context, gb_error *err)
{
    gb_words out = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < w->count; i++) {
        size_t first = out.size;
        ok = (i % 1024 || gb_check_interrupt(err)) &&
             rewrite(context, w, w->ranges[i], &out, err) &&
             gb_words_add(&out, first, out.size, err);
    }
    if (ok)
        gb_words_become(w, &out);
    else
        gb_words_release(&out);
    return ok;
}
