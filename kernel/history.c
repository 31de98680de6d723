/* Inputs in memory and in a file. See history.h. */
#include "kernel/history.h"

#include "graph/base/buffer.h"
#include "graph/base/file.h"
#include "graph/base/map.h"
#include "graph/base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct entry {
    int session;
    int line;
    char *input;
    char *output; /* NULL: none */
} entry;

struct gb_history {
    char *path; /* NULL: memory only, or given up */
    int session;
    entry *entries; /* oldest first */
    size_t count;
    size_t capacity;
};

/* --- reading the file --------------------------------------------------------------------------*/

static bool append(gb_history *history, int session, int line, const char *input, size_t n,
                   gb_error *err)
{
    if (!gb_grow(&history->entries, &history->capacity, history->count + 1,
                 sizeof *history->entries, err))
        return false;
    char *copy = gb_strndup(input, n, err);
    if (!copy) return false;
    history->entries[history->count++] = (entry){session, line, copy, NULL};
    return true;
}

static bool load_line(gb_history *history, const char *text, size_t n, gb_error *err)
{
    json_error_t ignored;
    json_t *row = json_loadb(text, n, 0, &ignored);
    json_t *session = json_array_get(row, 0), *line = json_array_get(row, 1);
    const json_t *input = json_array_get(row, 2);
    bool fits = json_is_integer(session) && json_is_integer(line) && json_is_string(input);
    long long number = fits ? json_integer_value(session) : 0;
    bool ok = true;
    if (fits && number > 0 && number < INT32_MAX) {
        ok = append(history, (int)number, (int)json_integer_value(line), json_string_value(input),
                    json_string_length(input), err);
        if (number >= history->session) history->session = (int)number + 1;
    }
    json_decref(row);
    return ok;
}

/* The end of the file, from the start of a line on. Owned, *n bytes. NULL: nothing to read. */
static char *read_end(const char *path, size_t *n)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return NULL;
    struct stat st;
    char *text = NULL;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
        off_t from = st.st_size > GB_HISTORY_FILE ? st.st_size - GB_HISTORY_FILE : 0;
        size_t wanted = (size_t)(st.st_size - from);
        text = gb_alloc(wanted + 1, NULL);
        ssize_t got = text ? pread(fd, text, wanted, from) : -1;
        *n = got > 0 ? (size_t)got : 0;
    }
    close(fd);
    return text;
}

static bool load(gb_history *history, gb_error *err)
{
    size_t n = 0, lines = 0;
    char *text = read_end(history->path, &n);
    size_t start = n;
    while (start > 0 && lines <= GB_HISTORY_LOADED)
        if (text[--start] == '\n') lines++;
    bool ok = true;
    for (size_t at = start; ok && at < n;) {
        const char *end = memchr(text + at, '\n', n - at);
        if (!end) break;
        size_t size = (size_t)(end - text) - at;
        ok = load_line(history, text + at, size, err);
        at += size + 1;
    }
    gb_free(text);
    return ok;
}

gb_history *gb_history_new(const char *path, gb_error *err)
{
    gb_history *history = gb_calloc(1, sizeof *history, err);
    if (!history) return NULL;
    history->session = 1;
    if (!path) return history;
    if ((history->path = gb_path_join(".", path, err)) && load(history, err)) return history;
    gb_history_free(history);
    return NULL;
}

void gb_history_free(gb_history *history)
{
    if (!history) return;
    for (size_t i = 0; i < history->count; i++) {
        gb_free(history->entries[i].input);
        gb_free(history->entries[i].output);
    }
    gb_free(history->entries);
    gb_free(history->path);
    gb_free(history);
}

int gb_history_session(const gb_history *history)
{
    return history->session;
}

/* --- writing -----------------------------------------------------------------------------------*/

/* Takes back what a failed write left at the end, so that the next line starts cleanly. */
static bool write_line(int fd, const char *text, size_t n)
{
    ssize_t written = write(fd, text, n);
    if (written == (ssize_t)n) return true;
    int why = written < 0 ? errno : ENOSPC;
    if (written > 0) {
        off_t end = lseek(fd, 0, SEEK_END);
        if (end >= written && ftruncate(fd, end - written) != 0) why = errno;
    }
    errno = why;
    return false;
}

static bool open_and_write(const char *path, const char *text, size_t n)
{
    int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) return false;
    bool ok = write_line(fd, text, n);
    int why = errno;
    close(fd);
    errno = why;
    return ok;
}

