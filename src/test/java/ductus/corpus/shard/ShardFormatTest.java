package ductus.corpus.shard;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertSame;

import ductus.corpus.shard.ShardFormat.ShardFile;
import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardFormatTest {
  private static final String HOME = "ductus.home";

  @TempDir private Path folder = Path.of("");

  /** A program that runs for long loads its classes once, also if they are fetched meanwhile. */
  @Test
  void isLoadedOnceFromWhatWasFetched() throws Exception {
    String before = System.getProperty(HOME);
    System.setProperty(HOME, folder.toString());
    try {
      assertBadFileNaming("'./ductus spark setup'", () -> ShardFormat.find(Path.of("tunes")));
      fetch();
      ShardFormat first = ShardFormat.find(Path.of("tunes"));
      assertSame(first, ShardFormat.find(Path.of("others")));
    } finally {
      if (before == null) {
        System.clearProperty(HOME);
      } else {
        System.setProperty(HOME, before);
      }
    }
  }

  private void fetch() throws IOException {
    Path jar = folder.resolve("target/spark/format.jar");
    Files.createDirectories(jar.getParent());
    try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(jar))) {
      to.putNextEntry(new ZipEntry("META-INF/services/" + ShardFormat.class.getName()));
      to.write(Fetched.class.getName().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A format of which each is another. */
  public static final class Fetched implements ShardFormat {
    @Override
    public ShardFile open(Path file) throws BadFileException {
      throw new BadFileException(file, "is no shard");
    }
  }
}
