/* Errors and notes as the user sees them. See trouble.h.
 * One walk writes all three forms: what differs is how a piece of text is styled. */
#include "display/trouble.h"

#include "display/label.h"
#include "display/page.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <stdio.h>
#include <string.h>

enum { CONTEXT_LINES = 1, MOST_CAUSES = 8, LINE_COLUMNS = 160, MOST_FRAMES = 20 };

typedef enum role { INK_PLAIN, INK_CLASS, INK_PLACE, INK_CODE, INK_BLAME, INK_HINT, INKS } role;
typedef enum form { FORM_TEXT, FORM_ANSI, FORM_HTML } form;

/* ANSI: the sixteen colours that themes define. HTML: hues that are read on white and on black. */
static const struct {
    const char *ansi, *html;
} INK[INKS] = {
    [INK_PLAIN] = {NULL, NULL},
    [INK_CLASS] = {"\x1b[1;31m", "color:#d1453b;font-weight:bold"},
    [INK_PLACE] = {"\x1b[36m", "color:#2f8fb5"},
    [INK_CODE] = {NULL, NULL},
    [INK_BLAME] = {"\x1b[1;31m", "color:#d1453b;font-weight:bold"},
    [INK_HINT] = {"\x1b[32m", "color:#3f9a5f"},
};

typedef struct writer {
    gb_buffer *out;
    form form;
} writer;

static void put(writer *w, role ink, const char *text)
{
    bool styled = *text && INK[ink].ansi && w->form != FORM_TEXT;
    if (styled && w->form == FORM_ANSI) gb_buffer_text(w->out, INK[ink].ansi);
    if (styled && w->form == FORM_HTML)
        gb_buffer_format(w->out, "<span style=\"%s\">", INK[ink].html);
    if (w->form == FORM_HTML)
        gb_html_put(w->out, text);
    else
        gb_buffer_text(w->out, text);
    if (styled) gb_buffer_text(w->out, w->form == FORM_ANSI ? "\x1b[0m" : "</span>");
}

/* Text of a user or a model over several lines: each line made clean, newlines kept. */
static void put_lines(writer *w, role ink, const char *text)
{
    gb_buffer line = GB_BUFFER_INIT;
    for (;;) {
        size_t n = strcspn(text, "\n");
        char *copy = gb_strndup(text, n, NULL);
        gb_label_put(&line, copy, GB_LABEL_LINE, 0);
        gb_buffer_put(&line, "", 0);
        if (!copy || line.failed)
            w->out->failed = true;
        else
            put(w, ink, line.data);
        gb_free(copy);
        gb_buffer_clear(&line);
        if (!text[n]) break;
        gb_buffer_char(w->out, '\n');
        text += n + 1;
    }
    gb_buffer_release(&line);
}

/* --- source lines --------------------------------------------------------------------------------
 */

/* Where the blamed bytes lie. */
typedef struct spot {
    size_t line;       /* from 1 */
    size_t begin, end; /* the line's bytes in the source */
    size_t from, to;   /* blamed bytes in that line */
} spot;

static spot find_spot(const gb_trouble_frame *frame)
{
    size_t size = strlen(frame->source), at = frame->start < size ? frame->start : size;
    spot s = {.line = 1};
    for (size_t i = 0; i < at; i++)
        if (frame->source[i] == '\n') {
            s.line++;
            s.begin = i + 1;
        }
    s.end = s.begin + strcspn(frame->source + s.begin, "\n");
    s.from = at - s.begin;
    size_t end = frame->end > at ? frame->end : at;
    s.to = (end < s.end ? end : s.end) - s.begin;
    return s;
}

/* A line's text as shown: tabs are four spaces, the rest is made clean. */
static void put_code(gb_buffer *out, const char *line, size_t n)
{
    for (size_t i = 0; i < n;) {
        size_t plain = strcspn(line + i, "\t");
        if (plain > n - i) plain = n - i;
        char *copy = gb_strndup(line + i, plain, NULL);
        gb_label_put(out, copy, GB_LABEL_LINE, LINE_COLUMNS);
        if (!copy) out->failed = true;
        gb_free(copy);
        i += plain;
        if (i < n && line[i] == '\t') {
            gb_buffer_text(out, "    ");
            i++;
        }
    }
    gb_buffer_put(out, "", 0);
}

static size_t columns_of(const char *line, size_t n)
{
    gb_buffer b = GB_BUFFER_INIT;
    put_code(&b, line, n);
    size_t columns = b.failed ? 0 : gb_text_width(b.data, b.size);
    gb_buffer_release(&b);
    return columns;
}

static void put_source_line(writer *w, size_t number, const char *line, bool blamed)
{
    gb_buffer code = GB_BUFFER_INIT;
    put_code(&code, line, strcspn(line, "\n"));
    char gutter[32];
    snprintf(gutter, sizeof gutter, "%s %3zu │ ", blamed ? "▶" : " ", number);
    put(w, blamed ? INK_BLAME : INK_PLACE, gutter);
    if (!code.failed) put(w, INK_CODE, code.data);
    gb_buffer_char(w->out, '\n');
    gb_buffer_release(&code);
}

