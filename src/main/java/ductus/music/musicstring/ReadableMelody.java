package ductus.music.musicstring;

import ductus.music.Bar;
import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.NoteName;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one voice in JFugue's letters. */
final class ReadableMelody {
  private static final String LENGTHS = "whqistxo";
  private static final int SHORTEST = 1 << (LENGTHS.length() - 1);
  private static final int BARS_PER_LINE = 4;
  private static final int MOST_BARS = 10_000;

  /** Major keys by their signatures, from seven flats to seven sharps. */
  static final List<String> MAJOR_KEYS =
      List.of("Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#");

  /** Minor keys, likewise. */
  static final List<String> MINOR_KEYS =
      List.of("Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#", "G#", "D#", "A#");

  /** Pitch classes that a signature alters, in its order: F C G D A E B, and back for flats. */
  static final int[] SHARPENED = {5, 0, 7, 2, 9, 4, 11};

  private final int ticksPerQuarter;
  private final int fifths;
  private final List<Bar> bars;
  private final StringBuilder text = new StringBuilder();
  private int bar;

  private ReadableMelody(int ticksPerQuarter, int fifths, List<Bar> bars) {
    this.ticksPerQuarter = ticksPerQuarter;
    this.fifths = fifths;
    this.bars = bars;
  }

  /** Writes a score in letters; empty where these cannot say it. */
  static Optional<String> of(Score score) {
    if (!isOneVoice(score) || score.tempos().size() > 1 || score.keySignatures().size() > 1) {
      return Optional.empty();
    }
    List<Note> notes = score.notes();
    long length = Math.max(score.length(), notes.get(notes.size() - 1).end());
    if (length / score.ticksPerQuarter() > MOST_BARS) {
      return Optional.empty();
    }
    List<Bar> bars = Bar.layOut(score.timeSignatures(), score.ticksPerQuarter(), length);
    KeySignature key =
        score.keySignatures().isEmpty()
            ? new KeySignature(0, 0, false)
            : score.keySignatures().get(0);
    ReadableMelody melody = new ReadableMelody(score.ticksPerQuarter(), key.fifths(), bars);
    String head = head(score, key);
    return melody.write(notes, length).map(body -> head + body);
  }

  private static boolean isOneVoice(Score score) {
    if (score.notes().isEmpty() || !score.pedals().isEmpty() || score.programs().size() > 1) {
      return false;
    }
    long end = 0;
    int channel = score.notes().get(0).channel();
    for (Note note : score.notes()) {
      if (note.onset() < end
          || note.duration() == 0
          || note.channel() != channel
          || note.isDrum()
          || note.pitch() < 12) {
        return false;
      }
      end = note.end();
    }
    return true;
  }

  private static String head(Score score, KeySignature key) {
    StringBuilder head = new StringBuilder();
    double tempo = score.tempos().isEmpty() ? 120 : score.tempos().get(0).quartersPerMinute();
    head.append('T').append(Math.max(JFugueTempo.SLOWEST, Math.round(tempo)));
    if (!score.programs().isEmpty()) {
      int program = score.programs().get(0).program();
      head.append(' ').append(InstrumentTokens.token(program));
    }
    List<String> keys = key.minor() ? MINOR_KEYS : MAJOR_KEYS;
    head.append(" K").append(keys.get(key.fifths() + 7)).append(key.minor() ? "min" : "maj");
    return head.append('\n').toString();
  }

  private Optional<String> write(List<Note> notes, long length) {
    long at = 0;
    for (Note note : notes) {
      if (!rest(at, note.onset()) || !note(note)) {
        return Optional.empty();
      }
      at = note.end();
    }
    if (!rest(at, length)) {
      return Optional.empty();
    }
    if (text.charAt(text.length() - 1) != '\n') {
      text.setCharAt(text.length() - 1, '\n');
    }
    return Optional.of(text.toString());
  }

  private boolean rest(long from, long to) {
    for (long[] part : parts(from, to)) {
      Optional<String> letters = letters(part[1] - part[0]);
      if (letters.isEmpty()) {
        return false;
      }
      append("R" + letters.get(), part[1]);
    }
    return true;
  }

  private boolean note(Note note) {
    String name = name(note.pitch());
    List<long[]> parts = parts(note.onset(), note.end());
    for (int i = 0; i < parts.size(); i++) {
      long[] part = parts.get(i);
      Optional<String> letters = letters(part[1] - part[0]);
      if (letters.isEmpty()) {
        return false;
      }
      String tieBefore = i > 0 ? "-" : "";
      String tieAfter = i + 1 < parts.size() ? "-" : "";
      String length = letters.get();
      boolean triplet = length.endsWith("*");
      String plain = triplet ? length.substring(0, length.length() - 1) : length;
      append(name + tieBefore + plain + tieAfter + (triplet ? "*" : ""), part[1]);
    }
    return true;
  }

  /**
   * Cuts a span at the bar lines within it, or leaves it whole where letters cannot say the pieces.
   */
  private List<long[]> parts(long from, long to) {
    List<long[]> parts = new ArrayList<>();
    long start = from;
    for (int i = bar; i < bars.size() && bars.get(i).end() < to; i++) {
      long line = bars.get(i).end();
      if (line > start) {
        parts.add(new long[] {start, line});
        start = line;
      }
    }
    if (to > start) {
      parts.add(new long[] {start, to});
    }
    boolean said = parts.stream().allMatch(p -> letters(p[1] - p[0]).isPresent());
    return said ? parts : List.of(new long[] {from, to});
  }

  private void append(String token, long end) {
    text.append(token).append(' ');
    while (bar < bars.size() && bars.get(bar).end() <= end) {
      bar++;
      text.append('|').append(bar % BARS_PER_LINE == 0 ? '\n' : ' ');
    }
  }

  /** A length in letters, the dot last since JFugue dots all that follows; then the triplet. */
  private Optional<String> letters(long ticks) {
    long whole = 4L * ticksPerQuarter;
    if (ticks * SHORTEST % whole == 0) {
      return Optional.of(binary(ticks * SHORTEST / whole));
    }
    if (ticks * SHORTEST * 3 % (2 * whole) == 0) {
      return Optional.of(binary(ticks * SHORTEST * 3 / (2 * whole)) + "*");
    }
    return Optional.empty();
  }

  /** The letters of a number of 128th notes. */
  private static String binary(long count) {
    StringBuilder letters = new StringBuilder();
    long left = count;
    for (int i = 0; left > 0; ) {
      long length = SHORTEST >> i;
      if (2 * left == 3 * length) {
        return letters.append(LENGTHS.charAt(i)).append('.').toString();
      }
      if (left >= length) {
        letters.append(LENGTHS.charAt(i));
        left -= length;
      } else {
        i++;
      }
    }
    return letters.toString();
  }

  /**
   * The name of a pitch; JFugue lets the signature alter plain letters, so what it would alter says
   * {@code n}.
   */
  private String name(int pitch) {
    String letter = NoteName.withoutOctave(pitch, fifths);
    return letter + (isAltered(pitch % 12) ? "n" : "") + pitch / 12;
  }

  private boolean isAltered(int pitchClass) {
    for (int i = 0; i < Math.abs(fifths); i++) {
      if (SHARPENED[fifths > 0 ? i : 6 - i] == pitchClass) {
        return true;
      }
    }
    return false;
  }
}
