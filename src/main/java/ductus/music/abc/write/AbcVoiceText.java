package ductus.music.abc.write;

import ductus.math.Divisor;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordSymbol;
import ductus.music.notation.BarAccidentals;
import ductus.music.notation.NotatedBar;
import ductus.music.notation.NotatedEvent;
import ductus.music.notation.NotatedScore;
import ductus.music.notation.NotatedVoice;
import ductus.music.notation.SpelledPitch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The lines of music of one voice. */
final class AbcVoiceText {
  /** Length of a note without a number, in units: an eighth. */
  static final int UNITS = NotatedScore.UNITS_PER_QUARTER / 2;

  private static final int UNITS_PER_WHOLE = 4 * NotatedScore.UNITS_PER_QUARTER;
  private static final int BARS_PER_LINE = 4;
  private static final int MOST_BARS = 4096;
  private static final int MOST_BEATS = 255;
  private static final int SHORTEST_BEAT = 128;
  private static final int MOST_DECIMALS = 6;
  private static final double SLOWEST = 4;
  private static final double FASTEST = 2000;

  private final NotatedScore sheet;
  private final boolean first;
  private int nextTempo;
  private int nextChord;

  /**
   * Prepares the text of a voice.
   *
   * @param first whether tempos and chord symbols stand in it
   */
  AbcVoiceText(NotatedScore sheet, boolean first) {
    this.sheet = sheet;
    this.first = first;
  }

