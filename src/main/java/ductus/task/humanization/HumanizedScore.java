package ductus.task.humanization;

import ductus.music.touch.PlayedNote;
import ductus.music.touch.Player;
import ductus.music.touch.PlayerPart;
import ductus.task.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A score that was given a player's touch, and its files.
 *
 * @param files all that were written, the sidecar last
 */
public record HumanizedScore(List<HumanizedPart> parts, List<Path> files) {
  /**
   * What became of a part.
   *
   * @param notes of it
   * @param loudness standard deviation of the change of velocity, all of it applied
   * @param shift standard deviation of the shifts in milliseconds, all of them applied
   * @param offGrid share of the notes that lay beside the grid
   * @param played whether that was most of them, so that no note was moved
   */
  public record HumanizedPart(
      Player player, int notes, double loudness, double shift, double offGrid, boolean played) {
    static HumanizedPart of(PlayerPart part, List<PlayedNote> touch) {
      return new HumanizedPart(
          part.player(),
          touch.size(),
          TouchFigures.deviation(List.of(touch), PlayedNote::loudness),
          TouchFigures.deviation(List.of(touch), PlayedNote::shift),
          part.offGrid(),
          part.isPlayed());
    }

    private String text() {
      return String.format(
          Locale.ROOT,
          "%s: %,d notes; velocity ± %.0f%s",
          player.word(),
          notes,
          loudness,
          played ? "" : String.format(Locale.ROOT, ", moments ± %.0f ms", shift));
    }
  }

  public HumanizedScore {
    parts = List.copyOf(parts);
    files = List.copyOf(files);
  }

  /** What was done, in words and for programs. */
  public Report report() {
    List<String> warnings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (HumanizedPart part : parts) {
      if (part.played()) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%.0f %% of the notes of the %s lie beside the grid: played already, so they stay"
                    + " where they are and get velocities only",
                100 * part.offGrid(),
                part.player().word()));
      }
    }
    files.forEach(file -> notes.add("Wrote " + file));
    String text =
        String.join(System.lineSeparator(), parts.stream().map(HumanizedPart::text).toList());
    return new Report(this, text, warnings, notes);
  }
}
