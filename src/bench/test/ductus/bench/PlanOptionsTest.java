package ductus.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.bench.contender.Setting;
import ductus.bench.measure.BenchPlan;
import ductus.bench.side.Peer;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class PlanOptionsTest {
  private static PlanOptions parse(String... arguments) {
    PlanOptions options = new PlanOptions();
    CommandLine command = new CommandLine(CommandSpec.forAnnotatedObject(options));
    command.parseArgs(arguments);
    options.check(command);
    return options;
  }

  @Test
  void compareEverythingByDefault() {
    PlanOptions options = parse();
    assertEquals(List.of(Peer.values()), options.peers());
    assertEquals(Setting.COMPARED, options.plan().settings());
    assertEquals(3, options.plan().rounds());
  }

  @Test
  void takeListsOfChoices() {
    PlanOptions options = parse("--peers", "torch,djl", "--settings", "4,1", "--threads", "1");
    assertEquals(List.of(Peer.DJL, Peer.TORCH), options.peers());
    BenchPlan plan = options.plan();
    assertEquals(List.of(Setting.COMPARED.get(3), Setting.COMPARED.get(0)), plan.settings());
    assertEquals(List.of(1), plan.threads());
    assertTrue(parse("--peers", "none").peers().isEmpty());
  }

  @Test
  void areShorterWhenQuickUnlessAskedOtherwise() {
    assertEquals(1, parse("--quick").plan().rounds());
    assertEquals(List.of("lstm"), parse("--quick").plan().cells());
    assertEquals(5, parse("--quick", "--rounds", "5").plan().rounds());
  }
}
