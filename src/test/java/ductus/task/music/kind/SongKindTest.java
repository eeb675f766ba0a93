package ductus.task.music.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.generate.Constraint;
import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.encoding.song.GivenSongConstraint;
import ductus.music.encoding.song.SongHeaderConstraint;
import ductus.music.harmony.ChordChange;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.musicstring.ScoreMidi;
import ductus.music.song.PianoStroke;
import ductus.music.song.RandomSongs;
import ductus.music.song.Song;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongKindTest {
  private final SongKind kind = new SongKind();

  @Test
  void writesAScoreInWhichItFindsTheSongAgain() {
    int found = 0;
    for (int seed = 0; seed < 60; seed++) {
      Song song = RandomSongs.draw(new SplittableRandom(seed));
      if (song.leadsheet().melody().notes().size() < 12 || song.piano().isEmpty()) {
        continue;
      }
      Score score = kind.score(song, 0);
      Song again = kind.find(score);
      assertEquals(song.leadsheet().melody().key(), again.leadsheet().melody().key());
      found += song.leadsheet().melody().notes().equals(again.leadsheet().melody().notes()) ? 1 : 0;
    }
    // rests of a sixteenth are filled up, and silent bars at the ends are left out
    assertTrue(found >= 3, found + " found");
  }

  @Test
  void learnsInTheCommonKeyAndComesBackToItsOwn() {
    Song song = song();
    Song common = kind.forms(song, Keys.COMMON).get(0);
    assertEquals(new Key(0, Mode.MAJOR), common.leadsheet().melody().key());
    MusicRequest.Opening opening =
        kind.opening(kind.score(song, 0), MusicRequest.Header.OPEN, Keys.COMMON);
    assertEquals(
        song.leadsheet().melody().key(),
        common.transpose(opening.shift()).leadsheet().melody().key());
    assertEquals(12, kind.forms(song, Keys.ALL).size());
    assertEquals(List.of(song), kind.forms(song, Keys.OWN));
  }

  @Test
  void everyFormCanBeEncodedHoweverHighTheTune() {
    Song song = song();
    for (int up = 0; up <= 15; up++) {
      for (Song form : kind.forms(song.withoutPiano().transpose(up), Keys.ALL)) {
        kind.encoding().tokens(form);
      }
    }
    Melody tune = song.leadsheet().melody();
    List<MelodyNote> wide =
        List.of(
            new MelodyNote(0, 1, 40),
            new MelodyNote(1, 1, 95),
            new MelodyNote(2, 1, 60),
            new MelodyNote(3, 1, 62));
    Melody tooWide = new Melody(4, 16, List.of(new TimeSignature(0, 4, 4)), tune.key(), 100, wide);
    Score score = kind.score(new Song(new Leadsheet(tooWide, List.of()), List.of()), 0);
    assertThrows(IllegalArgumentException.class, () -> kind.find(score));
  }

  @Test
  void cutsALongSongIntoPartsOfAllItsBars() {
    Song song = song();
    while (song.bars().size() <= 128) {
      song = twice(song);
    }
    List<Song> parts = kind.forms(song, Keys.OWN);
    assertTrue(parts.size() > 1);
    assertEquals(song.bars().size(), parts.stream().mapToInt(part -> part.bars().size()).sum());
    assertEquals(song.piano().size(), parts.stream().mapToInt(part -> part.piano().size()).sum());
    assertTrue(parts.stream().allMatch(part -> part.bars().size() <= 128));
  }

  @Test
  void aTuneIsGivenToItsEndAndAnOpeningGoesOn() {
    Score score = kind.score(song(), 0);
    MusicRequest.Opening tune = kind.accompaniment(score, MusicRequest.Header.OPEN, Keys.COMMON);
    assertFalse(GivenSongConstraint.goesOn(tune.tokens()));
    MusicRequest.Opening opening = kind.opening(score, MusicRequest.Header.OPEN, Keys.COMMON);
    assertTrue(GivenSongConstraint.goesOn(opening.tokens()));
    assertEquals(1, kind.constraints(request(null).with(tune), Keys.COMMON).size());
    assertEquals(4, kind.constraints(request(null).with(opening), Keys.COMMON).size());
    assertThrows(
        IllegalArgumentException.class,
        () -> kind.constraints(request(20).with(tune), Keys.COMMON));
    assertThrows(
        IllegalArgumentException.class,
        () -> kind.constraints(request(1).with(opening), Keys.COMMON));
  }

  @Test
  void chordsDecideKeyAndLength() {
    MusicRequest request =
        request(null)
            .with(new MusicRequest.Guidance(0, 0, 0, false, List.of(), "D A Bm G", null, null));
    List<Constraint> constraints = kind.constraints(request, Keys.COMMON);
    SongHeaderConstraint header = (SongHeaderConstraint) constraints.get(0);
    assertEquals(16, header.fewest());
    assertEquals(16, header.most());
    Song drawn = kind.forms(song(), Keys.COMMON).get(0);
    assertEquals(
        new Key(2, Mode.MAJOR),
        kind.finish(drawn, request, Keys.COMMON, 0).leadsheet().melody().key());
  }

  @Test
  void figuresAreTheSameInAnyKey() {
    Song song = song();
    assertEquals(song.piano().size(), kind.figures(song).orElseThrow().length());
    assertTrue(kind.usualNovelty() > 0);
  }

  @Test
  void namesBeatsBesideAFileThatAreNone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.mid");
    Files.write(file, ScoreMidi.bytes(kind.score(song(), 0)));
    assertFalse(kind.readsBeside(file));
    kind.read(file);
    Files.writeString(folder.resolve("beat_midi.txt"), "no beats\n");
    assertTrue(kind.readsBeside(file));
    assertThrows(BadFileException.class, () -> kind.read(file));
  }

  private static MusicRequest request(@Nullable Integer bars) {
    MusicRequest open = MusicRequest.open(MusicRequest.DEFAULT_SAMPLING, 1);
    return open.with(new MusicRequest.Header(null, null, null, bars));
  }

  /** A song of some bars in E flat major. */
  private static Song song() {
    for (int seed = 0; ; seed++) {
      Song song = RandomSongs.draw(new SplittableRandom(seed));
      boolean full = song.leadsheet().melody().notes().size() > 20 && song.piano().size() > 20;
      if (song.leadsheet().melody().key().equals(new Key(3, Mode.MAJOR)) && full) {
        return song;
      }
    }
  }

  private static Song twice(Song song) {
    List<MelodyNote> notes = new ArrayList<>(song.leadsheet().melody().notes());
    List<ChordChange> chords = new ArrayList<>(song.leadsheet().chords());
    List<PianoStroke> piano = new ArrayList<>(song.piano());
    List<TimeSignature> metres = new ArrayList<>(song.leadsheet().melody().timeSignatures());
    int steps = song.steps();
    song.leadsheet().melody().notes().stream()
        .map(note -> new MelodyNote(note.onset() + steps, note.length(), note.pitch()))
        .forEach(notes::add);
    song.leadsheet().chords().stream()
        .map(change -> new ChordChange(change.step() + steps, change.chord()))
        .forEach(chords::add);
    song.piano().stream()
        .map(stroke -> new PianoStroke(stroke.step() + steps, stroke.level(), stroke.keys()))
        .forEach(piano::add);
    song.leadsheet().melody().timeSignatures().stream()
        .map(
            metre ->
                new TimeSignature(metre.tick() + steps, metre.numerator(), metre.denominator()))
        .forEach(metres::add);
    Key key = song.leadsheet().melody().key();
    return new Song(
        new Leadsheet(new Melody(4, 2 * steps, metres, key, 100, notes), chords), piano);
  }
}
