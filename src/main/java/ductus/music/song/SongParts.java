package ductus.music.song;

import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.song.PianoStroke.PianoKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Cuts songs at bar lines. */
public final class SongParts {
  /** Most bars of a part that is learned as one. */
  public static final int MOST_BARS = 128;

  private SongParts() {}

  /** A song in parts of not more bars than can be learned as one, cut where sections begin. */
  public static List<Song> cut(Song song) {
    int bars = song.bars().size();
    if (bars <= MOST_BARS) {
      return List.of(song);
    }
    int parts = (bars + MOST_BARS - 1) / MOST_BARS;
    SongForm form = SongForm.of(song);
    List<Song> cut = new ArrayList<>(parts);
    int from = 0;
    for (int i = 1; i <= parts; i++) {
      int wanted = Math.min(bars * i / parts, from + MOST_BARS);
      // What is left must not be more than the parts that are left can have.
      int least = Math.max(from + 1, bars - (parts - i) * MOST_BARS);
      int to = wanted;
      for (SongSection section : form.sections()) {
        if (i < parts && section.first() >= least && section.first() <= wanted) {
          to = section.first();
        }
      }
      cut.add(part(song, from, to));
      from = to;
    }
    return cut;
  }

  /**
   * The bars of a song from one to before another, as a song of their own; a note of the tune that
   * is held over an end is cut there.
   *
   * @param from first bar, from 0
   * @param to bar behind the last one, above {@code from}
   */
  public static Song part(Song song, int from, int to) {
    List<Bar> bars = song.bars();
    int start = (int) bars.get(from).start();
    int end = (int) bars.get(to - 1).end();
    Melody melody = song.leadsheet().melody();
    List<MelodyNote> notes = new ArrayList<>();
    for (MelodyNote note : melody.notes()) {
      int onset = Math.max(note.onset(), start);
      int stop = Math.min(note.end(), end);
      if (note.onset() >= start && onset < stop) {
        notes.add(new MelodyNote(onset - start, stop - onset, note.pitch()));
      }
    }
    List<TimeSignature> metres = new ArrayList<>();
    for (Bar bar : bars.subList(from, to)) {
      metres.add(
          new TimeSignature(
              bar.start() - start, bar.metre().numerator(), bar.metre().denominator()));
    }
    List<ChordChange> chords = new ArrayList<>();
    ChordSymbol first = song.leadsheet().chordAt(start);
    if (!first.isNone()) {
      chords.add(new ChordChange(0, first));
    }
    for (ChordChange change : song.leadsheet().chords()) {
      if (change.step() > start && change.step() < end) {
        chords.add(new ChordChange(change.step() - start, change.chord()));
      }
    }
    return new Song(
        new Leadsheet(
            new Melody(
                melody.stepsPerQuarter(),
                end - start,
                metres,
                melody.key(),
                melody.quartersPerMinute(),
                notes),
            chords),
        song.piano().stream()
            .filter(stroke -> stroke.step() >= start && stroke.step() < end)
            .map(stroke -> new PianoStroke(stroke.step() - start, stroke.level(), stroke.keys()))
            .toList());
  }

  /** Collects keys from low to high, each once. */
  static Collector<PianoKey, ?, List<PianoKey>> ascending() {
    return Collectors.collectingAndThen(
        Collectors.toMap(PianoKey::pitch, key -> key, (a, b) -> a, TreeMap::new),
        keys -> keys.values().stream().sorted(Comparator.comparingInt(PianoKey::pitch)).toList());
  }
}
