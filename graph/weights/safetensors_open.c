/* One safetensors file of a checkpoint: mapped, checked, its tensors entered. */
#include "graph/weights/checkpoint.h"
#include "graph/weights/safetensors_header.h"

#include <string.h>

static bool add_entries(gb_weights *w, const gb_safetensors_header *h, gb_mapping *mapping,
                        gb_error *err)
{
    for (size_t i = 0; i < h->count; i++) {
        const gb_header_entry *from = &h->entries[i];
        gb_weight_entry to = {.type = from->type, .mapping = mapping, .offset = from->begin};
        to.info.rank = from->rank;
        to.info.bytes = from->end - from->begin;
        memcpy(to.info.shape, from->shape, sizeof to.info.shape);
        if (!gb_weights_add(w, from->name, &to, err)) return false;
    }
    return true;
}

bool gb_safetensors_open(gb_weights *w, const char *path, gb_error *err)
{
    gb_safetensors_header header;
    gb_mapping *mapping = gb_weights_map(w, path, err);
    if (!mapping) return false;
    w->format = GB_FORMAT_SAFETENSORS;
    bool ok = gb_safetensors_header_parse(gb_mapping_data(mapping), gb_mapping_size(mapping),
                                          &header, err);
    if (ok) {
        ok = add_entries(w, &header, mapping, err);
        if (ok && header.metadata && json_object_update(w->metadata, header.metadata))
            ok = gb_fail(err, GB_ERR_MEMORY, "out of memory while reading a header");
        gb_safetensors_header_release(&header);
    }
    if (!ok) gb_error_context(err, "'%s'", path);
    return ok;
}
