package ductus.task.harmony;

import ductus.file.BadFileException;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.voices.Chorale;
import ductus.music.harmony.voices.VoiceLeading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A measurement of how well held-out chorales are sung when all but the soprano is taken away and
 * filled anew.
 *
 * @param chorales measured
 * @param faults of voice leading in what was filled
 * @param faultsPerBar all of them a bar of four beats
 * @param originalFaults in the chorales as they are
 * @param originalFaultsPerBar all of them a bar
 * @param agreement share of alto's, tenor's and bass's notes that are the original's
 */
public record VoiceEvaluation(
    int chorales,
    VoiceLeading faults,
    double faultsPerBar,
    VoiceLeading originalFaults,
    double originalFaultsPerBar,
    double agreement) {
  private static final List<Boolean> SOPRANO = List.of(true, false, false, false);
  private static final List<Boolean> BELOW_SOPRANO = List.of(false, true, true, true);

  /**
   * Measures a network on the chorales of a file that are held out.
   *
   * @param most not more of them than so many
   */
  public static VoiceEvaluation of(
      TaggingNetwork network, Path file, int most, long seed, Kernels kernels, Workers workers)
      throws BadFileException, IOException {
    List<Chorale> heldOut = ChoraleFile.read(file).validation();
    return of(
        heldOut.subList(0, Math.min(most, heldOut.size())),
        new VoiceResampling(network, kernels, workers),
        seed);
  }

  static VoiceEvaluation of(List<Chorale> heldOut, VoiceResampling resampling, long seed) {
    VoiceLeading faults = VoiceLeading.NONE;
    VoiceLeading original = VoiceLeading.NONE;
    int notes = 0;
    int same = 0;
    for (int i = 0; i < heldOut.size(); i++) {
      Chorale chorale = heldOut.get(i);
      Chorale filled =
          resampling.fill(
              chorale,
              BELOW_SOPRANO,
              chorale.key(SOPRANO),
              Randomness.of(PlaceRandom.key(seed, i)));
      faults = faults.plus(VoiceLeading.of(filled));
      original = original.plus(VoiceLeading.of(chorale));
      for (int t = 0; t < chorale.length(); t++) {
        for (int voice = 1; voice < Chorale.VOICES; voice++) {
          notes++;
          same += chorale.pitch(voice, t) == filled.pitch(voice, t) ? 1 : 0;
        }
      }
    }
    return new VoiceEvaluation(
        heldOut.size(),
        faults,
        faults.perBar(),
        original,
        original.perBar(),
        (double) same / Math.max(1, notes));
  }
}
