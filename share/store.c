/* The job log: opening, adding, taking, ending. See store.h; what only looks is store_look.c. */
#include "share/store.h"

#include "graph/base/hash.h"
#include "graph/base/memory.h"
#include "share/limit.h"
#include "share/sql.h"
#include "share/store_state.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SCHEMA_VERSION = 1 };

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS jobs("
    "  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, key TEXT UNIQUE,"
    "  hash TEXT NOT NULL, model TEXT NOT NULL, state TEXT NOT NULL, body BLOB,"
    "  result BLOB, result_hash TEXT, error TEXT, attempts INTEGER NOT NULL DEFAULT 0,"
    "  cancel INTEGER NOT NULL DEFAULT 0,"
    "  created REAL NOT NULL, started REAL, ended REAL);"
    "CREATE INDEX IF NOT EXISTS jobs_state ON jobs(state, seq);"
    "CREATE TABLE IF NOT EXISTS events("
    "  seq INTEGER NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, node INTEGER,"
    "  text TEXT NOT NULL, PRIMARY KEY(seq, n), UNIQUE(seq, node)) WITHOUT ROWID;"
    "PRAGMA user_version=1;";

static double now_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* --- opening ---------------------------------------------------------------------------------- */

/* Others on the machine have no business with the jobs. */
static bool make_private(const char *path, gb_error *err)
{
    if (strcmp(path, ":memory:") == 0) return true;
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return gb_fail(err, GB_ERR_OS, "the job log '%s' cannot be opened: %s", path,
                       strerror(errno));
    close(fd);
    return true;
}

static bool own_file(gb_store *store, const char *path, gb_error *err)
{
    int code = sqlite3_exec(store->db,
                            "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL;"
                            "PRAGMA synchronous=NORMAL; PRAGMA journal_size_limit=67108864;"
                            "BEGIN EXCLUSIVE; COMMIT;",
                            NULL, NULL, NULL);
    if (code == SQLITE_OK) return true;
    if (code == SQLITE_BUSY)
        return gb_fail(err, GB_ERR_OS, "the job log '%s' belongs to a server that runs", path);
    return gb_fail(err, GB_ERR_OS, "the job log '%s': %s", path, sqlite3_errmsg(store->db));
}

static bool make_tables(gb_store *store, const char *path, gb_error *err)
{
    int64_t version;
    if (!gb_sql_int(store->db, &version, 0, err, "PRAGMA user_version", "")) return false;
    if (version != 0 && version != SCHEMA_VERSION)
        return gb_fail(err, GB_ERR_OS, "the job log '%s' is of version %d; this is version %d",
                       path, (int)version, SCHEMA_VERSION);
    return sqlite3_exec(store->db, schema, NULL, NULL, NULL) == SQLITE_OK ||
           gb_fail(err, GB_ERR_OS, "the job log '%s': %s", path, sqlite3_errmsg(store->db));
}

static bool add_event(gb_store *store, int64_t seq, const char *kind, const char *text,
                      gb_error *err)
{
    return gb_sql_run(store->db, err,
                      "INSERT INTO events(seq, n, kind, text) VALUES(?1, (SELECT"
                      " coalesce(max(n), 0) + 1 FROM events WHERE seq = ?1), ?2, ?3)",
                      "itt", seq, kind, text);
}

static bool give_up(gb_store *store, int64_t seq, int64_t attempts, gb_error *err)
{
    gb_error why = GB_ERROR_INIT;
    (void)gb_fail(&why, GB_ERR_RUNTIME, "the server ended %d times while it ran this job",
                  (int)attempts);
    json_t *error =
        json_pack("{s:s, s:s}", "class", gb_error_class_name(why.cls), "message", why.message);
    char *text = error ? gb_json_text(error, false, err) : NULL;
    bool ok = text &&
              gb_sql_run(store->db, err,
                         "UPDATE jobs SET state = 'failed', error = ?2, ended = ?3,"
                         " body = NULL WHERE seq = ?1",
                         "itd", seq, text, now_seconds()) &&
              add_event(store, seq, "state", "failed", err);
    json_decref(error);
    gb_free(text);
    return ok;
}

static bool cancel_now(gb_store *store, int64_t seq, gb_error *err)
{
    return gb_sql_run(store->db, err,
                      "UPDATE jobs SET state = 'cancelled', ended = ?2, body = NULL WHERE seq = ?1",
                      "id", seq, now_seconds()) &&
           add_event(store, seq, "state", "cancelled", err);
}

static bool queue_again(gb_store *store, int64_t seq, gb_error *err)
{
    return gb_sql_run(store->db, err,
                      "UPDATE jobs SET state = 'queued', started = NULL WHERE seq = ?", "i", seq) &&
           add_event(store, seq, "state", "queued", err);
}

/* What ran when the last process ended runs again. */
static bool resume(gb_store *store, gb_error *err)
{
    for (bool row = true, ok; row;) {
        sqlite3_stmt *s = gb_sql(
            store->db, err, "SELECT seq, attempts, cancel FROM jobs WHERE state = 'running'", "");
        ok = s && gb_sql_step(s, &row, err);
        int64_t seq = ok && row ? sqlite3_column_int64(s, 0) : 0;
        int64_t attempts = ok && row ? sqlite3_column_int64(s, 1) : 0;
        bool cancelled = ok && row && sqlite3_column_int64(s, 2);
        sqlite3_finalize(s);
        if (ok && row && cancelled)
            ok = cancel_now(store, seq, err);
        else if (ok && row && attempts >= gb_limit_of(GB_LIMIT_ATTEMPTS)->value)
            ok = give_up(store, seq, attempts, err);
        else if (ok && row)
            ok = queue_again(store, seq, err);
        if (!ok) return false;
    }
    return true;
}

gb_store *gb_store_open(const char *path, gb_error *err)
{
    gb_store *store = gb_calloc(1, sizeof *store, err);
    if (!store) return NULL;
    pthread_mutex_init(&store->lock, NULL);
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&store->changed, &monotonic);
    pthread_condattr_destroy(&monotonic);
    bool ok = make_private(path, err);
    if (ok && sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL))
        ok = gb_fail(err, GB_ERR_OS, "the job log '%s' cannot be opened: %s", path,
                     store->db ? sqlite3_errmsg(store->db) : "out of memory");
    if (ok && own_file(store, path, err) && make_tables(store, path, err) && resume(store, err))
        return store;
    gb_store_close(store);
    return NULL;
}

