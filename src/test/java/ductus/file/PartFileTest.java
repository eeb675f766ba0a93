package ductus.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /** Of a process that there cannot be. */
  private static final String DEAD = ".999999999.part";

  @TempDir private Path folder = Path.of("");

  private void put(String name, String content, Duration age) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private List<String> cleared() throws IOException {
    PartFile.clear(folder, ".json");
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void clearsWhatDeadProcessesLeftOnceItRested() throws Exception {
    put(".old" + DEAD, "", HOUR);
    put(".new" + DEAD, "", Duration.ZERO);
    String own = String.valueOf(PartFile.of(Path.of("own")).getFileName());
    put(own, "", HOUR);
    assertEquals(Stream.of(".new" + DEAD, own).sorted().toList(), cleared());
  }

  @Test
  void clearsWhatIsOfTomorrowSinceTheClockWasSetBack() throws Exception {
    put(".a" + DEAD, "", Duration.ofDays(-1));
    put(".b" + DEAD, "", Duration.ofMinutes(-1));
    assertEquals(List.of(".b" + DEAD), cleared());
  }

  @Test
  void clearsWhatWasWrittenOfANameThatWasOnlyHeld() throws Exception {
    put("a-0001.json", "", HOUR);
    put("a-0001.mid", "x", HOUR.minusMinutes(1));
    put("a-0001-1.page.svg", "x", HOUR);
    // Of before, of long after, of another, and of those that are whole.
    put("a-0001.txt", "x", HOUR.plusMinutes(1));
    put("a-0001.mp3", "x", HOUR.minusMinutes(30));
    put("a-00011.mid", "x", HOUR);
    put("a-0001-2.json", "{}", HOUR);
    put("a-0001-2.mid", "x", HOUR);
    put("b.json", "{}", HOUR);
    put("b.mid", "x", HOUR);
    assertEquals(
        List.of(
            "a-0001-2.json",
            "a-0001-2.mid",
            "a-0001.mp3",
            "a-0001.txt",
            "a-00011.mid",
            "b.json",
            "b.mid"),
        cleared());
  }

  @Test
  void noTwoThreadsWriteThePartOfTheOther() {
    Path file = folder.resolve("x.wav");
    assertNotEquals(PartFile.ofItsOwn(file), PartFile.ofItsOwn(file));
  }

  @Test
  void clearsWhatIsLeftAlsoWhereAnotherFileIsGoneMeanwhile() throws Exception {
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
