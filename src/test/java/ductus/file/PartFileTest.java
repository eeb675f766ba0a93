package ductus.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
  @Test
  void clearsWhatIsLeftAlsoWhereAnotherFileIsGoneMeanwhile(@TempDir Path folder) throws Exception {
    // Named in the list of the folder, and not there when it is looked at.
    Files.createSymbolicLink(folder.resolve("gone.json"), folder.resolve("nothing"));
    Path held = Files.createFile(folder.resolve("tune.json"));
    Files.setLastModifiedTime(held, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    Path whole = Files.writeString(folder.resolve("whole.json"), "{}");
    PartFile.clear(folder, ".json");
    assertFalse(Files.exists(held));
    assertTrue(Files.exists(whole));
  }
}
