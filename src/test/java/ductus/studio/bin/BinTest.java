package ductus.studio.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.provenance.OutputFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinTest {
  @Test
  void whatWasTakenOutWhileItWasListedHasNoSize(@TempDir Path root) throws Exception {
    Bin bin = new Bin(root, root.resolve("bin"));
    Files.writeString(root.resolve("tune.mid"), "four");
    BinEntry entry = bin.throwAway(BinKind.PIECE, root.resolve("tune"), List.of(".mid"));
    assertEquals(OptionalLong.of(4), bin.size(entry));
    bin.restore(entry.number());
    assertEquals(OptionalLong.empty(), bin.size(entry));
  }

  /** A server was killed while it brought a tune back, having taken the name and no more. */
  @Test
  void whatWasCutShortIsBroughtBackUnderItsName(@TempDir Path root) throws Exception {
    Bin bin = new Bin(root, root.resolve("bin"));
    Files.writeString(root.resolve("tune.mid"), "notes");
    Files.writeString(root.resolve("tune.json"), "provenance");
    BinEntry entry = bin.throwAway(BinKind.PIECE, root.resolve("tune"), List.of(".mid", ".json"));
    FileTime then = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    for (String held : List.of("tune.json", ".tune.json.999999999.part")) {
      Files.setLastModifiedTime(Files.createFile(root.resolve(held)), then);
    }
    assertEquals(root.resolve("tune"), bin.restore(entry.number()));
    assertEquals("provenance", Files.readString(root.resolve("tune.json")));
    assertEquals("notes", Files.readString(root.resolve("tune.mid")));
    try (Stream<Path> all = Files.list(root)) {
      assertEquals(3, all.count(), "the tune's two files and the bin");
    }
  }

  /** Another thread takes the name of what is brought back whenever it is free. */
  @Test
  void whatIsBroughtBackGetsANameThatNobodyElseTakesMeanwhile(@TempDir Path root) throws Exception {
    Bin bin = new Bin(root, root.resolve("bin"));
    AtomicReference<@Nullable Path> wanted = new AtomicReference<>();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService others = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> taken = others.submit(() -> takeAgainAndAgain(wanted, over));
      for (int i = 0; i < 200; i++) {
        Path stem = root.resolve("tune-" + i);
        Files.writeString(root.resolve("tune-" + i + ".mid"), "notes");
        Files.writeString(root.resolve("tune-" + i + ".json"), "provenance");
        BinEntry entry = bin.throwAway(BinKind.PIECE, stem, List.of(".mid", ".json"));
        wanted.set(stem);
        Path back = bin.restore(entry.number());
        wanted.set(null);
        assertEquals("notes", Files.readString(Path.of(back + ".mid")));
        assertEquals("provenance", Files.readString(Path.of(back + ".json")));
      }
      over.set(true);
      assertTrue(taken.get() > 0);
    } finally {
      over.set(true);
      others.shutdownNow();
    }
  }

  /** Returns how often it could be taken. */
  private static int takeAgainAndAgain(AtomicReference<@Nullable Path> wanted, AtomicBoolean over)
      throws IOException {
    int times = 0;
    while (!over.get()) {
      Path stem = wanted.get();
      try {
        if (stem != null) {
          OutputFiles.take(stem);
          times++;
          OutputFiles.release(stem);
        }
      } catch (FileAlreadyExistsException another) {
        Thread.onSpinWait();
      }
    }
    return times;
  }
}
