package ductus.bench.kernel;

import ductus.bench.contender.Setting;
import ductus.cli.console.VectorModule;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Randomness;
import java.util.random.RandomGenerator;

/** What a benchmark needs in the JVM that JMH forks for it. */
final class Forked {
  private Forked() {}

  /** The kernels that training uses on this machine. */
  static Kernels kernels() {
    VectorModule.load();
    return KernelChoice.best();
  }

  /** A setting by its number, from 1. */
  static Setting setting(int number) {
    return Setting.COMPARED.get(number - 1);
  }

  /** Floats between −0.5 and 0.5. */
  static float[] random(int count) {
    RandomGenerator random = Randomness.of(1);
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = random.nextFloat() - 0.5f;
    }
    return floats;
  }
}
