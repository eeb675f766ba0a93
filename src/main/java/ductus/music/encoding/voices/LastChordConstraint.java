package ductus.music.encoding.voices;

import ductus.generate.Constraint;
import ductus.music.choir.Cadence;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesGrammar.Slot;
import ductus.music.encoding.voices.VoicesVocabulary.Kind;

/**
 * Ends phrases on the chords that are planned: the soprano on its planned note, a quarter note long
 * at least; what begins with that note, or behind it, or sounds on to the end, belongs to the
 * chord; the bass has its root, and the last voice its third where the others lack it.
 */
public record LastChordConstraint() implements Constraint {
  private static final int OCTAVE = 12;
  private static final int FIFTH = 7;
  private static final int SOPRANO = 0;
  private static final int BASS = 3;
  private static final int LAST = 1;

  /** Steps of the soprano's last note, at least. */
  private static final int CLOSE = VoiceSetting.STEPS_PER_QUARTER;

  @Override
  public void restrict(int[] tokens, int length, boolean[] allowed) {
    VoicesGrammar grammar = VoicesGrammar.of(tokens, length);
    if ((grammar.slot() != Slot.NOTE && grammar.slot() != Slot.DURATION)
        || grammar.now().cadence().third() == Cadence.Third.OPEN) {
      return;
    }
    LastChord chord = LastChord.of(grammar);
    if (grammar.slot() == Slot.NOTE) {
      Constraint.keep(
          allowed,
          token ->
              VoicesVocabulary.kind(token) != Kind.PITCH
                  || mayBegin(grammar, chord, VoicesVocabulary.index(token)));
    } else if (grammar.pitch() >= 0 && !maySoundOn(grammar, chord)) {
      int close = grammar.voice() == SOPRANO ? CLOSE : 1;
      Constraint.keep(allowed, token -> leaves(grammar, token) >= close);
    }
  }

  /** Steps from the end of a note to the end of its phrase. */
  private static int leaves(VoicesGrammar grammar, int token) {
    int steps =
        VoicesVocabulary.kind(token) == Kind.LONG
            ? VoicesVocabulary.DURATIONS
            : VoicesVocabulary.index(token) + 1;
    return grammar.now().sung().end()
        - grammar.sheet().written(grammar.voice())
        - grammar.longs() * VoicesVocabulary.DURATIONS
        - steps;
  }

  private static boolean mayBegin(VoicesGrammar grammar, LastChord chord, int index) {
    int pitchClass = (index + VoicesVocabulary.LOWEST_PITCH) % OCTAVE;
    int step = grammar.sheet().written(grammar.voice());
    if (grammar.voice() == SOPRANO) {
      return grammar.now().sung().end() - step > CLOSE || chord.isSoprano(pitchClass);
    }
    if (step < chord.onset() || chord.onset() < 0) {
      return true;
    }
    if (grammar.voice() == BASS) {
      return step > chord.onset() || pitchClass == chord.root();
    }
    boolean lacksThird = grammar.voice() == LAST && !sounds(grammar, chord.third());
    return lacksThird ? pitchClass == chord.third() : chord.contains(pitchClass);
  }

  /** Whether the note that a duration is wanted of may sound to the end of the phrase. */
  private static boolean maySoundOn(VoicesGrammar grammar, LastChord chord) {
    int pitchClass = grammar.pitch() % OCTAVE;
    return grammar.voice() == SOPRANO ? chord.isSoprano(pitchClass) : chord.contains(pitchClass);
  }

  private static boolean sounds(VoicesGrammar grammar, int pitchClass) {
    int step = grammar.now().sung().end() - 1;
    for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
      int pitch = grammar.sheet().pitch(voice, step);
      if (pitch >= 0 && pitch % OCTAVE == pitchClass) {
        return true;
      }
    }
    return false;
  }

  /**
   * The planned last chord of a phrase.
   *
   * @param root pitch class
   * @param third pitch class
   * @param soprano pitch class of the soprano's last note; −1 where it rests
   * @param onset step of the soprano's last note; −1 before there is one
   */
  private record LastChord(int root, int third, int soprano, int onset) {
    static LastChord of(VoicesGrammar grammar) {
      PlannedPhrase phrase = grammar.now();
      Cadence chord = phrase.cadence();
      int root = (grammar.key().tonic() + chord.root()) % OCTAVE;
      return new LastChord(
          root,
          (root + (chord.third() == Cadence.Third.MAJOR ? 4 : 3)) % OCTAVE,
          phrase.degree() == OCTAVE ? -1 : (grammar.key().tonic() + phrase.degree()) % OCTAVE,
          lastOnset(grammar.sheet(), phrase.sung().start(), phrase.sung().end()));
    }

    private static int lastOnset(VoiceSheet sheet, int start, int end) {
      for (int step = end - 1; step >= start; step--) {
        if (sheet.begins(SOPRANO, step) && sheet.pitch(SOPRANO, step) >= 0) {
          return step;
        }
      }
      return -1;
    }

    boolean isSoprano(int pitchClass) {
      return soprano < 0 || pitchClass == soprano;
    }

    boolean contains(int pitchClass) {
      return pitchClass == root || pitchClass == third || pitchClass == (root + FIFTH) % OCTAVE;
    }
  }
}
