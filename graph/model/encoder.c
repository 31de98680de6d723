/* The plan of an encoder. */
#include "graph/model/builder.h"

bool gb_encoder_build(gb_builder *b)
{
    return gb_fail(b->err, GB_ERR_NOT_IMPLEMENTED, "encoders are not there yet");
}

void gb_encoder_tree(gb_builder *b)
{
    b->failed = !gb_fail(b->err, GB_ERR_NOT_IMPLEMENTED, "encoders are not there yet");
}
