package ductus.workbench.training;

import ductus.file.BadFileException;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import ductus.music.midi.MidiReader;
import ductus.workbench.corpus.PieceKind;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A melody of a corpus.
 *
 * @param hash of all the notes in its file; the same notes are the same tune
 * @param melody the one that was found in the file
 */
public record Tune(String hash, Melody melody) {
  /** MIDI files as tunes; files without a melody that can be encoded are left out. */
  public static final PieceKind<Tune> KIND =
      new PieceKind<>("MIDI", PieceKind.MIDI.endings(), Tune::read, Tune::hash);

  private static Tune read(Path path) throws BadFileException, IOException {
    Score score = MidiReader.read(path);
    MelodyFinding finding = MelodyFinder.find(score);
    if (finding.melody().isEmpty()) {
      throw new BadFileException(path, finding.refusal());
    }
    Tune tune = new Tune(ScoreHash.of(score), finding.melody().get());
    try {
      tune.encode();
    } catch (IllegalArgumentException unfit) {
      throw new BadFileException(path, String.valueOf(unfit.getMessage()));
    }
    return tune;
  }

  /** The melody as the network sees it. */
  public Sequence encode() {
    return new MelodyEncoding().encode(melody);
  }
}
