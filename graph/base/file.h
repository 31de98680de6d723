/* Files: read whole, map, write so that a crash leaves the old or the new one. */
#ifndef GB_BASE_FILE_H
#define GB_BASE_FILE_H

#include "graph/base/error.h"

/* The whole file, terminated (gb_free); *size without the terminator. Larger than `limit` bytes:
 * ValueError. Missing: FileNotFoundError; else OSError with the system's words. */
char *gb_file_read(const char *path, size_t limit, size_t *size, gb_error *err) GB_MUST_CHECK;

/* Writes beside the target and renames over it. */
bool gb_file_write(const char *path, const void *bytes, size_t n, gb_error *err) GB_MUST_CHECK;

bool gb_file_exists(const char *path);
bool gb_is_directory(const char *path);

/* Makes a folder and those above it. */
bool gb_make_directories(const char *path, gb_error *err) GB_MUST_CHECK;

/* The folder that a path's last part is in: "." for a bare name. Owned, gb_free. */
char *gb_path_folder(const char *path, gb_error *err) GB_MUST_CHECK;

/* "a/b" from parts; owned, gb_free. An absolute `name` stays as it is. "~/" becomes the home
 * folder. */
char *gb_path_join(const char *folder, const char *name, gb_error *err) GB_MUST_CHECK;

/* "$XDG_STATE_HOME/glassbox/NAME", else "~/.local/state/glassbox/NAME": where a program keeps what
 * it knows between two runs. The folder is made. Owned; OSError when there is no home. */
char *gb_state_path(const char *name, gb_error *err) GB_MUST_CHECK;

/* A mapping of a file, reference-counted: tensors of a checkpoint hold it. Who writes to it changes
 * this process alone, never the file. */
typedef struct gb_mapping gb_mapping;
gb_mapping *gb_mapping_open(const char *path, gb_error *err) GB_MUST_CHECK;
const unsigned char *gb_mapping_data(const gb_mapping *mapping);
size_t gb_mapping_size(const gb_mapping *mapping);
gb_mapping *gb_mapping_ref(gb_mapping *mapping);
void gb_mapping_unref(gb_mapping *mapping);

/* Bytes [from, to) have been copied and are not looked at for now: the whole pages among them need
 * no memory until somebody does. What this process wrote there is lost. */
void gb_mapping_forget(const gb_mapping *mapping, size_t from, size_t to);

#endif
