/* Completion: what could stand at the cursor. See gb_session_complete in session.h.
 *
 * The text before the word at the cursor is lexed; its last tokens tell what is asked for: an
 * attribute, a module, a keyword of a call, a key, a file, a magic, or a name. */
#include "kernel/describe.h"
#include "kernel/magic.h"

#include "graph/base/file.h"
#include "graph/base/map.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"
#include "kernel/lang/lexer.h"
#include "kernel/lang/torch/tensor.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char PREFIX[] = "rRbBfFuU"; /* letters before a quote */

enum {
    MOST_MATCHES = 1000,
    MOST_SIGNATURES = 60, /* of so few matches the signatures are told too */
};

typedef struct match {
    char *text;
    const char *kind; /* static */
    int rank;         /* smaller ones come first */
} match;

typedef struct completion {
    gb_session *session;
    const char *text;
    size_t cursor; /* bytes */
    size_t word;   /* where the word at the cursor starts */
    gb_source source;
    gb_tokens tokens;    /* of the text before the word */
    gb_text_tokens view; /* the same, for expressions */
    size_t budget;
    gb_known owner; /* of the attributes offered, or unknown */
    match *matches;
    size_t count, capacity;
    gb_map seen;
    size_t operator_prefix; /* of an operator's name, which is not shown ("linalg_") */
    bool methods_only;      /* of operators */
    gb_error *err;
} completion;

/* --- matches -----------------------------------------------------------------------------------*/

/* Names with underscores are offered to those who have typed one. */
static bool fits(const completion *c, const char *text)
{
    size_t n = c->cursor - c->word;
    const char *word = c->text + c->word;
    if (strncmp(text, word, n) != 0) return false;
    if (text[0] == '_' && n == 0) return false;
    return !(text[0] == '_' && text[1] == '_' && n == 1);
}

static void add(completion *c, const char *text, const char *kind, int rank)
{
    if (c->count >= MOST_MATCHES || !fits(c, text) || gb_map_get(&c->seen, text)) return;
    if (!gb_map_put(&c->seen, text, c, c->err) ||
        !gb_grow(&c->matches, &c->capacity, c->count + 1, sizeof *c->matches, c->err))
        return;
    char *copy = gb_strdup(text, c->err);
    if (copy) c->matches[c->count++] = (match){copy, kind, rank};
}

static int by_rank(const void *a, const void *b)
{
    const match *x = a, *y = b;
    return x->rank != y->rank ? (x->rank > y->rank) - (x->rank < y->rank)
                              : strcmp(x->text, y->text);
}

static gb_token_kind kind_back(const completion *c, size_t back)
{
    return back < c->view.count ? (gb_token_kind)c->view.items[c->view.count - 1 - back].kind
                                : GB_TOKEN_END;
}

/* --- attributes and names ----------------------------------------------------------------------*/

static void add_attributes(completion *c, const gb_known *of, int rank)
{
    gb_session *session = c->session;
    gb_value names = gb_known_attributes(session, of);
    size_t count = 0;
    gb_value *items = gb_is_sequence(names) ? gb_items_peek(names, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = gb_str_data(items[i]);
        if (!fits(c, name)) continue;
        gb_known found = gb_known_attribute(session, of, name, gb_str_size(items[i]));
        const char *kind = gb_known_kind(session, &found);
        add(c, name, *kind ? kind : "instance", rank);
        gb_known_release(&found);
    }
    gb_exception_clear(session->vm);
    gb_unref(names);
}

/* ATen's operators are attributes of torch and of tensors without being listed there. */
static bool add_operator(const gb_op *op, void *context)
{
    static const char *const internal[] = {"backward", "mkldnn",   "cudnn",   "miopen",
                                           "fbgemm",   "quantize", "jvp_out", "sparse_resize"};
    completion *c = context;
    const char *name = gb_op_short_name(op) + c->operator_prefix;
    for (size_t i = 0; i < sizeof internal / sizeof *internal; i++)
        if (strstr(name, internal[i])) return true;
    if (!c->methods_only || gb_op_is_method(op)) add(c, name, "function", 0);
    return c->count < MOST_MATCHES;
}

static void add_operators(completion *c, const char *prefix, bool methods_only)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_text(&b, prefix);
    gb_buffer_put(&b, c->text + c->word, c->cursor - c->word);
    c->operator_prefix = strlen(prefix);
    c->methods_only = methods_only;
    if (!b.failed && (!b.data || b.data[0] != '_'))
        gb_op_each(b.data ? b.data : "", add_operator, c);
    gb_buffer_release(&b);
}

