package ductus.studio.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderedFilesTest {
  @TempDir Path folder = Path.of("");

  private Path file(String name, int size, long time) throws IOException {
    Path file = Files.write(folder.resolve(name), new byte[size]);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(time));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void takesAwayWhatWasUsedLongestAgo() throws Exception {
    Path first = file("a", 1, 1000);
    file("b", 1, 2000);
    file("c", 1, 3000);
    RenderedFiles files = new RenderedFiles(folder, 3, 100);
    files.use(first);
    assertEquals(List.of("a", "b", "c"), left());
    files.use(file("d", 1, 4000));
    assertEquals(List.of("a", "c", "d"), left(), "a was used after b");
  }

  @Test
  void takesAwayWhatIsTooMuchButNeverTheLast() throws Exception {
    file("a", 40, 1000);
    file("b", 40, 2000);
    RenderedFiles files = new RenderedFiles(folder, 10, 100);
    files.use(file("c", 40, 3000));
    assertEquals(List.of("b", "c"), left());
    files.use(file("d", 400, 3000));
    assertEquals(List.of("d"), left());
  }
}
