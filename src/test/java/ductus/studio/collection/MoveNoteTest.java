package ductus.studio.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveNoteTest {
  private static final List<String> ENDINGS = List.of(".mid", ".svg", ".json");

  @TempDir private Path folder = Path.of("");

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .toList();
    }
  }

  private void put(String... names) throws IOException {
    for (String name : names) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  private Path note() {
    return folder.resolve(".studio/move.json");
  }

  private void note(String json) throws IOException {
    Files.createDirectories(folder.resolve(".studio"));
    Files.writeString(note(), json.replace('\'', '"'));
  }

  @Test
  void movesAllAndLeavesNoNote() throws Exception {
    put("a.mid", "a.svg", "a.json");
    Workspace workspace = Workspace.open(folder);
    workspace.moves().move(folder.resolve("a"), folder.resolve("b"), ENDINGS);
    assertEquals(List.of("b.json", "b.mid", "b.svg"), files());
    assertFalse(Files.exists(note()));
  }

  @Test
  void theNextStudioEndsWhatAKilledOneHadBegun() throws Exception {
    put("b.mid", "a.svg", "a.json");
    note("{'from':'a','to':'b','endings':['.mid','.svg','.json']}");
    Workspace.open(folder);
    assertEquals(List.of("b.json", "b.mid", "b.svg"), files());
    assertFalse(Files.exists(note()));
  }

  @Test
  void whatCannotBeMovedStaysAsAWhole() throws Exception {
    put("a.mid", "a.json");
    Workspace workspace = Workspace.open(folder);
    Path nowhere = folder.resolve("none/b");
    assertThrows(
        IOException.class, () -> workspace.moves().move(folder.resolve("a"), nowhere, ENDINGS));
    assertEquals(List.of("a.json", "a.mid"), files());
    assertFalse(Files.exists(note()));
  }

  @Test
  void aNoteOfSomebodyElseMovesNothing() throws Exception {
    for (String json :
        List.of(
            "",
            "{'from':'a','to':'../b','endings':['.mid']}",
            "{'from':'a','to':'b','endings':['/../../c.mid']}",
            "{'from':'a'}")) {
      put("a.mid", "a.svg", "a.json");
      note(json);
      Workspace.open(folder);
      assertEquals(List.of("a.json", "a.mid", "a.svg"), files(), json);
      assertFalse(Files.exists(note()), json);
    }
    assertTrue(Files.isDirectory(folder.resolve(".studio")));
  }
}
