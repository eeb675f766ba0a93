package ductus.music.notation;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.KeySpelling;
import ductus.music.MelodyNote;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.finding.KeyFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A score as it is written down.
 *
 * @param title of the piece
 * @param composer empty if the score names none
 * @param bars one at least
 * @param parts by track and channel, one at least
 * @param tempos by place
 * @param chords symbols by place
 */
public record NotatedScore(
    String title,
    String composer,
    List<NotatedBar> bars,
    List<NotatedPart> parts,
    List<Mark<Integer>> tempos,
    List<Mark<String>> chords) {
  /** Number of units a quarter note, in which times are counted. */
  public static final int UNITS_PER_QUARTER = 48;

  /** Number of units of which bar lines and chord symbols stand on multiples: a 64th. */
  private static final int PLAIN = 3;

  private static final String COMPOSER = "C:";

  /**
   * A value that holds from a place on.
   *
   * @param place units from the start of the piece
   * @param value microseconds a quarter note, or the name of a chord
   */
  public record Mark<T>(long place, T value) {}

  public NotatedScore {
    bars = List.copyOf(bars);
    parts = List.copyOf(parts);
    tempos = List.copyOf(tempos);
    chords = List.copyOf(chords);
  }

  /**
   * Sets a score on the grid.
   *
   * @throws IllegalArgumentException if it has no notes or too many bars
   */
  public static NotatedScore of(Score score, String title) {
    if (score.notes().isEmpty()) {
      throw new IllegalArgumentException("the piece has no notes to write down");
    }
    long last = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    long end = Math.max(1, Math.round(exact(last, score)));
    List<NotatedBar> bars = bars(score, end);
    List<NotatedPart> parts = new PartFinder(score, bars).parts();
    long placedEnd = parts.stream().mapToLong(NotatedPart::end).max().orElse(0);
    if (placedEnd > bars.get(bars.size() - 1).end()) {
      bars = bars(score, placedEnd);
    }
    List<Mark<String>> chords = chords(score, bars);
    String composer =
        score.texts().stream()
            .filter(text -> text.kind() == TextEvent.Kind.TEXT)
            .filter(text -> text.text().startsWith(COMPOSER))
            .map(text -> text.text().substring(COMPOSER.length()).strip())
            .findFirst()
            .orElse("");
    return new NotatedScore(
        title, composer, withPickup(bars, parts, chords), parts, tempos(score, bars), chords);
  }

  /**
   * Turns a first bar that begins with rest into a pickup; the last bar ends where the pickup makes
   * up for the rest of it. One of more than half a bar is only taken for a pickup if it does.
   */
  private static List<NotatedBar> withPickup(
      List<NotatedBar> bars, List<NotatedPart> parts, List<Mark<String>> chords) {
    NotatedBar first = bars.get(0);
    NotatedBar last = bars.get(bars.size() - 1);
    long begin = parts.stream().mapToLong(NotatedPart::start).min().orElse(0);
    long end = parts.stream().mapToLong(NotatedPart::end).max().orElse(0);
    boolean early = !chords.isEmpty() && chords.get(0).place() < begin;
    if (begin == 0 || begin >= first.end() || bars.size() < 2 || early) {
      return bars;
    }
    long close = last.end() - (first.end() - begin);
    boolean madeUp =
        first.fitsMetre()
            && last.fitsMetre()
            && first.metre().sameMetre(last.metre())
            && end <= close;
    if (!first.fitsMetre() || (!madeUp && 2 * (first.end() - begin) > first.length())) {
      return bars;
    }
    List<NotatedBar> written = new ArrayList<>(bars);
    written.set(0, first.from(begin));
    if (madeUp) {
      written.set(bars.size() - 1, last.to(close));
    }
    return written;
  }

  /** A tick in units, with its fraction. */
  static double exact(long tick, Score score) {
    return (double) tick * UNITS_PER_QUARTER / score.ticksPerQuarter();
  }

  private static long plain(long tick, Score score) {
    return Math.round(exact(tick, score) / PLAIN) * PLAIN;
  }

  private static List<NotatedBar> bars(Score score, long end) {
    List<TimeSignature> metres =
        score.timeSignatures().stream()
            .map(
                each ->
                    new TimeSignature(
                        plain(each.tick(), score), each.numerator(), each.denominator()))
            .toList();
    List<Bar> bars = Bar.layOut(metres, UNITS_PER_QUARTER, end, Bar.MOST_OF_PIECE + 1);
    if (bars.size() > Bar.MOST_OF_PIECE) {
      throw new IllegalArgumentException(
          "the piece must have " + Bar.MOST_OF_PIECE + " bars at most to be written down");
    }
    TreeMap<Long, KeySpelling> keys = keys(score);
    KeySpelling first = keys.isEmpty() ? found(score, bars) : keys.firstEntry().getValue();
    List<NotatedBar> written = new ArrayList<>(bars.size());
    for (Bar bar : bars) {
      Map.Entry<Long, KeySpelling> key = keys.floorEntry(bar.start());
      written.add(
          new NotatedBar(
              bar.start(),
              (int) bar.length(),
              0,
              0,
              bar.metre(),
              key == null ? first : key.getValue()));
    }
    return written;
  }

  /** The key signatures, with their modes where the file names them, by place. */
  private static TreeMap<Long, KeySpelling> keys(Score score) {
    TreeMap<Long, KeySpelling> keys = new TreeMap<>();
    for (KeySignature signature : score.keySignatures()) {
      keys.put(plain(signature.tick(), score), KeySpelling.of(signature));
    }
    for (TextEvent text : score.texts()) {
      text.key()
          .ifPresent(
              key -> {
                long place = plain(text.tick(), score);
                keys.put(place, new KeySpelling(key, fifths(key, keys.get(place))));
              });
    }
    return keys;
  }

  /** The fifths of the signature where it is the key's in one of its spellings, else of the key. */
  private static int fifths(Key key, @Nullable KeySpelling signature) {
    return signature != null && Math.floorMod(signature.fifths() - key.fifths(), 12) == 0
        ? signature.fifths()
        : key.fifths();
  }

  /** Finds the key of a score that names none. */
  private static KeySpelling found(Score score, List<Bar> bars) {
    List<MelodyNote> notes = new ArrayList<>();
    for (Note note : score.notes()) {
      if (!note.isDrum()) {
        int onset = (int) Math.round(exact(note.onset(), score));
        int length = (int) Math.max(1, Math.round(exact(note.duration(), score)));
        notes.add(new MelodyNote(onset, length, note.pitch()));
      }
    }
    KeySpelling plain = KeySpelling.parse("C");
    if (notes.isEmpty()) {
      return plain;
    }
    Key key = KeyFinder.find(notes, bars, Optional.empty());
    return new KeySpelling(key, key.fifths());
  }

  private static List<Mark<Integer>> tempos(Score score, List<NotatedBar> bars) {
    TreeMap<Long, Integer> tempos = new TreeMap<>();
    for (TempoChange tempo : score.tempos()) {
      tempos.put(plain(tempo.tick(), score), tempo.microsecondsPerQuarter());
    }
    return marks(tempos, bars);
  }

  private static List<Mark<String>> chords(Score score, List<NotatedBar> bars) {
    TreeMap<Long, String> chords = new TreeMap<>();
    for (TextEvent text : score.texts()) {
      if (text.isChordSymbol()) {
        chords.put(plain(text.tick(), score), text.text());
      }
    }
    return marks(chords, bars);
  }

  /** The values as marks, those behind the last bar left out. */
  private static <T> List<Mark<T>> marks(TreeMap<Long, T> values, List<NotatedBar> bars) {
    List<Mark<T>> marks = new ArrayList<>();
    values
        .headMap(bars.get(bars.size() - 1).end())
        .forEach((place, value) -> marks.add(new Mark<>(place, value)));
    return marks;
  }
}
