/* Reading, mapping and atomically writing files. See file.h. */
#include "graph/base/file.h"

#include "graph/base/buffer.h"
#include "graph/base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail_errno(gb_error *err, const char *path)
{
    gb_error_class cls = errno == ENOENT || errno == ENOTDIR ? GB_ERR_FILE_NOT_FOUND : GB_ERR_OS;
    return gb_fail(err, cls, "[Errno %d] %s: '%s'", errno, strerror(errno), path);
}

/* An open descriptor of a regular file and its size; -1 on failure. */
static int open_regular(const char *path, size_t *size, gb_error *err)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) < 0) {
        fail_errno(err, path);
        if (fd >= 0) close(fd);
        return -1;
    }
    if (!S_ISREG(st.st_mode)) {
        gb_fail(err, GB_ERR_OS, "'%s' is not a file", path);
        close(fd);
        return -1;
    }
    *size = (size_t)st.st_size;
    return fd;
}

static bool read_all(int fd, char *out, size_t n)
{
    while (n) {
        ssize_t got = read(fd, out, n);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        out += got;
        n -= (size_t)got;
    }
    return true;
}

static bool write_all(int fd, const char *bytes, size_t n)
{
    while (n) {
        ssize_t put = write(fd, bytes, n);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        bytes += put;
        n -= (size_t)put;
    }
    return true;
}

char *gb_file_read(const char *path, size_t limit, size_t *size, gb_error *err)
{
    size_t n;
    char *text = NULL;
    int fd = open_regular(path, &n, err);
    if (fd < 0) return NULL;
    if (n > limit) {
        gb_fail(err, GB_ERR_VALUE, "'%s' has %zu bytes; at most %zu are read", path, n, limit);
    } else if ((text = gb_alloc(n + 1, err))) {
        text[n] = '\0';
        if (read_all(fd, text, n)) {
            *size = n;
        } else {
            gb_fail(err, GB_ERR_OS, "'%s' ended before its %zu bytes were read", path, n);
            gb_free(text);
            text = NULL;
        }
    }
    close(fd);
    return text;
}

bool gb_file_write(const char *path, const void *bytes, size_t n, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_format(&b, "%s.part-%ld", path, (long)getpid());
    char *beside = gb_buffer_take(&b, NULL, err);
    if (!beside) return false;
    int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool ok = fd >= 0 && write_all(fd, bytes, n) && fsync(fd) == 0;
    if (fd >= 0) ok = close(fd) == 0 && ok;
    ok = ok && rename(beside, path) == 0;
    if (!ok) {
        fail_errno(err, path);
        unlink(beside);
    }
    gb_free(beside);
    return ok;
}

bool gb_file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

bool gb_is_directory(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool gb_make_directories(const char *path, gb_error *err)
{
    char *copy = gb_strdup(path, err);
    if (!copy) return false;
    bool ok = true;
    for (char *p = copy + 1; ok; p++) {
        if (*p != '/' && *p != '\0') continue;
        char end = *p;
        *p = '\0';
        if (mkdir(copy, 0777) < 0 && errno != EEXIST) ok = fail_errno(err, copy);
        *p = end;
        if (!end) break;
    }
    gb_free(copy);
    return ok;
}

char *gb_path_folder(const char *path, gb_error *err)
{
    const char *slash = strrchr(path, '/');
    if (!slash) return gb_strdup(".", err);
    return gb_strndup(path, slash == path ? 1 : (size_t)(slash - path), err);
}

char *gb_path_join(const char *folder, const char *name, gb_error *err)
{
    gb_buffer b = GB_BUFFER_INIT;
    const char *home = getenv("HOME");
    const char *first = name[0] == '/' || name[0] == '~' || !folder[0] ? name : folder;
    if (first[0] == '~' && (first[1] == '/' || !first[1]) && home) {
        gb_buffer_text(&b, home);
        gb_buffer_text(&b, first + 1);
    } else {
        gb_buffer_text(&b, first);
    }
    if (first != name && name[0]) {
        if (b.size && b.data[b.size - 1] != '/') gb_buffer_char(&b, '/');
        gb_buffer_text(&b, name);
    }
    return gb_buffer_take(&b, NULL, err);
}

char *gb_state_path(const char *name, gb_error *err)
{
    const char *state = getenv("XDG_STATE_HOME");
    if (!(state && *state) && !getenv("HOME")) {
        (void)gb_fail(err, GB_ERR_OS, "there is no home folder (HOME is not set)");
        return NULL;
    }
    char *folder = gb_path_join(state && *state ? state : "~/.local/state", "glassbox", err);
    char *path =
        folder && gb_make_directories(folder, err) ? gb_path_join(folder, name, err) : NULL;
    gb_free(folder);
    return path;
}

struct gb_mapping {
    atomic_int references;
    void *data;
    size_t size;
};

gb_mapping *gb_mapping_open(const char *path, gb_error *err)
{
    size_t size;
    int fd = open_regular(path, &size, err);
    if (fd < 0) return NULL;
    gb_mapping *mapping = gb_calloc(1, sizeof *mapping, err);
    if (mapping) {
        mapping->size = size;
        mapping->references = 1;
        if (size) mapping->data = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
        if (mapping->data == MAP_FAILED) {
            fail_errno(err, path);
            gb_free(mapping);
            mapping = NULL;
        }
    }
    close(fd);
    return mapping;
}

const unsigned char *gb_mapping_data(const gb_mapping *mapping)
{
    return mapping->data;
}

size_t gb_mapping_size(const gb_mapping *mapping)
{
    return mapping->size;
}

gb_mapping *gb_mapping_ref(gb_mapping *mapping)
{
    atomic_fetch_add(&mapping->references, 1);
    return mapping;
}

void gb_mapping_unref(gb_mapping *mapping)
{
    if (!mapping || atomic_fetch_sub(&mapping->references, 1) != 1) return;
    if (mapping->size) munmap(mapping->data, mapping->size);
    gb_free(mapping);
}

void gb_mapping_forget(const gb_mapping *mapping, size_t from, size_t to)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t first = (from + page - 1) / page * page, last = to / page * page;
    if (first < last) (void)madvise((char *)mapping->data + first, last - first, MADV_DONTNEED);
}
