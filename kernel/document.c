/* Reading and writing documents. See document.h. */
#include "kernel/document.h"

#include "graph/base/buffer.h"
#include "graph/base/file.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <string.h>

void gb_document_release(gb_document *document)
{
    for (size_t i = 0; i < document->count; i++) {
        gb_document_cell *cell = &document->cells[i];
        gb_free(cell->source);
        gb_free(cell->id);
        json_decref(cell->metadata);
        json_decref(cell->outputs);
    }
    gb_free(document->cells);
    json_decref(document->metadata);
    *document = (gb_document){0};
}

/* A new empty cell with an id; NULL with an error. */
static gb_document_cell *add_cell(gb_document *document, gb_cell_kind kind, const char *id,
                                  gb_error *err)
{
    if (document->count >= GB_DOCUMENT_MAX_CELLS) {
        gb_fail(err, GB_ERR_VALUE, "more than %d cells", GB_DOCUMENT_MAX_CELLS);
        return NULL;
    }
    if (!gb_grow(&document->cells, &document->capacity, document->count + 1,
                 sizeof *document->cells, err))
        return NULL;
    gb_document_cell *cell = &document->cells[document->count];
    char made[32];
    snprintf(made, sizeof made, "cell-%zu", document->count + 1);
    *cell = (gb_document_cell){.kind = kind, .line = 1};
    cell->id = gb_strdup(id ? id : made, err);
    cell->metadata = json_object();
    cell->outputs = json_array();
    document->count++;
    return cell->id ? cell : NULL;
}

static bool set_source(gb_document_cell *cell, const char *text, size_t n, gb_error *err)
{
    cell->source = gb_strndup(text, n, err);
    cell->size = n;
    return cell->source != NULL;
}

char *gb_document_joined(const json_t *value, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_put(&b, "", 0);
    if (json_is_string(value))
        gb_buffer_put(&b, json_string_value(value), json_string_length(value));
    size_t count = json_is_array(value) ? json_array_size(value) : 0;
    for (size_t i = 0; i < count; i++) {
        const json_t *piece = json_array_get(value, i);
        if (json_is_string(piece))
            gb_buffer_put(&b, json_string_value(piece), json_string_length(piece));
    }
    if (!b.data && !b.failed) return gb_strdup("", err);
    return gb_buffer_take(&b, NULL, err);
}

/* --- notebooks ---------------------------------------------------------------------------------*/

static bool find_kind(const char *name, gb_cell_kind *kind)
{
    static const char *const names[] = {
        [GB_CELL_CODE] = "code", [GB_CELL_MARKDOWN] = "markdown", [GB_CELL_RAW] = "raw"};
    for (int i = GB_CELL_CODE; i <= GB_CELL_RAW; i++)
        if (strcmp(names[i], name) == 0) {
            *kind = (gb_cell_kind)i;
            return true;
        }
    return false;
}

static bool read_cell(gb_document *document, const json_t *json, gb_error *err)
{
    const char *type = gb_json_string_or(json, "cell_type", "");
    gb_cell_kind kind;
    if (!find_kind(type, &kind))
        return gb_fail(err, GB_ERR_VALUE, "cell %zu: 'cell_type' is '%s'", document->count + 1,
                       type);
    gb_document_cell *cell = add_cell(document, kind, gb_json_string_or(json, "id", NULL), err);
    if (!cell) return false;
    json_t *metadata = json_object_get(json, "metadata"),
           *outputs = json_object_get(json, "outputs");
    if (json_is_object(metadata)) json_object_update(cell->metadata, metadata);
    if (json_is_array(outputs)) json_array_extend(cell->outputs, outputs);
    cell->number = (int)gb_json_int_or(json, "execution_count", 0);
    cell->source = gb_document_joined(json_object_get(json, "source"), err);
    if (cell->source) cell->size = strlen(cell->source);
    return cell->source != NULL;
}

static bool read_cells(const json_t *root, const char *name, gb_document *out, gb_error *err)
{
    const json_t *cells = json_object_get(root, "cells");
    int64_t format = gb_json_int_or(root, "nbformat", 0);
    if (format != 4)
        return gb_fail(err, GB_ERR_VALUE,
                       "'%s' is no notebook of format 4 (its 'nbformat' is %lld)", name,
                       (long long)format);
    if (!json_is_array(cells))
        return gb_fail(err, GB_ERR_VALUE, "'%s' has no list of 'cells'", name);
    for (size_t i = 0; i < json_array_size(cells); i++)
        if (!read_cell(out, json_array_get(cells, i), err)) {
            gb_error_context(err, "'%s'", name);
            return false;
        }
    const json_t *metadata = json_object_get(root, "metadata");
    out->metadata = json_is_object(metadata) ? json_deep_copy(metadata) : json_object();
    return true;
}

