package ductus.spark.survey;

import ductus.spark.corpus.Notice;
import ductus.inspection.FolderReport;
import ductus.inspection.Tally;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What was counted of findings, and the first files to name.
 *
 * @param <P> what of a piece goes into the figures
 * @param <T> what counts them
 */
final class Survey<P, T extends Tally<P, T>> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final T tally;
  private final NavigableSet<Notice> leftOut = new TreeSet<>();
  private final NavigableSet<Notice> duplicates = new TreeSet<>();
  private final int most;
  private boolean hasFiles;

  private Survey(T tally, int most) {
    this.tally = tally;
    this.most = most;
  }

  /**
   * Counts findings.
   *
   * @param tally with nothing counted yet
   * @param most files to name of each kind
   */
  static <P, T extends Tally<P, T>> Survey<P, T> of(Iterator<DeduplicatedFinding<P>> seen, T tally, int most) {
    Survey<P, T> survey = new Survey<>(tally, most);
    seen.forEachRemaining(survey::see);
    return survey;
  }

  private void see(DeduplicatedFinding<P> sighting) {
    Finding<P> finding = sighting.finding();
    hasFiles |= finding.isFile();
    P piece = finding.piece();
    if (piece == null) {
      tally.addLeftOut(finding.refusal());
      name(leftOut, new Notice(finding.path(), finding.refusal()));
    } else if (sighting.isNew()) {
      tally.add(finding.path(), piece);
    } else {
      tally.addDuplicate();
      name(duplicates, new Notice(finding.path(), sighting.original()));
    }
  }

  private void name(NavigableSet<Notice> names, Notice one) {
    names.add(one);
    if (names.size() > most) {
      names.pollLast();
    }
  }

  /** Adds another one. */
  Survey<P, T> and(Survey<P, T> other) {
    tally.add(other.tally);
    other.leftOut.forEach(each -> name(leftOut, each));
    other.duplicates.forEach(each -> name(duplicates, each));
    hasFiles |= other.hasFiles;
    return this;
  }

  /** Whether there is a file of the kind, be it broken. */
  boolean hasFiles() {
    return hasFiles;
  }

  /** What was counted. */
  T tally() {
    return tally;
  }

  /**
   * The first duplicates by path.
   *
   * @param folder with which paths begin
   */
  List<FolderReport.Same> same(String folder) {
    return duplicates.stream()
        .map(
            each ->
                new FolderReport.Same(
                    Notice.whole(folder, each.path()), Notice.whole(folder, each.text())))
        .toList();
  }

  /** The same of files that were left out. */
  List<FolderReport.Unread> unread(String folder) {
    return leftOut.stream()
        .map(each -> new FolderReport.Unread(Notice.whole(folder, each.path()), each.text()))
        .toList();
  }
}
