/* Merging two neighbouring sorted runs, with leaps ("galloping") where one of them wins for long.
 * The comparisons made are those of CPython's sort, since programs may look on. */
#include "kernel/lang/types/list_merge.h"

/* --- searching
 * -------------------------------------------------------------------------------------
 */

typedef struct gb_search {
    gb_sort *sort;
    gb_value key;
    const gb_sorted *items;
    size_t count;
    bool right; /* behind equal items instead of before them */
} gb_search;

/* Does items[i] stand before the place searched for? */
static bool before(const gb_search *s, size_t i)
{
    gb_sort *sort = s->sort;
    return s->right ? !sort->less(sort, s->key, s->items[i].key)
                    : sort->less(sort, s->items[i].key, s->key);
}

/* How many items stand before the place of the key: leaps of 1, 3, 7 ... away from `hint`, then
 * halving. */
static size_t gallop(const gb_search *s, size_t hint)
{
    size_t last = 0, leap = 1, low, high;
    if (before(s, hint)) {
        size_t most = s->count - hint;
        while (leap < most && before(s, hint + leap) && !s->sort->failed) {
            last = leap;
            leap = 2 * leap + 1;
        }
        low = hint + last + 1;
        high = hint + (leap < most ? leap : most);
    } else {
        size_t most = hint + 1;
        while (leap < most && !before(s, hint - leap) && !s->sort->failed) {
            last = leap;
            leap = 2 * leap + 1;
        }
        low = leap < most ? hint - leap + 1 : 0;
        high = hint - last;
    }
    while (low < high && !s->sort->failed) {
        size_t middle = low + (high - low) / 2;
        if (before(s, middle))
            low = middle + 1;
        else
            high = middle;
    }
    return high;
}

static size_t gallop_right(gb_sort *sort, gb_value key, const gb_sorted *items, size_t count,
                           size_t hint)
{
    return gallop(&(gb_search){sort, key, items, count, true}, hint);
}

static size_t gallop_left(gb_sort *sort, gb_value key, const gb_sorted *items, size_t count,
                          size_t hint)
{
    return gallop(&(gb_search){sort, key, items, count, false}, hint);
}

/* --- merging
 * -----------------------------------------------------------------------------------------
 *
 * One run lies in the spare room. `to` is where the next item goes; a and b are the next items of
 * the runs, na and nb how many are left. A step is false when the merge is over but for the end. */
typedef struct gb_merge {
    gb_sort *sort;
    gb_sorted *to, *a, *b;
    size_t na, nb;
    size_t a_wins, b_wins; /* in a row */
} gb_merge;

/* From the low end; a is the run in the spare room. It always has an item left. */
static bool low_take_a(gb_merge *m)
{
    *m->to++ = *m->a++;
    return --m->na > 1;
}

static bool low_take_b(gb_merge *m)
{
    *m->to++ = *m->b++;
    return --m->nb > 0;
}

static bool low_one_by_one(gb_merge *m)
{
    gb_sort *sort = m->sort;
    m->a_wins = m->b_wins = 0;
    while (m->a_wins < sort->min_gallop && m->b_wins < sort->min_gallop) {
        bool b_first = sort->less(sort, m->b->key, m->a->key);
        if (sort->failed) return false;
        m->a_wins = b_first ? 0 : m->a_wins + 1;
        m->b_wins = b_first ? m->b_wins + 1 : 0;
        if (b_first ? !low_take_b(m) : !low_take_a(m)) return false;
    }
    return true;
}

static bool low_leap(gb_merge *m)
{
    gb_sort *sort = m->sort;
    size_t n = m->a_wins = gallop_right(sort, m->b->key, m->a, m->na, 0);
    if (sort->failed) return false;
    memcpy(m->to, m->a, n * sizeof *m->a);
    m->to += n;
    m->a += n;
    m->na -= n;
    if ((n && m->na <= 1) || !low_take_b(m)) return false;
    n = m->b_wins = gallop_left(sort, m->a->key, m->b, m->nb, 0);
    if (sort->failed) return false;
    memmove(m->to, m->b, n * sizeof *m->b);
    m->to += n;
    m->b += n;
    m->nb -= n;
    return m->nb > 0 && low_take_a(m);
}

/* From the high end; b is the run in the spare room, `spare` its first item, `first` a's. */
static bool high_take_a(gb_merge *m)
{
    *m->to-- = *m->a--;
    return --m->na > 0;
}

