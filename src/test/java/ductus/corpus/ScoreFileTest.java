package ductus.corpus;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.midi.MidiWriter;
import ductus.music.musicxml.MusicXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreFileTest {
  private static final String TUNE = "X:1\nT:%s\nM:4/4\nL:1/4\nK:C\n%s4 |]\n\n";

  private final Path folder;

  ScoreFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void opensATuneOfABookByItsNumber() throws Exception {
    Path book = book("book.abc");
    assertEquals(60, firstPitch(folder.resolve("book.abc#1")));
    assertEquals(62, firstPitch(folder.resolve("book.abc#2")));
    assertTrue(ScoreFile.KIND.matches(folder.resolve("book.abc#2")));
    assertFalse(ScoreFile.KIND.matches(folder.resolve("book.abc#two")));
    assertBadFile(
        "it has 2 tunes: name one of them, such as book.abc#2", () -> ScoreFile.read(book));
    assertBadFile(
        "the tune must be 1 to 2 but was 3", () -> ScoreFile.read(folder.resolve("book.abc#3")));
    assertThrows(NoSuchFileException.class, () -> ScoreFile.read(folder.resolve("missing.abc#1")));
  }

  @Test
  void aFileOfSuchANameIsThatFile() throws Exception {
    Files.writeString(folder.resolve("x.abc#2"), TUNE.formatted("E", "E"));
    assertEquals(64, firstPitch(folder.resolve("x.abc#2")));
  }

  @Test
  void xmlIsAScoreIfItBeginsAsOne() throws Exception {
    Path source = Files.writeString(folder.resolve("tune.abc"), TUNE.formatted("E", "E"));
    byte[] sheet = MusicXml.file(ScoreFile.read(source), "x");
    Path score = Files.write(folder.resolve("sheet.xml"), sheet);
    Path ink =
        Files.writeString(
            folder.resolve("ink.XML"), "<?xml version=\"1.0\"?>\n<WhiteboardCaptureSession/>");
    assertTrue(ScoreFile.KIND.matches(score));
    assertFalse(ScoreFile.KIND.matches(ink));
    assertFalse(ScoreFile.KIND.matches(folder.resolve("missing.xml")));
    assertEquals(64, firstPitch(score));
    assertBadFile(
        "line 2, element WhiteboardCaptureSession: not a MusicXML score: the outermost element"
            + " must be score-partwise",
        () -> ScoreFile.read(ink));
    assertEquals(List.of(score, source), FolderFiles.find(folder, ScoreFile.KIND).files());
  }

  @Test
  void ofFilesOfOneNameTheFirstKindCounts() throws Exception {
    Path abc = Files.writeString(folder.resolve("tune.abc"), TUNE.formatted("E", "E"));
    Path sheet = folder.resolve("tune.musicxml");
    Files.write(sheet, MusicXml.file(ScoreFile.read(abc), "x"));
    Path midi = folder.resolve("tune.mid");
    Files.write(midi, MidiWriter.write(ScoreFile.read(abc)));
    assertEquals(List.of(midi), FolderFiles.find(folder, ScoreFile.KIND).files());
    assertEquals(List.of(abc), FolderFiles.find(folder, ScoreFile.BUT_MIDI).files());
    assertEquals(List.of(midi), FolderFiles.find(folder, ScoreFile.BUT_ABC).files());
    Files.delete(midi);
    assertEquals(List.of(sheet), FolderFiles.find(folder, ScoreFile.BUT_ABC).files());
    assertEquals(List.of(abc), FolderFiles.find(folder, ScoreFile.BUT_MUSICXML).files());
  }

  @Test
  void aFolderHasEveryTuneOnce() throws Exception {
    Path book = book("book.abc");
    Path single = Files.writeString(folder.resolve("single.ABC"), TUNE.formatted("E", "E"));
    Path source = Files.writeString(folder.resolve("source.abc"), TUNE.formatted("F", "F"));
    Path midi = folder.resolve("source.mid");
    Files.write(midi, MidiWriter.write(ScoreFile.read(source)));
    List<Path> files = FolderFiles.find(folder, ScoreFile.KIND).files();
    assertEquals(
        List.of(folder.resolve("book.abc#1"), folder.resolve("book.abc#2"), single, midi), files);
    Corpus<Score> corpus = Corpus.read(folder, ScoreFile.KIND, 2, ReadingListener.NONE);
    assertEquals(4, corpus.pieces().size());
    assertEquals(2, FolderFiles.find(book, ScoreFile.KIND).files().size());
  }

  private Path book(String name) throws IOException {
    return Files.writeString(
        folder.resolve(name), TUNE.formatted("One", "C") + TUNE.formatted("Two", "D"));
  }

  private static int firstPitch(Path file) throws BadFileException, IOException {
    return ScoreFile.read(file).notes().get(0).pitch();
  }
}