static void add_operators_of(completion *c, const gb_known *of)
{
    static const char *const modules[][2] = {{"torch", ""},
                                             {"torch.nn.functional", ""},
                                             {"torch.linalg", "linalg_"},
                                             {"torch.fft", "fft_"},
                                             {"torch.special", "special_"}};
    gb_type *tensor = gb_type_make(c->session->vm, &gb_tensor_spec);
    if (tensor && gb_is_known(*of) && gb_type_is_subtype(gb_type_peek(of->type), tensor))
        add_operators(c, "", true);
    if (!gb_is_module(of->value)) return;
    gb_value name =
        gb_dict_get_text_peek(c->session->vm, gb_module_dict_peek(of->value), "__name__");
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        if (gb_str_is(name, modules[i][0])) add_operators(c, modules[i][1], false);
}

static void complete_attribute(completion *c)
{
    if (c->view.count < 2) return;
    size_t last = c->view.count - 2;
    c->owner = gb_known_primary(c->session, &c->view, gb_primary_start(&c->view, last), last);
    add_attributes(c, &c->owner, 0);
    add_operators_of(c, &c->owner);
}

static void add_dict(completion *c, gb_value dict, int rank)
{
    gb_value key, value;
    for (size_t at = 0; gb_dict_next(dict, &at, &key, &value);) {
        if (!gb_is_str(key)) continue;
        gb_known known = gb_known_value(c->session, value);
        add(c, gb_str_data(key), gb_known_kind(c->session, &known), rank);
        gb_known_release(&known);
    }
}

/* Names that stand in the cell and may not have been executed yet. */
static void add_from_text(completion *c, int rank)
{
    gb_tokens tokens;
    if (!gb_lex(&c->source, (gb_lex_options){.cell = true}, &tokens, c->err)) return;
    for (size_t i = 0; i < tokens.count; i++) {
        const gb_token *t = &tokens.items[i];
        bool here = t->start <= c->cursor && t->end >= c->cursor;
        bool attribute = i && tokens.items[i - 1].kind == GB_TOKEN_DOT;
        char name[128];
        size_t n = t->end - t->start;
        if (t->kind != GB_TOKEN_NAME || here || attribute || n >= sizeof name) continue;
        memcpy(name, c->source.text + t->start, n);
        name[n] = 0;
        add(c, name, "statement", rank);
    }
    gb_tokens_release(&tokens);
}

static void add_keywords(completion *c, int rank)
{
    for (int kind = GB_TOKEN_FALSE; kind < GB_TOKEN_COUNT; kind++)
        add(c, gb_token_kind_text((gb_token_kind)kind), "keyword", rank);
}

/* The callee of the call whose arguments the cursor is in; unknown when it is in none. */
static gb_known callee_at(const completion *c)
{
    size_t depth = 0;
    for (size_t i = c->view.count; i-- > 1;) {
        gb_token_kind kind = (gb_token_kind)c->view.items[i].kind;
        bool closing =
            kind == GB_TOKEN_RPAREN || kind == GB_TOKEN_RBRACKET || kind == GB_TOKEN_RBRACE;
        bool opening =
            kind == GB_TOKEN_LPAREN || kind == GB_TOKEN_LBRACKET || kind == GB_TOKEN_LBRACE;
        if (closing) depth++;
        if (!opening || depth-- > 0) continue;
        if (kind != GB_TOKEN_LPAREN) return GB_UNKNOWN;
        return gb_known_primary(c->session, &c->view, gb_primary_start(&c->view, i - 1), i - 1);
    }
    return GB_UNKNOWN;
}

static void add_call_keywords(completion *c, int rank)
{
    if (kind_back(c, 0) != GB_TOKEN_LPAREN && kind_back(c, 0) != GB_TOKEN_COMMA) return;
    gb_known callee = callee_at(c);
    gb_value names = gb_is_known(callee) ? gb_known_keywords(c->session, &callee) : GB_UNSET_VALUE;
    size_t count = 0;
    gb_value *items = gb_is_sequence(names) ? gb_items_peek(names, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        gb_buffer b = GB_BUFFER_INIT;
        gb_buffer_format(&b, "%s=", gb_str_data(items[i]));
        add(c, b.data ? b.data : "", "param", rank);
        gb_buffer_release(&b);
    }
    gb_unref(names);
    gb_known_release(&callee);
}

