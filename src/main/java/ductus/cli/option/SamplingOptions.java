package ductus.cli.option;

import ductus.generate.Sampling;
import ductus.workbench.kind.MusicRequest;
import picocli.CommandLine.Option;

/** How tokens are drawn; to be included with {@code @Mixin}. */
public final class SamplingOptions {
  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Below 1 safer, above 1 bolder, 0 always the likeliest; ${DEFAULT-VALUE}.")
  private double temperature = MusicRequest.DEFAULT_SAMPLING.temperature();

  @Option(names = "--top-k", paramLabel = "K", description = "Only the K likeliest tokens; 0 all.")
  private int topK = MusicRequest.DEFAULT_SAMPLING.topK();

  @Option(
      names = "--top-p",
      paramLabel = "P",
      description = "Only the likeliest tokens that make up this probability; ${DEFAULT-VALUE}.")
  private double topP = MusicRequest.DEFAULT_SAMPLING.topP();

  /**
   * The sampling that is asked for.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Sampling sampling() {
    return new Sampling(temperature, topK, topP);
  }
}
