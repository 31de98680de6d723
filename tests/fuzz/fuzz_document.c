/* Notebooks and scripts of strangers: read, and written in every form. */
#include "kernel/document.h"

#include "graph/base/memory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void write_all(const gb_document *document)
{
    size_t n;
    gb_error err = GB_ERROR_INIT;
    gb_free(gb_document_notebook(document, &n, &err));
    gb_free(gb_document_page(document, "t", &n, &err));
    gb_free(gb_document_text(document, &n, &err));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gb_error err = GB_ERROR_INIT;
    gb_document document;
    if (gb_document_parse_notebook((const char *)data, size, "fuzz", &document, &err))
        write_all(&document);
    gb_document_release(&document);
    err = (gb_error)GB_ERROR_INIT;
    if (gb_document_parse_script((const char *)data, size, &document, &err)) write_all(&document);
    gb_document_release(&document);
    return 0;
}
