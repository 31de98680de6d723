/* Asking the hub. See hub.h. */
#include "graph/weights/hub_cache.h"

char *gb_hub_fetch(gb_search *s, gb_error *err)
{
    gb_fail(err, GB_ERR_CONNECTION, "'%s' cannot be fetched yet", s->id);
    return NULL;
}
