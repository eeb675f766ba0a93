package ductus.model;

import static ductus.Refusals.assertBadFile;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.math.Seeded;
import ductus.model.cell.CellConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  private static final ModelKind<NetworkConfig, Network> TOKENS =
      Network.kind(List.of("melody", "poly", "performance", "score", "drums", "leadsheet"));

  private static final NetworkConfig CONFIG =
      new NetworkConfig(9, 5, 2, 6, NetworkConfig.LSTM, 2, 8, 0.25, false);
  private static final ModelHeader<NetworkConfig> HEADER =
      new ModelHeader<>(
          "melody",
          3,
          CONFIG,
          new ModelHeader.TrainingSummary(
              "0.1.0", "folk songs, “free”", "ALL", 7, 12, 1.2345678901234567),
          List.of("abc", "def"));

  @TempDir Path folder = Path.of("");

  @Test
  void comesBackAsItWas() throws IOException, BadFileException {
    Network network = network();
    Path path = write(network);
    ModelFile<NetworkConfig, Network> read = ModelFile.read(path, TOKENS);
    assertEquals(HEADER, read.header());
    for (int i = 0; i < network.parameters().size(); i++) {
      assertArrayEquals(
          network.parameters().get(i).value().data,
          read.network().parameters().get(i).value().data);
    }
  }

  @Test
  void refusesAFileCutShortAnywhere() throws IOException {
    Path path = write(network());
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length += 97) {
      Files.write(path, Arrays.copyOf(whole, length));
      BadFileException bad =
          assertThrows(BadFileException.class, () -> ModelFile.read(path, TOKENS));
      assertTrue(bad.toString().contains(path + ": byte "), bad.toString());
    }
  }

  @Test
  void refusesANewerFormat() throws IOException, BadFileException {
    assertEquals(
        "model format 2 is newer than this program's 1: update Ductus",
        refusal(header -> header.addProperty("format", 2)));
  }

  @Test
  void refusesAnotherKindOfFile() throws IOException {
    Path path = folder.resolve("other.safetensors");
    TensorFile other = new TensorFile();
    other.matrices().put("embedding.weight", new FMatrixRMaj(2, 2));
    other.write(path);
    assertEquals(
        path + ": a safetensors file, but not a model of Ductus",
        assertThrows(BadFileException.class, () -> ModelFile.read(path, TOKENS)).getMessage());
  }

  @Test
  void refusesAHeaderThatIsBroken() throws IOException, BadFileException {
    String form = "model header: not JSON of the expected form: ";
    for (String field : List.of("format", "encoding", "network", "pieces")) {
      assertEquals(form + field + " is missing", refusal(header -> header.remove(field)));
    }
    assertEquals(
        "model header: cell must be " + CellConfig.CHOICES + "; but was quantum",
        refusal(header -> header.getAsJsonObject("network").addProperty("cell", "quantum")));
    assertEquals(
        "model header: layers must be 1 to 3 but was 4",
        refusal(header -> header.getAsJsonObject("network").addProperty("layers", 4)));
    assertEquals(
        form + "format is not as expected", refusal(header -> header.addProperty("format", "one")));
    assertEquals(
        form + "network must be an object: { ... }",
        refusal(header -> header.addProperty("network", "a string")));
    TensorFile file = file();
    for (String text : List.of("", "null", "[]", "3", "{", "not JSON")) {
      file.metadata().put("ductus", text);
      assertThrows(BadFileException.class, () -> ModelFile.of(folder, file, TOKENS), text);
    }
  }

  @Test
  void refusesANetworkThatIsLargerThanItsFileBeforeMakingIt() throws IOException, BadFileException {
    String reason =
        refusal(
            header -> {
              JsonObject network = header.getAsJsonObject("network");
              network.addProperty("hiddenSize", 1800);
              network.addProperty("layers", 3);
            });
    assertTrue(reason.startsWith("weights are missing: the header's network has"), reason);
  }

  @Test
  void refusesWeightsThatAreNotNumbers() throws IOException, BadFileException {
    TensorFile file = file();
    Objects.requireNonNull(file.matrices().get("head.bias")).set(0, 1, Float.NaN);
    assertBadFile("damaged: weights head.bias hold NaN", () -> ModelFile.of(folder, file, TOKENS));
  }

  @Test
  void refusesMissingAndMisshapenWeights() throws IOException, BadFileException {
    TensorFile file = file();
    FMatrixRMaj bias = Objects.requireNonNull(file.matrices().remove("lstm.1.bias"));
    assertBadFile(
        "weights are missing: the header's network has 1189, the file 1157",
        () -> ModelFile.of(folder, file, TOKENS));
    file.matrices().put("lstm.1.other", bias);
    assertBadFile("weights lstm.1.bias are missing", () -> ModelFile.of(folder, file, TOKENS));
    file.matrices().put("lstm.1.bias", new FMatrixRMaj(32, 1));
    assertBadFile(
        "weights lstm.1.bias must be 1×32 but are 32×1", () -> ModelFile.of(folder, file, TOKENS));
    file.matrices().put("lstm.1.bias", bias);
    ModelFile.of(folder, file, TOKENS);
  }

  @Test
  void refusesAnotherVersionOfItsEncodingAndOtherSizes() throws IOException, BadFileException {
    ModelFile<NetworkConfig, Network> model = ModelFile.of(folder, file(), TOKENS);
    assertEquals(model, model.requireFitting(folder, 3, true));
    assertBadFile(
        "made with version 3 of the encoding melody, this program has version 4: train it anew",
        () -> model.requireFitting(folder, 4, true));
    assertBadFile(
        "its network does not fit the encoding melody of this program",
        () -> model.requireFitting(folder, 3, false));
  }

  private String refusal(Consumer<JsonObject> change) throws IOException, BadFileException {
    TensorFile file = file();
    JsonObject header =
        JsonParser.parseString(Objects.requireNonNull(file.metadata().get("ductus")))
            .getAsJsonObject();
    change.accept(header);
    file.metadata().put("ductus", header.toString());
    return assertThrows(BadFileException.class, () -> ModelFile.of(folder, file, TOKENS)).reason();
  }

  private TensorFile file() throws IOException, BadFileException {
    return TensorFile.read(write(network()));
  }

  private Path write(Network network) throws IOException {
    Path path = folder.resolve("model.safetensors");
    ModelFile.write(path, HEADER, network);
    return path;
  }

  private static Network network() {
    Network network = new Network(CONFIG);
    network.initialize(Seeded.random(1));
    return network;
  }
}
