/*
 * Runs a firmware for the ATmega328P, instruction by instruction, at the speed of a real Uno:
 *
 *     simulator FIRMWARE.elf LINK ws2812|rgb
 *
 * LINK becomes a link to a pseudo terminal, the computer's end of the USB cable. What happens is said on the standard
 * output, a line of JSON each: "ready" when it is plugged in, "unplugged", "led" with the colour that the LED shows,
 * "bad-wave" when a WS2812 would not have understood, "held" for every line that is held back, "lost" when the computer
 * did not fetch what the board said.
 * The standard input takes a command a line, and its end ends the simulation:
 *
 *     unplug, plug     pulls the cable and puts it in again: no power meanwhile
 *     boot MILLIS      the same as plug, with a boot loader that takes so long and swallows what it hears
 *     reset            presses the reset button
 *     hang, resume     the processor stands still
 *     mute, unmute     what the board says gets lost
 *     hold, release    what the board says is late
 *     say TEXT         the computer hears that line
 *     noise HEX        the computer hears those bytes
 *     hear HEX         the board hears those bytes
 *     hurry            time passes as fast as this computer can
 */
#define _GNU_SOURCE
#include "simulator.h"

#include <poll.h>
#include <simavr/avr_uart.h>
#include <simavr/sim_cycle_timers.h>
#include <simavr/sim_elf.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MHZ = 16, SLICE_MICROS = 1000, CHARACTER_CYCLES = 1528, MCUSR = 0x54, POWER_ON = 1, EXTERNAL = 2 };

static avr_t *avr;
static const char *link_path;
static bool is_rgb;

static bool hung, muted, held, hurrying;
static avr_cycle_count_t boots_until;

/* On the way to the board, and what is held back of what it said. */
static uint8_t inbox[4096];
static size_t inbox_length;
static uint8_t late[4096];
static size_t late_length;

void event(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
    fflush(stdout);
}

static void log_nothing(avr_t *board, const int level, const char *format, va_list arguments) {
    (void)board;
    (void)level;
    (void)format;
    (void)arguments;
}

/* The board's serial port. */

static avr_cycle_count_t next_character(avr_t *board, avr_cycle_count_t when, void *unused) {
    (void)unused;
    if (inbox_length > 0) {
        uint8_t character = inbox[0];
        memmove(inbox, inbox + 1, --inbox_length);
        if (when >= boots_until) {
            avr_raise_irq(avr_io_getirq(board, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT), character);
        }
    }
    return when + CHARACTER_CYCLES;
}

static void on_character(struct avr_irq_t *irq, uint32_t value, void *unused) {
    (void)irq;
    (void)unused;
    uint8_t character = (uint8_t)value;
    if (held && late_length < sizeof late) {
        late[late_length++] = character;
        if (character == '\n') {
            event("{\"event\":\"held\"}");
        }
    } else if (!muted) {
        port_write(&character, 1);
    }
}

static void on_sleep(avr_t *board, avr_cycle_count_t cycles) {
    (void)board;
    (void)cycles;
}

static void start_board(const char *file) {
    elf_firmware_t firmware = {0};
    if (elf_read_firmware(file, &firmware) != 0 || (avr = avr_make_mcu_by_name("atmega328p")) == NULL) {
        fprintf(stderr, "cannot run %s\n", file);
        exit(1);
    }
    avr_init(avr);
    avr->frequency = MHZ * 1000000;
    avr->sleep = on_sleep;
    avr_load_firmware(avr, &firmware);
    uint32_t flags = 0;
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT), on_character, NULL);
    if (!is_rgb) {
        led_attach(avr);
    }
}

static void restart(uint8_t cause) {
    avr_reset(avr);
    avr->data[MCUSR] = cause;
    avr_cycle_timer_register(avr, CHARACTER_CYCLES, next_character, NULL);
}

/* Commands. */

static void plug(unsigned long boot_millis) {
    if (port_is_open()) {
        return;
    }
    if (!port_open(link_path)) {
        fprintf(stderr, "cannot make a pseudo terminal at %s\n", link_path);
        exit(1);
    }
    inbox_length = late_length = 0;
    hung = muted = held = false;
    restart(POWER_ON);
    boots_until = avr->cycle + boot_millis * 1000 * MHZ;
    event("{\"event\":\"ready\"}");
}

static void unplug(void) {
    if (port_is_open()) {
        port_close(link_path);
        led_dark();
        event("{\"event\":\"unplugged\"}");
    }
}

