package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.task.handwriting.synthesis.TinyHands;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page is told of tokens and points. */
class LookInsideTest {
  @RegisterExtension private final ServedStudio served = ServedStudio.withTinyHands();
  private Path folder = Path.of("");
  private Path workspace = Path.of("");
  private StudioCaller page;

  @BeforeEach
  void open() {
    folder = served.folder();
    workspace = served.workspace();
    page = served.caller();
  }

  /** Writes a line in a hand that never learned to, or some of each of both; its stem. */
  private String letter(String hands) throws Exception {
    return page.post(
            "/api/write",
            "{\"text\":\"Dear Anna\",\"hands\":%s,\"neatness\":0.5,".formatted(hands)
                + "\"paper\":\"a5\",\"ruling\":\"plain\",\"alignment\":\"left\",\"ink\":\"blue\",\"seed\":\"1\"}")
        .good()
        .get("stem")
        .getAsString();
  }

  private static double sum(JsonArray all, String name) {
    double sum = 0;
    for (JsonElement each : all) {
      sum += each.getAsJsonObject().get(name).getAsDouble();
    }
    return sum;
  }

  @Test
  void showsFromWhatATokenWasDrawn() throws Exception {
    StudioSamples.tune(workspace, "tune");
    JsonObject tune = page.get("/api/inside?stem=tune").good().getAsJsonObject("tune");
    JsonArray tokens = tune.getAsJsonArray("tokens");
    int last = tokens.size() - 1;
    assertEquals(4, tokens.get(last).getAsJsonObject().get("bar").getAsInt());
    assertEquals("tune.mid", tune.get("midi").getAsString());
    JsonObject step = page.get("/api/inside/token?stem=tune&step=" + last).good();
    double best = Double.NEGATIVE_INFINITY;
    double weights = 0;
    double drawn = 0;
    for (JsonElement each : step.getAsJsonArray("choices")) {
      double logit = each.getAsJsonObject().get("logit").getAsDouble();
      best = Math.max(best, logit);
      weights += Math.exp(logit);
      drawn += each.getAsJsonObject().get("drawn").getAsBoolean() ? Math.exp(logit) : 0;
    }
    double nats = tokens.get(last).getAsJsonObject().get("nats").getAsDouble();
    assertEquals(nats, -Math.log(drawn / weights), 1e-4);
    JsonObject unit = step.getAsJsonArray("units").get(0).getAsJsonObject();
    assertEquals(tokens.size(), unit.getAsJsonArray("course").size());
  }

  @Test
  void showsFromWhatAPointWasDrawn() throws Exception {
    for (String hands : new String[] {"{\"one\":1}", "{\"one\":1,\"two\":3}"}) {
      String stem = letter(hands);
      JsonObject letter = page.get("/api/inside?stem=" + stem).good().getAsJsonObject("letter");
      assertEquals("[\"Dear Anna\"]", letter.get("lines").toString());
      JsonObject line = page.get("/api/inside/line?line=0&stem=" + stem).good();
      assertEquals(9, line.getAsJsonArray("characters").size());
      int last = line.getAsJsonArray("points").size() - 1;
      JsonObject point =
          page.get("/api/inside/point?line=0&stem=" + stem + "&point=" + last).good();
      assertEquals(1, sum(point.getAsJsonArray("components"), "weight"), 1e-5);
      assertEquals(10, point.getAsJsonArray("attention").size());
      double up = point.get("penUp").getAsDouble();
      assertTrue(up >= 0 && up <= 1, "pen " + up);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/inside|400|the address lacks stem",
        "/api/inside?stem=nothing|404|there is no nothing.json any more",
        "/api/inside?stem=../secret|403|the studio keeps to its workspace",
        "/api/inside/token?stem=tune|400|the address lacks step",
        "/api/inside/token?stem=tune&step=-1|422|step must be 0 to ",
        "/api/inside/token?stem=tune&step=99999|422|step must be 0 to ",
        "/api/inside/token?stem=tune&step=x|422|step must be 0 to ",
        "/api/inside/line?stem=tune&line=0|422|tune.json: not a provenance file",
        "/api/inside?stem=other|422|the page looks into music and handwriting, but other is text"
      })
  void saysWhatIsWrong(String path, int status, String why) throws Exception {
    StudioSamples.tune(workspace, "tune");
    Files.writeString(
        workspace.resolve("other.json"),
        "{\"program\":\"x\",\"modelSha256\":\"x\",\"kind\":\"text\",\"request\":{}}");
    StudioCaller.Answer answer = page.get(path);
    assertEquals(status, answer.status(), answer.body());
    assertTrue(answer.error().contains(why), answer.error());
  }

  @Test
  void saysThatTheModelIsGoneOrAnother() throws Exception {
    String stem = letter("{\"one\":1}");
    TinyHands.write(folder.resolve("tiny.safetensors"), 2);
    StudioCaller.Answer another = page.get("/api/inside?stem=" + stem);
    assertEquals(422, another.status());
    assertTrue(another.error().contains("is another one by now"), another.error());
    Files.delete(folder.resolve("tiny.safetensors"));
    StudioCaller.Answer gone = page.get("/api/inside?stem=" + stem);
    assertEquals(422, gone.status());
    assertTrue(gone.error().contains("tiny.safetensors"), gone.error());
  }

  @Test
  void anOpenPieceStaysWhenItsModelGoes() throws Exception {
    String stem = letter("{\"one\":1}");
    page.get("/api/inside?stem=" + stem).good();
    Files.delete(folder.resolve("tiny.safetensors"));
    page.get("/api/inside/point?line=0&point=0&stem=" + stem).good();
  }
}
