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
public record Sheet(
    String title,
    String composer,
    List<SheetBar> bars,
    List<Part> parts,
    List<Mark<Integer>> tempos,
    List<Mark<String>> chords) {
  /** Units that times are counted in. */
  public static final int UNITS_PER_QUARTER = 48;

  /** Bar lines and chord symbols stand on multiples of this: 64ths. */
  private static final int PLAIN = 3;

  private static final String COMPOSER = "C:";

  /**
   * Something that holds from a place on.
   *
   * @param place units from the start of the piece
   * @param value microseconds a quarter note, or the name of a chord
   */
  public record Mark<T>(long place, T value) {}

  public Sheet {
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
  public static Sheet of(Score score, String title) {
    if (score.notes().isEmpty()) {
      throw new IllegalArgumentException("the piece has no notes to write down");
    }
    long last = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    long end = Math.max(1, Math.round(exact(last, score)));
    List<SheetBar> bars = bars(score, end);
    List<Part> parts = new PartFinder(score, bars).parts();
    long placedEnd = parts.stream().mapToLong(Part::end).max().orElse(0);
    if (placedEnd > bars.get(bars.size() - 1).end()) {
      bars = bars(score, placedEnd);
    }
    String composer =
        score.texts().stream()
            .filter(text -> text.kind() == TextEvent.Kind.TEXT)
            .filter(text -> text.text().startsWith(COMPOSER))
            .map(text -> text.text().substring(COMPOSER.length()).strip())
            .findFirst()
            .orElse("");
    return new Sheet(
        title,
        composer,
        bars,
        parts,
        tempos(score, bars),
        chords(score, bars));
  }

  /** A tick in units, with its fraction. */
  static double exact(long tick, Score score) {
    return (double) tick * UNITS_PER_QUARTER / score.ticksPerQuarter();
  }

  private static long plain(long tick, Score score) {
    return Math.round(exact(tick, score) / PLAIN) * PLAIN;
  }

  private static List<SheetBar> bars(Score score, long end) {
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
    List<SheetBar> written = new ArrayList<>(bars.size());
    for (Bar bar : bars) {
      Map.Entry<Long, KeySpelling> key = keys.floorEntry(bar.start());
      written.add(
          new SheetBar(
              bar.start(), (int) bar.length(), bar.metre(), key == null ? first : key.getValue()));
    }
    return written;
  }

  /** Key signatures, with their modes where the file names them, by place. */
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
                KeySpelling signature = keys.get(place);
                boolean same =
                    signature != null && Math.floorMod(signature.fifths() - key.fifths(), 12) == 0;
                keys.put(place, new KeySpelling(key, same ? signature.fifths() : key.fifths()));
              });
    }
    return keys;
  }

  /** The key of a score that names none. */
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

  private static List<Mark<Integer>> tempos(Score score, List<SheetBar> bars) {
    TreeMap<Long, Integer> tempos = new TreeMap<>();
    for (TempoChange tempo : score.tempos()) {
      tempos.put(plain(tempo.tick(), score), tempo.microsecondsPerQuarter());
    }
    return marks(tempos, bars);
  }

  private static List<Mark<String>> chords(Score score, List<SheetBar> bars) {
    TreeMap<Long, String> chords = new TreeMap<>();
    for (TextEvent text : score.texts()) {
      if (text.isChordSymbol()) {
        chords.put(plain(text.tick(), score), text.text());
      }
    }
    return marks(chords, bars);
  }

  /** Without those behind the last bar. */
  private static <T> List<Mark<T>> marks(TreeMap<Long, T> values, List<SheetBar> bars) {
    List<Mark<T>> marks = new ArrayList<>();
    values
        .headMap(bars.get(bars.size() - 1).end())
        .forEach((place, value) -> marks.add(new Mark<>(place, value)));
    return marks;
  }
}
