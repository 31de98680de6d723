/* Hashes by OpenSSL's EVP interface. See hash.h. */
#include "graph/base/hash.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

static void hex(const unsigned char *bytes, size_t n, char *out)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < n; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[2 * n] = '\0';
}

bool gb_sha256_hex(const void *bytes, size_t n, char out[GB_SHA256_TEXT], gb_error *err)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size;
    if (!EVP_Digest(bytes, n, digest, &size, EVP_sha256(), NULL))
        return gb_fail(err, GB_ERR_RUNTIME, "SHA-256 is not available");
    hex(digest, GB_SHA256_BYTES, out);
    return true;
}

bool gb_sha512(const void *bytes, size_t n, unsigned char out[GB_SHA512_BYTES], gb_error *err)
{
    unsigned size;
    if (EVP_Digest(bytes, n, out, &size, EVP_sha512(), NULL)) return true;
    return gb_fail(err, GB_ERR_RUNTIME, "SHA-512 is not available");
}

bool gb_digest(const char *algorithm, const void *bytes, size_t n,
               unsigned char out[GB_DIGEST_MOST], size_t *size, gb_error *err)
{
    unsigned count = 0;
    EVP_MD *method = EVP_MD_fetch(NULL, algorithm, NULL);
    bool ok = method && EVP_MD_get_size(method) <= GB_DIGEST_MOST &&
              EVP_Digest(bytes, n, out, &count, method, NULL);
    EVP_MD_free(method);
    *size = count;
    return ok || gb_fail(err, GB_ERR_VALUE, "unsupported hash type %s", algorithm);
}

bool gb_hmac_sha256_hex(const void *key, size_t key_size, const gb_piece *pieces, size_t count,
                        char out[GB_SHA256_TEXT], gb_error *err)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    size_t size = 0;
    EVP_PKEY *secret = EVP_PKEY_new_raw_private_key(EVP_PKEY_HMAC, NULL, key, key_size);
    EVP_MD_CTX *state = EVP_MD_CTX_new();
    bool ok = secret && state && EVP_DigestSignInit(state, NULL, EVP_sha256(), NULL, secret) == 1;
    for (size_t i = 0; ok && i < count; i++)
        ok = EVP_DigestSignUpdate(state, pieces[i].bytes, pieces[i].size) == 1;
    size = sizeof digest;
    ok = ok && EVP_DigestSignFinal(state, digest, &size) == 1;
    EVP_MD_CTX_free(state);
    EVP_PKEY_free(secret);
    if (!ok) return gb_fail(err, GB_ERR_RUNTIME, "HMAC-SHA256 is not available");
    hex(digest, GB_SHA256_BYTES, out);
    return true;
}

bool gb_equal_secret(const char *a, size_t na, const char *b, size_t nb)
{
    return na == nb && CRYPTO_memcmp(a, b, na) == 0;
}

bool gb_random_bytes(void *out, size_t n, gb_error *err)
{
    if (getrandom(out, n, 0) == (ssize_t)n) return true;
    return gb_fail(err, GB_ERR_OS, "no random bytes from the system: %s", strerror(errno));
}

bool gb_random_id(char out[33], gb_error *err)
{
    unsigned char bytes[16];
    if (!gb_random_bytes(bytes, sizeof bytes, err)) return false;
    hex(bytes, sizeof bytes, out);
    return true;
}
