package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cluster.ClusterException;
import ductus.spark.local.LocalCluster;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a cluster that cannot be had: one line, and soon. */
@ExtendWith(TestCluster.class)
@Timeout(30)
class SparkProviderTest {
  private static final List<String> SET =
      List.of(
          "spark.authenticate.secret",
          "spark.executor.memory",
          "spark.rpc.askTimeout",
          "spark.rpc.lookupTimeout",
          SparkSettings.PATIENCE);

  @AfterEach
  void forget() {
    SET.forEach(System::clearProperty);
  }

  @Test
  void saysThatSomethingElseAnswers() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread other = new Thread(() -> hangUp(socket));
      other.setDaemon(true);
      other.start();
      String complaint = complaint("spark://127.0.0.1:" + socket.getLocalPort());
      assertTrue(complaint.contains("hangs up: a master that wants"), complaint);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark://127.0.0.1", "spark://", "spark:/host:7077", "host"})
  void saysHowAMasterIsNamed(String master) {
    String complaint = complaint(master);
    assertTrue(complaint.startsWith("--master must be like spark://host:7077"), complaint);
    assertTrue(complaint.endsWith(" but was " + master), complaint);
  }

  @Test
  void saysThatTheSecretIsAnother(LocalCluster local) {
    System.setProperty("spark.authenticate.secret", "guessed");
    String complaint = complaint(local.master());
    assertTrue(complaint.contains("wants another secret (spark.authenticate"), complaint);
  }

  @Test
  void saysThatNoWorkerHasTheMemory(LocalCluster local) {
    System.setProperty("spark.executor.memory", "900g");
    System.setProperty(SparkSettings.PATIENCE, "3s");
    String complaint = complaint(local.master());
    assertTrue(complaint.contains("gave no executor in 3 s"), complaint);
    assertTrue(complaint.contains("900g of memory"), complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "spark.executor.memory, much",
    "spark.executor.memory, 1m",
    "spark.ductus.patience, little",
    "spark.rpc.askTimeout, soon",
    "spark.rpc.lookupTimeout, soon"
  })
  void saysThatASettingIsWrong(String setting, String value, LocalCluster local) {
    System.setProperty(setting, value);
    String complaint = complaint(local.master());
    assertTrue(complaint.startsWith("Spark does not start with its settings: "), complaint);
  }

  @Test
  void keepsTheSecretFromOthers(LocalCluster local) throws Exception {
    Path settings = local.folder().resolve("spark-defaults.conf");
    assertTrue(Files.readString(settings).contains("spark.authenticate.secret "));
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)));
    Predicate<ProcessHandle> tells =
        process -> process.info().commandLine().orElse("").contains("authenticate.secret");
    assertTrue(ProcessHandle.allProcesses().noneMatch(tells));
  }

  /** The launcher passes them on; the vector module is loaded by Ductus itself. */
  @Test
  void startsWithTheOptionsThatThisSparkWants() throws Exception {
    List<String> ours =
        Files.readAllLines(Path.of(System.getProperty("ductus.spark.java", "java.options")));
    List<String> wanted =
        Arrays.stream(JavaModuleOptions.defaultModuleOptionArray())
            .filter(option -> !option.startsWith("--add-modules"))
            .toList();
    assertTrue(wanted.size() > 10);
    assertEquals(List.of(), wanted.stream().filter(option -> !ours.contains(option)).toList());
  }

  private static String complaint(String master) {
    ClusterException thrown =
        assertThrows(ClusterException.class, () -> new SparkProvider().connect(master));
    String message = String.valueOf(thrown.getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private static void hangUp(ServerSocket socket) {
    try {
      while (true) {
        socket.accept().close();
      }
    } catch (java.io.IOException over) {
      return;
    }
  }
}
