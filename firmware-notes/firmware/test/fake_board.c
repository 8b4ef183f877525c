#include "fake_board.h"

#include <assert.h>

char said[4096];
size_t said_length;
struct light_colour led;
unsigned led_writes;

static void show(struct light_colour colour) {
    led = colour;
    led_writes++;
}

static void send(char character) {
    assert(said_length < sizeof said - 1);
    said[said_length++] = character;
    said[said_length] = '\0';
}

const struct light_board fake_board = {"USBLIGHT 1 fw=1.0.0 mcu=none leds=1 out=none caps=rgb,seq,fade,level,wd", show, send};

void clear_fake_board(void) {
    said_length = 0;
    said[0] = '\0';
    led_writes = 0;
}
