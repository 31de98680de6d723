/* `time`: clocks, sleeping, calendar time. struct_time is in time.py; here it is a plain tuple. */
#include "kernel/lang/modules/modules.h"

#include "graph/base/buffer.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <math.h>
#include <string.h>
#include <time.h>

enum { SECOND_NS = 1000000000, FIELDS = 9 };

/* --- clocks -------------------------------------------------------------------------------------
 */

static int64_t now_ns(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * SECOND_NS + now.tv_nsec;
}

/* X(name, clock, documentation): NAME() in seconds, NAME_ns() in nanoseconds. */
#define CLOCKS(X)                                                                                  \
    X(time, CLOCK_REALTIME, "since 1970")                                                          \
    X(monotonic, CLOCK_MONOTONIC, "of a clock that never goes back")                               \
    X(perf_counter, CLOCK_MONOTONIC, "of a clock for measuring short times")                       \
    X(process_time, CLOCK_PROCESS_CPUTIME_ID, "of processor time of the process")                  \
    X(thread_time, CLOCK_THREAD_CPUTIME_ID, "of processor time of the thread")

#define DEFINE_CLOCK(name, clock, doc)                                                             \
    static gb_value clock_##name(gb_vm *vm, gb_value *args)                                        \
    {                                                                                              \
        (void)vm;                                                                                  \
        (void)args;                                                                                \
        return gb_float((double)now_ns(clock) * 1e-9);                                             \
    }                                                                                              \
    static gb_value clock_##name##_ns(gb_vm *vm, gb_value *args)                                   \
    {                                                                                              \
        (void)vm;                                                                                  \
        (void)args;                                                                                \
        return gb_int(now_ns(clock));                                                              \
    }
CLOCKS(DEFINE_CLOCK)
#undef DEFINE_CLOCK

static gb_value sleep_for(gb_vm *vm, gb_value *args)
{
    static const double longest = 9223372036.0; /* what CPython's clock can count */
    double seconds;
    gb_error err = GB_ERROR_INIT;
    if (!gb_is_float(args[0])) {
        gb_value whole = gb_to_index(vm, args[0]);
        if (gb_is_unset(whole)) return whole;
        gb_unref(whole);
    }
    if (!gb_to_double(vm, args[0], &seconds)) return GB_UNSET_VALUE;
    if (isnan(seconds)) return gb_raise(vm, GB_EXC_ValueError, "Invalid value NaN (not a number)");
    if (seconds < 0) return gb_raise(vm, GB_EXC_ValueError, "sleep length must be non-negative");
    if (seconds > longest)
        return gb_raise(vm, GB_EXC_OverflowError, "timestamp too large to convert to C _PyTime_t");
    if (!gb_wait(seconds, -1, &err)) return gb_raise_error(vm, &err);
    return GB_NONE_VALUE;
}

/* --- calendar time ------------------------------------------------------------------------------
 */

static gb_value fields_of(gb_vm *vm, const struct tm *tm)
{
    gb_value zone = gb_str_text_new(vm, tm->tm_zone ? tm->tm_zone : "");
    if (gb_is_unset(zone)) return zone;
    gb_value fields = gb_tuple_of(
        vm, FIELDS + 2, gb_int(tm->tm_year + 1900), gb_int(tm->tm_mon + 1), gb_int(tm->tm_mday),
        gb_int(tm->tm_hour), gb_int(tm->tm_min), gb_int(tm->tm_sec), gb_int((tm->tm_wday + 6) % 7),
        gb_int(tm->tm_yday + 1), gb_int(tm->tm_isdst), zone, gb_int(tm->tm_gmtoff));
    gb_unref(zone);
    return fields;
}

/* Seconds since 1970, now for None. */
static bool to_seconds(gb_vm *vm, gb_value v, time_t *out)
{
    double seconds;
    if (gb_is_none(v)) {
        *out = time(NULL);
        return true;
    }
    if (!gb_to_double(vm, v, &seconds)) return false;
    if (isnan(seconds))
        return gb_raise_false(vm, GB_EXC_ValueError, "Invalid value NaN (not a number)");
    seconds = floor(seconds);
    if (fabs(seconds) > 9.2e18)
        return gb_raise_false(vm, GB_EXC_OverflowError,
                              "timestamp out of range for platform time_t");
    *out = (time_t)seconds;
    return true;
}

