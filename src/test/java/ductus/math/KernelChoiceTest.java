package ductus.math;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
