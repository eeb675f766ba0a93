package ductus.bench.measure;

import ductus.bench.contender.Turn;
import ductus.bench.side.SideProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A side in the rounds of one workload. */
final class Entrant implements AutoCloseable {
  private final String name;
  private final SideProcess process;
  private final List<Double> training = new ArrayList<>();
  private final List<Double> generation = new ArrayList<>();
  private long tokensSeen;
  private double nats;

  Entrant(String name, SideProcess process) {
    this.name = name;
    this.process = process;
  }

  /** Turns that do not count. */
  void warmUp(BenchPlan plan) throws IOException {
    see(process.train(plan.warmUpSeconds()));
    process.generate(plan.generationSeconds());
  }

  void train(BenchPlan plan) throws IOException {
    Turn turn = process.train(plan.seconds());
    training.add(turn.tokensPerSecond());
    see(turn);
  }

  private void see(Turn turn) {
    tokensSeen += turn.tokens();
    nats = turn.nats();
  }

  void generate(BenchPlan plan) throws IOException {
    generation.add(process.generate(plan.generationSeconds()).typicalMicros());
  }

  /** Tokens a second. */
  Spread training() {
    return Spread.of(training);
  }

  Comparison.Result result() {
    return new Comparison.Result(name, training(), Spread.of(generation), tokensSeen, nats);
  }

  @Override
  public void close() {
    process.close();
  }
}
