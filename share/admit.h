/* Whether a job that was read may run on a model: the graph against the model's sites and shapes,
 * prompts against its vocabulary and length, values against the limits. Nothing is computed and no
 * weights are read, so a refusal takes milliseconds. Every job passes here before anything else is
 * done with it, on the server and in this process alike. */
#ifndef GB_SHARE_ADMIT_H
#define GB_SHARE_ADMIT_H

#include "share/wire.h"

/* False with the reason: the error's span and "node N: " in the message say where; a limit that was
 * met is in *fault (never NULL). */
bool gb_admit(const gb_wire_job *job, gb_model *model, gb_wire_fault *fault,
              gb_error *err) GB_MUST_CHECK;

#endif
