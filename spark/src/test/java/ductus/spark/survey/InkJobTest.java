package ductus.spark.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.Cluster.SurveyOutcome;
import ductus.cluster.Cluster.SurveyRequest;
import ductus.corpus.ReadingListener;
import ductus.inspection.ink.InkReport;
import ductus.inspection.ink.InkSurvey;
import ductus.spark.LocalContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InkJobTest {
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

  private static InkSurvey survey(String folder, int named) throws Exception {
    SurveyRequest request = new SurveyRequest(folder, folder, named);
    SurveyOutcome outcome =
        new SurveyJob(context, request, ReadingListener.NONE, () -> false).run().orElseThrow();
    return assertInstanceOf(SurveyOutcome.Ink.class, outcome).survey();
  }

  private static InkSurvey known(Path folder) throws Exception {
    return InkSurvey.read(folder, 1, ReadingListener.NONE);
  }

  @Test
  void reportsAndShowsWhatOneMachineDoes() throws Exception {
    Path ink = InkFolder.write(folder);
    InkSurvey known = known(ink);
    InkReport report = known.report();
    assertTrue(report.formats().size() == 12 && report.files().leftOut() == 3, report.toString());
    assertEquals(2, report.files().duplicates());
    assertEquals(100, report.texts().longer().size());
    assertNotNull(report.lines());
    InkSurvey same = survey(ink.toString(), Integer.MAX_VALUE);
    assertEquals(report, same.report());
    assertArrayEquals(known.sheet(), same.sheet());
  }

  @Test
  void namesTheFirstAndCountsAll() throws Exception {
    Path ink = InkFolder.write(folder);
    InkReport known = known(ink).report();
    InkReport some = survey(ink.toString(), 2).report();
    assertEquals(known.files(), some.files());
    assertEquals(known.leftOut().subList(0, 2), some.leftOut());
  }

  @Test
  void aStoreIsAsGoodAsAFolder() throws Exception {
    Path ink = InkFolder.write(folder);
    InkFolder.removeLinks(ink);
    InkReport known = known(ink).report();
    InkReport same = survey("shelf:" + ink, Integer.MAX_VALUE).report();
    assertEquals(known.files(), same.files());
    assertEquals(known.ink(), same.ink());
    assertEquals(known.lines(), same.lines());
    assertEquals(known.writers(), same.writers());
    assertEquals(known.texts(), same.texts());
    assertEquals("shelf:" + known.leftOut().get(0), same.leftOut().get(0).toString());
  }

  @Test
  void aFolderOfBrokenInkOnlyIsReportedOn() throws Exception {
    Files.writeString(folder.resolve("broken"), "<ink><trace>1 2</ink>");
    assertEquals(known(folder).report(), survey(folder.toString(), 5).report());
  }
}
