/* Inside graph/tokenizer only: a chat template as a tree. */
#ifndef GB_TOKENIZER_TEMPLATE_TREE_H
#define GB_TOKENIZER_TEMPLATE_TREE_H

#include "graph/base/arena.h"
#include "graph/tokenizer/template.h"

typedef enum gb_template_kind {
    /* expressions */
    GB_T_TEXT,  /* text */
    GB_T_INT,   /* integer */
    GB_T_FLOAT, /* real */
    GB_T_TRUE,
    GB_T_FALSE,
    GB_T_NONE,
    GB_T_NAME,      /* text */
    GB_T_LIST,      /* first: items */
    GB_T_DICT,      /* first: key, value, key, value … */
    GB_T_ATTRIBUTE, /* a.text */
    GB_T_ITEM,      /* a[b] */
    GB_T_SLICE,     /* a[b:c:first] */
    GB_T_CALL,      /* a(first …); a GB_T_NAMED among them is a keyword */
    GB_T_NAMED,     /* text=a */
    GB_T_FILTER,    /* a|text(first …) */
    GB_T_TEST,      /* a is text(first …) */
    GB_T_NOT,       /* not a */
    GB_T_NEGATE,    /* -a */
    GB_T_AND,
    GB_T_OR,
    GB_T_CHOICE, /* a if b else c */
    GB_T_BINARY, /* a text b */
    /* statements */
    GB_T_DATA,     /* text as it is */
    GB_T_OUTPUT,   /* {{ a }} */
    GB_T_FOR,      /* names in `c`, a: what is walked, b: condition, first: body, other: else */
    GB_T_IF,       /* a, first: then, other: else */
    GB_T_SET,      /* c: target, a: value, or first: body */
    GB_T_MACRO,    /* text, c: parameters (GB_T_NAMED with a default or GB_T_NAME), first: body */
    GB_T_FILTERED, /* {% filter a %} first: body */
    GB_T_BREAK,
    GB_T_CONTINUE,
} gb_template_kind;

typedef struct gb_template_node gb_template_node;
struct gb_template_node {
    gb_template_kind kind;
    uint32_t line;
    const char *text; /* in the arena */
    size_t size;
    int64_t integer;
    double real;
    gb_template_node *a, *b, *c;
    gb_template_node *first, *other; /* lists by `next` */
    gb_template_node *next;
};

struct gb_template {
    gb_arena arena;
    gb_template_node *body;
};

#endif
