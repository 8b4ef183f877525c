#define _GNU_SOURCE
#include "simulator.h"

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

static int master = -1;
/* Kept open, or the terminal would hang up whenever the computer closes it. */
static int slave = -1;

bool port_open(const char *link) {
    master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) {
        return false;
    }
    slave = open(ptsname(master), O_RDWR | O_NOCTTY | O_CLOEXEC);
    struct termios raw;
    if (slave < 0 || tcgetattr(slave, &raw) != 0) {
        return false;
    }
    cfmakeraw(&raw);
    unlink(link);
    return tcsetattr(slave, TCSANOW, &raw) == 0 && symlink(ptsname(master), link) == 0;
}

void port_close(const char *link) {
    unlink(link);
    close(slave);
    close(master);
    slave = master = -1;
}

bool port_is_open(void) {
    return master >= 0;
}

int port_descriptor(void) {
    return master;
}

size_t port_read(uint8_t *bytes, size_t room) {
    ssize_t length = master < 0 ? 0 : read(master, bytes, room);
    return length < 0 ? 0 : (size_t)length;
}

void port_write(const uint8_t *bytes, size_t length) {
    if (master >= 0 && write(master, bytes, length) < 0) {
        event("{\"event\":\"lost\",\"bytes\":%zu}", length);
    }
}
