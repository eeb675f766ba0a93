package ductus.bench.measure;

import ductus.bench.contender.Setting;
import ductus.math.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast our products are on one thread.
 *
 * @param product such as {@code forward of one}
 * @param shape rows × inner size × columns
 */
public record ProductSpeed(String product, String shape, double gigaflops) {
  /** Until the kernels are compiled. */
  private static final double WARM_UP_SECONDS = 2;

  private static final double SECONDS = 0.3;
  private static final int BLOCKS = 10;
  private static final double GIGA = 1e9;

  /** Seconds that the products of so many settings take, about. */
  public static double seconds(int settings) {
    return settings * Product.Kind.values().length * SECONDS * 2.5 + WARM_UP_SECONDS;
  }

  /** All products of some settings. */
  public static List<ProductSpeed> of(List<Setting> settings, Kernels kernels) {
    List<ProductSpeed> speeds = new ArrayList<>();
    run(new Product(Product.Kind.FORWARD, settings.get(0)), kernels, WARM_UP_SECONDS);
    for (Setting setting : settings) {
      for (Product.Kind kind : Product.Kind.values()) {
        Product product = new Product(kind, setting);
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        speeds.add(new ProductSpeed(name, product.toString(), gigaflops(product, kernels)));
      }
    }
    return speeds;
  }

  /** The median of some blocks of products, after as long a warm-up. */
  private static double gigaflops(Product product, Kernels kernels) {
    run(product, kernels, SECONDS);
    int times = 1;
    while (seconds(product, kernels, times) < SECONDS / BLOCKS) {
      times *= 2;
    }
    List<Double> speeds = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      speeds.add(times * product.operations() / seconds(product, kernels, times) / GIGA);
    }
    return RepeatedMeasurement.of(speeds).median();
  }

  private static void run(Product product, Kernels kernels, double seconds) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < seconds * GIGA) {
      product.run(kernels);
    }
  }

  private static double seconds(Product product, Kernels kernels, int times) {
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      product.run(kernels);
    }
    return (System.nanoTime() - begin) / GIGA;
  }
}
