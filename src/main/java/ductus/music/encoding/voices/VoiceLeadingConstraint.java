package ductus.music.encoding.voices;

import ductus.generate.Constraint;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesGrammar.Slot;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;

/**
 * Keeps new voices from what Bach's hardly ever do: move with another one from a fifth to a fifth,
 * or from an octave to an octave, and leap by a seventh or by more than an octave.
 */
public record VoiceLeadingConstraint() implements Constraint {
  private static final int OCTAVE = 12;
  private static final int FIFTH = 7;

  /** The widest leap but an octave: a major sixth. */
  private static final int WIDEST = 9;

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    if (length == 0 || !mayPrecedeANote(VoicesVocabulary.kind(tokens[length - 1]))) {
      return;
    }
    VoicesGrammar grammar = VoicesGrammar.of(tokens, length);
    if (grammar.slot() != Slot.NOTE) {
      return;
    }
    VoiceSheet sheet = grammar.sheet();
    int voice = grammar.voice();
    int step = sheet.written(voice);
    int own = sheet.pitch(voice, step - 1);
    if (own < 0) {
      return;
    }
    for (int pitch = VoicesVocabulary.LOWEST_PITCH;
        pitch <= VoicesVocabulary.HIGHEST_PITCH;
        pitch++) {
      int leap = Math.abs(pitch - own);
      boolean isWide = leap > WIDEST && leap != OCTAVE;
      if (isWide || isParallel(sheet, voice, step, own, pitch)) {
        allowed[VoicesVocabulary.token(Kind.PITCH, pitch - VoicesVocabulary.LOWEST_PITCH)] = false;
      }
    }
  }

  /** So that most tokens need not be understood. */
  private static boolean mayPrecedeANote(Kind last) {
    return last == Kind.DURATION || last == Kind.PLANNED;
  }

  /** Whether another voice, as far as it is written, moves along at the same fifth or octave. */
  private static boolean isParallel(VoiceSheet sheet, int voice, int step, int own, int pitch) {
    for (int other = 0; other < VoiceSetting.VOICES; other++) {
      int before = sheet.pitch(other, step - 1);
      int now = sheet.pitch(other, step);
      if (other != voice
          && before >= 0
          && now >= 0
          && Integer.signum(pitch - own) * Integer.signum(now - before) == 1) {
        int last = other < voice ? before - own : own - before;
        int next = other < voice ? now - pitch : pitch - now;
        int interval = Math.floorMod(next, OCTAVE);
        if (interval == Math.floorMod(last, OCTAVE) && (interval == 0 || interval == FIFTH)) {
          return true;
        }
      }
    }
    return false;
  }
}
