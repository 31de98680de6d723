/* What the files of the parser share; for no one else.
 *
 * A parse function returns its node, or NULL: with p->err set when the mistake has a text of its
 * own, else unset; then the mistake is "invalid syntax" at the furthest token that was looked at.
 * While p->quiet counts, texts are not made: the parse is a try that may be taken back
 * (gb_parser_mark). */
#ifndef GB_LANG_PARSER_STATE_H
#define GB_LANG_PARSER_STATE_H

#include "kernel/lang/lexer.h"
#include "kernel/lang/parser.h"

typedef struct gb_parser {
    const gb_source *source;
    gb_tokens tokens;
    gb_arena *arena;
    gb_error *err;
    size_t at;       /* index of the next token */
    size_t furthest; /* of the tokens looked at */
    int depth;       /* of the recursion */
    int quiet;
    int field;          /* nesting of f-string fields around this text */
    bool compound;      /* gb_parse_compound found a compound statement, good or bad */
    const char *prefix; /* before every text: "f-string: " or "" */
} gb_parser;

enum { GB_PARSE_DEPTH = 1500 };

/* Lexes and parses p->source; the tokens stay for the caller to release. */
gb_node *gb_parser_run(gb_parser *p, bool cell);

/* --- tokens: parser.c --- */
static inline const gb_token *gb_peek(gb_parser *p)
{
    if (p->at > p->furthest) p->furthest = p->at;
    return &p->tokens.items[p->at];
}

static inline gb_token_kind gb_peek_kind(gb_parser *p)
{
    return (gb_token_kind)gb_peek(p)->kind;
}

/* The kind of the token after the next, without counting as looked at. */
gb_token_kind gb_peek_after(const gb_parser *p);
const gb_token *gb_last_token(const gb_parser *p);
void gb_advance(gb_parser *p);
bool gb_accept(gb_parser *p, gb_token_kind kind);
bool gb_expect(gb_parser *p, gb_token_kind kind);
/* As gb_expect, failing with "expected ':'". */
bool gb_require(gb_parser *p, gb_token_kind kind);
bool gb_token_is_word(const gb_parser *p, const gb_token *t, const char *word);
/* Whether an expression may start with a token of this kind. */
bool gb_starts_expression(gb_token_kind kind);

/* --- failing --- */
void *gb_parser_fail(gb_parser *p, uint32_t start, uint32_t end, const char *format, ...)
    GB_PRINTF(4, 5);
void *gb_parser_fail_class(gb_parser *p, gb_error_class cls, gb_span at, const char *format, ...)
    GB_PRINTF(4, 5);
/* False, with an error when too deep; else pairs with p->depth--. */
bool gb_parser_enter(gb_parser *p);
static inline bool gb_parser_failed(const gb_parser *p)
{
    return p->err->cls != GB_ERR_NONE;
}

/* --- nodes --- */
gb_node *gb_parser_node(gb_parser *p, gb_syntax_kind kind, uint32_t start);
/* Sets the end to that of the last token and the depth; NULL when too deep. NULL gives NULL. */
gb_node *gb_parser_finish(gb_parser *p, gb_node *node);
bool gb_list_add(gb_parser *p, gb_node_list *list, gb_node *node);
bool gb_names_add(gb_parser *p, gb_names *names, const char *name);
/* An identifier's text, NFKC. */
const char *gb_parser_identifier(gb_parser *p, const gb_token *t);
/* Expects a NAME token and gives its text. */
const char *gb_expect_name(gb_parser *p);
gb_const *gb_parser_constant(gb_parser *p, gb_const_kind kind);

/* --- expressions: parser_expression.c --- */
gb_node *gb_parse_expression(gb_parser *p);       /* no comma, no star, no walrus */
gb_node *gb_parse_named_expression(gb_parser *p); /* with walrus */
gb_node *gb_parse_disjunction(gb_parser *p);
gb_node *gb_parse_bitwise_or(gb_parser *p);
gb_node *gb_parse_star_expressions(gb_parser *p); /* commas make a tuple */
gb_node *gb_parse_star_target(gb_parser *p);      /* one target, `*` allowed, context not yet set */
gb_node *gb_parse_star_targets(gb_parser *p);     /* of a for: commas make a tuple */
gb_node *gb_parse_yield(gb_parser *p);
gb_node *gb_parse_assigned(gb_parser *p); /* yield or star_expressions */
/* --- primaries, calls, displays: parser_atom.c --- */
gb_node *gb_parse_primary(gb_parser *p);
bool gb_parse_arguments(gb_parser *p, gb_node_list *args, gb_node_list *keywords);
bool gb_parse_generators(gb_parser *p, gb_node_list *generators);
/* What stands between `(` and `)`, also in an f-string's field. Not finished: the caller sets the
 * end. */
gb_node *gb_parse_inside_parentheses(gb_parser *p, uint32_t start);
/* --- literals: parser_literal.c, parser_fstring.c --- */
gb_node *gb_parse_number(gb_parser *p);
gb_node *gb_parse_strings(gb_parser *p);
typedef struct gb_string_part {
    uint32_t start; /* bytes of the body, without prefix and quotes */
    uint32_t end;
    bool raw;
    bool bytes;
    bool format;
} gb_string_part;
/* Appends the decoded bytes [start, end) of a part. */
bool gb_decode_string(gb_parser *p, const gb_string_part *part, gb_buffer *out);
/* Appends literal text to `literal` and fields to `values` (flushing the literal before each). */
bool gb_parse_fstring(gb_parser *p, const gb_string_part *part, gb_buffer *literal,
                      gb_node_list *values);
bool gb_flush_literal(gb_parser *p, gb_buffer *literal, gb_node_list *values);
/* --- parameters: parser_parameter.c --- */
gb_node *gb_parse_parameters(gb_parser *p, bool lambda);
/* --- targets: parser_target.c --- */
typedef enum gb_target_use { GB_TARGET_ASSIGN, GB_TARGET_DELETE, GB_TARGET_FOR } gb_target_use;
const char *gb_expression_name(const gb_node *node);
/* Whether CPython takes `node = x` for a mistyped `node == x`. */
bool gb_may_mean_equality(const gb_node *node);
/* The node that cannot be a target, or NULL. */
const gb_node *gb_find_invalid_target(const gb_node *node, gb_target_use use);
/* Sets the context throughout, or fails with "cannot assign to X". */
bool gb_make_target(gb_parser *p, gb_node *node, gb_target_use use);
/* --- statements: parser_statement.c, parser_compound.c, parser_pattern.c --- */
bool gb_parse_statement(gb_parser *p, gb_node_list *body);
bool gb_parse_simple_line(gb_parser *p, gb_node_list *body);
/* ':' block; `what` for "expected an indented block after WHAT on line N". */
bool gb_parse_block(gb_parser *p, gb_node_list *body, const char *what, uint32_t line);
gb_node *gb_parse_compound(gb_parser *p);
gb_node *gb_parse_pattern(gb_parser *p);
gb_node *gb_parse_patterns(gb_parser *p); /* of a case: an open sequence allowed */
bool gb_parse_magic(gb_parser *p, gb_node **value);

#endif
