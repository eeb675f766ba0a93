package ductus.task.transcription;

import ductus.music.hearing.notes.HeardNote;
import ductus.task.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The notes of a sound that were written down, and their files.
 *
 * @param seconds length of the sound
 * @param clipped share of its samples that are as high or low as can be
 * @param quartersPerMinute tempo in which most notes have usual lengths; an estimate
 * @param notes by onset
 * @param files all that were written, the sidecar last
 */
public record NewTranscription(
    double seconds,
    double clipped,
    double quartersPerMinute,
    List<HeardNote> notes,
    List<Path> files) {
  /** Share of samples that are cut off from which on one is warned. */
  private static final double CLIPPED = 0.001;

  public NewTranscription {
    notes = List.copyOf(notes);
    files = List.copyOf(files);
  }

  /** Returns the notes with the files that they were written to. */
  NewTranscription withFiles(List<Path> written) {
    return new NewTranscription(seconds, clipped, quartersPerMinute, notes, written);
  }

  /**
   * The figures of a new transcription for programs.
   *
   * @param notes how many
   * @param lowest pitch
   * @param highest pitch
   */
  private record Figures(
      double seconds,
      int notes,
      double quartersPerMinute,
      int lowest,
      int highest,
      double clipped,
      List<Path> files) {}

  /** The report of a new transcription: how many notes, how fast and how high, and their files. */
  public Report report() {
    Figures figures =
        new Figures(
            seconds,
            notes.size(),
            quartersPerMinute,
            pitches().min().orElse(0),
            pitches().max().orElse(0),
            clipped,
            files);
    String text =
        String.format(
            Locale.ROOT,
            "%,d notes in %.1f seconds, about %.0f quarter notes a minute, pitches %d to %d",
            figures.notes(),
            seconds,
            quartersPerMinute,
            figures.lowest(),
            figures.highest());
    List<String> warnings =
        clipped > CLIPPED
            ? List.of(
                String.format(
                    Locale.ROOT,
                    "%.1f %% of the sound is cut off at its loudest, which sounds like more notes"
                        + " than there are: record it softer",
                    100 * clipped))
            : List.of();
    return new Report(
        figures, text, warnings, files.stream().map(file -> "Wrote " + file).toList());
  }

  private IntStream pitches() {
    return notes.stream().mapToInt(HeardNote::pitch);
  }
}
