/* PNG encoding: palette by median cut (Heckbert 1982), deflate by zlib. See png.h. */
#include "display/png.h"

#include "graph/base/buffer.h"
#include "graph/base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { PALETTE = 256, FEW = 64, MOST_COLORS = 1 << 17 };

/* Mean squared distance (three channels together) up to which a palette stands for the picture. */
static const double GOOD_ENOUGH = 8.0;

/* The same for a palette of FEW colours, which makes a smaller file. */
static const double VERY_GOOD = 1.0;

/* One colour of the picture, how often it occurs, and its place in the palette. */
typedef struct shade {
    uint32_t rgb;
    uint32_t count; /* 0: an empty slot of the table */
    uint8_t place;
} shade;

/* An open-addressed table of the picture's colours. */
typedef struct shades {
    shade *slots;
    size_t slot_count; /* a power of two */
    size_t count;
} shades;

typedef struct range {
    shade **first;
    size_t count;
    uint64_t weight; /* pixels */
} range;

static int channel(uint32_t rgb, int which)
{
    return (int)(rgb >> (16 - 8 * which) & 255);
}

static shade *slot_of(const shades *s, uint32_t rgb)
{
    size_t i = (rgb * 2654435761u) & (s->slot_count - 1);
    while (s->slots[i].count && s->slots[i].rgb != rgb)
        i = (i + 1) & (s->slot_count - 1);
    return &s->slots[i];
}

/* False when there are too many colours (or no memory): then no palette. */
static bool count_shades(const gb_pixels *p, shades *s)
{
    s->slot_count = 2 * MOST_COLORS;
    s->slots = gb_calloc(s->slot_count, sizeof *s->slots, NULL);
    if (!s->slots) return false;
    size_t n = (size_t)p->width * p->height;
    for (size_t i = 0; i < n; i++) {
        shade *slot = slot_of(s, p->data[i]);
        if (!slot->count && ++s->count > MOST_COLORS) return false;
        slot->rgb = p->data[i];
        slot->count++;
    }
    return true;
}

/* --- median cut ----------------------------------------------------------------------------------
 */

#define COMPARE_BY(name, which)                                                                    \
    static int name(const void *a, const void *b)                                                  \
    {                                                                                              \
        uint32_t x = (*(shade *const *)a)->rgb, y = (*(shade *const *)b)->rgb;                     \
        int by = channel(x, which) - channel(y, which);                                            \
        return by ? by : x < y ? -1 : x > y;                                                       \
    }
COMPARE_BY(by_red, 0)
COMPARE_BY(by_green, 1)
COMPARE_BY(by_blue, 2)

static int widest(const range *r, int *channel_out)
{
    int best = -1;
    for (int c = 0; c < 3; c++) {
        int low = 255, high = 0;
        for (size_t i = 0; i < r->count; i++) {
            int x = channel(r->first[i]->rgb, c);
            if (x < low) low = x;
            if (x > high) high = x;
        }
        if (high - low > best) {
            best = high - low;
            *channel_out = c;
        }
    }
    return best;
}

/* Cuts a range at its median pixel; the upper part goes to `upper`. */
static void cut(range *r, range *upper)
{
    static int (*const compare[])(const void *, const void *) = {by_red, by_green, by_blue};
    int c = 0;
    widest(r, &c);
    qsort(r->first, r->count, sizeof *r->first, compare[c]);
    uint64_t seen = 0;
    size_t i = 0;
    while (i + 1 < r->count && (i == 0 || seen + r->first[i]->count <= r->weight / 2))
        seen += r->first[i++]->count;
    *upper = (range){r->first + i, r->count - i, r->weight - seen};
    r->count = i;
    r->weight = seen;
}

/* The range worth cutting most: many pixels spread wide. NULL when all are single colours. */
static range *worst(range *ranges, size_t count)
{
    range *best = NULL;
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        int c;
        if (ranges[i].count < 2) continue;
        double width = widest(&ranges[i], &c);
        double score = width * width * (double)ranges[i].weight;
        if (score > most) {
            most = score;
            best = &ranges[i];
        }
    }
    return best;
}

static uint32_t mean_of(const range *r)
{
    uint64_t sum[3] = {0};
    for (size_t i = 0; i < r->count; i++)
        for (int c = 0; c < 3; c++)
            sum[c] += (uint64_t)channel(r->first[i]->rgb, c) * r->first[i]->count;
    uint64_t n = r->weight ? r->weight : 1;
    uint32_t rgb = 0;
    for (int c = 0; c < 3; c++)
        rgb = rgb << 8 | (uint32_t)((sum[c] + n / 2) / n);
    return rgb;
}

/* Fills the palette and the places of all shades; returns the squared error of all pixels. */
static double settle(const range *ranges, size_t count, uint32_t *palette)
{
    double error = 0;
    for (size_t k = 0; k < count; k++) {
        palette[k] = mean_of(&ranges[k]);
        for (size_t i = 0; i < ranges[k].count; i++) {
            shade *s = ranges[k].first[i];
            s->place = (uint8_t)k;
            for (int c = 0; c < 3; c++) {
                double d = channel(s->rgb, c) - channel(palette[k], c);
                error += d * d * s->count;
            }
        }
    }
    return error;
}

