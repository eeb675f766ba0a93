package ductus.math;

import ductus.math.plain.EjmlKernels;

/** Chooses the kernels that this machine can run. */
public final class KernelChoice {
  /** System property that asks for one kind: {@code vector} or {@code ejml}. */
  public static final String PROPERTY = "ductus.kernels";

  private KernelChoice() {}

  /**
   * The Vector API kernels where the incubator module and fused multiply-add are there, else the
   * plain ones. They are loaded by name, so that nothing else needs the module.
   *
   * @throws IllegalArgumentException if the property names neither kind, or asks for vectors that
   *     are not there
   */
  public static Kernels best() {
    String asked = System.getProperty(PROPERTY, "");
    if (asked.equals("ejml")) {
      return new EjmlKernels();
    }
    if (!asked.isEmpty() && !asked.equals("vector")) {
      throw new IllegalArgumentException(PROPERTY + " must be vector or ejml but was " + asked);
    }
    try {
      return Class.forName("ductus.math.vector.VectorKernels")
          .asSubclass(Kernels.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError absent) {
      if (asked.equals("vector")) {
        throw new IllegalArgumentException(
            PROPERTY
                + "=vector needs java --add-modules jdk.incubator.vector and a processor with fused"
                + " multiply-add",
            absent);
      }
      return new EjmlKernels();
    }
  }
}
