package ductus.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.Ductus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What needs no cluster of processes, and so little time that {@code ./ductus test} has it, too.
 */
@Tag("short")
class LocalMasterTest {
  private static final int TUNES = 4;

  @TempDir Path folder;

  private Path tunes;

  @BeforeEach
  void copyTunes() throws IOException {
    tunes = Files.createDirectory(folder.resolve("tunes"));
    Path all = Path.of(System.getProperty("ductus.corpora", "../corpora"), "melodies");
    try (Stream<Path> files = Files.walk(all)) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(".mid")).sorted().limit(TUNES).toList()) {
        Files.copy(file, tunes.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void twoThreadsThatShareATrainingEndWithTheWeightsOfOneMachine() throws Exception {
    assertEquals(0, train("alone").status());
    Said together = train("together", "--master", "local[2]");
    assertEquals(0, together.status(), together.err());
    assertTrue(together.err().contains("epoch   1: training"), together.err());
    assertArrayEquals(model("alone"), model("together"));
  }

  @Test
  void aMasterThatIsNotThereIsNamed() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Said said = train("nowhere", "--master", "spark://127.0.0.1:" + free);
    assertEquals(1, said.status());
    String complaint =
        "ductus: spark://127.0.0.1:%d: no Spark master answers there (Connection refused); check host and port, or start a cluster here with './ductus spark cluster start'"
            .formatted(free);
    assertTrue(said.err().lines().anyMatch(complaint::equals), said.err());
  }

  private record Said(int status, String err) {}

  private Said train(String name, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("train", tunes.toString(), "--keys", "own", "--hidden", "16"));
    arguments.addAll(List.of("--epochs", "1", "--seed", "1", "--shards", "2", "--threads", "1"));
    arguments.addAll(List.of("--out", folder.resolve(name).toString()));
    arguments.addAll(List.of(more));
    StringWriter err = new StringWriter();
    int status =
        Ductus.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    return new Said(status, err.toString());
  }

  private byte[] model(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve("model.safetensors"));
  }
}
