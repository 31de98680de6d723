/* Runs a fuzz target over the files of its corpus: `fuzz_NAME FILE|FOLDER …`. Linked in place of
 * libFuzzer when the tests are built; the last line is `N passed, 0 failed`. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LARGEST = 1 << 22 };

static int count;

static void run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = malloc(LARGEST);
    size_t n = file && data ? fread(data, 1, LARGEST, file) : 0;
    uint8_t *exact = malloc(n ? n : 1); /* so that a sanitizer sees a read beyond the end */
    for (size_t i = 0; exact && i < n; i++)
        exact[i] = data[i];
    (void)LLVMFuzzerTestOneInput(exact, n);
    count++;
    free(exact);
    free(data);
    if (file) fclose(file);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        DIR *folder = opendir(argv[i]);
        if (!folder) run_file(argv[i]);
        for (struct dirent *entry; folder && (entry = readdir(folder));) {
            char path[1024];
            snprintf(path, sizeof path, "%s/%s", argv[i], entry->d_name);
            if (entry->d_name[0] != '.') run_file(path);
        }
        if (folder) closedir(folder);
    }
    printf("%d passed, 0 failed\n", count);
    return count > 0 ? 0 : 1;
}
