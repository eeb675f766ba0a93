package ductus.workbench.report;

import ductus.file.BadFileException;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.Duplicate;
import ductus.workbench.corpus.LeftOut;
import ductus.workbench.corpus.Piece;
import ductus.workbench.corpus.ReadingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is in a folder of MIDI and ABC files.
 *
 * @param folder its path
 * @param files what became of them
 * @param metres of the pieces at their start, most frequent first
 * @param notes in all tracks of all pieces
 * @param seconds of all pieces
 * @param melodies the tunes in the pieces
 * @param duplicates each with the path of the file that it equals
 * @param leftOut files that cannot be read, and why
 */
public record FolderReport(
    String folder,
    FileCounts files,
    List<Count> metres,
    long notes,
    double seconds,
    Melodies melodies,
    List<Same> duplicates,
    List<Unread> leftOut) {
  /**
   * How many files there are.
   *
   * @param kind what was looked for
   * @param found all of them; tunes of one ABC file count each
   * @param pieces those that were read, each piece once
   * @param leftOutBecause the reasons, most frequent first
   */
  public record FileCounts(
      String kind,
      int found,
      int pieces,
      int duplicates,
      int leftOut,
      List<Count> leftOutBecause) {}

  /**
   * The tunes that can be learnt from.
   *
   * @param found so many
   * @param missing pieces without one
   * @param missingBecause the reasons, most frequent first
   * @param keys with their modes, most frequent first
   * @param modes most frequent first
   * @param grids in steps a quarter note
   * @param bars how long they are; null without a tune, as are notes and pitches
   * @param notes how many notes they have
   * @param pitches MIDI key numbers
   */
  public record Melodies(
      int found,
      int missing,
      List<Count> missingBecause,
      List<Count> keys,
      List<Count> modes,
      List<Count> grids,
      @Nullable Spread bars,
      @Nullable Spread notes,
      @Nullable Spread pitches) {}

  /** Smallest, middle and largest of some numbers. */
  public record Spread(int least, int median, int most) {
    static @Nullable Spread of(IntStream numbers) {
      int[] sorted = numbers.sorted().toArray();
      return sorted.length == 0
          ? null
          : new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
  }

  /** A file that says the same as another. */
  public record Same(String file, String original) {
    static Same of(Duplicate duplicate) {
      return new Same(duplicate.path().toString(), duplicate.original().toString());
    }
  }

  /** A file that cannot be read. */
  public record Unread(String file, String reason) {
    static Unread of(LeftOut leftOut) {
      return new Unread(leftOut.path().toString(), leftOut.reason());
    }
  }

  /**
   * Reads a folder and all folders in it.
   *
   * @param threads 1 or more
   * @throws BadFileException if there is no such folder or nothing to read in it
   * @throws IOException if reading is interrupted
   */
  public static Survey read(Path folder, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    Corpus<PieceSummary> corpus = Corpus.read(folder, PieceSummary.KIND, threads, listener);
    return new Survey(of(folder, corpus), corpus.leftOut());
  }

  /** A report, and the inputs that were left out of it. */
  public record Survey(FolderReport report, List<LeftOut> leftOut) {}

  private static FolderReport of(Path folder, Corpus<PieceSummary> corpus) {
    List<PieceSummary> pieces = corpus.pieces().stream().map(Piece::value).toList();
    int duplicates = corpus.duplicates().size();
    int leftOut = corpus.leftOut().size();
    return new FolderReport(
        folder.toString(),
        new FileCounts(
            PieceSummary.KIND.name(),
            pieces.size() + duplicates + leftOut,
            pieces.size(),
            duplicates,
            leftOut,
            Count.ofReasons(corpus.leftOut().stream().map(LeftOut::reason))),
        Count.of(pieces.stream().map(PieceSummary::metre)),
        pieces.stream().mapToLong(PieceSummary::notes).sum(),
        pieces.stream().mapToDouble(PieceSummary::seconds).sum(),
        melodies(pieces),
        corpus.duplicates().stream().map(Same::of).toList(),
        corpus.leftOut().stream().map(Unread::of).toList());
  }

  private static Melodies melodies(List<PieceSummary> pieces) {
    List<Melody> tunes = pieces.stream().flatMap(piece -> piece.melody().stream()).toList();
    Stream<String> refusals =
        pieces.stream().map(PieceSummary::refusal).filter(refusal -> !refusal.isEmpty());
    return new Melodies(
        tunes.size(),
        pieces.size() - tunes.size(),
        Count.ofReasons(refusals),
        Count.of(tunes.stream().map(tune -> tune.key().label())),
        Count.of(tunes.stream().map(tune -> tune.key().mode().label())),
        Count.of(tunes.stream().map(tune -> String.valueOf(tune.stepsPerQuarter()))),
        Spread.of(tunes.stream().mapToInt(tune -> tune.bars().size())),
        Spread.of(tunes.stream().mapToInt(tune -> tune.notes().size())),
        Spread.of(
            tunes.stream().flatMap(tune -> tune.notes().stream()).mapToInt(MelodyNote::pitch)));
  }
}
