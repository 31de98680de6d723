/* Making tensors of stored bytes: mapped where they are right as they are, else expanded to float32
 * by several threads. See weights.h. */
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"
#include "graph/weights/checkpoint.h"

#include <inttypes.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    PIECE = 1 << 17, /* elements that a thread expands between two looks at the interrupt flag */
    MAX_THREADS = 16,
    SMALL = 1 << 16, /* bytes; less is copied: sharing would keep the pages all around */
};

/* --- tensors that share the file's pages
 * ---------------------------------------------------------- */

static void release_mapping(void *mapping)
{
    gb_mapping_unref(mapping);
}

static gb_tensor *share(const gb_weight_entry *e, gb_error *err)
{
    const unsigned char *data = gb_mapping_data(e->mapping) + e->offset;
    const gb_weight *info = &e->info;
    if (!info->bytes) return gb_tensor_empty(info->dtype, info->shape, (size_t)info->rank, err);
    if (info->bytes < SMALL || (uintptr_t)data % gb_dtype_size(info->dtype))
        return gb_tensor_from_data(data, info->dtype, info->shape, (size_t)info->rank, err);
    gb_borrowed memory = {.data = (void *)data,
                          .dtype = info->dtype,
                          .sizes = info->shape,
                          .dim = (size_t)info->rank,
                          .release = release_mapping,
                          .context = gb_mapping_ref(e->mapping)};
    gb_tensor *t = gb_tensor_from_borrowed(&memory, err);
    if (!t) gb_mapping_unref(e->mapping);
    return t;
}

static bool is_shared(const gb_weight_entry *e)
{
    return !e->type->expand && e->edit == GB_EDIT_NONE;
}

/* --- tensors that are made
 * ------------------------------------------------------------------------ */

/* A tensor as the rows that are stored: `columns` is a whole number of blocks. */
typedef struct table {
    const gb_weight_entry *entry;
    int64_t rows, columns;
    float *out;
} table;

static table table_of(const gb_weight_entry *e, float *out)
{
    const gb_weight *info = &e->info;
    table t = {.entry = e, .rows = 1, .columns = 1, .out = out};
    if (e->edit == GB_EDIT_TRANSPOSE) {
        t.rows = info->shape[1];
        t.columns = info->shape[0];
    } else if (info->rank == 1 && (e->edit == GB_EDIT_HEADS || e->edit == GB_EDIT_QKV)) {
        t.rows = info->shape[0];
    } else {
        for (int i = 0; i < info->rank - 1; i++)
            t.rows *= info->shape[i];
        if (info->rank) t.columns = info->shape[info->rank - 1];
    }
    return t;
}

/* Where the row that is stored at `row` belongs. */
static int64_t place_of_row(const table *t, int64_t row)
{
    int64_t heads = t->entry->heads;
    if (t->entry->edit == GB_EDIT_HEADS) {
        int64_t width = t->rows / heads, head = row / width, i = row % width;
        return head * width + i % 2 * (width / 2) + i / 2;
    }
    if (t->entry->edit == GB_EDIT_QKV) {
        int64_t width = t->rows / 3 / heads, part = row / (heads * width);
        int64_t head = row / width % heads;
        return (head * 3 + part) * width + row % width;
    }
    return row;
}

static void expand_row(const table *t, int64_t row, float *out)
{
    const gb_stored_type *type = t->entry->type;
    size_t blocks = (size_t)(t->columns / type->block);
    const uint8_t *from =
        gb_mapping_data(t->entry->mapping) + t->entry->offset + (size_t)row * blocks * type->bytes;
    if (type->expand)
        type->expand(from, blocks, out);
    else
        memcpy(out, from, blocks * type->bytes);
}

/* Expands rows [first, last). `line` has room for one row. */
static void make_rows(const table *t, int64_t first, int64_t last, float *line)
{
    for (int64_t row = first; row < last; row++) {
        if (t->entry->edit == GB_EDIT_TRANSPOSE) {
            expand_row(t, row, line);
            for (int64_t j = 0; j < t->columns; j++)
                t->out[j * t->rows + row] = line[j];
            continue;
        }
        float *out = t->out + place_of_row(t, row) * t->columns;
        expand_row(t, row, out);
        if (t->entry->edit == GB_EDIT_MINUS_ONE)
            for (int64_t j = 0; j < t->columns; j++)
                out[j] -= 1;
        if (t->entry->edit == GB_EDIT_LOG)
            for (int64_t j = 0; j < t->columns; j++)
                out[j] = logf(-out[j]);
    }
}

/* --- several threads
 * ------------------------------------------------------------------------------ */

typedef struct piece {
    uint32_t table;
    int64_t first, last; /* rows */
} piece;

typedef struct loading {
    table *tables;
    size_t table_count;
    piece *pieces;
    size_t piece_count, piece_capacity;
    int64_t widest; /* columns */
    uint64_t total; /* bytes as stored */
    atomic_size_t next;
    atomic_uint_fast64_t done;
    atomic_bool stop;
    const gb_weights_read_options *options;
} loading;

static bool cut_into_pieces(loading *w, gb_error *err)
{
    for (size_t i = 0; i < w->table_count; i++) {
        const table *t = &w->tables[i];
        int64_t step = t->columns > PIECE ? 1 : PIECE / (t->columns ? t->columns : 1);
        if (t->columns > w->widest) w->widest = t->columns;
        w->total += t->entry->info.bytes;
        for (int64_t row = 0; row < t->rows; row += step) {
            if (!gb_grow(&w->pieces, &w->piece_capacity, w->piece_count + 1, sizeof *w->pieces,
                         err))
                return false;
            int64_t last = row + step < t->rows ? row + step : t->rows;
            w->pieces[w->piece_count++] = (piece){(uint32_t)i, row, last};
        }
    }
    return true;
}

