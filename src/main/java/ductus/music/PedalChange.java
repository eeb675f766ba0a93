package ductus.music;

/**
 * A change of the sustain pedal (controller 64) as data; notes keep the length of their keys.
 *
 * @param value 0 to 127; 64 and more is down
 */
public record PedalChange(long tick, int channel, int track, int value) {}
