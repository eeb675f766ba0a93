package ductus.bench.measure;

import ductus.bench.contender.Contender;
import ductus.bench.contender.Turns;
import ductus.bench.contender.Workload;
import java.io.IOException;

/** A side that does nothing; on two threads it fails in its fourth update. */
public final class Echo implements Contender {
  private final boolean fragile;
  private int updates;

  private Echo(Workload workload) {
    fragile = workload.threads() == 2;
  }

  /** Takes turns. */
  public static void main(String[] arguments) throws IOException {
    System.out.println("Echo is here");
    Turns.take(arguments, Echo::new);
  }

  @Override
  public double train(int[][] windows) {
    updates++;
    if (fragile && updates == 4) {
      throw new IllegalStateException("the fourth update is too much");
    }
    return 1.0 / updates;
  }

  @Override
  public int generate(int token) {
    return token;
  }
}
