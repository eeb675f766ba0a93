package ductus.bench;

import ductus.bench.contender.Setting;
import ductus.bench.measure.BenchPlan;
import ductus.bench.side.OwnSide;
import ductus.bench.side.Peer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what is compared, and for how long. */
final class PlanOptions {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int MOST_ROUNDS = 100;
  private static final String NONE = "none";
  private static final int ROUNDS = 3;
  private static final double TURN_SECONDS = 1.6;
  private static final double WARM_UP_SECONDS = 2;
  private static final double QUICK_SECONDS = 1;

  @Option(names = "--quick", description = "One short round, lstm only: about four minutes.")
  private boolean quick;

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "P",
      description = "Frameworks to compare with: djl,dl4j,torch (all by default) or none.")
  private @Nullable List<String> peers;

  @Option(
      names = "--settings",
      split = ",",
      paramLabel = "N",
      description = "Which of the four sizes of network and batch; 1,2,3,4.")
  private @Nullable List<Integer> settings;

  @Option(
      names = "--cells",
      split = ",",
      paramLabel = "CELL",
      description =
          "Recurrent layers; all that there are. The first meets all peers, the others only the"
              + " first peer.")
  private @Nullable List<String> cells;

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      description = "Processor cores to use; 1,2.")
  private @Nullable List<Integer> threads;

  @Option(names = "--rounds", paramLabel = "N", description = "Turns of each side; 3.")
  private @Nullable Integer rounds;

  /** The peers to compare with. */
  List<Peer> peers() {
    return peers == null
        ? List.of(Peer.values())
        : Stream.of(Peer.values()).filter(peer -> peers.contains(peer.option())).toList();
  }

  /** Whether the peers were asked for one by one. */
  boolean namesPeers() {
    return peers != null;
  }

  /** The plan; the options must have been checked. */
  BenchPlan plan() {
    List<Integer> numbers = settings == null ? range(Setting.COMPARED.size()) : settings;
    return new BenchPlan(
        numbers.stream().map(number -> Setting.COMPARED.get(number - 1)).toList(),
        cells == null ? OwnSide.cells().subList(0, quick ? 1 : OwnSide.cells().size()) : cells,
        threads == null ? range(Math.min(2, CORES)) : threads,
        rounds == null ? (quick ? 1 : ROUNDS) : rounds,
        quick ? QUICK_SECONDS : TURN_SECONDS,
        quick ? QUICK_SECONDS : WARM_UP_SECONDS);
  }

  private static List<Integer> range(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  /**
   * Looks at every value.
   *
   * @throws ParameterException if one is out of its range
   */
  void check(CommandLine command) {
    List<String> known =
        Stream.concat(Stream.of(Peer.values()).map(Peer::option), Stream.of(NONE)).toList();
    check(command, "--peers", peers, known);
    if (peers != null && peers.contains(NONE) && peers.size() > 1) {
      throw new ParameterException(
          command, "--peers must be none alone but was " + String.join(",", peers));
    }
    check(command, "--settings", settings, range(Setting.COMPARED.size()));
    check(command, "--cells", cells, OwnSide.cells());
    check(command, "--threads", threads, range(CORES));
    check(command, "--rounds", rounds == null ? null : List.of(rounds), range(MOST_ROUNDS));
  }

  private static <T> void check(
      CommandLine command, String option, @Nullable List<T> values, List<T> known) {
    if (values == null) {
      return;
    }
    for (T value : values) {
      if (!known.contains(value)) {
        String range =
            known.size() > 5
                ? known.get(0) + " to " + known.get(known.size() - 1)
                : known.stream().map(String::valueOf).collect(Collectors.joining(", "));
        throw new ParameterException(
            command, "%s must be of %s but was %s".formatted(option, range, value));
      }
    }
  }
}
