package ductus.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFilesTest {
  @Test
  void areNamedByTheDayAndTakeNoOthersPlace(@TempDir Path folder) throws IOException {
    assertEquals(
        List.of(folder.resolve("bench-2026-11-20.json"), folder.resolve("bench-2026-11-20.svg")),
        BenchFiles.write(Reports.ROUND, folder));
    assertEquals(
        folder.resolve("bench-2026-11-20-2.json"), BenchFiles.write(Reports.ROUND, folder).get(0));
  }

  @Test
  void areNamedAsAskedFor(@TempDir Path folder) throws IOException {
    assertEquals(
        List.of(folder.resolve("a/my.json"), folder.resolve("a/my.svg")),
        BenchFiles.write(Reports.ROUND, folder.resolve("a/my.json")));
  }

  @Test
  void holdAllFigures(@TempDir Path folder) throws IOException {
    Path json = BenchFiles.write(Reports.ROUND, folder).get(0);
    JsonObject report = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    JsonObject own =
        report
            .getAsJsonArray("comparisons")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("results")
            .get(0)
            .getAsJsonObject();
    assertEquals("Ductus", own.get("side").getAsString());
    assertEquals(200_000, own.getAsJsonObject("training").get("median").getAsDouble());
    assertEquals(
        3600,
        report
            .getAsJsonArray("long_sequences")
            .get(0)
            .getAsJsonObject()
            .get("bytes")
            .getAsDouble());
    assertTrue(report.has("busy_core"));
  }

  @Test
  void drawBarsForEachSideThatTookPart(@TempDir Path folder) throws IOException {
    Path svg = BenchFiles.write(Reports.ROUND, folder).get(1);
    String chart = Files.readString(svg);
    assertTrue(chart.contains(">Ductus<"), chart);
    assertTrue(chart.contains(">DJL<"), chart);
  }
}
