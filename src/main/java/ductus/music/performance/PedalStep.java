package ductus.music.performance;

/**
 * A step at which the sustain pedal goes down or up.
 *
 * @param step of 10 ms from the start
 */
public record PedalStep(int step, boolean down) {}
