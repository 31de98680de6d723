/* Reading options by a table. See option.h. */
#include "kernel/option.h"

#include "graph/base/text.h"

#include <string.h>

enum { MOST_OPTIONS = 32 };

static const gb_option *find(const gb_option *options, const char *text, const char **attached)
{
    const char *equals = strchr(text, '=');
    size_t n = equals ? (size_t)(equals - text) : strlen(text);
    *attached = NULL;
    for (const gb_option *o = options; o->name; o++) {
        if (o->letter && strcmp(o->letter, text) == 0) return o;
        if (strlen(o->name) == n && memcmp(o->name, text, n) == 0) {
            if (equals) *attached = equals + 1;
            return o;
        }
    }
    return NULL;
}

static bool fail_unknown(const gb_option *options, const char *text, gb_error *err)
{
    const char *names[MOST_OPTIONS];
    size_t count = 0;
    for (const gb_option *o = options; o->name && count < MOST_OPTIONS; o++)
        names[count++] = o->name;
    const char *near = gb_nearest(text, names, count);
    if (near) return gb_fail(err, GB_ERR_VALUE, "no option '%s'; did you mean '%s'?", text, near);
    return gb_fail(err, GB_ERR_VALUE, "no option '%s'", text);
}

bool gb_options_read(const gb_option *options, int *argc, char **argv, gb_error *err)
{
    int kept = 1;
    bool ended = false;
    for (int i = 1; i < *argc; i++) {
        if (ended || argv[i][0] != '-' || !argv[i][1]) {
            argv[kept++] = argv[i];
            continue;
        }
        if (strcmp(argv[i], "--") == 0) {
            ended = true;
            continue;
        }
        const char *attached;
        const gb_option *o = find(options, argv[i], &attached);
        if (!o) return fail_unknown(options, argv[i], err);
        if (o->flag) *o->flag = true;
        if (!o->value) continue;
        if (!attached && i + 1 >= *argc)
            return gb_fail(err, GB_ERR_VALUE, "option '%s' needs an argument", argv[i]);
        if (o->count && *o->count == o->most)
            return gb_fail(err, GB_ERR_VALUE, "option '%s' is given more than %zu times", o->name,
                           o->most);
        o->value[o->count ? (*o->count)++ : 0] = attached ? attached : argv[++i];
    }
    *argc = kept;
    return true;
}
