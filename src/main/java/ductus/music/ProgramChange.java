package ductus.music;

/**
 * From a tick on, the instrument of a channel.
 *
 * @param program General MIDI program, 0 to 127
 */
public record ProgramChange(long tick, int channel, int track, int program) {}