void gb_store_close(gb_store *store)
{
    if (!store) return;
    sqlite3_close(store->db);
    pthread_cond_destroy(&store->changed);
    pthread_mutex_destroy(&store->lock);
    gb_free(store);
}

/* --- transactions ----------------------------------------------------------------------------- */

static bool begin_change(gb_store *store, gb_error *err)
{
    pthread_mutex_lock(&store->lock);
    if (gb_sql_run(store->db, err, "BEGIN IMMEDIATE", "")) return true;
    pthread_mutex_unlock(&store->lock);
    return false;
}

static bool commit(gb_store *store, bool ok, gb_error *err)
{
    ok = ok && gb_sql_run(store->db, err, "COMMIT", "");
    if (!ok) (void)!gb_sql_run(store->db, NULL, "ROLLBACK", "");
    return ok;
}

/* Lets the lock go and wakes who waits. */
static void unlock(gb_store *store)
{
    store->news++;
    pthread_cond_broadcast(&store->changed);
    pthread_mutex_unlock(&store->lock);
}

/* Ends what begin_change began: commits, or undoes it when not `ok`. */
static bool end_change(gb_store *store, bool ok, gb_error *err)
{
    ok = commit(store, ok, err);
    unlock(store);
    return ok;
}

/* --- adding ----------------------------------------------------------------------------------- */

/* The job that came with the key before. */
static gb_store_added find_key(gb_store *store, const char *key, const char *hash, char *id,
                               gb_error *err)
{
    bool row = false;
    sqlite3_stmt *s = gb_sql(store->db, err, "SELECT id, hash FROM jobs WHERE key = ?", "t", key);
    bool ok = s && gb_sql_step(s, &row, err);
    gb_store_added found = ok ? GB_STORE_ADDED : GB_STORE_FAILED;
    if (ok && row) {
        bool same = strcmp((const char *)sqlite3_column_text(s, 1), hash) == 0;
        memcpy(id, sqlite3_column_text(s, 0), GB_JOB_ID_SIZE);
        found = same ? GB_STORE_KNOWN : GB_STORE_CONFLICT;
    }
    sqlite3_finalize(s);
    return found;
}

