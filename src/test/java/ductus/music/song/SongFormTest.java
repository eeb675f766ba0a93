package ductus.music.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.song.SongSection.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SongFormTest {
  @Test
  void findsVerseAndChorusThatReturn() {
    assertEquals("N8 N8 S8<2 N8 S8<3", words(song(0, 1, 0, 2, 1)));
    assertEquals("N16 S16<1", words(song(0, 1, 0, 1)));
  }

  @Test
  void findsALastChorusThatIsMovedUp() {
    List<SongSection> sections = SongForm.of(song(0, 1, 0, 1 + 2 * MOVED)).sections();
    SongSection last = sections.get(sections.size() - 1);
    assertEquals(Relation.SAME, last.relation());
    assertEquals(2, last.key());
    assertEquals(0, sections.get(0).key());
  }

  @Test
  void whatReturnsInPartBeginsASection() {
    Song whole = song(0, 1);
    Song tail = SongParts.part(whole, 12, 16);
    List<SongSection> sections = SongForm.of(joined(whole, tail)).sections();
    assertEquals("N12 N4 S4<1", words(sections));
  }

  @Test
  void coversEveryBarOfAnySong() {
    for (int seed = 0; seed < 300; seed++) {
      Song song = RandomSongs.draw(new SplittableRandom(seed));
      List<SongSection> sections = SongForm.of(song).sections();
      int end = 0;
      for (int i = 0; i < sections.size(); i++) {
        SongSection each = sections.get(i);
        assertEquals(end, each.first(), "seed " + seed);
        end = each.end();
        if (each.back() > 0) {
          int from = sections.get(i - each.back()).first();
          assertTrue(from + each.bars() <= each.first(), "seed " + seed);
        }
      }
      assertEquals(song.bars().size(), end, "seed " + seed);
    }
  }

  @Test
  void refusesSectionsWithGaps() {
    SongSection first = new SongSection(0, 4, Relation.NEW, 0, 0);
    SongSection later = new SongSection(5, 4, Relation.NEW, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> new SongForm(List.of(first, later)));
    assertThrows(IllegalArgumentException.class, () -> new SongSection(0, 4, Relation.SAME, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new SongSection(0, 17, Relation.NEW, 0, 0));
  }

  private static final int MOVED = 100;

  /** Sections of eight bars by their numbers, each in its own tune; 100 a semitone up. */
  static Song song(int... sections) {
    Song song = section(sections[0] % MOVED).transpose(sections[0] / MOVED);
    for (int i = 1; i < sections.length; i++) {
      song = joined(song, section(sections[i] % MOVED).transpose(sections[i] / MOVED));
    }
    return song;
  }

  private static Song section(int number) {
    SplittableRandom random = new SplittableRandom(number);
    List<MelodyNote> notes = new ArrayList<>();
    List<ChordChange> chords = new ArrayList<>();
    for (int bar = 0; bar < 8; bar++) {
      for (int at = 0; at < 16; at += 2 + 2 * random.nextInt(2)) {
        notes.add(new MelodyNote(16 * bar + at, 2, 60 + random.nextInt(13)));
      }
      chords.add(
          new ChordChange(
              16 * bar, ChordSymbol.parse(List.of("C", "F", "G", "Am").get(random.nextInt(4)))));
    }
    Melody melody =
        new Melody(4, 128, List.of(new TimeSignature(0, 4, 4)), new Key(0, Mode.MAJOR), 100, notes);
    return new Song(new Leadsheet(melody, chords), List.of());
  }

  private static Song joined(Song first, Song second) {
    List<MelodyNote> notes = new ArrayList<>(first.leadsheet().melody().notes());
    List<ChordChange> chords = new ArrayList<>(first.leadsheet().chords());
    for (MelodyNote note : second.leadsheet().melody().notes()) {
      notes.add(new MelodyNote(note.onset() + first.steps(), note.length(), note.pitch()));
    }
    for (ChordChange change : second.leadsheet().chords()) {
      chords.add(new ChordChange(change.step() + first.steps(), change.chord()));
    }
    Melody melody = first.leadsheet().melody();
    return new Song(
        new Leadsheet(
            new Melody(
                4,
                first.steps() + second.steps(),
                melody.timeSignatures(),
                melody.key(),
                100,
                notes),
            chords),
        List.of());
  }

  private static String words(Song song) {
    return words(SongForm.of(song).sections());
  }

  private static String words(List<SongSection> sections) {
    return sections.stream()
        .map(
            each ->
                each.relation().name().charAt(0)
                    + ""
                    + each.bars()
                    + (each.back() > 0 ? "<" + each.back() : ""))
        .collect(Collectors.joining(" "));
  }
}