static size_t read_hex(const char *text, uint8_t *bytes, size_t room) {
    size_t length = 0;
    unsigned value;
    for (; length < room && sscanf(text, "%2x", &value) == 1; text += 2) {
        bytes[length++] = (uint8_t)value;
    }
    return length;
}

static void obey(char *line) {
    char *argument = strchr(line, ' ');
    if (argument != NULL) {
        *argument++ = '\0';
    } else {
        argument = "";
    }
    uint8_t bytes[1024];
    if (strcmp(line, "unplug") == 0) {
        unplug();
    } else if (strcmp(line, "plug") == 0 || strcmp(line, "boot") == 0) {
        plug(strtoul(argument, NULL, 10));
    } else if (strcmp(line, "reset") == 0) {
        restart(EXTERNAL);
    } else if (strcmp(line, "hang") == 0 || strcmp(line, "resume") == 0) {
        hung = line[0] == 'h';
    } else if (strcmp(line, "mute") == 0 || strcmp(line, "unmute") == 0) {
        muted = line[0] == 'm';
    } else if (strcmp(line, "hold") == 0) {
        held = true;
    } else if (strcmp(line, "release") == 0) {
        held = false;
        port_write(late, late_length);
        late_length = 0;
    } else if (strcmp(line, "say") == 0) {
        port_write((uint8_t *)argument, strlen(argument));
        port_write((uint8_t *)"\r\n", 2);
    } else if (strcmp(line, "noise") == 0) {
        port_write(bytes, read_hex(argument, bytes, sizeof bytes));
    } else if (strcmp(line, "hear") == 0) {
        inbox_length += read_hex(argument, inbox + inbox_length, sizeof inbox - inbox_length);
    } else if (strcmp(line, "hurry") == 0) {
        hurrying = true;
    } else {
        fprintf(stderr, "no such command: %s\n", line);
        exit(2);
    }
}

/* False at the end of the standard input. */
static bool read_commands(void) {
    static char line[4096];
    static size_t length;
    ssize_t more = read(STDIN_FILENO, line + length, sizeof line - 1 - length);
    if (more <= 0) {
        return false;
    }
    length += (size_t)more;
    line[length] = '\0';
    for (char *end; (end = strchr(line, '\n')) != NULL;) {
        *end = '\0';
        obey(line);
        length -= (size_t)(end + 1 - line);
        memmove(line, end + 1, length + 1);
    }
    return true;
}

/* Time. */

static uint64_t micros(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static void run_slice(void) {
    avr_cycle_count_t until = avr->cycle + SLICE_MICROS * MHZ;
    if (!port_is_open() || hung || avr->cycle < boots_until) {
        /* Time passes all the same, and what is heard meanwhile is lost. */
        avr->cycle = until;
        inbox_length = hung ? inbox_length : 0;
        return;
    }
    while (avr->cycle < until) {
        int state = avr_run(avr);
        if (state == cpu_Done || state == cpu_Crashed) {
            fprintf(stderr, "the firmware has crashed\n");
            exit(1);
        }
    }
    if (is_rgb) {
        led_sample_pwm(avr);
    }
}

/* Waits for the computer, a command, or the next slice; false when it is over. */
static bool listen_until(uint64_t when) {
    do {
        uint64_t now = micros();
        struct timespec wait = {.tv_nsec = now < when && !hurrying ? (long)(when - now) * 1000 : 0};
        bool has_room = inbox_length < sizeof inbox;
        struct pollfd both[] = {{STDIN_FILENO, POLLIN, 0}, {has_room ? port_descriptor() : -1, POLLIN, 0}};
        if (ppoll(both, 2, &wait, NULL) <= 0) {
            return true;
        }
        if (both[1].revents != 0) {
            inbox_length += port_read(inbox + inbox_length, sizeof inbox - inbox_length);
        }
        if (both[0].revents != 0 && !read_commands()) {
            return false;
        }
    } while (!hurrying && micros() < when);
    return true;
}

int main(int count, char **arguments) {
    if (count != 4 || (strcmp(arguments[3], "ws2812") != 0 && strcmp(arguments[3], "rgb") != 0)) {
        fprintf(stderr, "usage: simulator FIRMWARE.elf LINK ws2812|rgb\n");
        return 2;
    }
    link_path = arguments[2];
    is_rgb = strcmp(arguments[3], "rgb") == 0;
    avr_global_logger_set(log_nothing);
    start_board(arguments[1]);
    plug(0);
    uint64_t next = micros();
    do {
        run_slice();
        next += SLICE_MICROS;
        /* A computer that is too busy gets a slower board, not one that catches up. */
        uint64_t now = micros();
        next = next < now ? now : next;
    } while (listen_until(next));
    unplug();
    return 0;
}