static bool forget_old(gb_store *store, gb_error *err)
{
    double before = now_seconds() - (double)gb_limit_of(GB_LIMIT_KEPT)->value;
    return gb_sql_run(store->db, err,
                      "DELETE FROM events WHERE seq IN (SELECT seq FROM jobs WHERE ended < ?)", "d",
                      before) &&
           gb_sql_run(store->db, err, "DELETE FROM jobs WHERE ended < ?", "d", before);
}

static gb_store_added insert(gb_store *store, const gb_store_entry *entry, const char *hash,
                             char id[GB_JOB_ID_SIZE], gb_error *err)
{
    gb_store_added added = GB_STORE_ADDED;
    int64_t waiting;
    gb_sql_blob body = {entry->body, entry->size};
    if (entry->key) added = find_key(store, entry->key, hash, id, err);
    if (added != GB_STORE_ADDED) return added;
    if (!forget_old(store, err) ||
        !gb_sql_int(store->db, &waiting, 0, err, "SELECT count(*) FROM jobs WHERE state = 'queued'",
                    "") ||
        !gb_random_id(id, err))
        return GB_STORE_FAILED;
    if (waiting >= gb_limit_of(GB_LIMIT_QUEUED)->value) return GB_STORE_FULL;
    bool ok = gb_sql_run(store->db, err,
                         "INSERT INTO jobs(id, key, hash, model, state, body, created)"
                         " VALUES(?, ?, ?, ?, 'queued', ?, ?)",
                         "ttttbd", id, entry->key, hash, entry->model, &body, now_seconds()) &&
              add_event(store, sqlite3_last_insert_rowid(store->db), "state", "queued", err);
    return ok ? GB_STORE_ADDED : GB_STORE_FAILED;
}

/* How much of a change is on disk when it is done. A kill loses nothing that was handed to the
 * system; a power failure might, so what was accepted is waited for. Everything else can be done
 * again. */
