/* %time, %timeit and %%capture: running the user's text under observation. See magic.h. */
#include "kernel/magic.h"
#include "kernel/recorder.h"

#include "graph/base/memory.h"
#include "kernel/lang/lexer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* "1.23 ms", "1min 5s": IPython's way. */
static void put_duration(gb_buffer *b, double seconds)
{
    static const struct {
        const char *name;
        double scale;
    } units[] = {{"s", 1}, {"ms", 1e3}, {"µs", 1e6}, {"ns", 1e9}};
    static const struct {
        const char *name;
        double seconds;
    } parts[] = {{"d", 86400}, {"h", 3600}, {"min", 60}, {"s", 1}};
    if (seconds < 60) {
        int unit = seconds > 0 ? -(int)floor(floor(log10(seconds)) / 3) : 3;
        unit = unit < 0 ? 0 : unit > 3 ? 3 : unit;
        gb_buffer_format(b, "%.3g %s", seconds * units[unit].scale, units[unit].name);
        return;
    }
    double left = floor(seconds);
    const char *gap = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        double count = floor(left / parts[i].seconds);
        if (count <= 0) continue;
        gb_buffer_format(b, "%s%.0f%s", gap, count, parts[i].name);
        left -= count * parts[i].seconds;
        gap = " ";
    }
}

/* --- %time -------------------------------------------------------------------------------------*/

static double seconds_of(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

static void put_times(gb_buffer *b, const struct rusage *before, const struct rusage *after,
                      double wall)
{
    double user = seconds_of(after->ru_utime) - seconds_of(before->ru_utime);
    double system = seconds_of(after->ru_stime) - seconds_of(before->ru_stime);
    gb_buffer_text(b, "CPU times: user ");
    put_duration(b, user);
    gb_buffer_text(b, ", sys: ");
    put_duration(b, system);
    gb_buffer_text(b, ", total: ");
    put_duration(b, user + system);
    gb_buffer_text(b, "\nWall time: ");
    put_duration(b, wall);
    gb_buffer_char(b, '\n');
}

/* The times are told also when the statement fails: it may have run for an hour. */
gb_value gb_magic_time(const gb_magic_call *call)
{
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    double start = now();
    gb_value value = gb_magic_run(call, call->cell ? call->body : call->args);
    double wall = now() - start;
    getrusage(RUSAGE_SELF, &after);
    gb_buffer b = GB_BUFFER_INIT;
    put_times(&b, &before, &after, wall);
    gb_magic_print(call, b.data ? b.data : "");
    gb_buffer_release(&b);
    return value;
}

/* --- %timeit -----------------------------------------------------------------------------------*/

enum { MOST_RUNS = 1000 };
static const double ENOUGH_SECONDS = 0.2; /* of one run, when the number of loops is chosen */

typedef struct timing {
    long loops;
    int runs;
    double seconds[MOST_RUNS]; /* of one loop, in each run */
    double mean, deviation, best, worst;
} timing;

/* Does a string go over the start of this line? Such lines keep their text as it is. */
static bool inside_string(const gb_tokens *tokens, uint32_t line_start)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const gb_token *t = &tokens->items[i];
        if (t->kind == GB_TOKEN_STRING && t->start < line_start && t->end > line_start) return true;
    }
    return false;
}

/* The text moved to the right, but for the insides of strings. */
static bool put_indented(gb_buffer *out, const char *text, int columns, gb_error *err)
{
    gb_source source;
    gb_tokens tokens;
    if (!gb_source_init(&source, 1, "timeit", (gb_text){text, strlen(text)}, err)) return false;
    bool ok = gb_lex(&source, (gb_lex_options){0}, &tokens, err);
    for (size_t i = 0; ok && i < source.line_count; i++) {
        size_t n;
        const char *line = gb_source_line_text(&source, (uint32_t)i + 1, &n);
        if (n && !inside_string(&tokens, source.line_starts[i]))
            gb_buffer_repeat(out, ' ', (size_t)columns);
        gb_buffer_put(out, line, n);
        gb_buffer_char(out, '\n');
    }
    if (ok) gb_tokens_release(&tokens);
    gb_source_release(&source);
    return ok;
}

/* A function of the number of loops, as Python's own timeit makes one. Owned. */
static gb_value make_function(const gb_magic_call *call, const char *statement)
{
    static const char name[] = "_timeit";
    gb_error err = GB_ERROR_INIT;
    gb_value function = GB_UNSET_VALUE, globals = call->session->globals;
    gb_buffer b = GB_BUFFER_INIT;
    gb_buffer_format(&b, "def %s(_loops):\n", name);
    bool ok = !call->cell || !*call->args || put_indented(&b, call->args, 4, &err);
    gb_buffer_text(&b, "    for _ in range(_loops):\n");
    ok = ok && put_indented(&b, statement, 8, &err) && gb_buffer_ok(&b, &err);
    if (!ok) gb_raise_error(call->vm, &err);
    /* the statement stands two lines below the head */
    uint32_t line = (call->cell ? call->line : call->line - 1) - 2;
    if (ok && gb_session_run_text(call->session, line > call->line ? 1 : line, b.data, NULL)) {
        gb_value key = gb_str_intern(call->vm, name);
        if (gb_dict_remove(call->vm, globals, key, &function) < 0) gb_exception_clear(call->vm);
        gb_unref(key);
    }
    gb_buffer_release(&b);
    return function;
}

