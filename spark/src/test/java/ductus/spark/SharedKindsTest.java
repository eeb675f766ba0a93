package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import ductus.spark.local.LocalCluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Trainings beside those on tunes: two executors end with the model of one machine. */
@ExtendWith(TestCluster.class)
class SharedKindsTest {
  @TempDir Path folder;

  @Test
  void executorsThatShareTextEndWithTheWeightsOfOneMachine(LocalCluster local) throws Exception {
    Path text = folder.resolve("text.txt");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      lines.append("and so it goes from line to line %d, %d times.%n".formatted(i, i * i % 31));
    }
    Files.writeString(text, lines);
    check(
        local,
        List.of("text", "train", text, "--hidden", 12, "--embedding", 4, "--time-steps", 500));
  }

  @Test
  void executorsThatShareHandsEndWithTheWeightsOfOneMachine(LocalCluster local) throws Exception {
    Path hands = Files.createDirectory(folder.resolve("hands"));
    Path all = Path.of(System.getProperty("ductus.corpora", "../corpora"), "hands");
    for (String name : List.of("italic.json", "print.json")) {
      Files.copy(all.resolve(name), hands.resolve(name));
    }
    check(local, List.of("hand", "train", hands, "--hidden", 12, "--longest", 12, "--batches", 5));
  }

  @Test
  void executorsThatShareHandsFromAModelEndWithTheWeightsOfOneMachine(LocalCluster local)
      throws Exception {
    Path hands = Files.createDirectory(folder.resolve("hands"));
    Path all = Path.of(System.getProperty("ductus.corpora", "../corpora"), "hands");
    Files.copy(all.resolve("italic.json"), hands.resolve("italic.json"));
    check(
        local, List.of("hand", "train", hands, "--from", "hands", "--longest", 8, "--batches", 2));
  }

  @Test
  void executorsThatShareIndependentKeysEndWithTheWeightsOfOneMachine(LocalCluster local)
      throws Exception {
    Path sets =
        Files.writeString(
            folder.resolve("sets.json"),
            "{\"train\":%s,\"valid\":%s}".formatted(frames(11), frames(5)));
    check(
        local, List.of("train", sets, "--encoding", "poly", "--independent-keys", "--hidden", 12));
  }

  private static List<List<List<Integer>>> frames(int pieces) {
    return IntStream.range(0, pieces)
        .mapToObj(
            piece ->
                IntStream.range(0, 9 + piece % 3)
                    .mapToObj(step -> List.of(48 + (piece * 5 + step * 7) % 12, 60 + step))
                    .toList())
        .toList();
  }

  private void check(LocalCluster local, List<?> command) throws Exception {
    List<String> arguments = new ArrayList<>(command.stream().map(Object::toString).toList());
    arguments.addAll(List.of("--epochs", "2", "--seed", "1", "--batch", "4", "--shards", "4"));
    run(arguments, "alone", "--threads", "1");
    String said = run(arguments, "together", "--master", local.master());
    assertArrayEquals(model("alone"), model("together"));
    assertTrue(said.contains("epoch   2: training"), said);
  }

  private String run(List<String> command, String name, String... more) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--out", folder.resolve(name).toString()));
    arguments.addAll(List.of(more));
    StringWriter err = new StringWriter();
    int status =
        Ductus.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    assertEquals(0, status, err.toString());
    return err.toString();
  }

  private byte[] model(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve("model.safetensors"));
  }
}
