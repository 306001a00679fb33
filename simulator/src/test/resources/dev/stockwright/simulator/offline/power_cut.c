/*
 * What a power cut takes away. Loaded before the C library of a process (LD_PRELOAD), it writes down
 * each change of the watched files before it is made, with what stood there, and when a file was
 * brought to the disk. PowerCut.java reads that after the process was killed, and takes back what no
 * fsync had covered.
 *
 * POWER_CUT_FILE  files whose path begins with this are watched (but not SQLite's -shm, which is
 *                 built anew after a crash, and no .lock)
 * POWER_CUT_LOG   where it is written down
 * POWER_CUT_LIES  set: fsync says yes and does nothing, as some disks do
 *
 * A record: type, length of the path, path, then for
 *   W  offset, size of the file before, length of the old bytes, old bytes, length of the new, new
 *   T  new size, size before, length of the bytes that are cut off, those bytes
 *   S  nothing: all before it of this path is on the disk
 *   U  nothing: the file was removed
 * Numbers are 64 bits, most significant byte first.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <endian.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 4096

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static char *watched[FILES];
static int log_fd = -1;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_close)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);

__attribute__((constructor)) static void begin(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_open = dlsym(RTLD_NEXT, "open64");
  real_openat = dlsym(RTLD_NEXT, "openat64");
  real_close = dlsym(RTLD_NEXT, "close");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  const char *log = getenv("POWER_CUT_LOG");
  if (log != NULL) {
    log_fd = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
}

static int ends(const char *text, const char *end) {
  size_t n = strlen(text), m = strlen(end);
  return n >= m && strcmp(text + n - m, end) == 0;
}

static int of_interest(const char *path) {
  const char *file = getenv("POWER_CUT_FILE");
  return log_fd >= 0 && file != NULL && strncmp(path, file, strlen(file)) == 0
      && !ends(path, "-shm") && !ends(path, ".lock");
}

static const char *path_of(int fd) {
  return fd >= 0 && fd < FILES ? watched[fd] : NULL;
}

/* What cannot be written down must not be taken for written down. */
static void put(const void *bytes, size_t length) {
  const char *rest = bytes;
  while (length > 0) {
    ssize_t done = real_write(log_fd, rest, length);
    if (done <= 0) {
      abort();
    }
    rest += done;
    length -= (size_t) done;
  }
}

static void number(uint64_t value) {
  uint64_t big = htobe64(value);
  put(&big, sizeof big);
}

static void record(char type, const char *path) {
  put(&type, 1);
  number(strlen(path));
  put(path, strlen(path));
}

static uint64_t size_of(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 ? (uint64_t) status.st_size : 0;
}

/* By a descriptor of its own: the one written to may not be readable. */
static void old_bytes(const char *path, off_t offset, uint64_t length) {
  char *bytes = malloc(length + 1);
  int fd = real_open(path, O_RDONLY | O_CLOEXEC);
  ssize_t got = fd < 0 || bytes == NULL ? 0 : pread(fd, bytes, length, offset);
  if (fd >= 0) {
    real_close(fd);
  }
  number(got > 0 ? (uint64_t) got : 0);
  if (got > 0) {
    put(bytes, (size_t) got);
  }
  free(bytes);
}

static void changes(const char *path, off_t offset, const void *bytes, size_t length) {
  record('W', path);
  number((uint64_t) offset);
  number(size_of(path));
  old_bytes(path, offset, length);
  number(length);
  put(bytes, length);
}

static void cuts_off(const char *path, uint64_t size) {
  uint64_t before = size_of(path);
  record('T', path);
  number(size);
  number(before);
  old_bytes(path, (off_t) size, before > size ? before - size : 0);
}

static int opened(int fd, const char *path) {
  if (fd >= 0 && fd < FILES && of_interest(path)) {
    pthread_mutex_lock(&guard);
    watched[fd] = strdup(path);
    pthread_mutex_unlock(&guard);
  }
  return fd;
}

static void emptied(const char *path, int flags) {
  if ((flags & O_TRUNC) && of_interest(path)) {
    pthread_mutex_lock(&guard);
    cuts_off(path, 0);
    pthread_mutex_unlock(&guard);
  }
}

#define MODE(flags, mode) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | __O_TMPFILE)) { \
    va_list more; \
    va_start(more, flags); \
    mode = va_arg(more, mode_t); \
    va_end(more); \
  }

int open(const char *path, int flags, ...) {
  MODE(flags, mode)
  emptied(path, flags);
  return opened(real_open(path, flags, mode), path);
}

int open64(const char *path, int flags, ...) {
  MODE(flags, mode)
  emptied(path, flags);
  return opened(real_open(path, flags, mode), path);
}

int openat(int at, const char *path, int flags, ...) {
  MODE(flags, mode)
  emptied(path, flags);
  return opened(real_openat(at, path, flags, mode), path);
}

int openat64(int at, const char *path, int flags, ...) {
  MODE(flags, mode)
  emptied(path, flags);
  return opened(real_openat(at, path, flags, mode), path);
}

int close(int fd) {
  if (path_of(fd) != NULL) {
    pthread_mutex_lock(&guard);
    free(watched[fd]);
    watched[fd] = NULL;
    pthread_mutex_unlock(&guard);
  }
  return real_close(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  const char *path = path_of(fd);
  if (path == NULL) {
    return real_write(fd, bytes, length);
  }
  pthread_mutex_lock(&guard);
  changes(path, lseek(fd, 0, SEEK_CUR), bytes, length);
  ssize_t done = real_write(fd, bytes, length);
  pthread_mutex_unlock(&guard);
  return done;
}

static ssize_t written_at(int fd, const void *bytes, size_t length, off_t offset) {
  const char *path = path_of(fd);
  if (path == NULL) {
    return real_pwrite(fd, bytes, length, offset);
  }
  pthread_mutex_lock(&guard);
  changes(path, offset, bytes, length);
  ssize_t done = real_pwrite(fd, bytes, length, offset);
  pthread_mutex_unlock(&guard);
  return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  return written_at(fd, bytes, length, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) {
  return written_at(fd, bytes, length, offset);
}

static int truncated(int fd, off_t size) {
  const char *path = path_of(fd);
  if (path == NULL) {
    return real_ftruncate(fd, size);
  }
  pthread_mutex_lock(&guard);
  cuts_off(path, (uint64_t) size);
  int done = real_ftruncate(fd, size);
  pthread_mutex_unlock(&guard);
  return done;
}

int ftruncate(int fd, off_t size) {
  return truncated(fd, size);
}

int ftruncate64(int fd, off_t size) {
  return truncated(fd, size);
}

static int synced(int fd, int (*sync)(int)) {
  const char *path = path_of(fd);
  if (path == NULL) {
    return sync(fd);
  }
  if (getenv("POWER_CUT_LIES") != NULL) {
    return 0;
  }
  pthread_mutex_lock(&guard);
  int done = sync(fd);
  if (done == 0) {
    record('S', path);
  }
  pthread_mutex_unlock(&guard);
  return done;
}

int fsync(int fd) {
  return synced(fd, real_fsync);
}

int fdatasync(int fd) {
  return synced(fd, real_fdatasync);
}

int unlink(const char *path) {
  if (of_interest(path)) {
    pthread_mutex_lock(&guard);
    record('U', path);
    pthread_mutex_unlock(&guard);
  }
  return real_unlink(path);
}
