package ductus.corpus.hand;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.hand.Hand;
import ductus.ink.read.InkJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandFolderTest {
  private static final Path HANDS = Path.of("corpora/hands");
  private static final Path INK = Path.of("../shared/data/ink");

  private static List<String> names(HandFolder folder) {
    return folder.hands().stream().map(Hand::name).toList();
  }

  @Test
  void handFilesAreHands() throws Exception {
    HandFolder folder = HandFolder.read(HANDS);
    assertTrue(names(folder).containsAll(List.of("print", "italic", "round")));
    assertFalse(names(folder.without(List.of("print"))).contains("print"));
    assertTrue(folder.leftOut().isEmpty());
  }

  @Test
  void linesOfInkBesideHandsAreNoBrokenHands(@TempDir Path folder) throws Exception {
    Files.copy(HANDS.resolve("print.json"), folder.resolve("print.json"));
    Files.writeString(
        folder.resolve("lines.json"),
        InkJson.write(List.of(Handwriting.of(List.of(new Stroke(List.of(PenPoint.at(0, 0))))))));
    List<Integer> told = new ArrayList<>();
    HandFolder read = HandFolder.search(List.of(folder), (done, total) -> told.add(done));
    assertEquals(List.of("print"), names(read));
    assertEquals(List.of(), read.leftOut());
    assertEquals(List.of(0, 1, 2, 3), told);
  }

  @Test
  void aBrokenFileIsLeftOutAndNamed(@TempDir Path folder) throws Exception {
    Files.copy(HANDS.resolve("print.json"), folder.resolve("print.json"));
    Files.writeString(folder.resolve("broken.json"), "{\"format\": \"ductus-hand\"");
    HandFolder read = HandFolder.read(folder);
    assertEquals(List.of("print"), names(read));
    assertEquals(folder.resolve("broken.json"), read.leftOut().get(0).path());
  }

  @Test
  void aFolderWithoutHandsIsRefused(@TempDir Path folder) throws Exception {
    assertThrows(BadFileException.class, () -> HandFolder.read(folder));
    assertThrows(BadFileException.class, () -> HandFolder.read(folder.resolve("nowhere")));
    Files.writeString(folder.resolve("broken.json"), "{}");
    assertBadFileNaming("broken.json", () -> HandFolder.read(folder));
  }

  @Test
  void realHandsBorrowMarksAndHaveNamesOfTheirOwn() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(INK), "needs " + INK);
    HandFolder folder = HandFolder.read(List.of(HANDS, INK));
    List<String> names = names(folder);
    assertEquals(names.size(), new HashSet<>(names).size());
    assertTrue(names.containsAll(List.of("uji-w01", "o-01", "line-5")));
    assertTrue(names.stream().noneMatch(name -> name.contains("EMS") || name.contains("Allure")));
    assertTrue(folder.borrowed().getOrDefault("uji-w01", new TreeMap<>()).containsKey((int) ','));
    assertEquals(6, folder.leftOut().size());
  }
}
