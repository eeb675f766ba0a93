package ductus.spark.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
  private static final FolderWalk.Found NOTHING =
      new FolderWalk.Found() {
        @Override
        public void file(SourceFolder.Entry file) {
          throw new AssertionError("found " + file);
        }

        @Override
        public void unreadable(Notice folder) {
          throw new AssertionError("closed " + folder);
        }
      };

  @TempDir private Path folder;

  @Test
  void isStoppedAmongFilesThatAreNotWanted() throws Exception {
    for (int i = 0; i < 9; i++) {
      Files.createFile(folder.resolve(i + ".txt"));
    }
    AtomicInteger asked = new AtomicInteger();
    FolderWalk walk =
        new FolderWalk(
            new LocalFolder(folder.toString()),
            file -> false,
            NOTHING,
            () -> asked.incrementAndGet() == 5);
    assertThrows(FolderWalk.StoppedException.class, walk::run);
    assertEquals(4, walk.others());
  }
}
