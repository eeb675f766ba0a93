package ductus.studio.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.studio.web.RequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CorpusReadingsTest {
  private static final int FILES = 400;

  private final Path folder;
  private final CorpusReadings readings = new CorpusReadings(1);

  CorpusReadingsTest(@TempDir Path folder) throws Exception {
    this.folder = folder.toRealPath();
    for (int i = 0; i < FILES; i++) {
      String tune = "X:1\nM:4/4\nL:1/4\nK:C\n" + "CDEF|GABc|".repeat(20 + i) + "\n";
      Files.writeString(folder.resolve("tune%d.abc".formatted(i)), tune);
    }
  }

  @Test
  void countsWhatIsReadAndStopsWhenItIsTold() {
    CorpusFolder corpus = new CorpusFolder(true, "many", folder);
    CompletableFuture<CorpusTable> table =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return readings.read(corpus, "r-1");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    CorpusReadings.ReadingProgress progress = readings.progress("r-1");
    while (progress.done() == 0) {
      Thread.onSpinWait();
      progress = readings.progress("r-1");
    }
    assertEquals(FILES, progress.total());
    readings.stop("r-1");
    CompletionException stopped = assertThrows(CompletionException.class, table::join);
    assertTrue(stopped.getCause() instanceof RequestException, stopped.toString());
    assertEquals(new CorpusReadings.ReadingProgress(0, 0), readings.progress("r-1"));
  }

  @Test
  void namesReadingsByNamesOnly() {
    CorpusFolder corpus = new CorpusFolder(true, "many", folder);
    assertThrows(RequestException.class, () -> readings.read(corpus, "a/b"));
    assertEquals(new CorpusReadings.ReadingProgress(0, 0), readings.stop("none"));
  }
}
