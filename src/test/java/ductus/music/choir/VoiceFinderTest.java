package ductus.music.choir;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.model.CursorCheck;
import ductus.music.Key;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.encoding.voices.VoicesEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class VoiceFinderTest {
  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  /** Two phrases of a pickup and three beats, the bass in eighths under the first fermata. */
  private static VoiceSetting setting() {
    List<SungPhrase> phrases =
        List.of(
            new SungPhrase(0, 16, COMMON_TIME, 12, true),
            new SungPhrase(16, 16, COMMON_TIME, 12, true));
    List<List<MelodyNote>> voices = new ArrayList<>();
    voices.add(line(67, 71, 74, 72, 67, 65, 62, 60));
    voices.add(line(64, 67, 67, 67, 60, 60, 59, 55));
    voices.add(line(55, 50, 59, 64, 55, 57, 55, 52));
    List<MelodyNote> bass = new ArrayList<>(line(48, 43, 43, 48, 52, 53, 43, 48));
    bass.set(3, new MelodyNote(12, 2, 48));
    bass.add(4, new MelodyNote(14, 2, 50));
    voices.add(bass);
    return new VoiceSetting(new Key(0, Mode.MAJOR), phrases, voices, 75);
  }

  private static List<MelodyNote> line(int... pitches) {
    List<MelodyNote> line = new ArrayList<>();
    for (int i = 0; i < pitches.length; i++) {
      line.add(new MelodyNote(4 * i, 4, pitches[i]));
    }
    return line;
  }

  @Test
  void aScoreHasAllOfASetting() {
    assertEquals(setting(), VoiceFinder.find(VoiceScore.of(setting(), 19)));
  }

  @Test
  void theBassAtTheFermataAndTheOthersWhenItEndsAreTheCadence() {
    CadenceFinder cadences = new CadenceFinder(setting());
    Cadence close = new Cadence(0, Cadence.Third.MAJOR, true);
    assertEquals(close, cadences.cadence(setting().phrases().get(0)));
    assertEquals(close, cadences.cadence(setting().phrases().get(1)));
    assertEquals(0, cadences.degree(setting().phrases().get(1)));
    for (int index = 0; index < Cadence.COUNT; index++) {
      assertEquals(index, Cadence.of(index).index());
    }
  }

  private static Score unnamed(Score score) {
    return new Score(
        score.ticksPerQuarter(),
        score.length(),
        score.notes().stream()
            .map(
                note ->
                    new Note(
                        note.onset(),
                        note.duration(),
                        note.pitch(),
                        note.velocity(),
                        3 - note.channel(),
                        1))
            .toList(),
        score.tempos(),
        score.timeSignatures(),
        score.keySignatures(),
        List.of(),
        List.of(),
        score.texts().stream().filter(text -> text.kind() == TextEvent.Kind.MARKER).toList());
  }

  @Test
  void channelsOfOneTrackAreVoicesByTheirHeight() {
    assertEquals(setting(), VoiceFinder.find(unnamed(VoiceScore.of(setting(), 0))));
  }

  @Test
  void whatIsNoFourVoicesIsRefused() {
    Score score = VoiceScore.of(setting(), 0);
    Score three =
        unnamed(score).withNotes(score.notes().stream().filter(n -> n.track() < 4).toList());
    assertRefusedNaming("there are 3 tracks with notes", () -> VoiceFinder.find(three));
    List<Note> chords = new ArrayList<>(score.notes());
    score.notes().stream()
        .filter(note -> note.track() == 2)
        .forEach(
            note ->
                chords.add(
                    new Note(
                        note.onset(), note.duration(), note.pitch() - 2, 64, note.channel(), 2)));
    assertRefusedNaming(
        "each voice must sing one note at a time", () -> VoiceFinder.find(score.withNotes(chords)));
    Score resting =
        score.withNotes(
            score.notes().stream()
                .filter(note -> note.track() > 1 || note.onset() > 3000)
                .toList());
    assertRefusedNaming("its soprano rests", () -> VoiceFinder.find(resting));
  }

  @Test
  void aLowVoiceAloneIsABass() {
    Score score = VoiceScore.of(setting(), 0);
    Score bass =
        unnamed(score).withNotes(score.notes().stream().filter(n -> n.track() == 4).toList());
    VoiceSetting given = VoiceFinder.given(bass);
    assertEquals(setting().voices().get(3), given.voices().get(3));
    assertTrue(given.voices().get(0).isEmpty());
  }

  @Test
  void theTuneOfOtherMusicIsASoprano() {
    Score score = VoiceScore.of(setting(), 0);
    List<Note> notes = new ArrayList<>();
    for (Note note : score.notes()) {
      // the three lower voices as one track of chords
      int track = note.track() == 1 ? 1 : 2;
      notes.add(new Note(note.onset(), note.duration(), note.pitch(), 64, track - 1, track));
    }
    Score sheet = unnamed(score).withNotes(notes);
    VoiceSetting given = VoiceFinder.given(sheet);
    assertEquals(setting().voices().get(0), given.voices().get(0));
    for (int voice = 1; voice < VoiceSetting.VOICES; voice++) {
      assertEquals(List.of(), given.voices().get(voice));
    }
    assertEquals("track 1, channel 1", VoiceFinder.tune(sheet).orElse(""));
    assertEquals(Optional.empty(), VoiceFinder.tune(score), "it is of voices");
    assertRefusedNaming("there are 2 tracks with notes", () -> VoiceFinder.find(sheet));
  }

  @Test
  void longNotesEndPhrasesWhereNoFermataDoes() {
    List<MelodyNote> soprano = new ArrayList<>();
    for (int p = 0; p < 8; p++) {
      for (int i = 0; i < 6; i++) {
        soprano.add(new MelodyNote(32 * p + 4 * i, 4, 60 + i));
      }
      soprano.add(new MelodyNote(32 * p + 24, 8, 67));
    }
    assertEquals(
        List.of(32, 64, 96, 128, 160, 192, 224, 256),
        List.copyOf(PhraseFinder.ends(soprano, PhraseFinder.held(soprano, List.of(), 256), 256)));
  }

  private static Path chorales() {
    String named = System.getProperty("ductus.data");
    Path here = named == null ? Path.of("").toAbsolutePath() : Path.of(named);
    Path found = here.resolve("music/bach-chorales");
    for (Path at = here; at != null && !Files.isDirectory(found); at = at.getParent()) {
      found = at.resolve("shared/data/music/bach-chorales");
    }
    return found;
  }

  @Test
  void someChoralesComeBackFromTheirTokens() throws IOException {
    choralesComeBack(4, 2);
  }

  @Tag("long")
  @Test
  @Timeout(300)
  void everyChoraleComesBackFromItsTokens() throws IOException {
    choralesComeBack(1, 4);
  }

  /** Those of each {@code step}-th file; some are not for four voices. */
  private static void choralesComeBack(int step, int notFourVoices) throws IOException {
    assumeTrue(
        Files.isDirectory(chorales()),
        "no shared/data/music/bach-chorales here or in a folder above (or set ductus.data)");
    VoicesEncoding encoding = new VoicesEncoding();
    List<Path> files;
    try (Stream<Path> all = Files.list(chorales())) {
      files = all.filter(ScoreFile.KIND::matches).sorted().toList();
    }
    int refused = 0;
    for (int i = 0; i < files.size(); i += step) {
      Path file = files.get(i);
      try {
        VoiceSetting setting = VoiceFinder.find(ScoreFile.read(file));
        assertEquals(
            setting.withTempo(0), encoding.decode(encoding.encode(setting)), file.toString());
        if (i / step % 10 == 0) {
          CursorCheck.assertGoesThrough(encoding, setting, file.toString());
        }
      } catch (IllegalArgumentException otherVoices) {
        refused++;
      } catch (BadFileException e) {
        throw new AssertionError(e);
      }
    }
    assertEquals(notFourVoices, refused, "of " + files.size());
  }
}
