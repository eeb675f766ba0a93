package ductus.model;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import ductus.model.cell.CellConfig;
import ductus.model.cell.CellConfigTest;
import org.junit.jupiter.api.Test;

class NetworkConfigTest {
  @Test
  void countsTheWeightsOfItsNetwork() {
    for (String cell : CellConfigTest.ALL) {
      for (int layers = 1; layers <= 3; layers++) {
        for (int features = 0; features < 3; features++) {
          NetworkConfig config = config(9, 5 * features, features, 6, cell, layers, 17, 0);
          assertEquals(new Network(config).size(), config.weights(), cell);
          NetworkConfig skipping = config.withSkip(true);
          assertEquals(new Network(skipping).size(), skipping.weights(), cell);
          assertEquals(config.weights() + 6 * 9, skipping.weights());
        }
      }
    }
  }

  @Test
  void refusesMoreWeightsThanACheckpointCanHold() {
    assertEquals(69_828_712, config(1000, 0, 0, 2048, "lstm", 2, 2024, 0).weights());
    long count = (1L << 21) * 8192 + 3 * (2 * 8192L + 1) * 4 * 8192 + 8193L * (1 << 20);
    assertRefused(
        "weights must be at most 80,000,000 but were %,d: choose smaller layers".formatted(count),
        () -> config(1 << 20, 1 << 20, 64, 8192, "lstm", 3, 8192, 0.5));
  }

  @Test
  void comesBackFromJson() {
    NetworkConfig config = config(9, 5, 2, 6, "lstm", 2, 8, 0.1);
    Gson gson = new Gson();
    assertEquals(config, gson.fromJson(gson.toJson(config), NetworkConfig.class));
    NetworkConfig skipping = config.withSkip(true);
    assertEquals(skipping, gson.fromJson(gson.toJson(skipping), NetworkConfig.class));
  }

  @Test
  void hasNoSkipWhereJsonDoesNotSpeakOfIt() {
    NetworkConfig config = config(9, 5, 2, 6, "lstm", 2, 8, 0.1);
    JsonObject json = new Gson().toJsonTree(config.withSkip(true)).getAsJsonObject();
    json.remove("skip");
    assertEquals(config, new Gson().fromJson(json, NetworkConfig.class));
  }

  @Test
  void refusesWhatCannotBe() {
    assertRefused(
        "vocabulary size must be 2 to 1048576 but was 1",
        () -> config(1, 5, 2, 6, "lstm", 2, 8, 0));
    assertRefused(
        "feature table size must be 0 to 1048576 but was -1",
        () -> config(9, -1, 2, 6, "lstm", 2, 8, 0));
    assertRefused(
        "side features a step must be 0 to 128 but was 129",
        () -> config(9, 5, 129, 6, "lstm", 2, 8, 0));
    assertRefused(
        "embedding size must be 1 to 8192 but was 0", () -> config(9, 5, 2, 0, "lstm", 2, 8, 0));
    assertRefused("layers must be 1 to 3 but was 0", () -> config(9, 5, 2, 6, "lstm", 0, 8, 0));
    assertRefused("layers must be 1 to 3 but was 4", () -> config(9, 5, 2, 6, "lstm", 4, 8, 0));
    assertRefused(
        "hidden size must be 1 to 8192 but was 8193", () -> config(9, 5, 2, 6, "lstm", 2, 8193, 0));
    String cells = "cell must be " + CellConfig.CHOICES + "; but was ";
    assertRefused(cells + "gru+peephole", () -> config(9, 5, 2, 6, "gru+peephole", 2, 8, 0));
    assertRefused(
        cells + "lstm+bidirectional",
        () -> config(9, 5, 2, 6, "lstm" + CoreConfig.BIDIRECTIONAL, 2, 8, 0));
    assertRefused(
        "dropout must be 0 to below 1 but was 1.0", () -> config(9, 5, 2, 6, "lstm", 2, 8, 1));
    assertRefused(
        "dropout must be 0 to below 1 but was NaN",
        () -> config(9, 5, 2, 6, "lstm", 2, 8, Double.NaN));
  }

  private static NetworkConfig config(
      int vocabulary,
      int table,
      int features,
      int embedding,
      String cell,
      int layers,
      int hidden,
      double dropout) {
    return new NetworkConfig(
        vocabulary, table, features, embedding, cell, layers, hidden, dropout, false);
  }
}