static gb_value broken_down(gb_vm *vm, gb_value v,
                            struct tm *(*function)(const time_t *, struct tm *))
{
    time_t seconds;
    struct tm tm = {0};
    if (!to_seconds(vm, v, &seconds)) return GB_UNSET_VALUE;
    if (!function(&seconds, &tm))
        return gb_raise(vm, GB_EXC_OverflowError, "timestamp out of range for platform time_t");
    return fields_of(vm, &tm);
}

static gb_value local_fields(gb_vm *vm, gb_value *args)
{
    return broken_down(vm, args[0], localtime_r);
}

static gb_value utc_fields(gb_vm *vm, gb_value *args)
{
    return broken_down(vm, args[0], gmtime_r);
}

/* The nine fields of a tuple that `function` was given. */
static bool to_tm(gb_vm *vm, const char *function, gb_value v, struct tm *tm)
{
    int64_t field[FIELDS];
    if (!gb_is_tuple(v))
        return gb_raise_false(vm, GB_EXC_TypeError, "Tuple or struct_time argument required");
    const gb_tuple *fields = gb_tuple_peek(v);
    if (fields->count < FIELDS)
        return gb_raise_false(vm, GB_EXC_TypeError, "%s(): illegal time tuple argument", function);
    for (int i = 0; i < FIELDS; i++) {
        if (!gb_to_int64(vm, fields->items[i], &field[i])) return false;
        if (field[i] > INT32_MAX || field[i] < INT32_MIN)
            return gb_raise_false(vm, GB_EXC_OverflowError,
                                  "signed integer is greater than maximum");
    }
    *tm = (struct tm){.tm_year = (int)field[0] - 1900,
                      .tm_mon = (int)field[1] - 1,
                      .tm_mday = (int)field[2],
                      .tm_hour = (int)field[3],
                      .tm_min = (int)field[4],
                      .tm_sec = (int)field[5],
                      .tm_wday = (int)(((field[6] + 1) % 7 + 7) % 7),
                      .tm_yday = (int)field[7] - 1,
                      .tm_isdst = (int)field[8]};
    return true;
}

/* What strftime and asctime accept; zeros that mean "not known" become the first. */
static bool check_tm(gb_vm *vm, struct tm *tm)
{
    const struct {
        int *value, from, to;
        const char *text;
    } rows[] = {
        {&tm->tm_mon, 0, 11, "month out of range"},
        {&tm->tm_mday, 1, 31, "day of month out of range"},
        {&tm->tm_hour, 0, 23, "hour out of range"},
        {&tm->tm_min, 0, 59, "minute out of range"},
        {&tm->tm_sec, 0, 61, "seconds out of range"},
        {&tm->tm_yday, 0, 365, "day of year out of range"},
    };
    if (tm->tm_mon == -1) tm->tm_mon = 0;
    if (tm->tm_mday == 0) tm->tm_mday = 1;
    if (tm->tm_yday == -1) tm->tm_yday = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (*rows[i].value < rows[i].from || *rows[i].value > rows[i].to)
            return gb_raise_false(vm, GB_EXC_ValueError, "%s", rows[i].text);
    return true;
}

static gb_value make_seconds(gb_vm *vm, gb_value *args)
{
    struct tm tm;
    if (!to_tm(vm, "mktime", args[0], &tm)) return GB_UNSET_VALUE;
    tm.tm_wday = -1; /* stays so when the time cannot be told */
    time_t seconds = mktime(&tm);
    if (seconds == -1 && tm.tm_wday == -1)
        return gb_raise(vm, GB_EXC_OverflowError, "mktime argument out of range");
    return gb_float((double)seconds);
}

