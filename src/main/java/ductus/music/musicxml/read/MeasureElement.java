package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.musicxml.read.WrittenMeasure.Change;
import ductus.music.musicxml.read.WrittenMeasure.Signature;
import ductus.music.musicxml.read.WrittenMeasure.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what a part has in a measure. */
final class MeasureElement {
  private static final double LONGEST = 1e6;
  private static final int MOST_PASSES = 100;

  private final XmlCursor xml;
  private final WrittenScore score;
  private final WrittenPart part;
  private final MeasureSigns signs;
  private final DirectionElement directions;
  private long scale;
  private long place;
  private long length;
  private long lastOnset;
  private List<WrittenNote> notes = new ArrayList<>();
  private List<Text> texts = new ArrayList<>();
  private List<Change<String>> chords = new ArrayList<>();
  private List<Change<Double>> tempos = new ArrayList<>();
  private List<Change<Signature>> keys = new ArrayList<>();

  /** Prepares the measure of a part at which the cursor stands. */
  MeasureElement(XmlCursor xml, WrittenScore score, WrittenPart part, MeasureSigns signs) {
    this.xml = xml;
    this.score = score;
    this.part = part;
    this.signs = signs;
    this.directions = new DirectionElement(xml, part, signs);
    this.scale = score.scale.perQuarter();
  }

  WrittenMeasure read() throws BadFileException {
    int measure = xml.depth();
    while (xml.next(measure)) {
      switch (xml.name()) {
        case "note" -> note();
        case "backup" -> move(-duration());
        case "forward" -> move(duration());
        case "attributes" -> attributes();
        case "direction" -> heard(directions.direction());
        case "sound" -> heard(directions.sound());
        case "harmony" -> harmony();
        case "barline" -> barLine();
        default -> {}
      }
    }
    notes.sort(Comparator.comparingLong(WrittenNote::onset));
    return new WrittenMeasure(scale, length, notes, texts, chords, tempos, keys);
  }

  private void note() throws BadFileException {
    NoteElement note = new NoteElement(xml, part);
    note.read();
    if (note.isGrace) {
      if (note.isSounding()) {
        add(note, place, 0);
      }
      return;
    }
    long ticks = ticks(note.duration);
    if (note.isChord) {
      // A chord's notes begin together, whatever their lengths.
      place = lastOnset;
    }
    lastOnset = place;
    if (note.isSounding() && ticks > 0) {
      add(note, place, ticks);
    }
    move(ticks);
  }

  private void add(NoteElement note, long onset, long ticks) throws BadFileException {
    if (++score.notes > MusicXmlReader.MAX_NOTES) {
      throw xml.bad("a score must have at most %,d notes".formatted(MusicXmlReader.MAX_NOTES));
    }
    notes.add(note.written(onset, ticks, part.velocity));
    if (note.hasFermata) {
      Text fermata = new Text(onset, TextEvent.Kind.MARKER, "fermata", 0);
      if (!texts.contains(fermata)) {
        texts.add(fermata);
      }
    }
    note.lyrics.forEach(
        (verse, text) -> texts.add(new Text(onset, TextEvent.Kind.LYRIC, text, verse)));
  }

  private void move(long ticks) throws BadFileException {
    place += ticks;
    if (place < 0) {
      throw xml.bad("what is gone back must be in the measure");
    }
    length = Math.max(length, place);
  }

