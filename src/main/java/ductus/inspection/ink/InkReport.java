package ductus.inspection.ink;

import ductus.corpus.Count;
import ductus.inspection.FolderReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a file or a folder of ink.
 *
 * @param path of the file or folder
 * @param files what became of them
 * @param formats of the files, most frequent first
 * @param ink how much there is
 * @param known of how many pieces
 * @param lines what was found in lines of writing; null if there are none
 * @param learnable lines of people that can be learned from; null if there are none
 * @param writers with the number of their pieces, most frequent first
 * @param texts what pieces say; the characters where they are single ones
 * @param leftOut files that cannot be read, and why; of very many the first
 */
public record InkReport(
    String path,
    FileCounts files,
    List<Count> formats,
    Amount ink,
    Known known,
    @Nullable Lines lines,
    LineTally.@Nullable Learnable learnable,
    List<Count> writers,
    Texts texts,
    List<FolderReport.Unread> leftOut) {
  /**
   * How many files there are.
   *
   * @param found all that begin like ink
   * @param leftOutBecause the reasons, most frequent first
   */
  public record FileCounts(
      int found, int read, int duplicates, int leftOut, List<Count> leftOutBecause) {}

  /**
   * How much ink there is.
   *
   * @param width of a piece, the median, in the unit of its source
   * @param height likewise
   */
  public record Amount(int pieces, long strokes, long points, double width, double height) {}

  /** Numbers of pieces of which something is known. */
  public record Known(long text, long writer, long times, long pressures) {}

  /**
   * What was found in lines of writing: medians.
   *
   * @param count number of lines
   * @param xHeight in the unit of the source
   * @param slant degrees to the right
   * @param baselineAngle degrees upwards
   */
  public record Lines(int count, double xHeight, double slant, double baselineAngle) {}

  /**
   * What pieces say.
   *
   * @param characters of pieces that are single characters, in the order of Unicode
   * @param missing which of a to z, A to Z and 0 to 9 are not among them; empty where there are
   *     none
   * @param longer other texts, each once, the first hundred
   */
  public record Texts(String characters, String missing, List<String> longer) {}
}
