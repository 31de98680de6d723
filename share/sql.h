/* SQLite as the job log needs it: a statement with its values in one call. For store*.c. */
#ifndef GB_SHARE_SQL_H
#define GB_SHARE_SQL_H

#include "graph/base/error.h"

#include <sqlite3.h>

/* A blob to bind. */
typedef struct gb_sql_blob {
    const void *bytes;
    size_t size;
} gb_sql_blob;

/* Prepares and binds; `kinds` has one letter a value: 'i' int64_t, 'd' double, 't' const char *
 * (may be NULL), 'b' const gb_sql_blob * (may be NULL). What is bound must live as long as the
 * statement. NULL with OSError. */
sqlite3_stmt *gb_sql(sqlite3 *db, gb_error *err, const char *sql, const char *kinds,
                     ...) GB_MUST_CHECK;

/* The next row: *row is false after the last. */
bool gb_sql_step(sqlite3_stmt *statement, bool *row, gb_error *err) GB_MUST_CHECK;

/* Prepares, binds, runs to the end. */
bool gb_sql_run(sqlite3 *db, gb_error *err, const char *sql, const char *kinds, ...) GB_MUST_CHECK;

/* The same for a query of one integer; `fallback` when there is no row. */
bool gb_sql_int(sqlite3 *db, int64_t *out, int64_t fallback, gb_error *err, const char *sql,
                const char *kinds, ...) GB_MUST_CHECK;

#endif
