/* Frames of the Jupyter protocol from a peer that may be anybody: sizes, delimiters, JSON, dates.
 */
#include "kernel/message.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input is split at zero bytes into frames; the first byte says whether there is a key. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gb_error err = GB_ERROR_INIT;
    if (!size) return 0;
    gb_signer *signer = gb_signer_new("key", data[0] & 1 ? 3 : 0, &err);
    gb_message message = GB_MESSAGE_INIT;
    for (size_t at = 1; at < size && !err.cls;) {
        const uint8_t *end = memchr(data + at, 0, size - at);
        size_t n = end ? (size_t)(end - data) - at : size - at;
        (void)!gb_message_add(&message, data + at, n, &err);
        at += n + 1;
    }
    if (signer && !err.cls && gb_message_check(&message, signer, &err)) {
        gb_piece header = gb_message_get(&message, GB_PART_HEADER);
        (void)gb_date_parse(header.bytes);
    }
    gb_message_release(&message);
    gb_signer_free(signer);
    return 0;
}
