package ductus.cli.option;

import ductus.generate.Sampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How tokens are drawn; to be included with {@code @Mixin}. */
public final class SamplingOptions {
  @Option(
      names = "--temperature",
      paramLabel = "T",
      description =
          "Below 1 safer, above 1 bolder, 0 always the likeliest; by default what suits the kind of"
              + " music, mostly 1.")
  private @Nullable Double temperature;

  @Option(names = "--top-k", paramLabel = "K", description = "Only the K likeliest tokens; 0 all.")
  private @Nullable Integer topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      description =
          "Only the likeliest tokens that make up this probability; by default what suits the kind"
              + " of music, mostly 1.")
  private @Nullable Double topP;

  /**
   * The sampling that is asked for.
   *
   * @param usual what holds where nothing is
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Sampling sampling(Sampling usual) {
    return new Sampling(
        temperature == null ? usual.temperature() : temperature,
        topK == null ? usual.topK() : topK,
        topP == null ? usual.topP() : topP);
  }
}
