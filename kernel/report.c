/* Errors as data: what a front end shows for an exception. See session_state.h.
 *
 * An exception and its causes are read out of the VM once, into `account`s; from these come the
 * text that CPython would print, and the views of display/trouble.h. Frames of embedded modules are
 * left out: only the user's own lines are shown. */
#include "kernel/anchor.h"
#include "kernel/session_state.h"

#include "display/trouble.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <string.h>

enum {
    MOST_CAUSES = 16,
    REPEATS = 3, /* equal frames in a row that are shown before they are counted */
};

/* One frame of the user's, or the place of a mistake of syntax. */
typedef struct place {
    const gb_source *source;
    const char *function; /* "<module>", "f"; NULL: a mistake of syntax */
    gb_span span;
    uint32_t line;
} place;

/* One exception of a chain; everything lives in the arena. */
typedef struct account {
    const char *cls;
    const char *message;    /* str(exception) */
    const char *last;       /* "ValueError: text", with notes below */
    const char *suggestion; /* "Did you mean: 'x'?" or NULL */
    place *places;
    size_t count;
    bool is_cause; /* of the next one in the chain's order: raised from, not during */
    struct account *cause;
} account;

typedef struct reader {
    gb_session *session;
    gb_arena arena;
    gb_error err;
} reader;

static const char *keep(reader *r, const char *text, size_t n)
{
    char *copy = gb_arena_strndup(&r->arena, text, n, &r->err);
    return copy ? copy : "";
}

/* --- reading -----------------------------------------------------------------------------------*/

/* str(exception); what fails in it is left out. */
static const char *message_of(reader *r, gb_value exception)
{
    gb_vm *vm = r->session->vm;
    gb_value text = gb_to_str(vm, exception);
    const char *message = "<the exception's __str__ failed>";
    if (text.tag == GB_STR)
        message = keep(r, gb_str_data(text), gb_str_size(text));
    else
        gb_exception_clear(vm);
    gb_unref(text);
    return message;
}

static const char *last_line_of(reader *r, gb_value exception)
{
    gb_vm *vm = r->session->vm;
    gb_value text = gb_exception_line(vm, exception);
    const char *line = "";
    if (text.tag == GB_STR)
        line = keep(r, gb_str_data(text), gb_str_size(text));
    else
        gb_exception_clear(vm);
    gb_unref(text);
    return line;
}

/* Frames of module level that follow each other are one: the outer one is the line of a magic, and
 * the inner one what it runs. */
static bool is_magic_frame(const account *a, const char *name)
{
    return a->count && strcmp(name, "<module>") == 0 &&
           strcmp(a->places[a->count - 1].function, "<module>") == 0;
}

/* The place of a mistake of syntax, which has no frame. */
static void read_mistake(reader *r, gb_value exception, account *a)
{
    gb_span span = gb_exception_span(exception);
    const gb_source *source = gb_session_source(r->session, span.source);
    gb_value syntax = gb_type_value(gb_exception_type(r->session->vm, GB_EXC_SyntaxError));
    if (!source || gb_isinstance(r->session->vm, exception, syntax) != 1) return;
    a->places[a->count++] = (place){source, NULL, span, gb_source_line(source, span.start)};
}

static void read_places(reader *r, gb_value exception, account *a)
{
    size_t count;
    gb_trace_entry *entries = gb_traceback(r->session->vm, exception, &count);
    a->places = gb_arena_array(&r->arena, count + 2, sizeof *a->places, &r->err);
    for (size_t i = 0; a->places && entries && i < count; i++) {
        const gb_source *source = gb_session_source(r->session, entries[i].span.source);
        if (!source || entries[i].library) continue;
        const char *name = entries[i].name ? entries[i].name : "<module>";
        if (is_magic_frame(a, name)) a->count--;
        a->places[a->count++] =
            (place){source, keep(r, name, strlen(name)), entries[i].span, entries[i].line};
    }
    if (a->places) read_mistake(r, exception, a);
    gb_free(entries);
}

static account *read_exception(reader *r, gb_value exception)
{
    gb_vm *vm = r->session->vm;
    account *a = gb_arena_alloc(&r->arena, sizeof *a, &r->err);
    if (!a) return NULL;
    const char *cls = gb_type_name(vm, exception);
    a->cls = keep(r, cls, strlen(cls));
    a->message = message_of(r, exception);
    a->last = last_line_of(r, exception);
    char *suggestion = gb_exception_suggestion(vm, exception);
    if (suggestion) a->suggestion = keep(r, suggestion, strlen(suggestion));
    gb_free(suggestion);
    read_places(r, exception, a);
    return a;
}

