package ductus.spark.corpus;

import ductus.cluster.ClusterException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function0;

/** Whether the machines of a cluster see what they are to work on. */
public final class SharedPathCheck {
  private SharedPathCheck() {}

  /** What this machine says of a folder that it does not see. */
  public static String none(String folder) {
    return String.format(
        Locale.ROOT,
        "%s: executors on %s cannot see it; it must be on storage that all machines share",
        folder,
        SparkEnv.get().blockManager().blockManagerId().host());
  }

  /**
   * Asks before the work begins, on more cores than there are, so that each machine answers.
   *
   * @param complaint of an executor; empty where it sees all
   */
  public static void require(JavaSparkContext context, Function0<String> complaint)
      throws ClusterException {
    int tasks = 2 * context.defaultParallelism();
    List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
    Optional<String> unseen =
        context.parallelize(numbers, tasks).map(number -> complaint.call()).collect().stream()
            .filter(each -> !each.isEmpty())
            .findFirst();
    if (unseen.isPresent()) {
      throw new ClusterException(unseen.get());
    }
  }
}
