package ductus.spark.corpus;

import ductus.task.music.piece.MusicCorpus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.JsonFile;
import ductus.music.Melody;
import ductus.spark.shard.RowColumns;
import ductus.spark.shard.ShardWriter;
import ductus.corpus.Corpus;
import ductus.corpus.ReadingListener;
import ductus.corpus.shard.CorpusManifest;
import ductus.corpus.shard.ShardRow;
import ductus.corpus.shard.TuneContent;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.piece.ShardedPieces;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.io.LocalOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pieces that their tokens do not say whole are held as their files. */
class SourceRowsTest {
  private static final String TUNE =
      """
      X:%d
      T:Tune
      M:4/4
      L:1/8
      K:D
      DEFG A2B2|c2d2 %s4|]
      """;

  @TempDir private Path folder;

  @Test
  void comeBackFromTheBytesOfTheirFiles() throws Exception {
    Path tunes = Files.createDirectory(folder.resolve("tunes"));
    Files.writeString(
        tunes.resolve("book.abc"), TUNE.formatted(1, "d") + "\n" + TUNE.formatted(2, "A"));
    GeneratedTunes.write(tunes, 10);
    MusicKind<Melody> lossy = lossy();
    Corpus<ShardRow> rows = Corpus.read(tunes, ShardedPieces.rows(lossy), 1, ReadingListener.NONE);
    assertTrue(
        rows.pieces().stream()
            .allMatch(piece -> ((TuneContent) piece.value().content()).source().length > 0));
    Path corpus = folder.resolve("corpus");
    Path shard = corpus.resolve(CorpusManifest.SHARDS).resolve("part-00000.parquet");
    Files.createDirectories(shard.getParent());
    try (ShardWriter writer =
        new ShardWriter(new LocalOutputFile(shard), RowColumns.of("melody"))) {
      for (var piece : rows.pieces()) {
        writer.write(piece.value().at(tunes.relativize(piece.path()).toString()));
      }
    }
    int count = rows.pieces().size();
    JsonFile.write(
        corpus.resolve(CorpusManifest.FILE),
        new CorpusManifest(
            CorpusManifest.FORMAT,
            "melody",
            lossy.encoding().version(),
            tunes.toString(),
            "test",
            new CorpusManifest.Counts(count, count, 0, 0, 0),
            "",
            List.of(new CorpusManifest.Shard("part-00000.parquet", count, Files.size(shard), ""))));
    List<Melody> known =
        Corpus.read(tunes, MusicCorpus.files(new MelodyKind()), 1, ReadingListener.NONE).pieces().stream()
            .map(piece -> piece.value().music())
            .toList();
    List<Melody> same =
        ShardedPieces.open(lossy, corpus).orElseThrow().pieces().stream()
            .map(piece -> piece.value().music())
            .toList();
    assertEquals(known, same);
  }

  /** Melodies whose tempo is lost on the way. */
  @SuppressWarnings("unchecked")
  private static MusicKind<Melody> lossy() {
    MelodyKind melodies = new MelodyKind();
    return (MusicKind<Melody>)
        Proxy.newProxyInstance(
            MusicKind.class.getClassLoader(),
            new Class<?>[] {MusicKind.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("withTempo")) {
                return ((Melody) arguments[0]).withTempo(33);
              }
              try {
                return method.invoke(melodies, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
