/* Files and waiting. */
#include "graph/base/file.h"
#include "graph/base/interrupt.h"
#include "graph/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void files_are_written_whole(void **state)
{
    (void)state;
    char folder[] = "/tmp/gb-file-XXXXXX";
    size_t n;
    assert_non_null(mkdtemp(folder));
    char *inner = gb_path_join(folder, "a/b", NULL);
    char *path = gb_path_join(inner, "x.txt", NULL);
    assert_true(gb_make_directories(inner, NULL));
    assert_true(gb_file_write(path, "one", 3, NULL));
    assert_true(gb_file_write(path, "three", 5, NULL));
    char *text = gb_file_read(path, 100, &n, NULL);
    assert_string_equal(text, "three");
    gb_free(text);
    gb_error err = GB_ERROR_INIT;
    assert_null(gb_file_read(path, 4, &n, &err));
    assert_int_equal(err.cls, GB_ERR_VALUE);
    gb_mapping *mapping = gb_mapping_open(path, NULL);
    assert_int_equal(gb_mapping_size(mapping), 5);
    assert_memory_equal(gb_mapping_data(mapping), "three", 5);
    gb_mapping_unref(mapping);
    unlink(path);
    gb_free(path);
    gb_free(inner);
}

/* Only whole pages inside the range go, and they come back as the file has them. */
static void forgotten_pages_come_back(void **state)
{
    (void)state;
    char path[] = "/tmp/gb-pages-XXXXXX";
    size_t page = (size_t)sysconf(_SC_PAGESIZE), size = 3 * page + 7;
    char *bytes = gb_calloc(size, 1, NULL);
    close(mkstemp(path));
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)(i * 31 + i / page);
    assert_true(gb_file_write(path, bytes, size, NULL));
    gb_mapping *mapping = gb_mapping_open(path, NULL);
    unsigned char *data = (unsigned char *)gb_mapping_data(mapping);
    data[page - 1]++, data[page]++, data[2 * page]++;
    gb_mapping_forget(mapping, 1, 2 * page + 1);
    gb_mapping_forget(mapping, 5, 5);
    gb_mapping_forget(mapping, size - 3, size);
    bytes[page - 1]++, bytes[2 * page]++;
    assert_memory_equal(data, bytes, size);
    gb_mapping_unref(mapping);
    unlink(path);
    gb_free(bytes);
}

static void missing_files_say_so(void **state)
{
    (void)state;
    size_t n;
    gb_error err = GB_ERROR_INIT;
    assert_null(gb_file_read("/nonexistent/x", 1, &n, &err));
    assert_int_equal(err.cls, GB_ERR_FILE_NOT_FOUND);
    assert_string_equal(err.message, "[Errno 2] No such file or directory: '/nonexistent/x'");
    err = (gb_error)GB_ERROR_INIT;
    assert_null(gb_mapping_open("/tmp", &err));
    assert_int_equal(err.cls, GB_ERR_OS);
    err = (gb_error)GB_ERROR_INIT;
    assert_false(gb_file_write("/dev/full/x", "x", 1, &err));
}

static void an_interrupt_ends_a_wait(void **state)
{
    (void)state;
    gb_error err = GB_ERROR_INIT;
    gb_interrupt_set();
    assert_false(gb_wait(3600, -1, &err));
    assert_int_equal(err.cls, GB_ERR_INTERRUPT);
    gb_interrupt_clear();
    assert_true(gb_wait(0, -1, NULL));
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "x", 1), 1);
    assert_true(gb_wait(3600, ends[0], NULL));
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_written_whole),
        cmocka_unit_test(forgotten_pages_come_back),
        cmocka_unit_test(missing_files_say_so),
        cmocka_unit_test(an_interrupt_ends_a_wait),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