static void put_caret(writer *w, const char *line, const spot *s)
{
    size_t left = columns_of(line, s->from), width = columns_of(line + s->from, s->to - s->from);
    if (s->to <= s->from || left >= LINE_COLUMNS) return;
    if (left + width > LINE_COLUMNS) width = LINE_COLUMNS - left;
    gb_buffer carets = GB_BUFFER_INIT;
    put(w, INK_PLACE, "      │ ");
    gb_buffer_repeat(w->out, ' ', left);
    gb_buffer_repeat(&carets, '^', width ? width : 1);
    if (!carets.failed) put(w, INK_BLAME, carets.data);
    gb_buffer_char(w->out, '\n');
    gb_buffer_release(&carets);
}

static void put_source(writer *w, const gb_trouble_frame *frame, const spot *s)
{
    const char *source = frame->source;
    size_t first = s->begin, number = s->line;
    for (int i = 0; i < CONTEXT_LINES && first; i++) {
        first--;
        number--;
        while (first && source[first - 1] != '\n')
            first--;
    }
    for (const char *line = source + first; number <= s->line + CONTEXT_LINES; number++) {
        /* An empty line beyond the blamed one says nothing. */
        if (*line || number <= s->line) put_source_line(w, number, line, number == s->line);
        if (number == s->line) put_caret(w, line, s);
        line += strcspn(line, "\n");
        if (!*line++) break;
    }
}

static void put_frame(writer *w, const gb_trouble_frame *frame)
{
    if (frame->place) put_lines(w, INK_PLACE, frame->place);
    spot s = {0};
    if (frame->source) s = find_spot(frame);
    char line[40];
    snprintf(line, sizeof line, "%sline %zu", frame->place ? ", " : "", s.line);
    if (frame->source) put(w, INK_PLACE, line);
    if (frame->function) {
        put(w, INK_PLAIN, ", in ");
        put_lines(w, INK_PLAIN, frame->function);
    }
    gb_buffer_char(w->out, '\n');
    if (frame->source) put_source(w, frame, &s);
}

/* --- the whole -----------------------------------------------------------------------------------
 */

static void put_frames(writer *w, const gb_trouble *t)
{
    for (size_t i = 0; i < t->count; i++) {
        /* Deep recursion: the outermost and the innermost frames tell the story. */
        if (t->count > MOST_FRAMES && i == MOST_FRAMES / 2) {
            size_t left_out = t->count - MOST_FRAMES;
            char said[64];
            snprintf(said, sizeof said, "… %zu frames left out …\n", left_out);
            put(w, INK_PLAIN, said);
            i += left_out;
        }
        put_frame(w, &t->frames[i]);
    }
}

static void put_trouble(writer *w, const gb_trouble *t, int depth)
{
    if (t->cause && depth < MOST_CAUSES) {
        put_trouble(w, t->cause, depth + 1);
        put(w, INK_PLAIN,
            t->during ? "\nwhile this was handled, another error came:\n\n"
                      : "\nwhich was the cause of:\n\n");
    }
    put_frames(w, t);
    put_lines(w, INK_CLASS, t->cls ? t->cls : "Error");
    if (t->message && *t->message) {
        put(w, INK_PLAIN, ": ");
        put_lines(w, INK_PLAIN, t->message);
    }
    gb_buffer_char(w->out, '\n');
    if (t->suggestion && *t->suggestion) {
        put_lines(w, INK_HINT, t->suggestion);
        gb_buffer_char(w->out, '\n');
    }
    for (size_t i = 0; i < t->note_count; i++) {
        put_lines(w, INK_PLAIN, t->notes[i]);
        gb_buffer_char(w->out, '\n');
    }
}

static void drop_last_newline(gb_buffer *out)
{
    if (out->size && out->data[out->size - 1] == '\n') out->data[--out->size] = '\0';
}

char *gb_trouble_ansi(const gb_trouble *trouble, gb_error *err)
{
    gb_buffer out = GB_BUFFER_INIT;
    put_trouble(&(writer){&out, FORM_ANSI}, trouble, 0);
    drop_last_newline(&out);
    return gb_buffer_take(&out, NULL, err);
}

bool gb_trouble_show(const gb_trouble *trouble, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    put_trouble(&(writer){&page.text, FORM_TEXT}, trouble, 0);
    gb_buffer_text(&page.html, "<pre style=\"white-space:pre-wrap\">");
    put_trouble(&(writer){&page.html, FORM_HTML}, trouble, 0);
    drop_last_newline(&page.html);
    gb_buffer_text(&page.html, "</pre>");
    return gb_page_finish(&page, NULL, out, err);
}

bool gb_note_show(const gb_note *note, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    const char *text = note->text ? note->text : "";
    for (int html = 0; html < 2; html++) {
        writer w = {html ? &page.html : &page.text, html ? FORM_HTML : FORM_TEXT};
        if (html) gb_buffer_text(&page.html, "<pre style=\"white-space:pre-wrap;color:#808080\">");
        gb_buffer_text(w.out, "note: ");
        put_lines(&w, INK_PLAIN, text);
        gb_buffer_char(w.out, '\n');
        if (note->frame.place) put_frame(&w, &note->frame);
        drop_last_newline(w.out);
        if (html) gb_buffer_text(&page.html, "</pre>");
    }
    return gb_page_finish(&page, NULL, out, err);
}
