package ductus.cli;

import static ductus.cli.Complaints.assertFails;
import static ductus.cli.Complaints.assertWrongUsage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.read.InkJson;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurpriseCommandTest {
  private final Path folder;

  SurpriseCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void findsASpikeInASeries() throws Exception {
    Path sound = folder.resolve("sound.csv");
    CommandRun.of("series", "known", "sines", "--length", 900, "--out", sound);
    Path run = folder.resolve("run");
    CommandRun trained =
        CommandRun.of("series", "train", sound, "--out", run, "--epochs", 6, "--hidden", 16);
    assertEquals(ExitStatus.DONE, trained.status(), trained.err());
    List<String> lines = new ArrayList<>(Files.readAllLines(sound));
    lines.set(700, "700,5");
    for (int i = 0; i < lines.size(); i++) {
      lines.set(i, lines.get(i) + (i == 0 ? ",broken" : i == 700 ? ",1" : ",0"));
    }
    Path spiked = Files.write(folder.resolve("spiked.csv"), lines);
    JsonObject found = found("surprise", run, spiked, "--faults", "broken");
    JsonObject compared = found.getAsJsonObject("faults");
    for (String judge : List.of("network", "linear")) {
      JsonObject counts = compared.getAsJsonObject(judge);
      assertEquals(1, counts.get("faults").getAsInt());
      assertEquals(1, counts.get("found").getAsInt(), judge);
      assertEquals(odd(found), counts.get("odd").getAsInt(), judge);
    }
    assertFails("\"absent\"", "surprise", run, spiked, "--faults", "absent");
    Path other = Files.writeString(folder.resolve("other.csv"), "row,x,broken\n1,2,0\n2,3,0\n");
    assertFails("columns must be [value]", "surprise", run, other, "--faults", "broken");
    assertFails("what the model foretells", "surprise", run, spiked, "--faults", "value");
    assertEquals("row", found.get("kind").getAsString());
    assertTrue(part(found, 699).get("odd").getAsBoolean(), "the spike");
    assertEquals("700", highest(found));
    assertTrue(odd(found) < 60, "odd rows: " + odd(found));
    assertTrue(Files.readString(folder.resolve("o.csv")).contains("\n700,"));
    assertTrue(Files.readString(folder.resolve("o.svg")).contains("<path"));
  }

  @Test
  void findsABarInAnotherKey() throws Exception {
    String joy = Files.readString(Path.of("corpora/melodies/ode-to-joy.abc"));
    int second = joy.indexOf("\"D\"D D", joy.indexOf("\"D\"D D") + 1);
    String odd =
        joy.substring(0, second)
            + joy.substring(second).replaceFirst("\"D\"D D \"A\"E \"D\"F", "^D ^D =F =G");
    Path tune = Files.writeString(folder.resolve("a.abc"), odd);
    assertEquals("bar 7", highest(found("surprise", "folk", tune)));
    assertTrue(Files.readString(folder.resolve("o.svg")).contains("#f6d9b8"), "a mark");
    CommandRun measured =
        CommandRun.of(
            "surprise", "folk", tune, "--sound", "corpora/melodies", "--out", folder.resolve("p"));
    assertEquals(ExitStatus.DONE, measured.status(), measured.err());
    assertTrue(measured.out().contains("sound bars are"), measured.out());
  }

  @Test
  void findsAStrokeThatIsNotInItsPlace() throws Exception {
    Hand hand = HandFile.read(Path.of("corpora/hands/print.json"));
    Handwriting line =
        new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING)
            .compose("quiet morning", Randomness.of(4))
            .handwriting();
    int odd = 7;
    List<Stroke> strokes = new ArrayList<>(line.strokes());
    strokes.set(
        odd,
        new Stroke(
            strokes.get(odd).points().stream().map(p -> p.moved(p.x(), p.y() - 0.8)).toList()));
    Path file = folder.resolve("line.json");
    Files.writeString(
        file,
        InkJson.write(
            List.of(new Handwriting(strokes, Optional.of("quiet morning"), Optional.empty()))));
    JsonObject found = found("surprise", "hands", file, "--hand", "print");
    assertEquals("stroke " + (odd + 1), highest(found));
    assertTrue(found.get("note").getAsString().contains("quiet morning"));
  }

  /** Its text has an ë, which pens know as an e and its dots. */
  @Test
  void looksAtALetterWithMarksAboveLetters() throws Exception {
    Path letter = Path.of("src/docs/pictures/letter.svg");
    assertTrue(highest(found("surprise", "hands", letter, "--hand", "print")).contains("stroke"));
  }

  @Test
  void namesWhatIsWrong() {
    assertWrongUsage("--rate", "surprise", "folk", "x.mid", "--rate", 1);
    assertWrongUsage("hand must be one of", "surprise", "hands", "x", "--hand", "nobody");
    assertWrongUsage("hand and text go with", "surprise", "folk", "x", "--text", "a");
    assertWrongUsage("--faults goes with", "surprise", "folk", "x", "--faults", "a");
    assertFails("no such file", "surprise", "folk", folder.resolve("x.mid"));
  }

  private JsonObject found(Object... arguments) {
    Object[] all = new Object[arguments.length + 3];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--json";
    all[arguments.length + 1] = "--out";
    all[arguments.length + 2] = folder.resolve("o.csv");
    CommandRun run = CommandRun.of(all);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  private static JsonObject part(JsonObject found, int number) {
    return found.getAsJsonArray("parts").get(number).getAsJsonObject();
  }

  private static String highest(JsonObject found) {
    String name = "";
    double highest = Double.NEGATIVE_INFINITY;
    for (JsonElement each : found.getAsJsonArray("parts")) {
      JsonElement surprise = each.getAsJsonObject().get("surprise");
      if (surprise != null && surprise.getAsDouble() > highest) {
        highest = surprise.getAsDouble();
        name = each.getAsJsonObject().get("part").getAsString();
      }
    }
    return name;
  }

  private static int odd(JsonObject found) {
    int odd = 0;
    for (JsonElement each : found.getAsJsonArray("parts")) {
      odd += each.getAsJsonObject().get("odd").getAsBoolean() ? 1 : 0;
    }
    return odd;
  }
}
