package ductus.music.abc;

import ductus.music.abc.bar.AbcBar;
import ductus.music.abc.bar.Fraction;
import java.util.List;

/**
 * A voice of a tune with its repeats played out.
 *
 * @param name empty if it has none
 * @param program General MIDI program
 * @param isDrums whether its pitches are drums
 * @param start where the first bar begins to sound, in whole notes after the bar line
 */
record AbcVoice(String name, int program, boolean isDrums, List<AbcBar> played, Fraction start) {
  AbcVoice {
    played = List.copyOf(played);
  }
}
