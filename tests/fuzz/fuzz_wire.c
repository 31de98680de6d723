/* Jobs and results that come over the wire: whatever is accepted must verify and be sent again. The
 * first byte chooses which of the two it is read as. */
#include "share/wire.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_job(const uint8_t *data, size_t size)
{
    gb_error err = GB_ERROR_INIT;
    gb_wire_job_owner owner;
    gb_wire_fault fault;
    gb_buffer again = GB_BUFFER_INIT;
    if (!gb_wire_job_read(data, size, &owner, &fault, &err)) return;
    (void)!gb_graph_verify(owner.job.graph, NULL, &err);
    (void)!gb_wire_job_write(&owner.job, &again, &err);
    gb_buffer_release(&again);
    gb_wire_job_release(&owner);
}

static void read_result(const uint8_t *data, size_t size)
{
    gb_error err = GB_ERROR_INIT;
    gb_wire_result_owner owner;
    gb_buffer again = GB_BUFFER_INIT;
    if (!gb_wire_result_read(data, size, &owner, &err)) return;
    (void)!gb_wire_result_write(&owner.result, &again, &err);
    gb_buffer_release(&again);
    gb_wire_result_release(&owner);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    if (data[0] == 'r')
        read_result(data + 1, size - 1);
    else
        read_job(data + 1, size - 1);
    return 0;
}
