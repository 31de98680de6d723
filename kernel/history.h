/* What was typed: in memory for this session, in a file across sessions.
 *
 * The file is text, one JSON array a line, [session, line, input], appended with one write each, so
 * that several kernels can share it and a crash costs at most the last line; lines that cannot be
 * read are passed over. Outputs are kept in memory only. When the file cannot be written (a full
 * disk, a folder that is not ours) the session goes on with memory alone and says so once. */
#ifndef GB_KERNEL_HISTORY_H
#define GB_KERNEL_HISTORY_H

#include "graph/base/json.h"

enum {
    GB_HISTORY_LOADED = 10000, /* newest entries of earlier sessions that are looked at */
    GB_HISTORY_FILE = 8 << 20  /* bytes of the file's end that are read */
};

typedef struct gb_history gb_history;

/* `path` NULL: memory only. A file that is not there yet is made at the first entry; one that
 * cannot be read is an error of gb_history_add, not of this. NULL only with MemoryError. */
gb_history *gb_history_new(const char *path, gb_error *err) GB_MUST_CHECK;
void gb_history_free(gb_history *history);

/* The number of this session: one more than the largest in the file. */
int gb_history_session(const gb_history *history);

/* Stores cell number `line`. False with OSError the first time that the file cannot be written (the
 * entry is in memory all the same), afterwards true. */
bool gb_history_add(gb_history *history, int line, const char *input, size_t n,
                    gb_error *err) GB_MUST_CHECK;

/* The text form of the result of the newest entry; kept for `output` below. */
void gb_history_set_output(gb_history *history, const char *text);

/* Entries as the protocol's history_reply has them: [[session, line, input], ...], or with `output`
 * [[session, line, [input, output or null]], ...], oldest first. Owned; NULL on no memory. */

/* The last `n`; negative n: none. */
json_t *gb_history_tail(const gb_history *history, int n, bool output);

/* Lines [start, stop) of a session; 0: this one, negative: so many before it. */
json_t *gb_history_range(const gb_history *history, int session, int start, int stop, bool output);

/* Inputs that match a pattern of `*` and `?`; the last `n` of them (0 or negative: all), equal ones
 * once when `unique`. */
json_t *gb_history_search(const gb_history *history, const char *pattern, int n, bool unique,
                          bool output);

/* `*` stands for any bytes, `?` for one; in time proportional to the product of the lengths. */
bool gb_glob_matches(const char *pattern, const char *text);

#endif
