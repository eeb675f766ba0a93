package ductus.bench.measure;

import ductus.bench.contender.Turn;
import ductus.bench.side.SideProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A side in the rounds of one workload. */
final class Entrant implements AutoCloseable {
  private static final int MOST_WARM_UPS = 8;
  private static final double FASTER = 1.05;

  private final String name;
  private final SideProcess process;
  private final boolean trains;
  private final List<Double> training = new ArrayList<>();
  private final List<Double> generation = new ArrayList<>();
  private long tokensSeen;
  private double nats;

  /**
   * A side that is about to warm up.
   *
   * @param trains whether it takes turns of training, too
   */
  Entrant(String name, SideProcess process, boolean trains) {
    this.name = name;
    this.process = process;
    this.trains = trains;
  }

  /** Turns that do not count, until they get no faster. */
  void warmUp(BenchPlan plan) throws IOException {
    if (trains) {
      warmUpTraining(plan);
    }
    process.generate(plan.generationSeconds());
  }

  private void warmUpTraining(BenchPlan plan) throws IOException {
    Turn before = see(process.train(plan.warmUpSeconds()));
    for (int turns = 0; turns < MOST_WARM_UPS; turns++) {
      Turn turn = see(process.train(plan.warmUpSeconds() / 2));
      if (turn.tokensPerSecond() < FASTER * before.tokensPerSecond()) {
        break;
      }
      before = turn;
    }
  }

  void train(BenchPlan plan) throws IOException {
    if (trains) {
      training.add(see(process.train(plan.seconds())).tokensPerSecond());
    }
  }

  private Turn see(Turn turn) {
    tokensSeen += turn.tokens();
    nats = turn.nats();
    return turn;
  }

  void generate(BenchPlan plan) throws IOException {
    generation.add(process.generate(plan.generationSeconds()).typicalMicros());
  }

  /** Tokens a second. */
  RepeatedMeasurement training() {
    return RepeatedMeasurement.of(training);
  }

  Comparison.Result result() {
    return new Comparison.Result(
        name, trains ? training() : null, RepeatedMeasurement.of(generation), tokensSeen, nats);
  }

  @Override
  public void close() {
    process.close();
  }
}