static void complete_name(completion *c)
{
    add_call_keywords(c, 0);
    add_dict(c, c->session->globals, 1);
    add_from_text(c, 2);
    add_dict(c, gb_vm_builtins_peek(c->session->vm), 3);
    add_keywords(c, 4);
}

/* --- modules -----------------------------------------------------------------------------------*/

/* Modules below a dotted path ("" for the top, "torch." for torch's). */
static void add_modules(completion *c, const char *path)
{
    size_t length = strlen(path);
    const char *name;
    for (size_t i = 0; (name = gb_module_name_at(c->session->vm, i)); i++) {
        if (strncmp(name, path, length) != 0) continue;
        char part[128];
        size_t n = strcspn(name + length, ".");
        if (n >= sizeof part) continue;
        memcpy(part, name + length, n);
        part[n] = 0;
        add(c, part, "module", 0);
    }
}

/* The text of the last `count` tokens: a dotted path. Owned. */
static char *path_text(const completion *c, size_t first, size_t end)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_put(&b, "", 0);
    for (size_t i = first; i < end; i++) {
        const gb_token *t = &c->view.items[i];
        gb_buffer_put(&b, c->source.text + t->start, t->end - t->start);
    }
    if (!b.data) return gb_strdup("", c->err);
    return gb_buffer_take(&b, NULL, c->err);
}

/* After `import a.b, c.|` or `from a.|`: where the path starts. */
static size_t path_start(const completion *c)
{
    size_t at = c->view.count;
    while (at && (c->view.items[at - 1].kind == GB_TOKEN_DOT ||
                  (at < c->view.count && c->view.items[at].kind == GB_TOKEN_DOT &&
                   c->view.items[at - 1].kind == GB_TOKEN_NAME)))
        at--;
    return at;
}

static void complete_module(completion *c)
{
    char *path = path_text(c, path_start(c), c->view.count);
    if (path) add_modules(c, path);
    gb_free(path);
}

/* from PATH import |: what the module has, and the modules below it. */
static void complete_member(completion *c, size_t from, size_t import)
{
    char *path = path_text(c, from + 1, import);
    gb_value module = path ? gb_import(c->session->vm, path) : GB_UNSET_VALUE;
    gb_exception_clear(c->session->vm);
    if (!gb_is_unset(module)) {
        gb_known known = gb_known_value(c->session, module);
        add_attributes(c, &known, 0);
        add_operators_of(c, &known);
        gb_known_release(&known);
        gb_buffer below = GB_BUFFER_INIT;
        gb_buffer_format(&below, "%s.", path);
        if (below.data) add_modules(c, below.data);
        gb_buffer_release(&below);
    }
    gb_unref(module);
    gb_free(path);
}

/* True when the cursor is in an import statement. */
static bool complete_import(completion *c)
{
    size_t start = c->view.count, import = SIZE_MAX;
    while (start && c->view.items[start - 1].kind != GB_TOKEN_NEWLINE &&
           c->view.items[start - 1].kind != GB_TOKEN_SEMICOLON) {
        start--;
        if (c->view.items[start].kind == GB_TOKEN_IMPORT) import = start;
    }
    while (start < c->view.count && (c->view.items[start].kind == GB_TOKEN_INDENT ||
                                     c->view.items[start].kind == GB_TOKEN_DEDENT))
        start++;
    if (start >= c->view.count) return false;
    gb_token_kind first = (gb_token_kind)c->view.items[start].kind;
    if (first == GB_TOKEN_FROM && import != SIZE_MAX)
        complete_member(c, start, import);
    else if (first == GB_TOKEN_FROM || first == GB_TOKEN_IMPORT)
        complete_module(c);
    else
        return false;
    return true;
}

/* --- inside quotes -----------------------------------------------------------------------------*/

