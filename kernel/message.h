/* One message of the Jupyter protocol as ZeroMQ frames: reading what a peer sent, which is hostile
 * until its signature is right, and building what is sent. Bytes only: what a header means is the
 * business of the layer above, sockets are wire.c's.
 *
 *     identity*  "<IDS|MSG>"  signature  header  parent_header  metadata  content  buffer*
 *
 * Source: the protocol's description, version 5.4, "The Wire Protocol". */
#ifndef GB_KERNEL_MESSAGE_H
#define GB_KERNEL_MESSAGE_H

#include "graph/base/hash.h"

enum {
    GB_MESSAGE_MAX_IDENTITIES = 32,
    GB_MESSAGE_MAX_FRAMES = 1024,   /* identities and buffers included */
    GB_MESSAGE_MAX_JSON = 64 << 20, /* bytes of one JSON part */
    GB_MESSAGE_MAX_DEPTH = 200,     /* nesting of one JSON part */
    GB_MESSAGE_MAX_FRAME = 1 << 30, /* bytes of any frame; ZeroMQ drops the peer beyond it */
    GB_MESSAGE_REMEMBERED = 1 << 16 /* signatures kept to recognise a replay */
};

/* Position of a part behind the delimiter. */
typedef enum gb_message_part {
    GB_PART_SIGNATURE = 1,
    GB_PART_HEADER,
    GB_PART_PARENT,
    GB_PART_METADATA,
    GB_PART_CONTENT,
    GB_PART_BUFFERS /* the first of any number */
} gb_message_part;

/* Owned bytes, terminated. */
typedef struct gb_frame {
    char *bytes;
    size_t size;
} gb_frame;

/* A received message: owned copies of its frames. */
typedef struct gb_message {
    gb_frame *frames;
    size_t count;
    size_t capacity;
    size_t delimiter; /* index of "<IDS|MSG>"; identities are before it */
} gb_message;

#define GB_MESSAGE_INIT                                                                            \
    {                                                                                              \
        0                                                                                          \
    }

void gb_message_release(gb_message *message);

/* Appends a copy of a frame. More than GB_MESSAGE_MAX_FRAMES: ValueError. */
bool gb_message_add(gb_message *message, const void *bytes, size_t n, gb_error *err) GB_MUST_CHECK;

/* A part's bytes; only after gb_message_check said yes. Borrowed. */
gb_piece gb_message_get(const gb_message *message, gb_message_part part);

/* Who may talk to us: the key, and the signatures seen lately. */
typedef struct gb_signer gb_signer;

/* `key` of n bytes; n = 0: messages are neither signed nor checked, as the protocol has it. */
gb_signer *gb_signer_new(const char *key, size_t n, gb_error *err) GB_MUST_CHECK;
void gb_signer_free(gb_signer *signer);

/* Signs the four JSON parts (header, parent, metadata, content). Without a key: "". */
bool gb_signer_sign(const gb_signer *signer, const gb_piece parts[4], char out[GB_SHA256_TEXT],
                    gb_error *err) GB_MUST_CHECK;

/* Is this a message that may be looked at? In order: the delimiter is there with enough frames
 * behind it; the signature is right (constant time) and new; every JSON part is UTF-8, within the
 * limits of size and depth. Nothing is parsed before the signature is known to be right. ValueError
 * with the reason; the message is then to be dropped. A signature counts as seen only if it was
 * right. */
bool gb_message_check(gb_message *message, gb_signer *signer, gb_error *err) GB_MUST_CHECK;

/* The deepest nesting of brackets in JSON text, without parsing it: an upper bound for any parser's
 * recursion. */
size_t gb_json_depth(const char *text, size_t n);

/* The time now as the protocol wants it: "2024-05-06T07:08:09.000120Z", always 27 characters. */
enum { GB_DATE_TEXT = 28 };
void gb_date_now(char out[GB_DATE_TEXT]);

/* Seconds since 1970 of such a date (any number of digits in the fraction, "Z" or "+hh:mm").
 * Negative when it is not one. */
double gb_date_parse(const char *text);

#endif
