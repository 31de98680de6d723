/* The job log: looking and waiting. See store.h. */
#include "share/store.h"

#include "graph/base/memory.h"
#include "share/sql.h"
#include "share/store_state.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *text_of(sqlite3_stmt *s, int column)
{
    const char *text = (const char *)sqlite3_column_text(s, column);
    return text ? text : "";
}

/* --- one job ---------------------------------------------------------------------------------- */

static bool read_row(sqlite3_stmt *s, gb_store_view *out, gb_error *err)
{
    out->created = sqlite3_column_double(s, 2);
    out->started = sqlite3_column_double(s, 3);
    out->ended = sqlite3_column_double(s, 4);
    out->result_size = sqlite3_column_int64(s, 5);
    snprintf(out->result_hash, sizeof out->result_hash, "%s", text_of(s, 6));
    snprintf(out->model, sizeof out->model, "%s", text_of(s, 8));
    const char *error = text_of(s, 7);
    if (*error && !(out->error = gb_json_parse(error, strlen(error), "the error", err)))
        return false;
    return gb_state_find(text_of(s, 1), &out->state, err);
}

static bool read_job(gb_store *store, const char *id, gb_store_view *out, int64_t *seq,
                     gb_error *err)
{
    bool row = false;
    sqlite3_stmt *s = gb_sql(store->db, err,
                             "SELECT seq, state, created, started, ended,"
                             " coalesce(length(result), -1), result_hash, error, model"
                             " FROM jobs WHERE id = ?",
                             "t", id);
    bool ok = s && gb_sql_step(s, &row, err);
    if (ok && !row) ok = gb_fail(err, GB_ERR_KEY, "no job '%.64s'", id);
    if (ok) {
        *seq = sqlite3_column_int64(s, 0);
        ok = read_row(s, out, err);
    }
    sqlite3_finalize(s);
    return ok;
}

static json_t *event_json(sqlite3_stmt *s)
{
    json_t *event =
        json_pack("{s:I, s:s}", "n", (json_int_t)sqlite3_column_int64(s, 0), "kind", text_of(s, 1));
    if (sqlite3_column_type(s, 2) != SQLITE_NULL)
        json_object_set_new(event, "node", json_integer(sqlite3_column_int64(s, 2)));
    json_object_set_new(event, "text",
                        json_stringn(text_of(s, 3), (size_t)sqlite3_column_bytes(s, 3)));
    return event;
}

static bool read_events(gb_store *store, int64_t seq, int64_t after, gb_store_view *out,
                        gb_error *err)
{
    sqlite3_stmt *s = gb_sql(
        store->db, err, "SELECT n, kind, node, text FROM events WHERE seq = ? AND n > ? ORDER BY n",
        "ii", seq, after);
    bool row = true, ok = s != NULL;
    out->last = after;
    out->events = json_array();
    while (ok && row && (ok = gb_sql_step(s, &row, err)) && row) {
        out->last = sqlite3_column_int64(s, 0);
        if (json_array_append_new(out->events, event_json(s)))
            ok = gb_fail(err, GB_ERR_MEMORY, "out of memory for events");
    }
    sqlite3_finalize(s);
    return ok;
}

bool gb_store_look(gb_store *store, const char *id, int64_t after, gb_store_view *out,
                   gb_error *err)
{
    int64_t seq = 0;
    *out = (gb_store_view){0};
    pthread_mutex_lock(&store->lock);
    bool ok =
        read_job(store, id, out, &seq, err) && read_events(store, seq, after, out, err) &&
        gb_sql_int(store->db, &out->ahead, 0, err,
                   "SELECT count(*) FROM jobs WHERE seq < ? AND state IN ('queued', 'running')",
                   "i", seq);
    pthread_mutex_unlock(&store->lock);
    if (!ok) gb_store_view_release(out);
    return ok;
}

void gb_store_view_release(gb_store_view *view)
{
    json_decref(view->events);
    json_decref(view->error);
    *view = (gb_store_view){0};
}

