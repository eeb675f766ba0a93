package ductus.music;

/**
 * The instrument of a channel from a tick on.
 *
 * @param program General MIDI program, 0 to 127
 */
public record ProgramChange(long tick, int channel, int track, int program) {}
