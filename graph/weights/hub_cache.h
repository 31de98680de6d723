/* Inside graph/weights only: places on this machine where models are kept. */
#ifndef GB_WEIGHTS_HUB_CACHE_H
#define GB_WEIGHTS_HUB_CACHE_H

#include "graph/base/buffer.h"
#include "graph/weights/hub.h"

/* Every place that was looked at, one line each, for the message when nothing was found. */
typedef struct gb_search {
    const char *id;
    gb_hub_options options;
    gb_buffer places;
} gb_search;

/* Notes a place. */
void gb_search_note(gb_search *s, const char *path);

/* True if a folder has what `files` asks for. */
bool gb_folder_has(const char *folder, int files);

/* Places 1 to 3 of hub.h. *found is owned, NULL when it is not there. */
bool gb_find_path(gb_search *s, char **found, gb_error *err) GB_MUST_CHECK;
bool gb_find_in_folders(gb_search *s, char **found, gb_error *err) GB_MUST_CHECK;
bool gb_find_in_cache(gb_search *s, char **found, gb_error *err) GB_MUST_CHECK;

/* The cache's folder of a model, "…/models--owner--name"; owned. */
char *gb_cache_folder(const char *id, gb_error *err) GB_MUST_CHECK;
char *gb_cache_root(gb_error *err) GB_MUST_CHECK;

/* The folders of GLASSBOX_MODELS or its default: owned names in a NULL-terminated list. */
char **gb_model_folders(const char *base, gb_error *err) GB_MUST_CHECK;
void gb_names_free(char **names);

/* Asks the hub, and puts what it sends into the cache: the snapshot's folder, owned. hub_fetch.c.
 */
char *gb_hub_fetch(gb_search *s, gb_error *err) GB_MUST_CHECK;

/* "a", "b/c" → one text; owned. The same as two gb_path_join. */
char *gb_path_of(const char *folder, const char *name, const char *below,
                 gb_error *err) GB_MUST_CHECK;

#endif
