package ductus.inspection;

import ductus.corpus.PieceKind;
import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.ScoreHash;
import ductus.music.TempoMap;
import ductus.music.TimeSignature;
import ductus.music.encoding.MelodyEncoding;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of one file goes into the figures of its folder.
 *
 * @param hash of all the notes in the file
 * @param bars so many, up to {@link Bar#MOST_OF_PIECE}
 * @param notes in all tracks
 * @param metre at the start
 * @param tune that can be encoded; null if there is none
 * @param refusal why there is none; empty if there is one
 */
public record PieceSummary(
    String hash,
    int bars,
    int notes,
    double seconds,
    String metre,
    @Nullable Tune tune,
    String refusal)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Summaries of MIDI, ABC and MusicXML files. */
  public static final PieceKind<PieceSummary> KIND =
      ScoreFile.KIND.as(PieceSummary::read, PieceSummary::hash);

  /**
   * What of a tune goes into the figures.
   *
   * @param pitches of its notes, MIDI key numbers
   */
  public record Tune(String key, String mode, int stepsPerQuarter, int bars, List<Integer> pitches)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Tune {
      pitches = List.copyOf(pitches);
    }

    static Tune of(Melody melody) {
      return new Tune(
          melody.key().label(),
          melody.key().mode().label(),
          melody.stepsPerQuarter(),
          melody.bars().size(),
          melody.notes().stream().map(MelodyNote::pitch).toList());
    }
  }

  private static PieceSummary read(Path path) throws BadFileException, IOException {
    Score score = ScoreFile.read(path);
    MelodyFinding finding = MelodyFinder.find(score);
    String refusal = finding.refusal();
    if (finding.melody().isPresent()) {
      try {
        new MelodyEncoding().encode(finding.melody().get());
      } catch (IllegalArgumentException noToken) {
        refusal = String.valueOf(noToken.getMessage());
      }
    }
    long end = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    return new PieceSummary(
        ScoreHash.of(score),
        Bar.layOut(
                score.timeSignatures(), score.ticksPerQuarter(), score.length(), Bar.MOST_OF_PIECE)
            .size(),
        score.notes().size(),
        new TempoMap(score).seconds(end),
        score.timeSignatures().stream().findFirst().map(TimeSignature::toString).orElse("4/4"),
        refusal.isEmpty() ? finding.melody().map(Tune::of).orElse(null) : null,
        refusal);
  }
}