static void forget(const gb_weight_entry *e)
{
    gb_mapping_forget(e->mapping, e->offset, e->offset + e->info.bytes);
}

/* Does one piece; false when none is left or somebody said stop. */
static bool do_piece(loading *w, float *line, size_t *which)
{
    if (atomic_load(&w->stop)) return false;
    size_t i = atomic_fetch_add(&w->next, 1);
    if (i >= w->piece_count) return false;
    const piece *p = &w->pieces[i];
    const table *t = &w->tables[p->table];
    make_rows(t, p->first, p->last, line);
    const gb_weight_entry *entry = t->entry;
    uint64_t row_bytes = (uint64_t)(t->columns / entry->type->block) * entry->type->bytes;
    if (p->last == t->rows) forget(entry);
    atomic_fetch_add(&w->done, (uint64_t)(p->last - p->first) * row_bytes);
    *which = p->table;
    return true;
}

static void *run_worker(void *context)
{
    loading *w = context;
    size_t which;
    float *line = gb_alloc((size_t)w->widest * sizeof *line, NULL);
    while (line && do_piece(w, line, &which))
        continue;
    gb_free(line);
    return NULL;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* The caller's thread: works like the others, tells of the progress, and watches for interrupts. */
static bool run_leader(loading *w, gb_error *err)
{
    size_t which;
    double told = 0;
    float *line = gb_alloc((size_t)w->widest * sizeof *line, err);
    bool ok = line != NULL;
    while (ok && do_piece(w, line, &which)) {
        ok = gb_check_interrupt(err);
        if (!w->options->progress || seconds() - told < 0.05) continue;
        told = seconds();
        w->options->progress(w->options->context, atomic_load(&w->done), w->total,
                             w->tables[which].entry->info.name);
    }
    if (!ok) atomic_store(&w->stop, true);
    gb_free(line);
    return ok;
}

static int thread_count(const loading *w)
{
    long n = w->options->threads;
    if (n <= 0) n = sysconf(_SC_NPROCESSORS_ONLN);
    if (n > MAX_THREADS) n = MAX_THREADS;
    if ((size_t)n > w->piece_count / 2) n = (long)(w->piece_count / 2);
    return n < 1 ? 1 : (int)n;
}

static bool run_all(loading *w, gb_error *err)
{
    pthread_t threads[MAX_THREADS];
    int started = 0, wanted = thread_count(w) - 1;
    while (started < wanted && pthread_create(&threads[started], NULL, run_worker, w) == 0)
        started++;
    bool ok = run_leader(w, err);
    for (int i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    for (size_t i = 0; i < w->table_count; i++) /* a fault brings pages of the neighbours again */
        forget(w->tables[i].entry);
    if (ok && w->options->progress && w->table_count)
        w->options->progress(w->options->context, w->total, w->total,
                             w->tables[w->table_count - 1].entry->info.name);
    return ok;
}

/* --- the interface
 * -------------------------------------------------------------------------------- */

static const gb_weight_entry *find_entry(const gb_weights *w, const char *name, gb_error *err)
{
    const gb_weight_entry *e = gb_map_get(&w->names, name);
    if (e) return e;
    const char *near = gb_weights_nearest(w, name);
    gb_fail(err, GB_ERR_KEY, "'%s' has no tensor '%s'%s%s%s", w->path, name,
            near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    return NULL;
}

/* The i-th result: shared, or memory that the threads will fill. */
static bool start_tensor(loading *work, const gb_weight_entry *e, gb_tensor **out, gb_error *err)
{
    const gb_weight *info = &e->info;
    if (is_shared(e)) return (*out = share(e, err)) != NULL;
    *out = gb_tensor_empty(info->dtype, info->shape, (size_t)info->rank, err);
    if (!*out) return false;
    if (info->bytes) work->tables[work->table_count++] = table_of(e, gb_tensor_data(*out));
    return true;
}

bool gb_weights_read_many(gb_weights *w, const char *const *names, size_t count, gb_tensor **out,
                          const gb_weights_read_options *options, gb_error *err)
{
    static const gb_weights_read_options plain = {0};
    loading work = {.options = options ? options : &plain};
    size_t made = 0;
    bool ok = (work.tables = gb_calloc(count, sizeof *work.tables, err)) != NULL;
    for (; ok && made < count; made += ok) {
        const gb_weight_entry *e = find_entry(w, names[made], err);
        ok = e && gb_check_interrupt(err) && start_tensor(&work, e, &out[made], err);
        if (e && !ok) gb_error_context(err, "tensor '%s'", names[made]);
    }
    ok = ok && cut_into_pieces(&work, err) && (!work.piece_count || run_all(&work, err));
    for (size_t i = 0; !ok && i < made; i++)
        gb_tensor_unref(out[i]);
    for (size_t i = 0; !ok && i < count; i++)
        out[i] = NULL;
    gb_free(work.tables);
    gb_free(work.pieces);
    return ok;
}

gb_tensor *gb_weights_read(gb_weights *w, const char *name, gb_error *err)
{
    gb_tensor *out = NULL;
    return gb_weights_read_many(w, &name, 1, &out, NULL, err) ? out : NULL;
}

void gb_weights_forget(const gb_weights *w, const char *name)
{
    const gb_weight_entry *e = gb_map_get(&w->names, name);
    if (e) forget(e);
}
