package ductus.ink.read;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmniglotReaderTest {
  private static final String DRAWING = "START\n44,-18,0\n44.5,-19,200\nBREAK\n1,-2,300\nBREAK\n";

  @TempDir Path folder = Path.of("");

  private void write(String path, String content) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void readsStrokesWithTheirTimes() throws Exception {
    write("0700_03.txt", DRAWING);
    List<Stroke> strokes = OmniglotReader.read(folder.resolve("0700_03.txt"));
    assertEquals(2, strokes.size());
    assertEquals(0.2, strokes.get(0).last().seconds());
    assertEquals(-19, strokes.get(0).last().y());
  }

  @Test
  void lettersAreNamedByTheirFoldersAndDrawersByTheirFiles() throws Exception {
    write("character01/0683_07.txt", DRAWING);
    write("character26/0708_07.txt", DRAWING);
    write("character26/notes.txt", "no drawing");
    write("character27/0709_07.txt", DRAWING);
    List<Handwriting> letters = OmniglotReader.readFolder(folder);
    assertEquals(
        List.of("a 07", "z 07"),
        letters.stream()
            .map(letter -> letter.text().orElseThrow() + " " + letter.writer().orElseThrow())
            .toList());
  }

  @Test
  void refusesWhatIsBroken() throws Exception {
    assertReason("", "a drawing must have a stroke but has none");
    assertReason("START\nBREAK\n", "a drawing must have a stroke but has none");
    assertReason("START\n1,2\n", "line 2: a point must be x,y,milliseconds but was 1,2");
    assertReason("START\n1,b,3\n", "line 2: a point must be x,y,milliseconds but was 1,b,3");
    assertReason(
        "START\n1,Infinity,3\n", "line 2: coordinates must be at most 1e7 but were 1,Infinity,3");
    assertBadFile(
        "must have folders character01 to character26 but has none",
        () -> OmniglotReader.readFolder(folder));
  }

  private void assertReason(String content, String reason) throws Exception {
    write("bad.txt", content);
    assertBadFile(reason, () -> OmniglotReader.read(folder.resolve("bad.txt")));
  }
}
