package ductus.nn.recurrent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Once compiled, a layer that trains on the vector kernels allocates nothing, on any thread. */
class LayerAllocationTest {
  @Test
  void cellsWithAndWithoutAProductOfStatesAllocateNothing() throws Exception {
    requireNothing("lstm", 2);
    requireNothing("mingru", 1);
  }

  static Stream<Arguments> layers() {
    return TrainedLayer.ALL.stream()
        .flatMap(layer -> Stream.of(1, 2).map(threads -> Arguments.of(layer, threads)));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("layers")
  void allocatesNothing(String layer, int threads) throws Exception {
    requireNothing(layer, threads);
  }

  private static void requireNothing(String layer, int threads)
      throws IOException, InterruptedException {
    assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:MaxVectorSize="))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LayerAllocation.class.getName(), layer, String.valueOf(threads)));
    Process child = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    String said = new String(child.getInputStream().readAllBytes(), UTF_8).strip();
    assertEquals(0, child.waitFor(), said);
    assertEquals("Vector API 0", said, layer + ", threads: " + threads);
  }
}
