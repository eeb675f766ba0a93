package ductus.spark.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster.CorpusOutcome;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.cluster.ClusterException;
import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.corpus.shard.CorpusManifest;
import ductus.file.JsonFile;
import ductus.file.Sha256;
import ductus.music.Melody;
import ductus.spark.LocalContext;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.piece.MusicCorpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusJobTest {
  private static final int FILES = 2_500;
  private static final MelodyKind KIND = new MelodyKind();

  @TempDir private static Path tunes = Path.of("");
  private static JavaSparkContext context;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    GeneratedTunes.write(tunes, FILES);
    context = LocalContext.start(2);
  }

  @AfterAll
  static void end() {
    context.stop();
  }

  private static CorpusRequest request(Path source, Path out) {
    return new CorpusRequest(source.toString(), "melody", out.toString(), "test");
  }

  private static Optional<CorpusOutcome> run(Path source, Path out, BooleanSupplier stop)
      throws ClusterException {
    return new CorpusJob(context, request(source, out), ReadingListener.NONE, stop).run();
  }

  private static CorpusOutcome run(Path source, Path out) throws ClusterException {
    return run(source, out, () -> false).orElseThrow();
  }

  @Test
  void holdsWhatOneMachineReads() throws Exception {
    Path out = folder.resolve("corpus");
    CorpusOutcome outcome = run(tunes, out);
    Corpus<MusicPiece<Melody>> known =
        Corpus.read(tunes, MusicCorpus.files(KIND), 2, ReadingListener.NONE);
    Corpus<MusicPiece<Melody>> shards = MusicCorpus.collection(KIND, out).orElseThrow();
    assertEquals(GeneratedTunes.pieces(FILES), known.pieces().size());
    assertEquals(
        known.pieces().stream().map(CorpusJobTest::line).toList(),
        shards.pieces().stream().map(CorpusJobTest::line).toList());
    assertEquals(
        known.split(0.1, 0, 5).validation().stream().map(Piece::hash).toList(),
        shards.split(0.1, 0, 5).validation().stream().map(Piece::hash).toList());
    assertEquals(
        known.leftOut().subList(0, CorpusOutcome.NAMED).toString(), outcome.leftOut().toString());
    assertEquals(
        known.leftOut().stream()
            .map(
                each -> "{\"path\":\"%s\",\"reason\":\"%s\"}".formatted(each.path(), each.reason()))
            .toList(),
        Files.readAllLines(out.resolve(CorpusManifest.LEFT_OUT)));
    assertEquals(
        known.duplicates().stream()
            .map(
                each ->
                    "{\"path\":\"%s\",\"original\":\"%s\"}".formatted(each.path(), each.original()))
            .toList(),
        Files.readAllLines(out.resolve(CorpusManifest.DUPLICATES)));
    CorpusManifest.Counts counts = outcome.manifest().counts();
    assertEquals(FILES, counts.files());
    assertEquals(GeneratedTunes.pieces(FILES), counts.pieces());
    assertEquals(GeneratedTunes.duplicates(FILES), counts.duplicates());
    assertEquals(GeneratedTunes.broken(FILES), counts.leftOut());
    assertFalse(Files.exists(out.resolve(".work")));
  }

  /** As those see it who read the shards with something else. */
  @Test
  void aColumnSaysWhichPiecesTrainHoldsOut() throws Exception {
    Path out = folder.resolve("corpus");
    run(tunes, out);
    Corpus<MusicPiece<Melody>> known =
        Corpus.read(tunes, MusicCorpus.files(KIND), 2, ReadingListener.NONE);
    double share = KIND.recipe().corpus().validation();
    Set<String> heldOut =
        known.split(share, 0, KIND.recipe().plan().seed()).validation().stream()
            .map(Piece::hash)
            .collect(Collectors.toSet());
    List<String> first =
        SparkSession.builder()
            .sparkContext(context.sc())
            .getOrCreate()
            .read()
            .parquet(out.resolve(CorpusManifest.SHARDS).toString())
            .orderBy("split_order", "hash")
            .select("hash")
            .as(Encoders.STRING())
            .takeAsList((int) Math.round(share * GeneratedTunes.pieces(FILES)));
    assertEquals(heldOut, Set.copyOf(first));
  }

  private static String line(Piece<MusicPiece<Melody>> piece) {
    return piece.path() + " " + piece.hash() + " " + piece.value().music();
  }

  @Test
  void aJobThatWasStoppedGoesOn() throws Exception {
    Path whole = folder.resolve("whole");
    run(tunes, whole);
    Path out = folder.resolve("corpus");
    assertTrue(
        run(tunes, out, () -> Files.exists(out.resolve(StagedCorpusFolder.read(0)))).isEmpty());
    assertFalse(Files.exists(out.resolve(CorpusManifest.FILE)));
    Path first = out.resolve(StagedCorpusFolder.read(0));
    // A part that is read again would have another time.
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(first, longAgo);
    Set<FileTime> times = new HashSet<>();
    assertTrue(
        run(
                tunes,
                out,
                () -> {
                  time(first).ifPresent(times::add);
                  return false;
                })
            .isPresent());
    assertEquals(Set.of(longAgo), times);
    assertEquals(files(whole), files(out));
  }

  /** What was read of a list that is not whole is not trusted. */
  @Test
  void aJobThatWasStoppedWhileItListedBeginsAnew() throws Exception {
    Path whole = folder.resolve("whole");
    run(tunes, whole);
    Path out = folder.resolve("corpus");
    assertTrue(
        run(tunes, out, () -> Files.exists(out.resolve(StagedCorpusFolder.listed(0)))).isEmpty());
    assertFalse(Files.exists(out.resolve(StagedCorpusFolder.LISTED)));
    Path state = out.resolve(StagedCorpusFolder.STATE);
    Files.createDirectories(state.getParent());
    JsonFile.write(state, new JobState(request(tunes, out), KIND.encoding().version()));
    Path read = out.resolve(StagedCorpusFolder.read(0));
    Files.createDirectories(read.getParent());
    Files.writeString(read, "of another list");
    run(tunes, out);
    assertEquals(files(whole), files(out));
  }

  private static Optional<FileTime> time(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** All files of a corpus by their names. */
  private static Map<String, String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  file -> folder.relativize(file).toString(),
                  CorpusJobTest::content,
                  (a, b) -> a,
                  TreeMap::new));
    }
  }

  private static String content(Path file) {
    try {
      return Sha256.hex(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void refusesInOneLine() throws Exception {
    Path missing = folder.resolve("missing");
    assertEquals(missing + ": no such folder", refusal(missing, folder.resolve("a")));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(empty + ": the folder has no files", refusal(empty, folder.resolve("b")));
    Files.writeString(empty.resolve("letter.txt"), "Dear Anna");
    assertTrue(
        refusal(empty, folder.resolve("b")).contains("but its one file is none"),
        refusal(empty, folder.resolve("b")));
    assertTrue(refusal(tunes, empty).contains("choose another --out"));
    assertFalse(Files.exists(folder.resolve("b")));
  }

  private static String refusal(Path source, Path out) {
    String message = assertThrows(ClusterException.class, () -> run(source, out)).getMessage();
    return String.valueOf(message);
  }
}