static bool read_blob(gb_store *store, sqlite3_int64 seq, int64_t offset, size_t n, gb_buffer *out,
                      gb_error *err)
{
    sqlite3_blob *blob = NULL;
    if (sqlite3_blob_open(store->db, "main", "jobs", "result", seq, 0, &blob))
        return gb_fail(err, GB_ERR_OS, "the job log: %s", sqlite3_errmsg(store->db));
    int64_t left = sqlite3_blob_bytes(blob) - offset;
    if (left < 0) left = 0;
    if ((int64_t)n > left) n = (size_t)left;
    char *to = gb_buffer_reserve(out, n);
    bool ok = to ? sqlite3_blob_read(blob, to, (int)n, (int)offset) == SQLITE_OK ||
                       gb_fail(err, GB_ERR_OS, "the job log: %s", sqlite3_errmsg(store->db))
                 : gb_buffer_ok(out, err);
    if (ok && to) out->size += n;
    sqlite3_blob_close(blob);
    return ok;
}

bool gb_store_result(gb_store *store, const char *id, int64_t offset, size_t n, gb_buffer *out,
                     gb_error *err)
{
    int64_t seq;
    pthread_mutex_lock(&store->lock);
    bool ok = gb_sql_int(store->db, &seq, -1, err,
                         "SELECT seq FROM jobs WHERE id = ? AND result IS NOT NULL", "t", id);
    if (ok && seq < 0) ok = gb_fail(err, GB_ERR_KEY, "no result of a job '%.64s'", id);
    ok = ok && read_blob(store, seq, offset, n, out, err);
    pthread_mutex_unlock(&store->lock);
    return ok;
}

/* --- all of them ------------------------------------------------------------------------------ */

bool gb_store_count(gb_store *store, int64_t counts[GB_JOB_CANCELLED + 1], gb_error *err)
{
    memset(counts, 0, sizeof counts[0] * (GB_JOB_CANCELLED + 1));
    pthread_mutex_lock(&store->lock);
    sqlite3_stmt *s = gb_sql(store->db, err, "SELECT state, count(*) FROM jobs GROUP BY state", "");
    bool row = true, ok = s != NULL;
    while (ok && row && (ok = gb_sql_step(s, &row, err)) && row) {
        gb_job_state state = GB_JOB_IDLE;
        ok = gb_state_find(text_of(s, 0), &state, err);
        counts[state] = sqlite3_column_int64(s, 1);
    }
    sqlite3_finalize(s);
    pthread_mutex_unlock(&store->lock);
    return ok;
}

json_t *gb_store_recent(gb_store *store, int limit, gb_error *err)
{
    json_t *jobs = json_array();
    pthread_mutex_lock(&store->lock);
    sqlite3_stmt *s = gb_sql(store->db, err,
                             "SELECT id, model, state, created, started, ended FROM jobs"
                             " ORDER BY seq DESC LIMIT ?",
                             "i", (int64_t)limit);
    bool row = true, ok = s && jobs;
    while (ok && row && (ok = gb_sql_step(s, &row, err)) && row)
        ok =
            json_array_append_new(
                jobs, json_pack("{s:s, s:s, s:s, s:f, s:f, s:f}", "id", text_of(s, 0), "model",
                                text_of(s, 1), "state", text_of(s, 2), "created",
                                sqlite3_column_double(s, 3), "started", sqlite3_column_double(s, 4),
                                "ended", sqlite3_column_double(s, 5))) == 0;
    sqlite3_finalize(s);
    pthread_mutex_unlock(&store->lock);
    if (ok) return jobs;
    (void)gb_fail(err, GB_ERR_MEMORY, "out of memory for the list of jobs");
    json_decref(jobs);
    return NULL;
}

/* --- waiting ---------------------------------------------------------------------------------- */

uint64_t gb_store_news(gb_store *store)
{
    pthread_mutex_lock(&store->lock);
    uint64_t news = store->news;
    pthread_mutex_unlock(&store->lock);
    return news;
}

void gb_store_wait(gb_store *store, uint64_t seen, double seconds)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += (time_t)seconds;
    until.tv_nsec += (long)((seconds - (double)(time_t)seconds) * 1e9);
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    pthread_mutex_lock(&store->lock);
    while (store->news == seen &&
           pthread_cond_timedwait(&store->changed, &store->lock, &until) == 0)
        continue;
    pthread_mutex_unlock(&store->lock);
}

void gb_store_wake(gb_store *store)
{
    pthread_mutex_lock(&store->lock);
    store->news++;
    pthread_cond_broadcast(&store->changed);
    pthread_mutex_unlock(&store->lock);
}
