/* SHA-256 and HMAC by OpenSSL: checksums of downloads, signatures of messages, names of results. */
#ifndef GB_BASE_HASH_H
#define GB_BASE_HASH_H

#include "graph/base/error.h"

enum { GB_SHA256_BYTES = 32, GB_SHA256_TEXT = 65, GB_SHA512_BYTES = 64 };

/* Lower-case hexadecimal, terminated. */
bool gb_sha256_hex(const void *bytes, size_t n, char out[GB_SHA256_TEXT],
                   gb_error *err) GB_MUST_CHECK;

/* The digest itself. */
bool gb_sha512(const void *bytes, size_t n, unsigned char out[GB_SHA512_BYTES],
               gb_error *err) GB_MUST_CHECK;

/* The digest by an algorithm of OpenSSL's names: "md5", "sha1", "sha3-256", "blake2b512" … *size
 * bytes of out. ValueError for a name it does not know. */
enum { GB_DIGEST_MOST = 64 };
bool gb_digest(const char *algorithm, const void *bytes, size_t n,
               unsigned char out[GB_DIGEST_MOST], size_t *size, gb_error *err) GB_MUST_CHECK;

/* Several pieces hashed as one text under a key (HMAC-SHA256), in hexadecimal. */
typedef struct gb_piece {
    const void *bytes;
    size_t size;
} gb_piece;
bool gb_hmac_sha256_hex(const void *key, size_t key_size, const gb_piece *pieces, size_t count,
                        char out[GB_SHA256_TEXT], gb_error *err) GB_MUST_CHECK;

/* Compares in constant time; texts of different length are unequal. */
bool gb_equal_secret(const char *a, size_t na, const char *b, size_t nb);

/* `n` unguessable bytes of the system; and an identifier of 32 hexadecimal digits made from them.
 */
bool gb_random_bytes(void *out, size_t n, gb_error *err) GB_MUST_CHECK;
bool gb_random_id(char out[33], gb_error *err) GB_MUST_CHECK;

#endif
