package ductus.cli.harmony;

import ductus.cli.console.Console;
import ductus.music.harmony.voices.VoiceLeading;
import ductus.task.harmony.Harmonization;
import ductus.task.harmony.Harmonizing;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The results of harmonizing, for people and machines. */
public final class HarmonyReport {
  /**
   * Faults a bar of Bach's own voices, counted alike in the chorales that the shipped voices were
   * learned from.
   */
  private static final double BACH_FAULTS_PER_BAR = 0.264;

  private HarmonyReport() {}

  /**
   * The result of a tune.
   *
   * @param chords a line for four bars
   * @param faults of voice leading; null without voices, as is what follows
   */
  private record Result(
      String key,
      List<String> chords,
      @Nullable VoiceLeading faults,
      @Nullable Double faultsPerBar,
      @Nullable Double bachFaultsPerBar,
      List<String> files) {}

  /** Prints a harmony that was written. */
  public static void print(Harmonizing.Written written, Console console) {
    Harmonization harmony = written.harmony();
    VoiceLeading faults = harmony.faults();
    List<String> lines = harmony.text().lines().toList();
    console.print(harmony.key().label());
    lines.forEach(console::print);
    if (harmony.octaves() != 0) {
      console.say(
          "The tune is out of a choir's reach: all voices stand %d octave%s %s than it sings"
              .formatted(
                  Math.abs(harmony.octaves()),
                  Math.abs(harmony.octaves()) == 1 ? "" : "s",
                  harmony.octaves() < 0 ? "higher" : "lower"));
    }
    if (faults != null) {
      console.print(
          String.format(
              Locale.ROOT,
              "faults of voice leading: %d (%d fifths, %d octaves, %d crossings, %d wide, %d out of"
                  + " range), %.3f a bar; Bach's chorales have %.3f",
              faults.total(),
              faults.fifths(),
              faults.octaves(),
              faults.crossings(),
              faults.spacings(),
              faults.ranges(),
              faults.perBar(),
              BACH_FAULTS_PER_BAR));
    }
    written.files().forEach(file -> console.say("Wrote " + file));
    console.printJson(
        new Result(
            harmony.key().label(),
            lines,
            faults,
            faults == null ? null : faults.perBar(),
            faults == null ? null : BACH_FAULTS_PER_BAR,
            written.files().stream().map(Path::toString).toList()));
  }
}
