package ductus.corpus.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.ReadingListener;
import ductus.ink.Box;
import ductus.ink.PenPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFolderTest {
  private final Path folder;
  private final UnipenLines unipen;

  LineFolderTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    unipen = new UnipenLines("print");
  }

  /** The strokes of a line as UNIPEN has them. */
  private String ink(String text, double down) {
    return unipen.ink(text, down);
  }

  private void put(String name, String content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private LineFolder read() throws Exception {
    return LineFolder.read(List.of(folder), 1, ReadingListener.NONE);
  }

  private static String segment(String text) {
    return ".SEGMENT TEXT ? OK \"" + text + "\"\n";
  }

  @Test
  void readsLinesWithTheirWritersAndNotWhatTheyInclude() throws Exception {
    put(
        "include/x/a.dat",
        ".WRITER_ID anna\n.SEGMENT TEXT ? OK \"seen \\\"so\\\"\"\n" + ink("seen \"so\"", 0));
    put("data/8/x/a.dat", ".INCLUDE x/a.dat\n");
    put("data/8/x/b.dat", segment("old  ways ") + ink("old ways", 0));
    LineFolder lines = read();
    assertEquals(List.of(), lines.leftOut());
    assertEquals(
        List.of("seen \"so\"", "old ways"), lines.lines().stream().map(CorpusLine::text).toList());
    assertEquals(Set.of("anna", "x"), lines.writers());
  }

  @Test
  void joinsRowsToOneLine() throws Exception {
    put("a.dat", segment("many words in two rows") + ink("many words", 0) + ink("in two rows", 4));
    CorpusLine line = read().lines().get(0);
    List<PenPoint> points = new ArrayList<>();
    line.ink().strokes().forEach(stroke -> points.addAll(stroke.points()));
    Box box = Box.around(points).orElseThrow();
    assertTrue(box.height() < 3, box.toString());
    assertTrue(box.width() > 12, box.toString());
  }

  @Test
  void passesOverWhatIsNoLineOfItsTextAndSaysWhy() throws Exception {
    put("a.dat", segment("a") + ink("a", 0));
    put("b.dat", segment("a text much longer than the ink that is there") + ink("or", 0));
    put("c.dat", segment("blank") + ".PEN_DOWN\n0 0\n.PEN_UP\n");
    put("d.dat", ink("no text", 0));
    put("e.dat", segment("this is one") + ink("this is one", 0));
    LineFolder lines = read();
    assertEquals(List.of("this is one"), lines.lines().stream().map(CorpusLine::text).toList());
    assertEquals(
        "{of a single character=1, whose ink does not fit their text=1, whose ink was left blank=1,"
            + " without a text=1}",
        lines.passedOver().toString());
  }

  @Test
  void namesAFileThatCannotBeRead() throws Exception {
    put("data/8/a.dat", segment("fine so") + ink("fine so", 0));
    put("data/8/b.dat", ".INCLUDE gone.dat\n" + segment("gone"));
    LineFolder lines = read();
    assertEquals(1, lines.lines().size());
    assertEquals(1, lines.leftOut().size());
    assertTrue(lines.leftOut().get(0).reason().contains("includes 'gone.dat'"));
  }

  private static Set<String> writers(List<CorpusLine> lines) {
    Set<String> writers = new TreeSet<>();
    lines.forEach(line -> writers.add(line.writer()));
    return writers;
  }

  @Test
  void holdsOutAFifthOfTheWritersWhoeverElseThereIs() throws Exception {
    for (int i = 0; i < 200; i++) {
      put(i + ".dat", ".WRITER_ID w" + i + "\n" + segment("it is") + ink("it is", 0));
    }
    LineFolder all = read();
    LineFolder.Parts parts = all.split(1, List.of());
    Set<String> heldOut = writers(parts.heldOut());
    assertTrue(heldOut.size() > 20 && heldOut.size() < 60, heldOut.toString());
    assertEquals(200, parts.learned().size() + parts.heldOut().size());
    assertNotEquals(heldOut, writers(all.split(2, List.of()).heldOut()));
    LineFolder half = new LineFolder(all.lines().subList(0, 100), all.passedOver(), all.leftOut());
    Set<String> expected = new TreeSet<>(heldOut);
    expected.retainAll(half.writers());
    assertEquals(expected, writers(half.split(1, List.of()).heldOut()));
    assertFalse(expected.isEmpty());
    Set<String> also = new TreeSet<>(heldOut);
    also.add("w3");
    assertEquals(also, writers(all.split(1, List.of("w3", "nobody")).heldOut()));
  }

  @Test
  void holdsOutLinesWhereOnePersonWroteAll() throws Exception {
    for (int i = 0; i < 40; i++) {
      put(i + ".dat", ".WRITER_ID w\n" + segment("it is " + i) + ink("it is " + i, 0));
    }
    LineFolder.Parts parts = read().split(1, List.of());
    assertTrue(parts.heldOut().size() > 2 && parts.heldOut().size() < 16, "" + parts.heldOut());
    assertEquals(40, parts.learned().size() + parts.heldOut().size());
  }

  @Test
  void theSameTopFileWithOtherInkIsOtherInk() throws Exception {
    put("w1/ink.dat", ".WRITER_ID one\n" + ink("it is", 0));
    put("w2/ink.dat", ".WRITER_ID two\n" + ink("it was", 0));
    for (String writer : List.of("w1", "w2")) {
      put(writer + "/page.dat", ".INCLUDE ink.dat\n.SEGMENT TEXT 0-4 ? \"it is\"\n");
    }
    assertEquals(Set.of("one", "two"), read().writers());
  }

  @Test
  void whatALineSaysHasNoPartInItsPreparation() throws Exception {
    put("a/a.dat", segment("MILK") + ink("MILK", 0));
    put("b/b.dat", segment("milk") + ink("MILK", 0));
    List<CorpusLine> lines = read().lines();
    assertEquals(lines.get(0).ink().strokes(), lines.get(1).ink().strokes());
  }

  @Test
  void otherTextOrInkOtherDigest() throws Exception {
    put("a.dat", segment("it is") + ink("it is", 0));
    String digest = LineFolder.digest(read().lines());
    put("a.dat", segment("it so") + ink("it is", 0));
    assertNotEquals(digest, LineFolder.digest(read().lines()));
    put("a.dat", segment("it is") + ink("it is", 0).replace("\n1", "\n2"));
    assertNotEquals(digest, LineFolder.digest(read().lines()));
  }
}
