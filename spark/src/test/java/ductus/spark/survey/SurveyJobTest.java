package ductus.spark.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster.SurveyOutcome;
import ductus.cluster.Cluster.SurveyRequest;
import ductus.cluster.ClusterException;
import ductus.corpus.ReadingListener;
import ductus.inspection.FolderReport;
import ductus.inspection.PieceSummary;
import ductus.spark.LocalContext;
import ductus.spark.corpus.MixedFolder;
import ductus.spark.corpus.Notice;
import ductus.spark.corpus.SourceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyJobTest {
  private static JavaSparkContext context;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    context = LocalContext.start(2);
  }

  @AfterAll
  static void end() {
    context.stop();
  }

  private static SurveyOutcome look(String folder, int named) throws ClusterException {
    SurveyRequest request = new SurveyRequest(folder, folder, named);
    return new SurveyJob(context, request, ReadingListener.NONE, () -> false).run().orElseThrow();
  }

  private static FolderReport survey(String folder, int named) throws ClusterException {
    return assertInstanceOf(SurveyOutcome.Music.class, look(folder, named)).report();
  }

  private static FolderReport known(Path folder) throws Exception {
    return FolderReport.read(folder, 1, ReadingListener.NONE);
  }

  @Test
  void reportsWhatOneMachineReports() throws Exception {
    Path tunes = MixedFolder.write(folder);
    FolderReport known = known(tunes);
    assertTrue(known.files().leftOut() > 2 && known.files().duplicates() > 1, known.toString());
    assertEquals(known, survey(tunes.toString(), Integer.MAX_VALUE));
  }

  @Test
  void namesTheFirstAndCountsAll() throws Exception {
    Path tunes = MixedFolder.write(folder);
    FolderReport known = known(tunes);
    FolderReport some = survey(tunes.toString(), 2);
    assertEquals(known.files(), some.files());
    assertEquals(known.leftOut().subList(0, 2), some.leftOut());
    assertEquals(known.duplicates().subList(0, 2), some.duplicates());
  }

  @Test
  void aStoreIsAsGoodAsAFolder() throws Exception {
    Path tunes = MixedFolder.write(folder);
    MixedFolder.removeLinks(tunes);
    FolderReport known = known(tunes);
    FolderReport same = survey("shelf:" + tunes, Integer.MAX_VALUE);
    assertEquals(known.files(), same.files());
    assertEquals(known.melodies(), same.melodies());
    assertEquals("shelf:" + known.leftOut().get(0), same.leftOut().get(0).toString());
  }

  @Test
  void saysWhatAFolderWithoutMusicAndInkIs() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(empty + ": the folder has no files", complaint(empty));
    Files.writeString(empty.resolve("letter.txt"), "Dear Anna");
    assertTrue(
        complaint(empty).endsWith("but its one file is none; nor is there ink in it"),
        complaint(empty));
    Path none = folder.resolve("none");
    assertEquals(none + ": no such folder", complaint(none));
  }

  @Test
  void aFolderOfBrokenFilesOnlyIsReportedOn() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.mid"), "MThd");
    FolderReport report = survey(folder.toString(), 5);
    assertEquals(known(folder), report);
    assertEquals(List.of(broken.toString()), List.of(report.leftOut().get(0).file()));
  }

  private static String complaint(Path folder) {
    return String.valueOf(
        assertThrows(ClusterException.class, () -> survey(folder.toString(), 5)).getMessage());
  }

  /** A task that fails, or is not asked for all of it, leaves no folder of copies behind. */
  @Test
  void aReadingThatIsNotEndedTidiesUp() throws Exception {
    Path tunes = MixedFolder.write(folder);
    Set<Path> before = copies();
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    LongAccumulator read = context.sc().longAccumulator();
    String source = "shelf:" + tunes;
    Finding<PieceSummary> found =
        context
            .parallelize(List.of(new Notice("one.abc", ""), new Notice("book.abc", "")), 1)
            .mapPartitions(
                part ->
                    new FindingReader<>(
                        SourceFolder.of(source, conf), new MusicSurveySubject(), part, read))
            .first();
    assertEquals("one.abc", found.place().path());
    assertEquals(1, read.value());
    assertEquals(before, copies());
  }

  private static Set<Path> copies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("ductus-corpus-"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void endsWhereItIsStopped() throws Exception {
    Path tunes = MixedFolder.write(folder);
    SurveyRequest request = new SurveyRequest(tunes.toString(), "tunes", 5);
    assertTrue(new SurveyJob(context, request, ReadingListener.NONE, () -> true).run().isEmpty());
  }
}
