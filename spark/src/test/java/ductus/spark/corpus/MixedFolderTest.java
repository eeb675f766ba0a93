package ductus.spark.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.ClusterException;
import ductus.cluster.CorpusRequest;
import ductus.workbench.corpus.Corpus;
import ductus.workbench.corpus.Piece;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.corpus.shard.CorpusManifest;
import ductus.workbench.kind.MelodyKind;
import ductus.workbench.kind.MusicKind;
import ductus.workbench.kind.MusicKinds;
import ductus.workbench.kind.piece.MusicPiece;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders as people have them: the cluster finds in them what one machine finds. */
class MixedFolderTest {
  private static final String TUNE =
      """
      X:%d
      T:Tune %d
      M:4/4
      L:1/8
      K:D
      DEFG A2B2|c2d2 %s4|]
      """;

  @TempDir private Path folder;

  private Path tunes;

  @BeforeEach
  void fill() throws Exception {
    tunes = folder.resolve("tunes");
    GeneratedTunes.write(tunes, 20);
    Files.writeString(tunes.resolve("book.abc"), tune(1, "d") + "\n" + tune(2, "A"));
    Files.writeString(tunes.resolve("one.abc"), tune(1, "B"));
    // A bar that is not full.
    Files.writeString(tunes.resolve("bad.abc"), tune(1, "G").replace("c2d2", "c2"));
    // It has a MIDI file beside it.
    Files.writeString(tunes.resolve("000/tune 000001.abc"), tune(1, "F"));
    Files.writeString(tunes.resolve("letter.txt"), "Dear Anna");
    Files.writeString(tunes.resolve("empty.MID"), "");
    Files.createDirectories(tunes.resolve(".hidden"));
    Files.copy(tunes.resolve("one.abc"), tunes.resolve(".hidden/tune.abc"));
    Path run = Files.createDirectories(tunes.resolve("run/checkpoint"));
    Files.writeString(run.resolveSibling("config.json"), "{}");
    Files.copy(tunes.resolve("one.abc"), run.resolveSibling("sample.abc"));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/inside"));
    Files.writeString(elsewhere.resolve("far.abc"), tune(1, "E"));
    Files.createSymbolicLink(tunes.resolve("a link"), elsewhere.getParent());
    Files.createSymbolicLink(tunes.resolve("b link"), elsewhere);
    Files.createSymbolicLink(tunes.resolve("up"), tunes.resolve("000"));
    Files.createSymbolicLink(tunes.resolve("000/circle"), tunes);
    Files.createSymbolicLink(tunes.resolve("nowhere.mid"), folder.resolve("nothing"));
  }

  private static String tune(int number, String last) {
    return TUNE.formatted(number, number, last);
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
    Files.delete(
        tunes.resolve("000/circle")); // a store has no links, and this takes it for a folder
    for (String link : List.of("a link", "b link", "up", "nowhere.mid")) {
      Files.delete(tunes.resolve(link));
    }
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
    assertTrue(new MelodyKind().collection(ofStore).isPresent());
  }

  private static CorpusManifest corpus(String encoding, String source, String out)
      throws ClusterException {
    try (JavaSparkContext context = context("local[2]")) {
      return new CorpusJob(
              context,
              new CorpusRequest(source, encoding, out, "test"),
              ReadingListener.NONE,
              () -> false)
          .run()
          .orElseThrow()
          .manifest();
    }
  }

  private <T> void findsWhatOneMachineFinds(MusicKind<T> kind) throws Exception {
    Corpus<MusicPiece<T>> known = Corpus.read(tunes, kind.files(), 1, ReadingListener.NONE);
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
          kind.collection(corpus).orElseThrow().pieces().stream()
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

  private static JavaSparkContext context(String master) {
    return new JavaSparkContext(
        new SparkConf()
            .setMaster(master)
            .setAppName("test")
            .set("spark.ui.enabled", "false")
            .set("spark.hadoop.fs.shelf.impl", Shelf.class.getName()));
  }
}