  /** The duration that stands in the element. */
  private long duration() throws BadFileException {
    double duration = 0;
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("duration")) {
        duration = xml.number();
      }
    }
    return ticks(duration);
  }

  private long ticks(double duration) throws BadFileException {
    if (duration < 0) {
      throw xml.bad("a duration must be 0 or more but was " + duration);
    }
    if (part.divisions == 0) {
      throw xml.bad("the divisions of a quarter note must be said before a duration");
    }
    if (duration / part.divisions > LONGEST) {
      throw xml.bad("a duration must be at most a million quarter notes");
    }
    double ticksPerDivision = (double) scale / part.divisions;
    return Math.round(duration * ticksPerDivision);
  }

  private void attributes() throws BadFileException {
    int parent = xml.depth();
    @Nullable Signature key = null;
    while (xml.next(parent)) {
      switch (xml.name()) {
        case "divisions" -> divisions(xml.whole(1, Integer.MAX_VALUE));
        case "key" -> key = key();
        case "time" -> time();
        case "transpose" -> transpose();
        default -> {}
      }
    }
    if (key != null && Math.abs(key.fifths()) <= 7) {
      keys.add(new Change<>(place, sounding(key)));
    }
  }

  private void divisions(int divisions) throws BadFileException {
    try {
      score.scale.admit(divisions);
    } catch (ArithmeticException e) {
      throw xml.bad(String.valueOf(e.getMessage()));
    }
    part.divisions = divisions;
    long factor = score.scale.perQuarter() / scale;
    if (factor > 1) {
      rescale(factor);
    }
  }

  private void rescale(long factor) {
    scale *= factor;
    place *= factor;
    length *= factor;
    lastOnset *= factor;
    notes.replaceAll(note -> note.times(factor));
    texts.replaceAll(
        text -> new Text(text.onset() * factor, text.kind(), text.text(), text.verse()));
    chords = WrittenMeasure.scaled(chords, factor);
    tempos = WrittenMeasure.scaled(tempos, factor);
    keys = WrittenMeasure.scaled(keys, factor);
  }

  private Signature key() throws BadFileException {
    int fifths = Integer.MAX_VALUE;
    String mode = "";
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("fifths")) {
        fifths = xml.whole(-100, 100);
      } else if (xml.name().equals("mode")) {
        mode = xml.text();
      }
    }
    return new Signature(fifths, mode);
  }

  /** The key of a transposing instrument as it sounds: a semitone is seven fifths. */
  private Signature sounding(Signature key) {
    int turn = Math.floorMod(7 * part.transposition(1) + 5, 12) - 5;
    int fifths = key.fifths() + turn;
    return new Signature(fifths > 7 ? fifths - 12 : fifths < -7 ? fifths + 12 : fifths, key.mode());
  }

  private void time() throws BadFileException {
    List<Integer> beats = new ArrayList<>();
    List<Integer> types = new ArrayList<>();
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("beats")) {
        beats.add(beats());
      } else if (xml.name().equals("beat-type")) {
        types.add(xml.whole(1, 128));
      }
    }
    if (beats.size() != types.size()) {
      throw xml.bad("each number of beats must have its beat-type");
    }
    int finest = types.stream().mapToInt(Integer::intValue).max().orElse(1);
    int sum = IntStream.range(0, beats.size()).map(i -> beats.get(i) * finest / types.get(i)).sum();
    if (sum > 0) {
      try {
        signs.metre = new TimeSignature(0, sum, finest);
      } catch (IllegalArgumentException impossible) {
        throw xml.bad(String.valueOf(impossible.getMessage()));
      }
    }
  }

  /** A number of beats, or several with plus signs between. */
  private int beats() throws BadFileException {
    String text = xml.text();
    if (!text.matches("\\s*\\d{1,3}(\\s*\\+\\s*\\d{1,3}){0,20}\\s*")) {
      throw xml.bad("beats must be such as 3 or 3+2", text);
    }
    int sum = 0;
    for (String each : text.split("\\+", -1)) {
      sum += Integer.parseInt(each.strip());
    }
    return sum;
  }

  private void transpose() throws BadFileException {
    String staff = xml.attribute("number");
    int semitones = 0;
    int parent = xml.depth();
    while (xml.next(parent)) {
      if (xml.name().equals("chromatic")) {
        semitones += (int) Math.rint(Math.max(-127, Math.min(127, xml.number())));
      } else if (xml.name().equals("octave-change")) {
        semitones += 12 * xml.whole(-10, 10);
      }
    }
    if (staff.isEmpty()) {
      part.transpositions.clear();
    }
    part.transpositions.put(staff.matches("\\d{1,3}") ? Integer.parseInt(staff) : 0, semitones);
  }

  private void heard(DirectionElement.Tempo tempo) {
    if (tempo.quartersPerMinute() > 0) {
      long offset = part.divisions == 0 ? 0 : Math.round(tempo.offset() * scale / part.divisions);
      tempos.add(new Change<>(Math.max(0, place + offset), tempo.quartersPerMinute()));
    }
  }

  private void harmony() throws BadFileException {
    HarmonySymbol symbol = HarmonySymbol.read(xml);
    if (!symbol.name().isEmpty()) {
      long offset = part.divisions == 0 ? 0 : Math.round(symbol.offset() * scale / part.divisions);
      chords.add(new Change<>(Math.max(0, place + offset), symbol.name()));
    }
  }

  private void barLine() throws BadFileException {
    int parent = xml.depth();
    while (xml.next(parent)) {
      switch (xml.name()) {
        case "repeat" -> repeat(xml.attribute("direction"), xml.attribute("times"));
        case "ending" -> ending(xml.attribute("number"), xml.attribute("type"));
        case "segno" -> signs.segno = true;
        case "coda" -> signs.coda = true;
        default -> {}
      }
    }
  }

  private void repeat(String direction, String times) throws BadFileException {
    if (direction.equals("forward")) {
      signs.repeatStart = true;
    } else if (direction.equals("backward")) {
      if (!times.matches("\\d{0,9}")) {
        throw xml.bad("times must be a number", times);
      }
      int passes = times.isEmpty() ? 2 : Integer.parseInt(times);
      if (passes > MOST_PASSES) {
        throw xml.bad("a repeat must be played at most %d times".formatted(MOST_PASSES), times);
      }
      signs.passes = Math.max(1, passes);
    } else {
      throw xml.bad("direction must be forward or backward", direction);
    }
  }

  private void ending(String numbers, String type) throws BadFileException {
    if (!type.equals("start")) {
      signs.endingStops = true;
      return;
    }
    for (String number : numbers.split("[^0-9]+", -1)) {
      if (number.length() > 2) {
        throw xml.bad("numbers of endings must be at most 99", numbers);
      }
      if (!number.isEmpty()) {
        signs.endings.add(Integer.parseInt(number));
      }
    }
  }
}
