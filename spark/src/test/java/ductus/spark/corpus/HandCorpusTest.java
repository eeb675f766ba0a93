package ductus.spark.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster.CorpusOutcome;
import ductus.cluster.Cluster.CorpusRequest;
import ductus.corpus.LeftOut;
import ductus.corpus.ReadingListener;
import ductus.corpus.hand.HandFolder;
import ductus.corpus.hand.ShardedHands;
import ductus.corpus.shard.CorpusManifest;
import ductus.ink.hand.Hand;
import ductus.inspection.FolderReport;
import ductus.spark.SparkCluster;
import ductus.spark.SparkProvider;
import ductus.spark.TestCluster;
import ductus.spark.local.LocalCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Hands of files: those that ship, a writer of UJI's, one twice, and two that are refused. */
class HandCorpusTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("ductus.corpora", "../corpora"), "hands");
  private static final String UJI =
      """
      .SEGMENT CHARACTER 0 ? "a"
      .PEN_DOWN
       557 1270
       550 750
       520 900
      .PEN_UP
      .SEGMENT CHARACTER 1 ? "i"
      .PEN_DOWN
       10 1270
       12 740
      .PEN_UP
      .PEN_DOWN
       30 400
      .PEN_UP
      .SEGMENT CHARACTER 2 ? "x"
      .PEN_DOWN
       10 1270
       300 752
      .PEN_UP
      .PEN_DOWN
       300 1270
       10 750
      .PEN_UP
      """;

  @TempDir private Path folder;

  private Path files;

  @BeforeEach
  void fill() throws IOException {
    files = folder.resolve("files");
    Files.createDirectories(files.resolve("more"));
    try (Stream<Path> hands = Files.list(SHIPPED)) {
      for (Path hand : hands.toList()) {
        Files.copy(hand, files.resolve(String.valueOf(hand.getFileName())));
      }
    }
    Files.writeString(files.resolve("more/UJIpenchars-w77"), UJI);
    Files.writeString(files.resolve("more/UJIpenchars-w78"), UJI.replace("550 750", "55O 750"));
    Files.writeString(files.resolve("more/EMSHerculean.svg"), "<svg/>");
    Files.writeString(files.resolve("notes.txt"), "No hand.");
  }

  private CorpusOutcome make(String master, String out) throws Exception {
    try (SparkCluster cluster = (SparkCluster) new SparkProvider().connect(master)) {
      CorpusRequest request =
          new CorpusRequest(
              files.toString(), ShardedHands.ENCODING, folder.resolve(out).toString(), "test");
      return cluster.corpus(request, ReadingListener.NONE, () -> false).orElseThrow();
    }
  }

  @Test
  void handsComeBackAsOneMachineReadsThem() throws Exception {
    HandFolder known = HandFolder.read(files);
    Files.copy(files.resolve("print.json"), files.resolve("the same.json"));
    CorpusOutcome made = make("local[2]", "corpus");
    HandFolder same = HandFolder.read(folder.resolve("corpus"));
    assertTrue(known.hands().stream().map(Hand::name).toList().contains("uji-w77"));
    assertEquals(HandFolder.digest(known.hands()), HandFolder.digest(same.hands()));
    assertEquals(known.borrowed(), same.borrowed());
    assertEquals(2, known.leftOut().size());
    assertEquals(
        known.leftOut().stream().map(LeftOut::toString).toList(),
        made.leftOut().stream().map(FolderReport.Unread::toString).toList());
    CorpusManifest.Counts counts = made.manifest().counts();
    assertEquals(known.hands().size(), counts.pieces());
    assertEquals(1, counts.duplicates());
  }

  @Test
  @ExtendWith(TestCluster.class)
  void handsAreTheSameOnOneExecutorAndOnTwo(LocalCluster local) throws Exception {
    System.setProperty("spark.cores.max", "1");
    CorpusManifest ofOne;
    try {
      ofOne = make(local.master(), "ofOne").manifest();
    } finally {
      System.clearProperty("spark.cores.max");
    }
    assertEquals(ofOne, make(local.master(), "ofTwo").manifest());
    assertEquals(
        HandFolder.digest(HandFolder.read(files).hands()),
        HandFolder.digest(HandFolder.read(folder.resolve("ofTwo")).hands()));
  }
}