/* Seconds of `loops` loops; negative with an exception. */
static double run_loops(gb_vm *vm, gb_value function, long loops)
{
    gb_value count = gb_int(loops);
    double start = now();
    gb_value result = gb_call(vm, function, &count, 1);
    double seconds = now() - start;
    bool ok = !gb_is_unset(result);
    gb_unref(result);
    return ok ? seconds : -1;
}

/* The first power of ten of loops that takes long enough to be measured. */
static bool choose_loops(gb_vm *vm, gb_value function, timing *t)
{
    for (t->loops = 1; t->loops < 1000000000; t->loops *= 10) {
        double seconds = run_loops(vm, function, t->loops);
        if (seconds < 0) return false;
        if (seconds >= ENOUGH_SECONDS) break;
    }
    return true;
}

static void summarise(timing *t)
{
    double sum = 0, squares = 0;
    t->best = t->worst = t->seconds[0];
    for (int i = 0; i < t->runs; i++) {
        sum += t->seconds[i];
        t->best = fmin(t->best, t->seconds[i]);
        t->worst = fmax(t->worst, t->seconds[i]);
    }
    t->mean = sum / t->runs;
    for (int i = 0; i < t->runs; i++)
        squares += (t->seconds[i] - t->mean) * (t->seconds[i] - t->mean);
    t->deviation = sqrt(squares / t->runs);
}

static bool measure(gb_vm *vm, gb_value function, timing *t)
{
    if (!t->loops && !choose_loops(vm, function, t)) return false;
    for (int i = 0; i < t->runs; i++) {
        double seconds = run_loops(vm, function, t->loops);
        if (seconds < 0) return false;
        t->seconds[i] = seconds / (double)t->loops;
    }
    summarise(t);
    return true;
}

/* 1234567 as "1,234,567". */
static void put_grouped(gb_buffer *b, long n)
{
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%ld", n);
    for (int i = 0; i < count; i++) {
        if (i && (count - i) % 3 == 0) gb_buffer_char(b, ',');
        gb_buffer_char(b, digits[i]);
    }
}

static void put_timing(gb_buffer *b, const timing *t)
{
    put_duration(b, t->mean);
    gb_buffer_text(b, " ± ");
    put_duration(b, t->deviation);
    gb_buffer_format(b, " per loop (mean ± std. dev. of %d run%s, ", t->runs,
                     t->runs == 1 ? "" : "s");
    put_grouped(b, t->loops);
    gb_buffer_format(b, " loop%s each)", t->loops == 1 ? "" : "s");
}

/* TimeitResult(text, loops, repeat, best, worst, average, stdev, all_runs) */
static gb_value make_result(gb_vm *vm, const timing *t, const char *text)
{
    gb_value runs = gb_list_new(vm, 0);
    for (int i = 0; !gb_is_unset(runs) && i < t->runs; i++)
        if (!gb_list_append_take(vm, runs, gb_float(t->seconds[i] * (double)t->loops)))
            gb_clear(&runs);
    gb_value shown = gb_str_text_new(vm, text), out = GB_UNSET_VALUE;
    gb_value args[] = {shown,
                       gb_int(t->loops),
                       gb_int(t->runs),
                       gb_float(t->best),
                       gb_float(t->worst),
                       gb_float(t->mean),
                       gb_float(t->deviation),
                       runs};
    if (!gb_is_unset(runs) && !gb_is_unset(shown))
        out = gb_magic_result(vm, "TimeitResult", args, sizeof args / sizeof *args);
    gb_unref(runs);
    gb_unref(shown);
    return out;
}

static gb_value report_timing(const gb_magic_call *call, const timing *t, bool quiet, bool gives)
{
    gb_buffer b = GB_BUFFER_INIT;
    put_timing(&b, t);
    gb_value result = gives ? make_result(call->vm, t, b.data ? b.data : "") : GB_NONE_VALUE;
    if (!quiet && t->worst > 4 * t->best && t->best > 0 && t->worst > 1e-6) {
        gb_buffer warning = GB_BUFFER_INIT;
        gb_buffer_format(&warning,
                         "The slowest run took %.2f times longer than the fastest. This could "
                         "mean that an intermediate result is being cached.\n",
                         t->worst / t->best);
        gb_magic_print(call, warning.data ? warning.data : "");
        gb_buffer_release(&warning);
    }
    gb_buffer_char(&b, '\n');
    if (!quiet) gb_magic_print(call, b.data ? b.data : "");
    gb_buffer_release(&b);
    return result;
}

