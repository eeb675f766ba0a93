package ductus.ink.read.unipen;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnipenIncludesTest {
  private static final String INK = ".PEN_DOWN\n1 2\n3 4\n.PEN_UP\n.PEN_DOWN\n5 6\n.PEN_UP\n";

  private final Path collection;
  private final Path data;

  UnipenIncludesTest(@TempDir Path folder) throws Exception {
    collection = folder;
    data = Files.createDirectories(folder.resolve("data/8/abc")).resolve("line.dat");
  }

  private Path put(String name, String content) throws Exception {
    Path file = collection.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private List<Handwriting> read(String content) throws Exception {
    return InkFile.read(Files.writeString(data, content)).pieces();
  }

  @Test
  void takesInkFromBelowIncludeBesideData() throws Exception {
    put("include/abc/data/line.dat", ".WRITER_ID w1\n" + INK);
    List<Handwriting> pieces =
        read(".INCLUDE abc/data/line.dat\n.SEGMENT TEXT 0-1 OK \"so \\\"it\\\" is\"\n");
    assertEquals("1,2 3,4 | 5,6", InkSamples.points(pieces.get(0)));
    assertEquals(Optional.of("so \"it\" is"), pieces.get(0).text());
    assertEquals(Optional.of("w1"), pieces.get(0).writer());
  }

  @Test
  void includesSeveralDeepWhateverTheCaseOfNames() throws Exception {
    put("include/ABC/lines/Line.DAT", INK);
    put("include/abc.doc", ".COORD X Y\n.include abc/Lines/line.dat\n");
    List<Handwriting> pieces = read(".INCLUDE abc.doc\n.SEGMENT TEXT 1 ? \"i\"\n");
    assertEquals("5,6", InkSamples.points(pieces.get(0)));
  }

  @Test
  void countsComponentsThroughAllThatIsIncluded() throws Exception {
    put("include/a.dat", INK);
    put("include/b.dat", ".PEN_DOWN\n7 8\n.PEN_UP\n9 9\n.PEN_DOWN\n1 1\n");
    List<Handwriting> pieces =
        read(".INCLUDE a.dat\n.INCLUDE b.dat\n.SEGMENT TEXT 1-2,4 ? \"three\"\n");
    assertEquals("5,6 | 7,8 | 1,1", InkSamples.points(pieces.get(0)));
  }

  @Test
  void namesAnIncludedFileThatIsNotThere() {
    assertBadFileNaming(
        "line 2: includes 'abc/gone.dat', which is neither beside it",
        () -> read("\n.INCLUDE abc/gone.dat\n.SEGMENT TEXT 0 ? \"a\"\n"));
  }

  @Test
  void needsNoIncludedFileWhereTheInkIsItsOwn() throws Exception {
    List<Handwriting> pieces = read(".INCLUDE about.doc\n" + INK + ".SEGMENT TEXT 0 ? \"i\"\n");
    assertEquals("1,2 3,4", InkSamples.points(pieces.get(0)));
    assertBadFileNaming(
        "includes 'columns.doc'", () -> read(".INCLUDE columns.doc\n.PEN_DOWN\n1 2 30 4\n"));
  }

  @Test
  void refusesACircle() throws Exception {
    put("include/a.dat", ".INCLUDE b.dat\n");
    put("include/b.dat", "\n.INCLUDE a.dat\n");
    assertBadFileNaming(
        "line 2 of 'b.dat': includes 'a.dat', which includes it: a circle",
        () -> read(".INCLUDE a.dat\n"));
  }

  @Test
  void refusesADepthWithoutEnd() throws Exception {
    for (int i = 0; i < 20; i++) {
      put("include/" + i + ".dat", ".INCLUDE " + (i + 1) + ".dat\n");
    }
    assertBadFileNaming("at most 8 files deep", () -> read(".INCLUDE 0.dat\n"));
  }

  @Test
  void refusesToLeaveTheCollection() throws Exception {
    put("secret.dat", INK);
    for (String name : new String[] {"../secret.dat", "a/../../../secret.dat", "/etc/passwd"}) {
      assertBadFileNaming(
          ".INCLUDE must name a file below the collection's folder but names '" + name + "'",
          () -> read(".INCLUDE " + name + "\n"));
    }
  }

  @Test
  void saysOfWhichIncludedFileALineIsWrong() throws Exception {
    put("include/a.dat", ".PEN_DOWN\n1 2\n3 x\n");
    assertBadFileNaming("line 3 of 'a.dat': must have a number", () -> read(".INCLUDE a.dat\n"));
  }

  @Test
  void aSegmentBeyondTheInkIsRefused() throws Exception {
    put("include/a.dat", INK);
    assertBadFileNaming(
        "line 2: a segment must be of components 0 to 1 but was '1-7'",
        () -> read(".INCLUDE a.dat\n.SEGMENT TEXT 1-7 ? \"a\"\n"));
  }

  @Test
  void liftsThePenWhereItDoesNotPress() throws Exception {
    put("include/a.dat", ".COORD X Y P\n.PEN_DOWN\n1 1 5\n2 2 9\n3 3 0\n4 4 7\n");
    List<Handwriting> pieces = read(".INCLUDE a.dat\n.SEGMENT TEXT 0 ? \"ab\"\n");
    assertEquals("1,1 2,2 | 4,4", InkSamples.points(pieces.get(0)));
  }

  @Test
  void bringsBothAxesToOneUnit() throws Exception {
    put("include/a.dat", ".X_POINTS_PER_INCH 100\n.Y_POINTS_PER_INCH 200\n" + INK);
    List<Handwriting> pieces = read(".INCLUDE a.dat\n.SEGMENT TEXT 0 ? \"i\"\n");
    assertEquals("1,1 3,2", InkSamples.points(pieces.get(0)));
  }

  @Test
  void doesNotFollowALinkOutOfTheCollection() throws Exception {
    Path secret = Files.writeString(Files.createTempFile("secret", ".dat"), INK);
    try {
      put("include/a.dat", INK);
      Files.createSymbolicLink(collection.resolve("include/link.dat"), secret);
      assertBadFileNaming("includes 'link.dat'", () -> read(".INCLUDE link.dat\n"));
    } finally {
      Files.delete(secret);
    }
  }

  @Test
  void aNameMayHaveTwoDots() throws Exception {
    put("include/a..b.dat", INK);
    assertEquals(1, read(".INCLUDE a..b.dat\n.SEGMENT TEXT 0 ? \"i\"\n").size());
  }

  @Test
  void readsALabelOfManyCharacters() throws Exception {
    put("include/a.dat", INK);
    String label = "\\\"a".repeat(20_000);
    List<Handwriting> pieces = read(".INCLUDE a.dat\n.SEGMENT TEXT 0 ? \"" + label + "\"\n");
    assertEquals(40_000, pieces.get(0).text().orElseThrow().length());
  }

  @Test
  void segmentsMayNotMultiplyTheInk() throws Exception {
    put("include/a.dat", ".PEN_DOWN\n" + "1 2\n".repeat(10_000) + ".PEN_UP\n");
    String segments = ".SEGMENT TEXT 0 ? \"a\"\n".repeat(200);
    assertBadFileNaming("points but have more", () -> read(".INCLUDE a.dat\n" + segments));
  }

  @Test
  void keepsInkOfATabletWithoutPressure() throws Exception {
    put("include/a.dat", ".COORD X Y P\n.PEN_DOWN\n1 1 0\n2 2 0\n");
    List<Handwriting> pieces = read(".INCLUDE a.dat\n.SEGMENT TEXT 0 ? \"i\"\n");
    assertEquals("1,1 2,2", InkSamples.points(pieces.get(0)));
  }

  @Test
  void leavesOutWhatOthersIncludeUnlessThatIsAll() throws Exception {
    Path included = put("include/abc/a.dat", INK);
    assertEquals(List.of(data), UnipenIncludes.withoutIncluded(List.of(data, included)));
    assertEquals(List.of(included), UnipenIncludes.withoutIncluded(List.of(included)));
  }

  @Test
  void knowsWhatOthersInclude() throws Exception {
    assertTrue(UnipenIncludes.isIncluded(put("include/abc/a.dat", INK)));
    assertFalse(UnipenIncludes.isIncluded(data));
  }
}
