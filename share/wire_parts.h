/* What the files wire_*.c share. Not for others. */
#ifndef GB_SHARE_WIRE_PARTS_H
#define GB_SHARE_WIRE_PARTS_H

#include "share/wire.h"

/* --- arguments (wire_arg.c) ------------------------------------------------------------------- */

/* The JSON of an argument; its tensors go to the writer. Owned; NULL on failure. */
json_t *gb_wire_arg_write(const gb_arg *arg, gb_pack_writer *writer, gb_error *err) GB_MUST_CHECK;

/* Where arguments are read from and into: tensors are borrowed from the pack, the rest lives in the
 * arena. `pack` is NULL where no tensors may be. */
typedef struct gb_wire_source {
    gb_pack *pack;
    gb_arena *arena;
} gb_wire_source;

bool gb_wire_arg_read(const gb_wire_source *from, const json_t *json, gb_arg *out,
                      gb_error *err) GB_MUST_CHECK;

/* True if no node is named anywhere in the argument. */
bool gb_wire_arg_is_plain(const gb_arg *arg);

/* --- graphs (wire_graph.c, wire_graph_read.c) ------------------------------------------------- */

/* The names of gb_write_mode. */
extern const char *const gb_wire_modes[];

json_t *gb_wire_graph_write(const gb_graph *graph, gb_pack_writer *writer,
                            gb_error *err) GB_MUST_CHECK;
gb_graph *gb_wire_graph_read(const gb_wire_source *from, const json_t *json, gb_wire_fault *fault,
                             gb_error *err) GB_MUST_CHECK;

/* --- generation settings (wire_generation.c) -------------------------------------------------- */

json_t *gb_wire_generation_write(const gb_generation *g, gb_error *err) GB_MUST_CHECK;
/* `out` is to be released in any case. */
bool gb_wire_generation_read(const json_t *json, gb_generation *out, gb_error *err) GB_MUST_CHECK;

/* --- JSON (wire_json.c) ----------------------------------------------------------------------- */

/* object[key] = value, which is taken over; false with MemoryError when it is NULL or there is no
 * room. */
bool gb_wire_put(json_t *object, const char *key, json_t *value_take, gb_error *err) GB_MUST_CHECK;
bool gb_wire_append(json_t *array, json_t *value_take, gb_error *err) GB_MUST_CHECK;

/* False with ValueError naming the first member that is not in `names` (which ends with NULL), or
 * when it is no object at all; `what` names it in the message. */
bool gb_wire_members(const json_t *object, const char *const *names, const char *what,
                     gb_error *err) GB_MUST_CHECK;

/* An integer from `least` to `most`; `what` names it in the message. */
bool gb_wire_int(const json_t *json, const char *what, int64_t least, int64_t most, int64_t *out,
                 gb_error *err) GB_MUST_CHECK;

/* The same for a member, `fallback` when it is missing. */
bool gb_wire_int_or(const json_t *object, const char *key, int64_t least, int64_t most,
                    int64_t fallback, int64_t *out, gb_error *err) GB_MUST_CHECK;

/* An array of ids of a graph with `count` nodes, into the arena; missing: none. */
bool gb_wire_ids(const json_t *object, const char *key, int64_t count, gb_arena *arena,
                 const gb_node_id **out, size_t *n, gb_error *err) GB_MUST_CHECK;
json_t *gb_wire_ids_json(const int32_t *ids, size_t n, gb_error *err) GB_MUST_CHECK;

/* "glassbox": the version, which must be ours. */
bool gb_wire_version(const json_t *document, gb_error *err) GB_MUST_CHECK;

json_t *gb_wire_span_json(gb_span span);
/* NULL json: no place. */
bool gb_wire_span_read(const json_t *json, gb_span *out, gb_error *err) GB_MUST_CHECK;

#endif