static gb_value format_time(gb_vm *vm, gb_value *args)
{
    enum { LARGEST = 1 << 20 };
    struct tm tm;
    const char *format;
    size_t n;
    if (!gb_to_text(vm, args[0], "strftime() argument 1", &format, &n) ||
        !to_tm(vm, "strftime", args[1], &tm) || !check_tm(vm, &tm))
        return GB_UNSET_VALUE;
    if (!n) return gb_str_new(vm, "", 0);
    if (strlen(format) != n) return gb_raise(vm, GB_EXC_ValueError, "embedded null character");
    gb_buffer out = GB_BUFFER_INIT;
    for (size_t room = n * 4 + 64; room <= LARGEST + n * 4; room *= 2) {
        char *text = gb_buffer_reserve(&out, room);
        if (!text) break;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        size_t used = strftime(text, room, format, &tm);
#pragma GCC diagnostic pop
        /* 0 means too little room, or an empty result (%p in some places). */
        if (used || room > n * 4 + 256) {
            gb_value result = gb_str_new(vm, text, used);
            gb_buffer_release(&out);
            return result;
        }
    }
    gb_buffer_release(&out);
    return gb_raise(vm, GB_EXC_MemoryError, "%s", "");
}

static gb_value describe(gb_vm *vm, gb_value *args)
{
    static const char days[] = "MonTueWedThuFriSatSun";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    struct tm tm;
    if (!to_tm(vm, "asctime", args[0], &tm) || !check_tm(vm, &tm)) return GB_UNSET_VALUE;
    return gb_str_format(vm, "%.3s %.3s%3d %.2d:%.2d:%.2d %d", days + 3 * ((tm.tm_wday + 6) % 7),
                         months + 3 * tm.tm_mon, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec,
                         tm.tm_year + 1900);
}

static gb_value read_zone(gb_vm *vm, gb_value *args)
{
    (void)vm;
    (void)args;
    tzset();
    return GB_NONE_VALUE;
}

/* --- the module ---------------------------------------------------------------------------------
 */

static const gb_native functions[] = {
#define CLOCK_ROWS(name, clock, doc)                                                               \
    {#name, clock_##name, "", 0, "Seconds " doc "."},                                              \
        {#name "_ns", clock_##name##_ns, "", 0, "Nanoseconds " doc "."},
    CLOCKS(CLOCK_ROWS)
#undef CLOCK_ROWS
        {"sleep", sleep_for, "seconds, /", 0, "Waits; an interrupt ends it."},
    {"_localtime", local_fields, "seconds=None, /", 0, "The fields of a time here."},
    {"_gmtime", utc_fields, "seconds=None, /", 0, "The fields of a time in UTC."},
    {"_asctime", describe, "fields, /", 0, "'Sat Jun  6 16:26:11 1998'."},
    {"_strftime", format_time, "format, fields, /", 0, "The fields in a format."},
    {"mktime", make_seconds, "tuple, /", 0, "Seconds since 1970 of local time."},
    {"tzset", read_zone, "", 0, "Reads the time zone again."},
    {0}};

static bool init(gb_vm *vm, gb_value module)
{
    time_t now = time(NULL);
    struct tm tm = {0};
    tzset();
    localtime_r(&now, &tm);
    gb_value first = gb_str_text_new(vm, tzname[0]), second = gb_str_text_new(vm, tzname[1]);
    bool ok = !gb_is_unset(first) && !gb_is_unset(second) &&
              gb_module_add_take(vm, module, "tzname", gb_tuple_of(vm, 2, first, second)) &&
              gb_module_set(vm, module, "timezone", gb_int(timezone)) &&
              gb_module_set(vm, module, "altzone", gb_int(timezone - (daylight ? 3600 : 0))) &&
              gb_module_set(vm, module, "daylight", gb_int(daylight));
    gb_unref(first);
    gb_unref(second);
    return ok;
}

const gb_module_spec gb_module_time = {
    .name = "time",
    .doc = "Clocks and calendar time.",
    .functions = functions,
    .init = init,
};
