/* The names of a job's states on the wire and in the store; the table is state.def. */
#ifndef GB_SHARE_STATE_H
#define GB_SHARE_STATE_H

#include "graph/engine/backend.h"

const char *gb_state_name(gb_job_state state);

/* False with ValueError for a name that is none. */
bool gb_state_find(const char *name, gb_job_state *state, gb_error *err) GB_MUST_CHECK;

/* True for states that never change again. */
bool gb_state_is_final(gb_job_state state);

#endif
