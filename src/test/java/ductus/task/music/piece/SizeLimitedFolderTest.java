package ductus.task.music.piece;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class SizeLimitedFolderTest {
  @TempDir Path folder = Path.of("");

  private Path file(String name, int bytes, int daysAgo) throws IOException {
    Path file = Files.write(folder.resolve(name), new byte[bytes]);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
    return file;
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() throws IOException {
    SizeLimitedFolder bounded = new SizeLimitedFolder(folder, 1000);
    file("a", 300, 4);
    Path old = file("b", 300, 9);
    file("c", 300, 7);
    bounded.added(300);
    assertEquals(List.of("a", "b", "c"), left());
    bounded.used(old);
    file("d", 200, 0);
    bounded.added(200);
    assertEquals(List.of("a", "b", "d"), left());
    file("e", 100, 0);
    bounded.added(100);
    assertEquals(List.of("a", "b", "d", "e"), left());
  }

  @Test
  void aCacheIsBoundedAndStillRight() throws IOException {
    PieceCache cache = new PieceCache(folder, 3000);
    for (int i = 0; i < 100; i++) {
      String key = "%064d".formatted(i);
      cache.put(key, new PieceCache.Entry(null, i, "x".repeat(100)));
      assertEquals(i, cache.get(key).orElseThrow().offset());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertTrue(bytes <= 3000 && bytes > 2000, bytes + " bytes");
    }
  }
}
