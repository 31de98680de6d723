/* Statements of SQLite. See sql.h. */
#include "share/sql.h"

#include <stdarg.h>

static bool failed(sqlite3 *db, gb_error *err)
{
    return gb_fail(err, GB_ERR_OS, "the job log: %s", sqlite3_errmsg(db));
}

static int bind_one(sqlite3_stmt *s, int at, char kind, va_list *values)
{
    const gb_sql_blob *blob;
    switch (kind) {
    case 'i': return sqlite3_bind_int64(s, at, va_arg(*values, int64_t));
    case 'd': return sqlite3_bind_double(s, at, va_arg(*values, double));
    case 'b':
        blob = va_arg(*values, const gb_sql_blob *);
        return blob && blob->bytes
                   ? sqlite3_bind_blob64(s, at, blob->bytes, blob->size, SQLITE_STATIC)
                   : sqlite3_bind_null(s, at);
    default: return sqlite3_bind_text(s, at, va_arg(*values, const char *), -1, SQLITE_STATIC);
    }
}

static sqlite3_stmt *prepare(sqlite3 *db, gb_error *err, const char *sql, const char *kinds,
                             va_list *values)
{
    sqlite3_stmt *s = NULL;
    bool ok = sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK;
    for (int i = 0; ok && kinds[i]; i++)
        ok = bind_one(s, i + 1, kinds[i], values) == SQLITE_OK;
    if (ok) return s;
    (void)failed(db, err);
    sqlite3_finalize(s);
    return NULL;
}

sqlite3_stmt *gb_sql(sqlite3 *db, gb_error *err, const char *sql, const char *kinds, ...)
{
    va_list values;
    va_start(values, kinds);
    sqlite3_stmt *s = prepare(db, err, sql, kinds, &values);
    va_end(values);
    return s;
}

bool gb_sql_step(sqlite3_stmt *statement, bool *row, gb_error *err)
{
    int code = sqlite3_step(statement);
    *row = code == SQLITE_ROW;
    return code == SQLITE_ROW || code == SQLITE_DONE || failed(sqlite3_db_handle(statement), err);
}

bool gb_sql_run(sqlite3 *db, gb_error *err, const char *sql, const char *kinds, ...)
{
    va_list values;
    va_start(values, kinds);
    sqlite3_stmt *s = prepare(db, err, sql, kinds, &values);
    va_end(values);
    bool row = true, ok = s != NULL;
    while (ok && row)
        ok = gb_sql_step(s, &row, err);
    sqlite3_finalize(s);
    return ok;
}

bool gb_sql_int(sqlite3 *db, int64_t *out, int64_t fallback, gb_error *err, const char *sql,
                const char *kinds, ...)
{
    va_list values;
    va_start(values, kinds);
    sqlite3_stmt *s = prepare(db, err, sql, kinds, &values);
    va_end(values);
    bool row = false, ok = s && gb_sql_step(s, &row, err);
    *out = row ? sqlite3_column_int64(s, 0) : fallback;
    sqlite3_finalize(s);
    return ok;
}
