package ductus.task.music.choir;

import ductus.math.PlaceRandom;
import ductus.music.Key;
import ductus.music.MelodyNote;
import ductus.music.Transposition;
import ductus.music.choir.VoiceSetting;
import ductus.music.encoding.voices.VoicesVocabulary;
import ductus.music.harmony.voices.VoicePart;
import java.util.List;
import java.util.stream.IntStream;

/** Moves settings between the keys that they are learned in and those that they are sung in. */
public final class SettingKeys {
  private static final int OCTAVE = 12;

  /** Semitones down and up to which a setting is moved in search of a key. */
  private static final int LOWERED = 5;

  private static final int RAISED = 6;

  /** A key that nobody asked for has no more sharps or flats than this. */
  private static final int MOST_ACCIDENTALS = 4;

  /** Parts these random numbers from those that draw tokens: "sing" in ASCII. */
  private static final long STREAM = 0x73696E67;

  private SettingKeys() {}

  /** A setting in all the keys up to half an octave away, its own among them. */
  public static List<VoiceSetting> all(VoiceSetting setting) {
    return IntStream.rangeClosed(-LOWERED, RAISED)
        .filter(semitones -> fits(setting, semitones))
        .mapToObj(setting::transpose)
        .toList();
  }

  /** A setting in the key of its mode without sharps and flats. */
  public static VoiceSetting inCommonKey(VoiceSetting setting) {
    return setting.transpose(toCommonKey(setting));
  }

  /** Semitones to the nearest key of a setting's mode without sharps and flats. */
  public static int toCommonKey(VoiceSetting setting) {
    Key key = setting.key();
    int up = Math.floorMod(Transposition.commonTonic(key.mode()) - key.tonic(), OCTAVE);
    int nearest = up > RAISED ? up - OCTAVE : up;
    int other = nearest > 0 ? nearest - OCTAVE : nearest + OCTAVE;
    return fits(setting, nearest) ? nearest : fits(setting, other) ? other : 0;
  }

  private static boolean fits(VoiceSetting setting, int semitones) {
    return setting
        .pitches()
        .allMatch(
            pitch ->
                pitch + semitones >= VoicesVocabulary.LOWEST_PITCH
                    && pitch + semitones <= VoicesVocabulary.HIGHEST_PITCH);
  }

  /** A setting on a keynote, in the octave in which a choir reaches most of its notes. */
  public static VoiceSetting on(VoiceSetting setting, int tonic) {
    int up = Math.floorMod(tonic - setting.key().tonic(), OCTAVE);
    int down = up - OCTAVE;
    int best = outside(setting, down) < outside(setting, up) ? down : up;
    return fitsMidi(setting, best) ? setting.transpose(best) : setting;
  }

  /** A setting in one of the keys in which a choir sings it best, by the seed and its number. */
  public static VoiceSetting somewhere(VoiceSetting setting, long seed, int number) {
    List<VoiceSetting> plain =
        all(setting).stream()
            .filter(form -> Math.abs(form.key().fifths()) <= MOST_ACCIDENTALS)
            .toList();
    int fewest = plain.stream().mapToInt(form -> outside(form, 0)).min().orElse(0);
    List<VoiceSetting> best = plain.stream().filter(form -> outside(form, 0) == fewest).toList();
    float place = PlaceRandom.uniform(PlaceRandom.key(seed, STREAM), number);
    return best.isEmpty() ? setting : best.get((int) (place * best.size()));
  }

  private static boolean fitsMidi(VoiceSetting setting, int semitones) {
    return setting.pitches().allMatch(p -> p + semitones >= 0 && p + semitones <= 127);
  }

  /** Number of notes that a choir does not reach. */
  private static int outside(VoiceSetting setting, int semitones) {
    int outside = 0;
    for (int voice = 0; voice < VoiceSetting.VOICES; voice++) {
      VoicePart part = VoicePart.ALL.get(voice);
      for (MelodyNote note : setting.voices().get(voice)) {
        outside += part.reaches(note.pitch() + semitones) ? 0 : 1;
      }
    }
    return outside;
  }
}
