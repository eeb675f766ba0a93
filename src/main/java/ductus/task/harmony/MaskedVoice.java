package ductus.task.harmony;

import ductus.model.tagging.TagSequence;
import ductus.music.Key;
import ductus.music.harmony.voices.Chorale;
import ductus.music.harmony.voices.VoiceFeatures;
import ductus.music.harmony.voices.VoicePart;
import ductus.train.Example;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One voice of a chorale, some notes of it hidden and to be told from the rest, in any key in which
 * the choir can sing it. How much is hidden, of the other voices too, is another each time: from a
 * note here and there to all but the soprano, or all.
 *
 * @param key that the soprano is heard in
 */
record MaskedVoice(Chorale chorale, int voice, Key key) implements Example<TagSequence> {
  private static final double GIVEN_SOPRANO = 0.5;
  private static final int FARTHEST_KEY = 5;

  private static final List<Boolean> SOPRANO = List.of(true, false, false, false);

  /** Voices of a chorale, in the key that its soprano is heard in. */
  static List<MaskedVoice> of(Chorale chorale) {
    Key key = chorale.key(SOPRANO);
    return IntStream.range(0, Chorale.VOICES)
        .mapToObj(voice -> new MaskedVoice(chorale, voice, key))
        .toList();
  }

  @Override
  public int length() {
    return chorale.length();
  }

  @Override
  public TagSequence draw(RandomGenerator random) {
    int semitones = transposition(random);
    Chorale moved = chorale.transpose(semitones);
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
    return tags(pitches, hidden, key.transpose(semitones));
  }

  private TagSequence tags(int[] pitches, boolean[] hidden, Key moved) {
    int[] labels = new int[length()];
    Arrays.setAll(
        labels,
        t ->
            hidden[t * Chorale.VOICES + voice]
                ? VoiceFeatures.label(pitches[t * Chorale.VOICES + voice], moved)
                : TagSequence.NONE);
    return new TagSequence(
        VoiceFeatures.of(pitches, hidden, voice, moved), labels, VoiceFeatures.PER_BEAT);
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