static bool high_take_b(gb_merge *m)
{
    *m->to-- = *m->b--;
    return --m->nb > 1;
}

static bool high_one_by_one(gb_merge *m)
{
    gb_sort *sort = m->sort;
    m->a_wins = m->b_wins = 0;
    while (m->a_wins < sort->min_gallop && m->b_wins < sort->min_gallop) {
        bool a_last = sort->less(sort, m->b->key, m->a->key);
        if (sort->failed) return false;
        m->a_wins = a_last ? m->a_wins + 1 : 0;
        m->b_wins = a_last ? 0 : m->b_wins + 1;
        if (a_last ? !high_take_a(m) : !high_take_b(m)) return false;
    }
    return true;
}

static bool high_leap(gb_merge *m)
{
    gb_sort *sort = m->sort;
    gb_sorted *first_a = m->a - (m->na - 1), *first_b = m->b - (m->nb - 1);
    size_t n = m->na - gallop_right(sort, m->b->key, first_a, m->na, m->na - 1);
    if (sort->failed) return false;
    m->a_wins = n;
    m->to -= n;
    m->a -= n;
    memmove(m->to + 1, m->a + 1, n * sizeof *m->a);
    m->na -= n;
    if (m->na == 0 || !high_take_b(m)) return false;
    n = m->nb - gallop_left(sort, m->a->key, first_b, m->nb, m->nb - 1);
    if (sort->failed) return false;
    m->b_wins = n;
    m->to -= n;
    m->b -= n;
    memcpy(m->to + 1, m->b + 1, n * sizeof *m->b);
    m->nb -= n;
    return m->nb > 1 && high_take_a(m);
}

/* One by one until a run wins often, then in leaps while that pays. */
static void run(gb_merge *m, bool (*one_by_one)(gb_merge *), bool (*leap)(gb_merge *))
{
    gb_sort *sort = m->sort;
    while (one_by_one(m)) {
        sort->min_gallop++;
        do {
            sort->min_gallop -= sort->min_gallop > 1;
            if (!leap(m)) return;
        } while (m->a_wins >= GB_SORT_GALLOP || m->b_wins >= GB_SORT_GALLOP);
        sort->min_gallop++; /* leaving costs: stay out longer */
    }
}

static void merge_low(gb_sort *sort, gb_sorted *a, size_t na, size_t nb)
{
    gb_merge m = {.sort = sort, .to = a, .a = sort->spare, .b = a + na, .na = na, .nb = nb};
    memcpy(sort->spare, a, na * sizeof *a);
    if (low_take_b(&m) && na > 1) run(&m, low_one_by_one, low_leap);
    /* What is left of b goes before the last item of a, which is the greatest of all. */
    if (m.na == 1 && m.nb && !sort->failed) {
        memmove(m.to, m.b, m.nb * sizeof *m.b);
        m.to += m.nb;
    }
    memcpy(m.to, m.a, m.na * sizeof *m.a);
}

static void merge_high(gb_sort *sort, gb_sorted *a, size_t na, size_t nb)
{
    gb_merge m = {.sort = sort,
                  .to = a + na + nb - 1,
                  .a = a + na - 1,
                  .b = sort->spare + nb - 1,
                  .na = na,
                  .nb = nb};
    memcpy(sort->spare, a + na, nb * sizeof *a);
    if (high_take_a(&m) && nb > 1) run(&m, high_one_by_one, high_leap);
    /* What is left of a goes behind the first item of b, which is the smallest of all. */
    if (m.nb == 1 && m.na && !sort->failed) {
        m.to -= m.na;
        m.a -= m.na;
        memmove(m.to + 1, m.a + 1, m.na * sizeof *m.a);
    }
    memcpy(m.to + 1 - m.nb, m.b + 1 - m.nb, m.nb * sizeof *m.b);
}

void gb_sort_merge(gb_sort *sort, gb_sorted *a, size_t na, size_t nb)
{
    gb_sorted *b = a + na;
    size_t in_place = gallop_right(sort, b->key, a, na, 0); /* smaller than all of b */
    if (sort->failed || in_place == na) return;
    a += in_place;
    na -= in_place;
    nb = gallop_left(sort, a[na - 1].key, b, nb, nb - 1); /* the rest is greater than all of a */
    if (sort->failed || nb == 0) return;
    if (na <= nb)
        merge_low(sort, a, na, nb);
    else
        merge_high(sort, a, na, nb);
}
