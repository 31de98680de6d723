/* Chat templates: messages to the text a model was trained on.
 *
 * A template is Jinja text kept with the tokenizer. This reads the subset that templates use
 * (expressions, if/for/set/macro, filters, tests, loop variables, namespaces) into a tree and walks
 * it over JSON values; nothing outside the messages and variables given can be reached.
 *
 * Reference: Jinja 2's immutable sandboxed environment with trim_blocks and lstrip_blocks, as
 * transformers' apply_chat_template uses it. */
#ifndef GB_TOKENIZER_TEMPLATE_H
#define GB_TOKENIZER_TEMPLATE_H

#include "graph/base/buffer.h"
#include "graph/base/error.h"
#include "graph/base/json.h"

enum {
    GB_TEMPLATE_MAX_DEPTH = 128,               /* nesting of expressions, blocks and macro calls */
    GB_TEMPLATE_MAX_OUTPUT = 64 * 1024 * 1024, /* bytes */
    GB_TEMPLATE_MAX_STEPS = 1000 * 1000,       /* nodes walked in one rendering */
};

/* A parsed template: immutable, shared between threads. */
typedef struct gb_template gb_template;

/* Parses Jinja text; owned. SyntaxError with the line; NotImplementedError for a tag or filter that
 * is left out. */
gb_template *gb_template_parse(const char *text, size_t n, gb_error *err) GB_MUST_CHECK;
void gb_template_free(gb_template *t);

/* Appends the rendering with `variables` (an object: messages, add_generation_prompt, bos_token, …)
 * to `out`. `raise_exception(text)` in the template gives a ValueError with that text. */
bool gb_template_render(const gb_template *t, const json_t *variables, gb_buffer *out,
                        gb_error *err) GB_MUST_CHECK;

typedef struct gb_tokenizer gb_tokenizer; /* graph/tokenizer/tokenizer.h */

/* What apply_chat_template(tokenize=False) gives: the tokenizer's template with its special tokens
 * (`bos_token`, …) and `more` (an object of further variables, or NULL) over `messages` (an array
 * of {role, content}). ValueError when the tokenizer has no template. */
bool gb_tokenizer_apply_chat(const gb_tokenizer *t, const json_t *messages,
                             bool add_generation_prompt, const json_t *more, gb_buffer *out,
                             gb_error *err) GB_MUST_CHECK;

#endif
