package ductus.music.musicstring;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A score as the text of a JFugue 4 pattern.
 *
 * <p>The exact form has one note a line, {@code V0 L0 @960 [60]/4.004167a80d64}: voice (the
 * channel), layer, onset in ticks, key, duration and velocities. JFugue computes ticks as {@code
 * (long) (120 · duration)}; half a tick is added so that the cut never falls short.
 */
public final class JFugueText {
  static final int SUSTAIN_PEDAL = 64;
  static final int RELEASE_VELOCITY = 64;
  private static final double JFUGUE_TICKS_PER_WHOLE = 120;

  private JFugueText() {}

  /**
   * Writes the whole score: notes, programs, pedal and tempo, exact to the tick. {@link ScoreMidi}
   * makes MIDI of the same text. JFugue's own player keeps the tempo only roughly: there are few
   * that it can say.
   *
   * @throws IllegalArgumentException if JFugue cannot say it: a program or pedal value above 127
   */
  public static String exact(Score score) {
    List<Line> lines = new ArrayList<>();
    for (TempoChange tempo : score.tempos()) {
      int token = JFugueTempo.token(tempo.microsecondsPerQuarter(), score.ticksPerQuarter());
      lines.add(new Line(tempo.tick(), "V0 L0 @" + tempo.tick() + " T" + token));
    }
    for (ProgramChange program : score.programs()) {
      requireByte("program", program.program());
      lines.add(
          new Line(
              program.tick(), place(program.channel(), program.tick()) + "I" + program.program()));
    }
    for (PedalChange pedal : score.pedals()) {
      requireByte("pedal value", pedal.value());
      lines.add(
          new Line(
              pedal.tick(),
              place(pedal.channel(), pedal.tick()) + "X" + SUSTAIN_PEDAL + "=" + pedal.value()));
    }
    for (Note note : score.notes()) {
      lines.add(new Line(note.onset(), place(note.channel(), note.onset()) + token(note)));
    }
    lines.sort(Comparator.comparingLong(Line::tick));
    StringBuilder text = new StringBuilder("T120\n");
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  /**
   * Writes letter notes, rests and bars for people, such as {@code C5q E5q G5h |}, four bars a
   * line; empty where the score is more than one voice, changes its tempo, or has lengths that
   * letters cannot say. Says nothing of velocities. Middle C is {@code C5}, as JFugue counts.
   */
  public static Optional<String> readable(Score score) {
    return ReadableMelody.of(score);
  }

  /**
   * Writes the content of a {@code .jfugue} file: the readable text where there is one, else the
   * exact.
   */
  public static String file(Score score) {
    return readable(score).orElseGet(() -> exact(score));
  }

  private static String place(int channel, long tick) {
    return "V" + channel + " L0 @" + tick + " ";
  }

  /**
   * The token of a note; JFugue drops one of length 0 unless it is joined to another, here to
   * itself.
   */
  private static String token(Note note) {
    String duration = "/" + decimal(note.duration());
    String key = "[" + note.pitch() + "]" + duration;
    return (note.duration() == 0 ? key + "_" : "")
        + key
        + "a"
        + note.velocity()
        + "d"
        + RELEASE_VELOCITY;
  }

  private static String decimal(long ticks) {
    return BigDecimal.valueOf((ticks + 0.5) / JFUGUE_TICKS_PER_WHOLE)
        .setScale(6, RoundingMode.HALF_UP)
        .toPlainString();
  }

  static void requireByte(String what, int value) {
    if (value < 0 || value > 127) {
      throw new IllegalArgumentException(what + " must be 0 to 127 but was " + value);
    }
  }

  private record Line(long tick, String text) {}
}
