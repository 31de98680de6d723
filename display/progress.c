/* The progress line. See progress.h. */
#include "display/progress.h"

#include "display/label.h"
#include "display/number.h"
#include "display/page.h"
#include "graph/base/text.h"

#include <math.h>

enum { BAR = 20, WHAT_COLUMNS = 60, DETAIL_COLUMNS = 120 };

static const struct {
    const char *icon, *word, *color;
} STATES[] = {
#define GB_PROGRESS(id, icon, word, color, doc) {icon, word, color},
#include "display/progress.def"
#undef GB_PROGRESS
};

static void put_bar(gb_buffer *out, const gb_progress_line *p)
{
    double part = (double)p->done / (double)p->total;
    int full = (int)(fmin(part, 1) * BAR + 1e-9);
    for (int i = 0; i < BAR; i++)
        gb_buffer_text(out, i < full ? "█" : "░");
}

/* "0.4 s", "12 s", "3 min 04 s". */
static void put_elapsed(gb_buffer *out, double seconds)
{
    if (seconds < 9.95)
        gb_buffer_format(out, "%.1f s", seconds);
    else if (seconds < 119.5)
        gb_buffer_format(out, "%.0f s", seconds);
    else if (seconds < 7200)
        gb_buffer_format(out, "%d min %02d s", (int)seconds / 60, (int)seconds % 60);
    else
        gb_buffer_format(out, "%.1f h", seconds / 3600);
}

static void put_amount(gb_buffer *out, uint64_t n, gb_progress_unit unit)
{
    if (unit == GB_PROGRESS_BYTES)
        gb_buffer_bytes(out, n);
    else
        gb_number_put_count(out, n < INT64_MAX ? (int64_t)n : INT64_MAX);
}

static void put_amounts(gb_buffer *out, const gb_progress_line *p)
{
    static const char *const units[] = {" steps", "", " tokens"};
    if (!p->done && !p->total) return;
    gb_buffer_text(out, " · ");
    put_amount(out, p->done, p->unit);
    if (p->total) {
        gb_buffer_text(out, " of ");
        put_amount(out, p->total, p->unit);
    }
    gb_buffer_text(out, units[p->unit]);
    if (p->total && p->done < p->total)
        gb_buffer_format(out, " (%.0f %%)", 100.0 * (double)p->done / (double)p->total);
}

/* What follows the icon, the word and the bar. */
static void put_rest(gb_buffer *out, const gb_progress_line *p)
{
    if (p->queue_position > 0) gb_buffer_format(out, " · place %d in the queue", p->queue_position);
    put_amounts(out, p);
    if (p->elapsed >= 0 && isfinite(p->elapsed)) {
        gb_buffer_text(out, " · ");
        put_elapsed(out, p->elapsed);
    }
    if (p->detail) {
        gb_buffer_text(out, " · ");
        gb_label_put(out, p->detail, GB_LABEL_LINE, DETAIL_COLUMNS);
    }
}

bool gb_progress_show(const gb_progress_line *p, gb_bundle *out, gb_error *err)
{
    gb_page page = GB_PAGE_INIT;
    gb_buffer rest = GB_BUFFER_INIT, what = GB_BUFFER_INIT;
    *out = (gb_bundle)GB_BUNDLE_INIT;
    if ((unsigned)p->state >= GB_PROGRESS_COUNT || (unsigned)p->unit > GB_PROGRESS_TOKENS)
        return gb_fail(err, GB_ERR_VALUE, "no such state of progress");
    bool moving = p->total && p->state != GB_PROGRESS_DONE && p->state != GB_PROGRESS_QUEUED;
    gb_label_put(&what, p->what, GB_LABEL_LINE, WHAT_COLUMNS);
    gb_buffer_put(&what, "", 0);
    put_rest(&rest, p);
    gb_buffer_put(&rest, "", 0);
    bool ok = gb_buffer_ok(&what, err) && gb_buffer_ok(&rest, err);
    if (ok) {
        const char *space = what.size ? " " : "";
        gb_buffer_format(&page.text, "%s %s%s%s", STATES[p->state].icon, STATES[p->state].word,
                         space, what.data);
        gb_buffer_format(
            &page.html, "<div><span style=\"color:%s;font-weight:bold\">%s</span> %s%s",
            STATES[p->state].color, STATES[p->state].icon, STATES[p->state].word, space);
        gb_html_put(&page.html, what.data);
        if (moving) {
            gb_buffer_text(&page.text, " ");
            put_bar(&page.text, p);
            gb_buffer_format(&page.html, " <span style=\"color:%s\">", STATES[p->state].color);
            put_bar(&page.html, p);
            gb_buffer_text(&page.html, "</span>");
        }
        gb_buffer_text(&page.text, rest.data);
        gb_html_put(&page.html, rest.data);
        gb_buffer_text(&page.html, "</div>");
    }
    gb_buffer_release(&what);
    gb_buffer_release(&rest);
    if (ok) return gb_page_finish(&page, NULL, out, err);
    gb_page_release(&page);
    return false;
}
