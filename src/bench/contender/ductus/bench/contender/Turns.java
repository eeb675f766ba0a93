package ductus.bench.contender;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * The program of a side: it waits until the bench asks for a turn on standard input, takes it, and
 * says on standard output what came of it. So all sides stay warm while others have their turns.
 */
public final class Turns {
  /** Asks for updates; seconds follow. */
  public static final String TRAIN = "train";

  /** Asks for generated tokens; seconds follow. */
  public static final String GENERATE = "generate";

  private final Contender contender;
  private final SyntheticBatches batches;
  private final int tokensOfABatch;
  private double nats;
  private int token;

  private Turns(Workload workload, Contender contender) {
    this.contender = contender;
    batches = new SyntheticBatches(workload.setting());
    tokensOfABatch = workload.setting().tokens();
  }

  /**
   * Takes turns until standard input ends.
   *
   * @param arguments a {@link Workload}
   */
  public static void take(String[] arguments, Function<Workload, Contender> side)
      throws IOException {
    Workload workload = Workload.parse(List.of(arguments));
    Turns turns = new Turns(workload, side.apply(workload));
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream answers = System.out;
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      answers.println(turns.turn(line));
      answers.flush();
    }
  }

  private Turn turn(String request) {
    Scanner words = new Scanner(request);
    String what = words.next();
    long nanos = (long) (Double.parseDouble(words.next()) * 1e9);
    return switch (what) {
      case TRAIN -> turn(nanos, tokensOfABatch, () -> nats = contender.train(batches.next()));
      case GENERATE -> turn(nanos, 1, () -> token = contender.generate(token));
      default ->
          throw new IllegalArgumentException(
              "a request must be %s or %s but was %s".formatted(TRAIN, GENERATE, what));
    };
  }

  /** At least one piece of work. */
  private Turn turn(long nanos, int tokensOfAPiece, Runnable piece) {
    LongStream.Builder times = LongStream.builder();
    long pieces = 0;
    long begin = System.nanoTime();
    long now = begin;
    do {
      long before = now;
      piece.run();
      now = System.nanoTime();
      times.add(now - before);
      pieces++;
    } while (now - begin < nanos);
    long[] sorted = times.build().sorted().toArray();
    return new Turn(
        pieces * tokensOfAPiece, (now - begin) / 1e9, sorted[sorted.length / 2] / 1e3, nats);
  }
}