/* The exception and what it came from, newest first. */
static account *read_chain(reader *r, gb_value exception)
{
    account *newest = NULL, **next = &newest;
    for (int i = 0; i < MOST_CAUSES && exception.tag != GB_UNSET; i++) {
        account *a = *next = read_exception(r, exception);
        if (!a) break;
        bool is_cause = false;
        exception = gb_exception_chain_peek(exception, &is_cause);
        a->is_cause = is_cause;
        next = &a->cause;
    }
    return newest;
}

static account *read_error(reader *r, const gb_error *error)
{
    account *a = gb_arena_alloc(&r->arena, sizeof *a, &r->err);
    place *p = gb_arena_alloc(&r->arena, sizeof *p, &r->err);
    if (!a || !p) return NULL;
    a->cls = gb_error_class_name(error->cls);
    a->message = keep(r, error->message, strlen(error->message));
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_format(&b, "%s: %s", a->cls, error->message);
    a->last = b.failed ? a->cls : keep(r, b.data, b.size);
    gb_buffer_release(&b);
    p->source = gb_session_source(r->session, error->span.source);
    bool syntax = error->cls == GB_ERR_SYNTAX || error->cls == GB_ERR_INDENTATION;
    p->function = syntax ? NULL : "<module>";
    p->span = error->span;
    if (p->source) p->line = gb_source_line(p->source, error->span.start);
    a->places = p;
    a->count = p->source != NULL;
    return a;
}

/* --- CPython's text ----------------------------------------------------------------------------*/

/* The marks under bytes [start, end) of a line: a mistake of syntax has carets, an operation its
 * operator stressed. Nothing when all of the line would be underlined the same (CPython 3.11's
 * rule). */
static void put_marks(const char *line, size_t start, size_t end, bool whole, gb_buffer *out)
{
    size_t left = 0, right = 0, width = gb_text_width(line + start, end - start);
    bool stressed = gb_find_anchor(line + start, end - start, &left, &right);
    if (whole && !stressed) return;
    gb_buffer_repeat(out, ' ', 4 + gb_text_width(line, start));
    if (stressed) {
        size_t before = gb_text_width(line + start, left);
        size_t middle = gb_text_width(line + start + left, right - left);
        gb_buffer_repeat(out, '~', before);
        gb_buffer_repeat(out, '^', middle);
        gb_buffer_repeat(out, '~', width - before - middle);
    } else {
        gb_buffer_repeat(out, '^', width);
    }
    gb_buffer_char(out, '\n');
}

/* Without blanks at its ends; *n bytes from what is returned on. */
static const char *trim_line(const char *line, size_t *n)
{
    while (*n && strchr(" \t\f", *line))
        line++, --*n;
    while (*n && strchr(" \r", line[*n - 1]))
        --*n;
    return line;
}

/* The line of a frame, and what of it is to blame. */
static void put_line(const place *p, bool syntax, gb_buffer *out)
{
    size_t size, whole_size;
    const char *whole = gb_source_line_text(p->source, p->line, &whole_size);
    size = whole_size;
    const char *line = trim_line(whole, &size);
    if (!size && !syntax) return;
    gb_buffer_text(out, "    ");
    gb_buffer_put(out, line, size);
    gb_buffer_char(out, '\n');
    size_t base = (size_t)(line - p->source->text);
    size_t start = p->span.start > base ? p->span.start - base : 0;
    size_t end = p->span.end > base ? p->span.end - base : 0;
    if (syntax) {
        if (start > size) start = size;
        if (end > size) end = size;
        gb_buffer_repeat(out, ' ', 4 + gb_text_width(line, start));
        size_t carets = end > start ? gb_text_width(line + start, end - start) : 1;
        gb_buffer_repeat(out, '^', carets ? carets : 1);
        gb_buffer_char(out, '\n');
    } else if (end > start && start < size) {
        if (end > size) end = size; /* it goes on in further lines */
        put_marks(line, start, end, start == 0 && end == size, out);
    }
}

static bool same_place(const place *a, const place *b)
{
    return a->source == b->source && a->line == b->line && a->function && b->function &&
           strcmp(a->function, b->function) == 0;
}