/* True when a palette of `most` colours is good enough. */
static bool make_palette(const gb_pixels *p, shades *s, size_t most, uint32_t *palette,
                         size_t *count)
{
    range ranges[PALETTE];
    shade **all = gb_alloc(s->count * sizeof(shade *), NULL);
    if (!all) return false;
    size_t n = 0;
    for (size_t i = 0; i < s->slot_count; i++)
        if (s->slots[i].count) all[n++] = &s->slots[i];
    qsort(all, n, sizeof *all, by_red);
    uint64_t pixels = (uint64_t)p->width * p->height;
    ranges[0] = (range){all, n, pixels};
    *count = 1;
    for (range *r; *count < most && (r = worst(ranges, *count)); ++*count)
        cut(r, &ranges[*count]);
    double error = settle(ranges, *count, palette);
    gb_free(all);
    return error / (double)pixels <= (most < PALETTE ? VERY_GOOD : GOOD_ENOUGH);
}

/* --- the file ------------------------------------------------------------------------------------
 */

static void put_32(gb_buffer *out, uint32_t x)
{
    unsigned char bytes[] = {(unsigned char)(x >> 24), (unsigned char)(x >> 16),
                             (unsigned char)(x >> 8), (unsigned char)x};
    gb_buffer_put(out, bytes, 4);
}

static void put_chunk(gb_buffer *out, const char *type, const void *data, size_t n)
{
    put_32(out, (uint32_t)n);
    size_t start = out->size;
    gb_buffer_put(out, type, 4);
    gb_buffer_put(out, data, n);
    if (!out->failed)
        put_32(out, (uint32_t)crc32(0, (const unsigned char *)out->data + start, (uInt)(n + 4)));
}

static void put_compressed(gb_buffer *out, const gb_buffer *rows)
{
    uLongf size = compressBound(rows->size);
    unsigned char *data = rows->failed ? NULL : gb_alloc(size, NULL);
    if (!data || compress2(data, &size, (const unsigned char *)rows->data, rows->size, 9) != Z_OK)
        out->failed = true;
    else
        put_chunk(out, "IDAT", data, size);
    gb_free(data);
}

static void put_palette_rows(const gb_pixels *p, const shades *s, int depth, gb_buffer *rows)
{
    for (uint32_t y = 0; y < p->height; y++) {
        gb_buffer_char(rows, 0); /* no filter: indices have no neighbours */
        unsigned packed = 0, bits = 0;
        for (uint32_t x = 0; x < p->width; x++) {
            packed = packed << depth | slot_of(s, p->data[(size_t)y * p->width + x])->place;
            if ((bits += (unsigned)depth) == 8) {
                gb_buffer_char(rows, (char)packed);
                packed = bits = 0;
            }
        }
        if (bits) gb_buffer_char(rows, (char)(packed << (8 - bits)));
    }
}

/* Each byte as its difference from the pixel to the left ("Sub"), which suits smooth pictures. */
static void put_true_rows(const gb_pixels *p, gb_buffer *rows)
{
    for (uint32_t y = 0; y < p->height; y++) {
        gb_buffer_char(rows, 1);
        uint32_t before = 0;
        for (uint32_t x = 0; x < p->width; x++) {
            uint32_t now = p->data[(size_t)y * p->width + x];
            for (int c = 0; c < 3; c++)
                gb_buffer_char(rows, (char)(channel(now, c) - channel(before, c)));
            before = now;
        }
    }
}

static void put_header(gb_buffer *out, const gb_pixels *p, int depth, int type)
{
    gb_buffer header = GB_BUFFER_INIT;
    put_32(&header, p->width);
    put_32(&header, p->height);
    char rest[] = {(char)depth, (char)type, 0, 0, 0};
    gb_buffer_put(&header, rest, sizeof rest);
    if (header.failed)
        out->failed = true;
    else
        put_chunk(out, "IHDR", header.data, header.size);
    gb_buffer_release(&header);
}

static void put_palette(gb_buffer *out, const uint32_t *palette, size_t count)
{
    unsigned char colors[3 * PALETTE];
    for (size_t i = 0; i < count; i++)
        for (int c = 0; c < 3; c++)
            colors[3 * i + (size_t)c] = (unsigned char)channel(palette[i], c);
    put_chunk(out, "PLTE", colors, 3 * count);
}

unsigned char *gb_png_encode(const gb_pixels *pixels, size_t *size, gb_error *err)
{
    gb_buffer out = GB_BUFFER_INIT, rows = GB_BUFFER_INIT;
    shades s = {0};
    uint32_t palette[PALETTE];
    size_t colors = 0;
    gb_buffer_put(&out, "\x89PNG\r\n\x1a\n", 8);
    if (count_shades(pixels, &s) && (make_palette(pixels, &s, FEW, palette, &colors) ||
                                     make_palette(pixels, &s, PALETTE, palette, &colors))) {
        int depth = colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8;
        put_header(&out, pixels, depth, 3);
        put_palette(&out, palette, colors);
        put_palette_rows(pixels, &s, depth, &rows);
    } else {
        put_header(&out, pixels, 8, 2);
        put_true_rows(pixels, &rows);
    }
    put_compressed(&out, &rows);
    put_chunk(&out, "IEND", "", 0);
    gb_buffer_release(&rows);
    gb_free(s.slots);
    return (unsigned char *)gb_buffer_take(&out, size, err);
}
