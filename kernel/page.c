/* A document as one HTML page. See document.h.
 *
 * Complete without scripts (its content policy forbids them, whatever a cell put into its output)
 * and without other files; colours follow the reader's light or dark setting. */
#include "kernel/document.h"

#include "graph/base/buffer.h"
#include "graph/base/memory.h"
#include "kernel/markdown.h"

#include <string.h>

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data: "
    "https:; style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n";

static const char style[] =
    "<style>\n"
    ":root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --soft: #f4f5f7;"
    " --line: #d5d9de; --dim: #5f6873; --link: #0b5cad; --bad: #b3261e; }\n"
    "@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --paper: #14171b;"
    " --soft: #1e2329; --line: #3a424c; --dim: #9aa4b0; --link: #74b3ff; --bad: #ff8a80; } }\n"
    "body { color: var(--ink); background: var(--paper); font: 16px/1.55 system-ui, sans-serif;"
    " max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }\n"
    "a { color: var(--link); }\n"
    "pre { font: 14px/1.45 ui-monospace, 'DejaVu Sans Mono', monospace; overflow-x: auto;"
    " margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }\n"
    "pre.code { background: var(--soft); border: 1px solid var(--line); border-radius: 6px;"
    " padding: .6rem .8rem; }\n"
    ".cell { margin: 1.2rem 0; }\n.number { color: var(--dim); font-size: 12px; }\n"
    ".output { margin: .4rem 0 .4rem .9rem; overflow-x: auto; }\n"
    ".error, .stderr { border-left: 3px solid var(--bad); padding-left: .7rem; }\n"
    "code { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: .9em;"
    " background: var(--soft); border-radius: 4px; padding: .1em .3em; }\n"
    "table { border-collapse: collapse; }\ntd, th { padding: .15rem .5rem; text-align: left; }\n"
    "thead th { border-bottom: 1px solid var(--line); }\n"
    ".formula { font-style: italic; font-family: serif; }\ndiv.formula { text-align: center; }\n"
    "img { max-width: 100%; height: auto; }\n"
    "blockquote { color: var(--dim); border-left: 3px solid var(--line); margin-left: 0;"
    " padding-left: 1rem; }\n"
    "hr { border: none; border-top: 1px solid var(--line); }\n"
    "</style>\n";

/* --- outputs -----------------------------------------------------------------------------------*/

/* The colours of a terminal, as far as tracebacks use them. */
static const char *color_of(int code)
{
    static const char *const colors[8] = {NULL,      "#d1453b", "#3f9a5f", "#a8790b",
                                          "#3b7fc4", "#a5549e", "#2f8fb5", NULL};
    return code >= 30 && code < 38 ? colors[code - 30] : NULL;
}

/* One escape sequence at text[at] = ESC; returns the bytes it takes. Opens or closes a span. */
static size_t put_escape(const char *text, size_t n, bool *open, gb_buffer *out)
{
    size_t i = 2;
    int code = 0, color = 0;
    bool bold = false;
    if (n < 2 || text[1] != '[') return 1;
    for (; i < n && (text[i] == ';' || (text[i] >= '0' && text[i] <= '9')); i++) {
        if (text[i] != ';') code = code < 1000 ? code * 10 + (text[i] - '0') : code;
        if (text[i] != ';' && i + 1 < n && text[i + 1] != ';' && text[i + 1] != 'm') continue;
        bold = bold || code == 1;
        if (color_of(code)) color = code;
        code = 0;
    }
    if (*open) gb_buffer_text(out, "</span>");
    *open = color || bold;
    if (*open)
        gb_buffer_format(out, "<span style=\"%s%s%s\">", color ? "color:" : "",
                         color ? color_of(color) : "", bold ? ";font-weight:bold" : "");
    return i < n ? i + 1 : i;
}

static void put_ansi(const char *text, gb_buffer *out)
{
    size_t n = strlen(text);
    bool open = false;
    for (size_t i = 0; i < n;) {
        if (text[i] == '\x1b') {
            i += put_escape(text + i, n - i, &open, out);
            continue;
        }
        size_t plain = strcspn(text + i, "\x1b");
        gb_html_escape(text + i, plain, out);
        i += plain;
    }
    if (open) gb_buffer_text(out, "</span>");
}

static void put_pre(const json_t *value, const char *class_name, gb_buffer *out)
{
    char *text = gb_document_joined(value, NULL);
    gb_buffer_format(out, "<pre class=\"output %s\">", class_name);
    if (text) put_ansi(text, out);
    gb_buffer_text(out, "</pre>\n");
    gb_free(text);
}

