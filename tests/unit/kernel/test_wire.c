/* What the protocol is made of below xeus: messages, dates, turns, connection files. */
#include "kernel/connection.h"
#include "kernel/message.h"
#include "kernel/turn.h"

#include "graph/base/file.h"
#include "graph/base/interrupt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static gb_signer *new_signer(const char *key)
{
    gb_error err = GB_ERROR_INIT;
    gb_signer *signer = gb_signer_new(key, strlen(key), &err);
    assert_non_null(signer);
    return signer;
}

/* A message of these frames, signed when `signer` is given. */
static gb_message make(const char *const *frames, size_t count)
{
    gb_error err = GB_ERROR_INIT;
    gb_message m = GB_MESSAGE_INIT;
    for (size_t i = 0; i < count; i++)
        assert_true(gb_message_add(&m, frames[i], strlen(frames[i]), &err));
    return m;
}

static bool accepted(gb_signer *signer, const char *const *frames, size_t count)
{
    gb_error err = GB_ERROR_INIT;
    gb_message m = make(frames, count);
    bool ok = gb_message_check(&m, signer, &err);
    assert_true(ok || err.cls == GB_ERR_VALUE);
    gb_message_release(&m);
    return ok;
}

static void unsigned_messages(void **state)
{
    (void)state;
    gb_signer *none = new_signer("");
    static const char *const good[] = {"id", "<IDS|MSG>",   "",      "{}", "{}",
                                       "{}", "{\"a\":[1]}", "buffer"};
    static const char *const ugly[] = {"<IDS|MSG>", "", "{\"a\":\"\xff\"}", "{}", "{}", "{}"};
    assert_true(accepted(none, good, 8));
    assert_true(accepted(none, good, 7));
    assert_false(accepted(none, good, 6));
    assert_false(accepted(none, good + 2, 5));
    assert_false(accepted(none, ugly, 6));
    char deep[2048];
    memset(deep, '[', sizeof deep - 1);
    deep[sizeof deep - 1] = 0;
    const char *nested[] = {"<IDS|MSG>", "", "{}", "{}", "{}", deep};
    assert_false(accepted(none, nested, 6));
    gb_signer_free(none);
}

static void signed_messages(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_signer *signer = new_signer("secret");
    gb_piece parts[4] = {{"{}", 2}, {"{}", 2}, {"{}", 2}, {"{}", 2}};
    char signature[GB_SHA256_TEXT];
    assert_true(gb_signer_sign(signer, parts, signature, &err));
    const char *frames[] = {"<IDS|MSG>", "wrong", "{}", "{}", "{}", "{}"};
    assert_false(accepted(signer, frames, 6));
    frames[1] = signature;
    assert_true(accepted(signer, frames, 6));
    assert_false(accepted(signer, frames, 6)); /* it was seen */
    gb_signer_free(signer);
}

static void dates(void **state)
{
    (void)state;
    char now[GB_DATE_TEXT];
    gb_date_now(now);
    assert_int_equal(strlen(now), 27);
    assert_true(gb_date_parse(now) > 1.7e9);
    assert_true(gb_date_parse("1970-01-01T00:00:01.5Z") == 1.5);
    assert_true(gb_date_parse("1970-01-01T01:00:00+01:00") == 0);
    assert_true(gb_date_parse("yesterday") < 0);
    assert_int_equal(gb_json_depth("{\"[[[\": [\"\\\"[\"]}", 17), 2);
}

static void turns(void **state)
{
    (void)state;
    gb_turn turn;
    gb_turn_init(&turn);
    char now[GB_DATE_TEXT];
    gb_date_now(now);
    double before = gb_date_parse(now);
    gb_turn_interrupt(&turn); /* at rest */
    assert_false(gb_interrupted());
    gb_date_now(now);
    assert_false(gb_turn_begin(&turn, gb_date_parse(now) + 0.001)); /* sent after it */
    gb_turn_end(&turn);
    gb_turn_interrupt(&turn);
    assert_true(gb_turn_begin(&turn, before)); /* sent before it, and overtaken */
    assert_true(gb_interrupted());
    gb_turn_end(&turn);
    assert_false(gb_interrupted());
    assert_false(gb_turn_begin(&turn, -1));
    gb_turn_interrupt(&turn);
    assert_true(gb_interrupted());
    gb_turn_end(&turn);
    gb_turn_release(&turn);
}

static void connection(const char *text, const char *wanted)
{
    gb_error err = GB_ERROR_INIT;
    char name[] = "/tmp/gb-connection-XXXXXX";
    close(mkstemp(name));
    assert_true(gb_file_write(name, text, strlen(text), &err));
    gb_connection c;
    bool ok = gb_connection_read(name, &c, &err);
    if (ok)
        assert_string_equal(c.endpoints[GB_CHANNEL_IOPUB], wanted);
    else
        assert_non_null(strstr(err.message, wanted));
    if (ok) gb_connection_release(&c);
    unlink(name);
}

static void connections(void **state)
{
    (void)state;
#define PORTS "\"shell_port\":1,\"control_port\":2,\"stdin_port\":3,\"hb_port\":5"
    connection("{" PORTS ",\"iopub_port\":4}", "tcp://127.0.0.1:4");
    connection("{" PORTS ",\"iopub_port\":4,\"transport\":\"ipc\",\"ip\":\"/tmp/k\"}",
               "ipc:///tmp/k-4");
    connection("{" PORTS "}", "iopub_port");
    connection("{" PORTS ",\"iopub_port\":70000}", "65535");
    connection("{" PORTS ",\"iopub_port\":4,\"key\":\"k\",\"signature_scheme\":\"md5\"}",
               "hmac-sha256");
    connection("not json", "connection");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(unsigned_messages),
                                       cmocka_unit_test(signed_messages), cmocka_unit_test(dates),
                                       cmocka_unit_test(turns), cmocka_unit_test(connections)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
