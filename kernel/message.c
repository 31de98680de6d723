/* Frames of the Jupyter protocol, signed and checked. See message.h. */
#include "kernel/message.h"

#include "graph/base/map.h"
#include "graph/base/memory.h"
#include "graph/base/text.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char delimiter_text[] = "<IDS|MSG>";

void gb_message_release(gb_message *message)
{
    for (size_t i = 0; i < message->count; i++)
        gb_free(message->frames[i].bytes);
    gb_free(message->frames);
    *message = (gb_message)GB_MESSAGE_INIT;
}

bool gb_message_add(gb_message *message, const void *bytes, size_t n, gb_error *err)
{
    if (message->count >= GB_MESSAGE_MAX_FRAMES)
        return gb_fail(err, GB_ERR_VALUE, "a message of more than %d frames",
                       GB_MESSAGE_MAX_FRAMES);
    if (!gb_grow(&message->frames, &message->capacity, message->count + 1, sizeof *message->frames,
                 err))
        return false;
    char *copy = gb_alloc(n + 1, err);
    if (!copy) return false;
    if (n) memcpy(copy, bytes, n);
    copy[n] = 0;
    message->frames[message->count++] = (gb_frame){copy, n};
    return true;
}

gb_piece gb_message_get(const gb_message *message, gb_message_part part)
{
    gb_frame frame = message->frames[message->delimiter + part];
    return (gb_piece){frame.bytes, frame.size};
}

/* --- the signer --------------------------------------------------------------------------------*/

struct gb_signer {
    char *key;
    size_t key_size;
    gb_map seen;                  /* signatures */
    char (*ring)[GB_SHA256_TEXT]; /* the same in order of arrival; the oldest is forgotten */
    size_t next;
    pthread_mutex_t lock; /* of all the above but the key: two threads receive */
};

gb_signer *gb_signer_new(const char *key, size_t n, gb_error *err)
{
    gb_signer *signer = gb_calloc(1, sizeof *signer, err);
    if (!signer) return NULL;
    pthread_mutex_init(&signer->lock, NULL);
    signer->key_size = n;
    signer->key = gb_strndup(n ? key : "", n, err);
    signer->ring = gb_calloc(GB_MESSAGE_REMEMBERED, sizeof *signer->ring, err);
    if (signer->key && signer->ring) return signer;
    gb_signer_free(signer);
    return NULL;
}

void gb_signer_free(gb_signer *signer)
{
    if (!signer) return;
    pthread_mutex_destroy(&signer->lock);
    gb_map_release(&signer->seen);
    gb_free(signer->ring);
    gb_free(signer->key);
    gb_free(signer);
}

bool gb_signer_sign(const gb_signer *signer, const gb_piece parts[4], char out[GB_SHA256_TEXT],
                    gb_error *err)
{
    out[0] = 0;
    if (!signer->key_size) return true;
    return gb_hmac_sha256_hex(signer->key, signer->key_size, parts, 4, out, err);
}

static bool remember(gb_signer *signer, const char *signature, gb_error *err)
{
    if (gb_map_find(&signer->seen, signature, strlen(signature)))
        return gb_fail(err, GB_ERR_VALUE, "a message whose signature was seen before");
    char *slot = signer->ring[signer->next];
    if (*slot) gb_map_remove(&signer->seen, slot);
    memcpy(slot, signature, strlen(signature) + 1);
    signer->next = (signer->next + 1) % GB_MESSAGE_REMEMBERED;
    return gb_map_put(&signer->seen, slot, signer, err);
}

static bool check_signature(const gb_message *message, gb_signer *signer, gb_error *err)
{
    if (!signer->key_size) return true;
    gb_piece parts[4];
    for (int i = 0; i < 4; i++)
        parts[i] = gb_message_get(message, GB_PART_HEADER + i);
    char right[GB_SHA256_TEXT];
    if (!gb_signer_sign(signer, parts, right, err)) return false;
    gb_piece given = gb_message_get(message, GB_PART_SIGNATURE);
    if (!gb_equal_secret(given.bytes, given.size, right, strlen(right)))
        return gb_fail(err, GB_ERR_VALUE, "a message whose signature is wrong");
    pthread_mutex_lock(&signer->lock);
    bool fresh = remember(signer, right, err);
    pthread_mutex_unlock(&signer->lock);
    return fresh;
}

