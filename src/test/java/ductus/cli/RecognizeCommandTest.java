package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.compose.LineComposer;
import ductus.ink.hand.HandFile;
import ductus.ink.read.InkJson;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizeCommandTest {
  private static final String FIRST = "Dear Anna, the fox";
  private static final String SECOND = "is here at 10:45.";

  private final Path folder;

  RecognizeCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Two lines of a hand, twelve units an x-height. */
  private Path page() throws Exception {
    LineComposer composer =
        new LineComposer(
            HandFile.read(Path.of("corpora/hands/print.json")), HandVariation.none(), 0.2);
    List<Stroke> strokes = new ArrayList<>();
    strokes.addAll(placed(composer.compose(FIRST, Randomness.of(1)).handwriting(), 0));
    strokes.addAll(placed(composer.compose(SECOND, Randomness.of(2)).handwriting(), 40));
    Path file = folder.resolve("page.json");
    Files.writeString(file, InkJson.write(List.of(Handwriting.of(strokes))));
    return file;
  }

  private static List<Stroke> placed(Handwriting line, double down) {
    return line.map(point -> point.moved(12 * point.x(), 12 * point.y() - down)).strokes();
  }

  @Test
  void readsTheLinesOfAPage() throws Exception {
    CommandRun run = CommandRun.of("recognise", page());
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(List.of(FIRST, SECOND), run.out().lines().toList());
    assertEquals("", run.err());
  }

  @Test
  void printsWhatItReadsAsJsonAndNamesTheHand() throws Exception {
    CommandRun run = CommandRun.of("recognise", "--json", "--hand", page());
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    JsonObject result = JsonParser.parseString(run.out()).getAsJsonObject();
    JsonObject line = result.getAsJsonArray("lines").get(0).getAsJsonObject();
    assertEquals(FIRST, line.get("text").getAsString());
    assertTrue(line.get("likeness").getAsDouble() > 0.5);
    assertEquals("print", line.get("hand").getAsString());
    assertEquals("print", result.get("hand").getAsString(), "all lines together");
    assertTrue(result.get("likeness").getAsDouble() >= line.get("likeness").getAsDouble());
    assertEquals("all lines together: print, 1.00", run.err().strip());
  }

  @Test
  void saysWhereEachWordStands() throws Exception {
    CommandRun run = CommandRun.of("recognise", "--json", page());
    JsonObject result = JsonParser.parseString(run.out()).getAsJsonObject();
    List<String> texts = new ArrayList<>();
    double right = Double.NEGATIVE_INFINITY;
    for (JsonElement each :
        result.getAsJsonArray("lines").get(1).getAsJsonObject().getAsJsonArray("words")) {
      JsonObject word = each.getAsJsonObject();
      JsonObject box = word.getAsJsonObject("box");
      texts.add(word.get("text").getAsString());
      assertTrue(box.get("left").getAsDouble() > right, "words do not overlap");
      right = box.get("right").getAsDouble();
      assertTrue(box.get("bottom").getAsDouble() < -35, "in the second line");
      double confidence = word.get("confidence").getAsDouble();
      assertTrue(confidence > 0.3 && confidence <= 1, () -> word.toString());
      StringBuilder letters = new StringBuilder();
      double least = 1;
      for (JsonElement letter : word.getAsJsonArray("letters")) {
        letters.append(letter.getAsJsonObject().get("text").getAsString());
        least = Math.min(least, letter.getAsJsonObject().get("confidence").getAsDouble());
      }
      assertEquals(word.get("text").getAsString(), letters.toString());
      assertEquals(confidence, least);
    }
    assertEquals(List.of(SECOND.split(" ", -1)), texts);
  }

  @Test
  void writesAPdfThatCanBeSearched() throws Exception {
    Path pdf = folder.resolve("page.pdf");
    CommandRun run = CommandRun.of("recognise", "--to", "pdf", "--out", pdf, page());
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals("wrote " + pdf, run.err().strip());
    String content = Files.readString(pdf, StandardCharsets.ISO_8859_1);
    for (String word : (FIRST + " " + SECOND).split(" ", -1)) {
      String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.US_ASCII));
      assertTrue(content.contains("<" + hex + "> Tj"), word);
    }
    CommandRun wrong = CommandRun.of("recognise", "--to", "doc", page());
    assertEquals(ExitStatus.WRONG_USAGE, wrong.status());
    assertTrue(wrong.err().contains("--to must be pdf but was doc"), wrong.err());
  }

  @Test
  void refusesWhatIsNoInk() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "words");
    CommandRun run = CommandRun.of("recognise", file);
    assertEquals(ExitStatus.FAILED, run.status());
    assertEquals(1, run.complaints().size(), run.err());
    assertEquals(
        ExitStatus.WRONG_USAGE, CommandRun.of("recognise", "--beam", "-1", page()).status());
  }
}
