package ductus.spark.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Starts Spark's own programs.
 *
 * @param sparkHome the folder above Spark's jars
 * @param folder for logs and settings
 * @param memory Java's option for it
 */
record DaemonStart(Path sparkHome, Path folder, String memory) {
  private static final String HERE = "127.0.0.1";
  private static final String SCALA = "2.13";

  /** Starts one and writes it down. */
  Daemon start(String name, String program, List<String> arguments) throws IOException {
    Path log = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(memory);
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    // Another port than the one that was asked for would not be found.
    command.add("-Dspark.port.maxRetries=0");
    command.addAll(List.of("-cp", sparkHome.resolve("jars").resolve("*").toString(), program));
    command.addAll(List.of("--host", HERE));
    command.addAll(List.of("--properties-file", LocalCluster.settingsIn(folder).toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(variable -> variable.startsWith("SPARK_"));
    environment.put("SPARK_HOME", sparkHome.toString());
    environment.put("SPARK_LOCAL_IP", HERE);
    // Workers would look for it in folders of a whole Spark.
    environment.put("SPARK_SCALA_VERSION", SCALA);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    ProcessHandle process = builder.start().toHandle();
    try {
      ProcessList.in(folder).add(process);
    } catch (IOException unwritten) {
      // Nobody would find it to stop it.
      process.destroy();
      throw unwritten;
    }
    return new Daemon(name, process, log);
  }
}
