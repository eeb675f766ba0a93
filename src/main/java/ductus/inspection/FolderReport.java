package ductus.inspection;

import ductus.corpus.Corpus;
import ductus.corpus.Corpus.Duplicate;
import ductus.corpus.Count;
import ductus.corpus.LeftOut;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What is in a folder of MIDI, ABC and MusicXML files.
 *
 * @param folder its path
 * @param files what became of them
 * @param metres of the pieces at their start, most frequent first
 * @param notes in all tracks of all pieces
 * @param seconds of all pieces
 * @param melodies the tunes in the pieces
 * @param duplicates each with the path of the file that it equals; of very many the first
 * @param leftOut files that cannot be read, and why; of very many the first
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
    /** The spread of numbers that are counted; null where there are none. */
    static @Nullable Spread of(NavigableMap<Integer, Long> counts) {
      long before = counts.values().stream().mapToLong(Long::longValue).sum() / 2;
      for (Map.Entry<Integer, Long> each : counts.entrySet()) {
        before -= each.getValue();
        if (before < 0) {
          return new Spread(counts.firstKey(), each.getKey(), counts.lastKey());
        }
      }
      return null;
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
    /** The file that a corpus left out. */
    public static Unread of(LeftOut leftOut) {
      return new Unread(leftOut.path().toString(), leftOut.reason());
    }

    @Override
    public String toString() {
      return file + ": " + reason;
    }
  }

  /**
   * Reads a folder and all folders in it.
   *
   * @param threads 1 or more
   * @throws BadFileException if there is no such folder or nothing to read in it
   * @throws IOException if reading is interrupted
   */
  public static FolderReport read(Path folder, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    Corpus<PieceSummary> corpus = Corpus.read(folder, PieceSummary.KIND, threads, listener);
    FolderTally tally = new FolderTally();
    corpus.pieces().forEach(piece -> tally.add(piece.path().toString(), piece.value()));
    corpus.duplicates().forEach(duplicate -> tally.addDuplicate());
    corpus.leftOut().forEach(each -> tally.addLeftOut(each.reason()));
    return tally.report(
        folder.toString(),
        corpus.duplicates().stream().map(Same::of).toList(),
        corpus.leftOut().stream().map(Unread::of).toList());
  }
}
