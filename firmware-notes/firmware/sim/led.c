#include "simulator.h"

#include <simavr/avr_ioport.h>
#include <simavr/sim_cycle_timers.h>

enum { DATA_PIN = 6, QUIET_MICROS = 50, BITS = 24, BYTE_BITS = 8 };

/*
 * In cycles, from the WS2812's data sheet: high for 0.40 or 0.80 us, a bit of 1.25 us, each give or take 0.15. Between
 * two bytes some more is harmless, because only a quiet of 50 us ends a frame; 5 us are far from it.
 */
enum { SHORTEST_0 = 4, LONGEST_0 = 8, SHORTEST_1 = 11, LONGEST_1 = 15 };
enum { SHORTEST_BIT = 18, LONGEST_BIT = 22, LONGEST_PAUSE = 80 };

static uint32_t shown = UINT32_MAX;

static avr_cycle_count_t rose;
static uint32_t frame;
static unsigned bits;
static bool bad;
static bool high;

static void show(uint32_t colour) {
    if (colour != shown) {
        shown = colour;
        event("{\"event\":\"led\",\"colour\":\"#%06X\"}", colour);
    }
}

void led_dark(void) {
    bits = 0;
    show(0);
}

/* The line was quiet: the LED takes over what it heard. It hears green first. */
static avr_cycle_count_t end_frame(avr_t *avr, avr_cycle_count_t when, void *unused) {
    (void)avr;
    (void)when;
    (void)unused;
    if (bad || bits != BITS) {
        event("{\"event\":\"bad-wave\",\"bits\":%u}", bits);
    } else {
        show((frame & 0x00ff00) << 8 | (frame & 0xff0000) >> 8 | (frame & 0xff));
    }
    bits = 0;
    bad = false;
    return 0;
}

static void on_data_pin(struct avr_irq_t *irq, uint32_t value, void *argument) {
    (void)irq;
    avr_t *avr = argument;
    if ((value != 0) == high) {
        return;
    }
    high = value != 0;
    if (high) {
        avr_cycle_count_t period = avr->cycle - rose;
        int longest = bits % BYTE_BITS == 0 ? LONGEST_PAUSE : LONGEST_BIT;
        bad |= bits != 0 && (period < SHORTEST_BIT || period > (avr_cycle_count_t)longest);
        rose = avr->cycle;
        return;
    }
    avr_cycle_count_t length = avr->cycle - rose;
    bool one = length >= SHORTEST_1;
    bad |= one ? length > LONGEST_1 : length < SHORTEST_0 || length > LONGEST_0;
    frame = frame << 1 | one;
    bits++;
    avr_cycle_timer_register(avr, QUIET_MICROS * CYCLES_PER_MICRO, end_frame, NULL);
}

void led_attach(avr_t *avr) {
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ('D'), DATA_PIN), on_data_pin, avr);
}

/* The ATmega328P's registers, by their address. */
enum { DDRB = 0x24, PORTB = 0x25, TCCR1A = 0x80, OCR1A = 0x88, OCR1B = 0x8a, TCCR2A = 0xb0, OCR2A = 0xb3 };

static uint8_t pwm(avr_t *avr, uint8_t pin, uint16_t control, uint8_t control_bit, uint16_t compare) {
    if (avr->data[control] & 1 << control_bit) {
        return avr->data[compare];
    }
    return avr->data[PORTB] & 1 << pin ? 255 : 0;
}

/* The three are set one after the other: what was there a millisecond ago as well is meant. */
void led_sample_pwm(avr_t *avr) {
    static uint32_t before;
    if ((avr->data[DDRB] & 0x0e) != 0x0e) {
        return;
    }
    uint32_t now = (uint32_t)pwm(avr, 1, TCCR1A, 7, OCR1A) << 16 | (uint32_t)pwm(avr, 2, TCCR1A, 5, OCR1B) << 8
            | pwm(avr, 3, TCCR2A, 7, OCR2A);
    if (now == before) {
        show(now);
    }
    before = now;
}