static void make_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? gb_strndup(path, (size_t)(slash - path), NULL) : NULL;
    bool made = folder && gb_make_directories(folder, NULL);
    (void)made; /* opening the file tells */
    gb_free(folder);
}

static bool store(gb_history *history, int line, const char *input, size_t n, gb_error *err)
{
    json_t *row = json_pack("[i, i, o]", history->session, line, json_stringn_nocheck(input, n));
    gb_buffer b = GB_BUFFER_INIT;
    char *text = row ? gb_json_text(row, false, err) : NULL;
    json_decref(row);
    if (text) gb_buffer_text(&b, text);
    gb_free(text);
    gb_buffer_char(&b, '\n');
    make_folder(history->path);
    bool ok = gb_buffer_ok(&b, err) && open_and_write(history->path, b.data, b.size);
    if (!ok)
        gb_fail(err, GB_ERR_OS, "inputs are not kept in '%s' from here on: %s", history->path,
                strerror(errno));
    gb_buffer_release(&b);
    return ok;
}

bool gb_history_add(gb_history *history, int line, const char *input, size_t n, gb_error *err)
{
    if (!append(history, history->session, line, input, n, err)) return false;
    if (!history->path || store(history, line, input, n, err)) return true;
    gb_free(history->path);
    history->path = NULL;
    return false;
}

void gb_history_set_output(gb_history *history, const char *text)
{
    if (!history->count) return;
    entry *last = &history->entries[history->count - 1];
    gb_free(last->output);
    last->output = gb_strdup(text, NULL);
}

/* --- looking -----------------------------------------------------------------------------------*/

static json_t *row_of(const entry *e, bool output)
{
    json_t *input = json_string_nocheck(e->input);
    if (output) {
        json_t *shown = e->output ? json_string_nocheck(e->output) : json_null();
        input = json_pack("[o, o]", input, shown);
    }
    return json_pack("[i, i, o]", e->session, e->line, input);
}

json_t *gb_history_tail(const gb_history *history, int n, bool output)
{
    json_t *rows = json_array();
    size_t wanted = n > 0 ? (size_t)n : 0;
    size_t first = history->count > wanted ? history->count - wanted : 0;
    for (size_t i = first; i < history->count; i++)
        json_array_append_new(rows, row_of(&history->entries[i], output));
    return rows;
}

json_t *gb_history_range(const gb_history *history, int session, int start, int stop, bool output)
{
    json_t *rows = json_array();
    long long wanted = session > 0 ? session : (long long)history->session + session;
    for (size_t i = 0; i < history->count; i++) {
        const entry *e = &history->entries[i];
        if (e->session == wanted && e->line >= start && e->line < stop)
            json_array_append_new(rows, row_of(e, output));
    }
    return rows;
}

bool gb_glob_matches(const char *pattern, const char *text)
{
    const char *star = NULL, *resume = NULL;
    while (*text) {
        if (*pattern == '*') {
            star = pattern++;
            resume = text;
        } else if (*pattern == '?' || *pattern == *text) {
            pattern++;
            text++;
        } else if (star) {
            pattern = star + 1;
            text = ++resume;
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return !*pattern;
}

/* Newest first into `found`, so that of equal inputs the newest stays and the last n are taken. */
static size_t search(const gb_history *history, const char *pattern, size_t n, bool unique,
                     size_t *found)
{
    gb_map seen = GB_MAP_INIT;
    size_t count = 0;
    for (size_t i = history->count; i-- > 0 && count < n;) {
        const char *input = history->entries[i].input;
        if (!gb_glob_matches(pattern, input)) continue;
        if (unique && gb_map_get(&seen, input)) continue;
        if (unique && !gb_map_put(&seen, input, (void *)history, NULL)) break;
        found[count++] = i;
    }
    gb_map_release(&seen);
    return count;
}

json_t *gb_history_search(const gb_history *history, const char *pattern, int n, bool unique,
                          bool output)
{
    size_t *found = gb_calloc(history->count + 1, sizeof *found, NULL);
    if (!found) return NULL;
    size_t limit = n > 0 ? (size_t)n : history->count;
    size_t count = search(history, pattern, limit, unique, found);
    json_t *rows = json_array();
    while (count-- > 0)
        json_array_append_new(rows, row_of(&history->entries[found[count]], output));
    gb_free(found);
    return rows;
}
