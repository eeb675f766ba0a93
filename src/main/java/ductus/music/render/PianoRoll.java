package ductus.music.render;

import ductus.music.Note;
import ductus.music.NoteName;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Draws a picture of a score: time to the right, pitch upwards, some bars in a row and the rows
 * below one another; a keyboard at the left of each row, bar numbers and chord symbols above, a
 * color for each track. Drum strokes are dots in a strip of their own.
 *
 * <p>Drawn to be read about 1000 pixels wide. Of a very long piece it shows the first {@value
 * #MOST_BARS} bars, and says so.
 */
public final class PianoRoll {
  /** Most bars in a picture. */
  public static final int MOST_BARS = 400;

  private static final double MARGIN = 24;
  private static final double LETTER = 0.56;

  private PianoRoll() {}

  /** Draws an SVG document, 1000 pixels wide. The same score gives the same bytes. */
  public static byte[] svg(Score score, String title) {
    return svg(score, title, Set.of());
  }

  /**
   * Draws an SVG document with some bars set off by their ground.
   *
   * @param marked numbers of bars, from 0
   */
  public static byte[] svg(Score score, String title, Set<Integer> marked) {
    RollLayout layout = RollLayout.of(score, MOST_BARS);
    List<RollVoice> voices = RollVoice.of(score);
    double head = voices.size() > 1 ? 108 : 78;
    double height = head + layout.systems().size() * layout.systemHeight() + MARGIN;
    SvgDocument svg =
        new SvgDocument(RollLayout.WIDTH, height, "px", title, describe(score, layout, voices));
    svg.rectangle(0, 0, RollLayout.WIDTH, height, "fill", "#ffffff");
    svg.open("font-family", "sans-serif", "fill", Palette.INK);
    svg.text(MARGIN, 38, title, "font-size", "20", "font-weight", "bold");
    svg.text(MARGIN, 60, summary(score, layout), "font-size", "13", "fill", Palette.PALE_INK);
    if (voices.size() > 1) {
      legend(svg, voices);
    }
    RollPainter painter = new RollPainter(svg, layout, score, voices, marked);
    for (int i = 0; i < layout.systems().size(); i++) {
      painter.paint(layout.systems().get(i), head + i * layout.systemHeight());
    }
    svg.close();
    return svg.bytes();
  }

  private static void legend(SvgDocument svg, List<RollVoice> voices) {
    double x = MARGIN;
    svg.open("font-size", "13");
    for (RollVoice voice : voices) {
      double width = 18 + voice.name().length() * 13 * LETTER + 22;
      if (x + width > RollLayout.WIDTH) {
        svg.text(x, 88, "\u2026");
        break;
      }
      svg.rectangle(
          x, 78, 11, 11, "rx", "2", "fill", voice.color(), "fill-opacity", voice.opacity());
      svg.text(x + 18, 88, voice.name());
      x += width;
    }
    svg.close();
  }

  private static String summary(Score score, RollLayout layout) {
    String tempo =
        score.tempos().isEmpty() ? "120" : tempo(score.tempos().get(0).quartersPerMinute());
    String more =
        layout.allBars() > layout.bars() ? " \u00b7 the first " + layout.bars() + " are shown" : "";
    return layout.metre()
        + " \u00b7 "
        + tempo
        + " quarter notes a minute"
        + (score.tempos().stream().map(TempoChange::microsecondsPerQuarter).distinct().count() > 1
            ? " at first"
            : "")
        + " \u00b7 "
        + count(layout.allBars(), "bar")
        + " \u00b7 "
        + count(score.notes().size(), "note")
        + more;
  }

  private static String describe(Score score, RollLayout layout, List<RollVoice> voices) {
    StringBuilder text = new StringBuilder("Piano roll: ").append(summary(score, layout));
    List<Note> sung = score.notes().stream().filter(n -> !n.isDrum()).toList();
    if (!sung.isEmpty()) {
      int low = sung.stream().mapToInt(Note::pitch).min().orElseThrow();
      int high = sung.stream().mapToInt(Note::pitch).max().orElseThrow();
      text.append(", from ").append(NoteName.of(low)).append(" to ").append(NoteName.of(high));
    }
    if (voices.size() > 1) {
      text.append("; tracks: ");
      text.append(String.join(", ", voices.stream().map(RollVoice::name).toList()));
    }
    return text.append('.').toString();
  }

  private static String tempo(double quartersPerMinute) {
    double rounded = Math.rint(quartersPerMinute);
    return Math.abs(rounded - quartersPerMinute) < 0.05
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.1f", quartersPerMinute);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
