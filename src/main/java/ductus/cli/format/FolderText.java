package ductus.cli.format;

import ductus.corpus.Count;
import ductus.inspection.FolderReport;
import ductus.music.NoteName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report on a folder, for people. */
public final class FolderText {
  private static final int MOST_COUNTS = 12;

  private FolderText() {}

  public static String of(FolderReport report, boolean verbose) {
    StringBuilder text = new StringBuilder();
    FolderReport.FileCounts files = report.files();
    line(text, "%s", report.folder());
    line(
        text,
        "  files      %s: %s, %s, %,d left out",
        NumberText.count(files.found(), files.kind() + " file"),
        NumberText.count(files.pieces(), "piece"),
        NumberText.count(files.duplicates(), "duplicate"),
        files.leftOut());
    reasons(text, files.leftOutBecause());
    if (verbose) {
      report
          .duplicates()
          .forEach(same -> line(text, "             %s = %s", same.file(), same.original()));
    }
    line(
        text,
        "  in all     %s, %s",
        NumberText.count(report.notes(), "note"),
        NumberText.seconds(report.seconds()));
    if (!report.metres().isEmpty()) {
      line(text, "  metres     %s", counts(report.metres()));
    }
    FolderReport.Melodies melodies = report.melodies();
    line(
        text,
        "  melodies   %,d found, %s without one",
        melodies.found(),
        NumberText.count(melodies.missing(), "piece"));
    reasons(text, melodies.missingBecause());
    FolderReport.Spread pitches = melodies.pitches();
    if (pitches != null) {
      line(text, "    modes    %s", counts(melodies.modes()));
      line(text, "    keys     %s", counts(melodies.keys()));
      line(text, "    grids    %s steps a quarter note", counts(melodies.grids()));
      line(text, "    bars     %s", spread(melodies.bars()));
      line(text, "    notes    %s", spread(melodies.notes()));
      line(
          text, "    range    %s to %s", NoteName.of(pitches.least()), NoteName.of(pitches.most()));
    }
    return text.toString().stripTrailing();
  }

  private static void reasons(StringBuilder text, List<Count> reasons) {
    reasons.stream()
        .limit(MOST_COUNTS)
        .forEach(reason -> line(text, "             %,d: %s", reason.count(), reason.what()));
    if (reasons.size() > MOST_COUNTS) {
      line(text, "             ... and %d reasons more", reasons.size() - MOST_COUNTS);
    }
  }

  private static String counts(List<Count> counts) {
    return counts.stream()
            .limit(MOST_COUNTS)
            .map(count -> String.format(Locale.ROOT, "%s (%,d)", count.what(), count.count()))
            .collect(Collectors.joining(", "))
        + (counts.size() > MOST_COUNTS ? " and " + (counts.size() - MOST_COUNTS) + " more" : "");
  }

  private static String spread(FolderReport.@org.jspecify.annotations.Nullable Spread spread) {
    return spread == null
        ? "none"
        : String.format(
            Locale.ROOT,
            "%,d to %,d a melody, half of them up to %,d",
            spread.least(),
            spread.most(),
            spread.median());
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
