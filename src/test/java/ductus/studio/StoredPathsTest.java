package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.studio.StudioCaller.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A workspace that somebody else made: what its own files say leads nowhere, and is never run. */
class StoredPathsTest {
  @RegisterExtension private final ServedStudio served = ServedStudio.shipped();
  private Path workspace = Path.of("");
  private StudioCaller page;

  @BeforeEach
  void open() {
    workspace = served.workspace();
    page = served.caller();
  }

  private Path write(String file, String content) throws Exception {
    Path path = workspace.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }

  private Answer restore(String stem, String ending) throws Exception {
    write(
        ".studio/bin/1.json",
        "{\"number\":1,\"kind\":\"RUN\",\"stem\":\"%s\",\"endings\":[\"%s\"],\"thrown\":1}"
            .formatted(stem, ending));
    return page.post("/api/bin/restore", "{\"number\":1}");
  }

  @Test
  void theBinGivesNothingBackToOtherPlaces() throws Exception {
    write(".studio/bin/1/x", "from the bin");
    assertEquals(404, restore("../x", "").status());
    assertEquals(404, restore(workspace.resolveSibling("x").toString(), "").status());
    assertEquals(404, restore("a", "/../x").status());
    Files.createSymbolicLink(workspace.resolve("up"), workspace.resolveSibling(""));
    assertEquals(403, restore("up/x", "").status());
    assertFalse(Files.exists(workspace.resolveSibling("x")));
    assertEquals(200, restore("sub/x", "").status());
    assertTrue(Files.exists(workspace.resolve("sub/x")));
  }

  @Test
  void aLessonsCommandIsNotTakenFromItsFile() throws Exception {
    write(".studio/sketches/lesson/ink.json", "{}");
    write(
        ".studio/sketches/lesson/lesson.json",
        """
        {"name":"../x","replaces":false,"pid":1,"begun":1,"stopped":true,
         "command":["share","%s"]}
        """
            .formatted(workspace.resolveSibling("x")));
    Answer again = page.post("/api/hand/again", "{}");
    assertEquals(422, again.status());
    assertTrue(again.error().startsWith("name must be 1 to 64 letters"), again.error());
    assertFalse(Files.exists(workspace.resolveSibling("x")));
  }
}
