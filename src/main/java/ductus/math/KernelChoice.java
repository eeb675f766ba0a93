package ductus.math;

import java.lang.System.Logger;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Chooses the kernels that this machine can run. All are loaded by name: so nothing else needs the
 * vector module, and this package knows none of its implementations.
 */
public final class KernelChoice {
  /** System property that asks for one kind: {@code vector} or {@code ejml}. */
  public static final String PROPERTY = "ductus.kernels";

  /**
   * System property with the {@link Tiling} of products; that of the kernels where there is none.
   */
  public static final String TILING = "ductus.tiling";

  private static final String VECTOR = "ductus.math.vector.VectorKernels";
  private static final String PLAIN = "ductus.math.plain.EjmlKernels";

  private static final String SLOW =
      "plain EJML kernels compute, far slower and with other last bits than the Vector API's: start"
          + " java with --add-modules jdk.incubator.vector, or ask for them by"
          + " -Dductus.kernels=ejml";

  /** Whether it was said that kernels are slow which nobody has asked for. */
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private KernelChoice() {}

  /** Leaves it to the program to say that kernels are slow: nothing is logged. */
  public static void leaveUnsaid() {
    SAID.set(true);
  }

  /**
   * The Vector API kernels where the incubator module and fused multiply-add are there, else the
   * plain ones; that these are slow is logged once, as a warning of the logger {@code ductus}.
   *
   * @throws IllegalArgumentException if the property names neither kind, or asks for vectors that
   *     are not there, or there is no such tiling
   */
  public static Kernels best() {
    Kernels best = kind();
    String asked = System.getProperty(TILING, "");
    if (asked.isEmpty()) {
      return best;
    }
    try {
      return best.cut(Tiling.of(asked));
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(TILING + ": " + none.getMessage(), none);
    }
  }

  /** Whether it was said how kernels shall cut products. */
  public static boolean isTilingAskedFor() {
    return !System.getProperty(TILING, "").isEmpty();
  }

  /** Has all kernels that are chosen from now on cut products so: same bits, another speed. */
  public static void askForTiling(Tiling tiling) {
    System.setProperty(TILING, tiling.text());
  }

  private static Kernels kind() {
    String asked = System.getProperty(PROPERTY, "");
    return switch (asked) {
      case "ejml" -> plain();
      case "vector" -> vectors();
      case "" -> vectorsOrPlain();
      default ->
          throw new IllegalArgumentException(PROPERTY + " must be vector or ejml but was " + asked);
    };
  }

  private static Kernels plain() {
    try {
      return load(PLAIN);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(PLAIN + " must be there", impossible);
    }
  }

  private static Kernels vectors() {
    try {
      return load(VECTOR);
    } catch (ReflectiveOperationException | LinkageError absent) {
      throw new IllegalArgumentException(
          PROPERTY
              + "=vector needs java --add-modules jdk.incubator.vector and a processor with fused"
              + " multiply-add",
          absent);
    }
  }

  /**
   * Why {@link #best} gives the kernels that it gives.
   *
   * @throws IllegalArgumentException as there
   */
  public static KernelGrounds grounds() {
    if (System.getProperty(PROPERTY, "").equals("ejml")) {
      return KernelGrounds.CHOSEN;
    }
    return best().getClass().getName().equals(VECTOR) ? KernelGrounds.VECTORS : absence();
  }

  private static KernelGrounds absence() {
    try {
      load(VECTOR);
      return KernelGrounds.VECTORS;
    } catch (InvocationTargetException unfit) {
      return KernelGrounds.NO_FUSED_MULTIPLY_ADD;
    } catch (ReflectiveOperationException | LinkageError absent) {
      return KernelGrounds.NO_VECTOR_MODULE;
    }
  }

  private static Kernels vectorsOrPlain() {
    try {
      return load(VECTOR);
    } catch (ReflectiveOperationException | LinkageError absent) {
      if (SAID.compareAndSet(false, true)) {
        System.getLogger("ductus").log(Logger.Level.WARNING, SLOW);
      }
      return plain();
    }
  }

  private static Kernels load(String name) throws ReflectiveOperationException {
    return Class.forName(name).asSubclass(Kernels.class).getDeclaredConstructor().newInstance();
  }
}
