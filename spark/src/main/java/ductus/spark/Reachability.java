package ductus.spark;

import ductus.cluster.ClusterException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.DeployMessages.RequestExecutors;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.reflect.ClassTag$;

/**
 * Whether a standalone master answers to this Spark, and why not. Spark itself would try three
 * times, for twenty seconds each, and would not say why.
 */
final class Reachability {
  private static final String STANDALONE = "spark://";
  private static final String PATIENCE = "10s";

  /** What Spark says where the other side hangs up on a secret, or on none; it depends on when. */
  private static final List<String> HANG_UPS =
      List.of(
          "Outbox is stopped",
          "SaslMessage",
          "ClosedChannelException",
          "Connection reset",
          "Broken pipe",
          "closed");

  private Reachability() {}

  /** Asks a master whether it is there; those of other kinds of clusters are left to Spark. */
  static void check(SparkConf conf) throws ClusterException {
    String master = conf.get("spark.master");
    if (!master.startsWith(STANDALONE)) {
      return;
    }
    List<String> places = Arrays.asList(master.substring(STANDALONE.length()).split(",", -1));
    RpcEnv programs = programs(conf);
    try {
      String trouble = "";
      for (String place : places) {
        RpcAddress address = address(place, master);
        try {
          compare(programs.setupEndpointRef(address, "Master"));
          return;
        } catch (NumberFormatException wrong) {
          throw wrongSetting(wrong);
        } catch (Exception e) { // Scala declares none, and throws IOException
          trouble = trouble(e);
        }
      }
      throw new ClusterException(master + ": " + trouble);
    } finally {
      programs.shutdown();
    }
  }

  private static RpcEnv programs(SparkConf conf) throws ClusterException {
    SparkConf patient =
        conf.clone()
            .set("spark.rpc.lookupTimeout", PATIENCE)
            .set("spark.rpc.io.connectionCreationTimeout", PATIENCE);
    String host = conf.get("spark.driver.host", "localhost");
    SecurityManager security =
        new SecurityManager(patient, Option.empty(), SecurityManager.$lessinit$greater$default$3());
    try {
      return RpcEnv.create("ductus-reachability", host, 0, patient, security, true);
    } catch (NumberFormatException wrong) {
      throw wrongSetting(wrong);
    }
  }

  /** A time or a size, of what Spark reads before the application starts. */
  private static ClusterException wrongSetting(NumberFormatException wrong) {
    return new ClusterException(
        "Spark does not start with its settings: " + FirstLine.of(wrong), wrong);
  }

  /**
   * Asks for executors of an application that there is not: a master of another version fails to
   * read the question.
   */
  private static void compare(RpcEndpointRef master) {
    Map<ResourceProfile, Object> none =
        new Map.Map1<>(new ResourceProfile(Map$.MODULE$.empty(), Map$.MODULE$.empty()), 0);
    master.askSync(new RequestExecutors("ductus", none), ClassTag$.MODULE$.Any());
  }

  private static RpcAddress address(String place, String master) throws ClusterException {
    try {
      return RpcAddress.fromSparkURL(STANDALONE + place);
    } catch (Exception e) { // Scala declares none, and throws SparkException
      throw new ClusterException("--master must be like spark://host:7077 but was " + master, e);
    }
  }

  private static String trouble(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    Throwable last = thrown;
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      all.append(each).append('\n');
      last = each;
    }
    String said = all.toString();
    if (said.contains("InvalidClassException") || said.contains("ClassNotFoundException")) {
      return "its Spark is of another version than the one here, " + FirstExecutor.version();
    }
    if (HANG_UPS.stream().anyMatch(said::contains)) {
      return "what answers there hangs up: a master that wants another secret (spark.authenticate,"
          + " spark.authenticate.secret) or other encryption (spark.network.crypto.enabled), or"
          + " none at all";
    }
    return "no Spark master answers there ("
        + reason(last)
        + "); check host and port, or start a cluster here with './ductus spark cluster start'";
  }

  /** Without what the network's library says before it. */
  private static String reason(Throwable last) {
    String message = String.valueOf(last.getMessage());
    return message.substring(message.lastIndexOf(": ") + 1).strip();
  }
}
