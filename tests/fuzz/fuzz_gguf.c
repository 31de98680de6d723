/* GGUF files, by way of a file in memory: whatever opens can be read. */
#include "graph/weights/weights.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    gb_error err = GB_ERROR_INIT;
    int fd = memfd_create("fuzz", 0), link_fd;
    if (fd < 0 || write(fd, data, size) != (ssize_t)size) return 0;
    snprintf(path, sizeof path, "/tmp/fuzz-%d.gguf", (int)getpid());
    char source[64];
    snprintf(source, sizeof source, "/proc/self/fd/%d", fd);
    unlink(path);
    link_fd = symlink(source, path);
    gb_weights *w = link_fd == 0 ? gb_weights_open(path, &err) : NULL;
    for (size_t i = 0; w && i < gb_weights_count(w); i++)
        gb_tensor_unref(gb_weights_read(w, gb_weights_at(w, i)->name, NULL));
    if (w) json_decref(gb_weights_metadata(w, NULL));
    gb_weights_unref(w);
    unlink(path);
    close(fd);
    return 0;
}
