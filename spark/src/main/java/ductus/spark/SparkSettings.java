package ductus.spark;

import ductus.cluster.ClusterException;
import ductus.spark.local.LocalCluster;
import ductus.file.Home;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.spark.SparkConf;

/**
 * The settings of a connection. System properties ({@code spark.*}) come first, then, for the
 * cluster that {@code ./ductus spark cluster start} made, the file that it left, then {@code
 * spark-defaults.conf} in {@code SPARK_CONF_DIR} or {@code SPARK_HOME/conf}.
 */
final class SparkSettings {
  /** How long an executor is waited for, in Spark's way of writing times. */
  static final String PATIENCE = "spark.ductus.patience";

  private static final String FILE = "spark-defaults.conf";
  private static final String EXECUTOR_JAVA = "spark.executor.extraJavaOptions";

  private SparkSettings() {}

  /** Settings for a master. */
  static SparkConf of(String master) throws ClusterException {
    SparkConf conf = new SparkConf().setMaster(master).setAppName("Ductus");
    Path local = LocalCluster.settings(Home.folder());
    if (local != null && master.equals(read(local).getProperty("spark.master"))) {
      add(read(local), conf);
    }
    for (Path file : files()) {
      if (Files.isRegularFile(file)) {
        add(read(file), conf);
        break;
      }
    }
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.executorEnv.LC_ALL", "C.UTF-8");
    conf.setIfMissing(PATIENCE, "60s");
    // Executors that train begin together; until the places of the last job are free they wait.
    conf.setIfMissing("spark.scheduler.barrier.maxConcurrentTasksCheck.interval", "1s");
    // Commands write files: two attempts at one must not run at a time.
    conf.set("spark.speculation", "false");
    if (!master.startsWith("local")) {
      // A machine with a full disk fails at once, and would take each task that others left.
      conf.setIfMissing("spark.excludeOnFailure.taskAndStage.enabled", "true");
      conf.setIfMissing("spark.scheduler.excludeOnFailure.unschedulableTaskSetTimeout", "10s");
    }
    conf.set(EXECUTOR_JAVA, (conf.get(EXECUTOR_JAVA, "") + " " + executorJava()).strip());
    return conf;
  }

  /** What Ductus needs of an executor's Java, beside what Spark itself asks for. */
  private static String executorJava() {
    // Spark adds the module of vectors itself. The home is of use where machines share it.
    List<String> options =
        new ArrayList<>(
            List.of(
                "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED",
                "--add-exports=java.desktop/com.sun.media.sound=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
    String home = Home.folder().toString();
    if (!home.contains("\"")) {
      options.add("\"-Dductus.home=" + home + "\"");
    }
    return String.join(" ", options);
  }

  private static List<Path> files() {
    List<Path> files = new ArrayList<>();
    String folder = System.getenv("SPARK_CONF_DIR");
    if (folder != null) {
      files.add(Path.of(folder, FILE));
    }
    String home = System.getenv("SPARK_HOME");
    if (home != null) {
      files.add(Path.of(home, "conf", FILE));
    }
    return files;
  }

  private static void add(Properties properties, SparkConf conf) {
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith("spark.") && !name.equals("spark.master")) {
        conf.setIfMissing(name, properties.getProperty(name).strip());
      }
    }
  }

  private static Properties read(Path file) throws ClusterException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new ClusterException(
          file + ": cannot be read as settings of Spark: " + e.getMessage(), e);
    }
    return properties;
  }
}
