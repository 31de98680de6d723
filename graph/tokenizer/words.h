/* Inside graph/tokenizer only: a text on its way to tokens.
 *
 * Normalizers rewrite bytes, pre-tokenizers cut them into words; all the while every byte knows
 * which characters of the original text it came from, so that tokens have offsets. */
#ifndef GB_TOKENIZER_WORDS_H
#define GB_TOKENIZER_WORDS_H

#include "graph/base/error.h"

/* Bytes [first, last) of the text: a word. */
typedef struct gb_range {
    size_t first, last;
} gb_range;

typedef struct gb_words {
    char *text;              /* valid UTF-8, not terminated */
    uint32_t *starts, *ends; /* for each byte: the original characters [start, end) it stands for */
    size_t size, text_capacity, starts_capacity, ends_capacity;
    gb_range *ranges; /* in order; never empty ones */
    size_t count, capacity;
} gb_words;

void gb_words_release(gb_words *w);

/* Appends `n` bytes that stand for the original characters [start, end). */
bool gb_words_put(gb_words *w, const char *bytes, size_t n, uint32_t start, uint32_t end,
                  gb_error *err) GB_MUST_CHECK;

/* Appends a copy of bytes of another text, with what they stand for. */
bool gb_words_copy(gb_words *w, const gb_words *from, size_t first, size_t last,
                   gb_error *err) GB_MUST_CHECK;

/* Appends a word; an empty one is left out. */
bool gb_words_add(gb_words *w, size_t first, size_t last, gb_error *err) GB_MUST_CHECK;

/* Takes bytes of an original text as one word; its first character has the number `character`. */
bool gb_words_set(gb_words *w, const char *text, size_t n, uint32_t character,
                  gb_error *err) GB_MUST_CHECK;

/* Puts the contents of `from`, which is empty afterwards, in the place of w's. */
void gb_words_become(gb_words *w, gb_words *from);

/* How pieces that a pattern matches are joined to the rest. */
typedef enum gb_split_behavior {
    GB_SPLIT_REMOVED,
    GB_SPLIT_ISOLATED,
    GB_SPLIT_MERGED_WITH_PREVIOUS,
    GB_SPLIT_MERGED_WITH_NEXT,
    GB_SPLIT_CONTIGUOUS,
} gb_split_behavior;

/* A piece of a word, matched or not; pieces cover the word without gaps. */
typedef struct gb_match {
    size_t first, last;
    bool matched;
} gb_match;

/* Appends the words that a covering list of pieces gives. */
bool gb_words_add_pieces(gb_words *w, const gb_match *pieces, size_t count,
                         gb_split_behavior behavior, gb_error *err) GB_MUST_CHECK;

/* Cuts every word where `find` says: it fills the pieces of text[0..n), relative to its start. */
typedef struct gb_match_list {
    gb_match *pieces;
    size_t count, capacity;
} gb_match_list;
typedef bool gb_find_pieces(const void *context, const char *text, size_t n, gb_match_list *out,
                            gb_error *err);
bool gb_words_split(gb_words *w, gb_find_pieces *find, const void *context,
                    gb_split_behavior behavior, gb_error *err) GB_MUST_CHECK;

/* Writes every word anew: `rewrite` appends what in's word [range) becomes to `out`. */
typedef bool gb_rewrite(const void *context, const gb_words *in, gb_range range, gb_words *out,
                        gb_error *err);
bool gb_words_rewrite(gb_words *w, gb_rewrite *rewrite, const void *context,
                      gb_error *err) GB_MUST_CHECK;

bool gb_match_list_add(gb_match_list *list, size_t first, size_t last, bool matched,
                       gb_error *err) GB_MUST_CHECK;

#endif
