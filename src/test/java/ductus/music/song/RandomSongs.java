package ductus.music.song;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordQuality;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.song.PianoStroke.PianoKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Random songs of sections that return as they were, moved, or not at all. */
public final class RandomSongs {
  private static final List<TimeSignature> METRES =
      List.of(
          new TimeSignature(0, 4, 4),
          new TimeSignature(0, 3, 4),
          new TimeSignature(0, 2, 4),
          new TimeSignature(0, 6, 8),
          new TimeSignature(0, 1, 8));
  private static final List<Double> TEMPOS = List.of(60.0, 76.0, 100.0, 126.0);
  private static final List<ChordQuality> QUALITIES = List.of(ChordQuality.values());

  private final RandomGenerator random;
  private final List<TimeSignature> metres = new ArrayList<>();
  private final List<MelodyNote> notes = new ArrayList<>();
  private final List<ChordChange> chords = new ArrayList<>();
  private final List<PianoStroke> piano = new ArrayList<>();
  private int steps;

  private RandomSongs(RandomGenerator random) {
    this.random = random;
  }

  /** Draws a song of 1 to 40 bars. */
  public static Song draw(RandomGenerator random) {
    return new RandomSongs(random).song();
  }

  private Song song() {
    List<Song> sections = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Song section =
          sections.isEmpty() || random.nextBoolean()
              ? section()
              : sections.get(random.nextInt(sections.size())).transpose(random.nextInt(3));
      sections.add(section);
      append(section);
    }
    Key key =
        new Key(
            random.nextInt(12), List.of(Mode.values()).get(random.nextInt(Mode.values().length)));
    double tempo = TEMPOS.get(random.nextInt(TEMPOS.size()));
    return song(steps, metres, key, tempo, notes, chords, piano);
  }

  private void append(Song section) {
    for (TimeSignature metre : section.leadsheet().melody().timeSignatures()) {
      metres.add(new TimeSignature(metre.tick() + steps, metre.numerator(), metre.denominator()));
    }
    for (MelodyNote note : section.leadsheet().melody().notes()) {
      notes.add(new MelodyNote(note.onset() + steps, note.length(), note.pitch()));
    }
    for (ChordChange change : section.leadsheet().chords()) {
      chords.add(new ChordChange(change.step() + steps, change.chord()));
    }
    for (PianoStroke stroke : section.piano()) {
      piano.add(new PianoStroke(stroke.step() + steps, stroke.level(), stroke.keys()));
    }
    steps += section.steps();
  }

  /** One to eight bars of one metre. */
  private Song section() {
    TimeSignature metre = METRES.get(random.nextInt(3) == 0 ? random.nextInt(METRES.size()) : 0);
    int length = metre.stepsPerBar(4) * (1 + random.nextInt(8));
    List<MelodyNote> tune = new ArrayList<>();
    for (int at = random.nextInt(8); at < length; ) {
      int end = Math.min(length, at + 1 + random.nextInt(8));
      tune.add(new MelodyNote(at, end - at, 55 + random.nextInt(25)));
      at = end + (random.nextBoolean() ? 0 : random.nextInt(6));
    }
    List<ChordChange> changes = new ArrayList<>();
    for (int at = random.nextInt(3); at < length; at += 1 + random.nextInt(12)) {
      changes.add(new ChordChange(at, chord()));
    }
    List<PianoStroke> strokes = new ArrayList<>();
    for (int at = random.nextInt(3); at < length; at += 1 + random.nextInt(5)) {
      TreeSet<Integer> pitches = new TreeSet<>();
      for (int n = random.nextInt(5); n >= 0; n--) {
        pitches.add(21 + random.nextInt(86));
      }
      strokes.add(
          new PianoStroke(
              at,
              1 + random.nextInt(PianoStroke.LEVELS),
              pitches.stream().map(pitch -> new PianoKey(pitch, hold())).toList()));
    }
    return song(length, List.of(metre), new Key(0, Mode.MAJOR), 100, tune, changes, strokes);
  }

  private Hold hold() {
    return List.of(Hold.values()).get(random.nextInt(Hold.values().length));
  }

  private ChordSymbol chord() {
    ChordQuality quality = QUALITIES.get(random.nextInt(QUALITIES.size()));
    if (quality == ChordQuality.NONE) {
      return ChordSymbol.NONE;
    }
    int root = random.nextInt(12);
    return new ChordSymbol(root, quality, random.nextInt(3) == 0 ? random.nextInt(12) : root);
  }

  private static Song song(
      int steps,
      List<TimeSignature> metres,
      Key key,
      double tempo,
      List<MelodyNote> notes,
      List<ChordChange> chords,
      List<PianoStroke> piano) {
    return new Song(new Leadsheet(new Melody(4, steps, metres, key, tempo, notes), chords), piano);
  }
}
