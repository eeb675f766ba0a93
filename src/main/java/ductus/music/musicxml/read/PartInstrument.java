package ductus.music.musicxml.read;

import ductus.music.Note;

/**
 * An instrument of a part, as the list of parts says it.
 *
 * @param name of the instrument, maybe empty
 * @param channel 0 to 15; -1 if it is not said
 * @param program General MIDI program, 0 to 127
 * @param drum MIDI key of the drum that its unpitched notes strike; -1 if it is not said
 */
record PartInstrument(String name, int channel, int program, int drum) {
  static final PartInstrument UNKNOWN = new PartInstrument("", -1, 0, -1);

  boolean isDrum() {
    return channel == Note.DRUM_CHANNEL || drum >= 0;
  }
}
