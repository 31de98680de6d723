/* Progress lines that update in place. See progress.h. */
#include "kernel/progress.h"

#include "display/progress.h"
#include "graph/base/memory.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define FIRST_AFTER_SECONDS 0.33
#define BETWEEN_SECONDS 0.2

enum { LINES = 8, LABEL = 96 };

typedef struct line {
    char label[LABEL]; /* "": free */
    char id[40];       /* of the display */
    double started;
    double shown; /* 0: not yet */
    uint64_t done, total;
    gb_progress_unit unit;
} line;

struct gb_progress_board {
    const gb_front *front;
    gb_progress hook;
    line lines[LINES];
    unsigned long next_id;
};

static double now_seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool begins_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* What a label's first word says about the state. */
static gb_progress_state state_of(const line *l)
{
    if (l->total && l->done >= l->total) return GB_PROGRESS_DONE;
    if (begins_with(l->label, "download")) return GB_PROGRESS_DOWNLOADING;
    if (begins_with(l->label, "send") || begins_with(l->label, "upload"))
        return GB_PROGRESS_UPLOADING;
    if (begins_with(l->label, "load")) return GB_PROGRESS_LOADING;
    if (begins_with(l->label, "queue")) return GB_PROGRESS_QUEUED;
    return GB_PROGRESS_RUNNING;
}

/* The label without the word that the state's own word repeats, and without the folders of a path:
 * where a model lies on this machine says nothing to a notebook's readers. */
static const char *subject_of(const char *label)
{
    static const char *const words[] = {"downloading ", "loading ", "running ", "sending ",
                                        "queued "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (begins_with(label, words[i])) label += strlen(words[i]);
    const char *slash = *label == '/' ? strrchr(label, '/') : NULL;
    return slash && slash[1] ? slash + 1 : label;
}

static json_t *bundle_of(const line *l, gb_progress_state state)
{
    bool ended = state >= GB_PROGRESS_DONE;
    gb_progress_line shown = {.state = state,
                              .what = subject_of(l->label),
                              /* the last state stays in the notebook: it has no times */
                              .elapsed = ended ? -1 : now_seconds() - l->started,
                              .done = l->done,
                              .total = l->total,
                              .unit = l->unit};
    gb_bundle bundle = GB_BUNDLE_INIT;
    json_t *data = NULL, *metadata = NULL, *out = NULL;
    if (gb_progress_show(&shown, &bundle, NULL) && gb_bundle_json(&bundle, &data, &metadata, NULL))
        out = json_pack("{s:o, s:o}", "data", data, "metadata", metadata);
    gb_bundle_release(&bundle);
    return out;
}

static void show(gb_progress_board *board, line *l, gb_progress_state state)
{
    json_t *bundle = bundle_of(l, state);
    if (l->shown > 0) {
        gb_front_update_display(board->front, bundle, l->id);
    } else {
        snprintf(l->id, sizeof l->id, "progress-%lu", ++board->next_id);
        gb_front_display(board->front, bundle, l->id);
    }
    l->shown = now_seconds();
    json_decref(bundle);
}

/* The line of a label: one of the same subject, in whatever state it was, a free one, or the first
 * one, which then loses its place. */
static line *find(gb_progress_board *board, const char *label)
{
    line *free_line = NULL;
    for (int i = 0; i < LINES; i++) {
        line *l = &board->lines[i];
        if (*l->label && strncmp(subject_of(l->label), subject_of(label), LABEL - 1) == 0) {
            snprintf(l->label, sizeof l->label, "%s", label);
            return l;
        }
        if (!*l->label && !free_line) free_line = l;
    }
    line *l = free_line ? free_line : &board->lines[0];
    *l = (line){.started = now_seconds()};
    snprintf(l->label, sizeof l->label, "%s", *label ? label : "working");
    return l;
}

static gb_progress_unit unit_of(const char *unit)
{
    if (unit && strcmp(unit, "B") == 0) return GB_PROGRESS_BYTES;
    if (unit && strcmp(unit, "tokens") == 0) return GB_PROGRESS_TOKENS;
    return GB_PROGRESS_STEPS;
}

static void report(void *context, const char *label, uint64_t done, uint64_t total,
                   const char *unit)
{
    gb_progress_board *board = context;
    line *l = find(board, label ? label : "");
    double now = now_seconds();
    l->done = done;
    l->total = total;
    l->unit = unit_of(unit);
    bool over = total && done >= total;
    bool due =
        l->shown > 0 ? now - l->shown >= BETWEEN_SECONDS : now - l->started >= FIRST_AFTER_SECONDS;
    if (due || (over && l->shown > 0)) show(board, l, state_of(l));
    if (over) *l->label = 0;
}

gb_progress_board *gb_progress_board_new(const gb_front *front, gb_error *err)
{
    gb_progress_board *board = gb_calloc(1, sizeof *board, err);
    if (!board) return NULL;
    board->front = front;
    board->hook = (gb_progress){board, report};
    return board;
}

void gb_progress_board_free(gb_progress_board *board)
{
    gb_free(board);
}

const gb_progress *gb_progress_board_hook(gb_progress_board *board)
{
    return &board->hook;
}

void gb_progress_board_finish(gb_progress_board *board, bool failed)
{
    for (int i = 0; i < LINES; i++) {
        line *l = &board->lines[i];
        if (*l->label && l->shown > 0)
            show(board, l, failed ? GB_PROGRESS_FAILED : GB_PROGRESS_DONE);
        *l->label = 0;
    }
}
