/* JSON by jansson, with this project's errors and limits.
 * jansson's own types are used as they are; these are the few calls that check what a file or peer
 * sent. */
#ifndef GB_BASE_JSON_H
#define GB_BASE_JSON_H

#include "graph/base/error.h"

#include <jansson.h>

enum { GB_JSON_MAX_DEPTH = 256 };

/* Parses `n` bytes; duplicates are refused, nesting beyond GB_JSON_MAX_DEPTH too; integers beyond
 * int64 become reals. The result is owned (json_decref). ValueError with the line of the mistake;
 * `what` names the text in it. */
json_t *gb_json_parse(const char *text, size_t n, const char *what, gb_error *err) GB_MUST_CHECK;

/* The text of a value: compact, keys in order of insertion (`sorted`: by name). Owned, gb_free. */
char *gb_json_text(const json_t *value, bool sorted, gb_error *err) GB_MUST_CHECK;

/* Members of an object. Missing or of another type: ValueError naming the key. Results are
 * borrowed. */
bool gb_json_string(const json_t *object, const char *key, const char **out,
                    gb_error *err) GB_MUST_CHECK;
bool gb_json_int(const json_t *object, const char *key, int64_t *out, gb_error *err) GB_MUST_CHECK;
bool gb_json_real(const json_t *object, const char *key, double *out, gb_error *err) GB_MUST_CHECK;
json_t *gb_json_object(const json_t *object, const char *key, gb_error *err) GB_MUST_CHECK;
json_t *gb_json_array(const json_t *object, const char *key, gb_error *err) GB_MUST_CHECK;

/* The same with a default for what is missing or null; a wrong type gives the default too. */
const char *gb_json_string_or(const json_t *object, const char *key, const char *fallback);
int64_t gb_json_int_or(const json_t *object, const char *key, int64_t fallback);
double gb_json_real_or(const json_t *object, const char *key, double fallback);
bool gb_json_bool_or(const json_t *object, const char *key, bool fallback);

#endif
