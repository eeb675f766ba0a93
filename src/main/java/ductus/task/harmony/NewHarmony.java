package ductus.task.harmony;

import ductus.music.harmony.tune.HarmonyStyle;
import ductus.music.harmony.voices.VoiceLeading;
import ductus.task.Report;
import ductus.task.harmony.Harmonizing.Harmonization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A tune that was harmonized, and its files.
 *
 * @param files all that were written, the sidecar last
 */
public record NewHarmony(Harmonization harmony, List<Path> files) {
  /** Bach's own, counted alike in the chorales that the shipped voices were learned from. */
  private static final double BACH_FAULTS_PER_BAR = 0.264;

  public NewHarmony {
    files = List.copyOf(files);
  }

  /**
   * The figures of a new harmony for programs.
   *
   * @param style of the chords; null with voices
   * @param chords a line for four bars
   * @param faults of voice leading; null without voices, as is what follows
   */
  private record Figures(
      String key,
      @Nullable String style,
      List<String> chords,
      @Nullable VoiceLeading faults,
      @Nullable Double faultsPerBar,
      @Nullable Double bachFaultsPerBar,
      List<Path> files) {}

  /** The report of a new harmony: its key and chords, faults of voice leading, and its files. */
  public Report report() {
    VoiceLeading faults = harmony.faults();
    List<String> chords = harmony.text().lines().toList();
    List<String> lines = new ArrayList<>();
    HarmonyStyle style = harmony.style();
    lines.add(harmony.key().label() + (style == null ? "" : ", style " + style.label()));
    lines.addAll(chords);
    List<String> notes = new ArrayList<>();
    if (harmony.octaves() != 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The tune is out of a choir's reach: all voices stand %d octave%s %s than it sings",
              Math.abs(harmony.octaves()),
              Math.abs(harmony.octaves()) == 1 ? "" : "s",
              harmony.octaves() < 0 ? "higher" : "lower"));
    }
    if (faults != null) {
      lines.add(text(faults));
    }
    files.forEach(file -> notes.add("Wrote " + file));
    Figures figures =
        new Figures(
            harmony.key().label(),
            style == null ? null : style.label(),
            chords,
            faults,
            faults == null ? null : faults.perBar(),
            faults == null ? null : BACH_FAULTS_PER_BAR,
            files);
    return new Report(figures, String.join(System.lineSeparator(), lines), List.of(), notes);
  }

  private static String text(VoiceLeading faults) {
    return String.format(
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
        BACH_FAULTS_PER_BAR);
  }
}
