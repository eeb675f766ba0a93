package ductus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.cli.console.ExitStatus;
import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.model.place.ModelCatalog;
import ductus.task.music.evaluation.TinyMelodyRun;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
  private static Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void train(@TempDir Path made) throws BadFileException, DivergenceException, IOException {
    folder = made;
    TinyMelodyRun.writeTunes(folder.resolve("tunes"));
    TinyMelodyRun.train(folder.resolve("tunes"), folder.resolve("run"));
  }

  @Test
  void printsATableAndWritesPictures() {
    int status = evaluate("run", "tunes", "--samples", "2", "--out", path("report"));
    assertEquals(ExitStatus.DONE, status, err.toString());
    assertTrue(out.toString().contains("8 pieces, 6 of them trained on and left out, 2 held out"));
    assertTrue(out.toString().contains("may have chosen the epoch whose weights these are"));
    assertTrue(out.toString().contains("the bar-aware one's."));
    for (String file :
        new String[] {"evaluation.json", "pitch-classes.svg", "intervals.svg", "durations.svg"}) {
      assertTrue(Files.exists(folder.resolve("report").resolve(file)), file);
    }
  }

  @Test
  void printsOneJsonObjectThatItAlsoWrites() throws IOException {
    int status = evaluate("run", "tunes", "--samples", "2", "--json", "--out", path("figures"));
    assertEquals(ExitStatus.DONE, status, err.toString());
    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertEquals(
        json, JsonParser.parseString(Files.readString(folder.resolve("figures/evaluation.json"))));
    assertEquals(2, json.getAsJsonObject("pieces").get("held_out").getAsInt());
    assertTrue(json.getAsJsonObject("generated").get("ended").getAsDouble() >= 0);
  }

  @Test
  void namesFilesThatItLeavesOut() throws IOException {
    Path mixed = Files.createDirectories(folder.resolve("mixed"));
    TinyMelodyRun.writeTunes(mixed);
    Files.writeString(mixed.resolve("broken.mid"), "no MIDI");
    int status = evaluate("run", "mixed", "--samples", "1", "--out", path("mixed-report"));
    assertEquals(ExitStatus.LEFT_OUT, status);
    assertTrue(err.toString().contains("broken.mid"), err.toString());
  }

  @Test
  void complainsInOneLine() throws IOException {
    assertComplaint(ExitStatus.FAILED, "no such model", "missing", "tunes");
    assertComplaint(ExitStatus.FAILED, "no such file or folder", "run", "missing");
    byte[] model = Files.readAllBytes(folder.resolve("run").resolve(ModelCatalog.MODEL));
    Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(model, model.length / 2));
    assertComplaint(ExitStatus.FAILED, "cut.safetensors: ", "cut.safetensors", "tunes");
  }

  @Test
  void refusesDamagedWeights() throws Exception {
    TensorFile file = TensorFile.read(folder.resolve("run").resolve(ModelCatalog.MODEL));
    Objects.requireNonNull(file.matrices().get("head.weight")).data[0] = Float.POSITIVE_INFINITY;
    file.write(folder.resolve("damaged.safetensors"));
    assertComplaint(
        ExitStatus.FAILED,
        "damaged.safetensors: damaged: weights head.weight hold Infinity",
        "damaged.safetensors",
        "tunes");
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertEquals(ExitStatus.WRONG_USAGE, evaluate("run", "tunes", "--threads", "0"));
    assertEquals(ExitStatus.WRONG_USAGE, evaluate("run", "tunes", "--samples", "0"));
    assertEquals(ExitStatus.WRONG_USAGE, evaluate("run", "tunes", "--temperature", "-1"));
    assertEquals(ExitStatus.WRONG_USAGE, evaluate("run", "tunes", "--top-p", "0"));
    err.getBuffer().setLength(0);
    assertEquals(ExitStatus.WRONG_USAGE, evaluate("harmony", "tunes", "--master", "local[1]"));
    assertTrue(
        err.toString().contains("--master is for models of tunes, polyphony"), err.toString());
  }

  private void assertComplaint(int status, String part, String model, String tunes) {
    err.getBuffer().setLength(0);
    assertEquals(status, evaluate(model, tunes));
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
    assertTrue(err.toString().contains(part), err.toString());
  }

  private int evaluate(String model, String tunes, String... options) {
    CommandLine ductus = Ductus.commandLine();
    ductus.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 3];
    arguments[0] = "evaluate";
    arguments[1] = model.equals("harmony") ? model : path(model);
    arguments[2] = path(tunes);
    System.arraycopy(options, 0, arguments, 3, options.length);
    return ductus.execute(arguments);
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }
}
