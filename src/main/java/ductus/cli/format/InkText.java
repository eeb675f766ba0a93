package ductus.cli.format;

import ductus.corpus.Count;
import ductus.format.NumberText;
import ductus.inspection.ink.InkReport;
import ductus.inspection.ink.LineTally;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report on ink, for people. */
public final class InkText {
  private static final int MOST_COUNTS = 12;
  private static final int MOST_TEXTS = 8;
  private static final int LONGEST_TEXT = 60;

  private InkText() {}

  public static String of(InkReport report) {
    StringBuilder text = new StringBuilder();
    line(text, "%s", report.path());
    InkReport.FileCounts files = report.files();
    if (files.found() > 1) {
      line(
          text,
          "  files      %s: %,d read, %s, %,d left out",
          NumberText.count(files.found(), "ink file"),
          files.read(),
          NumberText.count(files.duplicates(), "duplicate"),
          files.leftOut());
      files
          .leftOutBecause()
          .forEach(reason -> line(text, "             %,d: %s", reason.count(), reason.what()));
    }
    line(text, "  format     %s", counts(report.formats()));
    amounts(text, report);
    LineTally.Learnable learnable = report.learnable();
    if (learnable != null) {
      learnable(text, learnable);
    }
    if (!report.writers().isEmpty()) {
      line(text, "  writers    %s", counts(report.writers()));
    }
    texts(text, report.texts());
    return text.toString().stripTrailing();
  }

  private static void amounts(StringBuilder text, InkReport report) {
    InkReport.Amount ink = report.ink();
    line(
        text,
        "  ink        %s, %s, %s",
        NumberText.count(ink.pieces(), "piece"),
        NumberText.count(ink.strokes(), "stroke"),
        NumberText.count(ink.points(), "point"));
    line(
        text,
        "  size       %s wide, %s high (medians, in the source's unit)",
        number(ink.width()),
        number(ink.height()));
    InkReport.Known known = report.known();
    line(
        text,
        "  known      text of %,d, writer of %,d, times of %,d, pressure of %,d",
        known.text(),
        known.writer(),
        known.times(),
        known.pressures());
    InkReport.Lines lines = report.lines();
    if (lines != null) {
      line(
          text,
          "  found      in %s of writing: x-height %s, slant %.1f\u00b0, baseline rising"
              + " %.1f\u00b0",
          NumberText.count(lines.count(), "line"),
          number(lines.xHeight()),
          lines.slant(),
          lines.baselineAngle());
    }
  }

  private static void learnable(StringBuilder text, LineTally.Learnable learnable) {
    line(
        text,
        "  to learn   %s of %s: %,d characters; %s passed over",
        NumberText.count(learnable.lines(), "line"),
        learnable.writers() == 1
            ? "one person"
            : String.format(Locale.ROOT, "%,d people", learnable.writers()),
        learnable.characters(),
        NumberText.count(learnable.others(), "piece"));
    learnable
        .passedOver()
        .forEach(each -> line(text, "             %,d: %s", each.count(), each.what()));
  }

  private static void texts(StringBuilder text, InkReport.Texts texts) {
    if (!texts.characters().isEmpty()) {
      line(
          text,
          "  characters %s (%,d)",
          visible(texts.characters()),
          texts.characters().codePointCount(0, texts.characters().length()));
      line(
          text,
          "  missing    %s",
          texts.missing().isEmpty() ? "no letter, no digit" : texts.missing());
    }
    texts.longer().stream()
        .limit(MOST_TEXTS)
        .forEach(each -> line(text, "  text       %s", shortened(each)));
    if (texts.longer().size() > MOST_TEXTS) {
      line(text, "             ... and more");
    }
  }

  /** Combining marks stand on a circle. */
  private static String visible(String characters) {
    return characters.replaceAll("\\p{Mn}", "\u25cc$0");
  }

  private static String counts(List<Count> counts) {
    return counts.stream()
            .limit(MOST_COUNTS)
            .map(count -> String.format(Locale.ROOT, "%s (%,d)", count.what(), count.count()))
            .collect(Collectors.joining(", "))
        + (counts.size() > MOST_COUNTS ? " and " + (counts.size() - MOST_COUNTS) + " more" : "");
  }

  /** Three digits that count, so that any unit will do. */
  private static String number(double value) {
    return value >= 100 || value == 0
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT - 1) + "\u2026";
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