static bool wait_for_disk(gb_store *store, bool wait, gb_error *err)
{
    return gb_sql_run(store->db, err,
                      wait ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL", "");
}

static gb_store_added add_locked(gb_store *store, const gb_store_entry *entry, const char *hash,
                                 char id[GB_JOB_ID_SIZE], gb_error *err)
{
    gb_store_added added = GB_STORE_FAILED;
    if (wait_for_disk(store, true, err) && gb_sql_run(store->db, err, "BEGIN IMMEDIATE", ""))
        added = insert(store, entry, hash, id, err);
    return added;
}

gb_store_added gb_store_add(gb_store *store, const gb_store_entry *entry, char id[GB_JOB_ID_SIZE],
                            gb_error *err)
{
    char hash[GB_SHA256_TEXT];
    if (!gb_sha256_hex(entry->body, entry->size, hash, err)) return GB_STORE_FAILED;
    pthread_mutex_lock(&store->lock);
    gb_store_added added = add_locked(store, entry, hash, id, err);
    bool kept = commit(store, added != GB_STORE_FAILED, err);
    bool back = wait_for_disk(store, false, err);
    unlock(store);
    return kept && back ? added : GB_STORE_FAILED;
}

/* --- running ---------------------------------------------------------------------------------- */

static bool take(gb_store *store, char id[GB_JOB_ID_SIZE], gb_buffer *body, bool *found,
                 gb_error *err)
{
    sqlite3_stmt *s = gb_sql(store->db, err,
                             "SELECT seq, id, body FROM jobs WHERE state = 'queued'"
                             " ORDER BY seq LIMIT 1",
                             "");
    bool ok = s && gb_sql_step(s, found, err);
    int64_t seq = 0;
    if (ok && *found) {
        seq = sqlite3_column_int64(s, 0);
        memcpy(id, sqlite3_column_text(s, 1), GB_JOB_ID_SIZE);
        gb_buffer_put(body, sqlite3_column_blob(s, 2), (size_t)sqlite3_column_bytes(s, 2));
        ok = gb_buffer_ok(body, err);
    }
    sqlite3_finalize(s);
    if (!ok || !*found) return ok;
    return gb_sql_run(store->db, err,
                      "UPDATE jobs SET state = 'running', attempts = attempts + 1, started = ?2"
                      " WHERE seq = ?1",
                      "id", seq, now_seconds()) &&
           add_event(store, seq, "state", "running", err);
}

bool gb_store_take(gb_store *store, char id[GB_JOB_ID_SIZE], gb_buffer *body, bool *found,
                   gb_error *err)
{
    *found = false;
    if (!begin_change(store, err)) return false;
    bool ok = commit(store, take(store, id, body, found, err), err);
    if (*found)
        unlock(store);
    else
        pthread_mutex_unlock(&store->lock); /* no news: who found nothing waits for some */
    return ok;
}

/* The number of a job that is in the given state, -1 when there is none. */
static bool find_in(gb_store *store, const char *id, const char *state, int64_t *seq, gb_error *err)
{
    return gb_sql_int(store->db, seq, -1, err, "SELECT seq FROM jobs WHERE id = ? AND state = ?",
                      "tt", id, state);
}

static bool print(gb_store *store, const char *id, int32_t node, const char *text, gb_error *err)
{
    int64_t seq;
    if (!find_in(store, id, "running", &seq, err)) return false;
    return seq < 0 ||
           gb_sql_run(store->db, err,
                      "INSERT OR IGNORE INTO events(seq, n, kind, node, text) VALUES(?1,"
                      " (SELECT max(n) + 1 FROM events WHERE seq = ?1), 'print', ?2, ?3)",
                      "iit", seq, (int64_t)node, text);
}

bool gb_store_print(gb_store *store, const char *id, int32_t node, const char *text, gb_error *err)
{
    if (!begin_change(store, err)) return false;
    return end_change(store, print(store, id, node, text, err), err);
}

static bool finish(gb_store *store, const char *id, const gb_store_end *end, const char *error,
                   gb_error *err)
{
    int64_t seq;
    char hash[GB_SHA256_TEXT];
    gb_sql_blob result = {end->result, end->size};
    if (!find_in(store, id, "running", &seq, err)) return false;
    if (seq < 0) return true;
    if (end->result && !gb_sha256_hex(end->result, end->size, hash, err)) return false;
    return gb_sql_run(store->db, err,
                      "UPDATE jobs SET state = ?2, result = ?3, result_hash = ?4, error = ?5,"
                      " ended = ?6, body = NULL WHERE seq = ?1",
                      "itbttd", seq, gb_state_name(end->state), &result, end->result ? hash : NULL,
                      error, now_seconds()) &&
           add_event(store, seq, "state", gb_state_name(end->state), err);
}

bool gb_store_finish(gb_store *store, const char *id, const gb_store_end *end, gb_error *err)
{
    char *error = end->error ? gb_json_text(end->error, false, err) : NULL;
    bool ok = (error || !end->error) && begin_change(store, err);
    if (ok) ok = end_change(store, finish(store, id, end, error, err), err);
    gb_free(error);
    return ok;
}

static bool cancel(gb_store *store, const char *id, gb_job_state *state, gb_error *err)
{
    int64_t seq = -1;
    bool row = false;
    sqlite3_stmt *s = gb_sql(store->db, err, "SELECT seq, state FROM jobs WHERE id = ?", "t", id);
    bool ok = s && gb_sql_step(s, &row, err);
    if (ok && row) {
        seq = sqlite3_column_int64(s, 0);
        ok = gb_state_find((const char *)sqlite3_column_text(s, 1), state, err);
    }
    sqlite3_finalize(s);
    if (!ok) return false;
    if (!row) return gb_fail(err, GB_ERR_KEY, "no job '%.64s'", id);
    if (*state == GB_JOB_RUNNING)
        return gb_sql_run(store->db, err, "UPDATE jobs SET cancel = 1 WHERE seq = ?", "i", seq);
    return *state != GB_JOB_QUEUED || cancel_now(store, seq, err);
}

bool gb_store_cancel(gb_store *store, const char *id, gb_job_state *state, gb_error *err)
{
    if (!begin_change(store, err)) return false;
    return end_change(store, cancel(store, id, state, err), err);
}

bool gb_store_wants_end(gb_store *store, const char *id)
{
    int64_t cancelled = 0;
    pthread_mutex_lock(&store->lock);
    bool ok =
        gb_sql_int(store->db, &cancelled, 0, NULL, "SELECT cancel FROM jobs WHERE id = ?", "t", id);
    pthread_mutex_unlock(&store->lock);
    return ok && cancelled;
}
