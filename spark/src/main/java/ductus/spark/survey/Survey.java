package ductus.spark.survey;

import ductus.cluster.SurveyRequest;
import ductus.spark.corpus.Notice;
import ductus.spark.survey.Finding.Place;
import ductus.workbench.report.FolderReport;
import ductus.workbench.report.FolderTally;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import scala.Tuple2;

/** What was counted of findings, and the first files to name. */
final class Survey implements Serializable {
  private static final long serialVersionUID = 1L;

  private final FolderTally tally = new FolderTally();
  private final NavigableSet<Notice> leftOut = new TreeSet<>();
  private final NavigableSet<Notice> duplicates = new TreeSet<>();
  private final int most;

  private Survey(int most) {
    this.most = most;
  }

  /**
   * Counts findings.
   *
   * @param sorted by their places, with all that are the same among them
   * @param most files to name of each kind
   */
  static Survey of(Iterator<Tuple2<Place, Finding>> sorted, int most) {
    Survey survey = new Survey(most);
    Place original = new Place("", "");
    while (sorted.hasNext()) {
      Finding finding = sorted.next()._2();
      if (finding.piece() == null) {
        survey.leaveOut(finding.path(), String.valueOf(finding.refusal()));
      } else if (finding.piece().hash().equals(original.hash())) {
        survey.repeat(finding.path(), original.path());
      } else {
        original = finding.place();
        survey.tally.add(finding.piece());
      }
    }
    return survey;
  }

  private void leaveOut(String path, String reason) {
    tally.addLeftOut(reason);
    name(leftOut, new Notice(path, reason));
  }

  private void repeat(String path, String original) {
    tally.addDuplicate();
    name(duplicates, new Notice(path, original));
  }

  private void name(NavigableSet<Notice> names, Notice one) {
    names.add(one);
    if (names.size() > most) {
      names.pollLast();
    }
  }

  /** Adds another one. */
  Survey and(Survey other) {
    tally.add(other.tally);
    other.leftOut.forEach(each -> name(leftOut, each));
    other.duplicates.forEach(each -> name(duplicates, each));
    return this;
  }

  /** The report that one machine would make. */
  FolderReport report(SurveyRequest request) {
    String folder = request.name();
    List<FolderReport.Same> same =
        duplicates.stream()
            .map(
                each ->
                    new FolderReport.Same(
                        Notice.whole(folder, each.path()), Notice.whole(folder, each.text())))
            .toList();
    List<FolderReport.Unread> unread =
        leftOut.stream()
            .map(each -> new FolderReport.Unread(Notice.whole(folder, each.path()), each.text()))
            .toList();
    return tally.report(folder, same, unread);
  }
}
