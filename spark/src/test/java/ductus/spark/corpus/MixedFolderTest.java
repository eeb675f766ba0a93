package ductus.spark.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster.CorpusOutcome;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.cluster.ClusterException;
import ductus.corpus.Corpus;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.corpus.shard.CorpusManifest;
import ductus.inspection.FolderReport;
import ductus.spark.LocalContext;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.piece.MusicCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders as people have them: the cluster finds in them what one machine finds. */
class MixedFolderTest {
  @TempDir private Path folder;

  private Path tunes;

  @BeforeEach
  void fill() throws Exception {
    tunes = MixedFolder.write(folder);
  }

  static List<String> encodings() {
    return MusicKinds.names();
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void findsWhatOneMachineFinds(String encoding) throws Exception {
    findsWhatOneMachineFinds(MusicKinds.named(encoding));
  }

  /** Read from a store, and written to it. */
  @Test
  void aStoreIsAsGoodAsAFolder() throws Exception {
    MixedFolder.removeLinks(tunes);
    Path ofFolder = folder.resolve("ofFolder");
    Path ofStore = folder.resolve("ofStore");
    CorpusManifest known = corpus("melody", tunes.toString(), ofFolder.toString());
    CorpusManifest same = corpus("melody", "shelf:" + tunes, "shelf:" + ofStore);
    assertTrue(known.counts().leftOut() > 2);
    assertEquals(known.counts(), same.counts());
    assertEquals(known.shards(), same.shards());
    assertEquals(
        Files.readAllLines(ofFolder.resolve(CorpusManifest.LEFT_OUT)),
        Files.readString(ofStore.resolve(CorpusManifest.LEFT_OUT))
            .replace("shelf:", "")
            .lines()
            .toList());
    assertTrue(MusicCorpus.collection(new MelodyKind(), ofStore).isPresent());
  }

  /** It is left out as one that is broken, and leaves no copy and no open file behind. */
  @Test
  void aFileThatAStoreCannotReadToItsEndIsLeftOut() throws Exception {
    MixedFolder.removeLinks(tunes);
    Path ofStore = folder.resolve("ofStore");
    CorpusManifest known = corpus("melody", tunes.toString(), folder.resolve("known").toString());
    Files.copy(tunes.resolve("000/tune 000001.mid"), tunes.resolve(Shelf.TORN + ".mid"));
    int open = Shelf.OPEN.get();
    Set<Path> copies = copies();
    CorpusOutcome outcome = outcome("melody", "shelf://" + tunes, "shelf:" + ofStore);
    CorpusManifest manifest = outcome.manifest();
    assertEquals(known.counts().pieces(), manifest.counts().pieces());
    assertEquals(known.counts().leftOut() + 1, manifest.counts().leftOut());
    assertTrue(
        Files.readString(ofStore.resolve(CorpusManifest.LEFT_OUT))
            .contains("torn.mid\",\"reason\":\"the store has lost a block\""));
    assertTrue(
        outcome
            .leftOut()
            .contains(
                new FolderReport.Unread(
                    "shelf://" + tunes + "/torn.mid", "the store has lost a block")));
    assertEquals(open, Shelf.OPEN.get());
    assertEquals(copies, copies());
  }

  /** Folders for copies, which are taken away when a part is read. */
  private static Set<Path> copies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("ductus-corpus-"))
          .collect(Collectors.toSet());
    }
  }

  private static CorpusManifest corpus(String encoding, String source, String out)
      throws ClusterException {
    return outcome(encoding, source, out).manifest();
  }

  private static CorpusOutcome outcome(String encoding, String source, String out)
      throws ClusterException {
    try (JavaSparkContext context = LocalContext.start(2)) {
      return new CorpusJob(
              context,
              new CorpusRequest(source, encoding, out, "test"),
              ReadingListener.NONE,
              () -> false)
          .run()
          .orElseThrow();
    }
  }

  private <T> void findsWhatOneMachineFinds(MusicKind<T> kind) throws Exception {
    Corpus<MusicPiece<T>> known =
        Corpus.read(tunes, MusicCorpus.files(kind), 1, ReadingListener.NONE);
    Path corpus = folder.resolve("corpus");
    CorpusManifest manifest = corpus(kind.encoding().name(), tunes.toString(), corpus.toString());
    assertEquals(
        known.leftOut().stream()
            .map(
                each ->
                    "{\"path\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(each.path(), escaped(each.reason())))
            .toList(),
        Files.readAllLines(corpus.resolve(CorpusManifest.LEFT_OUT)));
    assertEquals(known.duplicates().size(), manifest.counts().duplicates());
    if (manifest.counts().pieces() > 0) {
      assertEquals(
          known.pieces().stream().map(MixedFolderTest::line).toList(),
          MusicCorpus.collection(kind, corpus).orElseThrow().pieces().stream()
              .map(MixedFolderTest::line)
              .toList());
    }
    assertEquals(known.pieces().size(), manifest.counts().pieces());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static <T> String line(Piece<MusicPiece<T>> piece) {
    return piece.path() + " " + piece.hash() + " " + Objects.hashCode(piece.value().music());
  }
}