size_t gb_json_depth(const char *text, size_t n)
{
    size_t depth = 0, deepest = 0;
    bool quoted = false;
    for (size_t i = 0; i < n; i++) {
        char c = text[i];
        if (quoted) {
            if (c == '\\')
                i++;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest) deepest = depth;
        } else if ((c == '}' || c == ']') && depth) {
            depth--;
        }
    }
    return deepest;
}

static bool check_json(gb_piece part, gb_error *err)
{
    if (part.size > GB_MESSAGE_MAX_JSON)
        return gb_fail(err, GB_ERR_VALUE, "a part of %zu bytes; at most %d", part.size,
                       GB_MESSAGE_MAX_JSON);
    if (!gb_utf8_valid(part.bytes, part.size))
        return gb_fail(err, GB_ERR_VALUE, "a part that is not UTF-8");
    if (gb_json_depth(part.bytes, part.size) > GB_MESSAGE_MAX_DEPTH)
        return gb_fail(err, GB_ERR_VALUE, "a part nested deeper than %d", GB_MESSAGE_MAX_DEPTH);
    return true;
}

static bool find_delimiter(gb_message *message, gb_error *err)
{
    size_t limit = message->count < GB_MESSAGE_MAX_IDENTITIES + 1 ? message->count
                                                                  : GB_MESSAGE_MAX_IDENTITIES + 1;
    for (size_t i = 0; i < limit; i++)
        if (message->frames[i].size == sizeof delimiter_text - 1 &&
            memcmp(message->frames[i].bytes, delimiter_text, sizeof delimiter_text - 1) == 0) {
            message->delimiter = i;
            if (message->count - i > GB_PART_CONTENT) return true;
            return gb_fail(err, GB_ERR_VALUE, "a message with %zu frames behind the delimiter",
                           message->count - i - 1);
        }
    return gb_fail(err, GB_ERR_VALUE, "a message without a delimiter");
}

bool gb_message_check(gb_message *message, gb_signer *signer, gb_error *err)
{
    if (!find_delimiter(message, err)) return false;
    if (!check_signature(message, signer, err)) return false;
    for (int part = GB_PART_HEADER; part <= GB_PART_CONTENT; part++)
        if (!check_json(gb_message_get(message, part), err)) return false;
    return true;
}

/* --- dates -------------------------------------------------------------------------------------*/

void gb_date_now(char out[GB_DATE_TEXT])
{
    struct timespec now;
    struct tm t;
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &t);
    size_t n = strftime(out, GB_DATE_TEXT, "%Y-%m-%dT%H:%M:%S", &t);
    long micro = now.tv_nsec / 1000;
    out[n++] = '.';
    for (long unit = 100000; unit; unit /= 10)
        out[n++] = (char)('0' + micro / unit % 10);
    out[n++] = 'Z';
    out[n] = 0;
}

static double parse_zone(const char *text)
{
    int hours, minutes;
    char sign;
    if (*text == 'Z' || !*text) return 0;
    if (sscanf(text, "%c%2d:%2d", &sign, &hours, &minutes) != 3) return 0;
    int seconds = hours * 3600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
}

double gb_date_parse(const char *text)
{
    struct tm t = {0};
    const char *rest = strptime(text, "%Y-%m-%dT%H:%M:%S", &t);
    if (!rest) return -1;
    double fraction = 0;
    if (*rest == '.') {
        double unit = 0.1;
        for (rest++; *rest >= '0' && *rest <= '9'; rest++, unit /= 10)
            fraction += unit * (*rest - '0');
    }
    return (double)timegm(&t) + fraction - parse_zone(rest);
}
