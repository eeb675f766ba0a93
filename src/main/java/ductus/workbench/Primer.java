package ductus.workbench;

import ductus.model.BadFileException;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.abc.AbcReader;
import ductus.music.encoding.MelodyFinder;
import ductus.music.encoding.MelodyFinding;
import ductus.music.midi.MidiReader;
import ductus.music.render.PrimerText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A tune that a new one goes on from, as the user names it. */
public final class Primer {
  private static final List<String> ENDINGS = List.of(".mid", ".midi", ".kar", ".smf", ".abc");

  private Primer() {}

  /**
   * The tokens of a primer.
   *
   * @param primer a MIDI or ABC file, or notes in JFugue's notation
   * @param header a metre that is asked for is the primer's where it says none itself; the same for
   *     the key
   * @throws IllegalArgumentException if the notes are not understood, or do not fit the vocabulary
   */
  public static List<Integer> tokens(String primer, MelodyRequest.Header header)
      throws BadFileException, IOException {
    boolean file = isFile(primer);
    Score score = file ? read(Path.of(primer)) : PrimerText.parse(primer);
    if (header.metre() != null && score.timeSignatures().isEmpty()) {
      score = score.withTimeSignatures(List.of(new TimeSignature(
          0, header.metre().numerator(), header.metre().denominator())));
    }
    MelodyFinding finding = MelodyFinder.find(score, 1);
    if (finding.melody().isEmpty()) {
      throw new IllegalArgumentException("primer " + primer + ": " + finding.refusal());
    }
    try {
      return MelodyGeneration.primer(inKey(finding.melody().get(), header));
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException("primer " + primer + ": " + unfit.getMessage(), unfit);
    }
  }

  private static boolean isFile(String primer) {
    String lower = primer.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith) || Files.isRegularFile(Path.of(primer));
  }

  private static Score read(Path path) throws BadFileException, IOException {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".abc")
        ? AbcReader.read(path)
        : MidiReader.read(path);
  }

  /** The key that is asked for, else the one that was found. */
  private static Melody inKey(Melody melody, MelodyRequest.Header header) {
    if (header.tonic() == null || header.mode() == null) {
      return melody;
    }
    return new Melody(
        melody.stepsPerQuarter(),
        melody.steps(),
        melody.timeSignatures(),
        new ductus.music.Key(header.tonic(), header.mode()),
        melody.quartersPerMinute(),
        melody.notes());
  }
}
