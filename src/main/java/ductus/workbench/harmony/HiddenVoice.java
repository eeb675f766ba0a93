package ductus.workbench.harmony;

import ductus.model.tagging.TagSequence;
import ductus.music.harmony.voices.Chorale;
import ductus.music.harmony.voices.VoiceFeatures;
import ductus.music.harmony.voices.VoicePart;
import ductus.train.TaggingExample;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One voice of a chorale, some notes of it hidden and to be told from the rest, in any key in which
 * the choir can sing it. How much is hidden, of the other voices too, is another each time: from a
 * note here and there to all but the soprano, or all.
 */
record HiddenVoice(Chorale chorale, int voice) implements TaggingExample {
  private static final double GIVEN_SOPRANO = 0.5;
  private static final int FARTHEST_KEY = 5;

  @Override
  public int length() {
    return chorale.length();
  }

  @Override
  public TagSequence draw(RandomGenerator random) {
    Chorale moved = chorale.transpose(transposition(random));
    // squared, so that a few hidden notes, which the last rounds of resampling have, are common
    double share = random.nextDouble();
    share = share * share;
    boolean soprano = voice > 0 && random.nextDouble() < GIVEN_SOPRANO;
    int[] pitches = moved.pitches();
    boolean[] hidden = new boolean[pitches.length];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = random.nextDouble() < share && !(soprano && i % Chorale.VOICES == 0);
    }
    hidden[random.nextInt(length()) * Chorale.VOICES + voice] = true;
    return tags(pitches, hidden);
  }

  private TagSequence tags(int[] pitches, boolean[] hidden) {
    int[] labels = new int[length()];
    Arrays.setAll(
        labels,
        t ->
            hidden[t * Chorale.VOICES + voice]
                ? VoiceFeatures.label(pitches[t * Chorale.VOICES + voice])
                : TagSequence.NONE);
    return new TagSequence(
        VoiceFeatures.of(pitches, hidden, voice), labels, VoiceFeatures.PER_BEAT);
  }

  /** Semitones that keep every voice within its range, if it is so now. */
  private int transposition(RandomGenerator random) {
    int down = FARTHEST_KEY;
    int up = FARTHEST_KEY;
    for (int t = 0; t < length(); t++) {
      for (int v = 0; v < Chorale.VOICES; v++) {
        int pitch = chorale.pitch(v, t);
        if (pitch != Chorale.REST) {
          down = Math.min(down, Math.max(0, pitch - VoicePart.ALL.get(v).lowest()));
          up = Math.min(up, Math.max(0, VoicePart.ALL.get(v).highest() - pitch));
        }
      }
    }
    return random.nextInt(down + up + 1) - down;
  }
}
