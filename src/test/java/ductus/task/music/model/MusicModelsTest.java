package ductus.task.music.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.file.TensorFile;
import ductus.model.place.ModelCatalog;
import ductus.music.Melody;
import ductus.music.statistics.NoteLine;
import ductus.music.statistics.RunIndex;
import ductus.run.TinyRuns;
import ductus.task.music.kind.MelodyKind;
import ductus.task.music.piece.TrainingNotes;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicModelsTest {
  private final Path folder;
  private final Path model;
  private final Path runs;

  MusicModelsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    model =
        TinyRuns.model(
            folder.resolve("mine").resolve(ModelCatalog.MODEL), MusicTrainingConfig.Keys.COMMON, 1);
    runs = model.resolveSibling(ModelCatalog.RUNS);
  }

  private static String refusal(Path path) {
    BadFileException refusal =
        assertThrows(
            BadFileException.class, () -> MusicModels.open(path.toString(), new MelodyKind()));
    String message = String.valueOf(refusal.getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  /** Changes what the model's header says. */
  private void change(Consumer<JsonObject> change) throws Exception {
    TensorFile file = TensorFile.read(model);
    JsonObject header =
        JsonParser.parseString(String.valueOf(file.metadata().get("ductus"))).getAsJsonObject();
    change.accept(header);
    file.metadata().put("ductus", header.toString());
    file.write(model);
  }

  @Test
  void opensAFileAndTheFolderThatItIsIn() throws Exception {
    MusicModel<Melody> byFile = MusicModels.open(model.toString(), new MelodyKind());
    MusicModel<Melody> byFolder =
        MusicModels.open(folder.resolve("mine").toString(), new MelodyKind());
    assertEquals("model", byFile.name());
    assertEquals("mine", byFolder.name());
    assertEquals(byFile.sha256(), byFolder.sha256());
    assertEquals(Sha256.hex(Files.readAllBytes(model)), byFile.sha256());
    assertEquals(MusicTrainingConfig.Keys.COMMON, byFile.keys());
    assertTrue(byFile.runs().isEmpty());
  }

  private static TrainingNotes runs(Melody... tunes) {
    return TrainingNotes.of(Stream.of(tunes).map(NoteLine::of).toList());
  }

  @Test
  void readsTheRunIndexBesideTheModel() throws Exception {
    TrainingNotes written = runs(TinyRuns.tune(1), TinyRuns.tune(2));
    written.write(runs);
    TrainingNotes both = MusicModels.open(model.toString(), new MelodyKind()).runs().orElseThrow();
    RunIndex index = written.index();
    RunIndex read = both.index();
    assertArrayEquals(NoteLine.pack(written.lines()), NoteLine.pack(both.lines()));
    for (int length : RunIndex.LENGTHS) {
      assertEquals(Arrays.toString(index.runs(length)), Arrays.toString(read.runs(length)));
    }
  }

  @Test
  void knowsTheModelsThatShip() throws Exception {
    for (String name : ModelCatalog.SHIPPED) {
      assumeTrue(
          ModelCatalog.class.getResource("/ductus/models/" + name + "/model.safetensors") != null,
          "the model " + name + " is not there yet");
      MusicModel<?> shipped = MusicModels.open(name);
      assertEquals(name, shipped.name());
      assertTrue(shipped.runs().isPresent() || !(shipped.kind() instanceof MelodyKind));
      assertNotNull(shipped.keys());
    }
  }

  @Test
  void saysWhatThereIsWhereThereIsNoSuchModel() {
    assertEquals(
        folder.resolve("none")
            + ": no such model: give a model file, a training run's folder, or one of "
            + String.join(", ", ModelCatalog.SHIPPED),
        refusal(folder.resolve("none")));
  }

  @Test
  void refusesAFolderWithoutAModel() {
    assertEquals(folder + ": no model.safetensors in this folder yet", refusal(folder));
  }

  @Test
  void refusesAModelThatIsCutShort() throws Exception {
    byte[] whole = Files.readAllBytes(model);
    for (int length = 0; length < whole.length; length += length < 64 ? 1 : 997) {
      Files.write(model, Arrays.copyOf(whole, length));
      String refusal = refusal(model);
      assertTrue(refusal.startsWith(model + ": "), refusal);
    }
    Files.write(model, Arrays.copyOf(whole, whole.length - 1));
    assertTrue(refusal(model).contains("cut short"), refusal(model));
  }

  @Test
  void refusesFilesOfAnotherKind() throws Exception {
    Path midi = TinyRuns.corpus(folder.resolve("corpus"), 1).resolve("tune-00.mid");
    assertEquals(midi + ": byte 0: not a safetensors file", refusal(midi));
    runs(TinyRuns.tune(1)).write(runs);
    assertEquals(runs + ": a safetensors file, but not a model of Ductus", refusal(runs));
  }

  @Test
  void refusesANewerVersion() throws Exception {
    change(header -> header.addProperty("format", 2));
    assertEquals(
        model + ": model format 2 is newer than this program's 1: update Ductus", refusal(model));
  }

  @Test
  void refusesAnotherEncodingOrVersionOfIt() throws Exception {
    change(header -> header.addProperty("encodingVersion", 99));
    assertTrue(
        refusal(model).startsWith(model + ": made with version 99 of the encoding melody"),
        refusal(model));
    change(header -> header.addProperty("encoding", "strokes"));
    assertEquals(model + ": a model of strokes, not of melody", refusal(model));
  }

  @Test
  void refusesAHeaderThatMakesNoSense() throws Exception {
    change(header -> header.getAsJsonObject("training").addProperty("keys", "some"));
    assertEquals(
        model + ": model header: keys must be all, common or own but were some", refusal(model));
    change(header -> header.getAsJsonObject("network").addProperty("layers", 7));
    assertTrue(refusal(model).contains("layers must be 1 to 3 but was 7"), refusal(model));
    change(header -> header.remove("network"));
    assertTrue(refusal(model).contains("network is missing"), refusal(model));
  }

  @Test
  void refusesARunIndexThatIsBroken() throws Exception {
    runs(TinyRuns.tune(1)).write(runs);
    byte[] whole = Files.readAllBytes(runs);
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(runs, Arrays.copyOf(whole, length));
      assertTrue(refusal(model).startsWith(runs + ": "), refusal(model));
    }
    TensorFile unsorted = new TensorFile();
    RunIndex.LENGTHS.forEach(
        length -> unsorted.integers().put("runs." + length, new long[] {2, 1}));
    unsorted.write(runs);
    assertTrue(refusal(model).startsWith(runs + ": not a run index: "), refusal(model));
    new TensorFile().write(runs);
    assertEquals(runs + ": not a run index: it lacks runs.4", refusal(model));
    Files.delete(runs);
    Files.createDirectories(runs);
    assertTrue(refusal(model).startsWith(runs + ": "), refusal(model));
  }
}
