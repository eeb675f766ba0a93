package ductus.cli.format;

import ductus.format.NumberText;
import ductus.format.Table;
import ductus.music.Bar;
import ductus.music.NoteName;
import ductus.task.music.report.MelodyReport;
import ductus.task.music.report.ScoreReport;
import ductus.task.music.report.ScoreReport.KindFinding;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report on a MIDI, ABC or MusicXML file, for people. */
public final class ScoreText {
  private static void kinds(StringBuilder text, List<KindFinding> kinds) {
    line(text, "  to learn from, by --encoding:");
    for (KindFinding each : kinds) {
      line(
          text,
          "    %s: %s",
          each.encoding(),
          each.tokens() == null
              ? "nothing, " + each.refusal()
              : NumberText.count(each.tokens(), "token"));
    }
  }

  private static final int MOST_MARKS = 6;
  private static final int MOST_CHORDS = 16;

  private ScoreText() {}

  public static String of(ScoreReport report) {
    StringBuilder text = new StringBuilder();
    line(text, "%s (%s)", report.title(), report.file());
    ScoreReport.Length length = report.length();
    line(
        text,
        "  length  %s, %s, %d ticks a quarter note",
        length.bars() == null
            ? String.format(Locale.ROOT, "more than %,d bars", Bar.MOST_OF_PIECE)
            : NumberText.count(length.bars(), "bar"),
        NumberText.seconds(length.seconds()),
        length.ticksPerQuarter());
    line(text, "  tempo   %s quarter notes a minute", tempos(report.tempos()));
    line(text, "  metre   %s", marks(report.metres(), "4/4 (not said)"));
    line(text, "  key     %s", marks(report.keys(), "not said"));
    if (!report.chords().isEmpty()) {
      line(text, "  chords  %s", chords(report.chords()));
    }
    line(text, "");
    line(text, "%s", tracks(report.tracks()));
    line(text, "");
    melody(text, report.melody());
    kinds(text, report.kinds());
    return text.toString().stripTrailing();
  }

  private static String tempos(List<ScoreReport.Mark<Double>> tempos) {
    if (tempos.size() > MOST_MARKS) {
      return String.format(
          Locale.ROOT,
          "%.1f to %.1f in %d changes,",
          tempos.stream().mapToDouble(ScoreReport.Mark::value).min().orElseThrow(),
          tempos.stream().mapToDouble(ScoreReport.Mark::value).max().orElseThrow(),
          tempos.size());
    }
    return tempos.isEmpty() ? "120 (not said)" : joined(tempos, tempo -> NumberText.number(tempo));
  }

  private static String marks(List<ScoreReport.Mark<String>> marks, String none) {
    if (marks.isEmpty()) {
      return none;
    }
    boolean many = marks.size() > MOST_MARKS;
    return joined(many ? marks.subList(0, MOST_MARKS) : marks, value -> value)
        + (many ? " and " + (marks.size() - MOST_MARKS) + " more" : "");
  }

  /** Values with the bars that they begin in, unless it is the first bar alone. */
  private static <T> String joined(List<ScoreReport.Mark<T>> marks, Function<T, String> words) {
    if (marks.size() == 1 && marks.get(0).bar() == 1) {
      return words.apply(marks.get(0).value());
    }
    return marks.stream()
        .map(mark -> words.apply(mark.value()) + " from bar " + mark.bar())
        .collect(Collectors.joining(", "));
  }

  private static String chords(List<ScoreReport.Mark<String>> chords) {
    String first =
        chords.stream()
            .limit(MOST_CHORDS)
            .map(ScoreReport.Mark::value)
            .collect(Collectors.joining(" "));
    return chords.size() > MOST_CHORDS ? first + " ... (" + chords.size() + " in all)" : first;
  }

  private static String tracks(List<ScoreReport.Voice> voices) {
    if (voices.isEmpty()) {
      return "No notes.";
    }
    Table table = new Table("track", "name", "instrument", "channel", "notes", "range");
    for (ScoreReport.Voice voice : voices) {
      table.row(
          voice.track(),
          voice.name(),
          voice.instrument(),
          voice.channel(),
          voice.notes(),
          range(voice.lowest(), voice.highest()));
    }
    return table.toString();
  }

  private static void melody(StringBuilder text, MelodyReport melody) {
    if (!melody.candidates().isEmpty()) {
      Table table = new Table("melody?", "score", "notes", "because");
      for (MelodyReport.Candidate each : melody.candidates()) {
        boolean chosen = each.equals(melody.candidates().get(0));
        table.row(
            (chosen ? "* " : "  ") + each.voice(),
            String.format(Locale.ROOT, "%.2f", each.score()),
            each.notes(),
            each.reasons().stream()
                .map(why -> String.format(Locale.ROOT, "%s %+.1f", why.name(), why.weight()))
                .collect(Collectors.joining(", ")));
      }
      line(text, "%s", table);
      line(text, "");
    }
    if (melody.refusal() != null) {
      line(text, "No melody to learn from: %s.", melody.refusal());
    } else {
      line(text, "Melody: %s", melody.candidates().get(0).voice());
    }
    MelodyReport.Grid grid = melody.grid();
    if (grid != null) {
      line(
          text,
          "  grid    %d steps a quarter note; notes are off it by %.3f of a quarter on average,"
              + " %.3f at most%s",
          grid.stepsPerQuarter(),
          grid.meanError(),
          grid.maxError(),
          grid.droppedNotes() == 0
              ? ""
              : "; " + NumberText.count(grid.droppedNotes(), "note") + " without a place dropped");
    }
    MelodyReport.Tune tune = melody.tune();
    if (tune != null) {
      line(text, "  key     %s", tune.key());
      line(
          text,
          "  length  %s, %s, %s",
          NumberText.count(tune.bars(), "bar"),
          NumberText.count(tune.notes(), "note"),
          range(tune.lowest(), tune.highest()));
      line(
          text,
          "  tokens  %d: %s%s",
          tune.tokens(),
          repeats(tune.firstTokens()),
          tune.tokens() > tune.firstTokens().size() ? " ..." : "");
    }
  }

  /** {@code hold x3} for three of the same. */
  private static String repeats(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    for (int from = 0, to; from < tokens.size(); from = to) {
      to = from + 1;
      while (to < tokens.size() && tokens.get(to).equals(tokens.get(from))) {
        to++;
      }
      text.append(from == 0 ? "" : ", ").append(tokens.get(from));
      text.append(to - from > 1 ? " x" + (to - from) : "");
    }
    return text.toString();
  }

  private static String range(int lowest, int highest) {
    return NoteName.of(lowest) + " to " + NoteName.of(highest);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