bool gb_document_parse_notebook(const char *text, size_t n, const char *name, gb_document *out,
                                gb_error *err)
{
    *out = (gb_document){0};
    json_t *root = gb_json_parse(text, n, name, err);
    bool ok = root && read_cells(root, name, out, err);
    json_decref(root);
    return ok;
}

/* --- scripts -----------------------------------------------------------------------------------*/

/* Is the line a cell's head? `# %%` with anything after it. */
static bool is_head(const char *line, size_t n)
{
    if (n < 3 || line[0] != '#') return false;
    size_t i = 1;
    while (i < n && line[i] == ' ')
        i++;
    return i + 1 < n && line[i] == '%' && line[i + 1] == '%' &&
           (i + 2 == n || line[i + 2] == ' ' || line[i + 2] == '\r');
}

/* The text of a markdown cell: its lines without the comment sign. */
static bool set_markdown(gb_document_cell *cell, const char *text, size_t n, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    for (size_t at = 0; at < n;) {
        const char *end = memchr(text + at, '\n', n - at);
        size_t size = end ? (size_t)(end - text) - at + 1 : n - at;
        size_t skip = text[at] == '#' ? (size > 1 && text[at + 1] == ' ' ? 2 : 1) : 0;
        gb_buffer_put(&b, text + at + skip, size - skip);
        at += size;
    }
    bool ok = gb_buffer_ok(&b, err) && set_source(cell, b.data ? b.data : "", b.size, err);
    gb_buffer_release(&b);
    return ok;
}

/* One cell of the script: its head line (n = 0: none) and its body. */
typedef struct section {
    const char *head;
    size_t head_size;
    const char *body;
    size_t body_size;
    uint32_t line; /* of the body */
} section;

static bool add_section(gb_document *out, const section *s, gb_error *err)
{
    size_t used = s->body_size;
    while (used && strchr(" \t\r\n", s->body[used - 1]))
        used--;
    if (!used && !s->head_size) return true;
    bool markdown = memmem(s->head, s->head_size, "[markdown]", 10) != NULL;
    gb_document_cell *cell = add_cell(out, markdown ? GB_CELL_MARKDOWN : GB_CELL_CODE, NULL, err);
    if (!cell) return false;
    cell->line = s->line;
    return markdown ? set_markdown(cell, s->body, used, err) : set_source(cell, s->body, used, err);
}

bool gb_document_parse_script(const char *text, size_t n, gb_document *out, gb_error *err)
{
    *out = (gb_document){.script = true, .metadata = json_object()};
    section s = {.head = "", .body = text, .line = 1};
    uint32_t line = 1;
    for (size_t at = 0; at < n; line++) {
        const char *end = memchr(text + at, '\n', n - at);
        size_t size = end ? (size_t)(end - text) - at + 1 : n - at;
        size_t bare = end ? size - 1 : size;
        if (is_head(text + at, bare)) {
            s.body_size = (size_t)(text + at - s.body);
            if (!add_section(out, &s, err)) return false;
            s = (section){text + at, bare, text + at + size, 0, line + 1};
        }
        at += size;
    }
    s.body_size = (size_t)(text + n - s.body);
    return add_section(out, &s, err);
}

bool gb_document_read(const char *path, gb_document *out, gb_error *err)
{
    *out = (gb_document){0};
    size_t n, length = strlen(path);
    char *text = gb_file_read(path, GB_DOCUMENT_MAX_BYTES, &n, err);
    if (!text) return false;
    bool notebook = length > 6 && strcmp(path + length - 6, ".ipynb") == 0;
    bool ok = notebook ? gb_document_parse_notebook(text, n, path, out, err)
                       : gb_document_parse_script(text, n, out, err);
    gb_free(text);
    return ok;
}

/* --- writing -----------------------------------------------------------------------------------*/

/* Text as nbformat stores it: an array of lines that keep their ends. */
static json_t *lines_of(const char *text, size_t n)
{
    json_t *lines = json_array();
    for (size_t at = 0; at < n;) {
        const char *end = memchr(text + at, '\n', n - at);
        size_t size = end ? (size_t)(end - text) - at + 1 : n - at;
        json_array_append_new(lines, json_stringn_nocheck(text + at, size));
        at += size;
    }
    return lines;
}

