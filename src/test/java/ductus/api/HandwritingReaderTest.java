package ductus.api;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandwritingReaderTest {
  @Test
  void readsTheLinesOfTheCommand(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("note.page.json");
    Scribe.usual().write(LetterRequest.of("come home\nsoon", 3)).write(page);
    List<HandwritingReader.Line> lines = HandwritingReader.usual().read(page);
    assertEquals(
        CommandRun.of("recognise", page).out().lines().toList(),
        lines.stream().map(HandwritingReader.Line::text).toList());
    assertEquals(2, lines.size());
    for (HandwritingReader.Word word : lines.get(0).words()) {
      assertTrue(lines.get(0).text().contains(word.text()), word.text());
      assertTrue(word.confidence() > 0 && word.confidence() <= 1, "" + word.confidence());
    }
  }

  @Test
  void namesAFileThatIsNoInk(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "a");
    HandwritingReader reader = HandwritingReader.usual();
    assertBadFileNaming("must be ink", () -> reader.read(file));
    assertBadFileNaming("people", () -> HandwritingReader.of(Path.of("people")));
  }
}
