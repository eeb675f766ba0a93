package ductus;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Circles between packages, at one depth: names of packages are cut behind so many parts, so that
 * {@code ductus.music.abc.bar} at depth 3 is {@code ductus.music.abc}. A package and one inside it
 * are two.
 */
final class PackageCircles {
  /** For each package those it uses, each with one pair of classes as evidence. */
  private final SortedMap<String, SortedMap<String, String>> uses = new TreeMap<>();

  private PackageCircles(JavaClasses classes, String root, int depth) {
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String from = cut(each.getPackageName(), depth);
        String to = cut(target.getPackageName(), depth);
        if (!from.equals(to) && (target.getPackageName() + ".").startsWith(root + ".")) {
          String pair = each.getName() + " uses " + target.getName();
          uses.computeIfAbsent(from, name -> new TreeMap<>())
              .merge(to, pair, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
      }
    }
  }

  /**
   * The circles among the packages inside a root: for each package in a circle a shortest one.
   *
   * @param classes whose uses count
   * @param root the package that all are in
   * @param depth parts of a package's name that count, 1 or more
   * @return a text each, such as {@code a -> b -> a}, with a pair of classes for each arrow
   */
  static List<String> find(JavaClasses classes, String root, int depth) {
    PackageCircles graph = new PackageCircles(classes, root, depth);
    Map<List<String>, String> found = new LinkedHashMap<>();
    for (String start : graph.uses.keySet()) {
      List<String> circle = graph.shortestFrom(start);
      if (!circle.isEmpty()) {
        found.putIfAbsent(circle.stream().sorted().toList(), graph.describe(circle));
      }
    }
    return List.copyOf(found.values());
  }

  /** The first parts of a package's name; the whole name where it has no more. */
  static String cut(String name, int depth) {
    String[] parts = name.split("\\.", -1);
    return String.join(".", Arrays.copyOf(parts, Math.min(depth, parts.length)));
  }

  /**
   * The packages of a shortest way from one back to it, that one first; none if there is no way.
   */
  private List<String> shortestFrom(String start) {
    Set<String> seen = new HashSet<>();
    ArrayDeque<List<String>> ways = new ArrayDeque<>(List.of(List.of(start)));
    while (!ways.isEmpty()) {
      List<String> way = ways.remove();
      for (String next : usedBy(way.get(way.size() - 1)).keySet()) {
        if (next.equals(start)) {
          return way;
        }
        if (seen.add(next)) {
          List<String> longer = new ArrayList<>(way);
          longer.add(next);
          ways.add(longer);
        }
      }
    }
    return List.of();
  }

  private String describe(List<String> circle) {
    StringBuilder text = new StringBuilder(String.join(" -> ", circle));
    text.append(" -> ").append(circle.get(0));
    for (int i = 0; i < circle.size(); i++) {
      String next = circle.get((i + 1) % circle.size());
      text.append("\n  ").append(usedBy(circle.get(i)).get(next));
    }
    return text.toString();
  }

  private SortedMap<String, String> usedBy(String name) {
    return uses.getOrDefault(name, Collections.emptySortedMap());
  }
}