  List<String> lines(NotatedVoice voice) {
    List<NotatedBar> bars = sheet.bars();
    if (bars.size() > MOST_BARS) {
      throw new IllegalArgumentException(
          "the piece must have %d bars at most to be written as ABC but has %d"
              .formatted(MOST_BARS, bars.size()));
    }
    List<List<NotatedEvent>> pieces =
        voice.pieces(bars, first ? AbcWriter.cuts(sheet) : new TreeSet<>());
    if (first && !sheet.tempos().isEmpty() && sheet.tempos().get(0).place() == 0) {
      nextTempo = 1;
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < bars.size(); i++) {
      boolean last = i == bars.size() - 1;
      line.append(i % BARS_PER_LINE == 0 ? "" : " ");
      line.append(changes(i)).append(bar(bars.get(i), pieces.get(i))).append(last ? " |]" : " |");
      if (last || i % BARS_PER_LINE == BARS_PER_LINE - 1) {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
    return lines;
  }

  /** The fields of a new metre and key at a bar line. */
  private String changes(int index) {
    if (index == 0) {
      return "";
    }
    NotatedBar before = sheet.bars().get(index - 1);
    NotatedBar bar = sheet.bars().get(index);
    String metre = metre(bar);
    return (metre.equals(metre(before)) ? "" : "[M:" + metre + "]")
        + (before.key().equals(bar.key()) ? "" : "[K:" + bar.key().abc() + "]");
  }

  /** The metre of a bar as ABC writes it; one that is cut short has one of its own. */
  static String metre(NotatedBar bar) {
    if (bar.fitsMetre()) {
      return bar.metre().toString();
    }
    long divisor = Divisor.greatestCommon(bar.length(), UNITS_PER_WHOLE);
    long beats = bar.length() / divisor;
    long beat = UNITS_PER_WHOLE / divisor;
    if (beats > MOST_BEATS || beat > SHORTEST_BEAT || Long.bitCount(beat) != 1) {
      throw new IllegalArgumentException(
          "bars must be whole 64ths to be written as ABC but one lasts " + beats + "/" + beat);
    }
    return new TimeSignature(0, (int) beats, (int) beat).toString();
  }

  /** The tempo as ABC writes it, with as few decimals as say it exactly. */
  static String tempo(int microsecondsPerQuarter) {
    double quarters = Math.max(SLOWEST, Math.min(FASTEST, 60e6 / microsecondsPerQuarter));
    BigDecimal decimal = BigDecimal.valueOf(quarters);
    for (int places = 0; places < MOST_DECIMALS; places++) {
      BigDecimal rounded = decimal.setScale(places, RoundingMode.HALF_EVEN);
      if (Math.round(60e6 / rounded.doubleValue()) == microsecondsPerQuarter) {
        return "1/4=" + rounded.toPlainString();
      }
    }
    return "1/4=" + decimal.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
  }

  private String bar(NotatedBar bar, List<NotatedEvent> pieces) {
    BarAccidentals accidentals = new BarAccidentals(bar.key());
    StringBuilder text = new StringBuilder();
    int tripletEnd = 0;
    for (int i = 0; i < pieces.size(); i++) {
      NotatedEvent piece = pieces.get(i);
      if (i > 0 && piece.start() % bar.beat() == 0) {
        text.append(' ');
      }
      text.append(marks(bar.line() + piece.start(), bar.line() + piece.end()));
      if (i == tripletEnd && piece.value().triplet()) {
        tripletEnd = tripletEnd(bar, pieces, i);
        int count = tripletEnd - i;
        text.append(count == 3 ? "(3" : "(3:2:" + count);
      }
      tripletEnd = Math.max(tripletEnd, i + 1);
      text.append(sign(piece, accidentals));
    }
    return text.toString();
  }

  /** Index behind the triplets that follow one another from a place to the end of their beat. */
  private static int tripletEnd(NotatedBar bar, List<NotatedEvent> pieces, int from) {
    int end = from + 1;
    while (end < pieces.size()
        && pieces.get(end).value().triplet()
        && pieces.get(end).start() % bar.beat() != 0) {
      end++;
    }
    return end;
  }

  /** The tempo at a place, and the chord symbols from it to another. */
  private String marks(long from, long to) {
    if (!first) {
      return "";
    }
    StringBuilder marks = new StringBuilder();
    int lastTempo = nextTempo;
    while (nextTempo < sheet.tempos().size() && sheet.tempos().get(nextTempo).place() <= from) {
      nextTempo++;
    }
    if (nextTempo > lastTempo) {
      int tempo = sheet.tempos().get(nextTempo - 1).value();
      marks.append("[Q:").append(tempo(tempo)).append(']');
    }
    while (nextChord < sheet.chords().size() && sheet.chords().get(nextChord).place() < to) {
      String chord = sheet.chords().get(nextChord++).value();
      marks.append('"').append(isKnown(chord) ? "" : "^").append(chord).append('"');
    }
    return marks.toString();
  }

  private static boolean isKnown(String chord) {
    try {
      ChordSymbol.parse(chord);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private static String sign(NotatedEvent piece, BarAccidentals accidentals) {
    int units = piece.value().units();
    String length = length(piece.value().triplet() ? units * 3 / 2.0 : units);
    if (piece.isRest()) {
      return "z" + length;
    }
    StringBuilder notes = new StringBuilder();
    for (int pitch : piece.pitches()) {
      notes.append(note(accidentals.spell(pitch), accidentals));
    }
    String text = piece.pitches().size() == 1 ? notes.toString() : "[" + notes + "]";
    return text + length + (piece.tiedAfter() ? "-" : "");
  }

  private static String note(SpelledPitch pitch, BarAccidentals accidentals) {
    StringBuilder note = new StringBuilder();
    if (accidentals.write(pitch)) {
      note.append(
          switch (pitch.alteration()) {
            case -2 -> "__";
            case -1 -> "_";
            case 1 -> "^";
            case 2 -> "^^";
            default -> "=";
          });
    }
    String letter = String.valueOf(pitch.letter());
    if (pitch.octave() > 4) {
      return note + letter.toLowerCase(Locale.ROOT) + "'".repeat(pitch.octave() - 5);
    }
    return note + letter + ",".repeat(4 - pitch.octave());
  }

  /** A length in eighths as ABC writes it: nothing for one, {@code 2}, {@code /}, {@code 3/2}. */
  private static String length(double units) {
    long halves = Math.round(2 * units);
    long divisor = Divisor.greatestCommon(halves, 2L * UNITS);
    long numerator = halves / divisor;
    long denominator = 2L * UNITS / divisor;
    String above = numerator == 1 ? "" : Long.toString(numerator);
    return denominator == 1 ? above : denominator == 2 ? above + "/" : above + "/" + denominator;
  }
}
