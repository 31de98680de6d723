/* Which handler a request has. See request.h; the table is route.def. */
#include "share/route.h"

#include "graph/base/memory.h"

#include <string.h>

static const struct {
    const char *method, *pattern;
    gb_route_handler *handler;
} routes[] = {
#define GB_ROUTE(method, pattern, handler, doc) {method, pattern, gb_route_##handler},
#include "share/route.def"
#undef GB_ROUTE
};

enum { COUNT = sizeof routes / sizeof *routes };

/* True if the path is of the pattern; [*start, *start + *n) is what the star stands for. */
static bool fits(const char *pattern, const char *path, const char **start, size_t *n)
{
    size_t head = strcspn(pattern, "*");
    *start = path + strlen(path);
    *n = 0;
    if (!pattern[head]) return strcmp(pattern, path) == 0;
    const char *tail = pattern + head + 1;
    size_t length = strlen(path), rest = strlen(tail);
    if (length <= head + rest || strncmp(path, pattern, head) != 0 ||
        strcmp(path + length - rest, tail) != 0)
        return false;
    *start = path + head;
    *n = length - head - rest;
    return true;
}

gb_route_handler *gb_route_find(const char *method, const char *path, char **argument,
                                const char **allowed)
{
    int best = -1;
    *argument = NULL;
    *allowed = NULL;
    for (int i = 0; i < COUNT; i++) {
        const char *start;
        size_t n;
        if (!fits(routes[i].pattern, path, &start, &n)) continue;
        *allowed = routes[i].method;
        if (strcmp(routes[i].method, method) != 0) continue;
        /* of two patterns that fit, the longer one says more */
        if (best < 0 || strlen(routes[i].pattern) > strlen(routes[best].pattern)) best = i;
    }
    if (best < 0) return NULL;
    const char *start;
    size_t n;
    (void)fits(routes[best].pattern, path, &start, &n);
    *argument = gb_strndup(start, n, NULL);
    return *argument ? routes[best].handler : NULL;
}