/* Keys of the dict (or of what tells its keys) before `[`. */
static void complete_key(completion *c)
{
    size_t last = c->view.count - 2;
    gb_known owner = gb_known_primary(c->session, &c->view, gb_primary_start(&c->view, last), last);
    if (gb_is_dict(owner.value)) add_dict(c, owner.value, 0);
    gb_known hook = gb_known_attribute(c->session, &owner, "_ipython_key_completions_", 25);
    gb_value keys = GB_UNSET_VALUE;
    if (hook.value.tag == GB_METHOD) {
        gb_value function = gb_getattr_text(c->session->vm, hook.value, "__func__");
        if (function.tag == GB_NATIVE_FUNCTION) keys = gb_call(c->session->vm, hook.value, NULL, 0);
        gb_unref(function);
    }
    size_t count = 0;
    gb_value *items = gb_is_sequence(keys) ? gb_items_peek(keys, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (gb_is_str(items[i])) add(c, gb_str_data(items[i]), "instance", 0);
    gb_exception_clear(c->session->vm);
    gb_unref(keys);
    gb_known_release(&hook);
    gb_known_release(&owner);
}

/* Files below the notebook's folder whose path continues the text. */
static void complete_path(completion *c)
{
    const char *word = c->text + c->word;
    size_t n = c->cursor - c->word, folder = n;
    while (folder && word[folder - 1] != '/')
        folder--;
    char *relative = gb_strndup(word, folder, c->err);
    char *path = relative && !strstr(relative, "..") && *relative != '/'
                     ? gb_path_join(c->session->folder, relative, c->err)
                     : NULL;
    DIR *dir = path ? opendir(path) : NULL;
    const struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        if (entry->d_name[0] == '.') continue;
        gb_buffer b = GB_BUFFER_INIT;
        gb_buffer_format(&b, "%s%s%s", relative, entry->d_name, entry->d_type == DT_DIR ? "/" : "");
        if (b.data) add(c, b.data, "path", 0);
        gb_buffer_release(&b);
    }
    if (dir) closedir(dir);
    gb_free(path);
    gb_free(relative);
}

/* The text between the quote and the cursor is the word. */
static void complete_quoted(completion *c, size_t quote)
{
    quote += strspn(c->text + quote, PREFIX);
    char mark = c->text[quote];
    c->word = quote + 1;
    while (c->word < c->cursor && c->text[c->word] == mark)
        c->word++;
    if (kind_back(c, 0) == GB_TOKEN_LBRACKET && c->view.count > 1)
        complete_key(c);
    else
        complete_path(c);
}

/* --- where the cursor is -----------------------------------------------------------------------*/

static size_t line_start(const char *text, size_t at)
{
    while (at && text[at - 1] != '\n')
        at--;
    return at;
}

/* The word follows one % or two. */
static void complete_magic(completion *c)
{
    bool cell = c->word > 1 && c->text[c->word - 2] == '%';
    for (const gb_magic *m = gb_magics; m->name; m++)
        if (m->forms & (cell ? GB_MAGIC_ON_CELL : GB_MAGIC_ON_LINE)) add(c, m->name, "magic", 0);
}

/* Lexes what stands before the word, from `start` on. */
static bool lex_before(completion *c, size_t start)
{
    gb_lex_options options = {.start = (uint32_t)start, .end = (uint32_t)c->word, .cell = true};
    if (c->word <= start) {
        c->tokens = (gb_tokens){0};
        c->view = (gb_text_tokens){.source = &c->source, .budget = &c->budget};
        return true;
    }
    if (!gb_lex(&c->source, options, &c->tokens, c->err)) return false;
    size_t count = c->tokens.count;
    /* what the lexer adds at the end of a text says nothing */
    while (count && c->tokens.items[count - 1].start >= c->word &&
           c->tokens.items[count - 1].kind <= GB_TOKEN_DEDENT)
        count--;
    while (count && (c->tokens.items[count - 1].kind == GB_TOKEN_END ||
                     c->tokens.items[count - 1].kind == GB_TOKEN_ERROR))
        count--;
    c->view = (gb_text_tokens){&c->source, c->tokens.items, count, &c->budget};
    return true;
}

/* Is the cursor in a comment: is there a # behind the last token of its line? */
static bool in_comment(const completion *c)
{
    size_t from = line_start(c->text, c->word);
    if (c->view.count && c->view.items[c->view.count - 1].end > from)
        from = c->view.items[c->view.count - 1].end;
    return memchr(c->text + from, '#', c->word > from ? c->word - from : 0) != NULL;
}

/* Where the code that the cursor is in starts: behind a magic's name. SIZE_MAX: in the name. */
static size_t code_start(const completion *c)
{
    size_t line = line_start(c->text, c->cursor), at = line;
    at += strspn(c->text + at, " \t");
    if (c->text[at] == '%' && at < c->cursor) {
        size_t name = at + strspn(c->text + at, "%");
        size_t end = name + strcspn(c->text + name, " \t\n");
        return c->cursor <= end ? SIZE_MAX : end;
    }
    if (strncmp(c->text, "%%", 2) == 0) {
        const char *newline = strchr(c->text, '\n');
        return newline ? (size_t)(newline - c->text) + 1 : 0;
    }
    return 0;
}

