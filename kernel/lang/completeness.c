/* Whether a cell typed so far is whole: what a console asks on Enter. */
#include "kernel/lang/parser_state.h"

#include <string.h>

enum { INDENT_STEP = 4 };

/* The last line with something on it, as bytes [start, end). */
static gb_text last_line(const char *text, size_t n)
{
    while (n && (text[n - 1] == '\n' || text[n - 1] == ' ' || text[n - 1] == '\t'))
        n--;
    size_t start = n;
    while (start && text[start - 1] != '\n')
        start--;
    return (gb_text){text + start, n - start};
}

static int leading_blanks(gb_text line)
{
    int columns = 0;
    for (size_t i = 0; i < line.size && (line.text[i] == ' ' || line.text[i] == '\t'); i++)
        columns = line.text[i] == ' ' ? columns + 1 : (columns / 8 + 1) * 8;
    return columns;
}

static bool starts_with_word(gb_text line, const char *word)
{
    size_t n = strlen(word), i = 0;
    while (i < line.size && (line.text[i] == ' ' || line.text[i] == '\t'))
        i++;
    if (line.size - i < n || memcmp(line.text + i, word, n) != 0) return false;
    return line.size - i == n || line.text[i + n] == ' ' || line.text[i + n] == '(';
}

/* Where the next line should start. */
static int next_indent(const gb_parser *p, gb_text line)
{
    static const char *const leaving[] = {"return", "pass", "break", "continue", "raise"};
    int indent = leading_blanks(line);
    for (size_t i = p->tokens.count; i > 0; i--) {
        gb_token_kind kind = (gb_token_kind)p->tokens.items[i - 1].kind;
        if (kind <= GB_TOKEN_DEDENT || kind == GB_TOKEN_ERROR) continue;
        if (kind == GB_TOKEN_COLON && p->tokens.items[i - 1].level == 0)
            return indent + INDENT_STEP;
        break;
    }
    for (size_t i = 0; i < sizeof leaving / sizeof *leaving; i++)
        if (starts_with_word(line, leaving[i]) && indent >= INDENT_STEP)
            return indent - INDENT_STEP;
    return indent;
}

/* A text that only lacks its rest: open brackets, quotes, a block to come. */
static bool lacks_rest(const gb_parser *p)
{
    const gb_error *lexical = &p->tokens.error;
    if (strncmp(lexical->message, "unterminated triple", 19) == 0) return true;
    if (strcmp(lexical->message, "unexpected EOF while parsing") == 0) return true;
    if (lexical->cls) return false;
    if (p->tokens.unclosed.kind != GB_TOKEN_END) return true;
    const gb_token *last = &p->tokens.items[p->furthest];
    while (last->kind == GB_TOKEN_DEDENT)
        last++;
    return last->kind == GB_TOKEN_END &&
           !(p->err->cls == GB_ERR_INDENTATION && strncmp(p->err->message, "unexpected", 10) == 0);
}

static bool is_compound(const gb_node *node)
{
    switch (node->kind) {
    case GB_NODE_IF:
    case GB_NODE_FOR:
    case GB_NODE_WHILE:
    case GB_NODE_WITH:
    case GB_NODE_TRY:
    case GB_NODE_MATCH:
    case GB_NODE_FUNCTION_DEF:
    case GB_NODE_CLASS_DEF: return true;
    default: return false;
    }
}

/* A block goes on until an empty line. */
static bool block_is_open(const gb_node *module, const char *text, size_t size)
{
    const gb_node_list *body = &module->as.module.body;
    if (!body->count || !is_compound(body->items[body->count - 1])) return false;
    size_t i = size;
    while (i && (text[i - 1] == ' ' || text[i - 1] == '\t'))
        i--;
    return !i || text[i - 1] != '\n';
}

static gb_completeness judge(gb_parser *p, const char *text, size_t size, int *indent)
{
    gb_text line = last_line(text, size);
    gb_node *module = gb_parser_run(p, true);
    *indent = next_indent(p, line);
    bool magic = size > 2 && text[0] == '%' && text[1] == '%';
    if (magic) return text[size - 1] == '\n' ? GB_CELL_COMPLETE : GB_CELL_INCOMPLETE;
    if (!module) return lacks_rest(p) ? GB_CELL_INCOMPLETE : GB_CELL_INVALID;
    return block_is_open(module, text, size) ? GB_CELL_INCOMPLETE : GB_CELL_COMPLETE;
}

gb_completeness gb_cell_completeness(const char *text, size_t size, int *indent)
{
    gb_error err = GB_ERROR_INIT;
    gb_source source;
    gb_arena arena = GB_ARENA_INIT;
    *indent = 0;
    if (!gb_source_init(&source, 1, "<cell>", (gb_text){text, size}, &err)) return GB_CELL_INVALID;
    gb_parser p = {.source = &source, .arena = &arena, .err = &err};
    gb_completeness answer = judge(&p, source.text, source.size, indent);
    if (answer != GB_CELL_INCOMPLETE) *indent = 0;
    gb_tokens_release(&p.tokens);
    gb_arena_release(&arena);
    gb_source_release(&source);
    return answer;
}
