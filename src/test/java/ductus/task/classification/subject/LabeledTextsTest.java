package ductus.task.classification.subject;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.task.classification.LabeledSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabeledTextsTest {
  @TempDir Path folder = Path.of("");

  private LabeledSet<List<String>> read(String name, String content) throws Exception {
    Path file = Files.writeString(folder.resolve(name), content);
    return LabeledTexts.read(file, 1, (done, all) -> {});
  }

  @Test
  void columnsAreFoundByTheirNames() throws Exception {
    LabeledSet<List<String>> set = read("a.csv", "id,Label,Text\n1,up,\"Oh, well\"\n2,down,No\n");
    assertEquals(Map.of("up", 1, "down", 1), set.counts());
    assertEquals(List.of("Oh", ",", "well"), set.things().get(0).thing());
  }

  @Test
  void withoutNamesTheTextComesFirst() throws Exception {
    assertEquals(Map.of("up", 1, "down", 1), read("a.tsv", "Oh well\tup\nNo\tdown\n").counts());
  }

  @Test
  void badLinesAreNamedAndLeftOut() throws Exception {
    LabeledSet<List<String>> set =
        read("a.csv", "text,label\ngood,up\n,up\nbad\nwell,\nan, other,up\ngood,down\ngood,up\n");
    assertEquals(Map.of("up", 1), set.counts());
    List<String> reasons = set.leftOut().stream().map(each -> each.reason()).toList();
    assertEquals(
        List.of(
            "line 3: a text must have words but is empty",
            "line 4: must have 2 columns but has 1",
            "line 5: has no label",
            "line 6: must have 2 columns but has 3; a text with the separator in it stands in double quotes",
            "line 7: is down, but the same is up already, at line 2"),
        reasons);
    assertBadFileNaming("all 1 are up", () -> set.requireClasses(Path.of("a.csv")));
  }

  @Test
  void eachClassMayHaveAFolder() throws Exception {
    Files.createDirectories(folder.resolve("t/sad/old"));
    Files.createDirectories(folder.resolve("t/merry"));
    Files.writeString(folder.resolve("t/sad/old/a.txt"), "Alas.");
    Files.writeString(folder.resolve("t/merry/b.txt"), "Hurrah!");
    Files.writeString(folder.resolve("t/c.txt"), "Well.");
    LabeledSet<List<String>> set = LabeledTexts.read(folder.resolve("t"), 1, (done, all) -> {});
    assertEquals(Map.of("sad", 1, "merry", 1), set.counts());
    assertTrue(set.leftOut().get(0).reason().contains("lies in no folder of a class"));
  }

  @Test
  void aReadmeMakesNoTextsOfWhatItTellsAbout() throws Exception {
    Files.createDirectories(folder.resolve("waves/slow"));
    Files.writeString(folder.resolve("waves/README.md"), "Two waves.");
    Files.writeString(folder.resolve("waves/slow/a.csv"), "1\n2\n");
    Files.writeString(folder.resolve("waves/slow/LICENSE.txt"), "CC0");
    assertFalse(LabeledTexts.areIn(folder.resolve("waves")));
    Files.writeString(folder.resolve("waves/slow/reader.txt"), "slow");
    assertTrue(LabeledTexts.areIn(folder.resolve("waves")));
  }

  @Test
  void aShareOfEachClassIsHeldOut() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("word").append(i).append('\t').append(i < 30 ? "many" : "few").append('\n');
    }
    LabeledSet<List<String>> set = read("a.tsv", text.toString());
    LabeledSet.Parts<List<String>> parts = set.split(0.1, 7);
    assertEquals(
        Map.of("many", 3, "few", 1), new LabeledSet<>(parts.heldOut(), List.of()).counts());
    assertEquals(36, parts.learned().size());
    assertEquals(parts, set.split(0.1, 7));
  }
}
