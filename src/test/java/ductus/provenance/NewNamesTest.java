package ductus.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewNamesTest {
  private static final int EACH = 50;

  @TempDir private Path folder = Path.of("");

  private NewNames names() throws IOException {
    return NewNames.of(folder, "page", List.of(".svg"));
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.map(file -> String.valueOf(file.getFileName())).toList());
    }
  }

  @Test
  void twoThreadsGetNoNameTwice() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<List<Path>> writer =
        () -> {
          start.await();
          List<Path> written = new ArrayList<>();
          for (int i = 0; i < EACH; i++) {
            try (NewNames names = names()) {
              Path stem = names.next();
              written.add(stem);
              // Each second one has no sidecar.
              if (i % 2 == 0) {
                Files.writeString(OutputFiles.take(stem), "{}");
              }
              Files.createFile(OutputNames.path(stem, ".svg"));
            }
          }
          return written;
        };
    Set<Path> all = new TreeSet<>();
    for (Future<List<Path>> written : both.invokeAll(List.of(writer, writer))) {
      all.addAll(written.get());
    }
    both.shutdown();
    assertEquals(2 * EACH, all.size());
    // Whoever takes a name as a writer does says himself that he has written.
    assertEquals(2 * EACH, files().stream().filter(file -> file.endsWith(".svg")).count());
  }

  @Test
  void whatWasNotWrittenIsGivenBack() throws IOException {
    try (NewNames names = names()) {
      assertEquals(folder.resolve("page-0001"), names.next());
      assertEquals(folder.resolve("page-0002"), names.next());
      try (NewNames others = names()) {
        assertEquals(folder.resolve("page-0003"), others.next());
        assertEquals(List.of(folder.resolve("page-0003")), others.chosen());
      }
      assertFalse(files().contains("page-0003.json"));
      assertTrue(files().contains("page-0002.json"), "held");
    }
    assertEquals(Set.of(), files());
  }

  @Test
  void aFolderThatIsOfNoUseGoesAgain() throws IOException {
    Path inner = folder.resolve("deep/inner");
    try (NewNames names = NewNames.of(inner, "page", List.of(".svg"))) {
      assertEquals(inner.resolve("page-0001"), names.next());
      assertTrue(Files.isDirectory(inner));
    }
    assertEquals(Set.of(), files());
    try (NewNames names = NewNames.of(inner, "page", List.of(".svg"))) {
      OutputFiles.take(names.next());
    }
    assertEquals(Set.of("deep"), files());
  }

  @Test
  void aWriterTakesWhatItsProcessHolds() throws IOException {
    try (NewNames names = names()) {
      Path stem = names.next();
      assertEquals(folder.resolve("page-0001.json"), OutputFiles.take(stem));
      assertThrows(FileAlreadyExistsException.class, () -> OutputFiles.take(stem));
    }
    assertTrue(files().contains("page-0001.json"), "the writer's");
  }

  @Test
  void aNameThatIsGivenIsLeftToItsWriter() throws IOException {
    try (NewNames names = NewNames.of(folder.resolve("a.svg"), "page", List.of(".svg"))) {
      assertEquals(folder.resolve("a"), names.next());
      assertEquals(Set.of(), files());
    }
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> NewNames.of(folder.resolve("a.JPG"), "page", List.of(".svg", ".png")));
    assertEquals(
        "--out must end in .svg or .png, or name a folder, but was " + folder.resolve("a.JPG"),
        wrong.getMessage());
    Path there = Files.createDirectory(folder.resolve("there.jpg"));
    try (NewNames names = NewNames.of(there, "page", List.of(".svg"))) {
      assertEquals(there.resolve("page-0001"), names.next());
    }
  }
}