gb_value gb_magic_timeit(const gb_magic_call *call)
{
    enum { LOOPS, RUNS, QUIET, GIVES };
    gb_magic_options options;
    gb_magic_call inner = *call;
    gb_error err = GB_ERROR_INIT;
    inner.args = gb_magic_read_options(call, "n:r:qo", &options);
    timing *t = inner.args ? gb_calloc(1, sizeof *t, &err) : NULL;
    if (!t) return inner.args ? gb_raise_error(call->vm, &err) : GB_UNSET_VALUE;
    const char *const *given = options.values;
    t->loops = given[LOOPS] ? strtol(given[LOOPS], NULL, 10) : 0;
    t->runs = given[RUNS] ? (int)strtol(given[RUNS], NULL, 10) : 7;
    t->runs = t->runs < 1 ? 1 : t->runs > MOST_RUNS ? MOST_RUNS : t->runs;
    t->loops = t->loops < 0 ? 0 : t->loops;
    gb_value function = make_function(&inner, call->cell ? call->body : inner.args);
    gb_value result = GB_UNSET_VALUE;
    if (!gb_is_unset(function) && measure(call->vm, function, t))
        result = report_timing(call, t, given[QUIET], given[GIVES]);
    gb_unref(function);
    gb_free(t);
    return result;
}

/* --- %%capture ---------------------------------------------------------------------------------*/

typedef struct capture_options {
    char name[128]; /* "": nobody wants it */
    bool out, err, display;
} capture_options;

static bool read_capture(const gb_magic_call *call, capture_options *o)
{
    *o = (capture_options){"", true, true, true};
    for (const char *at = call->args; *at;) {
        at += strspn(at, " \t");
        size_t n = strcspn(at, " \t");
        if (n == 11 && strncmp(at, "--no-stdout", n) == 0)
            o->out = false;
        else if (n == 11 && strncmp(at, "--no-stderr", n) == 0)
            o->err = false;
        else if (n == 12 && strncmp(at, "--no-display", n) == 0)
            o->display = false;
        else if (n && *at != '-' && !*o->name && n < sizeof o->name)
            snprintf(o->name, sizeof o->name, "%.*s", (int)n, at);
        else if (n)
            return gb_raise_false(call->vm, GB_EXC_ValueError, "%%%%capture: unexpected '%.*s'",
                                  (int)n, at);
        at += n;
    }
    return true;
}

/* Where the output of a captured cell goes: to the recorder, or on to the real front end. */
typedef struct splitter {
    const gb_front *kept, *shown;
    const capture_options *options;
} splitter;

static void split_stream(void *context, const char *name, const char *text, size_t n)
{
    const splitter *s = context;
    bool keep = strcmp(name, "stderr") == 0 ? s->options->err : s->options->out;
    gb_front_stream(keep ? s->kept : s->shown, name, text, n);
}

static void split_display(void *context, const json_t *bundle, const char *display_id)
{
    const splitter *s = context;
    gb_front_display(s->options->display ? s->kept : s->shown, bundle, display_id);
}

static void split_update(void *context, const json_t *bundle, const char *display_id)
{
    const splitter *s = context;
    gb_front_update_display(s->kept, bundle, display_id);
    gb_front_update_display(s->shown, bundle, display_id);
}

static void split_clear(void *context, bool wait)
{
    gb_front_clear_output(((const splitter *)context)->kept, wait);
}

static char *split_input(void *context, const char *prompt, bool password, gb_error *err)
{
    return gb_front_input(((const splitter *)context)->shown, prompt, password, err);
}

/* CapturedIO(outputs), bound to the name. */
static bool bind_captured(const gb_magic_call *call, const char *name, const json_t *outputs)
{
    if (!*name) return true;
    gb_value list = gb_value_of_json(call->vm, outputs);
    gb_value made = gb_is_unset(list) ? list : gb_magic_result(call->vm, "CapturedIO", &list, 1);
    gb_unref(list);
    return gb_dict_set_text_take(call->vm, call->session->globals, name, made);
}

gb_value gb_magic_capture(const gb_magic_call *call)
{
    capture_options options;
    gb_error err = GB_ERROR_INIT;
    if (!read_capture(call, &options)) return GB_UNSET_VALUE;
    gb_recorder *recorder = gb_recorder_new(NULL, &err);
    if (!recorder) return gb_raise_error(call->vm, &err);
    gb_session *session = call->session;
    splitter s = {gb_recorder_front(recorder), session->front, &options};
    gb_front front = {&s, split_stream, split_display, split_update, split_clear, split_input};
    session->front = &front;
    gb_value value = gb_magic_run(call, call->body);
    session->front = s.shown;
    bool ok = !gb_is_unset(value);
    gb_outcome outcome = {.number = session->next_number - 1};
    if (ok && options.display && !gb_is_none(value))
        outcome.result = gb_session_view(session, value);
    json_t *outputs = gb_recorder_take(recorder, &outcome);
    ok = ok && bind_captured(call, options.name, outputs);
    json_decref(outputs);
    gb_outcome_release(&outcome);
    gb_recorder_free(recorder);
    if (ok && !options.display) return value;
    gb_unref(value);
    return ok ? GB_NONE_VALUE : GB_UNSET_VALUE;
}
