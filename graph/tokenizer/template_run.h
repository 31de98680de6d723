/* Inside graph/tokenizer only: rendering a template. Values are JSON; NULL is Jinja's undefined. */
#ifndef GB_TOKENIZER_TEMPLATE_RUN_H
#define GB_TOKENIZER_TEMPLATE_RUN_H

#include "graph/tokenizer/template_tree.h"

typedef enum gb_template_jump { GB_JUMP_NONE, GB_JUMP_BREAK, GB_JUMP_CONTINUE } gb_template_jump;

/* One rendering. */
typedef struct gb_template_run {
    const json_t *variables;
    json_t *scopes; /* a list of objects, the innermost last */
    json_t *macros; /* name -> index into macro_nodes */
    const gb_template_node **macro_nodes;
    size_t macro_count, macro_capacity;
    gb_buffer *out;
    int depth;
    long steps;
    uint32_t line;
    gb_template_jump jump;
    gb_error *err;
} gb_template_run;

/* The value of an expression, owned; *out NULL for undefined. */
bool gb_template_eval(gb_template_run *r, const gb_template_node *x, json_t **out);

/* Fails with the line of the template. */
bool gb_template_fail(gb_template_run *r, gb_error_class cls, const char *format, ...)
    GB_PRINTF(3, 4);

/* An owned value, or MemoryError for NULL. */
bool gb_template_give(gb_template_run *r, json_t *value, json_t **out);

/* Evaluated arguments of a call or filter. */
typedef struct gb_template_arguments {
    json_t *positional; /* a list; undefined is null */
    json_t *named;      /* an object */
} gb_template_arguments;

/* By place or by name; NULL when it was not given. */
json_t *gb_template_argument(const gb_template_arguments *a, size_t i, const char *name);

/* value|name(…), value is name(…), value.name(…) and name(…): template_filter.c, template_call.c.
 * All arguments borrowed, *out owned. */
bool gb_template_filter(gb_template_run *r, const char *name, json_t *value,
                        const gb_template_arguments *a, json_t **out);
bool gb_template_test(gb_template_run *r, const char *name, json_t *value,
                      const gb_template_arguments *a, bool *out);
bool gb_template_method(gb_template_run *r, const char *name, json_t *value,
                        const gb_template_arguments *a, json_t **out);
bool gb_template_function(gb_template_run *r, const char *name, const gb_template_arguments *a,
                          json_t **out);
bool gb_template_is_function(const char *name);

/* What Python's bool, str, and operators give. */
bool gb_template_truth(const json_t *value);
bool gb_template_equal(const json_t *a, const json_t *b);
bool gb_template_binary(gb_template_run *r, const char *op, json_t *a, json_t *b, json_t **out);
void gb_template_put(gb_buffer *out, const json_t *value);  /* str */
void gb_template_repr(gb_buffer *out, const json_t *value); /* repr */
json_t *gb_template_text(gb_buffer *b);                     /* a string of the buffer, released */

/* value.name or value[key]: *out owned, NULL for undefined. */
bool gb_template_member(gb_template_run *r, json_t *value, const json_t *key, json_t **out);

/* The items that a loop walks: list items, keys, characters. Owned list; NULL is an empty one. */
bool gb_template_items(gb_template_run *r, json_t *value, json_t **out);

#endif