static json_t *split_text(const json_t *value)
{
    return json_is_string(value) ? lines_of(json_string_value(value), json_string_length(value))
                                 : json_deep_copy(value);
}

/* A copy of an output with its long texts split into lines. */
static json_t *output_for_file(const json_t *output)
{
    json_t *copy = json_deep_copy(output);
    json_t *text = json_object_get(copy, "text");
    if (text) json_object_set_new(copy, "text", split_text(text));
    json_t *data = json_object_get(copy, "data");
    void *next;
    const char *mime;
    json_t *value;
    json_object_foreach_safe(data, next, mime, value)
    {
        if (strncmp(mime, "text/", 5) == 0 || strcmp(mime, "image/svg+xml") == 0)
            json_object_set_new(data, mime, split_text(value));
    }
    return copy;
}

static json_t *cell_for_file(const gb_document_cell *cell)
{
    static const char *const names[] = {"code", "markdown", "raw"};
    json_t *json =
        json_pack("{s:s, s:s, s:O, s:o}", "cell_type", names[cell->kind], "id", cell->id,
                  "metadata", cell->metadata, "source", lines_of(cell->source, cell->size));
    if (cell->kind != GB_CELL_CODE) return json;
    json_t *outputs = json_array();
    for (size_t i = 0; i < json_array_size(cell->outputs); i++)
        json_array_append_new(outputs, output_for_file(json_array_get(cell->outputs, i)));
    json_object_set_new(json, "outputs", outputs);
    json_object_set_new(json, "execution_count",
                        cell->number ? json_integer(cell->number) : json_null());
    return json;
}

static json_t *metadata_for_file(const gb_document *document)
{
    json_t *metadata = json_deep_copy(document->metadata);
    json_object_set_new(metadata, "kernelspec",
                        json_pack("{s:s, s:s, s:s}", "display_name", "Glassbox", "language",
                                  "python", "name", "glassbox"));
    json_object_set_new(metadata, "language_info",
                        json_pack("{s:s, s:s, s:s, s:s, s:s}", "name", "python", "version", "3.11",
                                  "mimetype", "text/x-python", "file_extension", ".py",
                                  "pygments_lexer", "ipython3"));
    return metadata;
}

char *gb_document_notebook(const gb_document *document, size_t *size, gb_error *err)
{
    json_t *cells = json_array();
    for (size_t i = 0; i < document->count; i++)
        json_array_append_new(cells, cell_for_file(&document->cells[i]));
    json_t *root = json_pack("{s:o, s:o, s:i, s:i}", "cells", cells, "metadata",
                             metadata_for_file(document), "nbformat", 4, "nbformat_minor", 5);
    char *text = root ? json_dumps(root, JSON_INDENT(1) | JSON_SORT_KEYS) : NULL;
    json_decref(root);
    gb_buffer b = GB_BUFFER_INIT;
    if (text) gb_buffer_text(&b, text);
    gb_buffer_char(&b, '\n');
    b.failed = b.failed || !text;
    free(text); /* theirs */
    return gb_buffer_take(&b, size, err);
}

static void put_output_text(const json_t *output, gb_buffer *b)
{
    const json_t *text = json_object_get(output, "text");
    if (!text) text = json_object_get(json_object_get(output, "data"), "text/plain");
    char *joined = text ? gb_document_joined(text, NULL) : NULL;
    if (joined && *joined) {
        gb_buffer_text(b, joined);
        if (joined[strlen(joined) - 1] != '\n') gb_buffer_char(b, '\n');
    }
    gb_free(joined);
    if (strcmp(gb_json_string_or(output, "output_type", ""), "error") == 0)
        gb_buffer_format(b, "%s: %s\n", gb_json_string_or(output, "ename", ""),
                         gb_json_string_or(output, "evalue", ""));
}

char *gb_document_text(const gb_document *document, size_t *size, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_put(&b, "", 0);
    for (size_t i = 0; i < document->count; i++) {
        const gb_document_cell *cell = &document->cells[i];
        if (cell->kind == GB_CELL_MARKDOWN) {
            gb_buffer_put(&b, cell->source, cell->size);
            gb_buffer_text(&b, "\n\n");
        }
        for (size_t k = 0; k < json_array_size(cell->outputs); k++)
            put_output_text(json_array_get(cell->outputs, k), &b);
    }
    if (!b.data && !b.failed) {
        if (size) *size = 0;
        return gb_strdup("", err);
    }
    return gb_buffer_take(&b, size, err);
}
