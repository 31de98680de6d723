/* Calls through a front end that may lack functions. See front.h. */
#include "kernel/front.h"

#include "graph/base/memory.h"

void gb_front_stream(const gb_front *front, const char *name, const char *text, size_t n)
{
    if (front && front->stream && n) front->stream(front->context, name, text, n);
}

void gb_front_display(const gb_front *front, const json_t *bundle, const char *display_id)
{
    if (front && front->display && bundle) front->display(front->context, bundle, display_id);
}

void gb_front_update_display(const gb_front *front, const json_t *bundle, const char *display_id)
{
    if (front && front->update_display && bundle)
        front->update_display(front->context, bundle, display_id);
}

void gb_front_clear_output(const gb_front *front, bool wait)
{
    if (front && front->clear_output) front->clear_output(front->context, wait);
}

char *gb_front_input(const gb_front *front, const char *prompt, bool password, gb_error *err)
{
    if (front && front->input) return front->input(front->context, prompt, password, err);
    gb_fail(err, GB_ERR_RUNTIME, "input() was called where nobody can be asked");
    return NULL;
}

json_t *gb_plain_bundle(const char *text, size_t n)
{
    return json_pack("{s:{s:o}, s:{}}", "data", "text/plain", json_stringn_nocheck(text, n),
                     "metadata");
}
