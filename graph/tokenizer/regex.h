/* Inside graph/tokenizer only: the regular expressions of tokenizer.json, by PCRE2.
 *
 * They are written for Oniguruma; what PCRE2 says differently (character classes inside classes,
 * \s, \w and \h in Unicode mode) is translated first. A pattern from a file can be built to take
 * forever: matching stops at a limit and reports it. */
#ifndef GB_TOKENIZER_REGEX_H
#define GB_TOKENIZER_REGEX_H

#include "graph/tokenizer/words.h"

typedef struct gb_regex gb_regex;

/* Compiles `pattern`; owned. ValueError for a wrong one, NotImplementedError for a construct that
 * cannot be translated. */
gb_regex *gb_regex_compile(const char *pattern, gb_error *err) GB_MUST_CHECK;

/* Matches the text as it is. */
gb_regex *gb_regex_compile_literal(const char *text, size_t n, gb_error *err) GB_MUST_CHECK;

/* From JSON's {"Regex": "…"} or {"String": "…"}. */
struct json_t;
gb_regex *gb_regex_from_json(const struct json_t *pattern, gb_error *err) GB_MUST_CHECK;

void gb_regex_free(gb_regex *regex);

/* Appends the matches in text[0..n) and what is between them (a gb_find_pieces). Safe to call from
 * several threads. */
bool gb_regex_find(const void *regex, const char *text, size_t n, gb_match_list *out,
                   gb_error *err);

/* The translated pattern, for tests and messages: owned. */
char *gb_regex_translate(const char *pattern, gb_error *err) GB_MUST_CHECK;

#endif