static void put_error(const json_t *output, gb_buffer *out)
{
    const json_t *lines = json_object_get(output, "traceback");
    gb_buffer_text(out, "<pre class=\"output error\">");
    for (size_t i = 0; i < json_array_size(lines); i++) {
        char *line = gb_document_joined(json_array_get(lines, i), NULL);
        if (line) put_ansi(line, out);
        gb_buffer_char(out, '\n');
        gb_free(line);
    }
    gb_buffer_text(out, "</pre>\n");
}

/* Is it base64 and nothing else? It goes into an attribute. */
static bool is_base64(const char *text)
{
    return strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\n") ==
           strlen(text);
}

static void put_image(const json_t *output, const char *mime, gb_buffer *out)
{
    const json_t *about = json_object_get(json_object_get(output, "metadata"), mime);
    char *bytes = gb_document_joined(json_object_get(json_object_get(output, "data"), mime), NULL);
    if (bytes && is_base64(bytes)) {
        const char *alt = gb_json_string_or(about, "alt", "picture");
        long long width = gb_json_int_or(about, "width", 0);
        gb_buffer_text(out, "<div class=\"output\"><img alt=\"");
        gb_html_escape(alt, strlen(alt), out);
        gb_buffer_char(out, '"');
        if (width > 0) gb_buffer_format(out, " width=\"%lld\"", width);
        gb_buffer_format(out, " src=\"data:%s;base64,%s\"></div>\n", mime, bytes);
    }
    gb_free(bytes);
}

static void put_markdown(const json_t *value, gb_buffer *out)
{
    char *text = gb_document_joined(value, NULL);
    gb_buffer_text(out, "<div class=\"output\">");
    if (text) gb_markdown_html(text, strlen(text), out);
    gb_buffer_text(out, "</div>\n");
    gb_free(text);
}

/* The richest form of a bundle. */
static void put_bundle(const json_t *output, gb_buffer *out)
{
    const json_t *data = json_object_get(output, "data");
    const json_t *html = json_object_get(data, "text/html");
    if (html) {
        char *text = gb_document_joined(html, NULL);
        gb_buffer_format(out, "<div class=\"output\">%s</div>\n", text ? text : "");
        gb_free(text);
    } else if (json_object_get(data, "image/png")) {
        put_image(output, "image/png", out);
    } else if (json_object_get(data, "image/jpeg")) {
        put_image(output, "image/jpeg", out);
    } else if (json_object_get(data, "text/markdown")) {
        put_markdown(json_object_get(data, "text/markdown"), out);
    } else if (json_object_get(data, "text/latex")) {
        put_markdown(json_object_get(data, "text/latex"), out);
    } else {
        put_pre(json_object_get(data, "text/plain"), "result", out);
    }
}

static void put_output(const json_t *output, gb_buffer *out)
{
    const char *type = gb_json_string_or(output, "output_type", "");
    if (strcmp(type, "stream") == 0)
        put_pre(json_object_get(output, "text"),
                strcmp(gb_json_string_or(output, "name", ""), "stderr") == 0 ? "stderr" : "stdout",
                out);
    else if (strcmp(type, "error") == 0)
        put_error(output, out);
    else
        put_bundle(output, out);
}

/* --- the page ----------------------------------------------------------------------------------*/

static void put_cell(const gb_document_cell *cell, gb_buffer *out)
{
    gb_buffer_text(out, "<div class=\"cell\">\n");
    if (cell->kind == GB_CELL_MARKDOWN) {
        gb_markdown_html(cell->source, cell->size, out);
    } else {
        if (cell->number) gb_buffer_format(out, "<div class=\"number\">[%d]</div>", cell->number);
        gb_buffer_text(out, "<pre class=\"code\">");
        gb_html_escape(cell->source, cell->size, out);
        gb_buffer_text(out, "</pre>\n");
    }
    for (size_t i = 0; i < json_array_size(cell->outputs); i++)
        put_output(json_array_get(cell->outputs, i), out);
    gb_buffer_text(out, "</div>\n");
}

char *gb_document_page(const gb_document *document, const char *title, size_t *size, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_text(&b, head);
    gb_buffer_text(&b, "<title>");
    gb_html_escape(title, strlen(title), &b);
    gb_buffer_text(&b, "</title>\n");
    gb_buffer_text(&b, style);
    gb_buffer_text(&b, "</head>\n<body>\n<main>\n");
    for (size_t i = 0; i < document->count; i++)
        put_cell(&document->cells[i], &b);
    gb_buffer_text(&b, "</main>\n</body>\n</html>\n");
    return gb_buffer_take(&b, size, err);
}
