/* Inside graph/tokenizer only: parsing a chat template. Tokens and expressions:
 * template_expression.c; tags and statements: template_parse.c. */
#ifndef GB_TOKENIZER_TEMPLATE_PARSER_H
#define GB_TOKENIZER_TEMPLATE_PARSER_H

#include "graph/tokenizer/template_tree.h"

typedef enum gb_template_token {
    GB_TT_NAME,
    GB_TT_TEXT,
    GB_TT_INT,
    GB_TT_FLOAT,
    GB_TT_OPERATOR,
    GB_TT_CLOSE, /* the end of the tag */
} gb_template_token;

/* Where the parser is. Inside a tag, `token` is the one at hand. */
typedef struct gb_template_parser {
    gb_template *template;
    const char *text;
    size_t n, at;
    uint32_t line;
    int depth;
    int braces;      /* open ones of dicts: "}}" closes two of them, not the tag */
    bool line_start; /* what was read last ended a line */
    bool strip;      /* the last tag eats the white space that follows */
    gb_template_token token;
    const char *token_text; /* of a name, text or operator */
    size_t token_size;
    int64_t integer;
    double real;
    gb_error *err;
} gb_template_parser;

/* False with a SyntaxError that names the line. */
bool gb_tp_fail(gb_template_parser *p, const char *what);

/* Counts a level of nesting; whoever entered decrements `depth`. */
bool gb_tp_enter(gb_template_parser *p);

gb_template_node *gb_tp_node(gb_template_parser *p, gb_template_kind kind);
bool gb_tp_keep(gb_template_parser *p, gb_template_node *x, const char *text, size_t n);

/* The byte `ahead` of the place; 0 at the end. */
char gb_tp_look(const gb_template_parser *p, size_t ahead);

/* The next token of a tag. */
bool gb_tp_next(gb_template_parser *p);
bool gb_tp_is_op(const gb_template_parser *p, const char *text);
bool gb_tp_is_word(const gb_template_parser *p, const char *text);
bool gb_tp_expect(gb_template_parser *p, const char *text);

/* Expressions; NULL with an error. */
gb_template_node *gb_tp_expression(gb_template_parser *p);
gb_template_node *gb_tp_and_or(gb_template_parser *p, bool either); /* without "if … else" */
gb_template_node *gb_tp_tuple(gb_template_parser *p);               /* with commas */
gb_template_node *gb_tp_named(gb_template_parser *p, gb_template_kind kind, gb_template_node *base);
gb_template_node *gb_tp_filters(gb_template_parser *p, gb_template_node *x);
bool gb_tp_arguments(gb_template_parser *p, const char *close, gb_template_node **first);

#endif
