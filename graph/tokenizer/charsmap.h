/* Inside graph/tokenizer only: SentencePiece's precompiled normalization: a double-array trie of
 * prefixes, each with the text that replaces it.
 *
 * Format: https://github.com/google/sentencepiece (normalizer.cc): u32 bytes of the trie, the
 * trie's u32 units (Darts), then zero-terminated replacements. */
#ifndef GB_TOKENIZER_CHARSMAP_H
#define GB_TOKENIZER_CHARSMAP_H

#include "graph/base/error.h"

typedef struct gb_charsmap gb_charsmap;

/* From base64, as tokenizer.json keeps it; owned. */
gb_charsmap *gb_charsmap_parse(const char *base64, gb_error *err) GB_MUST_CHECK;
void gb_charsmap_free(gb_charsmap *map);

/* What text[0..n) becomes as a whole, borrowed and terminated; NULL when it stays. The reference
 * looks for the shortest prefix in the trie and takes it for the whole. */
const char *gb_charsmap_find(const gb_charsmap *map, const char *text, size_t n);

#endif