/* In an f-string: behind the brace of the field that the cursor is in; 0 when it is in none. */
static size_t field_start(const completion *c, size_t string)
{
    size_t quote = string + strspn(c->text + string, PREFIX), field = 0;
    bool formatted = memchr(c->text + string, 'f', quote - string) ||
                     memchr(c->text + string, 'F', quote - string);
    for (size_t i = quote; formatted && i < c->word; i++) {
        if (c->text[i] == '{' && c->text[i + 1] == '{')
            i++;
        else if (c->text[i] == '{')
            field = i + 1;
        else if (c->text[i] == '}')
            field = 0;
    }
    return field;
}

static void complete_code(completion *c, size_t start)
{
    if (!lex_before(c, start)) return;
    bool quoted = c->tokens.error.cls && strncmp(c->tokens.error.message, "unterminated", 12) == 0;
    size_t quote = c->tokens.error.span.start;
    size_t field = quoted ? field_start(c, quote) : 0;
    if (field) {
        gb_tokens_release(&c->tokens);
        if (!lex_before(c, field)) return;
        quoted = false;
    }
    if (quoted)
        complete_quoted(c, quote);
    else if (in_comment(c) || complete_import(c))
        return;
    else if (kind_back(c, 0) == GB_TOKEN_DOT)
        complete_attribute(c);
    else if (kind_back(c, 0) != GB_TOKEN_DEF && kind_back(c, 0) != GB_TOKEN_CLASS)
        complete_name(c);
}

/* --- the answer --------------------------------------------------------------------------------*/

static void put_signature(completion *c, const match *m, json_t *entry)
{
    if (strcmp(m->kind, "function") != 0 && strcmp(m->kind, "class") != 0) return;
    size_t n = strlen(m->text);
    gb_known known = gb_is_known(c->owner) ? gb_known_attribute(c->session, &c->owner, m->text, n)
                                           : gb_known_name(c->session, m->text, n);
    gb_buffer b = GB_BUFFER_INIT;
    if (gb_known_put_signature(c->session, &known, &b) && b.data)
        json_object_set_new(entry, "signature", json_string_nocheck(b.data));
    gb_buffer_release(&b);
    gb_known_release(&known);
}

static json_t *answer_of(completion *c)
{
    json_t *matches = json_array(), *types = json_array();
    json_int_t start = (json_int_t)gb_utf8_count(c->text, c->word);
    json_int_t end = (json_int_t)gb_utf8_count(c->text, c->cursor);
    if (c->count) qsort(c->matches, c->count, sizeof *c->matches, by_rank);
    for (size_t i = 0; i < c->count; i++) {
        const match *m = &c->matches[i];
        json_array_append_new(matches, json_string_nocheck(m->text));
        json_t *entry = json_pack("{s:s, s:s, s:I, s:I}", "text", m->text, "type", m->kind, "start",
                                  start, "end", end);
        if (c->count <= MOST_SIGNATURES) put_signature(c, m, entry);
        json_array_append_new(types, entry);
    }
    return json_pack("{s:o, s:I, s:I, s:o}", "matches", matches, "start", start, "end", end,
                     "types", types);
}

static void release(completion *c)
{
    for (size_t i = 0; i < c->count; i++)
        gb_free(c->matches[i].text);
    gb_free(c->matches);
    gb_map_release(&c->seen);
    gb_known_release(&c->owner);
    gb_tokens_release(&c->tokens);
    gb_source_release(&c->source);
}

json_t *gb_session_complete(gb_session *session, const char *text, size_t size, size_t cursor,
                            gb_error *err)
{
    completion c = {
        .session = session, .owner = GB_UNKNOWN, .budget = GB_LOOKUP_BUDGET, .err = err};
    gb_error unusable = GB_ERROR_INIT;
    if (!gb_source_init(&c.source, 1, "completion", (gb_text){text, size}, &unusable))
        return json_pack("{s:[], s:I, s:I, s:[]}", "matches", "start", (json_int_t)0, "end",
                         (json_int_t)0, "types");
    c.text = c.source.text;
    c.cursor = c.word = gb_cursor_bytes(&c.source, cursor);
    c.word = gb_word_start(&c.source, c.cursor);
    size_t start = code_start(&c);
    if (start == SIZE_MAX)
        complete_magic(&c);
    else
        complete_code(&c, start);
    gb_exception_clear(session->vm);
    json_t *answer = err->cls ? NULL : answer_of(&c);
    release(&c);
    return answer;
}
