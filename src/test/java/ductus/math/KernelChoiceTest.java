package ductus.math;

import static ductus.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
  private String before = "";

  @BeforeEach
  void remember() {
    before = System.getProperty(KernelChoice.PROPERTY, "");
  }

  @AfterEach
  void restore() {
    System.setProperty(KernelChoice.PROPERTY, before);
  }

  @Test
  void takesVectorsWhereTheirModuleIs() {
    System.setProperty(KernelChoice.PROPERTY, "");
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    String description = KernelChoice.best().description();
    assertTrue(module ? description.startsWith("Vector API, ") : description.equals("EJML"));
  }

  @Test
  void takesThePlainKernelsIfAsked() {
    System.setProperty(KernelChoice.PROPERTY, "ejml");
    assertEquals("EJML", KernelChoice.best().description());
  }

  /** Asks twice for kernels, as a program of somebody else's would. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      if (arguments.length > 0) {
        KernelChoice.leaveUnsaid();
      }
      System.out.println(KernelChoice.best().name().equals(KernelChoice.best().name()));
    }
  }

  @Test
  void saysOnceThatKernelsAreSlowWhichNobodyAskedFor() throws Exception {
    assertEquals(1, warnings(List.of(), List.of()));
    assertEquals(0, warnings(List.of("-Dductus.kernels=ejml"), List.of()));
    assertEquals(0, warnings(List.of(), List.of("says it by itself")));
  }

  private static long warnings(List<String> options, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
    command.addAll(arguments);
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said = new String(child.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertEquals(0, child.waitFor(), said::toString);
    assertTrue(said.contains("true"), said::toString);
    return said.stream()
        .filter(line -> line.contains("--add-modules jdk.incubator.vector"))
        .count();
  }

  @Test
  void saysWhetherThePlainKernelsWereAskedFor() {
    System.setProperty(KernelChoice.PROPERTY, "ejml");
    assertEquals(KernelGrounds.CHOSEN, KernelChoice.grounds());
    assertFalse(KernelGrounds.CHOSEN.isFallback());
    assertFalse(KernelGrounds.CHOSEN.notice().contains("lacks"));
    System.setProperty(KernelChoice.PROPERTY, "");
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertEquals(
        module ? KernelGrounds.VECTORS : KernelGrounds.NO_VECTOR_MODULE, KernelChoice.grounds());
  }

  @Test
  void refusesUnknownKernels() {
    System.setProperty(KernelChoice.PROPERTY, "gpu");
    assertRefused("ductus.kernels must be vector or ejml but was gpu", KernelChoice::best);
  }
}
