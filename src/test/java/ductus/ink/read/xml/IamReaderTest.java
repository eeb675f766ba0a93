package ductus.ink.read.xml;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IamReaderTest {
  private static final String FORM = "a01/a01-000/";
  private static final Path SET = InkSamples.path("iam");

  private final Path folder;

  IamReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsALineWithItsTextAndWriter() throws Exception {
    Handwriting line = read(SET.resolve("lineStrokes/" + FORM + "a01-000u-02.xml"));
    assertEquals("10,-90 12,-80 14,0 | 20,-70", InkSamples.points(line));
    assertEquals(List.of(0L, 10L, 20L, 2000L), InkSamples.milliseconds(line));
    assertEquals(Optional.of("over three"), line.text());
    assertEquals(Optional.of("10042"), line.writer());
  }

  @Test
  void readsAFormWithAllItsText() throws Exception {
    Handwriting form = read(SET.resolve("original/" + FORM + "strokesu.xml"));
    assertEquals(Optional.of("What was written\nover three\nlines."), form.text());
    assertEquals(Optional.of("10042"), form.writer());
  }

  @Test
  void findsTheTextWhereTheArchivesUnpack() throws Exception {
    Path line = copy("lineStrokes", "lineStrokes-all/lineStrokes", "a01-000u-02.xml");
    assertEquals(Optional.empty(), read(line).text());
    copy("ascii", "ascii-all/ascii", "a01-000u.txt");
    assertEquals(Optional.of("over three"), read(line).text());
    copy("original", "original-xml-all/original", "strokesu.xml");
    assertEquals(Optional.of("10042"), read(line).writer());
  }

  @Test
  void findsTheTextBesideTheLine() throws Exception {
    Path line = copy("lineStrokes", "flat", "a01-000u-02.xml");
    Path text = line.resolveSibling("a01-000u.txt");
    Files.copy(SET.resolve("ascii/" + FORM + "a01-000u.txt"), text);
    assertEquals(Optional.of("over three"), read(line).text());
  }

  @Test
  void refusesALineThatItsTranscriptionLacks() throws Exception {
    Path line = copy("lineStrokes", "flat", "a01-000u-02.xml");
    Path text = Files.writeString(line.resolveSibling("a01-000u.txt"), "CSR:\n\nOnly one\n");
    assertBadFile(
        "its transcription must have line 2 after CSR: but " + text + " has 1", () -> read(line));
    Files.writeString(text, "no heading\n");
    assertThrows(BadFileException.class, () -> read(line));
  }

  @Test
  void saysWhichPointIsBroken() throws Exception {
    Path file = folder.resolve("a.xml");
    Files.writeString(
        file,
        "<WhiteboardCaptureSession><StrokeSet><Stroke>\n<Point x='1' y='2'/>\n<Point x='1'/>\n"
            + "</Stroke></StrokeSet></WhiteboardCaptureSession>");
    BadFileException bad = assertThrows(BadFileException.class, () -> read(file));
    assertEquals("line 3, column 15: Point must have y but has not", bad.reason());
    Files.writeString(file, Files.readString(file).replace("x='1'/>", "x='one' y='1'/>"));
    bad = assertThrows(BadFileException.class, () -> read(file));
    assertTrue(bad.reason().endsWith("x must be a number but was 'one'"), bad.reason());
  }

  private static Handwriting read(Path path) throws BadFileException, IOException {
    List<Handwriting> pieces = InkFile.read(path).pieces();
    assertEquals(1, pieces.size());
    return pieces.get(0);
  }

  private Path copy(String from, String to, String name) throws IOException {
    Path copy = folder.resolve(to).resolve(FORM).resolve(name);
    Files.createDirectories(copy.getParent());
    return Files.copy(SET.resolve(from).resolve(FORM).resolve(name), copy);
  }
}
