package ductus.music.encoding.voices;

import ductus.generate.Constraint;
import ductus.music.choir.Cadence;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesGrammar.Slot;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;

/**
 * Ends phrases on the chords that are planned: what begins with the soprano's last note, or behind
 * it, belongs to the chord; the bass has its root, and the last voice its third where the others
 * lack it.
 */
public record LastChordConstraint() implements Constraint {
  private static final int OCTAVE = 12;
  private static final int FIFTH = 7;
  private static final int BASS = 3;
  private static final int LAST = 1;

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    VoicesGrammar grammar = VoicesGrammar.of(tokens, length);
    if (grammar.slot() != Slot.NOTE || grammar.now().cadence().third() == Cadence.Third.OPEN) {
      return;
    }
    VoiceSheet sheet = grammar.sheet();
    int voice = grammar.voice();
    int step = sheet.written(voice);
    int end = grammar.now().sung().end();
    int last = lastOnset(sheet, grammar.now().sung().start(), end);
    if (voice == 0 || step < last || last < 0) {
      return;
    }
    Cadence chord = grammar.now().cadence();
    int root = (grammar.key().tonic() + chord.root()) % OCTAVE;
    int third = (root + (chord.third() == Cadence.Third.MAJOR ? 4 : 3)) % OCTAVE;
    int fifth = (root + FIFTH) % OCTAVE;
    boolean lacksThird = voice == LAST && !sounds(sheet, third, end - 1);
    for (int pitch = VoicesVocabulary.LOWEST_PITCH;
        pitch <= VoicesVocabulary.HIGHEST_PITCH;
        pitch++) {
      int own = pitch % OCTAVE;
      boolean fits =
          voice == BASS
              ? step > last || own == root
              : lacksThird ? own == third : own == root || own == third || own == fifth;
      allowed[VoicesVocabulary.token(Kind.PITCH, pitch - VoicesVocabulary.LOWEST_PITCH)] &= fits;
    }
  }

  private static int lastOnset(VoiceSheet sheet, int start, int end) {
    for (int step = end - 1; step >= start; step--) {
      if (sheet.begins(0, step) && sheet.pitch(0, step) >= 0) {
        return step;
      }
    }
    return -1;
  }

  private static boolean sounds(VoiceSheet sheet, int pitchClass, int step) {
    for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
      int pitch = sheet.pitch(voice, step);
      if (pitch >= 0 && pitch % OCTAVE == pitchClass) {
        return true;
      }
    }
    return false;
  }
}
