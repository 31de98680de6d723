/* The table of states. See state.h. */
#include "share/state.h"

#include <string.h>

static const struct {
    const char *name;
    bool final;
} rows[] = {
#define GB_STATE(state, name, final, doc) [state] = {name, final},
#include "share/state.def"
#undef GB_STATE
};

enum { COUNT = sizeof rows / sizeof *rows };

const char *gb_state_name(gb_job_state state)
{
    return (unsigned)state < COUNT ? rows[state].name : "unknown";
}

bool gb_state_find(const char *name, gb_job_state *state, gb_error *err)
{
    for (int i = 0; i < COUNT; i++)
        if (strcmp(rows[i].name, name) == 0) return *state = (gb_job_state)i, true;
    return gb_fail(err, GB_ERR_VALUE, "a job cannot be '%.40s'", name);
}

bool gb_state_is_final(gb_job_state state)
{
    return (unsigned)state < COUNT && rows[state].final;
}
