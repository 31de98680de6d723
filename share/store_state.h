/* The inside of the job log, for store.c and store_look.c alone. */
#ifndef GB_SHARE_STORE_STATE_H
#define GB_SHARE_STORE_STATE_H

#include "share/store.h"

#include <pthread.h>
#include <sqlite3.h>

struct gb_store {
    sqlite3 *db; /* used with `lock` held */
    pthread_mutex_t lock;
    pthread_cond_t changed; /* monotonic clock */
    uint64_t news;
};

#endif