static void put_places(const account *a, gb_buffer *out)
{
    size_t repeated = 0;
    for (size_t i = 0; i <= a->count; i++) {
        bool same = i > 0 && i < a->count && same_place(&a->places[i - 1], &a->places[i]);
        if (same && ++repeated >= REPEATS) continue;
        if (!same && repeated >= REPEATS)
            gb_buffer_format(out, "  [Previous line repeated %zu more time%s]\n",
                             repeated - REPEATS + 1, repeated == REPEATS ? "" : "s");
        if (!same) repeated = 0;
        if (i == a->count) break;
        const place *p = &a->places[i];
        gb_buffer_format(out, "  File \"%s\", line %u", p->source->name, p->line);
        if (p->function) gb_buffer_format(out, ", in %s", p->function);
        gb_buffer_char(out, '\n');
        put_line(p, !p->function, out);
    }
}

static void put_account(const account *a, gb_buffer *out)
{
    if (a->cause) {
        put_account(a->cause, out);
        gb_buffer_text(out, a->is_cause ? "\nThe above exception was the direct cause of the "
                                          "following exception:\n\n"
                                        : "\nDuring handling of the above exception, another "
                                          "exception occurred:\n\n");
    }
    if (a->count && a->places[0].function)
        gb_buffer_text(out, "Traceback (most recent call last):\n");
    put_places(a, out);
    gb_buffer_text(out, a->last);
    if (a->suggestion) gb_buffer_format(out, ". %s", a->suggestion);
    gb_buffer_char(out, '\n');
}

/* --- the views ---------------------------------------------------------------------------------*/

static const gb_trouble *trouble_of(reader *r, const account *a)
{
    gb_trouble *t = gb_arena_alloc(&r->arena, sizeof *t, &r->err);
    gb_trouble_frame *frames = gb_arena_array(&r->arena, a->count + 1, sizeof *frames, &r->err);
    if (!t || !frames) return NULL;
    for (size_t i = 0; i < a->count; i++) {
        const place *p = &a->places[i];
        bool module = !p->function || strcmp(p->function, "<module>") == 0;
        frames[i] = (gb_trouble_frame){.place = p->source->name,
                                       .function = module ? NULL : p->function,
                                       .source = p->source->text,
                                       .start = p->span.start,
                                       .end = p->span.end};
    }
    *t = (gb_trouble){.cls = a->cls,
                      .message = a->message,
                      .frames = frames,
                      .count = a->count,
                      .suggestion = a->suggestion,
                      .cause = a->cause ? trouble_of(r, a->cause) : NULL,
                      .during = !a->is_cause};
    return t;
}

static json_t *lines_of(const char *text)
{
    json_t *lines = json_array();
    while (text && *text) {
        size_t n = strcspn(text, "\n");
        json_array_append_new(lines, json_stringn_nocheck(text, n));
        text += n + (text[n] == '\n');
    }
    return lines;
}

static void add_views(reader *r, const account *a, json_t *report)
{
    const gb_trouble *trouble = trouble_of(r, a);
    gb_bundle bundle = GB_BUNDLE_INIT;
    json_t *data, *metadata;
    char *ansi = trouble ? gb_trouble_ansi(trouble, &r->err) : NULL;
    json_object_set_new(report, "traceback", lines_of(ansi ? ansi : a->last));
    gb_free(ansi);
    if (trouble && gb_trouble_show(trouble, &bundle, &r->err) &&
        gb_bundle_json(&bundle, &data, &metadata, &r->err))
        json_object_set_new(report, "bundle",
                            json_pack("{s:o, s:o}", "data", data, "metadata", metadata));
    gb_bundle_release(&bundle);
}

static json_t *report_of(reader *r, const account *a)
{
    json_t *report = json_object();
    if (!a) return report;
    gb_buffer text = GB_BUFFER_INIT;
    put_account(a, &text);
    json_object_set_new_nocheck(report, "ename", json_string_nocheck(a->cls));
    json_object_set_new_nocheck(report, "evalue", json_string_nocheck(a->message));
    json_object_set_new_nocheck(report, "text",
                                json_string_nocheck(text.data ? text.data : a->last));
    gb_buffer_release(&text);
    add_views(r, a, report);
    return report;
}

json_t *gb_report_exception(gb_session *session, gb_value exception)
{
    reader r = {.session = session};
    json_t *report = report_of(&r, read_chain(&r, exception));
    gb_arena_release(&r.arena);
    return report;
}

json_t *gb_report_error(gb_session *session, const gb_error *error)
{
    reader r = {.session = session};
    json_t *report = report_of(&r, read_error(&r, error));
    gb_arena_release(&r.arena);
    return report;
}
