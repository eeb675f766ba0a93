package ductus.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.bench.contender.Setting;
import ductus.bench.contender.Workload;
import ductus.bench.side.OwnSide;
import ductus.bench.side.Side;
import ductus.cli.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {
  private static final Setting SETTING = new Setting(4, 2, 2, 1, 2, 3);
  private static final BenchPlan PLAN =
      new BenchPlan(List.of(SETTING), List.of("lstm"), List.of(1), 3, 0, 0);

  private final StringWriter said = new StringWriter();
  private final BenchProgress progress =
      new BenchProgress(
          new Console(
              new PrintWriter(said, true),
              new PrintWriter(said, true),
              false,
              Console.Results.TEXT,
              Console.Verbosity.NORMAL),
          1);

  private static Side echo(String name, int threads) {
    return new Side(
        name,
        name,
        Set.of("lstm"),
        workload ->
            OwnSide.program(
                Echo.class,
                new Workload(workload.setting(), workload.cell(), threads).arguments()));
  }

  private List<Comparison.Result> run(Path logs, Side... sides) throws IOException {
    return new Rounds(PLAN, logs, progress).run(new Workload(SETTING, "lstm", 1), List.of(sides));
  }

  @Test
  void letAPeerOnlyGenerateWhereAnUpdateWouldTakeTooLong(@TempDir Path logs) throws IOException {
    Setting large = new Setting(1000, 4096, 4096, 3, 64, 1024);
    Rounds rounds = new Rounds(PLAN, logs, progress);
    List<Side> sides = List.of(echo("own", 1), echo("slow", 1));
    rounds.run(new Workload(SETTING, "lstm", 1), sides);
    List<Comparison.Result> results = rounds.run(new Workload(large, "lstm", 1), sides);
    assertNotNull(results.get(0).training());
    assertNull(results.get(1).training());
    assertEquals(0, results.get(1).tokensSeen());
    assertTrue(results.get(1).generation().median() > 0);
    assertTrue(said.toString().contains("slow does not train at V1000 "), said::toString);
    assertFalse(progress.hasFailed());
  }

  @Test
  void giveEachSideItsTurns(@TempDir Path logs) throws IOException {
    List<Comparison.Result> results = run(logs, echo("own", 1), echo("peer", 1));
    assertEquals(List.of("own", "peer"), results.stream().map(Comparison.Result::side).toList());
    for (Comparison.Result result : results) {
      RepeatedMeasurement training = Objects.requireNonNull(result.training());
      assertTrue(training.least() > 0, result::toString);
      assertTrue(training.least() <= training.most(), result::toString);
      assertTrue(result.tokensSeen() % SETTING.tokens() == 0, result::toString);
      assertTrue(result.tokensSeen() >= 5L * SETTING.tokens(), result::toString);
    }
    assertFalse(progress.hasFailed());
  }

  @Test
  void goOnWithoutAPeerThatFails(@TempDir Path logs) throws IOException {
    List<Comparison.Result> results = run(logs, echo("own", 1), echo("fragile", 2));
    assertEquals(List.of("own"), results.stream().map(Comparison.Result::side).toList());
    assertTrue(progress.hasFailed());
    assertTrue(
        said.toString()
            .contains(
                "left out fragile ended in its turn: Exception in thread \"main\""
                    + " java.lang.IllegalStateException: the fourth update is too much"),
        said::toString);
  }

  @Test
  void endWhereOurOwnSideFails(@TempDir Path logs) {
    assertThrows(IOException.class, () -> run(logs, echo("own", 2), echo("peer", 1)));
  }
}
