package ductus.corpus.shard;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.shard.ShardFormat.ShardFile;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardStoreTest {
  private static final int GROUPS = 6;
  private static final int ROWS = 4;
  private static final int TOKENS = 100;

  /** Of the rows of a group, a little more than their tokens. */
  private static final long GROUP_BYTES = ROWS * (200L + 4 * TOKENS + 5);

  private final Path folder;
  private final AtomicInteger reads = new AtomicInteger();

  ShardStoreTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectory(folder.resolve(CorpusManifest.SHARDS));
    for (String name : List.of("a", "b")) {
      Files.writeString(shard(name), name);
    }
  }

  private Path shard(String name) {
    return folder.resolve(CorpusManifest.SHARDS).resolve(name);
  }

  private static CorpusManifest manifest() {
    return new CorpusManifest(
        CorpusManifest.FORMAT,
        "melody",
        1,
        "/tunes",
        "test",
        new CorpusManifest.Counts(0, 0, 0, 0, 0),
        "",
        List.of(
            new CorpusManifest.Shard("a", GROUPS * ROWS, 1, ""),
            new CorpusManifest.Shard("b", GROUPS * ROWS, 1, "")));
  }

  private ShardStore store(long most) throws BadFileException, IOException {
    return new ShardStore(folder, manifest(), this::open, most);
  }

  /** A shard whose rows say where they are from; the file must be there. */
  private ShardFile open(Path file) {
    return new ShardFile() {
      @Override
      public int groups() {
        return GROUPS;
      }

      @Override
      public List<ShardRow> group(int number) throws IOException {
        reads.incrementAndGet();
        String name = Files.readString(file);
        return IntStream.range(0, ROWS)
            .mapToObj(row -> "%s-%d-%d".formatted(name, number, row))
            .map(path -> new ShardRow(path, path, TuneContent.ofTokens("", 0, new int[TOKENS])))
            .toList();
      }
    };
  }

  @Test
  void visitsAllRowsInOrder() throws Exception {
    List<String> seen = new ArrayList<>();
    ShardStore store = store(0);
    store.visit(
        (group, index, row) -> {
          seen.add(row.path());
          assertEquals(row.path(), store.row(group, index).path());
        });
    assertEquals(2 * GROUPS * ROWS, seen.size());
    assertEquals("a-0-0", seen.get(0));
    assertEquals("b-5-3", seen.get(seen.size() - 1));
    assertEquals(2 * GROUPS, reads.get());
  }

  @Test
  void holdsNoMoreThanItMay() throws Exception {
    ShardStore store = store(3 * GROUP_BYTES);
    for (int round = 0; round < 3; round++) {
      for (int group = 0; group < 2 * GROUPS; group++) {
        store.row(group, 1);
        assertTrue(store.heldBytes() <= 3 * GROUP_BYTES, "held " + store.heldBytes());
      }
    }
    int before = reads.get();
    store.row(2 * GROUPS - 1, 0);
    store.row(2 * GROUPS - 3, 0);
    assertEquals(before, reads.get());
    store.row(0, 0);
    assertEquals(before + 1, reads.get());
  }

  @Test
  void namesAShardThatIsNotWhole() throws Exception {
    Files.writeString(shard("b"), "longer");
    assertTrue(refusal().contains("b: must have 1 bytes"), refusal());
    Files.delete(shard("b"));
    assertTrue(refusal().contains("b: the corpus' manifest names it"), refusal());
  }

  private String refusal() {
    return String.valueOf(assertThrows(BadFileException.class, () -> store(0)).getMessage());
  }

  @Test
  void namesAShardThatIsLost() throws Exception {
    ShardStore store = store(0);
    Files.delete(shard("b"));
    UncheckedIOException lost =
        assertThrows(UncheckedIOException.class, () -> store.row(GROUPS, 0));
    assertTrue(String.valueOf(lost.getMessage()).contains("b: no such file"), lost.getMessage());
    BadFileException named =
        assertThrows(BadFileException.class, () -> store.visit((group, index, row) -> {}));
    assertEquals(shard("b") + ": no such file", named.getMessage());
  }

  @Test
  void theManifestComesBack() throws Exception {
    JsonFile.write(folder.resolve(CorpusManifest.FILE), manifest());
    assertTrue(CorpusManifest.isIn(folder));
    assertEquals(manifest(), CorpusManifest.read(folder));
    Files.writeString(
        folder.resolve(CorpusManifest.FILE),
        Files.readString(folder.resolve(CorpusManifest.FILE))
            .replace("\"format\": 2", "\"format\": 9"));
    assertBadFileNaming(
        "format of a corpus must be 2 but was 9", () -> CorpusManifest.read(folder));
  }
}
