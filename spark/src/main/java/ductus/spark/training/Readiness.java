package ductus.spark.training;

import com.google.gson.Gson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.BarrierTaskContext;
import org.jspecify.annotations.Nullable;

/**
 * What a rank tells the others before they begin.
 *
 * @param address of its {@link RankTransport}
 * @param kernels that it computes with
 * @param obstacle why it cannot begin; null where it can
 */
record Readiness(String address, String kernels, @Nullable String obstacle) {
  /** Tells the others, and hears of all, by rank. */
  static List<Readiness> exchange(Readiness own, BarrierTaskContext context) {
    Gson gson = new Gson();
    return Arrays.stream(context.allGather(gson.toJson(own)))
        .map(json -> gson.fromJson(json, Readiness.class))
        .toList();
  }

  /** Why these cannot begin, in a line; null where they can. */
  static @Nullable String obstacle(List<Readiness> all) {
    Readiness first = all.get(0);
    for (Readiness each : all) {
      if (each.obstacle != null) {
        return String.format(Locale.ROOT, "%s: %s", each.host(), each.obstacle);
      }
      if (!each.kernels.equals(first.kernels)) {
        return String.format(
            Locale.ROOT,
            "machines compute with different kernels (%s: %s, %s: %s), so their networks would"
                + " drift apart; use machines of one kind",
            first.host(),
            first.kernels,
            each.host(),
            each.kernels);
      }
    }
    return null;
  }

  private String host() {
    return address.substring(0, address.lastIndexOf(':'));
  }
}
