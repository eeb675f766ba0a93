package ductus.cli.transcription;

import ductus.cli.console.Console;
import ductus.music.hearing.notes.HeardNote;
import ductus.task.transcription.Transcribing;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The results of listening, for people and machines. */
public final class TranscriptionReport {
  /** Share of samples that are cut off from which on one is warned. */
  private static final double CLIPPED = 0.001;

  private TranscriptionReport() {}

  /**
   * The result of a sound.
   *
   * @param seconds of the sound
   * @param lowest pitch
   * @param highest pitch
   */
  private record Result(
      double seconds,
      int notes,
      double quartersPerMinute,
      int lowest,
      int highest,
      double clipped,
      List<String> files) {}

  /** Prints what was heard. */
  public static void print(Transcribing.Written written, Console console) {
    Transcribing.Heard heard = written.heard();
    if (heard.clipped() > CLIPPED) {
      console.warn(
          String.format(
              Locale.ROOT,
              "%.1f %% of the sound is cut off at its loudest, which sounds like more notes than"
                  + " there are: record it softer",
              100 * heard.clipped()));
    }
    int lowest = pitches(heard).min().orElse(0);
    int highest = pitches(heard).max().orElse(0);
    console.print(
        String.format(
            Locale.ROOT,
            "%,d notes in %.1f seconds, about %.0f quarter notes a minute, pitches %d to %d",
            heard.notes().size(),
            heard.seconds(),
            heard.quartersPerMinute(),
            lowest,
            highest));
    written.files().forEach(file -> console.say("Wrote " + file));
    console.printJson(
        new Result(
            heard.seconds(),
            heard.notes().size(),
            heard.quartersPerMinute(),
            lowest,
            highest,
            heard.clipped(),
            written.files().stream().map(Path::toString).toList()));
  }

  private static IntStream pitches(Transcribing.Heard heard) {
    return heard.notes().stream().mapToInt(HeardNote::pitch);
  }
}
