/* Notebooks and scripts as a list of cells: reading, and writing nbformat 4.5.
 *
 * A script is split at lines that begin with `# %%`; `# %% [markdown]` starts a cell whose comment
 * lines are its text. Reading executes nothing. Source: nbformat's JSON schema, version 4.5. */
#ifndef GB_KERNEL_DOCUMENT_H
#define GB_KERNEL_DOCUMENT_H

#include "graph/base/json.h"

enum {
    GB_DOCUMENT_MAX_BYTES = 256 << 20,
    GB_DOCUMENT_MAX_CELLS = 100000,
};

typedef enum gb_cell_kind { GB_CELL_CODE, GB_CELL_MARKDOWN, GB_CELL_RAW } gb_cell_kind;

typedef struct gb_document_cell {
    gb_cell_kind kind;
    char *source; /* owned, UTF-8, terminated */
    size_t size;
    uint32_t line;    /* of the script, from 1, at which the source starts; 1 in notebooks */
    char *id;         /* owned; unique in the document */
    json_t *metadata; /* owned object */
    json_t *outputs;  /* owned array of nbformat outputs; what was read, until it is executed */
    int number;       /* execution count, 0: none */
} gb_document_cell;

typedef struct gb_document {
    gb_document_cell *cells;
    size_t count;
    size_t capacity;
    json_t *metadata; /* owned object */
    bool script;
} gb_document;

/* Reads FILE.py or FILE.ipynb (told by the ending). FileNotFoundError; ValueError saying what is no
 * notebook about it. Released by gb_document_release also after failure. */
bool gb_document_read(const char *path, gb_document *out, gb_error *err) GB_MUST_CHECK;

/* The same from text; `name` is for messages. */
bool gb_document_parse_notebook(const char *text, size_t n, const char *name, gb_document *out,
                                gb_error *err) GB_MUST_CHECK;
bool gb_document_parse_script(const char *text, size_t n, gb_document *out,
                              gb_error *err) GB_MUST_CHECK;

void gb_document_release(gb_document *document);

/* The notebook as nbformat writes it: indented by one, keys sorted, a newline at the end; the
 * kernel named in the metadata is Glassbox. Owned, gb_free. */
char *gb_document_notebook(const gb_document *document, size_t *size, gb_error *err) GB_MUST_CHECK;

/* Markdown sources, printed text and text/plain of all outputs. Owned, gb_free. */
char *gb_document_text(const gb_document *document, size_t *size, gb_error *err) GB_MUST_CHECK;

/* A page that is complete without scripts and other files, readable in light and dark (page.c).
 * Owned, gb_free. */
char *gb_document_page(const gb_document *document, const char *title, size_t *size,
                       gb_error *err) GB_MUST_CHECK;

/* A string, or an array of strings joined: how nbformat stores text. Owned, gb_free; "" for
 * anything else. */
char *gb_document_joined(const json_t *value, gb_error *err) GB_MUST_CHECK;

#endif
